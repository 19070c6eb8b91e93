/* copyelim.c - lets users of a Copy use its source.
 *
 * Afterwards no Copy has a use; deadcode takes them away.  Passes that merge
 * values turn the loser into a Copy and leave the rest to this. */
#include "compiler/ssa/ssa.h"

static bool has_copies(const Func *f)
{
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            if (f->blocks[i]->values[k]->op == OpCopy)
                return true;
    return false;
}

void copyelim(Func *f)
{
    if (!has_copies(f))
        return;
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            for (int a = 0; a < v->nargs; a++)
                if (v->args[a]->op == OpCopy)
                    set_arg(v, a, copy_source(v->args[a]));
        }
        for (int c = 0; c < b->ncontrols; c++)
            if (b->controls[c]->op == OpCopy)
                replace_control(b, c, copy_source(b->controls[c]));
    }
}
