/* emit.h - what emit.c and emit_ops.c share. */
#ifndef AMD64_EMIT_H
#define AMD64_EMIT_H

#include "compiler/amd64/amd64.h"

/* A branch whose target's first Prog is not known yet. */
typedef struct PendingBranch {
    Prog *p;
    Block *to;
} PendingBranch;

typedef struct Emitter {
    GenCtx *ctx;
    ObjCtx *obj;
    Func *f;
    LSym *text;
    const StackMaps *maps;
    ArgLive *args;
    uint32_t good_args; /* places of arguments that are good before v */
    int arg_index;     /* current value of PCDATA ArgLiveIndex */
    Value *v;          /* whose code is being emitted: gives position and provenance */
    Pos pos;           /* of the block's jump, when v is NULL */
    bool flags_live;   /* the flags register is needed after v */
    Prog **before;     /* by block id: the Prog in front of the block; NULL: it comes first */
    PendingBranch *branches;
    int nbranches, branches_cap;
    int unsafe;        /* current value of PCDATA UnsafePoint */
    int stack_map;     /* current value of PCDATA StackMapIndex */
} Emitter;

Prog *emit(Emitter *e, As as, Addr from, Addr to);
Prog *emit_to(Emitter *e, As as, Addr to);           /* one operand, written or both */
Prog *emit_from(Emitter *e, As as, Addr from);       /* one operand, only read */
Addr emit_reg(Emitter *e, const Value *v);            /* v's register as an operand */
Addr emit_mreg(int mreg);
Addr emit_mem(Emitter *e, const Value *v, const Value *base, int64_t off); /* off(base), with v's symbol or local */
Addr emit_local(const Local *l, int64_t off);          /* off bytes into a local */
void emit_value(Emitter *e, Value *v);                /* emit_ops.c */
LSym *emit_symbol(Emitter *e, const SsaSym *s);
void emit_load_g(Emitter *e);                         /* R14 from TLS and X15 = 0: what ABIInternal expects */

#endif
