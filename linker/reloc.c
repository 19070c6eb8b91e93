/* reloc.c - builds the loaded part of the file.
 *
 * Each symbol is copied once, from the mapped object to its place in the
 * image, and relocated there (AMD64 psABI, section 4.4; docs/object.md for
 * R_X86_64_32 in type descriptors and FUNCDATA, which means an offset).  The
 * image is cut into pieces of symbols that threads take in turn; each writes
 * only its own symbols' bytes. */
#include "link.h"

enum { PieceSyms = 512 };

/* Offsets of the function entries in an itab start here. */
enum { ItabFun = 24 };

typedef struct Piece {
    Sym **items;
    size_t count;
    uint32_t overflow; /* 1 + index of a symbol with a relocation that overflows */
    Elf64Rela bad;
} Piece;

typedef struct Work {
    LinkCtx *c;
    Piece *pieces;
    size_t count, cap;
    uint64_t text, types;
    const Sym *unreachable; /* runtime.unreachableMethod, NULL */
    const Sym *noop;        /* runtime.mapinitnoop, NULL */
} Work;

/* Where a symbol or relocation ends up when its target was dropped. */
static int64_t dropped(const Work *w, const Sym *s, bool offset)
{
    if (offset)
        return -1;
    if (s->kind == SymRodata && w->unreachable)
        return (int64_t)w->unreachable->addr;
    return 0;
}

static bool is_offset(const Sym *s, uint32_t type)
{
    return type == RX86_64_32 && (s->sec == SecIdType || s->sec == SecIdFuncdata);
}

static int64_t value_of(const Work *w, const Sym *s, Elf64Rela r)
{
    const Sym *to = rela_sym(s->obj, r);
    uint32_t type = elf_rela_type(r.info);
    bool offset = is_offset(s, type);
    if (!to->reached && type == RX86_64_PLT32 && w->noop)
        to = w->noop; /* would make a map that nobody uses */
    if (!to->reached)
        return dropped(w, s, offset);
    uint64_t v = to->addr + (uint64_t)r.addend; /* a wild addend wraps, and is seen to overflow */
    if (offset)
        return (int64_t)(v - (to->kind == SymText ? w->text : w->types));
    if (type == RX86_64_PC32 || type == RX86_64_PLT32)
        return (int64_t)(v - (s->addr + (r.offset - s->sec_off)));
    return (int64_t)v;
}

static bool apply(const Work *w, const Sym *s, Elf64Rela r, char *place)
{
    int64_t v = value_of(w, s, r);
    switch (elf_rela_type(r.info)) {
    case RX86_64_64:
        put_u64(place, (uint64_t)v);
        return true;
    case RX86_64_32:
        put_u32(place, (uint32_t)v);
        return is_offset(s, RX86_64_32) ? v == (int32_t)v : v == (int64_t)(uint32_t)v;
    default:
        put_u32(place, (uint32_t)v);
        return v == (int32_t)v;
    }
}

static void relocate_piece(void *arg, size_t i)
{
    Work *w = arg;
    Piece *p = &w->pieces[i];
    for (size_t k = 0; k < p->count; k++) {
        const Sym *s = p->items[k];
        if (!s->data)
            continue;
        char *at = w->c->image + (s->addr - image_base);
        memcpy(at, s->data, s->size);
        for (uint32_t n = 0; n < s->nrel; n++) {
            Elf64Rela r = rela_at(sym_rela(s), n);
            if (!apply(w, s, r, at + (r.offset - s->sec_off)) && !p->overflow) {
                p->overflow = (uint32_t)k + 1;
                p->bad = r;
            }
        }
    }
}

static void cut(Work *w, const SymList *list)
{
    for (size_t i = 0; i < list->count; i += PieceSyms) {
        size_t n = list->count - i < PieceSyms ? list->count - i : PieceSyms;
        vec_push(w->pieces, w->count, w->cap, (Piece){.items = list->items + i, .count = n});
    }
}

static void copy_parts(LinkCtx *c)
{
    char *pcln = c->image + c->out[OutPclntab].off;
    const uint64_t places[NumPcln] = {0, c->pcln.funcname, c->pcln.cu, c->pcln.file, c->pcln.pc, c->pcln.func, c->pcln.findfunc};
    for (int i = 0; i < NumPcln; i++)
        if (c->pclntab[i].len)
            memcpy(pcln + places[i], c->pclntab[i].data, c->pclntab[i].len);
    for (int i = OutNoteGo; i <= OutNoteGnu; i++)
        if (c->notes[i].len)
            memcpy(c->image + c->out[i].off, c->notes[i].data, c->notes[i].len);
}

void reloc(LinkCtx *c)
{
    Work w = {.c = c, .text = c->out[OutText].addr, .types = lookup_sym(c, "runtime.types")->addr};
    w.unreachable = lookup_text(c, "runtime.unreachableMethod");
    w.noop = lookup_text(c, "runtime.mapinitnoop");
    c->image = arena_alloc(&c->arena, c->image_size);
    memset(c->image + c->out[OutText].off, 0xcc, c->out[OutText].size); /* int3 between functions */
    copy_parts(c);
    for (int kind = SymText; kind <= SymData; kind++)
        cut(&w, &c->lists[kind]);
    os_parallel(c->threads, w.count, relocate_piece, &w);
    for (size_t i = 0; i < w.count; i++) {
        const Piece *p = &w.pieces[i];
        if (!p->overflow)
            continue;
        const Sym *s = p->items[p->overflow - 1];
        link_error(c, "%s: relocation overflow: %s at +%#llx", s->name, rela_sym(s->obj, p->bad)->name,
                   (unsigned long long)(p->bad.offset - s->sec_off));
    }
    free(w.pieces);
}
