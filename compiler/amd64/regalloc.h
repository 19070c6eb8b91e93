/* regalloc.h - what the files of the register allocator share.
 *
 *   livedist.c   which values are live at block ends and how far their next use is
 *   desire.c     which registers values would like to be in
 *   regalloc.c   walks the blocks and gives every use a register
 *   shuffle.c    moves values into place on edges to blocks with several predecessors
 *   spill.c      places the stores to the stack
 *   stackalloc.c lets spilled values share slots
 *   regalloc_verify.c  executes the result symbolically
 *
 * The idea: one walk over the blocks in reverse postorder, simulating what
 * every register holds.  A value may be in several registers, in its spill
 * slot, or both.  Each use takes a copy from where one is, or reloads; when a
 * register is needed, the content whose next use is farthest away goes.  At a
 * block's start the state is that of a predecessor already done; where several
 * meet, the others are brought to the same state at their ends afterwards.
 * All registers are destroyed by calls, so values that live across one are
 * stored once, at a place that dominates all reloads, outside of loops if
 * possible, and reloaded where next needed.
 *
 * The result is SSA still: copies, StoreReg, LoadReg and Phi are new Values,
 * and every Value has a home. */
#ifndef AMD64_REGALLOC_H
#define AMD64_REGALLOC_H

#include "compiler/amd64/amd64.h"

/* Distances to uses count instructions; what leaves the straight path adds these. */
enum {
    DistLikely = 1,
    DistNormal = 10,
    DistUnlikely = 100,
    DistCall = 1 << 16, /* the price of a call in between: whoever is farther cannot stay in a register */
    DistMax = 1 << 29,
    NumAllocRegs = 32,  /* registers 0..31 can be allocated */
    MaxOperands = 36    /* of one operation: the longest is a call */
};

typedef struct Use {
    struct Use *next; /* later ones */
    int32_t dist;     /* from the block's start */
} Use;

/* One original value. */
typedef struct ValState {
    RegMask regs;    /* registers that hold it now */
    Use *uses;       /* from the current place on, nearest first */
    Value *v;
    Value *spill;    /* its StoreReg (not yet in a block), or the Phi itself when that lives in a slot; NULL: never reloaded */
    int32_t restore_min, restore_max; /* dominator numbers of all blocks that reload it */
    bool needs_reg;  /* ints, pointers, floats; not SP and SB */
    bool remat;      /* made again at each use instead of kept */
    bool has_restore;
} ValState;

/* A register and what it holds: original value and the copy of it that is there. */
typedef struct RegEntry {
    uint8_t reg;
    Value *v, *c;
} RegEntry;

typedef struct LiveEntry {
    int32_t id;   /* of the value */
    int32_t dist; /* from the block's end to the next use */
} LiveEntry;

enum { MaxDesired = 4 };

/* Registers that a value should be computed into, best first. */
typedef struct Desire {
    int32_t id;
    uint8_t regs[MaxDesired]; /* NoReg: end */
} Desire;

typedef struct DesireSet {
    Desire *items;
    int n, cap;
    RegMask avoid; /* all registers that somebody here wants */
    uint64_t ids;  /* bit id % 64 for every item and perhaps more: most values want nothing */
} DesireSet;

typedef struct BlockState {
    LiveEntry *live_out;
    int nlive_out;
    RegEntry *start, *end; /* register contents; start of merge blocks: what predecessors must provide */
    int nstart, nend;
    bool visited;
    DesireSet desire_in; /* at the block's start */
} BlockState;

typedef struct RegAlloc {
    Func *f;
    LoopNest *nest;
    ValState *vals;   /* by id; those that existed at the start */
    int nvals;
    BlockState *blocks; /* by block id */
    Use *free_uses;

    /* registers, while a block is walked */
    struct { Value *v, *c; } regs[NumAllocRegs];
    RegMask used;     /* hold something that is live */
    RegMask pinned;   /* belong to the current instruction */
    RegMask inputs;   /* are read by the current instruction: nothing may move there before it */
    RegMask forbidden; /* nothing may be moved there: about to be destroyed */
    RegMask avoid;    /* somebody later wants these */
    RegMask inherited; /* hold since the block's start, not yet read (merge blocks) */
    RegMask dropped;  /* were inherited and given up unread */
    struct { Value *v; uint8_t reg; } wants[MaxOperands]; /* operands that still have to go to one register */
    int nwants;
    Value *cur_value; /* whose operands are being placed; NULL on edges */
    Block *cur;
    int place;        /* number of the current instruction in its block */
    int first_call;   /* uses farther than this come after a call */
    const int *next_call; /* by number of an instruction: that of the next call after it, or INT_MAX */

    Value **orig;     /* by id, all values: the original that a copy stands for */
    int norig;
    Value **store_into; /* by id of a StoreReg made on an edge: the phi whose slot it fills, or itself */
    int nstore_into;
    bool spills;      /* some value has a StoreReg or lives in a slot */
} RegAlloc;

void *ra_grow(Func *f, void *p, int *cap, int need, size_t size); /* array in the arena, zero-filled growth */
Value **ra_copy_values(Func *f, const Block *b); /* the list of b's values, to walk while b is rewritten */
ValState *ra_val(RegAlloc *s, const Value *v);
void ra_set_orig(RegAlloc *s, const Value *copy, Value *v);
const Value *ra_original(const RegAlloc *s, const Value *copy); /* NULL: it is no copy */
RegMask ra_reg_class(const Value *v); /* all registers that can hold v */
bool ra_is_merge(const Block *b);
Value *ra_new_move(RegAlloc *s, Block *b, Op op, Value *v);                /* without args and home, at the position of the current instruction */
Value *ra_new_copy(RegAlloc *s, Block *b, Value *v, Value *c, int reg);    /* Copy of c into reg, at the end of b */
Value *ra_new_reload(RegAlloc *s, Block *b, Value *v, int reg);            /* LoadReg or rematerialisation */
Value *ra_spill_of(RegAlloc *s, Value *v, Block *restored_in);
Value *ra_clone_remat(RegAlloc *s, Block *b, Value *v, int reg);

void ra_live_distances(RegAlloc *s);
void ra_desires(RegAlloc *s);

/* Desires at each instruction of one block, for the walk. */
void desire_block_out(RegAlloc *s, Block *b, DesireSet *d);            /* at the block's end */
void desire_step(RegAlloc *s, Value *v, DesireSet *d, Desire *result); /* backward over v; what v's result wants */
void desire_add(RegAlloc *s, DesireSet *d, int32_t id, int reg);

/* Registers for the args of v: masks, 0 for args without. Returns false for ops that take none. */
RegMask ra_input_mask(const Value *v, int i);
void ra_call_inputs(const Value *v, RegMask *masks); /* [nargs] for calls and MakeResult */

void ra_shuffle(RegAlloc *s);
void ra_place_spills(RegAlloc *s);
void ra_stackalloc(RegAlloc *s);

/* What regalloc_verify.c needs to remember from before. */
typedef struct RegallocShadow RegallocShadow;
RegallocShadow *regalloc_remember(Func *f);
void regalloc_verify(RegAlloc *s, const RegallocShadow *before);

#endif
