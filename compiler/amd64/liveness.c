/* liveness.c - which words of the frame and of the arguments hold live
 * pointers at each call, the only places where a stack is scanned precisely.
 *
 * Backward dataflow over the locals and spill slots that hold pointers.  A
 * read, or taking the address, makes a local live before; VarDef and a store
 * of the whole local end that.  What is live at entry without being a
 * parameter may be read before it is written: such locals are zeroed at entry,
 * so that any map may claim them.  Locals whose address is held in pointers
 * are found by the collector through these pointers (FUNCDATA StackObjects),
 * so here only direct mentions count.
 *
 * A panic that is recovered continues at the second successor of a Defer
 * block, from whatever call it happened in.  So what is live there is live at
 * every call.
 *
 * Expects homes (regalloc) and offsets (frame_layout). */
#include "compiler/amd64/amd64.h"

#include <string.h>

typedef struct Liveness {
    Func *f;
    const Frame *frame;
    int *number;       /* by local id: 1 + number among tracked ones, 0 untracked */
    Local **vars;      /* tracked locals */
    int nvars, words;
    uint64_t *in;      /* by block id */
    uint64_t *always;  /* live at every call */
    StackMaps maps;
    Map known;         /* hash of a pair of bitmaps -> 1 + index */
    Local **base;      /* by value id: local that the value is an address in, NULL none */
    uint8_t *args_bits, *locals_bits; /* the map being made */
    size_t args_bytes, locals_bytes;
} Liveness;

static void set_bit(uint64_t *s, int i) { s[i / 64] |= (uint64_t)1 << (i % 64); }
static void clear_bit(uint64_t *s, int i) { s[i / 64] &= ~((uint64_t)1 << (i % 64)); }
static bool get_bit(const uint64_t *s, int i) { return s[i / 64] >> (i % 64) & 1; }
static uint64_t *new_set(Liveness *lv) { return NEW_ARRAY(&lv->f->scratch, uint64_t, lv->words + 1); }

static void find_vars(Liveness *lv)
{
    Func *f = lv->f;
    lv->number = NEW_ARRAY(&f->scratch, int, f->nlocals + 1);
    lv->vars = NEW_ARRAY(&f->scratch, Local *, f->nlocals + 1);
    for (int i = 0; i < f->nlocals; i++) {
        Local *l = f->locals[i];
        if (!local_has_pointers(l) || !l->has_offset)
            continue;
        lv->vars[lv->nvars++] = l;
        lv->number[i] = lv->nvars;
    }
    lv->words = (lv->nvars + 63) / 64;
}

/* Bytes that a store writes. */
static int64_t store_width(const Value *v)
{
    const char *name = op_info[v->op].name;
    if (strncmp(name, "MOV", 3) != 0)
        return 0;
    switch (name[3]) {
    case 'Q':
        return 8;
    case 'O':
        return 16;
    default:
        return 0; /* narrower than a pointer */
    }
}

static bool writes_all(const Value *v)
{
    bool constant = op_info[v->op].aux == AuxSymValAndOff;
    int64_t off = constant ? valoff_off(v->auxint) : v->auxint;
    return off == 0 && store_width(v) == v->local->size && v->nargs == (constant ? 2 : 3); /* more: indexed */
}

/* An address in a local keeps it alive until its last use, wherever it was
 * computed: calls may lie between. */
static Local *address_base(const Liveness *lv, const Value *v)
{
    if (v->type != ValPtr && v->type != ValI64)
        return NULL;
    if (v->aux_kind == AuxKindLocal && op_info[v->op].effect == SymAddr)
        return v->local->addrtaken ? NULL : v->local; /* the collector finds stack objects by itself */
    bool reads = op_has((Op)v->op, OpFaultOnNil0) || op_has((Op)v->op, OpCall) || v->op == OpSelectN;
    for (int i = 0; i < v->nargs && !reads; i++)
        if (lv->base[v->args[i]->id])
            return lv->base[v->args[i]->id];
    return NULL;
}

static void find_bases(Liveness *lv)
{
    int n;
    Block **po = postorder(lv->f, &n);
    lv->base = NEW_ARRAY(&lv->f->scratch, Local *, lv->f->next_value_id);
    for (bool again = true; again;) {
        bool open = false; /* a phi was reached before its args */
        again = false;
        for (int i = n - 1; i >= 0; i--) {
            for (int k = 0; k < po[i]->nvalues; k++) {
                const Value *v = po[i]->values[k];
                Local *l = lv->base[v->id] ? NULL : address_base(lv, v);
                if (l) {
                    lv->base[v->id] = l;
                    again = true;
                } else if (v->op == OpPhi && !lv->base[v->id]) {
                    open = true;
                }
            }
        }
        again &= open;
    }
}

/* One value, going backward. */
static void step_back(Liveness *lv, const Value *v, uint64_t *live)
{
    if (!lv->nvars)
        return;
    Home h = home_of(lv->f, v);
    for (int i = 0; i < v->nargs; i++) {
        const Local *l = lv->base[v->args[i]->id];
        if (l && lv->number[l->id])
            set_bit(live, lv->number[l->id] - 1);
    }
    if (h.kind == HomeSlot && v->op == OpStoreReg && lv->number[h.slot->id])
        clear_bit(live, lv->number[h.slot->id] - 1);
    for (int i = 0; i < v->nargs && v->op != OpPhi; i++) {
        Home a = home_of(lv->f, v->args[i]);
        if (a.kind == HomeSlot && lv->number[a.slot->id])
            set_bit(live, lv->number[a.slot->id] - 1);
    }
    if (v->aux_kind != AuxKindLocal || !lv->number[v->local->id] || v->op == OpArgIntReg || v->op == OpArgFloatReg)
        return;
    int n = lv->number[v->local->id] - 1;
    switch ((SymEffect)op_info[v->op].effect) {
    case SymWrite:
        if (writes_all(v))
            clear_bit(live, n);
        break;
    case SymAddr: case SymRead: case SymRdWr:
        set_bit(live, n);
        break;
    case SymNone:
        if (v->op == OpVarDef)
            clear_bit(live, n);
        else
            set_bit(live, n); /* VarLive */
        break;
    }
}

static void live_at_end(Liveness *lv, const Block *b, uint64_t *live)
{
    memset(live, 0, (size_t)lv->words * sizeof *live);
    for (int i = 0; i < b->nsuccs; i++) {
        const uint64_t *in = lv->in + (size_t)b->succs[i].block->id * (size_t)lv->words;
        for (int w = 0; w < lv->words; w++)
            live[w] |= in[w];
    }
    for (int i = 0; i < lv->nvars && (b->kind == BlockRet || b->kind == BlockRetJmp); i++)
        if (lv->vars[i]->class == LocalResult)
            set_bit(live, i);
}

static void dataflow(Liveness *lv)
{
    int n;
    Block **po = postorder(lv->f, &n);
    uint64_t *live = new_set(lv);
    lv->in = NEW_ARRAY(&lv->f->scratch, uint64_t, (size_t)lv->f->next_block_id * (size_t)lv->words + 1);
    bool *waits = NEW_ARRAY(&lv->f->scratch, bool, lv->f->next_block_id); /* a successor has changed since, or it was never done */
    if (!lv->nvars)
        return;
    for (int i = 0; i < n; i++)
        waits[po[i]->id] = true;
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < n; i++) {
            Block *b = po[i];
            if (!waits[b->id])
                continue;
            waits[b->id] = false;
            uint64_t *in = lv->in + (size_t)b->id * (size_t)lv->words;
            live_at_end(lv, b, live);
            for (int k = b->nvalues - 1; k >= 0; k--)
                step_back(lv, b->values[k], live);
            if (memcmp(in, live, (size_t)lv->words * sizeof *in)) {
                memcpy(in, live, (size_t)lv->words * sizeof *in);
                for (int k = 0; k < b->npreds; k++)
                    waits[b->preds[k].block->id] = again = true;
            }
        }
    }
}

static void find_always_live(Liveness *lv)
{
    Func *f = lv->f;
    lv->always = new_set(lv);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        if (b->kind != BlockDefer)
            continue;
        const uint64_t *in = lv->in + (size_t)b->succs[1].block->id * (size_t)lv->words;
        for (int w = 0; w < lv->words; w++)
            lv->always[w] |= in[w];
    }
    if (f->defer_slots && lv->number[f->defer_slots->id])
        set_bit(lv->always, lv->number[f->defer_slots->id] - 1);
    if (f->flags & FuncHasDefer)
        for (int i = 0; i < lv->nvars; i++)
            if (lv->vars[i]->class == LocalResult)
                set_bit(lv->always, i);
}

static void find_needzero(Liveness *lv)
{
    const uint64_t *in = lv->in + (size_t)lv->f->entry->id * (size_t)lv->words;
    for (int i = 0; i < lv->nvars; i++) {
        Local *l = lv->vars[i];
        bool live = get_bit(in, i) || get_bit(lv->always, i);
        if (get_bit(in, i) && l->class == LocalSpill)
            func_fail(lv->f, NULL, "spill slot %s is read before it is written", l->name);
        else if (live && l->class != LocalParam)
            l->needzero = true;
    }
}

/* --- bitmaps --- */

static void mark_local(Liveness *lv, const Local *l)
{
    bool args = l->class == LocalParam || l->class == LocalResult;
    int64_t base = args ? l->offset / 8 : l->offset / 8 + lv->frame->ptr_words;
    for (int64_t w = 0; w < l->size / 8; w++)
        if (local_ptr_at(l, w)) {
            uint8_t *bits = args ? lv->args_bits : lv->locals_bits;
            bits[(base + w) / 8] |= (uint8_t)(1 << ((base + w) % 8));
        }
}

static void make_bits(Liveness *lv, const uint64_t *live)
{
    memset(lv->args_bits, 0, lv->args_bytes);
    memset(lv->locals_bits, 0, lv->locals_bytes);
    for (int i = 0; i < lv->nvars; i++)
        if (get_bit(live, i) || get_bit(lv->always, i))
            mark_local(lv, lv->vars[i]);
}

static bool same_bits(const Buf *maps, int i, const uint8_t *bits, size_t n)
{
    return !n || memcmp(maps->data + (size_t)i * n, bits, n) == 0;
}

static bool same_map(const Liveness *lv, int i)
{
    return same_bits(&lv->maps.args, i, lv->args_bits, lv->args_bytes) &&
           same_bits(&lv->maps.locals, i, lv->locals_bits, lv->locals_bytes);
}

/* The index of the map at hand; equal maps share one. */
static int32_t intern_map(Liveness *lv, bool may_share)
{
    uint64_t hash = hash_bytes(lv->args_bits, lv->args_bytes) * 31 + hash_bytes(lv->locals_bits, lv->locals_bytes);
    for (; may_share; hash++) { /* open addressing over hashes: equal hashes need not be equal maps */
        int i = (int)(intptr_t)map_get_int(&lv->known, hash) - 1;
        if (i < 0)
            break;
        if (same_map(lv, i))
            return i;
    }
    buf_write(&lv->maps.args, lv->args_bits, lv->args_bytes);
    buf_write(&lv->maps.locals, lv->locals_bits, lv->locals_bytes);
    map_put_int(&lv->known, hash, (void *)(intptr_t)(lv->maps.nmaps + 1));
    return lv->maps.nmaps++;
}

/* At entry the frame does not exist yet; arguments that came in registers
 * stand in their spill slots while the stack grows. */
static void entry_map(Liveness *lv)
{
    Func *f = lv->f;
    make_bits(lv, lv->in + (size_t)f->entry->id * (size_t)lv->words);
    memset(lv->locals_bits, 0, lv->locals_bytes);
    for (int i = 0; i < lv->nvars; i++)
        if (lv->vars[i]->class == LocalResult) { /* not written yet */
            for (int64_t w = 0; w < lv->vars[i]->size / 8; w++)
                lv->args_bits[(lv->vars[i]->offset / 8 + w) / 8] &= (uint8_t)~(1 << ((lv->vars[i]->offset / 8 + w) % 8));
        }
    for (int i = 0; i < f->nreg_params; i++)
        if (f->reg_params[i].type == ValPtr)
            lv->args_bits[f->reg_params[i].spill / 64] |= (uint8_t)(1 << (f->reg_params[i].spill / 8 % 8));
    intern_map(lv, false);
}

static void call_maps(Liveness *lv)
{
    Func *f = lv->f;
    uint64_t *live = new_set(lv);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        live_at_end(lv, b, live);
        for (int k = b->nvalues - 1; k >= 0; k--) {
            Value *v = b->values[k];
            if (op_has(v->op, OpCall)) {
                make_bits(lv, live);
                lv->maps.index_at[v->id] = intern_map(lv, true);
            }
            step_back(lv, v, live);
        }
    }
}

/* Arguments live in the caller's frame: where they stand is given. */
static void place_args(Func *f)
{
    for (int i = 0; i < f->nlocals; i++)
        if (f->locals[i]->class == LocalParam || f->locals[i]->class == LocalResult)
            f->locals[i]->has_offset = true;
}

StackMaps liveness(Func *f, const Frame *frame)
{
    Liveness lv = {.f = f, .frame = frame};
    place_args(f);
    find_vars(&lv);
    find_bases(&lv);
    dataflow(&lv);
    find_always_live(&lv);
    find_needzero(&lv);
    lv.maps.args_nbit = (int)frame->args_words;
    lv.maps.locals_nbit = (int)frame->ptr_words;
    lv.args_bytes = (size_t)(lv.maps.args_nbit + 7) / 8;
    lv.locals_bytes = (size_t)(lv.maps.locals_nbit + 7) / 8;
    lv.args_bits = arena_alloc(&f->scratch, lv.args_bytes + 1);
    lv.locals_bits = arena_alloc(&f->scratch, lv.locals_bytes + 1);
    lv.maps.index_at = NEW_ARRAY(&f->scratch, int32_t, f->next_value_id);
    memset(lv.maps.index_at, 0xff, (size_t)f->next_value_id * sizeof(int32_t));
    entry_map(&lv);
    call_maps(&lv);
    map_free(&lv.known);
    return lv.maps;
}
