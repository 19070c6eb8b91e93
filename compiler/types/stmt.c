/* stmt.c - statements.  Labels and branches have been checked by syntax. */
#include <string.h>

#include "check.h"

Scope *open_scope(Checker *ck, Node *n)
{
    Scope *s = new_scope(ck->ctx, ck->env.scope);
    if (n) {
        s->pos = n->pos;
        s->end = node_end_pos(n);
    }
    ck->env.scope = s;
    return s;
}

void close_scope(Checker *ck) { ck->env.scope = ck->env.scope->parent; }

void check_stmt_list(Checker *ck, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++)
        check_stmt(ck, list.at[i]);
}

/* The body of a function: its scope is that of the parameters. */
void check_body(Checker *ck, Node *block)
{
    block->block.scope = ck->env.scope;
    check_stmt_list(ck, block->block.stmts);
}

void block_stmts(Checker *ck, Node *block, bool open)
{
    if (open)
        block->block.scope = open_scope(ck, block);
    check_stmt_list(ck, block->block.stmts);
    if (open)
        close_scope(ck);
}

static void check_cond(Checker *ck, Node *cond, const char *what)
{
    Operand x = {0};
    check_expr(ck, NULL, &x, cond);
    if (x.mode != ModeInvalid && !all_basic(x.type, BasicBoolean))
        err_node(ck, cond, "non-boolean condition in %s statement", what);
}

/* ---- expression, go, defer, send, assignment ---- */

static void expr_stmt(Checker *ck, Node *s)
{
    Operand x = {0};
    int kind = check_raw_stmt_expr(ck, &x, s->exprstmt.x);
    const char *what;
    switch (x.mode) {
    case ModeBuiltin: what = "must be called"; break;
    case ModeType: what = "is not an expression"; break;
    default:
        if (kind == KindStatement || x.mode == ModeInvalid)
            return;
        what = "is not used";
        break;
    }
    err_op(ck, &x, "%s %s", op_string(ck, &x), what);
}

static void note_defer(Checker *ck, bool defer)
{
    for (FuncVars *f = ck->env.fn; f; f = f->outer) {
        f->has_defer |= defer;
        f->has_go |= !defer;
        if (!f->is_range_body)
            break;
    }
}

static void suspended_call(Checker *ck, const char *keyword, Node *call)
{
    note_defer(ck, keyword[0] == 'd');
    if (call->kind != NodeCall) {
        if (call->kind != NodeBad)
            err_node(ck, call, "expression in %s must be function call", keyword);
        use_expr(ck, call);
        return;
    }
    Operand x = {0};
    int kind = check_raw_stmt_expr(ck, &x, call);
    if (kind == KindStatement || x.mode == ModeInvalid)
        return;
    const char *msg = kind == KindConversion ? "requires function call, not conversion" : "discards result of";
    err_op(ck, &x, "%s %s %s", keyword, msg, op_string(ck, &x));
}

static void send_stmt(Checker *ck, Node *s)
{
    Operand ch = {0}, val = {0};
    check_expr(ck, NULL, &ch, s->send.chan);
    check_expr(ck, NULL, &val, s->send.value);
    if (ch.mode == ModeInvalid || val.mode == ModeInvalid)
        return;
    Type *elem = send_elem(ck, node_start(s), &ch);
    if (elem)
        assignment(ck, &val, elem, "send");
}

static void assign_stmt(Checker *ck, Node *s)
{
    NodeList lhs = s->assign.lhs, rhs = s->assign.rhs;
    if (s->assign.define) {
        short_var_decl(ck, s, lhs, rhs);
        return;
    }
    if (s->op == TokNone) {
        assign_vars(ck, lhs, rhs);
        return;
    }
    if (lhs.n != 1 || rhs.n != 1) {
        err_node(ck, s, "assignment operation %s requires single-valued expressions", tok_text[s->op]);
        return;
    }
    Operand x = {0};
    check_binary(ck, &x, NULL, lhs.at[0], rhs.at[0], (Token)s->op);
    Node *l = lhs.at[0];
    x.expr = x.expr == l ? l : x.expr;
    Type *conv = rhs.at[0]->conv;
    if (x.mode == ModeConstant) /* both constant: an error about the left side follows */
        x.mode = ModeValue;
    assign_var(ck, l, NULL, &x, "assignment");
    put_conv(rhs.at[0], conv);
}

static void incdec_stmt(Checker *ck, Node *s)
{
    Operand x = {0};
    check_expr(ck, NULL, &x, s->incdec.x);
    if (x.mode == ModeInvalid)
        return;
    if (!all_basic(x.type, BasicNumeric)) {
        const char *op = tok_text[s->op];
        err_node(ck, s->incdec.x, "invalid operation: %s%s%s (non-numeric type %s)", node_string(ck, s->incdec.x), op, op, tstr(ck, x.type));
        return;
    }
    assign_var(ck, s->incdec.x, NULL, &x, "assignment");
}

static void return_stmt(Checker *ck, Node *s)
{
    Type *res = ck->env.sig->func.results;
    NodeList results = s->return_stmt.results;
    if (ck->env.fn && ck->env.fn->is_range_body) { /* the results are set from inside the body's function */
        for (uint32_t i = 0; i < res->tuple.n; i++) {
            res->tuple.vars[i]->var.reassigned = true;
            note_use(ck, res->tuple.vars[i]);
        }
    }
    if (results.n == 0 && res->tuple.n > 0 && res->tuple.vars[0]->name[0]) {
        for (uint32_t i = 0; i < res->tuple.n; i++) {
            Object *o = res->tuple.vars[i];
            Object *alt = lookup_parent(ck->env.scope, o->name, NULL);
            if (alt && alt != o && strcmp(o->name, "_") != 0)
                err_node(ck, s, "result parameter %s not in scope at return%sinner declaration of %s", o->name,
                         at_string(ck, alt->pos), object_string(ck->ctx, alt));
        }
        return;
    }
    if (results.n == 0 && res->tuple.n == 0)
        return;
    init_vars(ck, res->tuple.vars, res->tuple.n, results, s);
}

/* ---- switch ---- */

static void multiple_defaults(Checker *ck, NodeList clauses)
{
    Node *first = NULL;
    for (uint32_t i = 0; i < clauses.n; i++) {
        Node *c = clauses.at[i];
        bool is_default = c->kind == NodeCommClause ? c->comm.comm == NULL : c->clause.is_default;
        if (!is_default)
            continue;
        if (first)
            err_node(ck, c, "multiple defaults (first at %s)", pos_string(ck, first->pos));
        else
            first = c;
    }
}

typedef struct SeenCase {
    Type *type;
    Pos pos;
    struct SeenCase *next;
} SeenCase;

static void case_values(Checker *ck, Operand *x, NodeList values, Map *seen)
{
    for (uint32_t i = 0; i < values.n; i++) {
        Operand v = {0};
        check_expr(ck, NULL, &v, values.at[i]);
        if (x->mode == ModeInvalid || v.mode == ModeInvalid)
            continue;
        convert_untyped(ck, &v, x->type);
        if (v.mode == ModeInvalid)
            continue;
        Operand res = v, tag = *x;
        Type *tag_conv = x->expr->conv;
        check_comparison(ck, &res, &tag, TokEql, true);
        put_conv(x->expr, tag_conv);
        if (res.mode == ModeInvalid || v.mode != ModeConstant || !v.val || v.val->kind == ConstUnknown)
            continue;
        if (v.val->kind == ConstBool || v.val->kind == ConstComplex)
            continue; /* gc does not look for duplicates among these */
        Buf b = {0};
        const_exact(&b, v.val);
        const char *key = arena_strndup(ck->a, b.data, b.len);
        buf_free(&b);
        SeenCase *list = map_get_str(seen, key), *dup = list;
        while (dup && !type_identical(dup->type, v.type))
            dup = dup->next;
        if (dup) {
            err_op(ck, &v, "duplicate case %s in expression switch%sprevious case", op_string(ck, &v), at_string(ck, dup->pos));
            continue;
        }
        SeenCase *c = NEW(ck->a, SeenCase);
        *c = (SeenCase){v.type, v.expr->pos, list};
        map_put_str(seen, key, c);
    }
}

static void clause_body(Checker *ck, Node *c)
{
    c->clause.scope = open_scope(ck, c);
    check_stmt_list(ck, c->clause.body);
    close_scope(ck);
}

static void switch_stmt(Checker *ck, Node *s)
{
    s->switch_stmt.scope = open_scope(ck, s);
    if (s->switch_stmt.init)
        check_stmt(ck, s->switch_stmt.init);
    NodeList clauses = s->switch_stmt.clauses;
    Operand x = {0};
    if (s->switch_stmt.tag) {
        check_expr(ck, NULL, &x, s->switch_stmt.tag);
        assignment(ck, &x, NULL, "switch expression");
        if (x.mode != ModeInvalid && !type_comparable(x.type) && !has_nil(x.type)) {
            err_op(ck, &x, "cannot switch on %s (%s is not comparable)", op_string(ck, &x), tstr(ck, x.type));
            x.mode = ModeInvalid;
        }
    } else {
        Pos pos = clauses.n ? clauses.at[0]->pos : s->switch_stmt.rbrace;
        Node *n = node_alloc(ck->a, NodeName, pos, ck->ctx->syntax->next_id++);
        n->name.text = intern_str(ck->ctx->names, "true");
        n->obj = scope_lookup(ck->ctx->universe, n->name.text);
        x = (Operand){ModeConstant, ck->ctx->basic[KindBool], const_bool(ck->a, true), n, 0};
        record(ck, &x);
    }
    multiple_defaults(ck, clauses);
    Map seen = {0};
    for (uint32_t i = 0; i < clauses.n; i++) {
        case_values(ck, &x, clauses.at[i]->clause.values, &seen);
        clause_body(ck, clauses.at[i]);
    }
    map_free(&seen);
    close_scope(ck);
}

typedef struct SeenType {
    Type *type; /* NULL: nil */
    Node *at;
} SeenType;

typedef struct SeenTypes {
    SeenType *list;
    uint32_t n, cap;
} SeenTypes;

static bool is_nil_name(Checker *ck, Node *n)
{
    n = unparen(n);
    if (n->kind != NodeName)
        return false;
    Object *o = lookup_parent(ck->env.scope, n->name.text, NULL);
    return o && o->kind == ObjNil;
}

/* The type of the clause's variable. x: the operand, NULL after an error. */
static Type *case_types(Checker *ck, Operand *x, NodeList values, SeenTypes *seen)
{
    Type *t = NULL;
    for (uint32_t i = 0; i < values.n; i++) {
        Node *n = values.at[i];
        if (is_nil_name(ck, n)) {
            Operand dummy = {0};
            t = NULL;
            check_expr(ck, NULL, &dummy, n);
        } else {
            t = check_var_type(ck, n);
            if (type_unalias(t)->kind == KindInvalid)
                continue;
        }
        SeenType *other = NULL;
        for (uint32_t j = 0; j < seen->n && !other; j++) {
            Type *u = seen->list[j].type;
            if ((!u && !t) || (u && t && type_identical(u, t)))
                other = &seen->list[j];
        }
        if (other && !ck->instance_mode) {
            err_node(ck, n, "duplicate case %s in type switch%sprevious case", t ? tstr(ck, t) : "nil",
                     at_string(ck, node_start(other->at)));
            continue;
        }
        PUSH(ck->a, seen->list, seen->n, seen->cap, (SeenType){t, n});
        if (x && t)
            type_assertion(ck, n, x, t, true);
    }
    if (values.n != 1 || !t)
        t = x ? x->type : ck->ctx->basic[KindInvalid];
    return t;
}

static void type_switch_stmt(Checker *ck, Node *s)
{
    s->type_switch.scope = open_scope(ck, s);
    if (s->type_switch.init)
        check_stmt(ck, s->type_switch.init);
    Node *guard = s->type_switch.guard, *lhs = guard->guard.name;
    if (node_is_blank(lhs)) {
        err_node(ck, lhs, "no new variable on left side of :=");
        lhs = NULL;
    }
    Operand x = {0}, *sx = NULL;
    check_expr(ck, NULL, &x, guard->guard.x);
    if (x.mode != ModeInvalid) {
        if (is_tparam(x.type))
            err_op(ck, &x, "cannot use type switch on type parameter value %s", op_string(ck, &x));
        else if (under_kind(x.type) == KindInterface && x.mode != ModeNil)
            sx = &x;
        else
            err_op(ck, &x, "%s is not an interface", op_string(ck, &x));
    }
    guard->type = x.mode != ModeInvalid ? x.type : NULL;
    NodeList clauses = s->type_switch.clauses;
    multiple_defaults(ck, clauses);
    SeenTypes seen = {0};
    bool used = false;
    for (uint32_t i = 0; i < clauses.n; i++) {
        Node *c = clauses.at[i];
        Type *t = case_types(ck, sx, c->clause.values, &seen);
        c->clause.scope = open_scope(ck, c);
        Object *v = NULL;
        if (lhs) {
            v = new_var(ck->ctx, ck->pkg, lhs->name.text, t, lhs->pos, VarLocal);
            v->decl = s;
            add_local(ck, v);
            declare(ck, ck->env.scope, NULL, v, c->clause.colon);
            c->obj = v;
        }
        check_stmt_list(ck, c->clause.body);
        close_scope(ck);
        if (v) {
            used |= v->used;
            v->used = true;
        }
    }
    if (lhs && !used)
        err_node(ck, lhs, "%s declared and not used", lhs->name.text);
    close_scope(ck);
}

/* ---- select ---- */

static bool is_receive(Node *n)
{
    n = unparen(n);
    return n->kind == NodeUnary && n->op == TokArrow;
}

static bool valid_comm(Node *c)
{
    if (!c || c->kind == NodeSendStmt)
        return true;
    if (c->kind == NodeAssignStmt)
        return c->assign.rhs.n == 1 && is_receive(c->assign.rhs.at[0]);
    return c->kind == NodeExprStmt && is_receive(c->exprstmt.x);
}

static void select_stmt(Checker *ck, Node *s)
{
    NodeList clauses = s->select_stmt.clauses;
    multiple_defaults(ck, clauses);
    for (uint32_t i = 0; i < clauses.n; i++) {
        Node *c = clauses.at[i];
        if (!valid_comm(c->comm.comm)) {
            Node *comm = c->comm.comm;
            err_at(ck, comm->kind == NodeExprStmt ? comm->pos : node_start(comm), "select case must be send or receive (possibly with assignment)");
            continue;
        }
        c->comm.scope = open_scope(ck, c);
        if (c->comm.comm)
            check_stmt(ck, c->comm.comm);
        check_stmt_list(ck, c->comm.body);
        close_scope(ck);
    }
}

/* ---- if, for ---- */

static void if_stmt(Checker *ck, Node *s)
{
    s->if_stmt.scope = open_scope(ck, s);
    if (s->if_stmt.init)
        check_stmt(ck, s->if_stmt.init);
    if (s->if_stmt.cond)
        check_cond(ck, s->if_stmt.cond, "if");
    check_stmt(ck, s->if_stmt.then);
    if (s->if_stmt.els)
        check_stmt(ck, s->if_stmt.els);
    close_scope(ck);
}

static void for_stmt(Checker *ck, Node *s)
{
    Scope *scope = s->for_stmt.scope = open_scope(ck, s);
    if (s->for_stmt.init)
        check_stmt(ck, s->for_stmt.init);
    for (uint32_t i = 0; i < scope->n && allow_version(ck, 22); i++) {
        if (scope->list[i]->kind == ObjVar)
            scope->list[i]->var.in_loop = true;
    }
    if (s->for_stmt.cond)
        check_cond(ck, s->for_stmt.cond, "for");
    if (s->for_stmt.post)
        check_stmt(ck, s->for_stmt.post);
    check_stmt(ck, s->for_stmt.body);
    close_scope(ck);
}

/* ---- any statement ---- */

static void stmt_internal(Checker *ck, Node *s)
{
    switch (s->kind) {
    case NodeDeclStmt: decl_stmt(ck, s->declstmt.decls); break;
    case NodeLabeledStmt: check_stmt(ck, s->labeled.stmt); break;
    case NodeExprStmt: expr_stmt(ck, s); break;
    case NodeSendStmt: send_stmt(ck, s); break;
    case NodeAssignStmt: assign_stmt(ck, s); break;
    case NodeIncDecStmt: incdec_stmt(ck, s); break;
    case NodeGoStmt: suspended_call(ck, "go", s->go_stmt.call); break;
    case NodeDeferStmt: suspended_call(ck, "defer", s->defer_stmt.call); break;
    case NodeReturnStmt: return_stmt(ck, s); break;
    case NodeBlockStmt: block_stmts(ck, s, true); break;
    case NodeIfStmt: if_stmt(ck, s); break;
    case NodeSwitchStmt: switch_stmt(ck, s); break;
    case NodeTypeSwitchStmt: type_switch_stmt(ck, s); break;
    case NodeSelectStmt: select_stmt(ck, s); break;
    case NodeForStmt: for_stmt(ck, s); break;
    case NodeRangeStmt: check_range_stmt(ck, s); break;
    default: break; /* empty, branches */
    }
}

void check_stmt(Checker *ck, Node *s)
{
    if (!s || ck->depth > MaxDepth)
        return;
    ck->depth++;
    size_t top = ck->ndelayed;
    stmt_internal(ck, s);
    process_delayed(ck, top);
    ck->depth--;
}
