/* branchelim.c - turns small branches into conditional moves.
 *
 *     b: If c -> yes no             b: x = CondSelect a1 a2 c
 *     yes: Plain -> join               Plain -> join
 *     no (or join itself)
 *     join: x = Phi a1 a2
 *
 * Worth it when the arms compute next to nothing, the phi is an integer or a
 * pointer, and the branch is not known to go one way: a conditional move costs
 * its latency always, a predicted branch costs nothing.  The arms must be safe
 * to compute always: no memory, no effects, no division. */
#include "compiler/ssa/ssa.h"

enum { MaxArm = 1 }; /* values moved out of an arm */

/* May be computed although the program would not have. */
static bool is_speculable(const Value *v)
{
    if (v->op == OpPhi || v->type == ValMem || v->type == ValTuple || v->type == ValResults || v->type == ValVoid)
        return false;
    if (op_has(v->op, OpEffect | OpCall | OpIsNilCheck | OpMachine) || op_takes_mem((Op)v->op))
        return false;
    if (v->op >= OpDiv8 && v->op <= OpMod64u)
        return false;
    if (val_type_is_float(value_type(v)))
        return false;
    switch (v->op) {
    case OpMul64: case OpMul32: case OpHmul64: case OpHmul64u: case OpAddPtr: case OpOffPtr: case OpFwdRef: case OpUnknown:
        return false; /* too slow to waste, or an address that may not exist */
    default:
        return true;
    }
}

static bool is_arm(const Block *arm, const Block *b, const Block *join)
{
    if (arm->kind != BlockPlain || arm->npreds != 1 || arm->preds[0].block != b || arm->succs[0].block != join)
        return false;
    int n = 0;
    for (int i = 0; i < arm->nvalues; i++)
        if (!is_speculable(arm->values[i]) || (arm->values[i]->nargs > 0 && ++n > MaxArm))
            return false;
    return true;
}

/* The place where the arms of b meet, or NULL.  arms[i] is NULL where a way leads there directly. */
static Block *find_join(const Block *b, Block *arms[2])
{
    Block *s0 = b->succs[0].block, *s1 = b->succs[1].block;
    if (s0 == s1)
        return NULL;
    arms[0] = arms[1] = NULL;
    if (is_arm(s0, b, s1)) {
        arms[0] = s0;
        return s1;
    }
    if (is_arm(s1, b, s0)) {
        arms[1] = s1;
        return s0;
    }
    if (s0->kind == BlockPlain && s0->nsuccs == 1 && is_arm(s0, b, s0->succs[0].block) && is_arm(s1, b, s0->succs[0].block)) {
        arms[0] = s0;
        arms[1] = s1;
        return s0->succs[0].block;
    }
    return NULL;
}

static bool phis_are_selectable(const Block *join, int i, int k)
{
    int n = 0;
    for (int v = 0; v < join->nvalues; v++) {
        const Value *phi = join->values[v];
        if (phi->op != OpPhi || phi->args[i] == phi->args[k])
            continue;
        ValType t = value_type(phi);
        if ((t != ValI16 && t != ValI32 && t != ValI64 && t != ValPtr) || ++n > 1)
            return false;
    }
    return n > 0;
}

static bool eliminate(Block *b)
{
    Block *arms[2];
    if (b->kind != BlockIf || b->hint != HintNone)
        return false;
    Block *join = find_join(b, arms);
    if (!join || join == b)
        return false;
    /* Places of the two ways among join's predecessors. */
    int yes = arms[0] ? arms[0]->succs[0].index : b->succs[0].index;
    int no = arms[1] ? arms[1]->succs[0].index : b->succs[1].index;
    if (!phis_are_selectable(join, yes, no))
        return false;
    for (int a = 0; a < 2; a++) {
        for (int i = 0; arms[a] && i < arms[a]->nvalues; i++)
            block_append(b, arms[a]->values[i]);
        if (arms[a])
            arms[a]->nvalues = 0;
    }
    Value *cond = b->controls[0];
    for (int v = 0; v < join->nvalues; v++) {
        Value *phi = join->values[v];
        if (phi->op != OpPhi || phi->args[yes] == phi->args[no])
            continue;
        Value *select = new_value3(b, OpCondSelect, value_type(phi), phi->pos, phi->node, phi->args[yes], phi->args[no], cond);
        set_arg(phi, yes, select);
        set_arg(phi, no, select);
    }
    /* Leave by the way of an arm only, if there is one: the other way's edge is cut. */
    int keep = arms[0] ? 0 : 1;
    remove_edge(b, 1 - keep);
    reset_controls(b);
    b->kind = BlockPlain;
    return true;
}

void branchelim(Func *f)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < f->nblocks; i++)
            changed |= eliminate(f->blocks[i]);
        if (changed) {
            phielim(f);
            fuse(f);
        }
    }
}
