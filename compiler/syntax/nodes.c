/* nodes.c - tables of tokens and node kinds, and what can be said of any node
 * from the tables alone: allocation, copies, walks, extent. */
#include "ast.h"

#include <string.h>

#include "base/map.h"

const char *const tok_text[NumTokens] = {
#define TOK(name, text, prec) [Tok##name] = text,
#include "tokens.h"
};

const uint8_t tok_precedence[NumTokens] = {
#define TOK(name, text, prec) [Tok##name] = prec,
#include "tokens.h"
};

#define F(member, type, name) \
    {#name, Field##type, offsetof(Node, member.name), (uint8_t)sizeof((Node *)0)->member.name},
#define NODE(kind, member, class, text, fields) \
    static const NodeFieldInfo fields_##kind[] = {fields{NULL, FieldNode, 0, 0}};
#include "nodes.h"

/* A kind is as large as the header and its own member of the union. */
const NodeInfo node_info[NumNodeKinds] = {
    [NodeNone] = {"None", "", ClassNone, NULL, sizeof(Node)},
#define F(member, type, name)
#define NODE(kind, member, class, text, fields) \
    [Node##kind] = {#kind, text, Class##class, fields_##kind, offsetof(Node, member) + sizeof((Node *)0)->member},
#include "nodes.h"
};

Node *node_alloc(Arena *a, NodeKind kind, Pos pos, uint32_t id)
{
    Node *n = arena_alloc(a, node_info[kind].size);
    n->kind = (uint8_t)kind;
    n->pos = pos;
    n->id = id;
    return n;
}

static void *field_at(const Node *n, const NodeFieldInfo *f) { return (char *)(uintptr_t)n + f->offset; }

/* ---- copies ---- */

typedef struct Copier {
    Arena *arena;
    uint32_t *next_id;
    Map copies; /* original -> copy, for references across the tree */
} Copier;

static Node *copy(Copier *c, const Node *n);

static NodeList copy_list(Copier *c, NodeList list)
{
    NodeList out = {NULL, list.n};
    if (list.n == 0)
        return out;
    out.at = NEW_ARRAY(c->arena, Node *, list.n);
    for (uint32_t i = 0; i < list.n; i++) {
        Node *from = list.at[i], *to = copy(c, from);
        if (from->kind == NodeField && from->field.same_type)
            to->field.type = out.at[i - 1]->field.type;
        out.at[i] = to;
    }
    return out;
}

static void copy_field(Copier *c, Node *m, const Node *n, const NodeFieldInfo *f)
{
    void *to = field_at(m, f);
    const void *from = field_at(n, f);
    switch (f->type) {
    case FieldNode: case FieldOpt:
        if (n->kind == NodeField && n->field.same_type && f->offset == offsetof(Node, field.type))
            return; /* copy_list shares it */
        *(Node **)to = copy(c, *(Node *const *)from);
        return;
    case FieldList:
        *(NodeList *)to = copy_list(c, *(const NodeList *)from);
        return;
    case FieldStr: case FieldBool: case FieldOp: case FieldInt: case FieldPos:
        memcpy(to, from, f->size);
    }
}

/* What the tables do not list: references to nodes elsewhere, sizes, pragmas. */
static void copy_links(Copier *c, Node *m, const Node *n)
{
    switch (n->kind) {
    case NodeBasicLit: m->lit.size = n->lit.size; break;
    case NodeFile:
        m->file.pragma = n->file.pragma;
        m->file.linknames = n->file.linknames;
        break;
    case NodeImportDecl: m->import.pragma = n->import.pragma; break;
    case NodeTypeDecl: m->typedecl.pragma = n->typedecl.pragma; break;
    case NodeVarDecl: m->vardecl.pragma = n->vardecl.pragma; break;
    case NodeFuncDecl: m->func.pragma = n->func.pragma; break;
    case NodeLabeledStmt: m->labeled.used = n->labeled.used; break;
    case NodeConstDecl:
        m->constdecl.pragma = n->constdecl.pragma;
        m->constdecl.from = map_get(&c->copies, n->constdecl.from);
        break;
    case NodeForStmt: m->for_stmt.label = map_get(&c->copies, n->for_stmt.label); break;
    case NodeRangeStmt: m->range.label = map_get(&c->copies, n->range.label); break;
    case NodeSwitchStmt: m->switch_stmt.label = map_get(&c->copies, n->switch_stmt.label); break;
    case NodeTypeSwitchStmt: m->type_switch.label = map_get(&c->copies, n->type_switch.label); break;
    case NodeSelectStmt: m->select_stmt.label = map_get(&c->copies, n->select_stmt.label); break;
    case NodeBranchStmt: m->branch.target = n->branch.target; break; /* set right by relink */
    default: break;
    }
}

static Node *copy(Copier *c, const Node *n)
{
    if (!n)
        return NULL;
    Node *m = node_alloc(c->arena, n->kind, n->pos, (*c->next_id)++);
    m->op = n->op;
    map_put(&c->copies, n, m);
    for (const NodeFieldInfo *f = node_info[n->kind].fields; f->name; f++)
        copy_field(c, m, n, f);
    copy_links(c, m, n);
    return m;
}

/* Branches may point forwards, so their targets are known only when all is copied. */
static bool relink(Node *n, void *data)
{
    Map *copies = data;
    if (n->kind == NodeBranchStmt) {
        Node *to = map_get(copies, n->branch.target);
        if (to)
            n->branch.target = to;
    }
    return true;
}

Node *node_copy(Arena *a, const Node *n, uint32_t *next_id)
{
    Copier c = {.arena = a, .next_id = next_id};
    Node *m = copy(&c, n);
    if (m)
        node_walk(m, relink, &c.copies);
    map_free(&c.copies);
    return m;
}

/* ---- walks ---- */

void node_walk(Node *n, bool (*visit)(Node *n, void *data), void *data)
{
    if (!n || !visit(n, data))
        return;
    for (const NodeFieldInfo *f = node_info[n->kind].fields; f->name; f++) {
        if (f->type == FieldNode || f->type == FieldOpt) {
            if (n->kind == NodeField && n->field.same_type && f->offset == offsetof(Node, field.type))
                continue;
            node_walk(*(Node **)field_at(n, f), visit, data);
        } else if (f->type == FieldList) {
            const NodeList *list = field_at(n, f);
            for (uint32_t i = 0; i < list->n; i++)
                node_walk(list->at[i], visit, data);
        }
    }
}

Node *unparen(Node *n)
{
    while (n && n->kind == NodeParen)
        n = n->paren.x;
    return n;
}

/* ---- extent ---- */

/* The child that n starts with, or NULL when n->pos is its first token. */
static Node *leftmost(const Node *n)
{
    switch (n->kind) {
    case NodeCompositeLit: return n->complit.type;
    case NodeKeyValue: return n->keyvalue.key;
    case NodeSelector: return n->select.x;
    case NodeIndex: return n->index.x;
    case NodeSlice: return n->slice.x;
    case NodeTypeAssert: return n->assert.x;
    case NodeTypeSwitchGuard: return n->guard.name ? n->guard.name : n->guard.x;
    case NodeCall: return n->call.fun;
    case NodeBinary: return n->binary.x;
    case NodeSendStmt: return n->send.chan;
    case NodeAssignStmt: return n->assign.lhs.n ? n->assign.lhs.at[0] : NULL;
    case NodeIncDecStmt: return n->incdec.x;
    case NodeExprStmt: return n->exprstmt.x;
    case NodeLabeledStmt: return n->labeled.label;
    default: return NULL;
    }
}

Pos node_start(const Node *n)
{
    for (const Node *x; n->kind != NodeSlice && (x = leftmost(n)); n = x)
        ;
    return n->pos;
}

Pos node_first(const Node *n)
{
    for (const Node *x; (x = leftmost(n)); n = x)
        ;
    return n->pos;
}

/* The last child of n in the text or, when a token of its own ends n, that
 * token's Pos in *last. */
static Node *rightmost(const Node *n, Pos *last)
{
    Node *child = NULL;
    Pos pos = 0;
    for (const NodeFieldInfo *f = node_info[n->kind].fields; f->name; f++) {
        if ((f->type == FieldNode || f->type == FieldOpt) && *(Node **)field_at(n, f)) {
            child = *(Node **)field_at(n, f);
            pos = 0;
        } else if (f->type == FieldList && ((NodeList *)field_at(n, f))->n) {
            const NodeList *list = field_at(n, f);
            child = list->at[list->n - 1];
            pos = 0;
        } else if (f->type == FieldPos && *(Pos *)field_at(n, f)) {
            pos = *(Pos *)field_at(n, f);
        }
    }
    /* `func(x int) (y int)`: the parenthesis counts; `x.(type)` ends with one too. */
    *last = pos;
    return pos ? NULL : child;
}

Pos node_end_pos(const Node *n)
{
    for (;;) {
        Pos last;
        const Node *x = rightmost(n, &last);
        if (!x)
            return last ? last : n->pos;
        n = x;
    }
}

/* Length of the token that ends n when no child does. */
static uint32_t last_token_size(const Node *n, Pos last)
{
    switch (n->kind) {
    case NodeName: return (uint32_t)strlen(n->name.text);
    case NodeBasicLit: return n->lit.size;
    case NodeBad: case NodeFile: return last ? 0 : 1;
    case NodeIncDecStmt: return 2;
    case NodeBranchStmt: return (uint32_t)strlen(tok_text[n->op]);
    case NodeReturnStmt: return 6;
    case NodeEmptyStmt: return n->empty.implicit ? 0 : 1;
    case NodeRangeStmt: return 5;
    default: return 1;
    }
}

/* A raw string may span lines: counts them. */
static void skip_literal(const Node *n, Loc *loc)
{
    for (uint32_t i = 0; i < n->lit.size; i++) {
        loc->col++;
        if (n->lit.text[i] == '\n') {
            loc->line++;
            loc->col = 1;
        }
    }
}

Loc node_end(const PosTable *t, const Node *n)
{
    Pos last = 0;
    if (n->kind == NodeIncDecStmt) { /* the operator follows its operand */
        last = n->pos;
    } else {
        for (const Node *x; (x = rightmost(n, &last)); n = x)
            if (x->kind == NodeIncDecStmt)
                return node_end(t, x);
    }
    Pos p = last ? last : n->pos;
    Loc loc = {pos_source(t, p), pos_real_line(t, p), pos_real_col(t, p)};
    if (n->kind == NodeBasicLit)
        skip_literal(n, &loc);
    else
        loc.col += last_token_size(n, last);
    return loc;
}
