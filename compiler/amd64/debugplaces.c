/* debugplaces.c - where the variables of a function are at each instruction.
 *
 * Executes the allocated function symbolically: the state says which original
 * value each register and slot holds, and which value each component of a
 * variable is (DebugName).  Forward dataflow finds the state at block starts:
 * what all predecessors agree on.  A component is wherever its value is; one
 * that is a constant is that constant; one whose value is in no register or
 * slot any more is nowhere.  Equal places of neighbouring instructions make a
 * range.  With -N only parameters have values: until they are stored into
 * their places in the frame.
 *
 * Expects assembled code of f; leaves for each variable what .go.var says of
 * its places. */
#include "compiler/amd64/regalloc.h"

#include <stdlib.h>
#include <string.h>

enum {
    MaxState = 1 << 23, MaxWork = 1 << 28, /* larger functions get no places */
    Nowhere = -1,                          /* a place: this, a register or slot, or Constant - value id */
    Constant = -2,
    OpConsts = 0x11, OpReg0 = 0x50, OpFbreg = 0x91, OpPiece = 0x93, OpStackValue = 0x9f, /* DWARF 5, section 7.7.1 */
};

/* A variable's open range. */
typedef struct Range {
    bool open;
    uint32_t start;
} Range;

typedef struct Places {
    Func *f;
    int nlocs, width;           /* a state is nlocs locations, then the components */
    int32_t *in, *out;          /* by block id * width */
    bool *visited;              /* by block id */
    int32_t *at_value, *at_block, *next; /* names behind a value, at a block's start: 1 + their number; by name */
    Value **named;              /* by value id: what a name means */
    uint32_t *start, *end;      /* by value id: its code; start == end: none */

    int32_t *where, *told;      /* by component: its place now, and in the open range */
    int32_t put[4];             /* locations that the last value filled */
    int nput;
    Range *ranges;              /* by variable */
    Buf *lists;
} Places;

/* ---- execution ---- */

static int loc_of(const Places *w, const Value *v)
{
    Home h = home_of(w->f, v);
    if (h.kind == HomeReg)
        return h.reg[0] < NumAllocRegs ? h.reg[0] : Nowhere;
    return h.kind == HomeSlot ? NumAllocRegs + h.slot->id : Nowhere;
}

static int32_t original(const Places *w, const Value *v)
{
    return v->id < w->f->norigs && w->f->origs[v->id] ? w->f->origs[v->id]->id : v->id;
}

static void put(Places *w, int32_t *state, int loc, int32_t id)
{
    if (loc < 0)
        return;
    state[loc] = id;
    if (id && w->nput < 4)
        w->put[w->nput++] = loc;
}

static void assign(const Places *w, int32_t *state, int32_t name)
{
    for (; name; name = w->next[name - 1]) {
        const DebugName *n = &w->f->names[name - 1];
        state[w->nlocs + n->comp] = n->passed ? w->f->next_value_id + n->comp : n->v ? n->v->id : 0;
    }
}

static void run_value(Places *w, int32_t *state, const Value *v)
{
    const MachineOp *op = machine_op(v->op);
    w->nput = 0;
    for (RegMask m = op ? op->regs->clobbers : 0; m; m &= m - 1)
        if (__builtin_ctzll(m) < NumAllocRegs)
            state[__builtin_ctzll(m)] = 0;
    Home h = home_of(w->f, v);
    if (h.kind == HomePair) {
        for (int i = 0; i < 2; i++)
            if (h.reg[i] < NumAllocRegs)
                state[h.reg[i]] = 0;
    } else if (v->op != OpPhi) {
        put(w, state, loc_of(w, v), original(w, v));
    }
    assign(w, state, w->at_value[v->id]);
}

/* The state that edge k of b delivers. */
static void cross_edge(Places *w, const Block *b, int k, int32_t *state)
{
    memcpy(state, w->out + (size_t)b->preds[k].block->id * (size_t)w->width, (size_t)w->width * sizeof *state);
    for (int i = 0; i < b->nvalues && b->values[i]->op == OpPhi; i++) {
        w->nput = 0;
        put(w, state, loc_of(w, b->values[i]), original(w, b->values[i]));
    }
}

/* Meets what the predecessors deliver at b's start; true if that changed. */
static bool enter(Places *w, const Block *b, int32_t *tmp)
{
    int32_t *in = w->in + (size_t)b->id * (size_t)w->width;
    bool changed = !w->visited[b->id], first = changed;
    for (int k = 0; k < b->npreds; k++) {
        if (!w->visited[b->preds[k].block->id])
            continue;
        cross_edge(w, b, k, tmp);
        for (int l = 0; l < w->width; l++) {
            int32_t now = first || in[l] == tmp[l] ? tmp[l] : 0;
            changed |= now != in[l];
            in[l] = now;
        }
        first = false;
    }
    w->visited[b->id] = true;
    return changed;
}

/* A component that is no Value but what the caller passed has an id behind those of values. */
static const DebugVar *passed_on_stack(const Places *w, int32_t id)
{
    for (size_t i = 0; id >= w->f->next_value_id && i < w->f->nvars; i++) {
        const DebugVar *v = &w->f->vars[i];
        if (v->param && id - w->f->next_value_id - v->comp < v->ncomps && id - w->f->next_value_id >= v->comp)
            return v;
    }
    return NULL;
}

/* At entry: a parameter in a register that nobody reads. */
static void unused_params(const Places *w, int32_t *state)
{
    for (size_t c = 0; c < w->f->ncomps; c++) {
        const DebugComp *comp = &w->f->comps[c];
        if (!comp->unused)
            continue;
        int reg = val_type_is_float((ValType)comp->type) ? MregX0 + comp->arg : amd64_int_arg_regs[comp->arg];
        state[reg] = state[w->nlocs + (int)c] = w->f->next_value_id + (int32_t)c;
    }
}

/* What is where when the function is called. */
static void arrive(Places *w, int32_t *state)
{
    unused_params(w, state);
    for (int k = 0; k < w->f->entry->nvalues; k++)
        if (w->f->entry->values[k]->op == OpArgIntReg || w->f->entry->values[k]->op == OpArgFloatReg)
            run_value(w, state, w->f->entry->values[k]);
}

static void flow(Places *w)
{
    int n;
    Block **po = postorder(w->f, &n);
    int32_t *tmp = NEW_ARRAY(&w->f->scratch, int32_t, w->width);
    for (bool again = true; again;) {
        again = false;
        for (int i = n - 1; i >= 0; i--) {
            const Block *b = po[i];
            if (!enter(w, b, tmp))
                continue;
            again = true;
            int32_t *out = w->out + (size_t)b->id * (size_t)w->width;
            memcpy(out, w->in + (size_t)b->id * (size_t)w->width, (size_t)w->width * sizeof *out);
            if (b == w->f->entry)
                arrive(w, out);
            assign(w, out, w->at_block[b->id]);
            for (int k = 0; k < b->nvalues; k++)
                run_value(w, out, b->values[k]);
        }
    }
}

/* ---- expressions ---- */

static void put_place(const Places *w, Buf *b, int32_t place)
{
    static const uint8_t dwarf_regs[] = {0, 2, 1, 3, 7, 6, 4, 5};
    const DebugVar *v = place <= Constant ? passed_on_stack(w, Constant - place) : NULL;
    if (v) {
        buf_u8(b, OpFbreg);
        buf_sleb(b, debug_frame_offset(v->param) + w->f->comps[Constant - place - w->f->next_value_id].off);
    } else if (place <= Constant) {
        buf_u8(b, OpConsts);
        buf_sleb(b, w->named[Constant - place]->auxint);
        buf_u8(b, OpStackValue);
    } else if (place >= NumAllocRegs) {
        buf_u8(b, OpFbreg);
        buf_sleb(b, debug_frame_offset(w->f->locals[place - NumAllocRegs]));
    } else if (place >= 0) {
        buf_u8(b, (uint8_t)(OpReg0 + (place < 8 ? dwarf_regs[place] : place < MregX0 ? place : place - MregX0 + 17)));
    }
}

static void put_piece(Buf *b, int64_t size)
{
    buf_u8(b, OpPiece);
    buf_uleb(b, (uint64_t)size);
}

static void put_expression(const Places *w, Buf *b, const DebugVar *v)
{
    const DebugComp *comps = w->f->comps + v->comp;
    if (v->ncomps == 1 && val_type_size((ValType)comps[0].type) == v->size) {
        put_place(w, b, w->told[v->comp]);
        return;
    }
    int64_t at = 0;
    for (int i = 0; i < v->ncomps; i++) {
        int64_t size = val_type_size((ValType)comps[i].type);
        if (comps[i].off > at)
            put_piece(b, comps[i].off - at);
        put_place(w, b, w->told[v->comp + i]);
        put_piece(b, size);
        at = comps[i].off + size;
    }
    if (at < v->size)
        put_piece(b, v->size - at);
}

static void put_range(Buf *list, uint32_t start, uint32_t end, const Buf *expression)
{
    buf_uleb(list, start);
    buf_uleb(list, end - start);
    buf_uleb(list, expression->len);
    buf_write(list, expression->data, expression->len);
}

/* ---- ranges ---- */

static void close_range(Places *w, size_t i, uint32_t pc)
{
    Range *r = &w->ranges[i];
    if (r->open && pc > r->start) {
        Buf expression = {0};
        put_expression(w, &expression, &w->f->vars[i]);
        put_range(&w->lists[i], r->start, pc, &expression);
        buf_free(&expression);
    }
    r->open = false;
}

static bool is_constant(const Value *v) { return v->op == OpAMD64MOVQconst || v->op == OpAMD64MOVLconst; }

static int32_t find(const Places *w, const int32_t *state, int32_t id)
{
    if ((w->named[id] && is_constant(w->named[id])) || passed_on_stack(w, id))
        return Constant - id;
    for (int l = 0; l < w->nlocs; l++)
        if (state[l] == id)
            return l;
    return Nowhere;
}

/* Where components are now; anew: nothing of where is true any more; before: what they were, NULL when they are
 * that still.  True if one has moved. */
static bool locate(Places *w, const int32_t *state, bool anew, const int32_t *before)
{
    bool moved = false;
    for (size_t c = 0; c < w->f->ncomps; c++) {
        int32_t id = state[w->nlocs + (int)c], at = w->where[c];
        if (id == 0) {
            w->where[c] = Nowhere;
        } else if (anew || (before && id != before[c]) || (at >= 0 && state[at] != id)) {
            w->where[c] = find(w, state, id);
        } else if (at == Nowhere) {
            for (int k = 0; k < w->nput; k++)
                if (state[w->put[k]] == id)
                    w->where[c] = w->put[k];
        }
        moved |= w->where[c] != at;
    }
    return moved;
}

/* Ranges end and begin where places change. */
static void tell(Places *w, uint32_t pc)
{
    for (size_t i = 0; i < w->f->nvars; i++) {
        const DebugVar *v = &w->f->vars[i];
        bool same = true, some = false;
        for (int c = v->comp; c < v->comp + v->ncomps; c++) {
            same &= w->told[c] == w->where[c];
            some |= w->where[c] != Nowhere;
        }
        if (v->local || same)
            continue;
        close_range(w, i, pc);
        for (int c = v->comp; c < v->comp + v->ncomps; c++)
            w->told[c] = w->where[c];
        w->ranges[i] = (Range){some, pc};
    }
}

static uint32_t block_start(const Places *w, const Block *b, uint32_t pc)
{
    for (int k = 0; k < b->nvalues; k++)
        if (w->start[b->values[k]->id] < w->end[b->values[k]->id])
            return w->start[b->values[k]->id];
    return pc;
}

static void find_ranges(Places *w, uint32_t size)
{
    int32_t *state = NEW_ARRAY(&w->f->scratch, int32_t, w->width), *before = NEW_ARRAY(&w->f->scratch, int32_t, w->f->ncomps + 1);
    uint32_t pc = 0;
    for (int i = 0; i < w->f->nblocks; i++) {
        const Block *b = w->f->blocks[i];
        if (i > 0)
            pc = block_start(w, b, pc);
        memcpy(state, w->in + (size_t)b->id * (size_t)w->width, (size_t)w->width * sizeof *state);
        if (b == w->f->entry)
            arrive(w, state);
        assign(w, state, w->at_block[b->id]);
        bool moved = locate(w, state, true, NULL);
        for (int k = 0; k < b->nvalues; k++) {
            const Value *v = b->values[k];
            bool named = w->at_value[v->id] != 0;
            if (named)
                memcpy(before, state + w->nlocs, w->f->ncomps * sizeof *before);
            if (w->end[v->id] > w->start[v->id]) {
                if (moved)
                    tell(w, pc);
                moved = false;
                pc = w->end[v->id];
            }
            run_value(w, state, v);
            moved |= locate(w, state, false, named ? before : NULL);
        }
        if (moved)
            tell(w, pc);
    }
    for (size_t i = 0; i < w->f->nvars; i++)
        close_range(w, i, size);
}

/* ---- parameters with -N ---- */

static bool stores_into(const Value *v, const Local *l)
{
    if (v->type != ValMem)
        return false;
    if (v->aux_kind == AuxKindLocal && v->local == l)
        return true;
    for (int i = 0; i < v->nargs; i++)
        if (v->args[i]->op == OpAMD64LEAQ && v->args[i]->aux_kind == AuxKindLocal && v->args[i]->local == l)
            return true;
    return false;
}

/* Where the code ends that stores a parameter's components into its local. */
static uint32_t stored_at(const Places *w, const DebugVar *v)
{
    const Block *b = w->f->entry;
    int stores = 0, wanted = v->param ? v->stores : v->ncomps;
    uint32_t pc = 0;
    for (int k = 0; k < b->nvalues && stores < wanted; k++)
        if (w->end[b->values[k]->id] > w->start[b->values[k]->id] && stores_into(b->values[k], v->local)) {
            pc = w->end[b->values[k]->id];
            stores++;
        }
    return pc;
}

static void put_frame_range(Places *w, size_t i, const Local *l, uint32_t start, uint32_t end)
{
    Buf expression = {0};
    buf_u8(&expression, OpFbreg);
    buf_sleb(&expression, debug_frame_offset(l));
    put_range(&w->lists[i], start, end, &expression);
    buf_free(&expression);
}

/* One that came on the stack is there until it has been copied. */
static void find_stack_parameter(Places *w, size_t i, uint32_t size)
{
    const DebugVar *v = &w->f->vars[i];
    uint32_t stored = v->local->has_offset ? stored_at(w, v) : 0;
    put_frame_range(w, i, v->param, 0, stored ? stored : size);
    if (stored)
        put_frame_range(w, i, v->local, stored, size);
}

static void find_parameter(Places *w, size_t i, uint32_t size)
{
    const DebugVar *v = &w->f->vars[i];
    uint32_t stored = stored_at(w, v);
    if (stored == 0 || !v->local->has_offset)
        return;
    int32_t *state = w->out; /* one state, of the entry block alone */
    memset(state, 0, (size_t)w->width * sizeof *state);
    for (int c = v->comp; c < v->comp + v->ncomps; c++)
        w->told[c] = Nowhere;
    uint32_t start = 0;
    for (int k = 0; k < w->f->entry->nvalues; k++) {
        const Value *a = w->f->entry->values[k];
        if (w->end[a->id] > w->start[a->id] && w->end[a->id] >= stored)
            break;
        bool moved = false;
        uint32_t pc = start;
        if (w->end[a->id] > w->start[a->id])
            pc = w->end[a->id];
        run_value(w, state, a);
        for (int c = v->comp; c < v->comp + v->ncomps; c++) {
            int32_t id = state[w->nlocs + c], at = id ? find(w, state, id) : Nowhere;
            moved |= w->told[c] >= 0 && state[w->told[c]] != id;
            w->where[c] = w->told[c] >= 0 && state[w->told[c]] == id ? w->told[c] : at;
        }
        if (moved) {
            w->ranges[i] = (Range){true, start};
            close_range(w, i, pc);
            start = pc;
        }
        for (int c = v->comp; c < v->comp + v->ncomps; c++)
            w->told[c] = w->where[c];
    }
    w->ranges[i] = (Range){true, start};
    close_range(w, i, stored);
    put_frame_range(w, i, v->local, stored, size);
}

/* ---- the whole ---- */

static void find_code(Places *w, const LSym *text)
{
    for (const Prog *p = text->fn->first; p; p = p->next) {
        if (p->size == 0 || p->value == 0 || p->value >= (uint32_t)w->f->next_value_id)
            continue;
        if (w->start[p->value] == w->end[p->value])
            w->start[p->value] = (uint32_t)p->pc;
        w->end[p->value] = (uint32_t)p->pc + p->size;
    }
}

/* Names hang on values and blocks in the order of construction. */
static void hang_names(Places *w)
{
    const Func *f = w->f;
    bool *stands = NEW_ARRAY(&w->f->scratch, bool, f->next_value_id);
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            stands[f->blocks[i]->values[k]->id] = true;
    for (size_t i = f->nnames; i-- > 0;) {
        const DebugName *n = &f->names[i];
        bool behind = n->after && stands[n->after->id];
        int32_t *list = behind ? &w->at_value[n->after->id] : &w->at_block[n->block->id];
        w->next[i] = *list;
        *list = (int32_t)i + 1;
        if (n->v)
            w->named[n->v->id] = n->v;
    }
}

static bool too_large(const Places *w)
{
    uint64_t width = (uint64_t)w->width, blocks = w->f->config->no_opt ? 1 : (uint64_t)w->f->next_block_id;
    return blocks * width > MaxState || (uint64_t)w->f->next_value_id * (w->f->ncomps + w->f->nvars) > MaxWork;
}

static void find_places(Places *w, const LSym *text)
{
    const Func *f = w->f;
    find_code(w, text);
    hang_names(w);
    for (size_t i = 0; i < f->nvars; i++)
        if (f->vars[i].local && f->vars[i].param)
            find_stack_parameter(w, i, (uint32_t)text->size);
        else if (f->vars[i].local && f->vars[i].ncomps > 0)
            find_parameter(w, i, (uint32_t)text->size);
    if (!f->config->no_opt && f->ncomps > 0) {
        flow(w);
        find_ranges(w, (uint32_t)text->size);
    }
}

Buf *debug_places(Func *f, const LSym *text)
{
    Places w = {.f = f, .nlocs = NumAllocRegs + f->nlocals, .lists = xcalloc(f->nvars + 1, sizeof(Buf))};
    w.width = w.nlocs + (int)f->ncomps;
    bool on_stack = false;
    for (size_t i = 0; i < f->nvars; i++)
        on_stack |= f->vars[i].param != NULL;
    if ((f->ncomps == 0 && !on_stack) || too_large(&w))
        return w.lists;
    Arena *a = &f->scratch;
    size_t blocks = (size_t)f->next_block_id, values = (size_t)f->next_value_id, states = f->config->no_opt ? 1 : blocks;
    w.in = NEW_ARRAY(a, int32_t, states * (size_t)w.width);
    w.out = NEW_ARRAY(a, int32_t, states * (size_t)w.width);
    w.visited = NEW_ARRAY(a, bool, blocks);
    w.at_value = NEW_ARRAY(a, int32_t, values);
    w.at_block = NEW_ARRAY(a, int32_t, blocks);
    w.next = NEW_ARRAY(a, int32_t, f->nnames + 1);
    w.named = NEW_ARRAY(a, Value *, values + f->ncomps);
    w.start = NEW_ARRAY(a, uint32_t, values);
    w.end = NEW_ARRAY(a, uint32_t, values);
    w.where = NEW_ARRAY(a, int32_t, f->ncomps);
    w.told = NEW_ARRAY(a, int32_t, f->ncomps);
    w.ranges = NEW_ARRAY(a, Range, f->nvars);
    for (size_t c = 0; c < f->ncomps; c++)
        w.where[c] = w.told[c] = Nowhere;
    find_places(&w, text);
    return w.lists;
}
