/* dwarfvar.c - variables of functions, and constants (FORMATS: "DWARF 5").
 *
 * compile tells them in .go.var in the order in which they stand here:
 * parameters, results, variables, then inner blocks with theirs.  A variable
 * has a fixed place from the frame's CFA, or a list of places, or none.  The
 * records come from files: a block that is not closed is closed here. */
#include "dwarf.h"

enum { OpFbreg = 0x91, MaxBlocks = 1000 };

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

/* The type of the record at start in a section; its reference, if it has one, is
 * number *ref.  The program need not reach it. */
static const Sym *record_type(Dwarf *d, Obj *o, SecId id, uint64_t start, uint32_t *ref)
{
    const ObjSection *sec = &o->sec[id];
    Elf64Rela r = {0};
    if (*ref < sec->nrela)
        r = rela_at(sec->rela, *ref);
    if (*ref >= sec->nrela || r.offset != start)
        return NULL;
    ++*ref;
    return descriptor(d, obj_sym(d->c, o, elf_rela_sym(r.info)));
}

/* ---- .debug_loclists ---- */

void begin_places(Dwarf *d)
{
    Buf *b = &d->c->debug[OutDebugLoclists];
    d->places_at = block_begin(b);
    buf_u16(b, DwarfVersion);
    buf_u8(b, AddressSize);
    buf_u8(b, 0);
    buf_u32(b, 0);
}

void end_places(Dwarf *d) { block_end(&d->c->debug[OutDebugLoclists], d->places_at); }

static uint32_t put_places(Dwarf *d, uint64_t slot, const uint8_t *p, const uint8_t *end)
{
    Buf *b = &d->c->debug[OutDebugLoclists];
    uint32_t off = (uint32_t)b->len;
    uint64_t start, length, size;
    buf_u8(b, LleBaseAddressx);
    buf_uleb(b, slot);
    while (get_uleb(&p, end, &start) && get_uleb(&p, end, &length) && get_uleb(&p, end, &size) && size <= (uint64_t)(end - p)) {
        buf_u8(b, LleOffsetPair);
        buf_uleb(b, start);
        buf_uleb(b, start + length);
        buf_uleb(b, size);
        buf_write(b, p, size);
        p += size;
    }
    buf_u8(b, LleEnd);
    return off;
}

/* ---- Variables ---- */

/* A variable that is nowhere has an expression of no operations. */
static void put_fixed_place(Buf *b, int32_t off)
{
    size_t at = b->len;
    buf_u8(b, 0); /* its length: below 128 */
    if (off == GoVarNowhere)
        return;
    buf_u8(b, OpFbreg);
    buf_sleb(b, off);
    b->data[at] = (char)(b->len - at - 1);
}

static void put_variable(Dwarf *d, const Sym *type, const GoVarRec *v, const char *pool, uint64_t slot)
{
    Buf *b = &d->c->debug[OutDebugInfo];
    bool param = v->kind == GoVarParam || v->kind == GoVarResult, list = v->places.size > 0;
    buf_uleb(b, param             ? (list ? AbbrevParamList : AbbrevParam)
                : v->closure_off ? (list ? AbbrevCapturedList : AbbrevCaptured)
                : list           ? AbbrevLocalList
                                 : AbbrevLocal);
    buf_write(b, pool + v->text.off, v->text.size);
    buf_u8(b, 0);
    if (param)
        buf_u8(b, v->kind == GoVarResult);
    buf_uleb(b, v->line);
    put_type(d, type);
    if (!param && v->closure_off)
        buf_uleb(b, v->closure_off);
    const uint8_t *places = (const uint8_t *)pool + v->places.off;
    if (list)
        buf_u32(b, put_places(d, slot, places, places + v->places.size));
    else
        put_fixed_place(b, v->off);
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
        const Sym *type = record_type(d, o, SecIdGoVar, (uint64_t)i * sizeof v, &ref);
        if (v.kind == GoVarScope && open < MaxBlocks) {
            buf_uleb(b, AbbrevBlock);
            buf_u32(b, put_block_ranges(d, slot, text, text + v.text.size));
            open++;
        } else if (v.kind == GoVarEnd && open > 0) {
            buf_u8(b, 0);
            open--;
        } else if (v.kind >= GoVarParam && v.kind <= GoVarLocal) {
            put_variable(d, type, &v, o->sec[SecIdGoLine].data, slot);
        }
    }
    while (open-- > 0)
        buf_u8(b, 0);
}

/* ---- Constants ---- */

static void put_object_constants(Dwarf *d, Obj *o)
{
    Buf *b = &d->c->debug[OutDebugInfo];
    const ObjSection *line = &o->sec[SecIdGoLine];
    uint32_t ref = 0;
    for (uint32_t i = 0; i < o->nconsts; i++) {
        GoConstRec k;
        memcpy(&k, o->sec[SecIdGoConst].data + i * sizeof k, sizeof k);
        if (ref < o->sec[SecIdGoConst].nrela && !check_reference(d->c, o, SecIdGoConst, ref))
            return;
        const Sym *t = record_type(d, o, SecIdGoConst, (uint64_t)i * sizeof k, &ref);
        if (!t || k.name.off > line->size || k.name.size > line->size - k.name.off || memchr(line->data + k.name.off, 0, k.name.size))
            continue;
        buf_uleb(b, AbbrevConstant);
        buf_puts(b, o->pkg);
        buf_u8(b, '.');
        buf_write(b, line->data + k.name.off, k.name.size);
        buf_u8(b, 0);
        put_type(d, t);
        buf_sleb(b, k.value);
    }
}

void put_constants(Dwarf *d, const Unit *u)
{
    bool used = u->nfuncs > 0; /* else nothing of the package is in the program, or only data */
    for (size_t k = 0; k < NumVarLists; k++)
        used |= u->vars[k].first < u->vars[k].end;
    for (size_t i = u->first_obj; used && i < u->end_obj; i++)
        put_object_constants(d, d->c->objs[i]);
}
