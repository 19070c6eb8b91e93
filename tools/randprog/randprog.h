/* randprog.h - random Go programs: the map of tools/randprog/.
 *
 *   main.c     the command line; the order of a program's parts
 *   types.c    types, and for each a function that hashes its values
 *   expr.c     expressions of a given type
 *   stmt.c     statements
 *   shapes.c   fixed shapes with random holes: goroutines, select, goto, slices, generics
 *   decl.c     functions, methods, variables of the package, main
 *
 * A program says what it computes by one checksum, printed often.  Every
 * program is well defined: it prints the same under every correct compiler.
 * The rules that make it so:
 *
 *   - Where the order of evaluation is open (spec: "Order of evaluation"), at
 *     most one operation of a statement can panic or change anything.  ModePure
 *     expressions change nothing; they call pure functions only.  ModeOrdered
 *     ones are made of calls, whose order is fixed, and of constants and local
 *     variables that no other function can change ("shared" says which can).
 *   - Division is by odd or constant numbers, indexes are reduced, floats are
 *     tested before they become integers, except in the statement's one
 *     operation that may panic; a panic's text is part of the checksum.
 *   - Maps are read by key or summed; what append does to an array that others
 *     see is only asked where capacities are known.
 *   - The work of each function is counted while it is written, loops and calls
 *     multiplied, and stays bounded. */
#ifndef RANDPROG_H
#define RANDPROG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

typedef enum Kind { KBool, KInt, KFloat, KComplex, KString, KStruct, KArray, KSlice, KMap, KPtr, KIface } Kind;

typedef struct Type Type;

typedef struct Field {
    const char *name; /* "_": blank; the type's name: embedded */
    Type *type;
    bool embedded;
} Field;

struct Type {
    Kind kind;
    const char *name;  /* as the program writes it */
    const char *hash;  /* the function that hashes a value */
    int bits;          /* KInt, KFloat, KComplex */
    bool is_signed;    /* KInt */
    bool comparable;
    bool defined;      /* a type declaration */
    int size;          /* roughly, in words: large values are made rarely */
    Type *elem, *key;  /* KArray, KSlice, KMap, KPtr */
    int len;           /* KArray */
    Field fields[10];  /* KStruct */
    int nfields;
};

typedef struct Var {
    const char *name;
    Type *type;
    bool shared;   /* other functions may change it: global, captured or pointed to */
    bool constant; /* must not be assigned: loop variables, named results in use */
    bool own;      /* a slice or map that only this variable refers to */
    bool nonempty; /* a slice with an element at least; never nil */
    int level;     /* depth of the function literal that declares it; 0 for globals */
} Var;

enum { MaxParams = 14, MaxResults = 7, MaxTypes = 80, MaxFuncs = 120, MaxVars = 400 };

typedef struct Fn {
    const char *name;
    Type *params[MaxParams], *results[MaxResults];
    int nparams, nresults;
    Type *recv;    /* a method's receiver */
    bool by_ptr;   /* whose receiver is a pointer */
    bool variadic; /* last parameter */
    bool pure;     /* changes nothing but its own variables */
    bool panics;   /* may end in a panic */
    long cost;     /* statements run by one call, at most */
} Fn;

typedef enum Mode { ModePure, ModeOrdered } Mode;

/* A text and whether the compiler may take it for a constant. */
typedef struct Expr {
    const char *s;
    bool constant;
} Expr;

typedef struct Gen {
    Arena *arena;
    Buf out;
    uint64_t random;
    const char *prefix; /* of every name at package level */
    int size;
    int names;          /* given so far */

    Type *types[MaxTypes];
    int ntypes;
    int nbasic;         /* the first ones */
    Fn *funcs[MaxFuncs];
    int nfuncs;
    Type *iface;
    Type *impls[8];     /* types that implement it */
    int nimpls;

    Var vars[MaxVars];  /* in scope; the first nglobals are the package's */
    int nvars, nglobals;
    int level;          /* function literals around this point */
    int indent;

    /* the function being written */
    Fn *fn;
    bool pure;          /* may change nothing outside */
    bool may_panic;
    bool in_literal;    /* inside a function literal: no return of results */
    Type *results[MaxResults];
    int nresults;
    long cost, mult, limit;
    int loops;          /* that a break or continue may leave */
    const char *label;  /* of an enclosing loop; NULL: none */

    /* the statement being written */
    Mode mode;
    int panics;         /* operations that may still panic */
    int leaves;         /* nesting of variables in the indexes of others */
} Gen;

/* main.c */
uint64_t below(Gen *g, uint64_t n);                    /* 0 <= result < n */
static inline bool chance(Gen *g, unsigned percent) { return below(g, 100) < percent; }
const char *text(Gen *g, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *fresh(Gen *g, const char *stem);           /* a name never used */
const char *global_name(Gen *g, const char *stem);
/* A line of the program; '@' stands for the prefix. */
void line(Gen *g, const char *format, ...) __attribute__((format(printf, 2, 3)));
void lines(Gen *g, const char *text);                  /* fixed text */

/* types.c */
void make_types(Gen *g);
void add_type(Gen *g, Type *t);
Type *any_type(Gen *g);
Type *small_type(Gen *g);                              /* of few words */
Type *int_type(Gen *g);
Type *basic(Gen *g, const char *name);
Type *pointer_to(Gen *g, Type *t);                     /* NULL: there is none */
Type *find_kind(Gen *g, Kind k);                       /* a type of that kind; NULL: none */
const char *hashed(Gen *g, Type *t, const char *value);

/* expr.c */
const char *expr(Gen *g, Type *t, int depth);          /* by g->mode */
const char *varying_expr(Gen *g, Type *t, int depth);  /* never a constant for the compiler */
const char *pure_expr(Gen *g, Type *t, int depth);     /* no panic, no effect */
const char *literal(Gen *g, Type *t, int depth);       /* of constants at depth 0 */
const char *constant(Gen *g, Type *t);                 /* basic types */
const char *place(Gen *g, Type **t);                   /* something assignable; NULL: nothing is */
const char *call(Gen *g, Fn *f, int depth);            /* NULL: costs too much */
Fn *find_func(Gen *g, Type *result, bool pure);        /* NULL: none */
Var *find_var(Gen *g, Type *t);
Var *find_var_kind(Gen *g, Kind k);

/* stmt.c */
Var *declare(Gen *g, const char *name, Type *t);
void declare_many(Gen *g);
void block(Gen *g, int statements, int depth);         /* without braces; drops its variables */
void statement(Gen *g, int depth);
void use_vars(Gen *g, int from);                       /* adds variables to the checksum or a sink */

/* shapes.c */
void shape(Gen *g, int depth);                         /* a statement of an impure function */
void make_generics(Gen *g);

/* decl.c */
void make_globals(Gen *g);
void make_functions(Gen *g);
void make_methods(Gen *g);
void make_main(Gen *g, uint64_t seed);

#endif
