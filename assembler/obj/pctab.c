/* pctab.c - tables from pc to SP, file, line and PCDATA values.
 *
 * A pc-value table is a list of stretches, each a pair of variable-length
 * numbers: by how much the value changes (zigzag), how many bytes it holds
 * (FORMATS, section 3).  The value starts at -1; a change of 0 ends the table
 * unless it is the first.  A table that would be -1 throughout is left out.
 *
 * Expects pcs, SP offsets and PCDATA Progs; leaves the tables of FuncInfo, the
 * list of inlined calls, and with ObjCtx.prov the provenance. */
#include <stdlib.h>
#include <string.h>

#include "asm6.h"

/* ---- The encoding ---- */

static uint32_t zigzag(int32_t v) { return (uint32_t)v << 1 ^ (uint32_t)(v >> 31); }

static void end_stretch(PcTab *t, uint32_t pc)
{
    int32_t before = t->out->len ? t->before : -1;
    buf_uleb(t->out, zigzag((int32_t)((uint32_t)t->value - (uint32_t)before)));
    buf_uleb(t->out, pc - t->pc);
    t->before = t->value;
}

void pctab_add(PcTab *t, uint32_t pc, int32_t value)
{
    if (t->started && value == t->value)
        return;
    if (t->started)
        end_stretch(t, pc);
    t->value = value;
    t->pc = pc;
    t->started = true;
}

void pctab_end(PcTab *t, uint32_t size)
{
    bool nothing = t->out->len == 0 && t->pc == 0 && t->value == -1; /* one stretch of -1 */
    if (!t->started || nothing)
        return;
    end_stretch(t, size);
    buf_u8(t->out, 0);
}

PcReader pcreader(const Bytes *table)
{
    const uint8_t *p = (const uint8_t *)table->data;
    return (PcReader){.p = p, .end = p + table->len, .value = -1, .first = true};
}

static uint32_t read_uleb(PcReader *r)
{
    uint32_t v = 0;
    for (int shift = 0; r->p < r->end && shift < 35; shift += 7) {
        uint8_t byte = *r->p++;
        v |= (uint32_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            break;
    }
    return v;
}

bool pcreader_next(PcReader *r)
{
    if (r->p >= r->end)
        return false;
    uint32_t u = read_uleb(r);
    if (u == 0 && !r->first)
        return false;
    r->first = false;
    r->value = (int32_t)((uint32_t)r->value + (u >> 1 ^ -(u & 1)));
    r->start = r->pc;
    r->pc += read_uleb(r);
    return true;
}

/* ---- Positions ---- */

static int32_t file_number(FuncInfo *fn, const char *file)
{
    for (size_t i = 0; i < fn->nfiles; i++)
        if (fn->files[i] == file)
            return (int32_t)i;
    vec_push(fn->files, fn->nfiles, fn->cap_files, file);
    return (int32_t)fn->nfiles - 1;
}

/* From the user's numbers of inlined calls to those of the function: a list,
 * since a function has few. */
typedef struct InlNumbers {
    int32_t *user; /* by local number */
    size_t n, cap;
} InlNumbers;

/* Local number of inlined call `call`, added behind its parents when new. */
static int32_t inl_number(ObjCtx *o, FuncInfo *fn, InlNumbers *numbers, int32_t call)
{
    int32_t chain[256], n = 0, parent = -1;
    while (call >= 0 && n < 256) {
        size_t i = 0;
        while (i < numbers->n && numbers->user[i] != call)
            i++;
        if (i < numbers->n) {
            parent = (int32_t)i;
            break;
        }
        chain[n++] = call;
        call = o->inlined(o->position_arg, call).parent;
    }
    while (n > 0) {
        InlCall c = o->inlined(o->position_arg, chain[--n]);
        c.parent = parent;
        c.parent_pc = -1;
        parent = (int32_t)fn->ninl;
        vec_push(numbers->user, numbers->n, numbers->cap, chain[n]);
        vec_push(fn->inl, fn->ninl, fn->cap_inl, c);
    }
    return parent;
}

static void set_parent_pcs(FuncInfo *fn, const InlNumbers *numbers)
{
    for (size_t m = 0; m < fn->nmarks; m++)
        for (size_t i = 0; i < numbers->n; i++)
            if (numbers->user[i] == fn->marks[m].call && fn->inl[i].parent_pc < 0)
                fn->inl[i].parent_pc = fn->marks[m].p->pc;
}

/* Calls without a mark: any instruction that belongs to the parent will do. */
static void guess_parent_pcs(FuncInfo *fn)
{
    for (size_t i = 0; i < fn->ninl; i++) {
        if (fn->inl[i].parent_pc >= 0)
            continue;
        PcReader r = pcreader(&fn->pcdata[PcdataInlTreeIndex]);
        fn->inl[i].parent_pc = 0;
        while (pcreader_next(&r))
            if (r.value == fn->inl[i].parent) {
                fn->inl[i].parent_pc = (int32_t)r.start;
                break;
            }
    }
}

static bool takes_room(const Prog *p) { return p->size || p->pad; }

static void build_positions(ObjCtx *o, LSym *text)
{
    FuncInfo *fn = text->fn;
    Buf out[3] = {0};
    PcTab file = {.out = &out[0]}, line = {.out = &out[1]}, inl = {.out = &out[2]};
    InlNumbers numbers = {0};
    ObjPos at = {0};
    uint32_t last = 0, size = (uint32_t)text->size;
    for (const Prog *p = fn->first; p; p = p->next) {
        if (!takes_room(p))
            continue;
        if (p->pos && p->pos != last) {
            at = o->position(o->position_arg, p->pos);
            last = p->pos;
        }
        if (!at.file)
            continue;
        pctab_add(&file, file.started ? (uint32_t)p->pc : 0, file_number(fn, at.file));
        pctab_add(&line, line.started ? (uint32_t)p->pc : 0, at.line);
        if (o->inlined && !inl.started && p->pc) /* what stands in front comes from nowhere */
            pctab_add(&inl, 0, -1);
        if (o->inlined)
            pctab_add(&inl, (uint32_t)p->pc, at.inl ? inl_number(o, fn, &numbers, at.inl - 1) : -1);
    }
    if (!file.started && size) { /* no instruction comes from source: a wrapper, an equality function */
        pctab_add(&file, 0, file_number(fn, obj_intern(o, "<autogenerated>", 15)));
        pctab_add(&line, 0, 1);
    }
    pctab_end(&file, size);
    pctab_end(&line, size);
    pctab_end(&inl, size);
    fn->pcfile = obj_share(o, file.out);
    fn->pcln = obj_share(o, line.out);
    if (o->inlined)
        fn->pcdata[PcdataInlTreeIndex] = obj_share(o, inl.out);
    buf_free(inl.out);
    set_parent_pcs(fn, &numbers);
    guess_parent_pcs(fn);
    free(numbers.user);
}

static void build_sp(ObjCtx *o, LSym *text)
{
    FuncInfo *fn = text->fn;
    Buf out = {0};
    PcTab sp = {.out = &out};
    for (const Prog *p = fn->first; p; p = p->next)
        if (takes_room(p))
            pctab_add(&sp, (uint32_t)p->pc, p->sp);
    pctab_end(&sp, (uint32_t)text->size);
    fn->pcsp = obj_share(o, &out);
}

static void build_pcdata(ObjCtx *o, LSym *text)
{
    FuncInfo *fn = text->fn;
    Buf out[NumPcdata] = {0};
    PcTab table[NumPcdata];
    int32_t value[NumPcdata];
    bool changed[NumPcdata];
    for (int i = 0; i < NumPcdata; i++) {
        table[i] = (PcTab){.out = &out[i]};
        value[i] = -1;
        changed[i] = i != PcdataInlTreeIndex; /* made from positions, unless the source has it */
    }
    bool any = true;
    for (const Prog *p = fn->first; p; p = p->next) {
        if (p->as == APCDATA) {
            if (p->from.type != AddrConst || p->to.type != AddrConst || p->from.off < 0 || p->from.off >= NumPcdata) {
                obj_prog_error(o, p, "invalid PCDATA");
                continue;
            }
            value[p->from.off] = (int32_t)p->to.off;
            changed[p->from.off] = any = true;
        }
        if (!any || !takes_room(p))
            continue;
        for (int i = 0; i < NumPcdata; i++)
            if (changed[i])
                pctab_add(&table[i], (uint32_t)p->pc, value[i]);
        memset(changed, 0, sizeof changed);
        any = false;
    }
    for (int i = 0; i < NumPcdata; i++) {
        pctab_end(&table[i], (uint32_t)text->size);
        fn->pcdata[i] = obj_share(o, &out[i]);
    }
}

static void find_deferreturn(LSym *text)
{
    for (const Prog *p = text->fn->first; p; p = p->next)
        if (p->as == ACALL && p->to.type == AddrMem && p->to.name == NameExtern &&
            strcmp(p->to.sym->name, "runtime.deferreturn") == 0) {
            text->fn->deferreturn = (uint32_t)p->pc;
            return;
        }
}

static void build_provenance(LSym *text)
{
    FuncInfo *fn = text->fn;
    for (const Prog *p = fn->first; p; p = p->next)
        if (p->size)
            vec_push(fn->prov, fn->nprov, fn->cap_prov, (ProvEntry){(uint32_t)p->pc + p->pad, p->size, p->pos, p->value});
}

void pctab_build(ObjCtx *o, LSym *text)
{
    build_sp(o, text);
    build_pcdata(o, text);
    if (o->position)
        build_positions(o, text);
    find_deferreturn(text);
    if (o->prov)
        build_provenance(text);
}
