/* check.c - the invariants of a Func, stated as code.
 *
 * Run after every pass in check mode, and on text before anything touches it.
 * The first violation is reported through func_fail.  In this order, since
 * later checks rely on earlier ones:
 *   1. links: blocks, edges, ids, args and use counts agree;
 *   2. shape: controls and successors fit the kind, phis the predecessors;
 *   3. types: args and result fit the signature of the op, aux its kind.
 *      This also keeps pointers honest: a ptr comes from another ptr only
 *      through OffPtr, AddPtr, Convert and what the machine makes of them;
 *   4. dominance: what is used is computed before;
 *   5. memory: on every path there is one state at a time. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

/* --- 1. links --- */

static void check_edges(Func *f, const Block *b)
{
    for (int i = 0; i < b->nsuccs; i++) {
        Edge e = b->succs[i];
        if (e.index >= e.block->npreds || e.block->preds[e.index].block != b || e.block->preds[e.index].index != i)
            func_fail(f, NULL, "b%d: edge %d to b%d is not linked back", b->id, i, e.block->id);
        if (e.block->func != f)
            func_fail(f, NULL, "b%d: successor of another function", b->id);
    }
    for (int i = 0; i < b->npreds; i++) {
        Edge e = b->preds[i];
        if (e.index >= e.block->nsuccs || e.block->succs[e.index].block != b || e.block->succs[e.index].index != i)
            func_fail(f, NULL, "b%d: edge %d from b%d is not linked back", b->id, i, e.block->id);
    }
}

static void count_use(Func *f, Value *const *by_id, int32_t *uses, const Value *arg, const Value *user)
{
    if (!arg || arg->id <= 0 || arg->id >= f->next_value_id || by_id[arg->id] != arg)
        func_fail(f, user, "uses a value that is in no block");
    else
        uses[arg->id]++;
}

static void check_links(Func *f)
{
    Value **by_id = xcalloc((size_t)f->next_value_id, sizeof *by_id);
    int32_t *uses = xcalloc((size_t)f->next_value_id, sizeof *uses);
    bool *blocks = xcalloc((size_t)f->next_block_id, sizeof *blocks);
    if (!f->nblocks || !f->entry || f->entry->npreds)
        func_fail(f, NULL, "no entry block, or it has predecessors");
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        if (b->id <= 0 || b->id >= f->next_block_id || blocks[b->id]) {
            func_fail(f, NULL, "b%d: id out of range or used twice", b->id);
            break;
        }
        blocks[b->id] = true;
        check_edges(f, b);
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            if (v->block != b || v->id <= 0 || v->id >= f->next_value_id || by_id[v->id]) {
                func_fail(f, v, "in b%d: stands in two places, or its id is out of range", b->id);
                break;
            }
            by_id[v->id] = v;
        }
    }
    for (int i = 0; i < f->nblocks && !f->error; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++)
            for (int a = 0; a < b->values[k]->nargs; a++)
                count_use(f, by_id, uses, b->values[k]->args[a], b->values[k]);
        for (int k = 0; k < b->ncontrols; k++)
            count_use(f, by_id, uses, b->controls[k], NULL);
    }
    for (int id = 1; id < f->next_value_id && !f->error; id++)
        if (by_id[id] && by_id[id]->uses != uses[id])
            func_fail(f, by_id[id], "counts %d uses, has %d", by_id[id]->uses, uses[id]);
    free(by_id);
    free(uses);
    free(blocks);
}

/* --- 2. shape --- */

static bool good_control(const Block *b)
{
    ValType t = b->ncontrols ? value_type(b->controls[0]) : ValVoid;
    switch ((BlockKind)b->kind) {
    case BlockIf:
        return t == ValBool;
    case BlockDefer:
        return t == ValMem;
    case BlockExit:
        return t == ValMem;
    case BlockRet:
        return t == ValMem || b->controls[0]->op == OpMakeResult;
    case BlockRetJmp:
        return op_has(b->controls[0]->op, OpCall);
    case BlockJumpTable:
        return val_type_is_int(t) && (b->controls[1]->type == ValPtr || b->controls[1]->type == ValI64);
    case BlockPlain: case BlockFirst: case BlockInvalid: case NumBlockKinds:
        return true;
    case BlockEQ: case BlockNE: case BlockLT: case BlockLE: case BlockGT: case BlockGE: case BlockOS: case BlockOC:
    case BlockULT: case BlockULE: case BlockUGT: case BlockUGE: case BlockEQF: case BlockNEF: case BlockORD: case BlockNAN:
        return t == ValFlags;
    }
    return false;
}

static void check_shape(Func *f, const Block *b)
{
    BlockInfo info = block_info[b->kind];
    if (b->kind == BlockInvalid || (info.succs >= 0 && b->nsuccs != info.succs))
        func_fail(f, NULL, "b%d: a block of kind %s with %d successors", b->id, info.name, b->nsuccs);
    else if (b->ncontrols != info.controls || !good_control(b))
        func_fail(f, NULL, "b%d: wrong control for a block of kind %s", b->id, info.name);
    for (int i = 0; i < b->nvalues && !f->error; i++) {
        Value *v = b->values[i];
        int nargs = op_info[v->op].nargs;
        if (v->op == OpInvalid)
            func_fail(f, v, "invalid operation");
        else if (v->op == OpPhi && v->nargs != b->npreds)
            func_fail(f, v, "b%d has %d predecessors", b->id, b->npreds);
        else if (nargs >= 0 && v->nargs != nargs)
            func_fail(f, v, "takes %d args", nargs);
    }
}

/* --- 3. types --- */

static const ValType letter_types[128] = {
    ['b'] = ValBool, ['1'] = ValI8, ['2'] = ValI16, ['4'] = ValI32, ['8'] = ValI64, ['f'] = ValF32, ['d'] = ValF64,
    ['p'] = ValPtr, ['V'] = ValV128, ['m'] = ValMem, ['T'] = ValTuple, ['R'] = ValResults, ['F'] = ValFlags,
};

/* first: type matched by the first of v, a, n in this row; ValVoid: none yet. */
static bool type_fits(char letter, ValType t, ValType *first)
{
    bool ok;
    switch (letter) {
    case '*':
        return true;
    case '-':
        return t == ValVoid;
    case 's':
        return t == *first;
    case 'v':
        ok = val_type_in_int_reg(t) || val_type_in_float_reg(t);
        break;
    case 'a':
        ok = t == ValPtr || t == ValI64;
        break;
    case 'n':
        ok = val_type_is_int(t);
        break;
    default:
        return letter_types[letter & 127] == t;
    }
    if (*first == ValVoid)
        *first = t;
    return ok;
}

static void check_signature(Func *f, const Value *v)
{
    const char *sig = op_info[v->op].sig;
    ValType first = ValVoid;
    int i = 0;
    if (v->op == OpPhi || v->op == OpCopy) {
        for (; i < v->nargs; i++)
            if (v->args[i]->type != v->type)
                func_fail(f, v, "arg v%d has type %s", v->args[i]->id, val_type_names[v->args[i]->type]);
        return;
    }
    for (; *sig && *sig != '>'; sig++) {
        if (op_info[v->op].nargs < 0)
            continue;
        if (i >= v->nargs || !type_fits(*sig, value_type(v->args[i]), &first))
            func_fail(f, v, "arg %d has the wrong type for %s", i, op_info[v->op].sig);
        i++;
    }
    if (*sig != '>' || (op_info[v->op].nargs >= 0 && i != v->nargs) || !type_fits(sig[1], value_type(v), &first))
        func_fail(f, v, "does not fit %s", op_info[v->op].sig);
}

static bool auxint_fits(AuxType t, int64_t i)
{
    switch (t) {
    case AuxNone: case AuxSym: case AuxLocal: case AuxString:
        return i == 0;
    case AuxBool:
        return i == 0 || i == 1;
    case AuxInt8:
        return i == (int8_t)i;
    case AuxInt16:
        return i == (int16_t)i;
    case AuxInt32: case AuxSymOff: case AuxLocalOff:
        return i == (int32_t)i;
    case AuxUint8:
        return i == (uint8_t)i;
    case AuxTypSize:
        return i >= 0;
    case AuxInt64: case AuxFloat32: case AuxFloat64: case AuxSymValAndOff: case AuxCall:
        return true;
    }
    return false;
}

static bool aux_fits(AuxType t, AuxKind k)
{
    switch (t) {
    case AuxSym: case AuxSymOff: case AuxSymValAndOff:
        return k == AuxKindNone || k == AuxKindSym || k == AuxKindLocal;
    case AuxLocalOff: case AuxLocal:
        return k == AuxKindLocal;
    case AuxTypSize:
        return k == AuxKindNone || k == AuxKindSym;
    case AuxCall:
        return k == AuxKindCall;
    case AuxString:
        return k == AuxKindString;
    case AuxInt64:
        return k == AuxKindNone || k == AuxKindLocal; /* ArgIntReg names its parameter */
    case AuxNone: case AuxBool: case AuxInt8: case AuxInt16: case AuxInt32: case AuxUint8: case AuxFloat32: case AuxFloat64:
        return k == AuxKindNone || k == AuxKindSym; /* some machine ops name the type they work on */
    }
    return false;
}

static void check_call(Func *f, const Value *v)
{
    int fixed = v->op == OpClosureCall ? 2 : v->op == OpInterCall ? 1 : 0;
    if (v->nargs < fixed + 1 || v->args[v->nargs - 1]->type != ValMem)
        func_fail(f, v, "a call ends in memory");
    else if ((v->op == OpStaticCall || v->op == OpTailCall) && !v->call->callee)
        func_fail(f, v, "a static call without callee");
}

static void check_select(Func *f, const Value *v)
{
    const Value *call = v->args[0];
    if (call->type != ValResults)
        func_fail(f, v, "selects from a value that is not a call");
    else if (call->aux_kind == AuxKindCall) {
        int n = call->call->nresults;
        ValType want = v->auxint == n ? ValMem : v->auxint >= 0 && v->auxint < n ? (ValType)call->call->results[v->auxint] : ValVoid;
        if (want != value_type(v))
            func_fail(f, v, "the call's result %d has type %s", (int)v->auxint, val_type_names[want]);
    }
}

/* Provenance: where the function has positions, calls and faults have them too. */
static bool needs_pos(const Value *v)
{
    return op_has(v->op, OpCall) && v->op != OpPanicBounds;
}

static void check_types(Func *f, const Value *v)
{
    check_signature(f, v);
    if (f->error)
        return;
    const OpInfo *info = &op_info[v->op];
    if (!auxint_fits((AuxType)info->aux, v->auxint))
        func_fail(f, v, "auxint does not fit");
    else if (!aux_fits((AuxType)info->aux, (AuxKind)v->aux_kind))
        func_fail(f, v, "aux of the wrong kind");
    else if (v->op == OpStaticCall || v->op == OpClosureCall || v->op == OpInterCall || v->op == OpTailCall)
        check_call(f, v);
    else if (v->op == OpSelectN)
        check_select(f, v);
    else if ((v->op == OpArgIntReg || v->op == OpArgFloatReg || v->op == OpGetClosurePtr || v->op == OpInitMem) &&
             v->block != f->entry)
        func_fail(f, v, "stands outside the entry block");
    else if ((v->op == OpArgIntReg && (uint64_t)v->auxint >= 9) || (v->op == OpArgFloatReg && (uint64_t)v->auxint >= 15))
        func_fail(f, v, "ABIInternal has no such register");
    if (f->pos && !v->pos && needs_pos(v))
        func_fail(f, v, "has no position");
}

/* --- 4. dominance --- */

static void check_dominance(Func *f, const DomTree *t)
{
    int32_t *place = xcalloc((size_t)f->next_value_id, sizeof *place); /* in its block */
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            place[f->blocks[i]->values[k]->id] = k;
    for (int i = 0; i < t->nrpo && !f->error; i++) {
        Block *b = t->rpo[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            for (int a = 0; a < v->nargs; a++) {
                Block *at = v->op == OpPhi ? b->preds[a].block : b, *def = v->args[a]->block;
                if (t->index[at->id] < 0)
                    continue; /* a phi's dead predecessor */
                if (t->index[def->id] < 0 || !dom_is_ancestor_eq(t, def, at))
                    func_fail(f, v, "in b%d: arg v%d of b%d does not dominate its use", b->id, v->args[a]->id, def->id);
                else if (f->scheduled && v->op != OpPhi && def == b && place[v->args[a]->id] >= k)
                    func_fail(f, v, "in b%d: arg v%d comes later", b->id, v->args[a]->id);
            }
        }
        for (int c = 0; c < b->ncontrols; c++) {
            Block *def = b->controls[c]->block;
            if (t->index[def->id] < 0 || !dom_is_ancestor_eq(t, def, b))
                func_fail(f, b->controls[c], "does not dominate b%d, which it controls", b->id);
        }
    }
    free(place);
}

/* --- 5. memory --- */

/* The state that made m, or NULL where a chain begins in its block (phi, InitMem). */
static const Value *mem_before(const Value *m)
{
    if (m->op == OpCopy && !m->uses)
        return NULL; /* left over by phielim; deadcode takes it away */
    while (m->op == OpSelect0 || m->op == OpSelect1 || m->op == OpSelectN || m->op == OpCopy || m->op == OpLoadReg || m->op == OpStoreReg) {
        if (m->op == OpCopy)
            return m->args[0];
        m = m->args[0];
    }
    if (m->op == OpPhi || m->op == OpInitMem)
        return NULL;
    return value_mem_arg(m);
}

/* Follows the chain of states through b from its first; marks what belongs to
 * it with b's id, and gives the last. */
static const Value *walk_chain(Func *f, const Block *b, const Value *first, const Value **next, int32_t *state_of)
{
    const Value *last = first;
    if (first)
        state_of[first->id] = b->id;
    for (int i = 0; i < b->nvalues; i++) {
        const Value *v = b->values[i];
        const Value *before = v->type == ValMem ? mem_before(v) : NULL;
        if (!before)
            continue;
        if (next[before->id] && next[before->id]->block == b)
            func_fail(f, v, "in b%d: a second state after v%d, besides v%d", b->id, before->id, next[before->id]->id);
        next[before->id] = v;
    }
    while (last && !f->error && next[last->id] && next[last->id]->block == b) {
        last = next[last->id];
        if (state_of[last->id] == b->id) {
            func_fail(f, last, "memory states form a cycle");
            return last;
        }
        state_of[last->id] = b->id;
    }
    for (int i = 0; i < b->nvalues && !f->error; i++) {
        const Value *v = b->values[i];
        if (v->op == OpPhi || (v->op == OpCopy && !v->uses))
            continue;
        if (v->type == ValMem && state_of[v->id] != b->id)
            func_fail(f, v, "in b%d: a memory state that nothing leads to", b->id);
        for (int a = 0; a < v->nargs; a++)
            if (v->args[a]->type == ValMem && state_of[v->args[a]->id] != b->id)
                func_fail(f, v, "in b%d: memory v%d is not current", b->id, v->args[a]->id);
    }
    return last;
}

static const Value *first_state(Func *f, const Block *b, const Value *const *out, const DomTree *t)
{
    const Value *phi = NULL;
    for (int i = 0; i < b->nvalues; i++) {
        const Value *v = b->values[i];
        if (v->type != ValMem || (v->op != OpPhi && v->op != OpInitMem))
            continue;
        if (phi)
            func_fail(f, v, "b%d begins with two memory states", b->id);
        phi = v;
    }
    for (int i = 0; i < b->npreds && !phi; i++)
        if (t->index[b->preds[i].block->id] >= 0 && t->index[b->preds[i].block->id] < t->index[b->id])
            return out[b->preds[i].block->id];
    return phi;
}

static const Value *same_state(const Value *v) { return v ? copy_source((Value *)v) : NULL; }

static void check_memory(Func *f, const DomTree *t)
{
    const Value **out = xcalloc((size_t)f->next_block_id, sizeof *out); /* state at a block's end */
    const Value **next = xcalloc((size_t)f->next_value_id, sizeof *next);
    int32_t *state_of = xcalloc((size_t)f->next_value_id, sizeof *state_of); /* last block whose chain holds it */
    for (int i = 0; i < t->nrpo && !f->error; i++) {
        Block *b = t->rpo[i];
        const Value *first = first_state(f, b, out, t);
        out[b->id] = walk_chain(f, b, first, next, state_of);
    }
    for (int i = 0; i < t->nrpo && !f->error; i++) {
        Block *b = t->rpo[i];
        const Value *first = first_state(f, b, out, t);
        for (int k = 0; k < b->npreds && first; k++) {
            const Block *p = b->preds[k].block;
            if (t->index[p->id] < 0)
                continue;
            const Value *want = first->op == OpPhi && first->block == b ? first->args[k] : first;
            if (same_state(out[p->id]) != same_state(want)) /* construction leaves copies */
                func_fail(f, first, "b%d enters b%d with memory v%d, not v%d", p->id, b->id,
                          out[p->id] ? out[p->id]->id : 0, want->id);
        }
        const Value *end = block_mem_control(b);
        if (end && !f->error && end != out[b->id] && (b->kind == BlockRet || b->kind == BlockExit || b->kind == BlockDefer))
            func_fail(f, end, "b%d ends with memory that is not current", b->id);
    }
    free(out);
    free(next);
    free(state_of);
}

bool check_func(Func *f)
{
    check_links(f);
    for (int i = 0; i < f->nblocks && !f->error; i++)
        check_shape(f, f->blocks[i]);
    for (int i = 0; i < f->nblocks && !f->error; i++)
        for (int k = 0; k < f->blocks[i]->nvalues && !f->error; k++)
            check_types(f, f->blocks[i]->values[k]);
    if (f->error)
        return false;
    const DomTree *t = dominators(f);
    check_dominance(f, t);
    if (!f->error)
        check_memory(f, t);
    return !f->error;
}
