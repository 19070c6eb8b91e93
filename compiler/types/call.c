/* call.c - calls, selectors, and instantiation of generic functions. */
#include <string.h>
#include <strings.h>

#include "check.h"

static bool is_valid(Type *t) { return type_unalias(t)->kind != KindInvalid; }

/* ---- instances ---- */

/* The node that names a function: without parentheses and type arguments. */
static Node *func_name_node(Node *n)
{
    n = unparen(n);
    if (n->kind == NodeIndex)
        n = unparen(n->index.x);
    return n;
}

/* Records that the generic function at n is used with targs; returns its signature. */
static Type *use_instance(Checker *ck, Node *n, Type *sig, Type **targs, uint32_t ntargs)
{
    Node *name = func_name_node(n);
    Object *f = name->obj;
    Type *inst_sig;
    Instance *inst = NEW(ck->a, Instance);
    inst->targs = targs;
    inst->ntargs = ntargs;
    if (f && f->kind == ObjFunc && (name->kind == NodeName || name->kind == NodeSelector)) {
        if (f->func.origin && f->func.ntargs)
            f = f->func.origin;
        inst->generic = f;
        inst->func = instantiate_func(ck->ctx, f, targs, ntargs);
        inst_sig = inst->func->type;
        name->obj = inst->func;
        if (name->kind == NodeName)
            name->name.instance = inst;
        else
            name->select.instance = inst;
    } else {
        inst_sig = type_subst(ck->ctx, sig, sig->func.tparams, targs, ntargs);
        if (inst_sig == sig)
            inst_sig = type_copy(ck->a, sig);
        inst_sig->func.tparams = NULL;
        inst_sig->func.ntparams = 0;
    }
    inst->type = inst_sig;
    for (Node *p = n;;) {
        p->type = inst_sig;
        if (p->kind == NodeIndex)
            p->index.instance = inst;
        if (p->kind == NodeParen)
            p = p->paren.x;
        else if (p->kind == NodeIndex)
            p = p->index.x;
        else
            break;
    }
    return inst_sig;
}

typedef struct VerifyFunc {
    Object **tparams;
    Type **targs;
    uint32_t n;
    NodeList args;
    Pos pos;
} VerifyFunc;

static void verify_func(Checker *ck, void *arg)
{
    VerifyFunc *v = arg;
    uint32_t bad;
    const char *cause = "";
    if (!verify_targs(ck, v->tparams, v->targs, v->n, &bad, &cause))
        err_at(ck, bad < v->args.n ? node_start(v->args.at[bad]) : v->pos, "%s", cause);
    else
        mono_record(ck, v->pos, v->tparams, v->targs, v->n, v->args);
}

static Type *instantiate_sig(Checker *ck, Pos pos, Node *n, Type *sig, Type **targs, uint32_t ntargs, NodeList arg_nodes)
{
    VerifyFunc *v = NEW(ck->a, VerifyFunc);
    *v = (VerifyFunc){sig->func.tparams, targs, ntargs, arg_nodes, pos};
    Type *inst = use_instance(ck, n, sig, targs, ntargs);
    later(ck, verify_func, v);
    return inst;
}

static Type **type_list(Checker *ck, NodeList list)
{
    Type **types = NEW_ARRAY(ck->a, Type *, list.n + 1);
    bool ok = true;
    for (uint32_t i = 0; i < list.n; i++) {
        types[i] = check_var_type(ck, list.at[i]);
        ok &= is_valid(types[i]);
    }
    return ok ? types : NULL;
}

static Object **rename_tparams(Checker *ck, Object **tparams, uint32_t n)
{
    Object **fresh = NEW_ARRAY(ck->a, Object *, n);
    Type **types = NEW_ARRAY(ck->a, Type *, n);
    for (uint32_t i = 0; i < n; i++) {
        fresh[i] = new_object(ck->ctx, ObjTypeName, tparams[i]->pkg, tparams[i]->name, NULL, tparams[i]->pos);
        fresh[i]->tname.is_tparam = true;
        types[i] = new_tparam(ck->ctx, fresh[i], NULL);
        types[i]->tparam.index = i;
    }
    for (uint32_t i = 0; i < n; i++)
        types[i]->tparam.bound = type_subst(ck->ctx, tparams[i]->type->tparam.bound, tparams, types, n);
    return fresh;
}

static Type **tparam_types(Checker *ck, Object **tparams, uint32_t n)
{
    Type **types = NEW_ARRAY(ck->a, Type *, n);
    for (uint32_t i = 0; i < n; i++)
        types[i] = tparams[i]->type;
    return types;
}

/* f[A, B] without a call, or a generic f where a function of target type is wanted. */
void func_inst(Checker *ck, const Target *target, Operand *x, Node *n, bool infer)
{
    NodeList list = n->kind == NodeIndex ? n->index.indices : (NodeList){0};
    Type *sig = x->type;
    if (n->kind == NodeIndex && !allow_version(ck, 18))
        version_error(ck, n->pos, 18, "function instantiation");
    Type **given = type_list(ck, list);
    if (!given) {
        x->mode = ModeInvalid;
        return;
    }
    uint32_t got = list.n, want = sig->func.ntparams;
    if (got > want) {
        err_node(ck, list.at[got - 1], "got %u type arguments but want %u", got, want);
        x->mode = ModeInvalid;
        return;
    }
    Type **targs = NEW_ARRAY(ck->a, Type *, want);
    if (got)
        memcpy(targs, given, got * sizeof *targs);
    Pos pos = n->pos;
    if (got < want) {
        if (!infer)
            return;
        const char *why = "";
        const Node *at = NULL;
        Object **tparams = rename_tparams(ck, sig->func.tparams, want);
        Type *params = ck->ctx->empty_tuple;
        Operand arg = {0};
        uint32_t nargs = 0;
        Type *tsig = target && target->type && under_kind(target->type) == KindFunc ? type_under(target->type) : NULL;
        const char *name = NULL;
        if (tsig) {
            bool partly = n->kind == NodeIndex;
            if (!partly && !allow_version(ck, 18))
                version_error(ck, node_start(n), 18, "function instantiation");
            else if (!allow_version(ck, 21) && allow_version(ck, 18))
                version_error(ck, partly ? pos : node_start(n), 21,
                              partly ? "partially instantiated function in assignment" : "implicitly instantiated function in assignment");
            name = target->node ? node_string(ck, target->node) : target->name[0] ? target->name : "result variable";
            Type *copy = type_copy(ck->a, sig);
            copy->func.tparams = NULL;
            copy->func.ntparams = 0;
            copy->id = ++ck->ctx->next_type_id;
            Type *par = type_subst(ck->ctx, copy, sig->func.tparams, tparam_types(ck, tparams, want), want);
            params = tuple_of(ck->ctx, &par, 1);
            arg = (Operand){ModeValue, tsig, NULL, n, 0};
            nargs = 1;
        }
        if (!unify_args(ck, pos, tparams, want, targs, params, &arg, nargs, name, &why, &at)) {
            if (why[0])
                err_at(ck, at ? node_start(at) : pos, "%s", why);
            x->mode = ModeInvalid;
            return;
        }
    }
    x->type = instantiate_sig(ck, pos, n, sig, targs, want, list);
    x->mode = ModeValue;
    x->expr = n;
}

/* ---- arguments ---- */

/* f[A] as an argument, not all type arguments given: *partial gets them; false when n is something else. */
static bool partial_arg(Checker *ck, Operand *x, Node *n, Type ***partial)
{
    if (n->kind != NodeIndex || !index_expr(ck, x, n)) {
        if (n->kind == NodeIndex) {
            x->expr = n;
            record(ck, x);
        }
        return false;
    }
    uint32_t want = x->type->func.ntparams, got = n->index.indices.n;
    if (got >= want || !allow_version(ck, 21)) {
        func_inst(ck, NULL, x, n, true);
        x->expr = n;
        record(ck, x);
        return true;
    }
    Type **targs = type_list(ck, n->index.indices);
    x->expr = n;
    if (!targs)
        x->mode = ModeInvalid;
    record(ck, x);
    *partial = targs;
    return true;
}

/* Evaluates arguments; generic functions may stay uninstantiated, with the type arguments given in partial[i]. */
static Operand *generic_args(Checker *ck, NodeList list, uint32_t *n, Type ****partial)
{
    Operand *out;
    *partial = NEW_ARRAY(ck->a, Type **, list.n + 1);
    if (list.n == 1) {
        Operand f = {0};
        if (list.at[0]->kind == NodeIndex && partial_arg(ck, &f, list.at[0], &(*partial)[0])) {
            out = NEW_ARRAY(ck->a, Operand, 1);
            out[0] = f;
            *n = 1;
            return out;
        }
        Operand x = f;
        if (list.at[0]->kind != NodeIndex)
            raw_expr(ck, NULL, &x, list.at[0], NULL, true);
        if (x.mode == ModeNoValue || x.mode == ModeBuiltin || x.mode == ModeType) {
            const char *s = op_string(ck, &x);
            err_op(ck, &x, x.mode == ModeNoValue ? "%s used as value" : x.mode == ModeBuiltin ? "%s must be called" : "%s is not an expression", s);
            x.mode = ModeInvalid;
        }
        if (x.mode != ModeInvalid && x.type->kind == KindTuple) {
            Type *t = x.type;
            out = NEW_ARRAY(ck->a, Operand, t->tuple.n + 1);
            for (uint32_t i = 0; i < t->tuple.n; i++)
                out[i] = (Operand){ModeValue, t->tuple.vars[i]->type, NULL, list.at[0], 0};
            *n = t->tuple.n;
            return out;
        }
        out = NEW_ARRAY(ck->a, Operand, 1);
        out[0] = x;
        *n = 1;
        return out;
    }
    out = NEW_ARRAY(ck->a, Operand, list.n + 1);
    for (uint32_t i = 0; i < list.n; i++) {
        Node *arg = list.at[i];
        if (arg->kind != NodeIndex)
            check_generic_expr(ck, &out[i], arg);
        else if (!partial_arg(ck, &out[i], arg, &(*partial)[i]))
            require_value(ck, &out[i]);
    }
    *n = list.n;
    return out;
}

static void count_error(Checker *ck, Node *call, Type *sig, Operand *args, uint32_t nargs, uint32_t npars)
{
    Pos at = node_start(call);
    const char *what = "not enough";
    if (nargs > npars) {
        at = node_start(args[npars].expr);
        what = "too many";
    } else if (nargs > 0) {
        at = node_start(args[nargs - 1].expr);
    }
    Type **have = NEW_ARRAY(ck->a, Type *, nargs), **want = NEW_ARRAY(ck->a, Type *, sig->func.params->tuple.n);
    for (uint32_t i = 0; i < nargs; i++)
        have[i] = shown_type(&args[i]);
    for (uint32_t i = 0; i < sig->func.params->tuple.n; i++)
        want[i] = sig->func.params->tuple.vars[i]->type;
    const char *h = types_summary(ck, have, nargs, false, call->call.dots);
    const char *w = types_summary(ck, want, sig->func.params->tuple.n, sig->func.variadic, false);
    err_at(ck, at, "%s arguments in call to %s\n\thave %s\n\twant %s", what, node_string(ck, call->call.fun), h, w);
}

/* Parameters, one per argument: the last of a variadic function is repeated. NULL after an error. */
static Type *expand_params(Checker *ck, Node *call, Type *sig, Operand *args, uint32_t nargs)
{
    Type *params = sig->func.params;
    uint32_t npars = params->tuple.n;
    bool dots = call->call.dots;
    if (sig->func.variadic && dots && call->call.args.n == 1 && nargs > 1) {
        err_node(ck, call, "cannot use ... with %u-valued %s", nargs, node_string(ck, call->call.args.at[0]));
        return NULL;
    }
    if (!sig->func.variadic && dots) {
        err_node(ck, call, "cannot use ... in call to non-variadic %s", node_string(ck, call->call.fun));
        return NULL;
    }
    if (sig->func.variadic && !dots) {
        if (nargs + 1 >= npars) {
            Object **vars = NEW_ARRAY(ck->a, Object *, nargs + 1);
            memcpy(vars, params->tuple.vars, (npars - 1) * sizeof *vars);
            Object *last = params->tuple.vars[npars - 1];
            Type *elem = type_under(last->type)->kind == KindSlice ? type_under(last->type)->slice.elem : last->type;
            for (uint32_t i = npars - 1; i < nargs; i++)
                vars[i] = new_var(ck->ctx, last->pkg, last->name, elem, last->pos, VarParam);
            params = new_tuple(ck->ctx, vars, nargs);
            npars = nargs;
        } else {
            npars--;
        }
    }
    if (nargs != npars) {
        count_error(ck, call, sig, args, nargs, npars);
        return NULL;
    }
    return params;
}

static bool is_generic_func(const Operand *x)
{
    return x->mode != ModeInvalid && x->type->kind == KindFunc && x->type->func.ntparams > 0;
}

/* Infers type arguments of the callee and of generic function arguments; NULL after an error. */
static Type *infer_call(Checker *ck, Node *call, Type *sig, Type **given, uint32_t ngiven, NodeList given_nodes, Operand *args,
                        uint32_t nargs, Type ***partial, Type **params)
{
    uint32_t n = sig->func.ntparams, total = n;
    for (uint32_t i = 0; i < nargs; i++)
        total += is_generic_func(&args[i]) ? args[i].type->func.ntparams : 0;
    Object **tparams = NEW_ARRAY(ck->a, Object *, total);
    Type **targs = NEW_ARRAY(ck->a, Type *, total), **orig = NEW_ARRAY(ck->a, Type *, nargs + 1);
    Type *par = *params;
    if (n) {
        memcpy(tparams, rename_tparams(ck, sig->func.tparams, n), n * sizeof *tparams);
        par = type_subst(ck->ctx, par, sig->func.tparams, tparam_types(ck, tparams, n), n);
        if (ngiven)
            memcpy(targs, given, ngiven * sizeof *targs);
    }
    uint32_t at = n;
    for (uint32_t i = 0; i < nargs; i++) {
        orig[i] = args[i].type;
        if (!is_generic_func(&args[i]))
            continue;
        if (!allow_version(ck, 21))
            version_error(ck, node_start(args[i].expr), 21, "implicitly instantiated function as argument");
        Type *asig = args[i].type;
        Object **fresh = rename_tparams(ck, asig->func.tparams, asig->func.ntparams);
        Type *copy = type_copy(ck->a, asig);
        copy->id = ++ck->ctx->next_type_id;
        copy->func.tparams = NULL;
        copy->func.ntparams = 0;
        args[i].type = type_subst(ck->ctx, copy, asig->func.tparams, tparam_types(ck, fresh, asig->func.ntparams), asig->func.ntparams);
        memcpy(tparams + at, fresh, asig->func.ntparams * sizeof *fresh);
        if (partial[i] && args[i].expr->kind == NodeIndex)
            memcpy(targs + at, partial[i], args[i].expr->index.indices.n * sizeof *targs);
        at += asig->func.ntparams;
    }
    const char *why = "";
    const Node *why_at = NULL;
    if (!unify_args(ck, call->pos, tparams, total, targs, par, args, nargs, NULL, &why, &why_at)) {
        if (why[0])
            err_at(ck, why_at ? node_start(why_at) : call->pos, "in call to %s, %s", node_string(ck, call->call.fun), why);
        return NULL;
    }
    Type *rsig = sig;
    if (n)
        rsig = instantiate_sig(ck, call->pos, call->call.fun, sig, targs, n, given_nodes);
    *params = type_subst(ck->ctx, par, tparams, targs, total);
    at = n;
    for (uint32_t i = 0; i < nargs; i++) {
        if (orig[i] == args[i].type)
            continue;
        uint32_t k = orig[i]->func.ntparams;
        args[i].type = instantiate_sig(ck, call->pos, args[i].expr, orig[i], targs + at, k, (NodeList){0});
        at += k;
    }
    return rsig;
}

static Type *check_arguments(Checker *ck, Node *call, Type *sig, Type **targs, uint32_t ntargs, NodeList targ_nodes, Operand *args,
                             uint32_t nargs, Type ***partial)
{
    Type *params = expand_params(ck, call, sig, args, nargs);
    if (!params)
        return sig;
    Type *rsig = sig;
    bool generic = sig->func.ntparams > 0;
    for (uint32_t i = 0; i < nargs; i++)
        generic |= is_generic_func(&args[i]);
    if (generic) {
        if (sig->func.ntparams && !allow_version(ck, 18))
            version_error(ck, node_start(call), 18, "implicit function instantiation");
        rsig = infer_call(ck, call, sig, targs, ntargs, targ_nodes, args, nargs, partial, &params);
        if (!rsig)
            return sig;
    }
    for (uint32_t i = 0; i < nargs; i++) {
        Node *n = args[i].expr;
        Type *t = params->tuple.vars[i]->type;
        if (args[i].mode == ModeInvalid || (args[i].mode == ModeValue && args[i].type == t))
            continue;
        Type *conv = n->conv;
        Buf context = {0};
        buf_puts(&context, "argument to ");
        print_go(&context, call->call.fun);
        assignment(ck, &args[i], t, buf_str(&context));
        buf_free(&context);
        if (nargs != call->call.args.n) /* f(g()): no conversion is recorded */
            put_conv(n, conv);
    }
    return rsig;
}

/* ---- calls ---- */

static int convert_call(Checker *ck, Operand *x, Node *call)
{
    call->call.kind = CallConversion;
    NodeList args = call->call.args;
    Type *t = x->type;
    x->mode = ModeInvalid;
    if (is_generic_type(t)) {
        err_node(ck, call->call.fun, "cannot use generic type %s without instantiation", node_string(ck, call->call.fun));
        use_exprs(ck, args);
    } else if (args.n == 0) {
        err_node(ck, call, "missing argument in conversion to %s", tstr(ck, t));
    } else if (args.n > 1) {
        use_exprs(ck, args);
        err_node(ck, args.at[args.n - 1], "too many arguments in conversion to %s", tstr(ck, t));
    } else {
        check_expr(ck, NULL, x, args.at[0]);
        if (x->mode != ModeInvalid && ck->npath > 0 && !finite_size(ck, t))
            x->mode = ModeInvalid;
        if (x->mode != ModeInvalid) {
            TypeSet *s = is_interface(t) ? type_set(ck->ctx, type_under(t)) : NULL;
            if (s && (!s->all || s->comparable)) {
                err_node(ck, call, "cannot use interface %s in conversion (contains specific type constraints or is comparable)", tstr(ck, t));
                x->mode = ModeInvalid;
            } else if (call->call.dots) {
                err_node(ck, args.at[0], "invalid use of ... in conversion to %s", tstr(ck, t));
                x->mode = ModeInvalid;
            } else {
                if (conversion_in(ck, x, t, call->call.fun))
                    call->flags |= NodeInstanceConst;
            }
        }
    }
    x->expr = call;
    return KindConversion;
}

static bool visit_func(Type *t, Type *u, void *data)
{
    if (!u || u->kind == KindFunc)
        return true;
    *(Type **)data = t;
    return false;
}

static Type *callee_sig(Checker *ck, Operand *x)
{
    const char *cause = "";
    Type *other = x->type; /* what is no function */
    Type *u = common_under(ck->ctx, x->type, &cause);
    if (u && u->kind == KindFunc && x->mode != ModeNil)
        return u;
    if (is_tparam(x->type) && each_type(x->type, visit_func, &other) && !u)
        err_op(ck, x, "invalid operation: cannot call %s: %s", op_string(ck, x), cause);
    else
        err_op(ck, x, "invalid operation: cannot call %s: %s is not a function", op_string(ck, x), tstr(ck, other));
    return NULL;
}

int check_call_expr(Checker *ck, Operand *x, Node *call)
{
    Node *inst = call->call.fun->kind == NodeIndex ? call->call.fun : NULL;
    bool delayed = false;
    if (inst) {
        delayed = index_expr(ck, x, inst);
        x->expr = inst;
        record(ck, x);
    } else {
        check_expr_or_type(ck, x, call->call.fun, true);
    }
    NodeList args = call->call.args;
    call->call.kind = CallPlain;
    switch (x->mode) {
    case ModeInvalid:
        use_exprs(ck, args);
        x->expr = call;
        return KindStatement;
    case ModeType:
        return convert_call(ck, x, call);
    case ModeBuiltin: {
        BuiltinId id = x->id;
        call->call.kind = CallBuiltin;
        call->call.builtin = (uint8_t)id;
        if (!check_builtin(ck, x, call, id))
            x->mode = ModeInvalid;
        x->expr = call;
        if (x->mode != ModeInvalid && x->mode != ModeConstant)
            ck->env.has_call_or_recv = true;
        return builtin_info[id].kind == 1 ? KindStatement : KindExpression;
    }
    default:
        break;
    }
    Type *sig = callee_sig(ck, x);
    if (!sig) {
        use_exprs(ck, args);
        x->mode = ModeInvalid;
        x->expr = call;
        return KindStatement;
    }
    bool was_generic = sig->func.ntparams > 0;
    Type **targs = NULL;
    uint32_t ntargs = 0;
    NodeList targ_nodes = {0};
    if (delayed) {
        targ_nodes = inst->index.indices;
        targs = type_list(ck, targ_nodes);
        ntargs = targ_nodes.n;
        if (targs && ntargs > sig->func.ntparams) {
            err_node(ck, targ_nodes.at[sig->func.ntparams], "got %u type arguments but want %u", ntargs, sig->func.ntparams);
            targs = NULL;
        }
        if (!targs) {
            use_exprs(ck, args);
            x->mode = ModeInvalid;
            x->expr = call;
            return KindStatement;
        }
        if (ntargs == sig->func.ntparams) {
            if (!allow_version(ck, 18))
                version_error(ck, node_start(inst), 18, "function instantiation");
            sig = instantiate_sig(ck, inst->pos, inst, sig, targs, ntargs, targ_nodes);
            ntargs = 0;
        }
    }
    uint32_t nargs;
    Type ***partial;
    Operand *vals = generic_args(ck, args, &nargs, &partial);
    sig = check_arguments(ck, call, sig, targs, ntargs, targ_nodes, vals, nargs, partial);
    if (was_generic && sig->func.ntparams == 0)
        call->call.fun->type = sig;
    Type *results = sig->func.results;
    x->mode = results->tuple.n == 0 ? ModeNoValue : ModeValue;
    x->type = results->tuple.n == 1 ? results->tuple.vars[0]->type : results;
    x->val = NULL;
    x->expr = call;
    ck->env.has_call_or_recv = true;
    if (x->mode == ModeValue && sig->func.ntparams > 0)
        x->mode = ModeInvalid; /* inference failed: the result has no type */
    return KindStatement;
}

/* ---- selectors ---- */

static void missing_member(Checker *ck, Node *n, Package *p, const char *sel)
{
    const char *alt = NULL;
    import_lookup(ck->ctx, p, NULL);
    for (uint32_t i = 0; i < p->scope->n; i++) {
        Object *o = p->scope->list[i];
        if (o->exported && strcasecmp(o->name, sel) == 0 && (!alt || strcmp(o->name, alt) < 0))
            alt = o->name;
    }
    if (alt)
        err_node(ck, n->select.sel, "undefined: %s (but have %s)", node_string(ck, n), alt);
    else
        err_node(ck, n->select.sel, "undefined: %s", node_string(ck, n));
}

/* p.Name; returns false when n is no qualified identifier. */
static bool qualified_name(Checker *ck, Operand *x, Node *n)
{
    Node *q = n->select.x;
    if (q->kind != NodeName)
        return false;
    Object *pkgname = lookup_parent(ck->env.scope, q->name.text, NULL);
    if (!pkgname || pkgname->kind != ObjPkgName)
        return false;
    pkgname->used = true;
    q->obj = pkgname;
    q->mode = ModePackage;
    Package *p = pkgname->pkgname.imported;
    const char *sel = n->select.sel->name.text;
    x->mode = ModeInvalid;
    x->expr = n;
    Object *o = package_lookup(ck->ctx, p, sel);
    if (!o) {
        if (!p->fake)
            missing_member(ck, n, p, sel);
        return true;
    }
    if (!o->exported)
        err_node(ck, n->select.sel, "name %s not exported by package %s", sel, p->name);
    n->obj = o;
    n->select.sel->obj = o;
    n->select.selection = NULL;
    x->type = o->type;
    switch (o->kind) {
    case ObjConst:
        x->mode = o->type->kind == KindInvalid ? ModeInvalid : ModeConstant;
        x->val = o->cnst.val;
        break;
    case ObjTypeName: x->mode = ModeType; break;
    case ObjVar: x->mode = o->type->kind == KindInvalid ? ModeInvalid : ModeVariable; break;
    case ObjFunc: x->mode = ModeValue; break;
    case ObjBuiltin:
        x->mode = ModeBuiltin;
        x->id = (BuiltinId)o->builtin.id;
        break;
    default: break;
    }
    return true;
}

static void selector_error(Checker *ck, Operand *x, Node *n, const Lookup *r)
{
    const char *sel = n->select.sel->name.text, *ts = tstr(ck, x->type);
    Node *at = n->select.sel;
    if (under_kind(x->type) == KindInvalid)
        return;
    if (r->ambiguous) {
        err_node(ck, at, "ambiguous selector %s.%s", node_string(ck, x->expr), sel);
        return;
    }
    if (r->bad_recv) {
        if (x->mode == ModeType)
            err_node(ck, at, "invalid method expression %s.%s (needs pointer receiver (*%s).%s)", ts, sel, ts, sel);
        else
            err_node(ck, at, "cannot call pointer method %s on %s", sel, ts);
        return;
    }
    const char *why;
    Type *u = type_under(x->type);
    if (u->kind == KindPointer && is_interface(u->pointer.elem))
        why = arena_printf(ck->a, "type %s is pointer to interface, not interface", ts);
    else if (u->kind == KindPointer && is_tparam(u->pointer.elem))
        why = arena_printf(ck->a, "type %s is pointer to type parameter, not type parameter", ts);
    else {
        Lookup alt = lookup_field_or_method(ck->ctx, x->type, x->mode == ModeVariable, ck->pkg, sel, true);
        why = lookup_error(ck, x->type, sel, alt.obj, false);
    }
    err_node(ck, at, "%s.%s undefined (%s)", node_string(ck, x->expr), sel, why);
}

/* The function type of T.m: the receiver comes first. */
static Type *method_expr_type(Checker *ck, Type *recv_type, Object *m)
{
    Type *sig = m->type;
    uint32_t n = sig->func.params->tuple.n;
    Object **vars = NEW_ARRAY(ck->a, Object *, n + 1);
    const char *name = "";
    if (n > 0 && sig->func.params->tuple.vars[0]->name[0])
        name = sig->func.recv->name[0] ? sig->func.recv->name : intern_str(ck->ctx->names, "_");
    vars[0] = new_var(ck->ctx, m->pkg, name, recv_type, sig->func.recv->pos, VarParam);
    if (n)
        memcpy(vars + 1, sig->func.params->tuple.vars, n * sizeof *vars);
    return new_func(ck->ctx, new_tuple(ck->ctx, vars, n + 1), sig->func.results, sig->func.variadic);
}

static Type *method_value_type(Checker *ck, Object *m)
{
    Type *sig = m->type;
    return new_func(ck->ctx, sig->func.params, sig->func.results, sig->func.variadic);
}

static bool reaches_pointer(Type *recv, const Lookup *r)
{
    Type *t = recv;
    for (uint32_t i = 0; i < r->npath; i++) {
        Type *s = type_under(type_deref(type_under(t)->kind == KindPointer ? type_under(t) : t, NULL));
        if (s->kind != KindStruct || r->path[i] >= s->strct.n)
            break;
        t = s->strct.fields[r->path[i]]->type;
    }
    return under_kind(t) == KindPointer;
}

void selector(Checker *ck, Operand *x, Node *n, Object *def, bool want_type)
{
    (void)def;
    const char *sel = n->select.sel->name.text;
    if (qualified_name(ck, x, n))
        return;
    check_expr_or_type(ck, x, n->select.x, false);
    if (x->mode == ModeBuiltin)
        err_at(ck, n->pos, "invalid use of %s in selector expression", op_string(ck, x));
    if (x->mode == ModeInvalid || x->mode == ModeBuiltin) {
        x->mode = ModeInvalid;
        x->type = ck->ctx->basic[KindInvalid];
        x->expr = n;
        return;
    }
    if (want_type) {
        err_node(ck, n->select.sel, "%s is not a type", node_string(ck, n));
        x->mode = ModeInvalid;
        x->type = ck->ctx->basic[KindInvalid];
        x->expr = n;
        return;
    }
    Lookup r = lookup_field_or_method(ck->ctx, x->type, x->mode == ModeVariable, ck->pkg, sel, false);
    if (r.obj && r.obj->kind == ObjFunc && (!r.obj->type || r.obj->type->kind != KindFunc))
        obj_decl(ck, r.obj);
    bool method_expr = x->mode == ModeType;
    if (!r.obj || (method_expr && r.obj->kind != ObjFunc) ||
        (r.obj->kind == ObjFunc && (r.obj->type->kind != KindFunc || !r.obj->type->func.recv))) {
        if (!r.obj)
            selector_error(ck, x, n, &r);
        else if (r.obj->kind != ObjFunc)
            err_node(ck, n->select.sel, "%s.%s undefined (type %s has no method %s)", node_string(ck, x->expr), sel, tstr(ck, x->type), sel);
        else
            err_node(ck, n, "illegal cycle in method declaration");
        x->mode = ModeInvalid;
        x->type = ck->ctx->basic[KindInvalid];
        x->expr = n;
        return;
    }
    Selection *s = NEW(ck->a, Selection);
    s->recv = x->type;
    s->obj = r.obj;
    s->path = r.path;
    s->npath = r.npath;
    s->indirect = r.indirect;
    n->select.selection = s;
    n->obj = r.obj;
    n->select.sel->obj = r.obj;
    if (r.obj->kind == ObjVar) {
        s->kind = SelField;
        x->mode = x->mode == ModeVariable || r.indirect ? ModeVariable : ModeValue;
        x->type = r.obj->type;
    } else {
        s->is_iface = r.obj->func.is_iface_method;
        if (method_expr) {
            s->kind = SelMethodExpr;
            x->type = method_expr_type(ck, x->type, r.obj);
        } else {
            s->kind = SelMethod;
            bool ptr = reaches_pointer(x->type, &r);
            if (!s->is_iface) {
                s->addr_recv = r.obj->func.ptr_recv && !ptr;
                s->deref_recv = !r.obj->func.ptr_recv && ptr;
            }
            if (s->addr_recv)
                mark_addr_taken(n->select.x);
            x->type = method_value_type(ck, r.obj);
        }
        x->mode = ModeValue;
        if (ck->env.decl) {
            Object *m = r.obj->func.origin ? r.obj->func.origin : r.obj;
            if (decl_of(ck, m))
                add_dep(ck, ck->env.decl, m);
        }
    }
    s->type = x->type;
    x->expr = n;
}
