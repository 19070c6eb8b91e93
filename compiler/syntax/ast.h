/* ast.h - the syntax tree.
 *
 * The parser makes one Node per construct; the type checker writes what it
 * finds into the nodes it checks (type, val, obj, mode, ...); construction of
 * SSA reads both.  A Node is a header plus the union member that belongs to its
 * kind, and only that much memory is allocated: never copy a Node by
 * assignment, use node_copy.  nodes.h lists kinds and fields; this file says
 * what the fields mean.
 *
 * Positions.  n->pos is where gc's syntax package places the node, because
 * line tables and several messages follow it:
 *   binary expressions, assignments, sends, x++: the operator
 *   calls: `(`    indexing, slicing: `[`    selectors, type assertions: the dot
 *   composite literals: `{`    key: value: the colon    labeled statements: the colon
 *   const, type, var declarations: the first name    imports: local name or path
 *   functions: what follows `func` (receiver's parenthesis or name)
 *   function types: `(` or `[`    function literals: `func`
 *   everything else: its first token
 * node_start(n) is the first token of the whole construct: most errors are
 * reported there ("at node n" in gc's checker means node_start(n)).  gc does not
 * look further left than the `[` of a slice expression; nor does node_start. */
#ifndef SYNTAX_AST_H
#define SYNTAX_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "pos.h"

/* What the type checker hangs on nodes; declared in types/. */
struct Type;
struct Object;
struct Const;
struct Scope;
struct Instance;
struct Selection;
struct FuncVars;

typedef enum Token {
#define TOK(name, text, prec) Tok##name,
#include "tokens.h"
    NumTokens
} Token;

extern const char *const tok_text[NumTokens];       /* "+", "func", ... */
extern const uint8_t tok_precedence[NumTokens];     /* 1..5 for binary operators, else 0 */

typedef enum NodeKind {
    NodeNone,
#define F(member, type, name)
#define NODE(kind, member, class, text, fields) Node##kind,
#include "nodes.h"
    NumNodeKinds
} NodeKind;

typedef struct Node Node;

/* Children in order.  at is NULL when n is 0. */
typedef struct NodeList {
    Node **at;
    uint32_t n;
} NodeList;

typedef enum LitKind { LitInt, LitFloat, LitImag, LitRune, LitString } LitKind;

typedef enum ChanDir { ChanBoth, ChanSendOnly, ChanRecvOnly } ChanDir; /* chan T, chan<- T, <-chan T */

/* //go: directives in front of a declaration, as bits. */
enum {
#define PRAGMA(name, text, who) PragmaBit##name,
#include "pragmas.h"
    NumPragmas
};
typedef enum PragmaFlag {
#define PRAGMA(name, text, who) Pragma##name = 1 << PragmaBit##name,
#include "pragmas.h"
} PragmaFlag;

/* //go:embed in front of a variable. */
typedef struct Embed {
    Pos pos;
    const char **patterns; /* unquoted */
    uint32_t n;
    struct Embed *next; /* in the order of the text */
} Embed;

/* //go:linkname local [target], anywhere in the file. */
typedef struct Linkname {
    Pos pos;
    const char *local;
    const char *target; /* "" when only local is given (marks it as reached from elsewhere) */
    struct Linkname *next;
} Linkname;

/* //go:wasmexport and other directives that we understand enough to ignore or
 * to refuse are handled by the parser; nothing of them is kept. */
typedef struct Pragma {
    uint32_t flags;    /* PragmaFlag bits */
    Embed *embeds;     /* variables only */
    struct PragmaItem *items; /* each flag with its place: check_pragmas reports what stands in the wrong one */
} Pragma;

typedef struct PragmaItem {
    Pos pos;
    uint32_t flag; /* PragmaFlag; 0 for a directive that is known and ignored */
    struct PragmaItem *next; /* in the order of the text */
} PragmaItem;

struct Node {
    /* Set by the parser. */
    uint8_t kind;   /* NodeKind: which member of the union is alive */
    uint8_t op;     /* Token: operator of Unary, Binary, AssignStmt (x op= y; TokNone for = and :=), IncDecStmt
                       (TokAdd, TokSub); keyword of BranchStmt */
    /* Set by the type checker (types/). */
    uint8_t mode;   /* operand mode of an expression: no value, type, constant, variable, value, ... */
    uint8_t flags;  /* the checker's own bits */
    Pos pos;        /* see the head comment */
    uint32_t id;    /* dense number, from 1, in order of creation: provenance; arrays can be indexed by it */
    uint8_t esc;    /* set by escape analysis: EscHeap etc. (compiler/ir/escape.c), of what the node allocates */
    uint8_t box;    /* likewise, of the copy of a value that is converted to an interface: by conv, or by this Call */
    struct Type *type;  /* of an expression: its type after defaulting of untyped operands; of a type: itself */
    struct Type *conv;  /* the type to which the context converts the value implicitly (assignment, argument,
                           return, comparison, send, ...), when it differs from type; else NULL */
    struct Const *val;  /* value of a constant expression; else NULL */
    struct Object *obj; /* Name: what it declares or denotes.  Selector: field, method or package member.
                           CaseClause: the clause's own variable in `switch v := x.(type)`.
                           ImportDecl, FuncDecl, TypeDecl, Field: the declared object */

    union {
        /* ---- expressions ---- */

        struct { Pos end; } bad; /* end: just after the text skipped */

        struct {
            const char *text;          /* interned; "_" is SyntaxCtx.blank */
            struct Instance *instance; /* checker: type arguments, given or inferred, of a generic function or type */
        } name;

        struct {
            const char *text; /* as written, NUL-terminated; size counts its bytes */
            uint32_t size;
            uint8_t kind;     /* LitKind */
            bool bad;         /* ill-formed, already reported */
        } lit;

        struct {
            Node *type;     /* NULL when elided inside another composite literal */
            NodeList elems; /* expressions or KeyValue */
            Pos rbrace;
        } complit;

        struct { Node *key, *value; } keyvalue;

        struct {
            Node *type; /* FuncType */
            Node *body; /* BlockStmt */
            struct FuncVars *info; /* checker: closure variables etc. */
        } funclit;

        struct { Node *x; Pos rparen; } paren;

        struct {
            Node *x;   /* operand, type or package name */
            Node *sel; /* Name */
            struct Selection *selection; /* checker: path through embedded fields, kind (field, method value,
                                            method expression); NULL for a package's member */
            struct Instance *instance;   /* checker: as in name */
        } select;

        struct {
            Node *x;
            NodeList indices;          /* one index, or the type arguments of an instantiation */
            Pos rbrack;
            struct Instance *instance; /* checker: set when this is an instantiation */
        } index;

        struct {
            Node *x, *lo, *hi, *max; /* lo, hi, max may be NULL */
            bool full;               /* has two colons */
            Pos rbrack;
        } slice;

        struct { Node *x, *type; Pos rparen; } assert;

        struct {
            Node *name; /* Name or NULL */
            Node *x;
            Pos rparen;
        } guard; /* the guard of a TypeSwitchStmt (elsewhere: the checker's error); pos is the dot */

        struct {
            Node *fun;
            NodeList args;
            bool dots;    /* the last argument is followed by ... */
            Pos rparen;
            uint8_t kind;    /* checker: plain call, conversion, builtin, ... */
            uint8_t builtin; /* checker: which builtin */
            struct FuncVars *inlined; /* compiler/ir/expand.c: the body that stands for the call, or NULL */
        } call;

        struct { Node *x; } unary; /* op: TokAdd TokSub TokNot TokXor TokAnd TokArrow TokTilde */
        struct { Node *x; } star;  /* indirection or pointer type */

        struct { Node *x, *y; } binary; /* op: a token with a precedence; TokOr also joins union terms */

        /* ---- types ---- */

        struct {
            Node *len; /* NULL for [...]T */
            Node *elem;
        } array;
        struct { Node *elem; } slicetype;
        struct { Node *elem; } dotstype; /* type of a variadic parameter (or misplaced: the checker reports it) */

        struct {
            NodeList fields; /* Field: name (NULL when embedded), type, tag */
            Pos rbrace;
        } structtype;

        struct {
            NodeList elems; /* Field: name and FuncType for a method; no name for an embedded element (any type,
                               ~T, or a union of them as TokOr Binary) */
            Pos rbrace;
        } iface;

        struct {
            NodeList params;  /* Field */
            NodeList results; /* Field */
            Pos end;          /* last `)`, or 0 when the last result is a bare type */
            struct Scope *scope; /* checker */
        } functype;

        struct { Node *key, *value; } maptype;
        struct { Node *elem; uint8_t dir; } chantype; /* dir: ChanDir */

        /* ---- declarations ---- */

        struct {
            Node *name;     /* Name or NULL */
            Node *type;     /* never NULL, but in `a, b T` both fields point to the same node */
            Node *tag;      /* struct field tag, BasicLit or NULL */
            bool same_type; /* type is that of the previous field */
            bool embedded;  /* embedded struct field or interface element */
        } field;

        struct {
            Node *name; /* Name (also `_` and `.`) or NULL */
            Node *path; /* BasicLit; ill-formed ones have lit.bad; NULL after a syntax error */
            Pragma *pragma; /* or NULL */
            uint32_t group; /* parenthesized declarations share a number > 0, per file; 0: alone */
        } import;

        struct {
            NodeList names; /* Name */
            Node *type;     /* or NULL */
            NodeList values;
            Pragma *pragma; /* or NULL */
            Node *from;     /* implicit: the ConstDecl above whose type and values are repeated; else NULL */
            uint32_t group;
            uint32_t iota;  /* index in its group */
            bool implicit;  /* neither type nor values written */
        } constdecl;

        struct {
            Node *name;
            NodeList tparams; /* Field: name and constraint */
            Node *type;
            Pragma *pragma;   /* or NULL */
            uint32_t group;
            bool alias;
        } typedecl;

        struct {
            NodeList names;
            Node *type; /* or NULL */
            NodeList values;
            Pragma *pragma;
            uint32_t group;
        } vardecl;

        struct {
            Node *recv;       /* Field or NULL; its type may be (*)T or (*)T[P, Q] with Names as P, Q */
            Node *name;
            NodeList tparams;
            Node *type;       /* FuncType */
            Node *body;       /* BlockStmt or NULL */
            Pragma *pragma;
            struct FuncVars *info; /* checker */
        } func;

        struct {
            Node *name;      /* package name */
            NodeList decls;  /* imports first; const, type, var, func in the order of the text */
            Linkname *linknames;
            Pragma *pragma;  /* directives before the package clause, or NULL */
            const char *go_version; /* from a //go:build line, "go1.21"; "" when none */
            Pos end;         /* end of file */
            struct Scope *scope;
        } file;

        /* ---- statements ---- */

        struct { bool implicit; } empty; /* implicit: no semicolon in the text, e.g. before a closing brace */

        struct {
            Node *label; /* Name */
            Node *stmt;
            bool used;   /* some branch names it */
        } labeled;

        struct {
            NodeList stmts;
            Pos rbrace;
            struct Scope *scope;
        } block;

        struct { Node *x; } exprstmt;
        struct { Node *chan, *value; } send;
        struct { NodeList decls; } declstmt; /* ConstDecl, TypeDecl, VarDecl of one declaration */

        struct {
            NodeList lhs, rhs;
            bool define; /* := */
        } assign;

        struct { Node *x; } incdec;

        struct {
            Node *label;  /* Name or NULL */
            Node *target; /* break, continue: the ForStmt, RangeStmt, SwitchStmt, TypeSwitchStmt or SelectStmt that is
                             left or continued; goto: the LabeledStmt; fallthrough: NULL.  NULL after an error */
        } branch;

        struct { Node *call; } go_stmt, defer_stmt; /* a Call (checker: or an error it reported); parentheses dropped */
        struct { NodeList results; } return_stmt;

        struct {
            Node *init; /* simple statement or NULL */
            Node *cond;
            Node *then; /* BlockStmt */
            Node *els;  /* IfStmt, BlockStmt or NULL */
            struct Scope *scope;
        } if_stmt;

        struct {
            Node *init, *cond, *post; /* any may be NULL */
            Node *body;               /* BlockStmt */
            Node *label;              /* Name of the label in front, or NULL; set by branches.c */
            struct Scope *scope;
        } for_stmt;

        struct {
            NodeList lhs;   /* none, key, or key and value (more is the checker's error) */
            Node *x;
            Node *body;
            bool define;    /* := */
            Pos range_pos;  /* the word range */
            Pos assign_pos; /* = or :=, 0 without lhs */
            Node *label;
            struct Scope *scope;
        } range;

        struct {
            Node *init;
            Node *tag;        /* or NULL: true */
            NodeList clauses; /* CaseClause */
            Pos rbrace;
            Node *label;
            struct Scope *scope;
        } switch_stmt;

        struct {
            Node *init;
            Node *guard;      /* TypeSwitchGuard */
            NodeList clauses; /* CaseClause: values are types or nil */
            Pos rbrace;
            Node *label;
            struct Scope *scope;
        } type_switch;

        struct {
            NodeList clauses; /* CommClause */
            Pos rbrace;
            Node *label;
        } select_stmt;

        struct {
            NodeList values; /* of case */
            NodeList body;
            Pos colon;
            bool is_default;
            struct Scope *scope;
        } clause;

        struct {
            Node *comm; /* SendStmt, ExprStmt (<-ch) or AssignStmt (v, ok := <-ch); NULL: default */
            NodeList body;
            Pos colon;
            struct Scope *scope;
        } comm;
    };
};

/* ---- the table of kinds ---- */

typedef enum NodeClass { ClassNone, ClassExpr, ClassDecl, ClassStmt } NodeClass;
typedef enum FieldType { FieldNode, FieldOpt, FieldList, FieldStr, FieldBool, FieldOp, FieldInt, FieldPos } FieldType;

typedef struct NodeFieldInfo {
    const char *name;
    FieldType type;
    uint16_t offset; /* in Node */
    uint8_t size;    /* of the field: an Int is 1 or 4 bytes wide */
} NodeFieldInfo;

typedef struct NodeInfo {
    const char *name;  /* "Call" */
    const char *text;  /* "f(args...), T(x)" */
    NodeClass class;
    const NodeFieldInfo *fields; /* ends with name NULL */
    uint16_t size;     /* bytes to allocate for this kind */
} NodeInfo;

extern const NodeInfo node_info[NumNodeKinds];

/* ---- nodes.c ---- */

Node *node_alloc(Arena *a, NodeKind kind, Pos pos, uint32_t id);

/* A deep copy with fresh ids from *next_id; nothing of the checker's work is
 * copied.  Shared parts (field types, branch targets, ConstDecl.from) are shared in the same way. */
Node *node_copy(Arena *a, const Node *n, uint32_t *next_id);

/* Calls visit for n and all below it, in the order of the text, parents first;
 * when visit returns false the children are left out.  A type shared by several
 * fields is visited once. */
void node_walk(Node *n, bool (*visit)(Node *n, void *data), void *data);

Pos node_start(const Node *n); /* where gc reports errors about n: its first token, but `[` for slice expressions */
Pos node_first(const Node *n); /* really its first token: for views */

/* Where the text of n ends, exclusive. */
typedef struct Loc {
    const SourceFile *file;
    uint32_t line, col; /* real, not as line directives claim */
} Loc;
Loc node_end(const PosTable *t, const Node *n);
Pos node_end_pos(const Node *n); /* gc's EndPos: position of the last token that has one; good for scopes */

Node *unparen(Node *n); /* without enclosing parentheses */
static inline bool node_is_blank(const Node *n)
{
    return n && n->kind == NodeName && n->name.text[0] == '_' && n->name.text[1] == 0;
}

#endif
