/* nilcheckelim.c - removes nil checks of pointers that are known not to be nil.
 *
 * Known are: what is_non_nil sees in the value itself; a pointer that a
 * dominating nil check has passed; a pointer whose IsNonNil decided the branch
 * into a dominating block.  A fact is kept by value id while the walk over the
 * dominator tree is below the place that established it.
 *
 * Inside a block values have no order but the one of the memory states that
 * they take, so the checks of a block are visited in that order: a check may
 * stand in only for those with the same state or a later one. */
#include "compiler/ssa/rewrite.h"

#include <stdlib.h>

typedef struct NilWalk {
    Func *f;
    DomTree *dom;
    Value **checked;  /* by value id: the value known to be it and not nil (a NilCheck, or itself), or NULL */
    Value **undo;     /* what was set, newest last */
    int nundo;
    Value **next;     /* by value id of a memory state: the one made from it in the block at hand */
    Value **first_check, **next_check; /* by id of a state: checks that take it; by id of a check: the next one */
} NilWalk;

static void establish(NilWalk *w, Value *p, Value *by)
{
    w->checked[p->id] = by;
    w->undo[w->nundo++] = p;
}

/* Through what a pointer was computed without turning nil into non-nil or back. */
static Value *root_of(Value *p)
{
    while (p->op == OpNilCheck || p->op == OpCopy)
        p = p->args[0];
    return p;
}

/* The branch into b says that a pointer is not nil. */
static void learn_from_branch(NilWalk *w, Block *b)
{
    if (b->npreds != 1)
        return;
    Edge e = b->preds[0];
    if (e.block->kind != BlockIf || e.block->controls[0]->op != OpIsNonNil || e.index != 0)
        return;
    Value *p = root_of(e.block->controls[0]->args[0]);
    if (!w->checked[p->id])
        establish(w, p, p);
}

static void visit_check(NilWalk *w, Value *v)
{
    Value *p = root_of(v->args[0]), *known = w->checked[p->id];
    if (is_non_nil(v->args[0]))
        copy_of(v, v->args[0]);
    else if (known)
        copy_of(v, known == p ? v->args[0] : known);
    else
        establish(w, p, v);
}

static Value *state_before(const Value *m)
{
    while (m->op == OpSelect0 || m->op == OpSelect1 || m->op == OpSelectN)
        m = m->args[0];
    return m->op == OpCopy ? m->args[0] : m->op == OpPhi || m->op == OpInitMem ? NULL : value_mem_arg(m);
}

/* Lists the checks by the state they take, and the states in their order. */
static Value *order_checks(NilWalk *w, Block *b)
{
    Value *first = NULL;
    for (int i = b->nvalues - 1; i >= 0; i--) {
        Value *v = b->values[i], *mem = v->op == OpNilCheck ? v->args[1] : NULL;
        if (mem) {
            w->next_check[v->id] = w->first_check[mem->id];
            w->first_check[mem->id] = v;
        }
        Value *before = v->type == ValMem ? state_before(v) : NULL;
        if (before)
            w->next[before->id] = v;
        if (v->type == ValMem && !before)
            first = v; /* phi or InitMem */
        else if (before && before->block != b && !first)
            first = before;
        else if (mem && mem->block != b && !first)
            first = mem;
    }
    return first;
}

static void visit_block(NilWalk *w, Block *b)
{
    learn_from_branch(w, b);
    for (Value *mem = order_checks(w, b), *next; mem; mem = next) {
        next = w->next[mem->id];
        w->next[mem->id] = NULL;
        Value *check = w->first_check[mem->id];
        w->first_check[mem->id] = NULL;
        for (; check; check = w->next_check[check->id])
            visit_check(w, check);
    }
}

void nilcheckelim(Func *f)
{
    NilWalk w = {.f = f, .dom = dominators(f)};
    w.checked = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *w.checked);
    w.undo = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *w.undo);
    w.next = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *w.next);
    w.first_check = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *w.first_check);
    w.next_check = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *w.next_check);
    struct Frame { Block *b; int child, mark; } *stack = arena_alloc(&f->scratch, (size_t)(w.dom->nrpo + 1) * sizeof *stack);
    int depth = 0;
    stack[depth++] = (struct Frame){f->entry, 0, 0};
    visit_block(&w, f->entry);
    while (depth > 0) {
        struct Frame *top = &stack[depth - 1];
        if (top->child < w.dom->nchildren[top->b->id]) {
            Block *child = w.dom->children[top->b->id][top->child++];
            stack[depth++] = (struct Frame){child, 0, w.nundo};
            visit_block(&w, child);
        } else {
            while (w.nundo > top->mark)
                w.checked[w.undo[--w.nundo]->id] = NULL;
            depth--;
        }
    }
    copyelim(f);
}
