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
    Type **types;    /* of the operands, then of the pointers that live through the call */
    int n, nkept;
} LateCall;

/* Makes the call; its operands are in the closure. */
static void make_late_call(Builder *s, const LateCall *l, Value *context)
{
    Type *strct = closure_struct(s->ir, l->types, l->n);
    Val *v = NEW_ARRAY(s->arena, Val, l->n + 1);
    for (int i = 0; i < l->n; i++)
        v[i] = val_load(s, l->types[i], offset(s, context, field_offset(strct, (uint32_t)i + 1)));
    if (l->is_builtin) {
        builtin_apply(s, l->call, v, (uint32_t)l->n);
        return;
    }
    Callee c = l->callee;
    Val *args = v;
    c.kept = NEW_ARRAY(s->arena, Value *, l->nkept + 1);
    for (c.nkept = 0; c.nkept < l->nkept; c.nkept++)
        c.kept[c.nkept] = v[l->n - l->nkept + c.nkept].v[0];
    if (l->iface) {
        c.code = itab_method(s, v[0].v[0], l->iface, l->method);
        v[0] = val_scalar(c.recv_type, v[0].v[1]);
    } else if (l->is_closure) {
        c.context = nil_check(s, v[0].v[0]);
        args = v + 1;
    }
    Val *out = NEW_ARRAY(s->arena, Val, type_under(c.sig)->func.results->tuple.n + 1);
    if ((s->f->flags & FuncWrapper) || !inline_in_wrapper(s, &c, args, out))
        call_callee(s, &c, args, out);
}

/* The wrapper's body. */
static void build_late_call(Builder *s, void *arg)
{
    const LateCall *l = arg;
    s->f->flags |= FuncWrapper;
    s->abi = abi_assign(s->arena, NULL, 0, NULL, 0, SsaABIInternal);
    s->f->pos = l->call->pos;
    mark_pos(s, l->call);
    make_late_call(s, l, l->n ? closure_ptr(s) : NULL);
    finish_return(s, NULL);
}

/* The n operands v and behind them the pointers that the call keeps alive. */
static Val *with_kept(Builder *s, const Val *v, int n, const Callee *c)
{
    Val *all = NEW_ARRAY(s->arena, Val, n + c->nkept + 1);
    if (n)
        memcpy(all, v, (size_t)n * sizeof *v);
    for (int i = 0; i < c->nkept; i++)
        all[n + i] = val_scalar(s->ir->types->basic[KindUnsafePointer], c->kept[i]);
    return all;
}

static Value *late_closure(Builder *s, Node *n, const char *kind, bool heap, LateCall *l)
{
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
            l->callee = c;
            if (count == 0 && type_under(c.sig)->func.results->tuple.n == 0)
                return sym_addr(s, sym_funcval(s->ir, c.sym, c.abi));
        }
        l->nkept = c.nkept;
        v = with_kept(s, v, l->n, &c);
        l->n += c.nkept;
        l->callee = c;
        l->callee.code = l->callee.context = NULL;
    }
    l->types = NEW_ARRAY(s->ir->arena, Type *, l->n + 1);
    for (int i = 0; i < l->n; i++)
        l->types[i] = v[i].t;
    const char *name = wrap_name(s, kind);
    ir_queue(s->ir, (PendingFunc){.name = name, .build = build_late_call, .arg = l, .flags = s->f->flags & FuncDupOk, .abi = SsaABIInternal, .pos = n->pos});
    if (l->n == 0)
        return sym_addr(s, sym_funcval(s->ir, name, SsaABIInternal));
    return make_closure(s, name, v, l->types, l->n, heap);
}

/* A closure that makes the call n, and in l how; its operands are evaluated here. */
static Value *late_call(Builder *s, Node *n, const char *kind, bool heap, LateCall *l)
{
    EvalOrder o;
    order_begin(s, &o);
    order_operands(s, n);
    order_run(s);
    Value *fn = late_closure(s, n, kind, heap, l);
    order_end(s);
    return fn;
}

void go_stmt(Builder *s, Node *n)
{
    Value *fn = late_call(s, unparen(n->go_stmt.call), "gowrap", true, NEW(s->ir->arena, LateCall));
    mark_pos(s, n);
    rt_call(s, "newproc", 1, fn);
}

/* ---- open-coded defers ----
 *
 * A function whose few defer statements run at most once each needs no list: the func values
 * wait in slots of the frame, and a bit for each slot tells whether the statement was reached. The
 * function's end looks at the bits and makes the calls, the last first; what is called is known there and may be inlined.  A panic finds bits and slots by
 * FUNCDATA_OpenCodedDeferInfo; a recovered one goes on at s->recover, where runtime.deferreturn does the rest. */


typedef struct DeferCount {
    int n;
    bool listed; /* one may run again, or in a function of its own */
} DeferCount;

static bool count_defers(Node *n, void *data)
{
    DeferCount *c = data;
    if (n->kind == NodeDeferStmt) {
        c->n++;
        c->listed |= n->esc != EscNone;
    }
    return n->kind != NodeFuncLit;
}

void open_defers(Builder *s)
{
    DeferCount c = {0};
    node_walk(s->info->body, count_defers, &c);
    if (s->ir->no_opt || c.n == 0 || c.n > MaxOpenDefers || c.listed)
        return;
    TypesCtx *t = s->ir->types;
    s->f->flags |= FuncOpenDefers;
    s->f->defer_bits = new_local(s, ".deferbits", t->basic[KindUint8]);
    s->f->defer_slots = new_local(s, ".deferslots", new_array(t, t->basic[KindUnsafePointer], c.n));
    s->defer_bits = var_new(s, ValI8);
    Value *none = int_const(s, ValI8, 0);
    var_write(s, s->defer_bits, none);
    store_scalar(s, local_addr(s, s->f->defer_bits), none);
}

static Value *defer_slot(Builder *s, int i) { return offset(s, local_addr(s, s->f->defer_slots), 8 * (int64_t)i); }

static void defer_into_slot(Builder *s, Value *fn, const LateCall *l)
{
    int i = s->ndefers++;
    s->late_calls[i] = l;
    store_scalar(s, defer_slot(s, i), fn);
    Value *bits = op2(s, OpOr8, ValI8, var_read(s, s->defer_bits), int_const(s, ValI8, 1 << i));
    var_write(s, s->defer_bits, bits);
    store_scalar(s, local_addr(s, s->f->defer_bits), bits);
}

/* The call that fn makes, without fn where it is known what that does. */
static void exit_call(Builder *s, const LateCall *l, Value *fn)
{
    if (l->call->call.inlined) {
        inline_copy(s, l->call->call.inlined);
    } else if (l->callee.sym) {
        make_late_call(s, l, fn);
    } else {
        AbiSig *sig = abi_assign(s->arena, NULL, 0, NULL, 0, SsaABIInternal);
        fn = nil_check(s, fn);
        call_code(s, load_scalar(s, ValPtr, fn), fn, sig, NULL, NULL);
    }
}

void run_open_defers(Builder *s)
{
    Value *bits = s->ndefers ? var_read(s, s->defer_bits) : NULL;
    for (int i = s->ndefers - 1; i >= 0; i--) {
        Block *call = new_block(s), *next = new_block(s);
        Value *bit = op2(s, OpAnd8, ValI8, bits, int_const(s, ValI8, 1 << i));
        branch(s, op2(s, OpNeq8, ValBool, bit, int_const(s, ValI8, 0)), call, next, HintLikely);
        start_block(s, call);
        /* The calls behind this one are made. */
        store_scalar(s, local_addr(s, s->f->defer_bits), op2(s, OpAnd8, ValI8, bits, int_const(s, ValI8, (1 << i) - 1)));
        exit_call(s, s->late_calls[i], load_scalar(s, ValPtr, defer_slot(s, i)));
        jump(s, next);
        start_block(s, next);
    }
}

/* ---- the list of deferred calls ---- */

/* runtime._defer, in the caller's frame: what deferprocStack fills in needs no write barrier. */
static Type *defer_record(Ir *ir)
{
    TypesCtx *c = ir->types;
    static const struct { const char *name; TypeKind kind; } fields[] = {
        {"heap", KindBool}, {"rangefunc", KindBool}, {"sp", KindUintptr}, {"pc", KindUintptr},
        {"fn", KindUnsafePointer}, {"link", KindUintptr}, {"head", KindUintptr},
    };
    enum { N = sizeof fields / sizeof *fields };
    Object **vars = NEW_ARRAY(ir->arena, Object *, N);
    for (int i = 0; i < N; i++)
        vars[i] = new_var(c, ir->pkg, intern_str(c->names, fields[i].name), c->basic[fields[i].kind], 0, VarField);
    return new_struct(c, vars, N);
}

static void defer_in_frame(Builder *s, Value *fn)
{
    enum { FieldFn = 4 };
    Type *record = defer_record(s->ir);
    Local *l = new_temp(s, record);
    l->addrtaken = true;
    store_scalar(s, offset(s, local_addr(s, l), field_offset(record, FieldFn)), fn);
    rt_call(s, "deferprocStack", 1, local_addr(s, l));
}

/* From here on a panic may be recovered: the function then goes on at s->recover. */
void defer_branch(Builder *s)
{
    Block *b = s->b, *next = new_block(s);
    b->kind = BlockDefer;
    b->pos = s->pos;
    b->node = s->node;
    b->hint = HintLikely;
    set_control(b, mem(s));
    add_edge(b, next);
    add_edge(b, s->recover);
    start_block(s, next);
}

void defer_stmt(Builder *s, Node *n)
{
    bool once = n->esc == EscNone;
    LateCall *l = NEW(s->ir->arena, LateCall);
    Value *fn = late_call(s, unparen(n->defer_stmt.call), "deferwrap", !once, l);
    mark_pos(s, n);
    if (s->range) { /* it runs when the function around the loop returns */
        Val token = range_defer_token(s);
        rt_call(s, "deferprocat", 3, fn, token.v[0], token.v[1]);
        return;
    }
    if (s->f->flags & FuncOpenDefers)
        defer_into_slot(s, fn, l);
    else if (once)
        defer_in_frame(s, fn);
    else
        rt_call(s, "deferproc", 1, fn);
    defer_branch(s);
}
