/* check.h - what the files of the type checker share; nobody else includes it.
 *
 * Order of work (check.c): collect objects and imports, check package-level
 * declarations, then function bodies and other delayed work, order the
 * initializers, look for unused imports. */
#ifndef TYPES_CHECK_H
#define TYPES_CHECK_H

#include "types.h"

typedef struct Checker Checker;
typedef struct Mono Mono;

enum { ColorWhite, ColorBlack, ColorGrey }; /* Object.color: type not known, known, being found */
enum { MarkHasTparam = 1, MarkValid = 2, MarkChecking = 4, MarkFinite = 8, MarkCyclic = 16, MarkAcyclic = 32 };
enum { NodeLhsOfShift = 1, NodeUntyped = 2, NodeInstanceConst = 4 }; /* Node.flags */
enum { LangFromFile = 0x100 }; /* added to a minor version: a //go:build line sets it */
enum { MaxDepth = 10000 }; /* nesting of types and expressions */
#define MaxTypeSize ((int64_t)1 << 50)

enum { NamedReady, NamedLazy, NamedInstance, NamedResolving }; /* Type.named.state */

/* What is known about an expression while it is checked. */
typedef struct Operand {
    Mode mode;
    Type *type;
    Const *val;
    Node *expr;
    BuiltinId id;
} Operand;

/* What a value is assigned to: a generic function takes its type arguments from there. */
typedef struct Target {
    Type *type;
    const char *name; /* "" and no node: a result */
    const Node *node; /* instead of the name, or NULL */
} Target;

/* A package-level declaration, or a local one of a type. */
typedef struct DeclInfo {
    Object *obj;
    Scope *file;       /* scope in which it is resolved */
    uint32_t lang;     /* minor language version of its file */
    Object **lhs;      /* variables of `var a, b = f()` */
    uint32_t nlhs;
    Node *vtype, *init; /* const, var */
    bool inherited;    /* const: type and value come from a declaration above */
    Node *decl;        /* TypeDecl, FuncDecl */
    Object **deps;     /* objects that initialization refers to, in order of first use */
    uint32_t ndeps, cap_deps;
    Map dep_set;
    Object **methods;  /* type: methods to add */
    uint32_t nmethods, cap_methods;
} DeclInfo;

/* Where the checker is.  Saved and restored around bodies and declarations. */
typedef struct Env {
    DeclInfo *decl;    /* whose dependencies are recorded, or NULL */
    Scope *scope;
    const Const *iota; /* or NULL */
    Pos errpos;        /* inherited constants: report errors here */
    bool in_tparams;
    Type *sig;         /* of the function around, or NULL */
    FuncVars *fn;
    bool has_call_or_recv;
    uint32_t lang;     /* minor version of the file */
    Node *loop_init;   /* of the for statement whose init is being checked */
} Env;

/* An array type and the declaration that it stands in. */
typedef struct SizedArray {
    Type *t;
    Pos pos;
} SizedArray;

typedef struct Delayed {
    void (*work)(Checker *ck, void *arg);
    void *arg;
    Env env;
} Delayed;

struct Checker {
    TypesCtx *ctx;
    Arena *a;
    Package *pkg;
    Env env;
    DeclInfo **infos;    /* by Object.order - 1: of the package's objects */
    uint32_t ninfos, cap_infos;
    Map decls;           /* of imported generic functions */
    Object **path;       /* objects being declared, for cycles */
    uint32_t npath, cap_path;
    Delayed *delayed;    /* on the heap: types_free frees it */
    size_t ndelayed, cap_delayed;
    Node **untyped;      /* nodes that still have an untyped type */
    uint32_t nuntyped, cap_untyped;
    Object **imports;    /* PkgName objects in order */
    uint32_t nimports, cap_imports;
    uint32_t depth;      /* of recursion */
    uint32_t nlocal_types;
    Type **inst_targs;   /* type arguments of the instance being checked */
    uint32_t ninst_targs;
    uint32_t first_local_type; /* types declared in functions before the one that is instantiated */
    bool instance_mode;  /* checking a copy of a generic body: no errors about constants, unused, ... */
    bool reported;       /* some error was reported */
    uint32_t order;
    Node **ifaces;       /* interface types in the text */
    uint32_t nifaces, cap_ifaces;
    SizedArray *arrays;  /* types whose size is looked at in the end */
    uint32_t narrays, cap_arrays;
    Mono *mono;         /* instantiations, to find infinite ones */
    uint32_t file_lang; /* while objects are collected */
};

/* Arrays in the arena that grow: PUSH(a, items, n, cap, x). */
void *arena_grow(Arena *a, void *items, uint32_t n, uint32_t *cap, size_t size);
#define PUSH(a, items, n, cap, ...)                                                       \
    ((items) = (n) < (cap) ? (items) : arena_grow((a), (items), (n), &(cap), sizeof *(items)), \
     (items)[(n)++] = (__VA_ARGS__))

/* ---- errors.c ---- */
void err_at(Checker *ck, Pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
void err_node(Checker *ck, const Node *n, const char *format, ...) __attribute__((format(printf, 3, 4)));
void err_op(Checker *ck, const Operand *x, const char *format, ...) __attribute__((format(printf, 3, 4)));
const char *pos_string(Checker *ck, Pos p); /* file:line:col */
const char *at_string(Checker *ck, Pos p);  /* "\n\tfile:line:col: " for second lines */
const char *op_string(Checker *ck, const Operand *x);
const char *composite_kind(Type *t); /* "struct", "pointer", ...; "" for basic types */
const char *val_string(Checker *ck, const Const *c);
const char *node_string(Checker *ck, const Node *n); /* expr_string */
static inline const char *tstr(Checker *ck, Type *t) { return type_string(ck->ctx, t); }
bool allow_version(Checker *ck, uint32_t minor); /* language version of the file is at least go1.minor */
void version_error(Checker *ck, Pos pos, uint32_t minor, const char *what);

/* ---- object.c ---- */
bool name_is_exported(const char *name);
Object *lookup_parent(Scope *s, const char *name, Scope **where);
void declare(Checker *ck, Scope *s, Node *name, Object *obj, Pos scope_pos);
const char *object_kind(const Object *o);
DeclInfo *decl_of(Checker *ck, Object *o);
void add_dep(Checker *ck, DeclInfo *d, Object *o);
void track_map(TypesCtx *c, Map *m); /* types_free frees its tables */
FuncVars *new_func_info(Checker *ck, Node *node, Node *body, Type *sig);
void add_local(Checker *ck, Object *v); /* to the function in env */
void note_use(Checker *ck, Object *v);  /* captures */

/* ---- universe.c ---- */
uint32_t lang_minor(const char *lang); /* "go1.21" -> 21 */
typedef struct BuiltinInfo {
    const char *name;
    uint8_t nargs;
    bool variadic;
    uint8_t kind; /* 0 expression, 1 statement */
} BuiltinInfo;
extern const BuiltinInfo builtin_info[NumBuiltins];

/* ---- type.c ---- */
Type *new_type(TypesCtx *c, TypeKind kind);
Type *new_alias(TypesCtx *c, Object *obj, Type *actual);
Type *new_tparam(TypesCtx *c, Object *obj, Type *bound);
Type *tuple_of(TypesCtx *c, Type **types, uint32_t n);
bool all_basic(Type *t, uint32_t info);
bool comparable_type(Type *t, bool dynamic, int depth);
bool identical_ignore_tags(Type *x, Type *y);

/* ---- typestring.c ---- */
const char *method_string(TypesCtx *c, Object *m); /* "m(int) string" */
const char *term_type_string(TypesCtx *c, Type *t);

/* ---- typeset.c ---- */
bool typeset_comparable(TypeSet *s, int depth);
bool typeset_includes(TypeSet *s, Type *t);
bool typeset_subset(TypeSet *s, TypeSet *of);
void compute_type_set(Checker *ck, Type *iface, Pos pos); /* reports duplicate methods */
/* The common underlying type of all types of t's type set (t itself when no type parameter); NULL and *cause.
 * chans: channels may differ in direction. */
Type *common_under(TypesCtx *c, Type *t, const char **cause);
typedef bool (*TypeVisitor)(Type *t, Type *under, void *data);
bool each_type(Type *t, TypeVisitor visit, void *data); /* types of the type set; visit(NULL, NULL) when it has no specific ones */

/* ---- subst.c ---- */
Type *type_subst(TypesCtx *c, Type *t, Object **tparams, Type **targs, uint32_t n);
Type *named_under(Type *t);
void named_resolve(Type *t);
void alias_resolve(Type *t);
Type *tparam_iface(Type *t);
Type *instantiate_type(TypesCtx *c, Type *generic, Type **targs, uint32_t n);
Object *instantiate_func(TypesCtx *c, Object *generic, Type **targs, uint32_t n);
uint32_t named_num_methods(Type *t);
Object *named_method(Type *t, uint32_t i);
Object *named_lookup_method(Type *t, Package *pkg, const char *name, bool fold);

/* ---- lookup.c ---- */
bool same_id(const Object *o, Package *pkg, const char *name, bool foldcase);
Object *missing_method_cause(Checker *ck, Type *v, Type *t, bool static_, const char **cause);
typedef bool (*SameType)(Type *x, Type *y, void *data);
Object *missing_method_if(Checker *ck, Type *v, Type *t, SameType same, void *data, const char **cause); /* signatures are compared by same */
bool implements(Checker *ck, Type *v, Type *t, bool constraint, const char **cause);
const char *lookup_error(Checker *ck, Type *t, const char *sel, Object *alt, bool struct_lit);
bool new_assertable_to(Checker *ck, Type *v, Type *t, const char **cause);

/* ---- infer.c ---- */
bool unify_args(Checker *ck, Pos pos, Object **tparams, uint32_t n, Type **targs, Type *params, Operand *args,
                uint32_t nargs, const char *target, const char **why, const Node **why_at);
bool verify_targs(Checker *ck, Object **tparams, Type **targs, uint32_t n, uint32_t *bad, const char **cause);

/* ---- mono.c ---- */
void mono_canon(Checker *ck, Object *recv, Object *base);
void mono_record(Checker *ck, Pos pos, Object **tparams, Type **targs, uint32_t n, NodeList arg_nodes);
void mono_check(Checker *ck);

/* ---- decl.c ---- */
void obj_decl(Checker *ck, Object *o);
void decl_stmt(Checker *ck, NodeList decls);
void collect_tparams(Checker *ck, NodeList fields, Object ***out, uint32_t *n);
bool cycle_error(Checker *ck, Object **cycle, uint32_t n, uint32_t start);
void valid_type(Checker *ck, Type *t);
bool finite_size(Checker *ck, Type *t); /* false and an error: a type that is being declared is needed for its own size */
void anonymous_cycles(Checker *ck);
void unused_vars(Checker *ck, FuncVars *fi);
void func_body(Checker *ck, FuncVars *fi, DeclInfo *decl, const Const *iota);

/* ---- resolve.c ---- */
void collect_objects(Checker *ck);
void package_objects(Checker *ck);
void unused_imports(Checker *ck);
void check_arity(Checker *ck, Pos pos, NodeList names, NodeList inits, bool is_const, bool inherited);
bool unpack_recv(Node *type, Node **base, NodeList *tparams); /* true: pointer receiver */

/* ---- initorder.c ---- */
void init_order(Checker *ck);

/* ---- typexpr.c ---- */
Type *check_type(Checker *ck, Node *n);             /* a type of variables: no constraint interface */
Type *check_var_type(Checker *ck, Node *n);
Type *valid_var_type(Checker *ck, Node *n, Type *t); /* n was found to be the type t */
Type *defined_type(Checker *ck, Node *n, Object *def);
Type *generic_type(Checker *ck, Node *n, const char **cause);
bool is_generic_type(Type *t); /* without type arguments */
void check_ident(Checker *ck, Operand *x, Node *n, Object *def, bool want_type);
Type *check_func_type(Checker *ck, Node *ftype, Node *recv, NodeList tparams, Object *fobj); /* scope: ftype->functype.scope */
Type *type_or_nil(Checker *ck, Node *n, bool *is_nil); /* case of a type switch */
int64_t array_length(Checker *ck, Node *n);
void limit_array_size(Checker *ck, Type *t, Node *n);
void check_array_sizes(Checker *ck);

/* ---- expr.c ---- */
void check_expr(Checker *ck, const Target *target, Operand *x, Node *n);       /* a single value */
void check_generic_expr(Checker *ck, Operand *x, Node *n);             /* may be an uninstantiated function */
void check_multi_expr(Checker *ck, Operand *x, Node *n);               /* may be a tuple */
void check_expr_or_type(Checker *ck, Operand *x, Node *n, bool allow_generic);
void check_expr_with_hint(Checker *ck, Operand *x, Node *n, Type *hint);
void raw_expr(Checker *ck, const Target *target, Operand *x, Node *n, Type *hint, bool allow_generic);
enum { KindConversion, KindExpression, KindStatement };
int check_raw(Checker *ck, const Target *target, Operand *x, Node *n, Type *hint, bool allow_generic);
Type *send_elem(Checker *ck, Pos pos, Operand *x); /* element type of a channel to send to; NULL after an error */
int check_raw_stmt_expr(Checker *ck, Operand *x, Node *n);
void record(Checker *ck, Operand *x);                                  /* writes the operand into its node */
void single_value(Checker *ck, Operand *x);
void require_value(Checker *ck, Operand *x);
void default_untyped(Checker *ck, Operand *x);
void convert_untyped(Checker *ck, Operand *x, Type *target);
Type *implicit_type(Checker *ck, Operand *x, Type *target, Const **val, const char **reason);
void invalid_conversion(Checker *ck, const char *reason, Operand *x, Type *target);
void update_expr_type(Checker *ck, Node *n, Type *t, bool final);
void overflow_check(Checker *ck, Operand *x, Pos op_pos);
bool representable(Checker *ck, Operand *x, Type *t);
void match_types(Checker *ck, Operand *x, Operand *y);
void check_binary(Checker *ck, Operand *x, Node *e, Node *lhs, Node *rhs, Token op);
void check_comparison(Checker *ck, Operand *x, Operand *y, Token op, bool switch_case);
void type_assertion(Checker *ck, Node *e, Operand *x, Type *t, bool type_switch);
bool op_is_nil(const Operand *x);
void use_exprs(Checker *ck, NodeList list);
void use_expr(Checker *ck, Node *n);
void use_lhs(Checker *ck, NodeList list);
void set_conv(Node *n, Type *from, Type *to); /* records an implicit conversion at n, through parentheses */
void put_conv(Node *n, Type *conv); /* also puts back what a check has changed */
void mark_addr_taken(Node *n);
void mark_assigned(Node *n);

/* ---- index.c, literal.c, call.c, builtin.c, conversion.c ---- */
bool index_expr(Checker *ck, Operand *x, Node *n);  /* true: an instantiation of a function, not done yet */
void slice_expr(Checker *ck, Operand *x, Node *n);
bool check_index_value(Checker *ck, Operand *x, const char *what, bool allow_negative);
int64_t check_index(Checker *ck, Node *n, int64_t max, Const **val);
void basic_lit(Checker *ck, Operand *x, Node *n);
void check_func_lit(Checker *ck, Operand *x, Node *n);
void check_composite_lit(Checker *ck, Operand *x, Node *n, Type *hint);
int check_call_expr(Checker *ck, Operand *x, Node *n);
void selector(Checker *ck, Operand *x, Node *n, Object *def, bool want_type);
void func_inst(Checker *ck, const Target *target, Operand *x, Node *n, bool infer);
bool check_builtin(Checker *ck, Operand *x, Node *call, BuiltinId id);
void conversion(Checker *ck, Operand *x, Type *t);
/* type_expr: as written; true when x is constant, but only because a type argument stands for a type parameter. */
bool conversion_in(Checker *ck, Operand *x, Type *t, Node *type_expr);
bool convertible(Checker *ck, Operand *x, Type *t, const char **cause);

/* ---- assign.c ---- */
bool assignable_to(Checker *ck, Operand *x, Type *t, const char **cause);
void assignment(Checker *ck, Operand *x, Type *t, const char *context);
void init_const(Checker *ck, Object *lhs, Operand *x);
void init_var(Checker *ck, Object *lhs, Operand *x, const char *context);
void init_vars(Checker *ck, Object **lhs, uint32_t nlhs, NodeList rhs, Node *return_stmt);
void assign_vars(Checker *ck, NodeList lhs, NodeList rhs);
void assign_var(Checker *ck, Node *lhs, Node *rhs, Operand *x, const char *context);
Type *check_lhs(Checker *ck, Node *lhs);
void assign_error(Checker *ck, NodeList rhs, uint32_t l, uint32_t r);
Type *shown_type(const Operand *x);
void return_error(Checker *ck, Pos at, Object **lhs, uint32_t nlhs, Operand *rhs, uint32_t nrhs);
const char *types_summary(Checker *ck, Type **types, uint32_t n, bool variadic, bool dots);
/* Values of a list of expressions: one call may give several.  Result in the arena. */
Operand *expr_list(Checker *ck, NodeList list, bool allow_comma_ok, uint32_t *n, bool *comma_ok);
void set_comma_ok(Checker *ck, Node *n, Type *t0, Type *t1);

/* ---- stmt.c, range.c, return.c ---- */
void check_body(Checker *ck, Node *block);
void check_stmt_list(Checker *ck, NodeList list);
void check_stmt(Checker *ck, Node *s);
void block_stmts(Checker *ck, Node *block, bool open);
void check_range_stmt(Checker *ck, Node *s);
bool is_terminating(Node *s, Node *label);
bool is_terminating_list(NodeList list);
Scope *open_scope(Checker *ck, Node *n);
void close_scope(Checker *ck);
void short_var_decl(Checker *ck, Node *s, NodeList lhs, NodeList rhs);

/* ---- check.c ---- */
void later(Checker *ck, void (*work)(Checker *ck, void *arg), void *arg);
void process_delayed(Checker *ck, size_t from);
bool too_deep(Checker *ck, Pos pos); /* counts a level of recursion; true and an error when it is too much */
Checker *new_checker(TypesCtx *c, Package *p);

/* ---- import.c ---- */
void import_resolve_named(Type *t); /* Named or Alias */
bool import_body(Checker *ck, Object *generic); /* parses the text of an imported generic function; false when there is none */
void import_free(TypesCtx *c);
Object *import_lookup(TypesCtx *c, Package *p, const char *name); /* name NULL: brings in all objects */

#endif
