/* call.c - calls: who is called, with what, and what comes back. */
#include "compiler/ir/ir.h"

#include <assert.h>
#include <stdlib.h>

/* ---- emitting a call ---- */

/* Stores stack arguments into the outgoing area and adds register arguments.
 * Everything is evaluated already: nothing else may use the area meanwhile. */
static void add_args(Builder *s, Value **regs, int *nregs, const AbiSig *sig, const Val *args)
{
    for (int i = 0; i < sig->nparams; i++) {
        const AbiParam *p = &sig->params[i];
        Val v = val_retype(args[i], p->type);
        if (!p->in_regs)
            continue;
        for (int k = 0; k < p->ncomps; k++)
            regs[(*nregs)++] = v.mem ? load_scalar(s, p->comps[k].type, offset(s, v.v[0], p->comps[k].off)) : v.v[k];
    }
    for (int i = 0; i < sig->nparams; i++)
        if (!sig->params[i].in_regs)
            val_store(s, offset(s, func_sp(s->f), sig->params[i].offset), val_retype(args[i], sig->params[i].type));
}

static void emit_call(Builder *s, Op op, CallInfo *info, Value **leading, int nleading, const AbiSig *sig,
                      const Val *args, Val *out)
{
    Value *regs[24 + 2];
    int nregs = 0;
    add_args(s, regs, &nregs, sig, args);
    Value *call = new_value(s->b, op, ValResults, s->pos, s->node);
    for (int i = 0; i < nleading; i++)
        add_arg(call, leading[i]);
    for (int i = 0; i < nregs; i++)
        add_arg(call, regs[i]);
    add_arg(call, mem(s));
    info->stack_size = sig->frame_size;
    set_call(call, info);
    int n = 0;
    for (int i = 0; i < sig->nresults; i++) {
        const AbiParam *p = &sig->results[i];
        for (int k = 0; k < p->ncomps; k++)
            info->results[n++] = (uint8_t)p->comps[k].type;
    }
    Value *m = op1(s, OpSelectN, ValMem, call);
    m->auxint = n;
    set_mem(s, m);
    n = 0;
    for (int i = 0; i < sig->nresults && out; i++) {
        const AbiParam *p = &sig->results[i];
        if (!p->in_regs) {
            Val v = val_load(s, p->type, offset(s, func_sp(s->f), p->offset));
            out[i] = v.mem ? val_copy(s, v) : v;
            continue;
        }
        Value *part[24];
        for (int k = 0; k < p->ncomps; k++) {
            part[k] = op1(s, OpSelectN, p->comps[k].type, call);
            part[k]->auxint = n++;
        }
        if (ssa_able(p->type)) {
            out[i] = (Val){.t = p->type, .n = p->ncomps};
            memcpy(out[i].v, part, (size_t)p->ncomps * sizeof *part);
        } else {
            Value *addr = local_addr(s, new_temp(s, p->type));
            for (int k = 0; k < p->ncomps; k++)
                store_scalar(s, offset(s, addr, p->comps[k].off), part[k]);
            out[i] = (Val){.t = p->type, .mem = true, .temp = true, .n = 1, .v = {addr}};
        }
    }
}

void call_sym(Builder *s, const char *name, SsaABI abi, AbiSig *sig, Val *args, Val *out)
{
    CallInfo *info = call_info_new(s->f, func_sym(s->f, name, abi), abi, sig->nreg_results);
    emit_call(s, OpStaticCall, info, NULL, 0, sig, args, out);
}

void call_code(Builder *s, Value *code, Value *context, AbiSig *sig, Val *args, Val *out)
{
    CallInfo *info = call_info_new(s->f, NULL, SsaABIInternal, sig->nreg_results);
    Value *leading[2] = {code, context};
    emit_call(s, context ? OpClosureCall : OpInterCall, info, leading, context ? 2 : 1, sig, args, out);
}

/* ---- the runtime ---- */

enum { NoReturn = 1 };

typedef struct RuntimeCall {
    const char *name, *args, *results;
    int flags;
} RuntimeCall;

static const RuntimeCall runtime_calls[] = {
#define RT(name, args, results, flags) {#name, args, results, flags},
#include "compiler/ir/runtime_calls.h"
};

static const RuntimeCall *find_runtime_call(const char *name)
{
    for (size_t i = 0; i < sizeof runtime_calls / sizeof *runtime_calls; i++)
        if (strcmp(runtime_calls[i].name, name) == 0)
            return &runtime_calls[i];
    assert(!"no such runtime function");
    return NULL;
}

static Type *letter_type(TypesCtx *c, char letter)
{
    switch (letter) {
    case 'p': return c->basic[KindUnsafePointer];
    case 'i': return c->basic[KindInt];
    case 'u': return c->basic[KindUint64];
    case '4': return c->basic[KindInt32];
    case '2': return c->basic[KindUint16];
    case '1': return c->basic[KindUint8];
    case 'b': return c->basic[KindBool];
    case 'f': return c->basic[KindFloat64];
    case 'g': return c->basic[KindFloat32];
    case 'c': return c->basic[KindComplex128];
    case 'C': return c->basic[KindComplex64];
    case 's': return c->basic[KindString];
    case 'S': return new_slice(c, c->basic[KindUint8]);
    case 'e': return c->empty_iface;
    default: assert(!"unknown letter"); return NULL;
    }
}

Value *runtime_call(Builder *s, const char *name, int nargs, Value **args, int nresults, Value **results)
{
    enum { Max = 8 };
    const RuntimeCall *rt = find_runtime_call(name);
    TypesCtx *c = s->ir->types;
    Type *params[Max], *outs[Max];
    Val in[Max], out[Max];
    int np = 0, nr = 0, used = 0, made = 0;
    Comp comps[MaxComps];
    for (const char *p = rt->args; *p; p++, np++) {
        params[np] = letter_type(c, *p);
        in[np] = (Val){.t = params[np], .n = ssa_comps(params[np], comps)};
        for (int k = 0; k < in[np].n; k++)
            in[np].v[k] = args[used++];
    }
    for (const char *p = rt->results; *p; p++)
        outs[nr++] = letter_type(c, *p);
    assert(used == nargs && "arguments do not fit the runtime function");
    (void)nargs;
    const char *sym = arena_printf(s->arena, "runtime.%s", name);
    AbiSig *sig = abi_assign(s->arena, params, np, outs, nr, SsaABIInternal);
    CallInfo *info = call_info_new(s->f, func_sym(s->f, sym, SsaABIInternal), SsaABIInternal, sig->nreg_results);
    info->noreturn = rt->flags & NoReturn;
    emit_call(s, OpStaticCall, info, NULL, 0, sig, in, out);
    Value *first = NULL;
    for (int i = 0; i < nr; i++) {
        for (int k = 0; k < out[i].n; k++, made++) {
            first = first ? first : out[i].v[k];
            if (made < nresults)
                results[made] = out[i].v[k];
        }
    }
    return first;
}

Value *rt_call(Builder *s, const char *name, int nargs, ...)
{
    Value *args[12];
    va_list list;
    va_start(list, nargs);
    for (int i = 0; i < nargs; i++)
        args[i] = va_arg(list, Value *);
    va_end(list);
    return runtime_call(s, name, nargs, args, 0, NULL);
}

/* ---- the callee ---- */

/* The text symbol of a declared function or concrete method, and how it is called.  Functions
 * whose body is in assembly have ABI0 text; they are called through their wrapper, but for the
 * library's own: a wrapper's frame would not survive vfork, whose child returns first, on the same stack. */
const char *func_sym_name(Ir *ir, Object *f, SsaABI *abi)
{
    const char *name = func_link_name(ir->types, f);
    bool assembly = ir->std && f->pkg == ir->pkg && !f->func.info && (uintptr_t)map_get_str(&ir->symabi_defs, name) == 1 + ABI0;
    *abi = assembly ? SsaABI0 : SsaABIInternal;
    if (f->func.origin) { /* an instance: its body is made here */
        FuncVars *body = instance_body(ir->types, f);
        if (body && !f->func.escape)
            escape_instance(ir, body);
        if (body)
            ir_queue(ir, (PendingFunc){.name = name, .build = build_func, .arg = body, .flags = FuncDupOk, .abi = SsaABIInternal, .pos = f->pos});
    }
    return name;
}

static const Val NoVal;

/* Where a method's receiver comes from: an address when there is one, so that
 * the method may take it. */
static Val receiver_operand(Builder *s, Node *x)
{
    if (under_kind(x->type) != KindPointer && in_memory(s, x))
        return (Val){.t = x->type, .mem = true, .n = 1, .v = {address(s, x)}};
    return expr(s, x);
}

static void method_callee(Builder *s, Node *call, Node *fun, Callee *c)
{
    const Selection *sel = fun->select.selection;
    Object *m = sel->obj;
    Val x = receiver_operand(s, fun->select.x);
    mark_pos(s, fun);
    Val recv = receiver_of(s, x, fun->select.x->type, sel->path, sel->npath, m);
    c->has_recv = true;
    use_reflection(s, m, call);
    if (sel->is_iface) {
        mark_pos(s, call);
        c->iface = recv;
        c->code = itab_method(s, recv.v[0], recv.t, m);
        c->recv_type = s->ir->types->basic[KindUnsafePointer];
        c->recv = val_scalar(c->recv_type, recv.v[1]);
        return;
    }
    c->recv = recv;
    c->recv_type = type_under(m->type)->func.recv->type;
    c->sym = func_sym_name(s->ir, m, &c->abi);
    c->object = m;
}

Object *called_func(const Node *call)
{
    Object *f = call_static_callee(call);
    const Node *fun = unparen(call->call.fun);
    const Instance *in = fun->kind == NodeName ? fun->name.instance : fun->kind == NodeIndex ? fun->index.instance
                       : fun->kind == NodeSelector ? fun->select.instance : NULL;
    return in && in->func ? in->func : f && f->kind == ObjFunc ? f : NULL;
}

Callee find_callee(Builder *s, Node *call)
{
    Node *fun = unparen(call->call.fun);
    Callee c = {.abi = SsaABIInternal, .sig = type_under(fun->type), .recv = NoVal};
    if (fun->kind == NodeSelector && fun->select.selection) {
        const Selection *sel = fun->select.selection;
        if (sel->kind == SelMethod) {
            method_callee(s, call, fun, &c);
            return c;
        }
        if (sel->kind == SelMethodExpr) {
            use_reflection(s, sel->obj, NULL);
            c.sym = method_expr_func(s->ir, sel->recv, sel->obj);
            return c;
        }
    }
    c.object = called_func(call);
    if (c.object) {
        c.sym = func_sym_name(s->ir, c.object, &c.abi);
        return c;
    }
    Value *fn = scalar(s, fun);
    mark_pos(s, call);
    c.context = fn;
    return c;
}

/* ---- the arguments ---- */

Node *pointer_number(Node *arg)
{
    arg = unparen(arg);
    if (arg->kind != NodeCall || arg->call.kind != CallConversion || under_kind(arg->type) != KindUintptr || arg->conv)
        return NULL;
    Node *p = unparen(arg->call.args.at[0]);
    return p->type && under_kind(p->type) == KindUnsafePointer ? p : NULL;
}

/* The argument x.  A function may ask that a pointer lives through the call of
 * which it gets only the number. */
static Val argument(Builder *s, Callee *c, Node *x, Type *to)
{
    Node *p = c->object && (c->object->func.pragma & PragmaUintptrKeepAlive) ? pointer_number(x) : NULL;
    if (!p || p->mode == ModeNil)
        return expr_to(s, x, to);
    Val v = expr(s, p);
    c->kept[c->nkept++] = v.v[0];
    mark_pos(s, x);
    return convert(s, v, to, p);
}

static Val pack_variadic(Builder *s, Node *call, Callee *c, NodeList args, uint32_t first, Type *slice)
{
    Type *elem = type_under(slice)->slice.elem;
    uint32_t n = args.n - first;
    if (n == 0)
        return val_zero(s, slice);
    Value *list = alloc_object(s, new_array(s->ir->types, elem, n), on_heap(call));
    int64_t size = type_size(elem);
    for (uint32_t i = 0; i < n; i++) {
        Val v = argument(s, c, args.at[first + i], elem);
        val_store(s, offset(s, list, (int64_t)i * size), val_retype(v, elem));
    }
    Value *len = int64_const(s, n);
    return (Val){.t = slice, .n = 3, .v = {list, len, len}};
}

/* f(g()) with several results: each is converted as its parameter asks. */
static int spread_args(Builder *s, Node *call, Type *sig, Val *out)
{
    Node *g = call->call.args.at[0];
    uint32_t n = unparen(g)->type->tuple.n, np = sig->func.params->tuple.n;
    Val *v = NEW_ARRAY(s->arena, Val, n + 1);
    expr_tuple(s, g, v);
    Object **params = sig->func.params->tuple.vars;
    uint32_t fixed = sig->func.variadic ? np - 1 : np;
    for (uint32_t i = 0; i < fixed; i++)
        out[i] = convert_assign(s, v[i], params[i]->type, call);
    if (!sig->func.variadic)
        return (int)np;
    Type *slice = params[fixed]->type, *elem = type_under(slice)->slice.elem;
    if (n == fixed) {
        out[fixed] = val_zero(s, slice);
        return (int)np;
    }
    Value *list = alloc_object(s, new_array(s->ir->types, elem, n - fixed), on_heap(call));
    for (uint32_t i = fixed; i < n; i++)
        val_store(s, offset(s, list, (int64_t)(i - fixed) * type_size(elem)), val_retype(convert_assign(s, v[i], elem, call), elem));
    Value *len = int64_const(s, n - fixed);
    out[fixed] = (Val){.t = slice, .n = 3, .v = {list, len, len}};
    return (int)np;
}

static bool find_effect(Node *n, void *found)
{
    *(bool *)found |= (n->kind == NodeCall && n->call.kind == CallPlain) || (n->kind == NodeUnary && n->op == TokArrow);
    return n->kind != NodeFuncLit;
}

/* An operand in memory is copied when what is evaluated after it might change it. */
static Val operand(Builder *s, Val v, NodeList args, uint32_t next)
{
    bool effect = false;
    for (uint32_t i = next; i < args.n && v.mem && !v.temp && !effect; i++)
        node_walk(args.at[i], find_effect, &effect);
    return effect ? val_copy(s, v) : v;
}

int call_args(Builder *s, Node *call, Callee *c, Val **out)
{
    NodeList args = call->call.args;
    c->kept = NEW_ARRAY(s->arena, Value *, args.n + 1);
    Type *sig = c->sig;
    uint32_t np = sig->func.params->tuple.n;
    int n = c->has_recv;
    Val *v = NEW_ARRAY(s->arena, Val, np + 2);
    *out = v;
    if (c->has_recv)
        v[0] = operand(s, c->recv, args, 0);
    Node *only = args.n == 1 ? unparen(args.at[0]) : NULL;
    if (only && only->type && only->type->kind == KindTuple)
        return n + spread_args(s, call, sig, v + n);
    bool pack = sig->func.variadic && !call->call.dots;
    uint32_t fixed = pack ? np - 1 : np;
    for (uint32_t i = 0; i < fixed; i++)
        v[n++] = operand(s, argument(s, c, args.at[i], sig->func.params->tuple.vars[i]->type), args, i + 1);
    if (pack)
        v[n++] = pack_variadic(s, call, c, args, fixed, sig->func.params->tuple.vars[fixed]->type);
    return n;
}

void call_callee(Builder *s, const Callee *c, Val *args, Val *out)
{
    AbiSig *sig = abi_of(s->arena, c->has_recv ? c->recv_type : NULL, c->sig, c->abi);
    if (c->sym) {
        call_sym(s, c->sym, c->abi, sig, args, out);
    } else if (c->context) {
        Value *fn = nil_check(s, c->context); /* after the arguments */
        call_code(s, load_scalar(s, ValPtr, fn), fn, sig, args, out);
    } else {
        call_code(s, c->code, NULL, sig, args, out);
    }
    for (int i = 0; i < c->nkept && s->b; i++)
        set_mem(s, op2(s, OpKeepAlive, ValMem, c->kept[i], mem(s)));
}

/* ---- functions about the frame; see also intrinsic.c ---- */

static bool frame_function(Builder *s, Node *n, const char *name, Val *out)
{
    Type *t = n->type;
    if (strcmp(name, "runtime.getg") == 0)
        *out = val_scalar(t, op1(s, OpGetG, ValPtr, mem(s)));
    else if (strcmp(name, "internal/runtime/sys.GetClosurePtr") == 0)
        *out = val_scalar(t, op2(s, OpConvert, ValI64, closure_ptr(s), mem(s)));
    else if (strcmp(name, "internal/runtime/sys.GetCallerPC") == 0)
        *out = val_scalar(t, op0(s, OpGetCallerPC, ValI64, 0));
    else if (strcmp(name, "internal/runtime/sys.GetCallerSP") == 0)
        *out = val_scalar(t, op1(s, OpGetCallerSP, ValI64, mem(s)));
    else if (strcmp(name, "runtime.KeepAlive") == 0) {
        Val v = expr(s, n->call.args.at[0]);
        set_mem(s, op2(s, OpKeepAlive, ValMem, v.v[1], mem(s)));
        *out = NoVal;
    } else {
        return false;
    }
    return true;
}

/* ---- call expressions ---- */

static void call_results(Builder *s, Node *n, Val *out)
{
    Callee c = find_callee(s, n);
    Val *args;
    call_args(s, n, &c, &args);
    mark_pos(s, n);
    note_call(s, &c, n);
    if (!inline_call(s, n, &c, args, out))
        call_callee(s, &c, args, out);
}

void call_tuple(Builder *s, Node *n, Val *out)
{
    if (!intrinsic_call(s, n, call_static_callee(n), out))
        call_results(s, n, out);
}

Val call_expr(Builder *s, Node *n)
{
    switch ((CallKind)n->call.kind) {
    case CallConversion: {
        if (unparen(n->call.args.at[0])->mode == ModeNil)
            return val_zero(s, n->type);
        Val v = expr(s, n->call.args.at[0]);
        mark_pos(s, n);
        if (is_interface(n->type) && n->box == EscNone && !n->call.args.at[0]->val)
            return to_iface_in_frame(s, v, n->type);
        return convert(s, v, n->type, n->call.args.at[0]);
    }
    case CallBuiltin: return builtin_call(s, n);
    case CallPlain: break;
    }
    Object *f = call_static_callee(n);
    Val out = NoVal;
    if (f && f->kind == ObjFunc && f->pkg && frame_function(s, n, func_link_name(s->ir->types, f), &out))
        return out;
    if (!intrinsic_call(s, n, f, &out))
        call_results(s, n, &out);
    return out;
}
