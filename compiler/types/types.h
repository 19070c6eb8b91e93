/* types.h - types, objects, constants and what the checker leaves behind.
 *
 * check_package turns parsed files into a Package: every declared thing is an
 * Object, every type a Type, and every expression node carries its final type,
 * mode, constant value and implicit conversion, so that nothing after the
 * checker has to know the rules of the language again.
 *
 * WHAT SSA CONSTRUCTION MAY RELY ON (after a check without errors)
 *
 *  Expressions (of code that runs, i.e. not of generic bodies; instances of
 *  those are checked copies, see "Generics" below):
 *   - n->mode is a Mode; n->type is never NULL for an expression with a value and
 *     never untyped, except that ModeNil has KindUntypedNil only where nothing
 *     gives it a type (never in valid programs: nil takes the type it is used
 *     as), and that a discarded constant (`_ = 1` has int).
 *   - n->val != NULL exactly for constants; it is already rounded to n->type
 *     (a float32 constant holds a float32 value, a uint8 fits 8 bits).  Nodes
 *     below a constant expression need not be looked at and may have no types.
 *   - n->conv != NULL: after evaluating n (as n->type) the value is converted
 *     to n->conv: to an interface, between identical underlying types,
 *     channel directions.  Set at assignments, arguments, returns, sends,
 *     composite literal elements, map keys in index expressions, comparisons
 *     of an interface with a concrete value, switch cases, range of T.
 *     Where one node yields several values (a call or receive as sole right
 *     side, `f(g())`, `return g()`, a range clause) there is no conv: compare the
 *     tuple's types with the targets and convert what differs.
 *   - In two-value contexts (v, ok := ...) the expression's n->type is a Tuple of
 *     (T, bool); otherwise of T alone.  Calls of several results have Tuple
 *     type; calls without result have mode ModeNoValue and type NULL.
 *   - Paren nodes carry the same facts as what they enclose.
 *   - ModeVariable means addressable.  ModeMapIndex: m[k].  ModeCommaOk: receive,
 *     type assertion (only a map index, receive or assertion may be a Tuple).
 *   - Name: n->obj is the Object (ObjVar, ObjConst, ObjFunc, ObjTypeName, ObjNil,
 *     ObjBuiltin, ObjPkgName); NULL for `_` on a left side.
 *   - Selector: package member: select.selection NULL, n->obj the member.
 *     Otherwise select.selection says field, method value/call, method
 *     expression, with the path; n->obj is the field or method.
 *   - Call: call.kind is a CallKind; CallBuiltin: call.builtin is a BuiltinId
 *     (also of package unsafe); CallConversion: args.at[0] is converted to n->type.
 *     call_static_callee(n) gives the function or concrete method that is called.
 *     Arguments of a variadic call without dots are not packed: the builder
 *     makes the slice of n->call.fun's last parameter type.
 *   - Types in the tree: n->mode == ModeType and n->type is the type.
 *   - Composite literals: n->type is the type; elided inner literals have types
 *     too (&T elided: n->type is a pointer and the literal stands for &T{...}).
 *     Struct literals: KeyValue.key is a Name whose obj is the field.
 *     Arrays and slices: KeyValue.key has a constant val.
 *  Statements:
 *   - x op= y, x++: the operands are typed as in x = x op y.
 *   - Define (:=): a Name on the left whose obj->decl_name == that node is a new
 *     variable; otherwise it is assigned.
 *   - TypeSwitch: CaseClause.obj is the clause's variable (its type: that of the
 *     single case, else of the guard's operand), NULL without `v :=` .
 *     case nil: the value has mode ModeNil.
 *   - Range: n->range.x->type tells the kind (under): array, pointer to array,
 *     slice, string, map, channel, integer, func.  For a function,
 *     range_info(pkg, n) gives the FuncVars of the body as a function.
 *   - Unreachable and type-incorrect code does not exist; labels are resolved in
 *     branch.target.
 *  Functions: FuncVars (below) at funclit.info and func.info.
 *  Package: funcs, inits, vars, init_order (below).
 *
 *  Types: use type_under(t) for the structure: it looks through names and
 *  aliases. type_identical(a, b) is identity; equal link strings are identity.
 *  Type parameters never occur outside generic bodies.
 *
 * Generics.  A use of a generic function is an Instance whose func is an ObjFunc
 * with its own signature and link name; n->obj is that object.  Methods of
 * instantiated types likewise are objects of their own.  The bodies come from
 * instance_body(): it checks a copy of the generic body with the
 * type arguments in place of the parameters. */
#ifndef TYPES_TYPES_H
#define TYPES_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bignum.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/intern.h"
#include "base/map.h"
#include "compiler/syntax/syntax.h"

typedef struct Type Type;
typedef struct Object Object;
typedef struct Scope Scope;
typedef struct Package Package;
typedef struct Const Const;
typedef struct Selection Selection;
typedef struct Instance Instance;
typedef struct FuncVars FuncVars;
typedef struct TypesCtx TypesCtx;
typedef struct TypeSet TypeSet;

/* ---- types ---- */

typedef enum TypeKind {
    KindInvalid, /* after an error that has been reported */
    /* Basic types: t->basic. */
    KindBool, KindInt, KindInt8, KindInt16, KindInt32, KindInt64,
    KindUint, KindUint8, KindUint16, KindUint32, KindUint64, KindUintptr,
    KindFloat32, KindFloat64, KindComplex64, KindComplex128,
    KindString, KindUnsafePointer,
    KindUntypedBool, KindUntypedInt, KindUntypedRune, KindUntypedFloat, KindUntypedComplex,
    KindUntypedString, KindUntypedNil,
    /* Composite types. */
    KindArray, KindSlice, KindStruct, KindPointer, KindFunc, KindInterface, KindMap, KindChan,
    KindTuple,     /* several values; parameters of a Func */
    KindUnion,     /* ~int | string, in constraints only */
    KindNamed,     /* a defined type, perhaps an instance */
    KindAlias,     /* an alias: type_unalias gives what it stands for */
    KindTypeParam,
    NumTypeKinds
} TypeKind;

enum { /* Type.basic.info */
    BasicBoolean = 1, BasicInteger = 2, BasicUnsigned = 4, BasicFloat = 8, BasicComplex = 16, BasicString = 32,
    BasicUntyped = 64,
    BasicOrdered = BasicInteger | BasicFloat | BasicString,
    BasicNumeric = BasicInteger | BasicFloat | BasicComplex,
    BasicConstType = BasicBoolean | BasicNumeric | BasicString,
};

typedef struct Union {
    Type **types; /* of the terms */
    bool *tilde;
    uint32_t n;
} Union;

struct Type {
    uint8_t kind;     /* TypeKind */
    uint8_t sized;    /* layout below is computed: 1, in progress: 2 */
    uint8_t mark;     /* the checker's, for cycles */
    uint8_t has_tparam; /* 0 unknown, 1 no, 2 yes: a type parameter occurs in it */
    uint8_t align;    /* layout: ask type_align */
    uint32_t id;      /* dense, in order of creation; never printed */
    int64_t size;     /* layout: ask type_size */
    int64_t ptrbytes; /* layout: ask type_ptrbytes */
    const char *link; /* cached link_string */
    TypesCtx *ctx;    /* to resolve imported and instantiated types when they are asked about; NULL for basic types */
    void *backend;    /* free for later phases (descriptor symbol etc.) */
    union {
        struct { const char *name; uint32_t info; } basic; /* byte and rune are types of their own, identical to uint8, int32 */
        struct { Type *elem; int64_t len; } array;         /* len < 0: unknown after an error */
        struct { Type *elem; } slice;
        struct { Type *elem; } pointer;
        struct { Type *key, *elem; } map;
        struct { Type *elem; uint8_t dir; } chan;          /* ChanDir */
        struct {
            Object **fields;    /* ObjVar with is_field */
            const char **tags;  /* unquoted; NULL when no field has one; "" for none; tag_len below */
            uint32_t *tag_len;
            int64_t *offsets;   /* ask field_offset */
            uint32_t n;
        } strct;
        struct {
            Type *params, *results; /* Tuples, never NULL */
            Object *recv;           /* receiver variable of a method, else NULL */
            Object **tparams;       /* ObjTypeName of type parameters, of a generic function */
            Object **recv_tparams;  /* of a method of a generic type */
            uint32_t ntparams, nrecv_tparams;
            bool variadic;          /* the last parameter has a slice type */
        } func;
        struct {
            Object **methods; /* explicitly declared, in source order */
            Type **embeds;
            Pos *embed_pos;
            TypeSet *set;     /* ask type_set */
            uint32_t nmethods, nembeds;
            bool implicit;    /* made for a constraint literal such as ~int */
        } iface;
        struct { Object **vars; uint32_t n; } tuple;
        Union uni;
        struct {
            Object *obj;       /* ObjTypeName */
            Type *under;       /* never Named or Alias; NULL while unresolved */
            Type *rhs;         /* what stands on the right side of the declaration, while checking */
            Object **methods;  /* ObjFunc in source order; for instances filled as they are asked for */
            uint32_t nmethods, cap_methods;
            Object **tparams;  /* of a generic type (the origin) */
            uint32_t ntparams;
            Type *origin;      /* instances: the generic type; else NULL */
            Type **targs;      /* instances */
            uint32_t ntargs;
            Type **outer;      /* declared in an instance of a generic function: its type arguments */
            uint32_t nouter;
            uint32_t local_id; /* number of a type declared in a function, from 1; 0: package level */
            uint8_t state;     /* the checker's */
            void *lazy;        /* import.c: where its declaration stands */
            Pos inst_pos;      /* instances: where the first one is written */
        } named;
        struct {
            Object *obj;
            Type *actual;      /* what it stands for; NULL while unresolved */
            Object **tparams;
            uint32_t ntparams;
            Type *origin;
            Type **targs;
            uint32_t ntargs;
            void *lazy;        /* import.c */
        } alias;
        struct {
            Object *obj;
            uint32_t index;
            Type *bound;       /* constraint, as written */
        } tparam;
    };
};

/* The methods of an interface, and the types that it admits. */
struct TypeSet {
    Object **methods;  /* all methods, sorted as itabs want them: by name, exported and unexported alike by
                          (name, package path); see method_less */
    uint32_t nmethods;
    bool all;          /* all types (that have the methods): terms is unused */
    bool comparable;   /* only comparable types */
    Union terms;       /* normalized; n == 0 && !all: the empty set */
};

/* ---- objects ---- */

typedef enum ObjectKind {
    ObjPkgName, ObjConst, ObjTypeName, ObjVar, ObjFunc, ObjLabel, ObjBuiltin, ObjNil
} ObjectKind;

typedef enum VarRole { VarGlobal, VarLocal, VarParam, VarResult, VarRecv, VarField } VarRole;

enum { InlineNever = 1 << 20 }; /* Object.func.inline_cost */

struct Object {
    uint8_t kind;      /* ObjectKind */
    uint8_t color;     /* the checker's: white, grey, black */
    bool used;
    bool exported;     /* by its name */
    const char *name;  /* interned; "_", "" for unnamed parameters */
    Package *pkg;      /* NULL for the universe */
    Type *type;        /* NULL: not yet known (or a package name) */
    Pos pos;           /* of the name where it is declared */
    Node *decl;        /* FuncDecl, TypeDecl, VarDecl, ConstDecl, Field, ImportDecl, AssignStmt, ...; NULL for imported ones */
    Node *decl_name;   /* Name node that declares it, or NULL */
    Scope *parent;     /* scope it is declared in */
    Pos scope_pos;     /* local objects: visible from here on */
    uint32_t order;    /* package-level objects: order of declaration, from 1 */
    void *backend;     /* free for later phases (ir, symbol, SSA variable) */
    union {
        struct { Package *imported; bool used_dot; } pkgname;
        struct { Const *val; uint32_t iota; } cnst;
        struct {
            bool is_alias;
            bool is_tparam;
        } tname;
        struct {
            uint8_t role;      /* VarRole */
            bool embedded;     /* field */
            bool captured;     /* used in a closure inside the function that declares it */
            bool addrtaken;    /* &v, v[:] of an array, v.ptrMethod(): also through field paths of it */
            bool reassigned;   /* assigned to after its declaration (also op=, ++, range =, receive) */
            bool escapes;      /* set by escape analysis: lives on the heap */
            bool in_loop;      /* declared by a for statement, with a meaning of its own in each iteration (go >= 1.22) */
            uint32_t index;    /* of the field, parameter or result; of a local in FuncVars.locals */
            FuncVars *owner;   /* function that declares it; NULL for globals and fields */
            Object *origin;    /* field of an instantiated struct: the generic field */
            Embed *embeds;     /* globals: //go:embed */
            const char *linkname; /* globals: //go:linkname target or NULL */
        } var;
        struct {
            FuncVars *info;     /* with a body in this package; NULL otherwise */
            uint32_t pragma;    /* PragmaFlag bits */
            const char *linkname; /* //go:linkname target, or NULL */
            const char *link;   /* ask func_link_name */
            const char **escape; /* tag per receiver, parameter: filled by the escape pass, kept in export data */
            uint32_t nescape;
            uint32_t inline_cost; /* compiler/ir/inline.c: 0: not known; InlineNever; else one more than the nodes of its body */
            bool has_body;      /* declared with a body (also when imported) */
            bool is_init;       /* func init(): not in the scope; order tells which */
            bool ptr_recv;      /* method with pointer receiver */
            bool linknamed_local; /* //go:linkname f without a target: reached from elsewhere */
            bool is_iface_method; /* abstract method of an interface type */
            uint32_t init_index; /* number among the init functions of the package */
            Type *recv_named;   /* method: receiver base type (Named), NULL for interface methods of literals */
            Object *origin;     /* instance of a generic function or method: the generic one */
            Type **targs;       /* function instances: type arguments; methods: see recv_named */
            uint32_t ntargs;
            const char *source; /* imported generic and inlinable functions: their text, with the imports of their file */
            uint32_t source_lang; /* ... the minor language version it is written in */
            uint32_t first_local_type; /* how many types are declared in functions before this one */
            Object **refs;      /* ... and the package-level objects that it mentions */
            uint32_t nrefs;
        } func;
        struct { uint8_t id; } builtin; /* BuiltinId */
    };
};

/* One method of finding names: package, file, function, block scopes. */
struct Scope {
    Scope *parent;
    Map *names;      /* interned name -> Object; NULL in small scopes */
    Object **list;   /* in order of insertion */
    uint32_t n, cap;
    Pos pos, end;    /* of the text, for local scopes */
    bool is_func;    /* scope of a function's parameters */
    Package *importing; /* scope of an imported package: names come from its export data */
    TypesCtx *ctx;
};

/* A use of a generic function or type with type arguments. */
struct Instance {
    Object *generic;  /* ObjFunc or ObjTypeName */
    Type **targs;
    uint32_t ntargs;
    Type *type;       /* instantiated signature or type */
    Object *func;     /* functions: the instance as an object, else NULL */
};

/* How x.sel is found.  spec: "Selectors". */
typedef enum SelectionKind {
    SelField,       /* x.f */
    SelMethod,      /* x.m as value or called: the receiver is x after path */
    SelMethodExpr,  /* T.m: a function with the receiver first */
} SelectionKind;

struct Selection {
    uint8_t kind;      /* SelectionKind */
    bool indirect;     /* a pointer was followed on the way */
    bool is_iface;     /* method of an interface (dynamic call); also when embedded in a struct */
    bool addr_recv;    /* SelMethod: the address of the receiver is taken implicitly: (&x).m */
    bool deref_recv;   /* SelMethod: the method has a value receiver and x (after the path) is a pointer: (*x).m */
    Type *recv;        /* type of x, or T of a method expression */
    Object *obj;       /* field or method */
    uint32_t *path;    /* field indices from x to the field, or to the embedded field that has the method;
                          before each step a pointer is followed implicitly when there is one */
    uint32_t npath;    /* SelField: >= 1, the last index is the field's own; methods: 0 when not promoted */
    Type *type;        /* of the selector expression */
};

/* ---- functions ---- */

/* A function with a body: a FuncDecl, a FuncLit, or the body of a range over a function. */
struct FuncVars {
    Node *node;         /* FuncDecl, FuncLit or RangeStmt */
    Node *body;         /* BlockStmt */
    Object *obj;        /* FuncDecl: its object; else NULL */
    Type *sig;          /* KindFunc; RangeStmt: func(K, V) bool */
    FuncVars *outer;    /* function around a closure, NULL at package level */
    Object *recv;       /* or NULL */
    Object **locals;    /* all variables declared here: receiver, parameters, results, then locals as they come */
    uint32_t nlocals, cap_locals;
    Object **captures;  /* variables of outer functions used here or in closures inside, in order of first use */
    uint32_t ncaptures, cap_captures;
    FuncVars **closures; /* directly inside, in order of the text */
    uint32_t nclosures, cap_closures;
    bool has_defer, has_recover, has_go;
    bool is_range_body;
    uint32_t nyields;   /* of the outermost function: loops over functions so far */
    uint32_t instance_id; /* > 0: from instance_body */
    uint32_t nlocal_types; /* of instances: types declared inside */
    const char *link_name; /* of the FuncDecl; closures are named by later phases: F.func1 etc. */
    void *backend;
    /* Set by compiler/ir, in inline.c, expand.c and escape.c: */
    FuncVars *copy_of;  /* a copy for one call, or a literal in such a copy: what was copied */
    uint32_t inline_cost; /* literals: as Object.func.inline_cost */
    uint32_t taken;     /* cost of all copies in the tree */
    bool elided;        /* a literal whose value nobody needs: all calls of it have copies */
    bool solved;        /* escape analysis is done with it */
    bool allocates;     /* something in it is on the heap only because a result leads to it */
};

/* ---- packages ---- */

/* One step of initialization: lhs = rhs.  n > 1: rhs is a call of several results. */
typedef struct InitStep {
    Object **lhs; /* ObjVar; blank variables too */
    uint32_t n;
    Node *rhs;
    FuncVars *info; /* owner of closures in rhs: pseudo function "init" with its closures */
} InitStep;

struct Package {
    const char *path, *name; /* interned; path is the import path ("main" for -p main) */
    Scope *scope;            /* package-level objects; for imported ones filled as they are looked up */
    Package **imports;       /* directly imported, sorted by path */
    uint32_t nimports, cap_imports;
    bool fake;               /* could not be imported: no errors about its members */
    bool used;
    void *importer;          /* import.c: where the lazily parsed declarations come from */
    bool complete;           /* its own archive has been read, not only what others export of it */

    /* Only of the package that is being compiled: */
    Node **files;
    uint32_t nfiles;
    Object **objects;        /* package-level consts, types, vars, funcs (methods, init and blank ones too), in source order */
    uint32_t nobjects, cap_objects;
    FuncVars **funcs;        /* functions and methods with bodies, in source order, generic ones left out */
    uint32_t nfuncs, cap_funcs;
    InitStep *init_order;    /* variables with initializers in the order of initialization */
    uint32_t ninit;
    FuncVars *init_info;     /* owner of closures in package-level initializers */
    Object **inits;          /* init functions in order */
    uint32_t ninits, cap_inits;
    Object **local_types;    /* types declared in functions, in order */
    uint32_t nlocal_types, cap_local_types;
};

/* ---- operands ---- */

typedef enum Mode {
    ModeInvalid,   /* an error was reported below */
    ModeNoValue,   /* call without results */
    ModeBuiltin,   /* a builtin function's name */
    ModeType,
    ModeConstant,  /* n->val */
    ModeVariable,  /* addressable */
    ModeMapIndex,  /* assignable, not addressable; allows comma-ok */
    ModeValue,
    ModeNil,
    ModeCommaOk,   /* like value, allows comma-ok */
    ModePackage,   /* name of a package, in front of a dot only */
} Mode;

typedef enum CallKind { CallPlain, CallConversion, CallBuiltin } CallKind;

typedef enum BuiltinId {
    BuiltinAppend, BuiltinCap, BuiltinClear, BuiltinClose, BuiltinComplex, BuiltinCopy, BuiltinDelete, BuiltinImag,
    BuiltinLen, BuiltinMake, BuiltinMax, BuiltinMin, BuiltinNew, BuiltinPanic, BuiltinPrint, BuiltinPrintln,
    BuiltinReal, BuiltinRecover,
    BuiltinUnsafeAdd, BuiltinUnsafeAlignof, BuiltinUnsafeOffsetof, BuiltinUnsafeSizeof, BuiltinUnsafeSlice,
    BuiltinUnsafeSliceData, BuiltinUnsafeString, BuiltinUnsafeStringData,
    NumBuiltins
} BuiltinId;

/* ---- constants (constant.c) ---- */

typedef enum ConstKind { ConstUnknown, ConstBool, ConstString, ConstInt, ConstFloat, ConstComplex } ConstKind;

struct Const {
    uint8_t kind; /* ConstKind of the representation: a float constant with an integral value may be ConstInt */
    union {
        bool b;
        struct { const char *s; size_t len; } str;
        BigInt *i;
        struct { BigRat *rat; BigFloat *f; } flt; /* one of the two: exact while small */
        struct { Const *re, *im; } cplx;
    };
};

Const *const_bool(Arena *a, bool b);
Const *const_string(Arena *a, const char *s, size_t len);
Const *const_int(Arena *a, int64_t i);
Const *const_uint(Arena *a, uint64_t u);
Const *const_float(Arena *a, double d);
Const *const_from_lit(Arena *a, LitKind kind, const char *text, size_t size); /* NULL: excessively long or out of range */
/* Reads what const_exact wrote: used by export data and dumps. */
Const *const_parse(Arena *a, const char *text, size_t size);
void const_exact(Buf *out, const Const *c);

bool const_get_bool(const Const *c);
bool const_get_int64(const Const *c, int64_t *v);   /* false when it is no integer or does not fit */
bool const_get_uint64(const Const *c, uint64_t *v);
uint64_t const_bits(const Const *c, const Type *t); /* integer and bool constants: value truncated to 64 bits, two's complement */
double const_get_float64(const Const *c);           /* real part, rounded to nearest */
double const_get_imag64(const Const *c);
float const_get_float32(const Const *c);
int const_sign(const Const *c);

Const *const_unary(Arena *a, Token op, const Const *x, int unsigned_bits); /* unsigned_bits: for ^ of an unsigned type, else 0 */
Const *const_binary(Arena *a, Token op, const Const *x, const Const *y, bool int_div);
Const *const_shift(Arena *a, Token op, const Const *x, uint64_t n);
bool const_compare(Token op, const Const *x, const Const *y);
Const *const_to_int(Arena *a, const Const *c);     /* NULL when it has no integral value */
Const *const_to_float(Arena *a, const Const *c);   /* NULL when it has an imaginary part */
Const *const_to_complex(Arena *a, const Const *c);
Const *const_real(Arena *a, const Const *c);
Const *const_imag(Arena *a, const Const *c);
Const *const_make_complex(Arena *a, const Const *re, const Const *im);
size_t const_bit_len(const Const *c);              /* of an integer */
/* Whether c is a value of the basic type t; *rounded (may be NULL) is then c as t holds it. */
bool const_representable(Arena *a, const Const *c, const Type *t, Const **rounded);
void const_print(Buf *out, const Const *c);        /* as messages show it */

/* ---- context ---- */

/* One per compilation.  The caller fills the first part. */
struct TypesCtx {
    Arena *arena;
    Interner *names;
    PosTable *pos;
    Diag *diag;
    SyntaxCtx *syntax;    /* parses imported declarations and bodies */
    const char *lang;     /* "go1.26" */
    const char *pkg_path; /* -p */
    bool std, runtime;    /* -std, -+ */
    bool complete;        /* -complete: a function without body is an error */
    bool have_symabis;    /* bodies may be in assembly */
    /* Name of the archive that holds path, or NULL and *err. */
    const char *(*find_package)(void *data, const char *path, const char **err);
    const char *(*map_import)(void *data, const char *path); /* importmap: the package that an import path means; NULL: none */
    void *find_data;

    /* types_init fills the rest. */
    Type *basic[KindUntypedNil + 1];
    Type *type_byte, *type_rune, *type_error, *type_any, *type_comparable, *empty_iface, *empty_tuple;
    Type *untyped_nil;
    Scope *universe;
    Package *unsafe_pkg;
    Package *self;        /* the package being compiled */
    Map packages;         /* import path -> Package */
    Map instances;        /* link string of an instance -> Type or Object */
    Instance **pending;   /* function instances with concrete arguments, in order of discovery */
    uint32_t npending, cap_pending;
    uint32_t next_type_id;
    uint32_t ninstances;  /* bodies made by instance_body */
    const char *instance_fault; /* an error in an instance of a correct generic body: an internal error; else NULL */
    uint32_t lang_minor;  /* 26 */
    Map node_types;       /* extra facts about nodes: range bodies */
    struct ImportFile *import_files; /* archives that have been read */
    Map **maps;           /* to free */
    uint32_t nmaps, cap_maps;
    void *checker;        /* while check_package runs, and for instance_body */
};

void types_init(TypesCtx *c); /* universe; after the caller filled the first part */
void types_free(TypesCtx *c); /* tables on the heap; everything else belongs to the arena */

/* Checks a package.  Errors are in c->diag; the result is complete only
 * without errors.  Never NULL. */
Package *check_package(TypesCtx *c, Node **files, size_t nfiles);

/* After check_package without errors: whether the types fit into memory. */
void check_sizes(TypesCtx *c);

/* The checked body of an instance of a generic function or method (obj as found in
 * n->obj or by lookup); makes it on first use.  NULL when obj is no instance.
 * New instances found in the body are reachable through its nodes. */
FuncVars *instance_body(TypesCtx *c, Object *obj);

FuncVars *range_info(TypesCtx *c, const Node *range); /* range over a function: its body as a function */
Object *call_static_callee(const Node *call);         /* function or concrete method called, or NULL */

/* Text about an expression node for -dump=types: "var int", "const 3 untyped int"; "" for others. */
const char *node_type_string(TypesCtx *c, const Node *n);

/* ---- making types (type.c) ---- */

Type *new_pointer(TypesCtx *c, Type *elem);
Type *new_slice(TypesCtx *c, Type *elem);
Type *new_array(TypesCtx *c, Type *elem, int64_t len);
Type *new_map(TypesCtx *c, Type *key, Type *elem);
Type *new_chan(TypesCtx *c, Type *elem, ChanDir dir);
Type *type_copy(Arena *a, const Type *t);       /* of what its kind uses: structs of Types and Objects are shorter in memory than their C types */
Object *object_copy(Arena *a, const Object *o); /* likewise */
Type *new_tuple(TypesCtx *c, Object **vars, uint32_t n);
Type *new_func(TypesCtx *c, Type *params, Type *results, bool variadic);
Type *new_struct(TypesCtx *c, Object **fields, uint32_t n);
Type *new_interface(TypesCtx *c, Object **methods, uint32_t n);
Type *new_named(TypesCtx *c, Object *obj, Type *under);
Object *new_object(TypesCtx *c, ObjectKind kind, Package *pkg, const char *name, Type *type, Pos pos);
Object *new_var(TypesCtx *c, Package *pkg, const char *name, Type *type, Pos pos, VarRole role);

Scope *new_scope(TypesCtx *c, Scope *parent);
Object *scope_lookup(const Scope *s, const char *name);        /* in s alone */
Object *scope_insert(Arena *a, Scope *s, Object *obj);         /* the object that is there already, or NULL */
Object *package_lookup(TypesCtx *c, Package *p, const char *name); /* package-level object; imports parse it now */

/* ---- questions about types (type.c, predicates) ---- */

Type *type_unalias(Type *t);
Type *type_under(Type *t);     /* underlying type; of a type parameter its constraint interface */
static inline TypeKind under_kind(Type *t) { return (TypeKind)type_under(t)->kind; }
bool type_identical(Type *a, Type *b);
bool is_boolean(Type *t);
bool is_integer(Type *t);
bool is_unsigned(Type *t);
bool is_float(Type *t);
bool is_complex(Type *t);
bool is_numeric(Type *t);
bool is_string(Type *t);
bool is_untyped(Type *t);
bool is_typed(Type *t);
bool is_const_type(Type *t);
bool is_interface(Type *t);        /* and no type parameter */
bool is_empty_interface(Type *t);  /* interface without methods: an eface */
bool is_tparam(Type *t);
bool is_named(Type *t);            /* predeclared, defined or type parameter */
bool type_notinheap(Type *t);      /* marked by internal/runtime/sys.NotInHeap: pointers to it are no GC pointers */
bool is_pointer_shaped(Type *t);   /* one pointer word: stored directly in interfaces (struct{*T}, [1]*T too) */
bool has_nil(Type *t);
bool type_comparable(Type *t);     /* == does not panic at compile time; interfaces are comparable */
bool type_has_tparam(Type *t);
Type *type_deref(Type *t, bool *was_pointer); /* *T -> T */
Type *type_default(TypesCtx *c, Type *t);     /* of an untyped type */
Type *type_elem(Type *t);          /* of pointer, slice, array, chan, map (under) */

/* Layout on amd64, as gc's. */
int64_t type_size(Type *t);
int64_t type_align(Type *t);
int64_t type_ptrbytes(Type *t);    /* bytes up to the end of the last pointer word; 0: no pointers */
static inline bool has_pointers(Type *t) { return type_ptrbytes(t) > 0; }
int64_t field_offset(Type *strct, uint32_t i);
/* Sets bit i of mask (bytes, zeroed, enough for ptrbytes/8 bits) for each pointer word i. */
void type_ptrmask(Type *t, int64_t offset, uint8_t *mask);

/* ---- type sets and methods (typeset.c, lookup.c) ---- */

TypeSet *type_set(TypesCtx *c, Type *iface); /* of an interface (or what lies under it) */
bool method_less(const Object *a, const Object *b); /* the order of descriptors: exported before unexported, by name, by package path */

typedef struct Lookup {
    Object *obj;     /* field or method; NULL: see the rest */
    uint32_t *path;  /* as in Selection; for methods without the method itself */
    uint32_t npath;
    bool indirect;   /* a pointer was followed (or the receiver is one) */
    bool ambiguous;  /* several at the shallowest depth */
    bool bad_recv;   /* found, but its pointer receiver does not fit the type */
} Lookup;

/* spec: "Selectors".  addressable: pointer receivers are allowed on T. */
Lookup lookup_field_or_method(TypesCtx *c, Type *t, bool addressable, Package *pkg, const char *name, bool foldcase);

/* One method of a method set. */
typedef struct MethodSetEntry {
    Object *obj;      /* the method; of embedded interfaces an interface method */
    uint32_t *path;   /* embedded fields to go through */
    uint32_t npath;
    bool indirect;    /* a pointer is followed on the path (or t is a pointer) */
} MethodSetEntry;

/* The method set of t (a Named, pointer to Named, struct with embedded fields, interface) in the order of
 * descriptors (method_less).  Arena memory. */
MethodSetEntry *method_set(TypesCtx *c, Type *t, uint32_t *n);

/* The method that t lacks to implement iface, or NULL.  *wrong_type: it has one of other type or receiver. */
Object *missing_method(TypesCtx *c, Type *t, Type *iface, bool *wrong_type);
bool type_implements(TypesCtx *c, Type *t, Type *iface);
bool type_assignable(TypesCtx *c, Type *from, Type *to); /* typed values only */

/* ---- names (typestring.c) ---- */

/* As messages show it: names qualified by package name, or by path where the names clash; self's own are bare. */
const char *type_string(TypesCtx *c, Type *t);
void write_type(TypesCtx *c, Buf *out, Type *t);
/* Canonical, injective: full package paths.  Cached. */
const char *link_string(TypesCtx *c, Type *t);
/* As reflection shows it: package names. */
const char *reflect_string(TypesCtx *c, Type *t);
uint32_t type_hash(TypesCtx *c, Type *t);      /* Type.Hash of descriptors */
const char *func_link_name(TypesCtx *c, Object *f); /* "p.f", "p.T.m", "p.(*T).m", "p.init.0", linkname honoured */
const char *var_link_name(TypesCtx *c, Object *v);  /* "p.v", linkname honoured */
const char *object_string(TypesCtx *c, Object *o);  /* "func p.f(x int)" for dumps */

/* ---- export data (export.c, import.c) ---- */

/* The text between the $$ lines of __.PKGDEF. */
/* The file of a position by a name that does not depend on where the compiler was started. */
typedef const char *PosNamer(void *arg, Pos p);
void export_package(TypesCtx *c, Package *p, PosNamer *namer, void *arg, Buf *out);
/* Reads an archive's export data; declarations are parsed when they are looked up.  NULL and *err. */
Package *import_package(TypesCtx *c, const char *path, const char *archive, const char **err);

#endif
