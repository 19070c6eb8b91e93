/* wbcheck.c - no write barrier where the runtime can have none.
 *
 * A function marked //go:nowritebarrier has no write barrier itself; the back
 * end sees to that.  //go:nowritebarrierrec forbids them in everything that the
 * function calls as well, up to functions marked //go:yeswritebarrierrec.  So
 * while package runtime and its parts are built, direct calls are noted, and
 * what is handed to systemstack; when all code is made, the graph is walked
 * from each mark and the barriers that were found are reported with the calls
 * that lead there.  Calls through values and to other packages are not seen. */
#include "compiler/ir/ir.h"

#include <stdlib.h>

enum { RecFlags = PragmaNoWriteBarrierRec | PragmaYesWriteBarrierRec };

/* A function of the package. */
typedef struct WbFunc {
    const char *name;      /* link name */
    uint32_t pragma;
    Pos barrier;           /* its first write barrier, 0: none */
    WbCall *calls;         /* in the order of building, the last one first */
    const struct WbFunc *caller; /* how the walk came here */
    Pos called_at;
    bool reached;
    struct WbFunc *next;   /* in the walk's queue */
} WbFunc;

static WbFunc *func_named(Ir *ir, const char *name)
{
    WbFunc *f = map_get_str(&ir->wb_funcs, name);
    if (!f) {
        f = NEW(ir->arena, WbFunc);
        f->name = name;
        map_put_str(&ir->wb_funcs, name, f);
    }
    return f;
}

static void note(Ir *ir, const char *caller, const char *callee, Pos at)
{
    WbFunc *f = func_named(ir, arena_strdup(ir->arena, caller));
    WbCall *c = NEW(ir->arena, WbCall);
    *c = (WbCall){func_named(ir, arena_strdup(ir->arena, callee)), at, f->calls};
    f->calls = c;
}

/* What systemstack is given runs as if it had been called. */
static const char *run_on_system_stack(Builder *s, Node *call)
{
    SsaABI abi;
    Node *fn = call->call.args.n == 1 ? unparen(call->call.args.at[0]) : NULL;
    if (fn && fn->kind == NodeFuncLit)
        return closure_name(s->ir, fn->funclit.info);
    if (fn && fn->kind == NodeName && fn->obj && fn->obj->kind == ObjFunc)
        return func_sym_name(s->ir, fn->obj, &abi);
    return NULL;
}

void note_call(Builder *s, const Callee *c, Node *call)
{
    if (!s->ir->runtime || !c->sym)
        return;
    note(s->ir, s->name, c->sym, s->pos);
    const char *inner = strcmp(c->sym, "runtime.systemstack") == 0 ? run_on_system_stack(s, call) : NULL;
    if (inner)
        note(s->ir, s->name, inner, s->pos);
}

void note_write_barrier(Ir *ir, const Func *f)
{
    if (ir->runtime && f->has_write_barriers)
        func_named(ir, arena_strdup(ir->arena, f->sym->name))->barrier = f->write_barrier_pos;
}

static const char *short_name(const Ir *ir, const WbFunc *f)
{
    size_t n = strlen(ir->pkg->path);
    return strncmp(f->name, ir->pkg->path, n) == 0 && f->name[n] == '.' ? f->name + n + 1 : f->name;
}

/* Where the function that was compiled calls, directly or through what was inlined into it. */
static Pos in_caller(const Ir *ir, Pos at)
{
    for (Pos call; (call = pos_call(ir->pos, at)) != 0;)
        at = call;
    return at;
}

static void report(Ir *ir, const WbFunc *f)
{
    Buf b = {0};
    Pos at = f->barrier;
    buf_puts(&b, short_name(ir, f));
    for (; f->caller; f = f->caller) {
        Pos call = in_caller(ir, f->called_at);
        buf_printf(&b, "\n\t%s:%u:%u: called by %s", pos_message_file(ir->pos, call), pos_line(ir->pos, call), pos_col(ir->pos, call),
                   short_name(ir, f->caller));
    }
    pos_error(ir->pos, ir->diag, at, "write barrier prohibited by caller; %.*s", (int)b.len, b.data);
    buf_free(&b);
}

/* Breadth first, so that the shortest chain of calls is shown. */
static void walk(Ir *ir, WbFunc *queue)
{
    WbFunc **end = &queue;
    while (*end)
        end = &(*end)->next;
    for (WbFunc *f = queue; f; f = f->next) {
        if (f->barrier) {
            if (f->caller) /* else it has been reported */
                report(ir, f);
            continue;
        }
        WbCall *forward = NULL;
        for (WbCall *c = f->calls, *next; c; c = next) { /* into the order of the text */
            next = c->next;
            c->next = forward;
            forward = c;
        }
        for (WbCall *c = forward; c; c = c->next) {
            WbFunc *to = c->callee;
            if (to->reached || (to->pragma & PragmaYesWriteBarrierRec))
                continue;
            to->reached = true;
            to->caller = f;
            to->called_at = c->at;
            *end = to;
            end = &to->next;
        }
    }
}

void check_write_barriers(Ir *ir)
{
    WbFunc *queue = NULL, **end = &queue;
    for (uint32_t i = 0; ir->runtime && i < ir->pkg->nfuncs; i++) {
        const Object *o = ir->pkg->funcs[i]->obj;
        if (!(o->func.pragma & RecFlags))
            continue;
        WbFunc *f = func_named(ir, func_link_name(ir->types, (Object *)o));
        f->pragma = o->func.pragma;
        if (f->pragma & PragmaNoWriteBarrierRec) {
            f->reached = true;
            *end = f;
            end = &f->next;
        }
    }
    walk(ir, queue);
    map_free(&ir->wb_funcs);
}
