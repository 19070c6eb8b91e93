/* ssa.h - the SSA form of one function: the map of compiler/ssa.
 *
 * A Func is a graph of Blocks; a Block is a list of Values and ends in a jump
 * that its kind describes.  A Value is computed once and has a machine type,
 * never a Go aggregate: strings, slices, interfaces and small structs are
 * flattened before they come here; what is larger or has its address taken is
 * a Local in memory.  Memory is a Value too (type mem): each operation that
 * writes takes the state before and makes the state after.
 *
 * The same IR goes from construction (compiler/ir) through the passes of
 * pass.c to register allocation and emission (compiler/amd64).  dump.c prints
 * a Func at any of these points and read.c reads the text back, exactly.
 *
 * Everything here belongs to the Func's arena and is dropped with it; what a
 * pass needs for itself is in the Func's scratch, which is emptied after each
 * pass.  A Func is touched by one thread; what it shares with others
 * (SsaConfig) is frozen. */
#ifndef SSA_SSA_H
#define SSA_SSA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

typedef uint32_t Pos; /* compiler/syntax/pos.h; 0: none.  Here it is only a number, see PosMap */

typedef struct Value Value;
typedef struct Block Block;
typedef struct Func Func;
typedef struct SsaConfig SsaConfig;

/* --- types --- */

/* ValPtr is a pointer that the collector follows: nil or into its object,
 * never past the end.  Any other address is I64 and its base is kept alive. */
typedef enum ValType {
    ValVoid, ValMem, ValFlags, ValBool,
    ValI8, ValI16, ValI32, ValI64, ValF32, ValF64, ValPtr, ValV128,
    ValTuple,   /* two parts, taken by Select0 and Select1 (which carry their types) */
    ValResults, /* of a call or MakeResult; parts taken by SelectN */
    NumValTypes
} ValType;

extern const char *const val_type_names[NumValTypes]; /* void mem flags bool i8 ... as in the text form */

int val_type_size(ValType t); /* bytes in memory; 0 for mem, flags, ... */
static inline bool val_type_is_int(ValType t) { return t >= ValI8 && t <= ValI64; }
static inline bool val_type_is_float(ValType t) { return t == ValF32 || t == ValF64; }
static inline bool val_type_in_int_reg(ValType t) { return (t >= ValBool && t <= ValI64) || t == ValPtr; }
static inline bool val_type_in_float_reg(ValType t) { return val_type_is_float(t) || t == ValV128; }

/* --- operations --- */

/* What auxint and aux of an op hold. */
typedef enum AuxType {
    AuxNone,
    AuxBool, AuxInt8, AuxInt16, AuxInt32, AuxInt64, AuxUint8, /* auxint, kept sign-extended from its width (Bool, Uint8: zero-extended) */
    AuxFloat32, AuxFloat64, /* auxint: bits of the value as float64 */
    AuxSym,         /* aux: Sym, Local or none */
    AuxSymOff,      /* the same, plus auxint: int32 offset */
    AuxLocalOff,    /* aux: Local; auxint: offset */
    AuxLocal,       /* aux: Local */
    AuxSymValAndOff,/* aux: Sym, Local or none; auxint: value << 32 | offset, see val_and_off */
    AuxTypSize,     /* aux: Sym of a type or none; auxint: size in bytes */
    AuxCall,        /* aux: CallInfo */
    AuxString       /* aux: const char * */
} AuxType;

typedef enum OpFlags {
    OpCommutative = 1 << 0,  /* arg0 and arg1 may change places */
    OpCall = 1 << 1,         /* a call: clobbers every register, a safe point */
    OpEffect = 1 << 2,       /* does something besides its result: never dead, never merged */
    OpIsNilCheck = 1 << 3,    /* faults if arg0 is nil, does nothing else */
    OpFaultOnNil0 = 1 << 4,  /* touches memory at arg0 + auxint: may stand for a nil check of arg0 */
    OpFaultOnNil1 = 1 << 5,  /* the same for arg1 */
    OpZeroWidth = 1 << 6,    /* no code is emitted */
    OpFixedReg = 1 << 7,     /* lives in a fixed register that is never allocated (SP, SB) */
    OpResultInArg0 = 1 << 8, /* two-address: the result's register is arg0's */
    OpClobberFlags = 1 << 9, /* leaves the flags register undefined */
    OpRemat = 1 << 10,       /* may be computed again instead of spilled; no args but SP and SB */
    OpResultNotInArgs = 1 << 11, /* the result's register differs from all args' */
    OpUnsafePoint = 1 << 12, /* no asynchronous safe point inside */
    OpNeedIntTemp = 1 << 13, /* needs one scratch integer register */
    OpFlagsTuple = 1 << 14,  /* the second part of the tuple is Flags */
    OpMachine = 1 << 16      /* set for you: a row of amd64_ops.h */
} OpFlags;

/* How a machine op uses its symbol, as gc's symEffect. */
typedef enum SymEffect { SymNone, SymAddr, SymRead, SymWrite, SymRdWr } SymEffect;

typedef enum Op {
#define OP(name, nargs, sig, aux, flags) Op##name,
#include "compiler/ssa/ops.h"
#define MOP(name, nargs, sig, regs, asm_name, aux, effect, flags) OpAMD64##name,
#include "compiler/amd64/amd64_ops.h"
    NumOps
} Op;

typedef struct OpInfo {
    const char *name; /* machine ops too without prefix: ADDQ */
    const char *sig;  /* see ops.h */
    int8_t nargs;     /* -1: any number */
    uint8_t aux;      /* AuxType */
    uint8_t effect;   /* SymEffect; SymNone for generic ops */
    uint32_t flags;   /* OpFlags */
} OpInfo;

extern const OpInfo op_info[NumOps];

static inline bool op_has(Op op, uint32_t flag) { return (op_info[op].flags & flag) != 0; }
bool op_takes_mem(Op op); /* the last arg is mem */

typedef enum BlockKind {
#define BLOCK(name, controls, succs) Block##name,
#include "compiler/ssa/blocks.h"
    NumBlockKinds
} BlockKind;

typedef struct BlockInfo {
    const char *name;
    int8_t controls, succs; /* succs -1: any number */
} BlockInfo;

extern const BlockInfo block_info[NumBlockKinds];

/* --- what aux points to --- */

typedef enum SsaABI { SsaABIInternal, SsaABI0 } SsaABI;

/* A linker symbol by name.  One per (name, abi) and Func: compare with ==. */
typedef struct SsaSym {
    const char *name;
    SsaABI abi;
} SsaSym;

typedef enum LocalClass {
    LocalAuto,   /* in the frame; the back end chooses the offset */
    LocalParam,  /* stack argument: offset from the caller's argument area */
    LocalResult, /* stack result: likewise */
    LocalSpill   /* made by regalloc */
} LocalClass;

extern const char *const local_class_names[LocalSpill + 1];

typedef struct Local {
    const char *name;
    int id;            /* index in Func.locals */
    LocalClass class;
    int64_t size;
    int32_t align;
    int64_t offset;    /* Param, Result: given; Auto, Spill: set by the back end (from the frame's top, negative) */
    uint8_t *ptrmask;  /* one bit a word, (size/8 + 7)/8 bytes; NULL: no pointers */
    const char *gotype;/* link name of its Go type for DWARF and stack objects, or NULL */
    bool addrtaken;    /* its address may be held in a pointer: a stack object */
    bool needzero;     /* holds pointers that may be read before they are written: zeroed at entry */
    bool has_offset;   /* offset is set */
} Local;

static inline bool local_has_pointers(const Local *l) { return l->ptrmask != NULL; }
static inline bool local_ptr_at(const Local *l, int64_t word) { return l->ptrmask && (l->ptrmask[word / 8] >> (word % 8) & 1); }

/* A block of source, and a variable that the programmer wrote, for debuggers. */
typedef struct DebugScope {
    int parent;        /* index in Func.scopes, -1: the function */
    Pos pos, end;
} DebugScope;

typedef struct DebugVar {
    const char *name;
    Local *local;      /* where it is; NULL: its components are values */
    const char *type;  /* symbol of its descriptor */
    int64_t size;
    uint8_t kind;      /* GoVarKind */
    int scope;         /* index in Func.scopes, -1 */
    int comp, ncomps;  /* in Func.comps; with a local too: what a parameter is until it is stored there */
    Local *param;      /* a stack parameter: where it came; NULL */
    int stores;        /* ... how many stores make the local hold it */
    int64_t closure_off; /* captured: where it stands in the closure; else 0 */
    Pos pos;           /* of its declaration */
} DebugVar;

/* A component of a variable: a word of a string, a field. */
typedef struct DebugComp {
    int64_t off;
    uint8_t type;      /* ValType */
    bool unused;       /* a parameter that nobody reads: */
    int arg;           /* ... the number of the register in which it came */
} DebugComp;

/* An assignment: from behind one value on, a component is another. */
typedef struct DebugName {
    int comp;
    Value *v;          /* NULL: gone, nobody needed it; or */
    bool passed;       /* what the caller passed on the stack */
    Value *after;      /* NULL: from the block's start on */
    Block *block;      /* where it was made */
} DebugName;

typedef struct CallInfo {
    SsaSym *callee;   /* StaticCall, TailCall; NULL for the others */
    SsaABI abi;
    int nresults;     /* register results */
    uint8_t *results; /* their ValTypes, in order of flattened components */
    int64_t stack_size; /* outgoing area: stack arguments, stack results, spill area */
    bool noreturn;    /* never comes back: its block is Exit */
    bool nosplit;     /* the callee is known not to check the stack (facts for nosplit, liveness does not rely on it) */
    uint8_t *stack_ptrs; /* pointer words of the stack arguments, one bit a word, or NULL: for the stack map at this call */
} CallInfo;

/* Codes of PanicBounds: what was out of range; the runtime's numbering. */
typedef enum BoundsKind {
    BoundsIndex,      /* s[x], 0 <= x < len(s) failed */
    BoundsSliceAlen,  /* s[?:x], x <= len(s) */
    BoundsSliceAcap,  /* s[?:x], x <= cap(s) */
    BoundsSliceB,     /* s[x:y], x <= y */
    BoundsSlice3Alen, /* s[::x], x <= len(s) */
    BoundsSlice3Acap, /* s[::x], x <= cap(s) */
    BoundsSlice3B,    /* s[:x:y], x <= y */
    BoundsSlice3C,    /* s[x:y:], x <= y */
    BoundsConvert     /* (*[x]T)(s), x <= len(s) */
} BoundsKind;

/* --- values --- */

typedef enum AuxKind { AuxKindNone, AuxKindSym, AuxKindLocal, AuxKindCall, AuxKindString } AuxKind;

struct Value {
    int32_t id;       /* dense, from 1, never reused inside a Func */
    uint16_t op;      /* Op */
    uint8_t type;     /* ValType */
    uint8_t aux_kind; /* which of the union below; follows from who made it */
    int32_t uses;     /* args and block controls that name this Value */
    int32_t nargs, args_cap;
    Pos pos;
    uint32_t node;    /* id of the AST node it comes from; 0: none */
    int64_t auxint;
    union {
        void *aux;    /* for == */
        SsaSym *sym;
        Local *local;
        CallInfo *call;
        const char *string;
    };
    Value **args;     /* args_storage or the arena */
    Block *block;
    Value *args_storage[3];
};

static inline ValType value_type(const Value *v) { return (ValType)v->type; }
static inline int32_t valoff_val(int64_t auxint) { return (int32_t)(auxint >> 32); }
static inline int32_t valoff_off(int64_t auxint) { return (int32_t)auxint; }
static inline int64_t val_and_off(int32_t val, int32_t off) { return (int64_t)((uint64_t)(uint32_t)val << 32 | (uint32_t)off); }

/* --- blocks --- */

/* One end of an edge: for e in b->succs, e.block->preds[e.index] leads back to b. */
typedef struct Edge {
    Block *block;
    int32_t index;
} Edge;

typedef enum Hint { HintUnlikely = -1, HintNone = 0, HintLikely = 1 } Hint; /* of succs[0] */

struct Block {
    int32_t id;   /* dense, from 1 */
    uint8_t kind; /* BlockKind */
    int8_t hint;  /* Hint */
    uint8_t ncontrols;
    Pos pos;      /* of the jump */
    uint32_t node;
    Func *func;
    Value *controls[2];
    Edge *succs;
    int32_t nsuccs, succs_cap;
    Edge *preds;  /* phi args stand in this order */
    int32_t npreds, preds_cap;
    Value **values;
    int32_t nvalues, values_cap;
    SsaSym *table; /* JumpTable: symbol of the table */
};

/* --- functions --- */

enum {
#define FUNC_FLAG(name, word) Func##name##Bit,
#include "compiler/ssa/funcflags.h"
    NumFuncFlags
};

typedef enum FuncFlags {
#define FUNC_FLAG(name, word) Func##name = 1 << Func##name##Bit,
#include "compiler/ssa/funcflags.h"
} FuncFlags;

extern const char *const func_flag_names[NumFuncFlags];

/* A parameter in a register, for the prologue: it is saved around morestack. */
typedef struct RegParam {
    uint8_t seq;      /* its number in the sequence AX BX CX ... or X0 X1 ... */
    bool is_float;
    uint8_t type;     /* ValType */
    int64_t spill;    /* offset of its slot from the caller's argument area */
} RegParam;

/* Where regalloc put a value. */
typedef enum HomeKind { HomeNone, HomeReg, HomePair, HomeSlot } HomeKind;
enum { NoReg = 255 };
enum { MaxFrame = 1 << 30 }; /* bytes of locals and stack arguments that a function may have */

typedef struct Home {
    uint8_t kind;   /* HomeKind */
    uint8_t reg[2]; /* Reg: [0]; Pair (tuples): both, NoReg if that part is unused or flags */
    Local *slot;    /* Slot: StoreReg values */
} Home;

struct Func {
    const SsaConfig *config;
    Arena arena;
    Arena scratch;    /* tables of the running pass */

    SsaSym *sym;      /* its own name and ABI */
    uint32_t flags;   /* FuncFlags */
    Pos pos;          /* of the declaration: start line */
    uint32_t node;
    int64_t args_size;/* stack arguments and results, without the spill area */
    Local **locals;
    int nlocals, locals_cap;
    RegParam *reg_params;
    int nreg_params, reg_params_cap;
    uint8_t *arginfo; /* FUNCDATA 5: how tracebacks print arguments */
    int arginfo_len;
    Local *defer_bits; /* open-coded defers: the byte of bits, and the first slot; else NULL */
    Local *defer_slots;

    Block *entry;
    Block **blocks;   /* after the layout pass: in the order of emission; entry first */
    int nblocks, blocks_cap;
    int next_value_id, next_block_id; /* ids in use are below these */

    /* after regalloc; NULL before */
    Home *homes;      /* by value id */
    int homes_len;

    /* for debuggers; not in the text form */
    DebugVar *vars;
    size_t nvars, vars_cap;
    DebugComp *comps;
    size_t ncomps, comps_cap;
    DebugName *names; /* in the order of construction */
    size_t nnames, names_cap;
    Value **origs;    /* by value id, after regalloc: what a copy, a spill or a reload stands for; NULL */
    int norigs;
    DebugScope *scopes;
    size_t nscopes, scopes_cap;

    /* for the passes */
    Map syms[2];      /* SsaSym by name, per ABI */
    Map consts;       /* shared values of the entry block by op and auxint; entries may be stale */
    bool consts_known;/* consts has been filled; the pass runner resets it, so that a pass depends on the text alone */
    const char *pass; /* name of the running pass, for messages */
    const char *error;/* first internal error, in the arena; NULL: none */
    bool scheduled;   /* values stand in order of execution */
    bool laid_out;    /* blocks stand in order of emission */
    bool has_write_barriers; /* the writebarrier pass inserted some: an error with FuncNoWriteBarrier, */
    Pos write_barrier_pos;   /* reported here: the first one's position */
};

/* --- configuration, shared by all functions of a compilation, frozen --- */

/* Positions as others see them. */
typedef struct PosInfo {
    const char *file; /* NULL: unknown */
    int line, col;
    Pos call;         /* of the inlined call; 0 */
} PosInfo;

typedef struct PosMap {
    void *ctx;
    PosInfo (*info)(void *ctx, Pos p);             /* for dumps and messages */
    Pos (*make)(void *ctx, const PosInfo *info);   /* for the reader */
} PosMap;

/* The machine: what the pass table calls, and names for the text form. */
typedef struct SsaTarget {
    const char *name;              /* amd64 */
    const char *const *reg_names;  /* by number; [num_regs] */
    int num_regs;
    void (*lower)(Func *f);        /* generic ops -> machine ops */
    void (*late_lower)(Func *f);   /* machine ops -> better ones, once use counts are final */
    void (*regalloc)(Func *f);     /* sets homes; inserts copies, StoreReg, LoadReg; leaves blocks scheduled */
    Value *(*split_load)(Value *v); /* turns a compare that reads memory into a compare of registers, in place;
                                       returns the new load, which the caller places: not in any block's list */
} SsaTarget;

struct SsaConfig {
    const SsaTarget *target; /* NULL: machine-dependent passes are skipped */
    const PosMap *pos;       /* NULL: positions print as numbers */
    bool no_opt;             /* -N */
    bool check;              /* check_func after every pass */
    bool in_runtime;         /* package runtime and its parts: see writebarrier */
    /* Called after a pass for which it wants the text (dumps, GOSSAFUNC); may be NULL. */
    void (*after_pass)(void *ctx, Func *f, const char *pass);
    void *after_pass_ctx;
};

/* --- func.c: making and changing --- */

Func *func_new(const SsaConfig *config, const char *name, SsaABI abi); /* one plain heap object; empty; no entry yet */
Func *func_renew(Func *old, const SsaConfig *config, const char *name, SsaABI abi); /* the same, in the memory of one that is done with; NULL: func_new */
void func_free(Func *f);
SsaSym *func_sym(Func *f, const char *name, SsaABI abi); /* name must outlive f */
Local *func_local(Func *f, const char *name, LocalClass class, int64_t size, int32_t align);
RegParam *func_reg_param(Func *f);
CallInfo *call_info_new(Func *f, SsaSym *callee, SsaABI abi, int nresults);

/* Reports a fault of ours: pass, function, position.  The first one stays; the
 * pass runner stops after the pass. */
void func_fail(Func *f, const Value *v, const char *format, ...) __attribute__((format(printf, 3, 4)));

Block *block_new(Func *f, BlockKind kind); /* appended to f->blocks */
void add_edge(Block *from, Block *to);     /* phis of `to` get no arg: the caller adds it */
void set_control(Block *b, Value *v);      /* controls = {v}; NULL: none */
void add_control(Block *b, Value *v);
void replace_control(Block *b, int i, Value *v);
void reset_controls(Block *b);
void remove_edge(Block *b, int i);         /* drops b->succs[i], its twin and the phi args for it (last one moves into the hole) */
void redirect_edge(Block *b, int i, Block *to); /* b->succs[i] goes to `to` instead; the old target's phis lose their arg, the caller adds those of `to` */
void block_copy_pos(Block *to, const Block *from);
Block *split_edge(Block *b, int i);        /* a new plain block in the middle of b->succs[i] */
Block *move_jump(Block *b);                /* a new block that takes over b's kind, controls and successors; b is left plain without successors */
void bypass_block(Block *b);               /* b is plain, holds no phi and is not its own successor: its preds go to its successor, b is left unlinked */
void insert_value(Value *v, Value *before);/* v (in no list, see detach_value) goes before a value of a block */
void detach_value(Value *v);               /* out of its block's list, keeping args; v->block stays */
void swap_successors(Block *b);            /* also turns the hint round */
void block_append(Block *b, Value *v);     /* moves v (already counted as an arg user) into b; sets v->block */
void remove_phi_arg(Value *phi, int i);    /* as remove_edge does: the last arg moves to i */

/* A new value at the end of b.  Args, aux and auxint may be added afterwards. */
Value *new_value(Block *b, Op op, ValType type, Pos pos, uint32_t node);
Value *new_value0(Block *b, Op op, ValType t, Pos pos, uint32_t node);
Value *new_value1(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *x);
Value *new_value2(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *x, Value *y);
Value *new_value3(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *x, Value *y, Value *z);
Value *new_value4(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *w, Value *x, Value *y, Value *z);
Value *new_value_i(Block *b, Op op, ValType t, Pos pos, uint32_t node, int64_t auxint); /* with auxint */
Value *new_value_from(Block *b, Op op, ValType t, const Value *from); /* pos and node of from */

void add_arg(Value *v, Value *arg);
void set_arg(Value *v, int i, Value *arg);
void remove_args(Value *v);
void set_sym(Value *v, SsaSym *s);      /* NULL: none */
void set_local(Value *v, Local *l);
void set_call(Value *v, CallInfo *c);
void set_string(Value *v, const char *s);
void copy_aux(Value *v, const Value *from); /* aux and auxint */
void value_reset(Value *v, Op op);      /* new op; no args, aux 0; keeps id, type, pos, node, block, uses */
void copy_of(Value *v, Value *x);       /* v becomes Copy x; type of x */
void replace_uses(Func *f, Value *old, Value *by); /* in args and controls; walks the whole Func */
void value_remove(Value *v);            /* drops args and takes v (no uses) out of its block, keeping order */

/* Constants live in the entry block, one value each. */
Value *func_const_int(Func *f, ValType t, int64_t c, Pos pos, uint32_t node);
Value *func_const_bool(Func *f, bool c, Pos pos, uint32_t node);
Value *func_const_nil(Func *f, Pos pos, uint32_t node);
Value *func_sp(Func *f); /* the SP value of the entry block; made when absent */
Value *func_sb(Func *f);

static inline Value *value_mem_arg(const Value *v) { return v->nargs && v->args[v->nargs - 1]->type == ValMem ? v->args[v->nargs - 1] : NULL; }
Value *block_mem_control(const Block *b); /* memory state at the end of b, through its control; NULL if it has none */

/* Homes (after regalloc). */
void func_alloc_homes(Func *f);                /* room for all ids so far; grows by set_home */
void set_home(Func *f, const Value *v, Home h);
static inline Home home_of(const Func *f, const Value *v) { return v->id < f->homes_len ? f->homes[v->id] : (Home){0}; }
static inline int reg_of(const Func *f, const Value *v) { Home h = home_of(f, v); return h.kind == HomeReg ? h.reg[0] : NoReg; }

/* --- dump.c, read.c: the text form (described at the head of dump.c) --- */

void dump_func(const Func *f, Buf *out);
void dump_value(const Func *f, const Value *v, Buf *out); /* one line without newline; for messages and html */

/* Reads the functions of a text.  On bad input returns false with a message
 * "line:col: what" in *error (arena). */
typedef struct FuncList {
    Func **funcs; /* heap; func_list_free */
    size_t count, cap;
} FuncList;
bool parse_funcs(const SsaConfig *config, const char *text, size_t size, FuncList *list, Arena *arena, const char **error);
void func_list_free(FuncList *list); /* the Funcs too */

/* A PosMap that keeps its own table, for tools that have no sources. */
typedef struct PosList {
    PosInfo *items; /* heap; [0] unused */
    size_t count, cap;
    Map files, index; /* file name -> its one copy; hash of an item -> its number */
    Arena arena;
} PosList;
void pos_list_init(PosList *p);
void pos_list_free(PosList *p);
PosMap pos_list_map(PosList *p);

/* --- check.c --- */
bool check_func(Func *f); /* every invariant; false: f->error is set */

/* --- pass.c: the pass table and its runner --- */
typedef struct Pass {
    const char *name;
    void (*run)(Func *f);
    bool required; /* runs with -N too */
} Pass;
extern const Pass ssa_passes[];
extern const size_t ssa_num_passes;

bool run_passes(Func *f);                            /* all; false: f->error */
bool run_pass(Func *f, const char *name);            /* this one alone */
bool run_passes_from(Func *f, const char *first, const char *last); /* inclusive; NULL: from the start, to the end */
int ssa_find_pass(const char *name);                 /* index or -1 */

/* Reads funcs, runs one pass (NULL: none) over each with checks before and after, appends the dump to out.
 * 0, or 1 with messages ("name:line:col: ...") in err: what compile -from=ssa -ssapass=P does, and the tests. */
int ssa_main(const SsaTarget *target, const char *name, const char *text, size_t size, const char *pass, Buf *out, Buf *err);

/* --- orders and trees: dom.c --- */
Block **postorder(Func *f, int *n); /* reachable blocks; scratch; reverse it for rpo */
typedef struct DomTree {
    Block **rpo;    /* reachable blocks */
    int nrpo;
    int32_t *index; /* by block id: place in rpo, -1 unreachable */
    Block **idom;   /* by block id */
    int32_t *pre, *post; /* by block id: numbering of the dominator tree, for dom_is_ancestor */
    Block ***children;   /* by block id, in rpo order */
    int32_t *nchildren;
} DomTree;
DomTree *dominators(Func *f); /* scratch; valid in this pass, until the graph changes */
static inline bool dom_is_ancestor_eq(const DomTree *t, const Block *a, const Block *b) { return t->pre[a->id] <= t->pre[b->id] && t->post[b->id] <= t->post[a->id]; }

typedef struct Loop {
    Block *header;
    struct Loop *outer;
    int depth;      /* from 1 */
    int nblocks;
    bool is_inner;  /* contains no other loop */
    bool has_call;
} Loop;
typedef struct LoopNest {
    DomTree *dom;
    Loop **loop_of; /* by block id: innermost loop or NULL */
    Loop **loops;
    int nloops;
    bool has_irreducible;
} LoopNest;
LoopNest *loop_nest(Func *f);

/* --- rewrite.c: what generated rules use --- */
typedef bool (*ValueRule)(Value *v);
typedef bool (*BlockRule)(Block *b);
void apply_rules(Func *f, BlockRule block_rule, ValueRule value_rule); /* to a fixed point, then removes dead values and copies */

/* --- passes, in the order of the table --- */
void phielim(Func *f);
void copyelim(Func *f);
void deadcode(Func *f);
void divisible(Func *f); /* part of opt */
void opt(Func *f);
void cse(Func *f);
void nilcheckelim(Func *f);
void prove(Func *f);
void fuse(Func *f);
void shortcircuit(Func *f);
void branchelim(Func *f);
void tighten(Func *f);
void deadstore(Func *f);
void writebarrier(Func *f);
void critical(Func *f);
void layout(Func *f);
void schedule(Func *f);
void late_nilcheck(Func *f);
void flagalloc(Func *f);
void looprotate(Func *f);
void trim(Func *f);
void debug_names_keep(Func *f, const bool *live_block, const bool *live); /* debugnames.c: before values go */
Value *copy_source(Value *v); /* follows Copies */

#endif
