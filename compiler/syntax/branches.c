/* branches.c - labels, and the statements that jump (spec: "Labeled
 * statements", "Break statements" to "Fallthrough statements").
 *
 * One walk over a function body, not into function literals, numbers the
 * statements, resolves break and continue to the statements they leave, and
 * records blocks, labels, variable declarations and gotos; gotos are judged
 * when all labels are known.  Sets branch.target, labeled.used and the label of
 * loops, switches and selects. */
#include <stdlib.h>
#include <string.h>

#include "syntax.h"

typedef struct Block {
    size_t parent; /* index; the body is its own parent */
    Pos start;
} Block;

typedef struct Label {
    Node *node; /* LabeledStmt */
    size_t block, order;
    bool again; /* the name was taken: reported, but still the target of gotos that cannot mean the first */
} Label;

typedef struct Goto {
    Node *node;
    size_t block, order;
} Goto;

typedef struct VarDecl {
    Node *node; /* VarDecl or AssignStmt */
    size_t block, order;
} VarDecl;

typedef struct Branches {
    SyntaxCtx *ctx;
    Block *blocks;
    size_t num_blocks, cap_blocks;
    Label *labels;
    size_t num_labels, cap_labels;
    Goto *gotos;
    size_t num_gotos, cap_gotos;
    VarDecl *vars;
    size_t num_vars, cap_vars;
    size_t order; /* of statements in the text */
} Branches;

/* Where a statement stands. */
typedef struct Place {
    size_t block;
    Node *breaks;    /* what break leaves, or NULL */
    Node *continues; /* what continue goes on with */
    const struct Enclosing *labeled; /* labeled statements around, innermost first */
    bool in_type_switch;
    bool in_case;    /* directly in a clause of an expression switch */
    bool last_case;
} Place;

typedef struct Enclosing {
    Node *node; /* LabeledStmt */
    const struct Enclosing *outer;
} Enclosing;

__attribute__((format(printf, 3, 4)))
static void error(Branches *bs, Pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    pos_verror(bs->ctx->pos, bs->ctx->diag, pos, format, args);
    va_end(args);
}

static const char *place_text(Branches *bs, Pos pos)
{
    const PosTable *t = bs->ctx->pos;
    return arena_printf(bs->ctx->arena, "%s:%u:%u", pos_file(t, pos), (unsigned)pos_line(t, pos), (unsigned)pos_col(t, pos));
}

/* ---- labels ---- */

static const char *label_name(const Node *labeled) { return labeled->labeled.label->name.text; }

static Label *find_label(Branches *bs, const char *name)
{
    for (size_t i = 0; i < bs->num_labels; i++)
        if (label_name(bs->labels[i].node) == name)
            return &bs->labels[i];
    return NULL;
}

static void declare_label(Branches *bs, Node *n, size_t block)
{
    if (node_is_blank(n->labeled.label))
        return;
    Label *before = find_label(bs, label_name(n));
    if (before)
        error(bs, n->labeled.label->pos, "label %s already defined at %s", label_name(n),
              place_text(bs, before->node->labeled.label->pos));
    vec_push(bs->labels, bs->num_labels, bs->cap_labels, (Label){n, block, bs->order, before != NULL});
}

/* Loops, switches and selects know the label in front of them. */
static void tell_label(Node *n)
{
    Node *label = n->labeled.label, *stmt = n->labeled.stmt;
    switch (stmt->kind) {
    case NodeForStmt: stmt->for_stmt.label = label; break;
    case NodeRangeStmt: stmt->range.label = label; break;
    case NodeSwitchStmt: stmt->switch_stmt.label = label; break;
    case NodeTypeSwitchStmt: stmt->type_switch.label = label; break;
    case NodeSelectStmt: stmt->select_stmt.label = label; break;
    default: break;
    }
}

/* ---- break, continue, fallthrough ---- */

static bool is_loop(const Node *n) { return n->kind == NodeForStmt || n->kind == NodeRangeStmt; }

static bool can_break(const Node *n)
{
    return is_loop(n) || n->kind == NodeSwitchStmt || n->kind == NodeTypeSwitchStmt || n->kind == NodeSelectStmt;
}

/* spec: "If there is a label, it must be that of an enclosing statement" */
static void labeled_jump(Branches *bs, Node *n, const Place *at)
{
    const char *word = tok_text[n->op], *name = n->branch.label->name.text;
    Label *label = find_label(bs, name);
    if (!label) {
        error(bs, n->branch.label->pos, "%s label not defined: %s", word, name);
        return;
    }
    label->node->labeled.used = true;
    for (const Enclosing *e = at->labeled; e; e = e->outer) {
        Node *stmt = e->node->labeled.stmt;
        if (e->node == label->node && (n->op == TokContinue ? is_loop(stmt) : can_break(stmt))) {
            n->branch.target = stmt;
            return;
        }
    }
    error(bs, n->branch.label->pos, "invalid %s label %s", word, name);
}

static void check_break(Branches *bs, Node *n, const Place *at)
{
    if (n->branch.label)
        labeled_jump(bs, n, at);
    else if (!(n->branch.target = at->breaks))
        error(bs, n->pos, "break is not in a loop, switch, or select");
}

static void check_continue(Branches *bs, Node *n, const Place *at)
{
    if (n->branch.label)
        labeled_jump(bs, n, at);
    else if (!(n->branch.target = at->continues))
        error(bs, n->pos, "continue is not in a loop");
}

static void check_fallthrough(Branches *bs, Node *n, const Place *at, bool last_stmt)
{
    if (at->in_type_switch)
        error(bs, n->pos, "cannot fallthrough in type switch");
    else if (!at->in_case || !last_stmt)
        error(bs, n->pos, "fallthrough statement out of place");
    else if (at->last_case)
        error(bs, n->pos, "cannot fallthrough final case in switch");
}

/* ---- goto ---- */

static bool encloses(const Branches *bs, size_t outer, size_t inner)
{
    while (inner != outer && bs->blocks[inner].parent != inner)
        inner = bs->blocks[inner].parent;
    return inner == outer;
}

/* The first label of that name; but a jump forwards takes one that is around it,
 * if there is. */
static Label *goto_target(Branches *bs, const Goto *g, const char *name)
{
    Label *first = find_label(bs, name);
    if (!first || first->order < g->order)
        return first;
    for (size_t i = 0; i < bs->num_labels; i++)
        if (label_name(bs->labels[i].node) == name && encloses(bs, bs->labels[i].block, g->block))
            return &bs->labels[i];
    return first;
}

/* The last variable that g would jump over, or NULL. */
static Node *jumped_over(const Branches *bs, const Goto *g, const Label *label)
{
    Node *last = NULL;
    for (size_t i = 0; i < bs->num_vars; i++) {
        const VarDecl *v = &bs->vars[i];
        if (v->block == label->block && v->order > g->order && v->order < label->order)
            last = v->node;
    }
    return last;
}

/* The variables of an assignment, as they are written. */
static const char *declared_names(Branches *bs, const Node *n)
{
    if (n->kind == NodeVarDecl)
        return n->vardecl.names.at[0]->name.text;
    Buf b = {0};
    for (uint32_t i = 0; i < n->assign.lhs.n; i++) {
        if (i > 0)
            buf_puts(&b, ", ");
        print_go(&b, n->assign.lhs.at[i]);
    }
    const char *text = arena_strdup(bs->ctx->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

/* spec: "Executing the goto statement must not cause any variables to come into
 * scope that were not already in scope"; "Goto statements outside a block cannot
 * jump to a label inside that block." */
static void check_goto(Branches *bs, const Goto *g)
{
    Node *name = g->node->branch.label;
    Label *label = node_is_blank(name) ? NULL : goto_target(bs, g, name->name.text);
    if (!label) {
        error(bs, name->pos, "label %s not defined", name->name.text);
        return;
    }
    find_label(bs, name->name.text)->node->labeled.used = true;
    label->node->labeled.used = true;
    g->node->branch.target = label->node;
    if (!encloses(bs, label->block, g->block)) {
        error(bs, name->pos, "goto %s jumps into block starting at %s", name->name.text,
              place_text(bs, bs->blocks[label->block].start));
        return;
    }
    Node *var = jumped_over(bs, g, label);
    if (var)
        error(bs, name->pos, "goto %s jumps over declaration of %s at %s", name->name.text, declared_names(bs, var),
              place_text(bs, var->pos));
}

/* ---- the walk ---- */

static void walk_stmt(Branches *bs, Node *n, const Place *at, bool last);

/* last: trailing empty statements do not count. */
static void walk_list(Branches *bs, NodeList list, const Place *at)
{
    uint32_t n = list.n;
    while (n > 0 && list.at[n - 1]->kind == NodeEmptyStmt)
        n--;
    for (uint32_t i = 0; i < n; i++)
        walk_stmt(bs, list.at[i], at, i + 1 == n);
}

static size_t new_block(Branches *bs, size_t parent, Pos start)
{
    vec_push(bs->blocks, bs->num_blocks, bs->cap_blocks, (Block){parent, start});
    return bs->num_blocks - 1;
}

/* A block inside at; target: what unlabeled break (and continue) in it means. */
static void walk_block(Branches *bs, Node *block, const Place *at, Node *target)
{
    Place inner = *at;
    inner.block = new_block(bs, at->block, block->pos);
    inner.in_case = inner.last_case = false;
    if (target)
        inner.breaks = inner.continues = target;
    walk_list(bs, block->block.stmts, &inner);
}

static void walk_clauses(Branches *bs, Node *n, NodeList clauses, const Place *at)
{
    for (uint32_t i = 0; i < clauses.n; i++) {
        Node *c = clauses.at[i];
        Place inner = *at;
        inner.block = new_block(bs, at->block, c->pos);
        inner.breaks = n;
        inner.in_case = n->kind == NodeSwitchStmt;
        inner.last_case = i + 1 == clauses.n;
        if (n->kind != NodeSelectStmt)
            inner.in_type_switch = n->kind == NodeTypeSwitchStmt;
        walk_list(bs, c->kind == NodeCaseClause ? c->clause.body : c->comm.body, &inner);
    }
}

static void record_var(Branches *bs, Node *n, const Place *at)
{
    vec_push(bs->vars, bs->num_vars, bs->cap_vars, (VarDecl){n, at->block, bs->order});
}

static void walk_decls(Branches *bs, Node *n, const Place *at)
{
    for (uint32_t i = 0; i < n->declstmt.decls.n; i++)
        if (n->declstmt.decls.at[i]->kind == NodeVarDecl)
            record_var(bs, n->declstmt.decls.at[i], at);
}

static void walk_branch(Branches *bs, Node *n, const Place *at, bool last)
{
    switch (n->op) {
    case TokBreak: check_break(bs, n, at); break;
    case TokContinue: check_continue(bs, n, at); break;
    case TokFallthrough: check_fallthrough(bs, n, at, last); break;
    case TokGoto: vec_push(bs->gotos, bs->num_gotos, bs->cap_gotos, (Goto){n, at->block, bs->order}); break;
    }
}

static void walk_stmt(Branches *bs, Node *n, const Place *at, bool last)
{
    bs->order++;
    switch (n->kind) {
    case NodeLabeledStmt: {
        declare_label(bs, n, at->block);
        tell_label(n);
        Enclosing e = {n, at->labeled};
        Place inner = *at;
        inner.labeled = &e;
        walk_stmt(bs, n->labeled.stmt, &inner, last);
        break;
    }
    case NodeBlockStmt: walk_block(bs, n, at, NULL); break;
    case NodeIfStmt:
        walk_block(bs, n->if_stmt.then, at, NULL);
        if (n->if_stmt.els) {
            Place inner = *at;
            inner.in_case = false;
            walk_stmt(bs, n->if_stmt.els, &inner, false);
        }
        break;
    case NodeForStmt: walk_block(bs, n->for_stmt.body, at, n); break;
    case NodeRangeStmt: walk_block(bs, n->range.body, at, n); break;
    case NodeSwitchStmt: walk_clauses(bs, n, n->switch_stmt.clauses, at); break;
    case NodeTypeSwitchStmt: walk_clauses(bs, n, n->type_switch.clauses, at); break;
    case NodeSelectStmt: walk_clauses(bs, n, n->select_stmt.clauses, at); break;
    case NodeDeclStmt: walk_decls(bs, n, at); break;
    case NodeAssignStmt:
        if (n->assign.define)
            record_var(bs, n, at);
        break;
    case NodeBranchStmt: walk_branch(bs, n, at, last); break;
    default: break; /* holds no statements */
    }
}

void check_branches(SyntaxCtx *c, Node *body)
{
    if (!body)
        return;
    Branches bs = {.ctx = c};
    Place at = {.block = new_block(&bs, 0, body->pos)};
    walk_list(&bs, body->block.stmts, &at);
    for (size_t i = 0; i < bs.num_gotos; i++)
        check_goto(&bs, &bs.gotos[i]);
    for (size_t i = 0; i < bs.num_labels; i++)
        if (!bs.labels[i].again && !bs.labels[i].node->labeled.used)
            error(&bs, bs.labels[i].node->labeled.label->pos, "label %s defined and not used", label_name(bs.labels[i].node));
    free(bs.blocks);
    free(bs.labels);
    free(bs.gotos);
    free(bs.vars);
}
