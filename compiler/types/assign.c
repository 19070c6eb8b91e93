/* assign.c - assignability (spec: "Assignability"), assignments and
 * initializations of all kinds. */
#include <string.h>

#include "check.h"

static bool is_valid(Type *t) { return type_unalias(t)->kind != KindInvalid; }

static bool iface_pointer(Type *u) { return u->kind == KindPointer && is_interface(u->pointer.elem); }

typedef struct AssignVisit {
    Checker *ck;
    Operand *x;
    Type *to;        /* NULL: the visited types are the targets */
    Type *tparam;
    const char **cause;
} AssignVisit;

static void nest_cause(AssignVisit *v, const char *text)
{
    if (!v->cause)
        return;
    *v->cause = (*v->cause)[0] ? arena_printf(v->ck->a, "%s\n\t%s", text, *v->cause) : text;
}

static bool assignable_to_each(Type *t, Type *u, void *data)
{
    AssignVisit *v = data;
    if (!u)
        return false;
    if (assignable_to(v->ck, v->x, t, v->cause))
        return true;
    nest_cause(v, arena_printf(v->ck->a, "cannot assign %s to %s (in %s)", tstr(v->ck, v->x->type), tstr(v->ck, t), tstr(v->ck, v->tparam)));
    return false;
}

static bool each_assignable(Type *t, Type *u, void *data)
{
    AssignVisit *v = data;
    if (!u)
        return false;
    Operand x = *v->x;
    x.type = t;
    if (assignable_to(v->ck, &x, v->to, v->cause))
        return true;
    nest_cause(v, arena_printf(v->ck->a, "cannot assign %s (in %s) to %s", tstr(v->ck, t), tstr(v->ck, v->tparam), tstr(v->ck, v->to)));
    return false;
}

static bool untyped_to_each(Type *t, Type *u, void *data)
{
    AssignVisit *v = data;
    Const *val;
    const char *reason = NULL;
    return u && implicit_type(v->ck, v->x, t, &val, &reason) != NULL;
}

/* A declared type that has no structure, because of an error in its declaration. */
static bool refused_decl(Type *t) { return t->kind == KindNamed && !t->named.origin && type_under(t)->kind == KindInvalid; }

/* cause may be NULL; else it starts as "" and may say why not. */
bool assignable_to(Checker *ck, Operand *x, Type *t, const char **cause)
{
    if (x->mode == ModeInvalid || !is_valid(t) || !is_valid(x->type))
        return true;
    Type *v = type_unalias(x->type), *to = t;
    t = type_unalias(t);
    if (type_identical(v, t))
        return true;
    bool vp = v->kind == KindTypeParam, tp = t->kind == KindTypeParam;
    AssignVisit visit = {ck, x, NULL, t, cause};
    if (is_untyped(v)) {
        Const *val;
        const char *reason = NULL;
        return tp ? each_type(t, untyped_to_each, &visit) : implicit_type(ck, x, t, &val, &reason) != NULL;
    }
    Type *vu = type_under(v), *tu = type_under(t);
    if (refused_decl(v) || refused_decl(t))
        return true;
    if (!vp && !tp && (!is_named(v) || !is_named(t)) && type_identical(vu, tu))
        return true;
    if ((tu->kind == KindInterface && !tp) || iface_pointer(tu)) {
        if (implements(ck, v, t, false, cause))
            return true;
        if (!vp)
            return false;
        if (cause)
            *cause = "";
    }
    if (vu->kind == KindInterface && !vp && implements(ck, t, v, false, NULL)) {
        if (cause)
            *cause = "need type assertion";
        return false;
    }
    if (vu->kind == KindChan && vu->chan.dir == ChanBoth && tu->kind == KindChan && type_identical(vu->chan.elem, tu->chan.elem))
        return !is_named(v) || !is_named(t);
    if (!is_named(v) && tp)
        return each_type(t, assignable_to_each, &visit);
    if (vp && !is_named(t)) {
        visit.to = to;
        visit.tparam = v;
        return each_type(v, each_assignable, &visit);
    }
    return false;
}

bool type_assignable(TypesCtx *c, Type *from, Type *to)
{
    Operand x = {.mode = ModeValue, .type = from};
    return assignable_to(c->checker, &x, to, NULL);
}

/* ---- one value ---- */

/* Gives the untyped x its type in an assignment to t (NULL: blank). False after an error. */
static bool assign_untyped(Checker *ck, Operand *x, Type *t, const char *context)
{
    Type *target = t;
    if (op_is_nil(x)) {
        if (!t) {
            err_op(ck, x, "use of untyped nil in %s", context);
            return false;
        }
        if (!has_nil(t)) {
            err_op(ck, x, "cannot use %s as %s value in %s", op_string(ck, x), tstr(ck, t), context);
            return false;
        }
    } else if (!t || is_interface(t)) {
        target = type_default(ck->ctx, x->type);
    }
    const char *reason = NULL;
    Const *val;
    Type *nt = implicit_type(ck, x, target, &val, &reason);
    if (reason) {
        const char *xs = op_string(ck, x), *ts = tstr(ck, target);
        const char *more = strcmp(reason, "truncated") == 0 ? " (truncated)" : strcmp(reason, "overflows") == 0 ? " (overflows)" : "";
        err_op(ck, x, "cannot use %s as %s value in %s%s", xs, ts, context, more);
        return false;
    }
    if (val) {
        x->val = val;
        for (Node *n = x->expr; n && n->flags & NodeUntyped; n = n->kind == NodeParen ? n->paren.x : NULL)
            n->val = val;
    }
    if (nt != x->type) {
        x->type = nt;
        update_expr_type(ck, x->expr, nt, false);
    }
    return true;
}

/* Checks that x can be assigned to a t (NULL: blank) and records conversions; on failure x becomes invalid. */
void assignment(Checker *ck, Operand *x, Type *t, const char *context)
{
    single_value(ck, x);
    if (x->mode == ModeInvalid)
        return;
    if (x->mode == ModeNoValue || x->mode == ModeBuiltin || x->mode == ModeType) {
        err_op(ck, x, "cannot assign %s to %s in %s", op_string(ck, x), t ? tstr(ck, t) : "_", context);
        x->mode = ModeInvalid;
        return;
    }
    if (is_untyped(x->type) && !assign_untyped(ck, x, t, context)) {
        x->mode = ModeInvalid;
        return;
    }
    if (x->type->kind == KindFunc && x->type->func.ntparams) {
        err_op(ck, x, "cannot use generic function %s without instantiation in %s", node_string(ck, x->expr), context);
        x->mode = ModeInvalid;
        return;
    }
    if (!t)
        return;
    const char *cause = "";
    if (assignable_to(ck, x, t, &cause)) {
        if (x->expr && x->expr->type && x->expr->type->kind != KindTuple && is_valid(t))
            set_conv(x->expr, x->type, t);
        return;
    }
    const char *xs = op_string(ck, x), *ts = tstr(ck, t);
    if (cause[0])
        err_op(ck, x, "cannot use %s as %s value in %s: %s", xs, ts, context, cause);
    else
        err_op(ck, x, "cannot use %s as %s value in %s", xs, ts, context);
    x->mode = ModeInvalid;
}

void init_const(Checker *ck, Object *lhs, Operand *x)
{
    Type *invalid = ck->ctx->basic[KindInvalid];
    if (x->mode == ModeInvalid || !is_valid(x->type) || (lhs->type && !is_valid(lhs->type))) {
        if (!lhs->type)
            lhs->type = invalid;
        return;
    }
    if (ck->instance_mode && x->mode == ModeValue && x->expr->mode == ModeConstant)
        x->mode = ModeConstant;
    if (x->mode != ModeConstant) {
        err_op(ck, x, "%s is not constant", op_string(ck, x));
        if (!lhs->type)
            lhs->type = invalid;
        return;
    }
    if (!lhs->type)
        lhs->type = x->type;
    if (is_untyped(lhs->type)) { /* stays untyped */
        lhs->cnst.val = x->val;
        return;
    }
    assignment(ck, x, lhs->type, "constant declaration");
    if (x->mode != ModeInvalid)
        lhs->cnst.val = x->val;
}

void init_var(Checker *ck, Object *lhs, Operand *x, const char *context)
{
    if (x->mode == ModeInvalid || !is_valid(x->type) || (lhs->type && !is_valid(lhs->type))) {
        if (!lhs->type)
            lhs->type = ck->ctx->basic[KindInvalid];
        x->mode = ModeInvalid;
        return;
    }
    if (!lhs->type) {
        Type *t = x->type;
        if (op_is_nil(x) && is_untyped(t)) {
            err_op(ck, x, "use of untyped nil in %s", context);
            lhs->type = ck->ctx->basic[KindInvalid];
            x->mode = ModeInvalid;
            return;
        }
        lhs->type = is_untyped(t) ? type_default(ck->ctx, t) : t;
    }
    assignment(ck, x, lhs->type, context);
}

/* ---- left sides ---- */

/* The type of a left side: NULL for `_`, invalid after an error. A name there is not a use of the variable. */
Type *check_lhs(Checker *ck, Node *lhs)
{
    Node *name = unparen(lhs);
    Type *invalid = ck->ctx->basic[KindInvalid];
    if (node_is_blank(name)) {
        name->obj = NULL;
        name->type = NULL;
        return NULL;
    }
    Object *v = NULL;
    bool used = false;
    if (name->kind == NodeName) {
        v = lookup_parent(ck->env.scope, name->name.text, NULL);
        if (v && (v->kind != ObjVar || v->pkg != ck->pkg))
            v = NULL;
        used = v && v->used;
    }
    Operand x = {0};
    check_expr(ck, NULL, &x, lhs);
    if (v)
        v->used = used;
    if (x.mode == ModeInvalid || !is_valid(x.type))
        return invalid;
    if (x.mode == ModeVariable || x.mode == ModeMapIndex) {
        mark_assigned(lhs);
        return x.type;
    }
    if (x.expr->kind == NodeSelector) {
        Operand op = {0};
        check_expr(ck, NULL, &op, x.expr->select.x);
        if (op.mode == ModeMapIndex) {
            err_op(ck, &x, "cannot assign to struct field %s in map", node_string(ck, x.expr));
            return invalid;
        }
    }
    err_op(ck, &x, "cannot assign to %s (neither addressable nor a map index expression)", node_string(ck, x.expr));
    return invalid;
}

/* lhs = rhs, or lhs = x when x is not NULL (rhs has been evaluated). */
void assign_var(Checker *ck, Node *lhs, Node *rhs, Operand *x, const char *context)
{
    Type *t = check_lhs(ck, lhs);
    if (t && !is_valid(t)) {
        if (x)
            x->mode = ModeInvalid;
        else
            use_expr(ck, rhs);
        return;
    }
    Operand y = {0};
    if (!x) {
        x = &y;
        check_expr(ck, &(Target){t, "", lhs}, x, rhs);
    }
    if (!t && strcmp(context, "assignment") == 0)
        context = "assignment to _ identifier";
    assignment(ck, x, t, context);
}

/* ---- lists ---- */

const char *types_summary(Checker *ck, Type **types, uint32_t n, bool variadic, bool dots)
{
    Buf b = {0};
    buf_putc(&b, '(');
    for (uint32_t i = 0; i < n; i++) {
        Type *t = types[i];
        const char *s;
        if (!t || !is_valid(t))
            s = "unknown type";
        else if (is_untyped(t))
            s = is_numeric(t) ? "number" : t->basic.name + strlen("untyped ");
        else
            s = tstr(ck, t);
        if (i + 1 == n && variadic)
            s = arena_printf(ck->a, "...%s", t->kind == KindSlice ? tstr(ck, t->slice.elem) : s);
        else if (i + 1 == n && dots)
            s = arena_printf(ck->a, "%s...", s);
        buf_printf(&b, "%s%s", i ? ", " : "", s);
    }
    buf_putc(&b, ')');
    const char *s = arena_strndup(ck->a, b.data, b.len);
    buf_free(&b);
    return s;
}

static const char *measure(Checker *ck, uint32_t n, const char *unit)
{
    return arena_printf(ck->a, "%u %s%s", n, unit, n == 1 ? "" : "s");
}

void assign_error(Checker *ck, NodeList rhs, uint32_t l, uint32_t r)
{
    const char *vars = measure(ck, l, "variable"), *vals = measure(ck, r, "value");
    Node *first = rhs.at[0], *call = unparen(first);
    if (rhs.n == 1 && call->kind == NodeCall)
        err_node(ck, first, "assignment mismatch: %s but %s returns %s", vars, node_string(ck, call->call.fun), vals);
    else
        err_node(ck, first, "assignment mismatch: %s but %s", vars, vals);
}

/* The type that a value has in messages; of a call without results the function's. */
Type *shown_type(const Operand *x)
{
    const Node *n = x->expr ? unparen((Node *)x->expr) : NULL;
    bool none = x->type && x->type->kind == KindTuple && x->type->tuple.n == 0;
    return none && n && n->kind == NodeCall ? n->call.fun->type : x->type;
}

void return_error(Checker *ck, Pos at, Object **lhs, uint32_t nlhs, Operand *rhs, uint32_t nrhs)
{
    const char *what = "not enough";
    if (nrhs > nlhs) {
        at = node_start(rhs[nlhs].expr);
        what = "too many";
    } else if (nrhs > 0) {
        at = node_start(rhs[nrhs - 1].expr);
    }
    Type **have = NEW_ARRAY(ck->a, Type *, nrhs), **want = NEW_ARRAY(ck->a, Type *, nlhs);
    for (uint32_t i = 0; i < nrhs; i++)
        have[i] = shown_type(&rhs[i]);
    for (uint32_t i = 0; i < nlhs; i++)
        want[i] = lhs[i]->type;
    err_at(ck, at, "%s return values\n\thave %s\n\twant %s", what, types_summary(ck, have, nrhs, false, false),
           types_summary(ck, want, nlhs, false, false));
}

/* Evaluates one expression that may give several values. */
static Operand *multi_values(Checker *ck, Node *n, bool allow_comma_ok, uint32_t *count, bool *comma_ok)
{
    Operand x = {0};
    check_multi_expr(ck, &x, n);
    *comma_ok = false;
    if (x.mode != ModeInvalid && x.type->kind == KindTuple) {
        Type *t = x.type;
        Operand *list = NEW_ARRAY(ck->a, Operand, t->tuple.n);
        for (uint32_t i = 0; i < t->tuple.n; i++)
            list[i] = (Operand){ModeValue, t->tuple.vars[i]->type, NULL, n, 0};
        *count = t->tuple.n;
        return list;
    }
    Operand *list = NEW_ARRAY(ck->a, Operand, 2);
    list[0] = x;
    *count = 1;
    if (allow_comma_ok && (x.mode == ModeMapIndex || x.mode == ModeCommaOk)) {
        list[1] = (Operand){ModeValue, ck->ctx->basic[KindUntypedBool], NULL, NULL, 0};
        list[1].expr = n;
        *count = 2;
        *comma_ok = true;
    }
    return list;
}

Operand *expr_list(Checker *ck, NodeList list, bool allow_comma_ok, uint32_t *n, bool *comma_ok)
{
    *comma_ok = false;
    if (list.n == 1)
        return multi_values(ck, list.at[0], allow_comma_ok, n, comma_ok);
    Operand *out = NEW_ARRAY(ck->a, Operand, list.n + 1);
    for (uint32_t i = 0; i < list.n; i++)
        check_expr(ck, NULL, &out[i], list.at[i]);
    *n = list.n;
    return out;
}

/* In a two-value context the expression has a tuple type. */
void set_comma_ok(Checker *ck, Node *n, Type *t0, Type *t1)
{
    Type *types[2] = {t0, type_default(ck->ctx, t1)};
    Type *tuple = tuple_of(ck->ctx, types, 2);
    for (;; n = n->paren.x) {
        n->type = tuple;
        n->conv = NULL;
        if (n->kind != NodeParen)
            break;
    }
}

static bool any_invalid(const Operand *list, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (list[i].mode == ModeInvalid)
            return true;
    }
    return false;
}

static bool is_call(NodeList rhs) { return rhs.n == 1 && unparen(rhs.at[0])->kind == NodeCall; }

static void give_types(Checker *ck, Object **lhs, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!lhs[i]->type)
            lhs[i]->type = ck->ctx->basic[KindInvalid];
    }
}

/* Evaluates all; true when none had an error. */
static bool use_all(Checker *ck, NodeList list)
{
    bool ok = true;
    for (uint32_t i = 0; i < list.n; i++) {
        Operand x = {0};
        raw_expr(ck, NULL, &x, list.at[i], NULL, true);
        ok &= x.mode != ModeInvalid;
    }
    return ok;
}

/* return_stmt: the values are results of a function. */
void init_vars(Checker *ck, Object **lhs, uint32_t nlhs, NodeList rhs, Node *return_stmt)
{
    const char *context = return_stmt ? "return statement" : "assignment";
    if (nlhs == rhs.n && !is_call(rhs)) {
        for (uint32_t i = 0; i < nlhs; i++) {
            Operand x = {0};
            check_expr(ck, &(Target){lhs[i]->type, lhs[i]->name, NULL}, &x, rhs.at[i]);
            init_var(ck, lhs[i], &x, context);
        }
        return;
    }
    uint32_t r;
    bool comma_ok;
    if (rhs.n != 1) {
        if (use_all(ck, rhs)) {
            if (return_stmt) {
                Operand *vals = expr_list(ck, rhs, false, &r, &comma_ok);
                return_error(ck, node_start(return_stmt), lhs, nlhs, vals, r);
            } else {
                assign_error(ck, rhs, nlhs, rhs.n);
            }
        }
        give_types(ck, lhs, nlhs);
        return;
    }
    Operand *vals = multi_values(ck, rhs.at[0], nlhs == 2 && !return_stmt, &r, &comma_ok);
    if (r == nlhs) {
        Type *t0 = vals[0].type;
        for (uint32_t i = 0; i < nlhs; i++) {
            bool extra = r > 1; /* conversions of several values are not recorded at the node */
            Node *n = vals[i].expr;
            Operand x = vals[i];
            if (extra && is_untyped(x.type))
                x.expr = NULL;
            Type *conv = n->conv;
            init_var(ck, lhs[i], &x, context);
            vals[i].mode = x.mode;
            vals[i].type = x.type;
            if (extra)
                put_conv(n, conv);
        }
        if (comma_ok && !any_invalid(vals, 2))
            set_comma_ok(ck, rhs.at[0], t0, vals[1].type);
        return;
    }
    if (vals[0].mode != ModeInvalid) {
        if (return_stmt)
            return_error(ck, node_start(return_stmt), lhs, nlhs, vals, r);
        else
            assign_error(ck, rhs, nlhs, r);
    }
    give_types(ck, lhs, nlhs);
}

void assign_vars(Checker *ck, NodeList lhs, NodeList rhs)
{
    if (lhs.n == rhs.n && !is_call(rhs)) {
        for (uint32_t i = 0; i < lhs.n; i++)
            assign_var(ck, lhs.at[i], rhs.at[i], NULL, "assignment");
        return;
    }
    if (rhs.n != 1) {
        size_t before = ck->ctx->diag->count;
        use_lhs(ck, lhs);
        bool ok = ck->ctx->diag->count == before;
        if (use_all(ck, rhs) && ok)
            assign_error(ck, rhs, lhs.n, rhs.n);
        return;
    }
    uint32_t r;
    bool comma_ok;
    Operand *vals = multi_values(ck, rhs.at[0], lhs.n == 2, &r, &comma_ok);
    if (r == lhs.n) {
        Type *t0 = vals[0].type;
        Node *n = rhs.at[0];
        for (uint32_t i = 0; i < lhs.n; i++) {
            Operand x = vals[i];
            if (r > 1 && is_untyped(x.type))
                x.expr = NULL;
            Type *conv = n->conv;
            assign_var(ck, lhs.at[i], NULL, &x, "assignment");
            vals[i].mode = x.mode;
            vals[i].type = x.type;
            if (r > 1)
                put_conv(n, conv);
        }
        if (comma_ok && !any_invalid(vals, 2))
            set_comma_ok(ck, n, t0, vals[1].type);
        return;
    }
    if (vals[0].mode != ModeInvalid)
        assign_error(ck, rhs, lhs.n, r);
    use_lhs(ck, lhs);
}

/* s: the statement (its pos is that of `:=`). */
void short_var_decl(Checker *ck, Node *s, NodeList lhs, NodeList rhs)
{
    size_t top = ck->ndelayed;
    Scope *scope = ck->env.scope;
    Object **vars = NEW_ARRAY(ck->a, Object *, lhs.n), **fresh = NEW_ARRAY(ck->a, Object *, lhs.n);
    Node **fresh_names = NEW_ARRAY(ck->a, Node *, lhs.n);
    uint32_t nfresh = 0, nblank = 0;
    bool failed = false;
    for (uint32_t i = 0; i < lhs.n; i++) {
        Node *n = lhs.at[i];
        if (n->kind != NodeName) {
            use_lhs(ck, (NodeList){&n, 1});
            err_node(ck, n, "non-name %s on left side of :=", node_string(ck, n));
            failed = true;
            continue;
        }
        const char *name = n->name.text;
        bool repeated = false;
        for (uint32_t j = 0; j < i && !node_is_blank(n); j++)
            repeated |= lhs.at[j]->kind == NodeName && lhs.at[j]->name.text == name;
        if (repeated) {
            err_node(ck, n, "%s repeated on left side of :=", name);
            failed = true;
            continue;
        }
        Object *alt = node_is_blank(n) ? NULL : scope_lookup(scope, name);
        if (alt) {
            n->obj = alt;
            if (alt->kind == ObjVar) {
                vars[i] = alt;
                alt->var.reassigned = true;
                n->mode = ModeVariable;
                n->type = alt->type;
            } else {
                err_node(ck, n, "cannot assign to %s", node_string(ck, n));
                failed = true;
            }
            continue;
        }
        Object *v = new_var(ck->ctx, ck->pkg, name, NULL, n->pos, VarLocal);
        v->decl = s;
        vars[i] = v;
        if (node_is_blank(n)) {
            nblank++;
            continue;
        }
        n->obj = v;
        v->decl_name = n;
        fresh_names[nfresh] = n;
        fresh[nfresh++] = v;
    }
    for (uint32_t i = 0; i < lhs.n; i++) {
        if (!vars[i])
            vars[i] = new_var(ck->ctx, ck->pkg, intern_str(ck->ctx->names, "_"), NULL, lhs.at[i]->pos, VarLocal);
    }
    init_vars(ck, vars, lhs.n, rhs, NULL);
    process_delayed(ck, top);
    if (nfresh == 0 && !failed) {
        err_at(ck, s->pos, "no new variables on left side of :=");
        return;
    }
    for (uint32_t i = 0; i < nfresh; i++) {
        add_local(ck, fresh[i]);
        fresh_names[i]->mode = ModeVariable;
        fresh_names[i]->type = fresh[i]->type;
        declare(ck, scope, fresh_names[i], fresh[i], node_end_pos(s));
    }
    (void)nblank;
}
