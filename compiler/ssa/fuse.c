/* fuse.c - simplifies the graph of blocks.
 *
 *   - a block whose only successor has no other predecessor takes that
 *     successor in (fuse plain);
 *   - an empty block that only jumps on is bypassed, where that does not make
 *     a phi ambiguous;
 *   - a branch both of whose ways lead at once to the same block, without a phi
 *     to tell them apart, is no branch.
 *
 * Runs after passes that decide branches, and before those that work block by
 * block: larger blocks give them more to see. */
#include "compiler/ssa/ssa.h"

static bool has_phi(const Block *b)
{
    for (int i = 0; i < b->nvalues; i++)
        if (b->values[i]->op == OpPhi)
            return true;
    return false;
}

/* b takes in its successor c. */
static bool take_in_successor(Block *b)
{
    if (b->kind != BlockPlain)
        return false;
    Block *c = b->succs[0].block;
    if (c->npreds != 1 || c == b || has_phi(c))
        return false;
    for (int i = 0; i < c->nvalues; i++)
        block_append(b, c->values[i]);
    c->nvalues = 0;
    b->kind = c->kind;
    b->hint = c->hint;
    b->table = c->table;
    block_copy_pos(b, c);
    for (int i = 0; i < c->ncontrols; i++)
        add_control(b, c->controls[i]);
    reset_controls(c);
    b->succs = c->succs;
    b->nsuccs = c->nsuccs;
    b->succs_cap = c->succs_cap;
    for (int i = 0; i < b->nsuccs; i++)
        b->succs[i].block->preds[b->succs[i].index].block = b;
    c->succs = NULL;
    c->nsuccs = c->succs_cap = c->npreds = 0;
    c->kind = BlockInvalid;
    return true;
}

static bool precedes(const Block *p, const Block *b)
{
    for (int i = 0; i < b->npreds; i++)
        if (b->preds[i].block == p)
            return true;
    return false;
}

/* b holds nothing and only jumps on. */
static bool bypass(const Func *f, Block *b)
{
    if (b->kind != BlockPlain || b->nvalues || b == f->entry || b->succs[0].block == b)
        return false;
    Block *s = b->succs[0].block;
    if (has_phi(s))
        for (int i = 0; i < b->npreds; i++)
            if (precedes(b->preds[i].block, s))
                return false; /* two edges from one block: the phi could not choose by moves */
    if (b->npreds > 1 && has_phi(s))
        return false;
    bypass_block(b);
    b->kind = BlockInvalid;
    return true;
}

/* Both ways are one. */
static bool merge_branch(Block *b)
{
    if (b->kind != BlockIf || b->succs[0].block != b->succs[1].block || has_phi(b->succs[0].block))
        return false;
    remove_edge(b, 1);
    reset_controls(b);
    b->kind = BlockPlain;
    b->hint = HintNone;
    return true;
}

void fuse(Func *f)
{
    deadcode(f);
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < f->nblocks; i++) {
            Block *b = f->blocks[i];
            if (b->kind == BlockInvalid)
                continue;
            changed |= bypass(f, b);
            if (b->kind == BlockInvalid)
                continue;
            changed |= merge_branch(b);
            while (take_in_successor(b))
                changed = true;
        }
        int n = 0;
        for (int i = 0; i < f->nblocks; i++)
            if (f->blocks[i]->kind != BlockInvalid)
                f->blocks[n++] = f->blocks[i];
        f->nblocks = n;
    }
}
