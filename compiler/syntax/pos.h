/* pos.h - source positions in 32 bits.
 *
 * A Pos is an index into one PosTable per compilation.  An entry says where a
 * token starts in the text that was really read (base, line, col); the base
 * translates that into what `//line` directives claim.  Inlining adds entries
 * whose `call` is the Pos of the call that was inlined, so one number also
 * stands for a whole inline stack.
 *
 * Diagnostics, line tables, inline trees, DWARF and every view read positions
 * through the functions below.  The table is append-only: parsing and inlining
 * add entries; from then on it is frozen and may be read by many threads. */
#ifndef SYNTAX_POS_H
#define SYNTAX_POS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"

typedef uint32_t Pos; /* 0: no position */

/* A file that was read.  The text stays for views (and for go:embed-like
 * questions such as "what stands at this position"). */
typedef struct SourceFile {
    const char *name; /* as given on the command line or by -trimpath */
    const char *text; /* its bytes, not owned; NULL for files known only from export data */
    size_t size;
    bool imported;    /* the name comes from export data, and is what objects record */
} SourceFile;

/* A stretch of a file whose positions are told in one way: the whole file, or
 * what follows a line directive. */
typedef struct PosBase {
    uint32_t file;        /* index of the SourceFile */
    const char *name;     /* file name to report: the file's, or the directive's */
    uint32_t from_line, from_col; /* real position where the stretch starts */
    uint32_t line, col;   /* what is reported there; col 0: the stretch has no columns */
    bool directive;       /* starts at a line directive */
} PosBase;

typedef struct PosEntry {
    uint32_t base; /* index of the PosBase */
    uint32_t line; /* real line, from 1 */
    uint32_t col;  /* real column in bytes, from 1 */
    Pos call;      /* inlined: Pos of the call in the caller; else 0 */
} PosEntry;

/* How a PosEntry is kept. There is one for each token that a node stands at, so it is packed; what does not
 * fit (long lines, many line directives, inlined calls) goes into a table of its own. */
typedef struct PackedPos {
    uint32_t line;  /* or index into wide */
    uint16_t base;  /* WideBase: see wide */
    uint16_t col;
} PackedPos;

/* All tables live on the heap and die with pos_table_free; names are interned
 * or live in an arena. */
typedef struct PosTable {
    PackedPos *entries; /* [0] is "no position" */
    size_t count, cap;
    PosEntry *wide;
    size_t num_wide, cap_wide;
    PosBase *bases;
    size_t num_bases, cap_bases;
    SourceFile *files;
    size_t num_files, cap_files;
    /* Set when a package is correct as far as the type checker can tell: messages then show names of files as
     * they are recorded, absolute or trimmed, as gc's do. */
    const char *(*recorded)(void *arg, Pos p);
    void *recorded_arg;
} PosTable;

void pos_table_init(PosTable *t);
void pos_table_free(PosTable *t);

uint32_t pos_add_file(PosTable *t, const char *name, const char *text, size_t size); /* returns its first base */
uint32_t pos_add_line_base(PosTable *t, PosBase base);
PosEntry pos_entry(const PosTable *t, Pos p);
Pos pos_add(PosTable *t, uint32_t base, uint32_t line, uint32_t col);
Pos pos_add_again(PosTable *t, Pos at); /* the same place under another number: a call that is built twice is two calls */
Pos pos_add_inlined(PosTable *t, Pos at, Pos call); /* at, seen through the inlined call; keeps at's own stack below it */

/* What is reported: line directives applied.  All give ""/0 for Pos 0. */
const char *pos_file(const PosTable *t, Pos p);     /* as printed in messages */
const char *pos_message_file(const PosTable *t, Pos p); /* the same in messages of later phases */
uint32_t pos_line(const PosTable *t, Pos p);
uint32_t pos_col(const PosTable *t, Pos p); /* 0: unknown */
Pos pos_call(const PosTable *t, Pos p);     /* the inlined call's position, or 0 */

/* What was read: line directives ignored. */
const SourceFile *pos_source(const PosTable *t, Pos p);
uint32_t pos_real_line(const PosTable *t, Pos p);
uint32_t pos_real_col(const PosTable *t, Pos p);

bool pos_before(const PosTable *t, Pos a, Pos b); /* order in the text: by file of reading, real line, real column */

/* Reports at p as gc does: positions translated, columns above 255 held there. */
void pos_error(const PosTable *t, Diag *d, Pos p, const char *format, ...) __attribute__((format(printf, 4, 5)));
void pos_verror(const PosTable *t, Diag *d, Pos p, const char *format, va_list args);

#endif
