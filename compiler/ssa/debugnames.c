/* debugnames.c - assignments to variables survive the values around them.
 *
 * An assignment says: from behind the value `after` on, this component of a
 * variable is the value v.  When v has become a Copy, it means the source;
 * when v goes because nobody needs it, the variable is nothing from there on,
 * but for a parameter, which is in its register still; when `after` goes, the
 * value in front of it in its block takes its place.
 * Nothing here changes what is compiled. */
#include "compiler/ssa/ssa.h"

/* By value id: the nearest value in front of it in its block that stays, NULL. */
static Value **kept_before(Func *f, const bool *live_block, const bool *live)
{
    Value **before = NEW_ARRAY(&f->scratch, Value *, f->next_value_id);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        Value *last = NULL;
        if (!live_block[b->id])
            continue;
        for (int k = 0; k < b->nvalues; k++) {
            before[b->values[k]->id] = last;
            if (live[b->values[k]->id])
                last = b->values[k];
        }
    }
    return before;
}

void debug_names_keep(Func *f, const bool *live_block, const bool *live)
{
    if (f->nnames == 0)
        return;
    Value **before = kept_before(f, live_block, live);
    size_t kept = 0;
    for (size_t i = 0; i < f->nnames; i++) {
        DebugName n = f->names[i];
        if (n.v && n.v->op == OpCopy)
            n.v = copy_source(n.v);
        if (n.v && !live[n.v->id]) {
            if (n.v->op == OpArgIntReg || n.v->op == OpArgFloatReg) {
                f->comps[n.comp].unused = true;
                f->comps[n.comp].arg = (int)n.v->auxint;
                continue;
            }
            n.v = NULL;
        }
        if (n.after && !live[n.after->id]) {
            n.block = n.after->block;
            n.after = before[n.after->id];
        }
        if (n.block && (n.after || live_block[n.block->id]))
            f->names[kept++] = n;
    }
    f->nnames = kept;
}
