/* phielim.c - removes phis that do not choose.
 *
 * A phi all of whose args are one value x, or the phi itself, is x.  One
 * becoming a Copy may make another useless, so this goes on until nothing
 * changes.  Ends without Copies in use. */
#include "compiler/ssa/ssa.h"

/* The only value that phi can be, or NULL. */
static Value *only_source(Value *phi)
{
    Value *x = NULL;
    for (int i = 0; i < phi->nargs; i++) {
        Value *a = copy_source(phi->args[i]);
        if (a == phi || a == x)
            continue;
        if (x)
            return NULL;
        x = a;
    }
    return x;
}

void phielim(Func *f)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < f->nblocks; i++) {
            Block *b = f->blocks[i];
            for (int k = 0; k < b->nvalues; k++) {
                Value *v = b->values[k], *x = v->op == OpPhi ? only_source(v) : NULL;
                if (x) {
                    copy_of(v, x);
                    changed = true;
                }
            }
        }
    }
    copyelim(f);
}
