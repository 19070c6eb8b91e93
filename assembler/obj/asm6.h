/* asm6.h - what the files of the encoder share with each other only. */
#ifndef ASSEMBLER_OBJ_ASM6_H
#define ASSEMBLER_OBJ_ASM6_H

#include "obj.h"

/* Prog.mark */
enum {
    MarkLong = 1,   /* a branch that does not fit into rel8 */
    MarkPlaced = 2, /* pcs are final: distances may be judged */
    MarkMade = 4,   /* made by frame.c: not printed in -S=asm */
    MarkBP = 8,     /* the frame holds a saved BP: names of locals lie below it */
    MarkBack = 32,  /* a branch to what stands in front of it */
    MarkSeen = 128, /* passed by mark_back_branches */
    MarkAL = 64,    /* AX of a byte instruction counts as AL, see assemble.c */
    MarkRet = 16,   /* this was the RET of the source */
};

/* g lives at -8(FS) (FORMATS, section 8). */
enum { TlsOffset = -8 };

/* Distance from SP, where p stands, to what a NameAuto or NameParam operand means. */
int64_t prog_sp_offset(const Prog *p, const Addr *a);

/* frame.c */
bool frame_insert(ObjCtx *o, LSym *text);
/* pctab.c: a pc-value table under construction, and one being read. */
typedef struct PcTab {
    Buf *out;      /* what is known of all stretches but the last */
    int32_t value; /* of the last stretch, which began at pc */
    uint32_t pc;
    int32_t before; /* value of the stretch before, as far as written */
    bool started;
} PcTab;
typedef struct PcReader {
    const uint8_t *p, *end;
    int32_t value; /* holds from start up to pc */
    uint32_t start, pc;
    bool first;
} PcReader;
void pctab_add(PcTab *t, uint32_t pc, int32_t value); /* value holds from pc on */
void pctab_end(PcTab *t, uint32_t size);
PcReader pcreader(const Bytes *table);
bool pcreader_next(PcReader *r); /* false at the end */
Bytes obj_share(ObjCtx *o, Buf *b); /* the contents of b, which is freed */
void pctab_build(ObjCtx *o, LSym *text);
/* listing.c */
void prog_print_suffix(const Prog *p, Buf *out);
/* prog.c */
void obj_error(ObjCtx *o, uint32_t pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
void obj_prog_error(ObjCtx *o, const Prog *p, const char *what);

#endif
