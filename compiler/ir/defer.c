/* defer.c - go and defer statements.
 *
 * Both want a function without arguments.  When the call has operands they are
 * evaluated now and put in a closure (F.gowrap1, F.deferwrap1) that makes the
 * call later.  spec: "Go statements", "Defer statements". */
#include "compiler/ir/ir.h"

/* A call whose operands wait in a closure: receiver or function value first. */
typedef struct LateCall {
    Node *call;
    Callee callee;   /* no Values in it: they belong to the function that made the closure */
    Type *iface;     /* a call through this interface: the first operand is it */
    Object *method;
    bool is_builtin, is_closure;
    Type **types;    /* of the operands */
    int n;
} LateCall;

/* The wrapper's body. */
static void build_late_call(Builder *s, void *arg)
{
    LateCall *l = arg;
    s->f->flags |= FuncWrapper;
    s->abi = abi_assign(s->arena, NULL, 0, NULL, 0, SsaABIInternal);
    s->f->pos = l->call->pos;
    mark_pos(s, l->call);
    Value *context = l->n ? closure_ptr(s) : NULL;
    Type *strct = closure_struct(s->ir, l->types, l->n);
    Val *v = NEW_ARRAY(s->arena, Val, l->n + 1);
    for (int i = 0; i < l->n; i++)
        v[i] = val_load(s, l->types[i], offset(s, context, field_offset(strct, (uint32_t)i + 1)));
    if (l->is_builtin) {
        builtin_apply(s, l->call, v, (uint32_t)l->n);
        finish_return(s, NULL);
        return;
    }
    Callee c = l->callee;
    Val *args = v;
    if (l->iface) {
        c.code = itab_method(s, v[0].v[0], l->iface, l->method);
        v[0] = val_scalar(c.recv_type, v[0].v[1]);
    } else if (l->is_closure) {
        c.context = nil_check(s, v[0].v[0]);
        args = v + 1;
    }
    Val *out = NEW_ARRAY(s->arena, Val, type_under(c.sig)->func.results->tuple.n + 1);
    call_callee(s, &c, args, out);
    finish_return(s, NULL);
}

/* A closure that makes the call n; its operands are evaluated here. */
static Value *late_call(Builder *s, Node *n, const char *kind, bool heap)
{
    LateCall *l = NEW(s->ir->arena, LateCall);
    l->call = n;
    Val *v;
    if (n->call.kind == CallBuiltin) {
        v = NEW_ARRAY(s->arena, Val, builtin_arg_count(n) + 1);
        l->is_builtin = true;
        l->n = (int)builtin_args(s, n, v);
    } else {
        Node *fun = unparen(n->call.fun);
        const Selection *sel = fun->kind == NodeSelector ? fun->select.selection : NULL;
        Callee c = find_callee(s, n);
        Val *args, iface = {0};
        if (c.code && sel && sel->is_iface) {
            iface = c.iface;
            nil_check(s, iface.v[0]);
            l->iface = iface.t;
            l->method = sel->obj;
        }
        int count = call_args(s, n, &c, &args);
        if (c.context) {
            v = NEW_ARRAY(s->arena, Val, count + 1);
            v[0] = val_scalar(n->call.fun->type, c.context);
            for (int i = 0; i < count; i++)
                v[i + 1] = args[i];
            l->is_closure = true;
            l->n = count + 1;
            Type *sig = type_under(c.sig);
            if (count == 0 && sig->func.results->tuple.n == 0)
                return c.context; /* it is such a closure already */
        } else {
            v = args;
            l->n = count;
            if (l->iface)
                v[0] = iface;
            else if (c.has_recv)
                v[0] = val_retype(v[0], c.recv_type);
            if (count == 0 && type_under(c.sig)->func.results->tuple.n == 0)
                return sym_addr(s, sym_funcval(s->ir, c.sym, c.abi));
        }
        l->callee = c;
        l->callee.code = l->callee.context = NULL;
    }
    l->types = NEW_ARRAY(s->ir->arena, Type *, l->n + 1);
    for (int i = 0; i < l->n; i++)
        l->types[i] = v[i].t;
    const char *name = wrap_name(s, kind);
    ir_queue(s->ir, (PendingFunc){.name = name, .build = build_late_call, .arg = l, .abi = SsaABIInternal, .pos = n->pos});
    if (l->n == 0)
        return sym_addr(s, sym_funcval(s->ir, name, SsaABIInternal));
    return make_closure(s, name, v, l->types, l->n, heap);
}

void go_stmt(Builder *s, Node *n)
{
    Value *fn = late_call(s, unparen(n->go_stmt.call), "gowrap", true);
    mark_pos(s, n);
    rt_call(s, "newproc", 1, fn);
}

/* From here on a panic may be recovered: the function then goes on at its exit. */
void defer_branch(Builder *s)
{
    Block *b = s->b, *next = new_block(s);
    b->kind = BlockDefer;
    b->pos = s->pos;
    b->node = s->node;
    b->hint = HintLikely;
    set_control(b, mem(s));
    add_edge(b, next);
    add_edge(b, s->exit);
    start_block(s, next);
}

void defer_stmt(Builder *s, Node *n)
{
    Value *fn = late_call(s, unparen(n->defer_stmt.call), "deferwrap", true);
    mark_pos(s, n);
    if (s->range) { /* it runs when the function around the loop returns */
        Val token = range_defer_token(s);
        rt_call(s, "deferprocat", 3, fn, token.v[0], token.v[1]);
        return;
    }
    rt_call(s, "deferproc", 1, fn);
    defer_branch(s);
}
