/* debugvars.c - variables and blocks for debuggers.
 *
 * A block of source becomes the ranges of instructions whose positions lie in
 * it; blocks inside others come inside their ranges.  Expects assembled code;
 * leaves fn->vars: the function's own variables, then each block in order of
 * its text. */
#include "compiler/amd64/amd64.h"
#include "base/goobj.h"

#include <stdlib.h>

typedef struct DebugWriter {
    const GenCtx *ctx;
    const Func *f;
    FuncInfo *fn;
    Buf *ranges;     /* by scope */
    uint32_t *start; /* by scope: where its open range began */
    bool *open;
    Buf *places;     /* by variable */
} DebugWriter;

static ObjPos position(const DebugWriter *w, Pos p) { return w->ctx->obj->position(w->ctx->obj->position_arg, p); }

static bool before(ObjPos a, ObjPos b) { return a.line != b.line ? a.line < b.line : a.col < b.col; }

static void uvarint(Buf *b, uint32_t v)
{
    for (; v >= 0x80; v >>= 7)
        buf_u8(b, (uint8_t)(v | 0x80));
    buf_u8(b, (uint8_t)v);
}

static void close_range(DebugWriter *w, size_t i, uint32_t pc)
{
    if (w->open[i] && pc > w->start[i]) {
        uvarint(&w->ranges[i], w->start[i]);
        uvarint(&w->ranges[i], pc - w->start[i]);
    }
    w->open[i] = false;
}

/* Opens and closes ranges where the position enters and leaves blocks. */
static void find_ranges(DebugWriter *w, uint32_t size)
{
    size_t n = w->f->nscopes;
    ObjPos *from = xcalloc(n + 1, sizeof *from), *to = xcalloc(n + 1, sizeof *to);
    for (size_t i = 0; i < n; i++) {
        from[i] = position(w, w->f->scopes[i].pos);
        to[i] = position(w, w->f->scopes[i].end);
    }
    uint32_t last = 0;
    for (const Prog *p = w->fn->first; p; p = p->next) {
        if (p->pos == 0 || p->pos == last || p->size == 0)
            continue;
        last = p->pos;
        ObjPos at = position(w, p->pos);
        uint32_t pc = (uint32_t)p->pc;
        for (size_t i = 0; i < n; i++) { /* parents come first */
            int parent = w->f->scopes[i].parent;
            bool inside = !at.inl && at.file == from[i].file && !before(at, from[i]) && before(at, to[i]) && (parent < 0 || w->open[parent]);
            if (inside && !w->open[i]) {
                w->open[i] = true;
                w->start[i] = pc;
            } else if (!inside) {
                close_range(w, i, pc);
            }
        }
    }
    for (size_t i = 0; i < n; i++)
        close_range(w, i, size);
    free(from);
    free(to);
}

static void add_entry(DebugWriter *w, VarEntry e) { vec_push(w->fn->vars, w->fn->nvars, w->fn->cap_vars, e); }

int32_t debug_frame_offset(const Local *l)
{
    enum { SavedBP = 8, ReturnAddress = 8 };
    return (int32_t)(l->offset - (l->class == LocalAuto || l->class == LocalSpill ? SavedBP + ReturnAddress : 0));
}

static void add_vars(DebugWriter *w, int scope, int kind)
{
    for (size_t i = 0; i < w->f->nvars; i++) {
        const DebugVar *v = &w->f->vars[i];
        const Local *l = v->local;
        if (v->scope != scope || v->kind != kind)
            continue;
        add_entry(w, (VarEntry){.kind = v->kind, .name = v->name, .off = l && l->has_offset ? debug_frame_offset(l) : GoVarNowhere,
                                .line = (uint32_t)position(w, v->pos).line, .type = obj_lookup(w->ctx->obj, v->type, ABIInternal),
                                .closure_off = (uint32_t)v->closure_off, .ranges = w->places[i]});
        w->places[i] = (Buf){0};
    }
}

static void add_scope(DebugWriter *w, int scope)
{
    add_vars(w, scope, GoVarParam);
    add_vars(w, scope, GoVarResult);
    add_vars(w, scope, GoVarLocal);
    for (size_t i = 0; i < w->f->nscopes; i++) {
        if (w->f->scopes[i].parent != scope || w->ranges[i].len == 0)
            continue;
        VarEntry begin = {.kind = GoVarScope, .ranges = w->ranges[i]};
        w->ranges[i] = (Buf){0};
        add_entry(w, begin);
        add_scope(w, (int)i);
        add_entry(w, (VarEntry){.kind = GoVarEnd});
    }
}

void debug_vars(const GenCtx *ctx, Func *f, LSym *text)
{
    if (f->nvars == 0)
        return;
    DebugWriter w = {.ctx = ctx, .f = f, .fn = text->fn};
    w.ranges = xcalloc(f->nscopes + 1, sizeof *w.ranges);
    w.start = xcalloc(f->nscopes + 1, sizeof *w.start);
    w.open = xcalloc(f->nscopes + 1, sizeof *w.open);
    w.places = debug_places(f, text);
    find_ranges(&w, (uint32_t)text->size);
    add_scope(&w, -1);
    for (size_t i = 0; i < f->nscopes; i++)
        buf_free(&w.ranges[i]);
    for (size_t i = 0; i < f->nvars; i++)
        buf_free(&w.places[i]);
    free(w.places);
    free(w.ranges);
    free(w.start);
    free(w.open);
}
