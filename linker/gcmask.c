/* gcmask.c - pointer maps of .data and .bss.
 *
 * The collector must know which words of the variables hold pointers.  Each
 * variable with pointers has a type descriptor, whose GCData is a bit mask.
 * They are joined into a GC program for each section, which the runtime
 * expands to a mask at start-up:
 *   0            end
 *   0nnnnnnn     n literal bits follow, in ceil(n/8) bytes, lowest first
 *   1nnnnnnn c   repeat the last n bits c more times (c is a uvarint;
 *                n = 0: n is a uvarint in front of c)
 * Very large types have no mask (TFlagGCMaskOnDemand): their arrays and
 * structs are walked here.  Types need not be reached.  Leaves Sym.addr of
 * variables as offsets in their sections, which layout makes addresses. */
#include "link.h"

enum {
    TypeSizeOff = 0, TypePtrBytes = 8, TypeTFlag = 20, TypeKind = 23, TypeGCData = 32, TypeHead = 48,
    ArrayElem = 48, ArrayLen = 64, StructFields = 56, FieldType = 8, FieldOffset = 16, FieldSize = 24,
    TFlagGCMaskOnDemand = 16, KindArray = 17, KindStruct = 25, MaxDepth = 200, MaxSteps = 1 << 20, MaxLiteral = 120,
};

typedef struct Program {
    LinkCtx *c;
    Buf out;
    uint8_t literal[MaxLiteral / 8];
    uint32_t nliteral;  /* bits waiting in literal */
    uint64_t at;        /* words described */
    int steps;          /* types visited for this variable: bounds hostile descriptors */
    bool bad;
} Program;

static void flush(Program *p)
{
    if (p->nliteral == 0)
        return;
    buf_u8(&p->out, (uint8_t)p->nliteral);
    buf_write(&p->out, p->literal, (p->nliteral + 7) / 8);
    memset(p->literal, 0, sizeof p->literal);
    p->nliteral = 0;
}

static void put_bit(Program *p, bool bit)
{
    if (p->nliteral == MaxLiteral)
        flush(p);
    if (bit)
        p->literal[p->nliteral / 8] |= (uint8_t)(1 << p->nliteral % 8);
    p->nliteral++;
    p->at++;
}

/* Repeats the last n bits count more times. */
static void repeat(Program *p, uint64_t n, uint64_t count)
{
    flush(p);
    if (n < 0x80) {
        buf_u8(&p->out, (uint8_t)(0x80 | n));
    } else {
        buf_u8(&p->out, 0x80);
        buf_uleb(&p->out, n);
    }
    buf_uleb(&p->out, count);
    p->at += n * count;
}

static void zeros_until(Program *p, uint64_t word)
{
    if (word < p->at) {
        p->bad = true;
        return;
    }
    uint64_t n = word - p->at;
    if (n < 4 * 8) {
        while (n-- > 0)
            put_bit(p, false);
        return;
    }
    put_bit(p, false);
    repeat(p, 1, n - 1);
}

static uint64_t word_at(const Sym *s, uint64_t off) { return get_u64(s->data + off); }

static void add_type(Program *p, uint64_t word, Sym *type, int depth);

/* The array's first element, then the same again. */
static void add_array(Program *p, uint64_t word, const Sym *type, int depth)
{
    Sym *elem = type->size >= ArrayLen + 8 ? rel_at(type, ArrayElem, NULL) : NULL;
    if (!elem || !elem->data || elem->size < TypeHead) {
        p->bad = true;
        return;
    }
    uint64_t len = word_at(type, ArrayLen), words = word_at(elem, TypeSizeOff) / 8;
    if (len == 0 || words == 0)
        return;
    if (words >> 28 || len >> 28) {
        p->bad = true;
        return;
    }
    add_type(p, word, elem, depth + 1);
    zeros_until(p, word + words);
    if (len > 1 && !p->bad)
        repeat(p, words, len - 1);
}

static void add_struct(Program *p, uint64_t word, const Sym *type, int depth)
{
    int64_t first = 0;
    Sym *table = type->size >= StructFields + 16 ? rel_at(type, StructFields, &first) : NULL;
    if (table)
        attach(p->c, table);
    uint64_t n = table ? word_at(type, StructFields + 8) : 0;
    if (!table || first < 0 || !table->data || n > table->size / FieldSize || (uint64_t)first > table->size - n * FieldSize) {
        p->bad = true;
        return;
    }
    for (uint64_t i = 0; i < n && !p->bad; i++) {
        uint64_t field = (uint64_t)first + i * FieldSize;
        Sym *t = rel_at(table, field + FieldType, NULL);
        if (!t || !t->data || t->size < TypeHead)
            p->bad = true;
        else if (word_at(t, TypePtrBytes) > 0)
            add_type(p, word + word_at(table, field + FieldOffset) / 8, t, depth + 1);
    }
}

/* Describes a variable of the type that starts at word. */
static void add_type(Program *p, uint64_t word, Sym *type, int depth)
{
    if (depth > MaxDepth || ++p->steps > MaxSteps || type->size < TypeHead || !type->data || p->bad) {
        p->bad = true;
        return;
    }
    attach(p->c, type);
    uint64_t words = word_at(type, TypePtrBytes) / 8;
    if (type->data[TypeTFlag] & TFlagGCMaskOnDemand) {
        if (type->data[TypeKind] == KindArray)
            add_array(p, word, type, depth);
        else if (type->data[TypeKind] == KindStruct)
            add_struct(p, word, type, depth);
        else
            p->bad = true;
        return;
    }
    int64_t off = 0;
    const Sym *mask = words ? rel_at(type, TypeGCData, &off) : NULL;
    if (words == 0)
        return;
    if (!mask || !mask->data || off < 0 || (uint64_t)off > mask->size || (words + 7) / 8 > mask->size - (uint64_t)off) {
        p->bad = true;
        return;
    }
    zeros_until(p, word);
    for (uint64_t i = 0; i < words && !p->bad; i++)
        put_bit(p, mask->data[(uint64_t)off + i / 8] >> i % 8 & 1);
}

static void add_variable(Program *p, const Sym *s)
{
    p->steps = 0;
    if (s->size < 8 || (s->made && !s->gotype))
        return; /* too small for a pointer; or made by the linker, and nobody assigns to it */
    if (!s->gotype) {
        link_error(p->c, "runtime.gcdata: missing Go type information for global symbol %s: size %llu", s->name,
                   (unsigned long long)s->size);
        return;
    }
    if (s->addr % 8 == 0)
        add_type(p, s->addr / 8, s->gotype, 0);
    if (p->bad || s->addr % 8 || p->at * 8 > s->addr + s->size) {
        link_error(p->c, "%s: type descriptor %s does not fit the variable", s->name, s->gotype->name);
        p->bad = true;
    }
}

static void make_program(LinkCtx *c, SymKind kind, const char *name)
{
    Program p = {.c = c};
    uint64_t size = pack(c, &c->lists[kind], 0);
    for (size_t i = 0; i < c->lists[kind].count && !p.bad; i++)
        add_variable(&p, c->lists[kind].items[i]);
    if (!p.bad)
        zeros_until(&p, size / 8);
    flush(&p);
    buf_u8(&p.out, 0);
    memcpy(resize_sym(c, name, p.out.len)->made, p.out.data, p.out.len);
    buf_free(&p.out);
}

void gcmask(LinkCtx *c)
{
    make_program(c, SymData, "runtime.gcdata");
    make_program(c, SymBss, "runtime.gcbss");
}
