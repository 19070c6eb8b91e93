/* range.c - for statements with a range clause (spec: "For statements with range clause"). */
#include <string.h>

#include "check.h"

typedef struct RangeTypes {
    Type *key, *val; /* NULL: not permitted */
    const char *cause;
    bool ok;
    bool func;       /* range over a function */
    Type *yield;     /* its func(K, V) bool */
} RangeTypes;

static Type *array_of_pointer(Type *u)
{
    if (u->kind == KindPointer && under_kind(u->pointer.elem) == KindArray)
        return type_under(u->pointer.elem);
    return u;
}

static RangeTypes over_func(Checker *ck, Type *f)
{
    RangeTypes r = {.func = true};
    static const char *const must = "func must be func(yield func(...) bool): ";
    const char *fault = NULL, *why = "";
    if (!allow_version(ck, 23)) {
        r.cause = "requires go1.23 or later";
        return r;
    }
    Type *yield = NULL;
    if (f->func.params->tuple.n != 1)
        fault = "wrong argument count";
    else if (f->func.results->tuple.n != 0)
        fault = "unexpected results";
    else {
        yield = common_under(ck->ctx, f->func.params->tuple.vars[0]->type, &why);
        if (!yield)
            fault = arena_printf(ck->a, "in yield type, %s", why);
        else if (yield->kind != KindFunc)
            fault = "argument is not func";
        else if (yield->func.params->tuple.n > 2)
            fault = "yield func has too many parameters";
        else {
            Type *res = yield->func.results;
            bool one = res->tuple.n == 1;
            if (!one || type_unalias(res->tuple.vars[0]->type)->kind != KindBool)
                fault = one && is_boolean(res->tuple.vars[0]->type) ? "yield func returns user-defined boolean, not bool"
                                                                   : "yield func does not return bool";
        }
    }
    if (fault) {
        r.cause = arena_printf(ck->a, "%s%s", must, fault);
        return r;
    }
    Type *p = yield->func.params;
    r.key = p->tuple.n > 0 ? p->tuple.vars[0]->type : NULL;
    r.val = p->tuple.n > 1 ? p->tuple.vars[1]->type : NULL;
    r.yield = yield;
    r.ok = true;
    return r;
}

static RangeTypes range_types(Checker *ck, Operand *x)
{
    Type *int_type = ck->ctx->basic[KindInt];
    const char *cause = "";
    Type *u = x->mode == ModeNil ? NULL : common_under(ck->ctx, x->type, &cause);
    if (!u)
        return (RangeTypes){.cause = cause};
    if (u->kind == KindChan && u->chan.dir == ChanSendOnly)
        return (RangeTypes){.cause = arena_printf(ck->a, "receive from send-only channel %s", tstr(ck, x->type))};
    Type *a = array_of_pointer(u);
    switch (a->kind) {
    case KindArray: return (RangeTypes){int_type, a->array.elem, "", true, false, NULL};
    case KindSlice: return (RangeTypes){int_type, a->slice.elem, "", true, false, NULL};
    case KindMap: return (RangeTypes){a->map.key, a->map.elem, "", true, false, NULL};
    case KindChan: return (RangeTypes){a->chan.elem, NULL, "", true, false, NULL};
    case KindFunc: return over_func(ck, a);
    default: break;
    }
    if (is_string(a))
        return (RangeTypes){int_type, ck->ctx->type_rune, "", true, false, NULL};
    if (is_integer(a)) {
        if (!allow_version(ck, 22))
            return (RangeTypes){.cause = "requires go1.22 or later"};
        return (RangeTypes){x->type, NULL, "", true, false, NULL};
    }
    return (RangeTypes){.cause = ""};
}

static void report_range(Checker *ck, Operand *x, const RangeTypes *r, NodeList lhs)
{
    const char *xs = op_string(ck, x);
    if (!r->ok && r->cause[0])
        err_op(ck, x, "cannot range over %s: %s", xs, r->cause);
    else if (!r->ok)
        err_op(ck, x, "cannot range over %s", xs);
    else if (!r->key && lhs.n > 0)
        err_node(ck, lhs.at[0], "range over %s permits no iteration variables", xs);
    else if (!r->val && lhs.n > 1)
        err_node(ck, lhs.at[1], "range over %s permits only one iteration variable", xs);
    else if (lhs.n > 2)
        err_node(ck, lhs.at[2], "range clause permits at most two iteration variables");
}

static bool usable(Type *t) { return t && t->kind != KindInvalid; }

static void define_vars(Checker *ck, Node *s, Operand *x, Type **types, bool over_int)
{
    NodeList lhs = s->range.lhs;
    Object *vars[2];
    Node *names[2];
    int n = 0;
    for (uint32_t i = 0; i < lhs.n && i < 2; i++) {
        Node *l = lhs.at[i];
        bool is_name = l->kind == NodeName;
        Object *v = new_var(ck->ctx, ck->pkg, is_name ? l->name.text : "_", NULL, l->pos, VarLocal);
        v->decl = s;
        v->var.in_loop = allow_version(ck, 22);
        v->var.reassigned = !v->var.in_loop;
        if (!is_name) {
            err_node(ck, l, "cannot declare %s", node_string(ck, l));
        } else if (!node_is_blank(l)) {
            l->obj = v;
            v->decl_name = l;
            names[n] = l;
            vars[n++] = v;
        }
        if (!usable(types[i])) {
            v->type = ck->ctx->basic[KindInvalid];
            v->used = true;
        } else if (over_int) {
            init_var(ck, v, x, "range clause");
        } else {
            Operand y = {ModeValue, types[i], NULL, l, 0};
            init_var(ck, v, &y, "assignment");
        }
        l->mode = ModeVariable;
        l->type = v->type;
        l->conv = NULL;
    }
    if (n == 0)
        err_node(ck, s, "no new variables on left side of :=");
    for (int i = 0; i < n; i++) {
        add_local(ck, vars[i]);
        declare(ck, ck->env.scope, names[i], vars[i], s->range.body->pos);
    }
}

static void assign_range_vars(Checker *ck, Node *s, Operand *x, Type **types, bool over_int)
{
    NodeList lhs = s->range.lhs;
    for (uint32_t i = 0; i < lhs.n && i < 2; i++) {
        if (!usable(types[i]))
            continue;
        Node *l = lhs.at[i];
        if (over_int) {
            assign_var(ck, l, NULL, x, "range clause");
            if (x->mode != ModeInvalid && !is_integer(x->type))
                err_node(ck, l, "cannot use iteration variable of type %s", tstr(ck, x->type));
        } else {
            Operand y = {ModeValue, types[i], NULL, l, 0};
            assign_var(ck, l, NULL, &y, "assignment");
            put_conv(l, NULL);
        }
    }
}

/* The body of a range over a function is a function of its own: variables outside are captured. */
static void enter_body(Checker *ck, Node *s, Type *yield)
{
    FuncVars *fi = new_func_info(ck, s, s->range.body, yield);
    fi->is_range_body = true;
    map_put(&ck->ctx->node_types, s, fi);
    ck->env.fn = fi;
}

void check_range_stmt(Checker *ck, Node *s)
{
    NodeList lhs = s->range.lhs;
    Operand x = {0};
    ck->env.has_call_or_recv = false;
    check_expr(ck, NULL, &x, s->range.x);
    RangeTypes r = {0};
    if (x.mode != ModeInvalid) {
        r = range_types(ck, &x);
        report_range(ck, &x, &r, lhs);
    }
    s->range.scope = open_scope(ck, s);
    FuncVars *outer = ck->env.fn;
    Type *types[2] = {r.key, r.val};
    bool over_int = x.mode != ModeInvalid && r.ok && is_integer(x.type);
    bool over_untyped_string = x.mode != ModeInvalid && is_untyped(x.type) && is_string(x.type);
    if (over_untyped_string)
        convert_untyped(ck, &x, ck->ctx->basic[KindString]);
    if (r.ok && r.func && !s->range.define)
        assign_range_vars(ck, s, &x, types, false);
    if (r.ok && r.func)
        enter_body(ck, s, r.yield);
    if (s->range.define)
        define_vars(ck, s, &x, types, over_int);
    else if (lhs.n > 0 && !(r.ok && r.func))
        assign_range_vars(ck, s, &x, types, over_int);
    else if (over_int && lhs.n == 0)
        assignment(ck, &x, NULL, "range clause");
    if (r.ok && r.func && !s->range.define) { /* the body's function assigns to them */
        for (uint32_t i = 0; i < lhs.n && i < 2; i++) {
            Node *l = unparen(lhs.at[i]);
            if (l->kind == NodeName && l->obj)
                note_use(ck, l->obj);
        }
    }
    check_stmt(ck, s->range.body);
    if (r.ok && r.func)
        unused_vars(ck, ck->env.fn);
    ck->env.fn = outer;
    close_scope(ck);
}
