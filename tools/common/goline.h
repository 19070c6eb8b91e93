/* goline.h - reading .gopclntab: from a pc to function, file and line. */
#ifndef TOOLS_COMMON_GOLINE_H
#define TOOLS_COMMON_GOLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "elffile.h"

/* A view of the table; offsets are from its start and checked. */
typedef struct GoLine {
    const char *data;
    size_t size;
    uint64_t text; /* address that entries count from */
    uint64_t nfunc, funcname, cu, file, pctab, func;
} GoLine;

typedef struct GoPos {
    const char *func, *file;
    int32_t line;
    uint64_t entry;
} GoPos;

/* Where the last lookup stopped: going on from there saves reading tables from
 * the start for every instruction.  Starts as {0}. */
typedef struct GoRun {
    uint64_t at, pc; /* next byte of the table, where the value ends */
    uint32_t value;
    bool ended;
} GoRun;
typedef struct GoCursor {
    uint64_t entry, end; /* of the function; end 0: none yet */
    uint64_t delta;      /* of the last lookup */
    uint32_t cu;
    const char *func;
    GoRun file, line;
} GoCursor;

bool goline_open(const ElfImage *e, GoLine *out); /* false: the image has none, or a damaged one */
bool goline_find(const GoLine *t, uint64_t pc, GoPos *out);
bool goline_seek(const GoLine *t, GoCursor *c, uint64_t pc, GoPos *out); /* the same, quick for rising pcs */

#endif
