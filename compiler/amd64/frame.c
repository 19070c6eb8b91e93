/* frame.c - where locals and spill slots stand in the frame.
 *
 *     return address
 *     saved BP                 <- varp
 *     locals with pointers        the pointer maps cover these words
 *     other locals
 *     outgoing arguments       <- SP
 *
 * Offsets count from varp downward, so they are negative.  Within the locals
 * with pointers those that must be zeroed at entry stand side by side. */
#include "compiler/amd64/amd64.h"

#include <stdlib.h>

static bool in_frame(const Local *l) { return l->class == LocalAuto || l->class == LocalSpill; }

/* Locals and slots that some value names. */
static bool *used_locals(Func *f)
{
    bool *used = NEW_ARRAY(&f->scratch, bool, f->nlocals + 1);
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            const Value *v = f->blocks[i]->values[k];
            if (v->aux_kind == AuxKindLocal)
                used[v->local->id] = true;
            if (home_of(f, v).kind == HomeSlot)
                used[home_of(f, v).slot->id] = true;
        }
    if (f->defer_bits)
        used[f->defer_bits->id] = true;
    if (f->defer_slots)
        used[f->defer_slots->id] = true;
    return used;
}

/* Pointers first, of these the ones to be zeroed first, then big before small alignment. */
static int by_place(const void *x, const void *y)
{
    const Local *a = *(Local *const *)x, *b = *(Local *const *)y;
    int pa = local_has_pointers(a), pb = local_has_pointers(b);
    if (pa != pb)
        return pb - pa;
    if (a->needzero != b->needzero)
        return b->needzero - a->needzero;
    if (a->align != b->align)
        return a->align < b->align ? 1 : -1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static int64_t align_up(int64_t n, int64_t align) { return (n + align - 1) & -align; }

static int64_t outgoing_size(const Func *f)
{
    int64_t size = 0;
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            const Value *v = f->blocks[i]->values[k];
            if (v->aux_kind == AuxKindCall && v->call->stack_size > size)
                size = v->call->stack_size;
        }
    return align_up(size, 8);
}

static int64_t args_end(const Func *f)
{
    int64_t end = f->args_size;
    for (int i = 0; i < f->nreg_params; i++) {
        const RegParam *p = &f->reg_params[i];
        int64_t e = p->spill + val_type_size((ValType)p->type);
        if (e > end)
            end = e;
    }
    return align_up(end, 8);
}

Frame frame_layout(Func *f)
{
    Frame frame = {0};
    Local **order = NEW_ARRAY(&f->scratch, Local *, f->nlocals + 1);
    const bool *used = used_locals(f);
    int n = 0;
    for (int i = 0; i < f->nlocals; i++)
        if (in_frame(f->locals[i]) && used[i])
            order[n++] = f->locals[i];
    qsort(order, (size_t)n, sizeof *order, by_place);
    int64_t depth = 0;
    for (int i = 0; i < n; i++) {
        Local *l = order[i];
        int64_t align = l->align > 0 ? l->align : 1;
        if (local_has_pointers(l) && align < 8)
            align = 8;
        depth = align_up(depth + l->size, align > 8 ? 8 : align);
        l->offset = -depth;
        l->has_offset = true;
        if (local_has_pointers(l))
            frame.ptr_words = align_up(depth, 8) / 8;
    }
    frame.outgoing = outgoing_size(f);
    frame.locals = align_up(depth, 8) + frame.outgoing;
    frame.args_words = args_end(f) / 8;
    return frame;
}
