/* ir.h - from the typed tree to SSA: the map of compiler/ir.
 *
 * In order of use:
 *   expand.c      copies of called functions that gain by being copies
 *   escape.c      what lives on the heap (marks variables and nodes)
 *   staticinit.c  package variables whose value is known now
 *   pkginit.c     the queue of the package's functions, and those that initialise it
 *   build.c       one function: parameters, variables, results
 *   ssavars.c     variables become values
 *   stmt.c range.c rangefunc.c switch.c select.c     statements
 *   expr.c literal.c convert.c compare.c iface.c strings.c   expressions
 *   call.c intrinsic.c inline.c builtin.c defer.c    calls
 *   wrapper.c     functions that nobody wrote: promoted methods, method values,
 *                 go and defer closures, ABI wrappers
 *   alg.c         equality and hashing of types
 *   debugvar.c    where variables are, for debuggers
 *   wbcheck.c     functions of the runtime that must have no write barriers
 *   abi.c         who goes in which register
 *   layout.c      how types fall into scalars
 *
 * Values of Go types.  A type with at most four scalar components (flattened:
 * a string is pointer and length) is held as SSA values, one a component; any
 * other lives in memory and is known by its address.  Val is either.
 *
 * compiler/object makes the data these functions refer to by name: strings,
 * type descriptors, itabs. */
#ifndef IR_IR_H
#define IR_IR_H

#include "assembler/obj/obj.h"
#include "base/map.h"
#include "compiler/ssa/ssa.h"
#include "compiler/types/types.h"

/* ---- the compilation ---- */

typedef struct Builder Builder;

/* A function still to be built. */
typedef struct PendingFunc {
    const char *name; /* link name, without .abi0 */
    void (*build)(Builder *s, void *arg); /* fills the Func */
    void *arg;
    uint32_t flags;   /* FuncFlags */
    SsaABI abi;
    Pos pos;
} PendingFunc;

typedef struct Ir {
    Arena *arena;      /* lives as long as the compilation */
    TypesCtx *types;
    PosTable *pos;
    Diag *diag;
    ObjCtx *obj;
    Package *pkg;
    SsaConfig *ssa;
    bool no_opt;       /* -N: every variable in memory */
    bool no_inline;    /* -l */
    bool std;          /* a package of the library */
    bool runtime;      /* package runtime and its parts */
    bool debug_vars;   /* tell debuggers where variables are */
    bool no_bounds;    /* -B: indices are not checked */
    Map symabi_defs;   /* name -> (void *)(1 + ABI): defined in assembly */
    Map symabi_refs;   /* name -> likewise: called from assembly */
    pthread_mutex_t lock; /* protects everything here while functions are built */
    PendingFunc *pending; /* queue; grows while functions are built; heap */
    size_t npending, pending_cap;
    Map queued;        /* names of all functions in the queue */
    struct InlinedCall *inlined; /* inline.c: every call that was replaced by the body; heap */
    size_t ninlined, inlined_cap;
    Map inlined_at;    /* Pos of such a call -> 1 + its number */
    Map wb_funcs;      /* wbcheck.c: name -> WbFunc, of package runtime and its parts */
    Map escaping;      /* escape.c: bodies of instances that have been solved, or are being */
    void *data;        /* compiler/object's */
    uint32_t nstatics; /* staticinit.c: number of p..stmp_N */
    uint32_t nmap_inits; /* pkginit.c: number of p.map.init.N */
    Map static_vars;   /* staticinit.c: package variables (Object) whose data is complete */
    const char **init_funcs; /* pkginit.c: what the package's init task runs, in order */
    uint32_t ninit_funcs;
} Ir;

/* Queues all functions of the package: declared ones, initializers, wrappers for assembly. */
void ir_queue_package(Ir *ir);
void ir_queue(Ir *ir, PendingFunc f); /* does nothing when the name is queued already */
/* Builds a queued function, in the memory of old if there is one; NULL after an error that was reported. */
Func *ir_build(Ir *ir, const PendingFunc *p, Func *old);

/* Reports "X not supported yet" at pos, once per position. */
void ir_unsupported(Ir *ir, Pos pos, const char *what);

/* ---- expand.c ---- */

void expand_calls(Ir *ir, FuncVars *f); /* in f and its literals; what f calls has been solved */

/* ---- escape.c ---- */

/* Node.esc of expressions and statements that allocate. */
enum { EscUnknown, EscHeap, EscNone };
void escape_package(Ir *ir);
/* An instance of a generic function, once its body has been made. */
void escape_instance(Ir *ir, FuncVars *f);
static inline bool on_heap(const Node *n) { return n->esc != EscNone; }
/* Whether a closure holds a copy of the variable instead of its address. */
static inline bool captured_by_value(const Object *v)
{
    return !v->var.reassigned && !v->var.addrtaken && v->var.role != VarResult && type_size(v->type) <= 128;
}

/* ---- layout.c ---- */

/* One scalar inside a value of some type. */
typedef struct Comp {
    int64_t off;
    ValType type;
    bool off_heap; /* a pointer that never leads to the heap: storing it needs no write barrier */
} Comp;

enum { MaxComps = 4 };

/* Writes the components of t in order of offset to out (room for max) and
 * returns their number, or -1 when there are more, or t holds an array of
 * more than one element. */
int flatten(Type *t, Comp *out, int max);
bool ssa_able(Type *t);           /* held as SSA values */
int ssa_comps(Type *t, Comp *out);/* of an ssa_able type; out has room for MaxComps */
ValType scalar_type(Type *t);     /* of a type with exactly one component */
uint8_t *ptr_mask(Arena *a, Type *t); /* one bit a word up to the size, or NULL without pointers */
bool is_direct_iface(Type *t);    /* an interface's data word holds the value itself */
const char *comp_name(Type *t, int i);

/* ---- abi.c ---- */

typedef struct AbiParam {
    Type *type;
    bool in_regs;
    int ncomps;      /* in_regs: number of components */
    Comp *comps;
    int64_t offset;  /* on the stack: from the argument area; in_regs parameters: of the spill slot */
} AbiParam;

typedef struct AbiSig {
    AbiParam *params;  /* the receiver first */
    int nparams;
    AbiParam *results;
    int nresults;
    int nreg_results;  /* components of results in registers */
    int64_t args_size; /* stack arguments and results */
    int64_t result_off;/* where stack results begin */
    int64_t frame_size;/* args_size and the spill area */
} AbiSig;

/* FORMATS: register assignment.  params and results are given as types. */
AbiSig *abi_assign(Arena *a, Type **params, int nparams, Type **results, int nresults, SsaABI abi);
/* Of a signature; recv NULL, or the type of a receiver that goes first. */
AbiSig *abi_of(Arena *a, Type *recv, Type *sig, SsaABI abi);
int abi_arginfo(Arena *a, const AbiSig *sig, uint8_t **out); /* FUNCDATA 5; returns its length */

/* ---- building one function ---- */

/* A value of Go type t. */
typedef struct Val {
    Type *t;
    bool mem;   /* v[0] is the address of the value */
    bool temp;  /* mem: nobody else writes there */
    int n;
    Value *v[MaxComps];
} Val;

typedef enum VarKind { VarInSSA, VarOnStack, VarByPointer } VarKind;

typedef struct VarInfo {
    uint8_t kind;   /* VarKind */
    Type *t;
    int first;      /* VarInSSA: number of the first component; VarByPointer: of the pointer */
    Local *local;   /* VarOnStack; VarByPointer: that holds the pointer, or NULL */
} VarInfo;

/* Where break and continue go. */
typedef struct Target {
    const Node *stmt;
    Block *brk, *cont;
    struct Target *outer;
} Target;

struct Builder {
    Ir *ir;
    Func *f;
    FuncVars *info;    /* NULL for generated functions */
    Arena *arena;      /* the Func's */
    Block *b;          /* current block; NULL: unreachable */
    Pos pos;           /* of what is being built */
    uint32_t node;
    Value *initmem;
    const char *name;  /* link name, for closures and temporaries */
    /* ssavars.c */
    Map defs;          /* block id << 32 | var -> Value */
    uint8_t *var_types;
    int nvars;
    size_t vars_cap;
    Value **fwdrefs;
    int nfwdrefs;
    size_t fwdrefs_cap;
    /* build.c */
    Map vars;          /* Object -> VarInfo */
    AbiSig *abi;
    Local **result_locals; /* stack results, by result index */
    Object **results;
    int nresults;
    bool has_defer;
    Block *exit;       /* with defers: where all returns go */
    Block *recover;    /* with defers: where the function goes on after a recovered panic */
    int ndefers;       /* open-coded ones built so far */
    int defer_bits;    /* variable: which of them were reached */
    Value *closure;    /* context pointer */
    Target *targets;
    Map labels;        /* LabeledStmt -> Block */
    Block *fallthrough;/* next case's body */
    struct Inlining *inl; /* inline.c: the body of a called function is being built */
    int inlined_cost;  /* of all bodies taken in so far */
    struct EvalOrder *order; /* order.c: of the expression that is being built, or NULL */
    Local **temps, **free_temps; /* slots of the statements that are being built; others, to be used again */
    size_t ntemps, cap_temps, nfree, cap_free;
    struct RangeBody *range; /* rangefunc.c: this is the body of a range over a function */
    int nwraps;        /* gowrapN and deferwrapN so far */
};

enum { MemVar = 0 };

/* ssavars.c */
int var_new(Builder *s, ValType type);
void var_write(Builder *s, int var, Value *v);
Value *var_read(Builder *s, int var);
void resolve_fwdrefs(Builder *s);

/* build.c: blocks, values, memory */
Block *new_block(Builder *s);
void start_block(Builder *s, Block *b);
void jump(Builder *s, Block *to);               /* ends the current block */
void branch(Builder *s, Value *cond, Block *yes, Block *no, int hint); /* likewise */
void exit_block(Builder *s);                    /* ends it after a call that does not return */
static inline Value *mem(Builder *s) { return var_read(s, MemVar); }
static inline void set_mem(Builder *s, Value *m) { var_write(s, MemVar, m); }
Value *op0(Builder *s, Op op, ValType t, int64_t auxint);
Value *op1(Builder *s, Op op, ValType t, Value *x);
Value *op2(Builder *s, Op op, ValType t, Value *x, Value *y);
Value *op3(Builder *s, Op op, ValType t, Value *x, Value *y, Value *z);
Value *int_const(Builder *s, ValType t, int64_t c);
static inline Value *int64_const(Builder *s, int64_t c) { return int_const(s, ValI64, c); }
Value *bool_const(Builder *s, bool c);
Value *nil_const(Builder *s);
Value *sym_addr(Builder *s, const char *name);  /* ABIInternal or data */
Value *local_addr(Builder *s, Local *l);
Value *offset(Builder *s, Value *ptr, int64_t off);
Value *closure_ptr(Builder *s);                 /* the context register at entry */
Value *nil_check(Builder *s, Value *ptr);
Value *load_scalar(Builder *s, ValType t, Value *addr);
void store_scalar(Builder *s, Value *addr, Value *v);
Local *new_temp(Builder *s, Type *t);           /* a slot in the frame for this statement, defined here */
void free_temps(Builder *s, size_t from);       /* a statement ends that began when s->ntemps was from */
Local *new_local(Builder *s, const char *name, Type *t);
void mark_pos(Builder *s, const Node *n);       /* what follows comes from n */

/* Vals */
Val val_zero(Builder *s, Type *t);
Val val_load(Builder *s, Type *t, Value *addr); /* mem Vals: the address itself */
void val_store(Builder *s, Value *addr, Val v); /* of v.t */
Val val_copy(Builder *s, Val v);                /* mem Vals that others may write: into a temporary */
Value *val_addr(Builder *s, Val v);             /* in memory, as it is or in a temporary */
Val val_scalar(Type *t, Value *v);
Val val_pair(Type *t, Value *a, Value *b);
Val val_field(Builder *s, Val v, Type *strct, uint32_t i);
void zero_mem(Builder *s, Value *addr, Type *t);
Val val_retype(Val v, Type *t);                 /* same layout */

/* variables */
VarInfo *var_info(Builder *s, Object *v);
VarInfo *var_declare(Builder *s, Object *v);    /* allocates; the value is not set */
Value *var_addr(Builder *s, Object *v);         /* of a variable that has an address */
bool var_is_ssa(Builder *s, Object *v);
Val var_load(Builder *s, Object *v);
void var_store(Builder *s, Object *v, Val x);
void declare_zero(Builder *s, Object *v);
void declare_init(Builder *s, Object *v, Val x);

void func_params(Builder *s, const char **names, Val *out); /* all parameters of s->abi */
void func_results(Builder *s);                  /* places of stack results */
void load_captures(Builder *s);                 /* of s->info, from the closure */
void return_results(Builder *s);                /* returns what the result variables hold */
Type *capture_type(Ir *ir, Object *v);          /* of a captured variable's field in the closure */
void build_func(Builder *s, void *func_vars);   /* a PendingFunc.build: a FuncVars */
void finish_return(Builder *s, Val *results);   /* leaves the function */
const char *closure_name(Ir *ir, FuncVars *f);
void name_copied_closure(Ir *ir, FuncVars *f, const char *from); /* a literal of a function that was copied into f->outer */
const char *wrap_name(Builder *s, const char *kind); /* "gowrap", "deferwrap" */

/* stmt.c */
void stmt(Builder *s, Node *n);
void stmt_list(Builder *s, NodeList list);
void assign_two(Builder *s, Node *x, Val v, Node *y, Val w); /* x, y = v, w */
void assign(Builder *s, Node *lhs, Val v);      /* lhs evaluated now */
void range_stmt(Builder *s, Node *n);
void range_func(Builder *s, Node *n);
bool leave_range_body(Builder *s, Token op, const Node *target); /* false: the target is in this function */
void return_from_range_body(Builder *s);        /* the result variables are set */
Block *label_block(Builder *s, const Node *labeled);
Val range_defer_token(Builder *s);              /* where a defer in the body goes */
bool defers(const FuncVars *f);                 /* f, or a range body in it, has a defer statement */
void switch_stmt(Builder *s, Node *n);
void type_switch_stmt(Builder *s, Node *n);
void select_stmt(Builder *s, Node *n);
void loop_enter(Builder *s, Target *t, const Node *n, Block *brk, Block *cont);
void loop_leave(Builder *s, Target *t);
void copy_loop_vars(Builder *s, Node *init);    /* spec: "For statements": each iteration has its own variables */

/* order.c: what is evaluated first; see its head */
typedef struct EvalOrder {
    struct Early *list; /* in order of evaluation, operands before what uses them */
    uint32_t n, cap;
    uint32_t run;       /* up to here the list is evaluated early: behind its last call */
    uint32_t first, ready, next; /* the values that what is being built may use; where to look next */
    bool copies;        /* any node may be in the list, not only calls and the like */
    struct EvalOrder *outer;
} EvalOrder;
void order_begin(Builder *s, EvalOrder *o);     /* o is s->order until order_end */
void order_add(Builder *s, Node *n);            /* n and its operands may come first; n may be NULL */
void order_list(Builder *s, NodeList list);     /* each of list */
void order_operands(Builder *s, Node *n);       /* those of n: n is what is evaluated next, or a place to assign to */
void order_run(Builder *s);                     /* evaluates what was added */
void order_end(Builder *s);
EvalOrder *order_leave(Builder *s);             /* no order for a while: returns s->order, to be put back */
const Val *order_find(Builder *s, const Node *n); /* what order_run made of n, or NULL */

/* expr.c */
Val expr(Builder *s, Node *n);                  /* evaluated and converted to n->conv */
Val expr_noconv(Builder *s, Node *n);
Val expr_to(Builder *s, Node *n, Type *to);     /* then converted to `to` as assignment does */
Value *scalar(Builder *s, Node *n);
Value *address(Builder *s, Node *n);            /* &n, n addressable */
bool in_memory(Builder *s, Node *n);            /* n denotes memory, so that address(n) works */
void expr_tuple(Builder *s, Node *n, Val *out); /* of Tuple type: one Val each */
void cond_branch(Builder *s, Node *cond, Block *yes, Block *no, int hint);
Val const_val(Builder *s, Type *t, const Const *c);
Value *index_value(Builder *s, Node *n);        /* an index as i64, extended by its type */
bool signed_index(const Node *n);               /* what a failed check prints */
Value *extend_index(Builder *s, Value *v, Type *t);
Value *bounds_check(Builder *s, Value *i, Value *len, BoundsKind kind, bool is_signed);
Value *element_addr(Builder *s, Value *ptr, Value *i, int64_t size);
Val arith(Builder *s, Token op, Type *t, Val x, Val y);
Val shift(Builder *s, Token op, Type *t, Val x, Val y, Type *count_type, bool bounded);

/* literal.c */
Val composite_lit(Builder *s, Node *n);
Value *composite_ptr(Builder *s, Node *n, Type *t, bool heap); /* &T{...} */
bool is_blank_field(Type *u, uint32_t f);
void composite_into(Builder *s, Node *n, Type *t, Value *addr, bool zeroed);
Val func_lit(Builder *s, Node *n);
/* The func value of f, whose text build makes; captures what f captures. */
Value *closure_value(Builder *s, FuncVars *f, void (*build)(Builder *, void *), void *arg, bool heap);
Value *make_closure(Builder *s, const char *fn, Val *captured, Type **types, int n, bool heap);
Type *closure_struct(Ir *ir, Type **types, int n); /* struct { F uintptr; ... } */
Value *alloc_object(Builder *s, Type *t, bool heap); /* zeroed memory for a t: its address */

/* convert.c, iface.c */
Val convert(Builder *s, Val v, Type *to, Node *n);      /* explicit conversion */
Val convert_assign(Builder *s, Val v, Type *to, Node *n); /* as assignment does */
Val to_iface(Builder *s, Val v, Type *to, Node *n);
Val iface_to_iface(Builder *s, Val v, Type *to); /* to a non-empty interface */
Val type_assert(Builder *s, Node *n, bool commaok, Val *ok);
Value *iface_type_word(Builder *s, Val v);      /* the dynamic type's descriptor, or nil */
Val iface_data(Builder *s, Val iface, Type *concrete); /* unpacked */
Value *itab_method(Builder *s, Value *itab, Type *iface, Object *method);
void use_reflection(Builder *s, const Object *m, const Node *call); /* m is called: it may find methods by reflection; call NULL: unknown arguments */
Value *assert_match(Builder *s, Val x, Type *target, Val *out); /* bool; out: the value if it matches, else zero */

/* compare.c */
Value *compare(Builder *s, Token op, Val x, Val y);
Value *equal(Builder *s, Val x, Val y);
void unless_equal_fields(Builder *s, Val x, Val y, Block *differ); /* of structs */
Value *not_value(Builder *s, Value *v);
bool is_plain_memory(Type *t);                  /* equal exactly when all bytes are */

/* mapaccess.c: addresses of elements */
Value *map_access(Builder *s, Type *map, Value *m, Val key, Value **ok); /* of zeros if the key is not there; ok may be NULL */
Value *map_assign(Builder *s, Type *map, Value *m, Val key); /* makes the entry if it is not there */

bool map_key_by_address(Type *map);             /* the runtime's functions for it want a key's address */

/* strings.c */
Val string_concat(Builder *s, Node *n);
Val string_convert(Builder *s, Val v, Type *to, Node *n);
Val string_const(Builder *s, Type *t, const char *p, size_t n);

/* call.c */
Val call_expr(Builder *s, Node *n);             /* at most one result */
void call_tuple(Builder *s, Node *n, Val *out);
/* Calls a function by name with Vals as ABI parameters; results in out. */
void call_sym(Builder *s, const char *name, SsaABI abi, AbiSig *sig, Val *args, Val *out);
void call_code(Builder *s, Value *code, Value *context, AbiSig *sig, Val *args, Val *out); /* context NULL: no closure */
/* Runtime functions by their row in runtime_calls.h: args and results are scalars. */
Value *runtime_call(Builder *s, const char *name, int nargs, Value **args, int nresults, Value **results);
Value *rt_call(Builder *s, const char *name, int nargs, ...); /* first result or NULL */
typedef struct Callee {
    const char *sym;    /* static */
    Object *object;     /* of sym, when a declared function or method */
    SsaABI abi;
    Value *code;        /* dynamic */
    Value *context;     /* closure */
    Val iface;          /* the interface that code was found in */
    bool has_recv;
    Val recv;
    Type *recv_type;
    Type *sig;
    Value **kept;       /* pointers whose numbers are passed: //go:uintptrkeepalive */
    int nkept;
} Callee;
Object *called_func(const Node *call);          /* statically: a function or its instance, a method; else NULL */
Callee find_callee(Builder *s, Node *call);
int call_args(Builder *s, Node *call, Callee *c, Val **out); /* with receiver and packed variadics */
void call_callee(Builder *s, const Callee *c, Val *args, Val *out);
const char *func_sym_name(Ir *ir, Object *f, SsaABI *abi);
Node *pointer_number(Node *arg);                /* p of the argument uintptr(unsafe.Pointer p), or NULL */

/* intrinsic.c */
bool is_intrinsic(Ir *ir, Object *f);
bool intrinsic_call(Builder *s, Node *call, Object *f, Val *out); /* false: it is none */

/* inline.c */
typedef struct InlinedCall {
    Pos call;           /* seen from the function that holds the body */
    int32_t parent;     /* number of the inlined call around it, -1 */
    const char *name;   /* of the function */
    uint32_t start_line;
} InlinedCall;
void inline_costs(Ir *ir);                      /* of all functions of the package: export data tells them */
FuncVars *expandable(Ir *ir, Object *f);        /* the body of a function that may be copied, solved, or NULL */
uint32_t literal_cost(Ir *ir, FuncVars *lit, bool only_call); /* InlineNever when it may not be inlined */
FuncVars *inline_body(Ir *ir, Object *f);       /* the body of a function that may be inlined, or NULL */
bool inline_call(Builder *s, Node *n, const Callee *c, Val *args, Val *out); /* false: not done */
void return_from_inlined(Builder *s);           /* the result variables are set */
Pos inlined_pos(Builder *s, Pos at);
int32_t inlined_number(const Ir *ir, Pos at);   /* of the inlined call that at stands in, -1 */

void go_stmt(Builder *s, Node *n);
void defer_stmt(Builder *s, Node *n);
void open_defers(Builder *s);                   /* decides whether the function's defers are open-coded */
void run_open_defers(Builder *s);               /* at its end */
void defer_branch(Builder *s);                  /* what follows may be left by a recovered panic */

/* builtin.c */
Val builtin_call(Builder *s, Node *n);
uint32_t builtin_arg_count(const Node *n);      /* values, not expressions */
uint32_t builtin_args(Builder *s, Node *n, Val *out); /* of built-ins that are statements */
void builtin_apply(Builder *s, Node *n, const Val *args, uint32_t count);

/* wrapper.c */
/* The text symbol for a method of recv; pointer_word: it gets an interface's data word (Ifn, itabs), else the
 * receiver itself (Tfn). */
const char *method_wrapper(Ir *ir, Type *recv, const MethodSetEntry *e, bool pointer_word);
const char *method_value_wrapper(Ir *ir, Type *recv, const Selection *sel); /* T.M-fm */
const char *method_expr_func(Ir *ir, Type *recv, Object *method);
Val receiver_of(Builder *s, Val x, Type *xt, const uint32_t *path, uint32_t npath, Object *method);
void queue_abi_wrappers(Ir *ir);

/* staticinit.c */
bool static_init(Ir *ir, Object *v, Node *rhs); /* true: done, no code needed */
const char *static_image(Ir *ir, Node *lit, Type *arr); /* read-only symbol with the literal's array, or NULL */
/* Read-only symbol with n values of type t, or NULL; once: the code that uses it runs once. */
const char *static_list(Ir *ir, Node **at, uint32_t n, Type *t, bool once);
const char *const_image(Ir *ir, Type *t, const Const *c); /* read-only symbol with a constant, or NULL */
bool static_value(Ir *ir, LSym *s, int64_t off, Type *t, Node *n);
void declare_globals(Ir *ir);                   /* data symbols of package variables */
void check_chan_elem(Ir *ir, const Object *v);

/* debugvar.c */
void debug_var(Builder *s, Object *v, Local *l, bool by_pointer);

/* wbcheck.c */
typedef struct WbCall { /* a direct call */
    struct WbFunc *callee;
    Pos at;
    struct WbCall *next;
} WbCall;
void note_call(Builder *s, const Callee *c, Node *call);
void note_write_barrier(Ir *ir, const Func *f); /* f has been optimized */
void check_write_barriers(Ir *ir);              /* all functions have been */

/* alg.c */
const char *eq_func(Ir *ir, Type *t);           /* text symbol type:.eq.T: func(p, q *T) bool; queued */
const char *hash_func(Ir *ir, Type *t);         /* type:.hash.T: func(p *T, h uintptr) uintptr; queued */

/* ---- compiler/object: data by name; queued to be emitted ---- */
const char *sym_type(Ir *ir, Type *t);          /* type:T */
const char *sym_itab(Ir *ir, Type *t, Type *iface); /* go:itab.T,I */
const char *sym_string(Ir *ir, const char *p, size_t n); /* go:string."..." */
const char *sym_funcval(Ir *ir, const char *func, SsaABI abi); /* F·f */
const char *sym_equal(Ir *ir, Type *t);         /* func value that compares two *T; NULL when not comparable */
const char *sym_hasher(Ir *ir, Type *t);        /* func value (p *T, h) that hashes */
void use_in_iface(Ir *ir, const char *from, Type *t);         /* .go.reach */
void use_iface_method(Ir *ir, const char *from, Type *iface, Object *method);
void use_named_method(Ir *ir, const char *from, const char *name);
void used_type(Ir *ir, Type *t);

#endif
