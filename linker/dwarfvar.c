/* dwarfvar.c - variables in frames (FORMATS: "DWARF 5").
 *
 * compile tells them in .go.var in the order in which they stand here:
 * parameters, results, variables, then inner blocks with theirs.  All stand at
 * fixed places from the frame's CFA.  The records come from files: a block
 * that is not closed is closed here. */
#include "dwarf.h"

enum { OpFbreg = 0x91, MaxBlocks = 1000 };

static void put_sleb(Buf *b, int64_t v)
{
    for (;;) {
        uint8_t low = (uint8_t)(v & 0x7f);
        v >>= 7;
        bool last = (v == 0 && !(low & 0x40)) || (v == -1 && (low & 0x40));
        buf_u8(b, last ? low : low | 0x80);
        if (last)
            return;
    }
}

static bool get_uleb(const uint8_t **p, const uint8_t *end, uint64_t *v)
{
    *v = 0;
    for (unsigned shift = 0; *p < end && shift < 35; shift += 7) {
        uint8_t c = *(*p)++;
        *v |= (uint64_t)(c & 0x7f) << shift;
        if (c < 0x80)
            return true;
    }
    return false;
}

static uint32_t put_block_ranges(Dwarf *d, uint64_t slot, const uint8_t *p, const uint8_t *end)
{
    Buf *b = &d->c->debug[OutDebugRnglists];
    uint32_t off = (uint32_t)b->len;
    uint64_t start, length;
    buf_u8(b, RleBaseAddressx);
    buf_uleb(b, slot);
    while (get_uleb(&p, end, &start) && get_uleb(&p, end, &length)) {
        buf_u8(b, RleOffsetPair);
        buf_uleb(b, start);
        buf_uleb(b, start + length);
    }
    buf_u8(b, RleEnd);
    return off;
}

/* The type of entry i, whose reference, if it has one, is number *ref.  It may be one that the program does not reach. */
static const Sym *var_type(Dwarf *d, Obj *o, uint32_t i, uint32_t *ref)
{
    const ObjSection *sec = &o->sec[SecIdGoVar];
    Elf64Rela r = {0};
    if (*ref < sec->nrela)
        r = rela_at(sec->rela, *ref);
    if (*ref >= sec->nrela || r.offset != (uint64_t)i * sizeof(GoVarRec))
        return NULL;
    ++*ref;
    Sym *t = obj_sym(d->c, o, elf_rela_sym(r.info));
    if (!t || t->kind != SymType || !t->data)
        return NULL;
    attach(d->c, t);
    return t;
}

static void put_variable(Dwarf *d, const Sym *type, const GoVarRec *v, const char *name)
{
    Buf *b = &d->c->debug[OutDebugInfo], place = {0};
    bool param = v->kind == GoVarParam || v->kind == GoVarResult;
    buf_uleb(b, param ? AbbrevParam : AbbrevLocal);
    buf_write(b, name, v->text.size);
    buf_u8(b, 0);
    if (param)
        buf_u8(b, v->kind == GoVarResult);
    buf_uleb(b, v->line);
    put_type(d, type);
    buf_u8(&place, OpFbreg);
    put_sleb(&place, v->off);
    buf_uleb(b, place.len);
    buf_write(b, place.data, place.len);
    buf_free(&place);
}

void put_frame_variables(Dwarf *d, const Sym *s, uint64_t slot)
{
    const GoFuncRec f = func_rec(s);
    Obj *o = s->obj;
    Buf *b = &d->c->debug[OutDebugInfo];
    uint32_t ref = f.var_refs;
    int open = 0;
    for (uint32_t i = f.var_first; i < f.var_first + f.var_count; i++) {
        GoVarRec v;
        memcpy(&v, o->sec[SecIdGoVar].data + i * sizeof v, sizeof v);
        const uint8_t *text = (const uint8_t *)o->sec[SecIdGoLine].data + v.text.off;
        const Sym *type = var_type(d, o, i, &ref);
        if (v.kind == GoVarScope && open < MaxBlocks) {
            buf_uleb(b, AbbrevBlock);
            buf_u32(b, put_block_ranges(d, slot, text, text + v.text.size));
            open++;
        } else if (v.kind == GoVarEnd && open > 0) {
            buf_u8(b, 0);
            open--;
        } else if (v.kind >= GoVarParam && v.kind <= GoVarLocal) {
            put_variable(d, type, &v, (const char *)text);
        }
    }
    while (open-- > 0)
        buf_u8(b, 0);
}
