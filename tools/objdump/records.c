/* records.c - what only Go's objects hold: `objdump -go FILE` shows the records
 * of base/goobj.h in an object or a package archive, one line each, with
 * symbols by name and pc-value tables decoded. */
#include <stdlib.h>
#include <string.h>

#include "../../base/goobj.h"
#include "objdump.h"

/* A section of records with its relocations, sorted by offset. */
typedef struct Records {
    const char *data;
    size_t size;
    Elf64Rela *rela;
    size_t nrela;
} Records;

static int by_offset(const void *a, const void *b)
{
    const Elf64Rela *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

static Records records_of(Arena *a, const ElfImage *e, const char *name)
{
    Records r = {0};
    for (uint32_t i = 1; i < e->nsections; i++) {
        const Elf64Shdr *sh = &e->sections[i];
        if (strcmp(e->names[i], name) == 0 && sh->type == ShtProgbits) {
            r.data = e->data + sh->offset;
            r.size = sh->size;
        }
        if (sh->type == ShtRela && sh->info < e->nsections && strcmp(e->names[sh->info], name) == 0) {
            r.nrela = sh->size / sizeof(Elf64Rela);
            r.rela = arena_dup(a, e->data + sh->offset, r.nrela * sizeof(Elf64Rela));
            qsort(r.rela, r.nrela, sizeof(Elf64Rela), by_offset);
        }
    }
    return r;
}

/* The symbol that the field at off names. */
static const char *ref(const ElfImage *e, const Records *r, uint64_t off)
{
    Elf64Rela key = {.offset = off};
    const Elf64Rela *found = r->nrela ? bsearch(&key, r->rela, r->nrela, sizeof key, by_offset) : NULL;
    uint32_t sym = found ? elf_rela_sym(found->info) : 0;
    return sym == 0 ? "-" : sym - 1 < e->nsyms ? e->strtab + e->syms[sym - 1].name : "?";
}

static void print_strings(const Records *r, const char *title, Buf *out)
{
    uint32_t n = 0;
    for (size_t at = 0; at < r->size; n++) {
        size_t len = strnlen(r->data + at, r->size - at);
        buf_printf(out, "%s %u %.*s\n", title, n, (int)len, r->data + at);
        at += len + 1;
    }
}

static bool uvarint(const uint8_t **p, const uint8_t *end, uint32_t *v)
{
    *v = 0;
    for (unsigned shift = 0; *p < end && shift < 32; shift += 7) {
        uint8_t b = *(*p)++;
        *v |= (uint32_t)(b & 0x7f) << shift;
        if (b < 0x80)
            return true;
    }
    return false;
}

/* value from..to for each run of the table */
static void print_table(const Records *line, GoPctab t, const char *name, Buf *out)
{
    if (t.size == 0)
        return;
    buf_printf(out, "    %-14s", name);
    if (t.off > line->size || t.size > line->size - t.off) {
        buf_puts(out, " outside .go.line\n");
        return;
    }
    const uint8_t *p = (const uint8_t *)line->data + t.off, *end = p + t.size;
    uint32_t u, d, value = UINT32_MAX, pc = 0;
    for (bool first = true; uvarint(&p, end, &u) && (u || first) && uvarint(&p, end, &d); first = false) {
        value += u & 1 ? ~(u >> 1) : u >> 1;
        buf_printf(out, " %d@%#x", (int32_t)value, pc);
        pc += d;
    }
    buf_printf(out, " end@%#x\n", pc);
}

static void print_flags(uint32_t flags, const char *const *names, Buf *out)
{
    for (int i = 0; names[i]; i++)
        if (flags >> i & 1)
            buf_printf(out, " %s", names[i]);
}

static const char *const func_flags[] = {"nosplit", "wrapper", "topframe", "spwrite", "asm", "needctxt", "reflectmethod", "abiwrapper",
                                         "abi0", "dupok", "noframe", NULL};
static const char *const data_flags[] = {"dupok", "typelink", "itab", "type", NULL};
static const char *const table_names[GoPctabCount] = {"pcsp", "pcfile", "pcln", "UnsafePoint", "StackMapIndex", "InlTreeIndex",
                                                      "ArgLiveIndex", "PanicBounds"};
static const char *const funcdata_names[GoFuncdataCount] = {"ArgsPointerMaps", "LocalsPointerMaps", "StackObjects", "InlTree",
                                                            "OpenCodedDefer", "ArgInfo", "ArgLiveInfo", "WrapInfo"};
static const char *const reach_names[] = {"?", "keep", "in-iface", "iface-method", "method", "named-method", "init-order", "indirect-call", "map-init"};

static void print_funcs(const ElfImage *e, const Records *r, const Records *line, Buf *out)
{
    for (size_t at = 0; at + sizeof(GoFuncRec) <= r->size; at += sizeof(GoFuncRec)) {
        GoFuncRec f;
        memcpy(&f, r->data + at, sizeof f);
        buf_printf(out, "func %s line %u", ref(e, r, at), f.startline);
        if (f.args == GoArgsUnknown)
            buf_puts(out, " args ?");
        else
            buf_printf(out, " args %d", f.args);
        buf_printf(out, " locals %d align %u", f.locals, f.align);
        if (f.deferreturn)
            buf_printf(out, " deferreturn %#x", f.deferreturn);
        if (f.var_count)
            buf_printf(out, " var %u+%u", f.var_first, f.var_count);
        if (f.inl_count)
            buf_printf(out, " inl %u+%u", f.inl_first, f.inl_count);
        print_flags(f.flags, func_flags, out);
        buf_putc(out, '\n');
        for (int t = 0; t < GoPctabCount; t++)
            print_table(line, f.pctab[t], table_names[t], out);
        for (int t = 0; t < GoFuncdataCount; t++) {
            const char *name = ref(e, r, at + offsetof(GoFuncRec, funcdata) + 8 * (size_t)t);
            if (strcmp(name, "-") != 0)
                buf_printf(out, "    %-17s %s\n", funcdata_names[t], name);
        }
    }
}

static void print_datas(const ElfImage *e, const Records *r, Buf *out)
{
    for (size_t at = 0; at + sizeof(GoDataRec) <= r->size; at += sizeof(GoDataRec)) {
        GoDataRec d;
        memcpy(&d, r->data + at, sizeof d);
        buf_printf(out, "data %s align %u type %s", ref(e, r, at), d.align, ref(e, r, at + offsetof(GoDataRec, gotype)));
        print_flags(d.flags, data_flags, out);
        buf_putc(out, '\n');
    }
}

static void print_reaches(const ElfImage *e, const Records *r, Buf *out)
{
    for (size_t at = 0; at + sizeof(GoReachRec) <= r->size; at += sizeof(GoReachRec)) {
        GoReachRec rec;
        memcpy(&rec, r->data + at, sizeof rec);
        bool known = rec.kind < sizeof reach_names / sizeof *reach_names;
        buf_printf(out, "reach %s %s to %s name %s off %#x\n", ref(e, r, at), known ? reach_names[rec.kind] : "?",
                   ref(e, r, at + offsetof(GoReachRec, to)), ref(e, r, at + offsetof(GoReachRec, name)), rec.off);
    }
}

static void print_inls(const ElfImage *e, const Records *r, Buf *out)
{
    uint32_t n = 0;
    for (size_t at = 0; at + sizeof(GoInlRec) <= r->size; at += sizeof(GoInlRec)) {
        GoInlRec rec;
        memcpy(&rec, r->data + at, sizeof rec);
        buf_printf(out, "inl %u %s line %d parentpc %#x%s\n", n++, ref(e, r, at), rec.startline, (unsigned)rec.parent_pc,
                   rec.flags & GoFuncWrapper ? " wrapper" : "");
    }
}

static int64_t sleb(const uint8_t **p, const uint8_t *end)
{
    uint64_t v = 0;
    for (unsigned shift = 0; *p < end && shift < 64; shift += 7) {
        uint8_t b = *(*p)++;
        v |= (uint64_t)(b & 0x7f) << shift;
        if (b < 0x80)
            return (int64_t)(b & 0x40 && shift + 7 < 64 ? v | ~(uint64_t)0 << (shift + 7) : v);
    }
    return (int64_t)v;
}

/* What compile writes of DWARF's expressions: a register, a slot from the frame's CFA, a constant, pieces of these. */
static void print_expression(const uint8_t *p, const uint8_t *end, Buf *out)
{
    enum { OpConsts = 0x11, OpReg0 = 0x50, OpReg31 = 0x6f, OpFbreg = 0x91, OpPiece = 0x93, OpStackValue = 0x9f };
    static const char *const regs[] = {"AX", "DX", "CX", "BX", "SI", "DI", "BP", "SP", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "?"};
    bool known = false; /* the piece at hand is somewhere */
    while (p < end) {
        uint8_t op = *p++;
        uint32_t size;
        if (op >= OpReg0 && op <= OpReg31 && op - OpReg0 <= 16)
            buf_printf(out, " %s", regs[op - OpReg0]);
        else if (op >= OpReg0 && op <= OpReg31)
            buf_printf(out, " X%d", op - OpReg0 - 17);
        else if (op == OpFbreg)
            buf_printf(out, " %lld", (long long)sleb(&p, end));
        else if (op == OpConsts)
            buf_printf(out, " $%lld", (long long)sleb(&p, end));
        else if (op == OpPiece && uvarint(&p, end, &size))
            buf_puts(out, known ? "" : " -");
        else if (op != OpStackValue)
            buf_printf(out, " op %#x", op);
        known = op != OpPiece;
    }
}

static void print_places(const Records *line, GoPctab t, Buf *out)
{
    if (t.off > line->size || t.size > line->size - t.off) {
        buf_puts(out, " outside .go.line");
        return;
    }
    const uint8_t *p = (const uint8_t *)line->data + t.off, *end = p + t.size;
    uint32_t start, length, size;
    for (const char *sep = " in"; p < end && uvarint(&p, end, &start) && uvarint(&p, end, &length) && uvarint(&p, end, &size); sep = ";") {
        if (size > (size_t)(end - p))
            size = (uint32_t)(end - p);
        buf_printf(out, "%s %#x-%#x:", sep, start, start + length);
        print_expression(p, p + size, out);
        p += size;
    }
}

static void print_var(const ElfImage *e, const Records *r, size_t at, const GoVarRec *v, const Records *line, Buf *out)
{
    buf_printf(out, " %.*s", (int)v->text.size, line->data + v->text.off);
    if (v->places.size > 0)
        print_places(line, v->places, out);
    else if (v->off != GoVarNowhere)
        buf_printf(out, " at %d", v->off);
    buf_printf(out, " type %s line %u", ref(e, r, at + offsetof(GoVarRec, type)), v->line);
    if (v->closure_off)
        buf_printf(out, " closure %u", v->closure_off);
}

static void print_consts(const ElfImage *e, const Records *r, const Records *line, Buf *out)
{
    for (size_t at = 0; at + sizeof(GoConstRec) <= r->size; at += sizeof(GoConstRec)) {
        GoConstRec c;
        memcpy(&c, r->data + at, sizeof c);
        if (c.name.off <= line->size && c.name.size <= line->size - c.name.off)
            buf_printf(out, "const %.*s = %lld type %s\n", (int)c.name.size, line->data + c.name.off, (long long)c.value,
                       ref(e, r, at + offsetof(GoConstRec, type)));
    }
}

/* Variables by the number under which functions know them; blocks are indented. */
static void print_vars(const ElfImage *e, const Records *r, const Records *line, Buf *out)
{
    static const char *const kinds[] = {"?", "param", "result", "local", "block", "end"};
    uint32_t n = 0;
    int depth = 0;
    for (size_t at = 0; at + sizeof(GoVarRec) <= r->size; at += sizeof(GoVarRec)) {
        GoVarRec v;
        memcpy(&v, r->data + at, sizeof v);
        bool inside = v.text.off <= line->size && v.text.size <= line->size - v.text.off, variable = v.kind < GoVarScope;
        depth -= v.kind == GoVarEnd && depth > 0;
        buf_printf(out, "var %u %*s%s", n++, 2 * depth, "", v.kind <= GoVarEnd ? kinds[v.kind] : "?");
        depth += v.kind == GoVarScope && depth < 100;
        if (variable && inside)
            print_var(e, r, at, &v, line, out);
        buf_putc(out, '\n');
    }
}

static void print_provs(const ElfImage *e, const Records *r, Buf *out)
{
    for (size_t at = 0; at + sizeof(GoProvRec) <= r->size; at += sizeof(GoProvRec)) {
        GoProvRec p;
        memcpy(&p, r->data + at, sizeof p);
        buf_printf(out, "prov %s+%#x %u bytes: file %u line %u:%u node %u value v%u\n", ref(e, r, at), p.off, p.size, p.file, p.line, p.col,
                   p.node, p.value);
    }
}

void print_records(Arena *a, const ElfImage *e, Buf *out)
{
    Records pkg = records_of(a, e, SecGoPkg), file = records_of(a, e, SecGoFile), line = records_of(a, e, SecGoLine);
    Records func = records_of(a, e, SecGoFunc), data = records_of(a, e, SecGoData), reach = records_of(a, e, SecGoReach);
    Records inl = records_of(a, e, SecGoInl), prov = records_of(a, e, SecGoProv), var = records_of(a, e, SecGoVar);
    Records consts = records_of(a, e, SecGoConst);
    print_strings(&pkg, "pkg", out);
    print_strings(&file, "file", out);
    print_funcs(e, &func, &line, out);
    print_inls(e, &inl, out);
    print_vars(e, &var, &line, out);
    print_consts(e, &consts, &line, out);
    print_datas(e, &data, out);
    print_reaches(e, &reach, out);
    print_provs(e, &prov, out);
}
