/* wrapper.c - functions that nobody wrote.
 *
 * Methods that a type has by embedding or through its pointer, the closures of
 * method values, method expressions, and the bridges between the two calling
 * conventions.  Each is weak: every package that needs one makes it. */
#include "compiler/ir/ir.h"

/* What a wrapper calls. */
typedef struct Wrapped {
    Type *recv;        /* type of the wrapper's receiver */
    Object *method;
    uint32_t *path;    /* embedded fields between the receiver and the method's own */
    uint32_t npath;
    bool from_closure; /* the receiver is in the closure: a method value */
} Wrapped;

static Val *results_of(Builder *s) { return NEW_ARRAY(s->arena, Val, s->abi->nresults + 1); }

/* Calls w->method on recv with args and returns what it returns. */
static void call_method(Builder *s, const Wrapped *w, Val recv, Val *args)
{
    Object *m = w->method;
    Type *sig = type_under(m->type);
    Val x = receiver_of(s, recv, recv.t, w->path, w->npath, m), *out = results_of(s);
    Callee c = {.abi = SsaABIInternal, .sig = sig, .has_recv = true};
    use_reflection(s, m, NULL);
    if (m->func.is_iface_method) {
        c.code = itab_method(s, x.v[0], x.t, m);
        c.recv_type = s->ir->types->basic[KindUnsafePointer];
        args[0] = val_scalar(c.recv_type, x.v[1]);
    } else {
        c.sym = func_sym_name(s->ir, m, &c.abi);
        c.recv_type = sig->func.recv->type;
        c.object = m;
        args[0] = x;
    }
    if (!inline_in_wrapper(s, &c, args, out))
        call_callee(s, &c, args, out);
    finish_return(s, out);
}

static void build_method_wrapper(Builder *s, void *arg)
{
    const Wrapped *w = arg;
    Type *recv = w->recv;
    s->f->flags |= FuncWrapper;
    s->abi = abi_of(s->arena, recv, w->method->type, SsaABIInternal);
    s->f->args_size = s->abi->args_size;
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    Val *args = NEW_ARRAY(s->arena, Val, s->abi->nparams + 1);
    func_params(s, NULL, args);
    func_results(s);
    /* (*T).M for a value method: a nil receiver has a panic of its own. */
    if (under_kind(recv) == KindPointer && !w->method->func.ptr_recv && w->npath == 0) {
        Block *ok = new_block(s), *nil = new_block(s);
        branch(s, op1(s, OpIsNonNil, ValBool, args[0].v[0]), ok, nil, HintLikely);
        start_block(s, nil);
        rt_call(s, "panicwrap", 0);
        exit_block(s);
        start_block(s, ok);
    }
    call_method(s, w, args[0], args);
}

static void build_method_value(Builder *s, void *arg)
{
    const Wrapped *w = arg;
    Type *recv = w->recv;
    s->f->flags |= FuncWrapper;
    s->abi = abi_of(s->arena, NULL, w->method->type, SsaABIInternal);
    s->f->args_size = s->abi->args_size;
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    Val *args = NEW_ARRAY(s->arena, Val, s->abi->nparams + 2);
    func_params(s, NULL, args + 1);
    func_results(s);
    Type *strct = closure_struct(s->ir, &recv, 1);
    Val x = val_load(s, recv, offset(s, closure_ptr(s), field_offset(strct, 1)));
    call_method(s, w, x, args);
}

/* "p.T" or "p.(*T)": what stands before the method's name. */
static const char *receiver_name(Ir *ir, Type *recv)
{
    if (type_unalias(recv)->kind == KindPointer)
        return arena_printf(ir->arena, "%s", link_string(ir->types, recv));
    return link_string(ir->types, recv);
}

static const char *wrapper_name(Ir *ir, Type *recv, Object *m)
{
    recv = type_unalias(recv);
    Type *base = recv->kind == KindPointer ? type_unalias(recv->pointer.elem) : recv;
    const char *name = m->name;
    Package *home = base->kind == KindNamed ? base->named.obj->pkg : NULL;
    if (!m->exported && m->pkg != home) /* somebody else's unexported method */
        name = arena_printf(ir->arena, "%s.%s", m->pkg->path, m->name);
    if (base->kind != KindNamed || !home)
        return arena_printf(ir->arena, "go.(%s).%s", receiver_name(ir, recv), name);
    const char *full = link_string(ir->types, base), *dot;
    if (recv->kind != KindPointer)
        return arena_printf(ir->arena, "%s.%s", full, name);
    size_t path = strlen(home->path);
    dot = strncmp(full, home->path, path) == 0 && full[path] == '.' ? full + path : strrchr(full, '.');
    return arena_printf(ir->arena, "%.*s.(*%s).%s", (int)(dot - full), full, dot + 1, name);
}

static const char *queue_wrapper(Ir *ir, const char *name, void (*build)(Builder *, void *), Wrapped w)
{
    Wrapped *copy = arena_dup(ir->arena, &w, sizeof w);
    ir_queue(ir, (PendingFunc){.name = name, .build = build, .arg = copy, .flags = FuncDupOk | FuncWrapper,
                               .abi = SsaABIInternal, .pos = 0});
    return name;
}

const char *method_wrapper(Ir *ir, Type *recv, const MethodSetEntry *e, bool pointer_word)
{
    TypesCtx *c = ir->types;
    Object *m = e->obj;
    bool is_ptr = under_kind(recv) == KindPointer && type_unalias(recv)->kind == KindPointer;
    /* An interface holds the address of a value that is not pointer-shaped. */
    if (pointer_word && !is_ptr && !is_direct_iface(recv)) {
        recv = new_pointer(c, recv);
        is_ptr = true;
    }
    if (e->npath == 0 && !m->func.is_iface_method && m->func.ptr_recv == is_ptr) {
        SsaABI abi;
        return func_sym_name(ir, m, &abi);
    }
    return queue_wrapper(ir, wrapper_name(ir, recv, m), build_method_wrapper,
                         (Wrapped){.recv = recv, .method = m, .path = e->path, .npath = e->npath});
}

const char *method_value_wrapper(Ir *ir, Type *recv, const Selection *sel)
{
    const char *name = arena_printf(ir->arena, "%s-fm", wrapper_name(ir, recv, sel->obj));
    return queue_wrapper(ir, name, build_method_value, (Wrapped){.recv = recv, .method = sel->obj, .from_closure = true});
}

const char *method_expr_func(Ir *ir, Type *recv, Object *method)
{
    if (is_interface(recv))
        return queue_wrapper(ir, wrapper_name(ir, recv, method), build_method_wrapper, (Wrapped){.recv = recv, .method = method});
    Lookup l = lookup_field_or_method(ir->types, recv, true, method->pkg, method->name, false);
    MethodSetEntry e = {.obj = method, .path = l.path, .npath = l.npath};
    return method_wrapper(ir, recv, &e, false);
}

/* ---- calling conventions ---- */

typedef struct AbiBridge {
    Object *func;
    const char *name;
    SsaABI to; /* convention of the function behind */
} AbiBridge;

static void build_abi_wrapper(Builder *s, void *arg)
{
    const AbiBridge *w = arg;
    SsaABI from = s->f->sym->abi;
    s->abi = abi_of(s->arena, NULL, w->func->type, from);
    s->f->args_size = s->abi->args_size;
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    Val *args = NEW_ARRAY(s->arena, Val, s->abi->nparams + 1), *out = results_of(s);
    func_params(s, NULL, args);
    func_results(s);
    call_sym(s, w->name, w->to, abi_of(s->arena, NULL, w->func->type, w->to), args, out);
    finish_return(s, out);
}

static void bridge(Ir *ir, Object *f, const char *name, SsaABI from, SsaABI to)
{
    AbiBridge *w = NEW(ir->arena, AbiBridge);
    *w = (AbiBridge){f, name, to};
    ir_queue(ir, (PendingFunc){.name = name, .build = build_abi_wrapper, .arg = w, .abi = from, .pos = f->pos,
                               .flags = FuncABIWrapper | FuncWrapper | FuncNoSplit});
}

/* Functions written in assembly are called from Go through a wrapper, and so
 * are Go functions that assembly calls.  symabis says which; what is linknamed
 * may be called by the assembly of any package. */
void queue_abi_wrappers(Ir *ir)
{
    for (uint32_t i = 0; i < ir->pkg->nobjects; i++) {
        Object *f = ir->pkg->objects[i];
        if (f->kind != ObjFunc || type_under(f->type)->func.ntparams || type_under(f->type)->func.recv)
            continue;
        const char *name = func_link_name(ir->types, f);
        uintptr_t def = (uintptr_t)map_get_str(&ir->symabi_defs, name);
        bool ref = (uintptr_t)map_get_str(&ir->symabi_refs, name) == 1 + ABI0 || f->func.linknamed_local || f->func.linkname;
        if (!f->func.info && def == 1 + ABI0)
            bridge(ir, f, name, SsaABIInternal, SsaABI0);
        else if (ref && (f->func.info || def == 1 + ABIInternal))
            bridge(ir, f, name, SsaABI0, SsaABIInternal);
    }
}
