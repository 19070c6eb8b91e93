/* print.c - a whole object as assembly source: compile -S=asm.
 *
 * asm turns the text into the same object, byte for byte.  Go's assembler has
 * no words for some of what compile says, so these lines are ours
 * (assembler/dialect.c reads them):
 *
 *   PKG "name", "gover=go1.26", ...            package clause and settings; first line
 *   LINE $n, "file", $col, $inl, $node         position of what follows; inl: 0, or 1 + number of the INLINE;
 *                                              LINE $0 alone: no position
 *   FUNC $funcid, $startline, $align, $attr    after TEXT; attr: 1 runtime code on the system stack, 2 from asm
 *   SPILL MOVQ, MOVQ, AX, $8                   register argument saved around morestack
 *   INLINE $parent, $startline, $funcid, "p.f" an inlined call: 0, 1, ... in order of the lines; parent -1: none
 *   INLMARK $n                                 the next instruction stands at the site of call n
 *   VALUE $id                                  SSA value of what follows (with -prov)
 *   SYM "x"(SB), KIND, $size, $align, $flags, "type:int"(SB)
 *                                              a data symbol (in place of GLOBL); the last operand is its type
 *   DATA "x"+4(SB)/4, $"y"(SB)                 a 32-bit offset (R_X86_64_32)
 *   WEAKREF "x"(SB)                            x may stay undefined
 *   REACH $kind, $off, "sym"(SB), "to"(SB), "name"(SB)
 *
 * Names are quoted and always carry their ABI.  What frame.c has added is left
 * out: asm adds it again. */
#include <stdlib.h>
#include <string.h>

#include "asm6.h"

static const char *const kind_names[] = {
    [SymUndef] = "UNDEF", [SymText] = "TEXT", [SymRodata] = "RODATA", [SymType] = "TYPE", [SymFuncdata] = "FUNCDATA",
    [SymData] = "DATA", [SymNoptrdata] = "NOPTRDATA", [SymBss] = "BSS", [SymNoptrbss] = "NOPTRBSS",
};

const char *sym_kind_name(SymKind k) { return kind_names[k]; }

/* ---- Operands ---- */

static void print_sym(const LSym *s, int64_t off, Buf *out)
{
    size_t n = strlen(s->name) - (s->flags & SymAbi0 && !(s->flags & SymStatic) ? 5 : 0);
    buf_quote(out, s->name, n);
    buf_puts(out, s->flags & SymStatic ? "<>" : s->flags & SymAbi0 ? "<ABI0>" : "<ABIInternal>");
    if (off)
        buf_printf(out, "%+lld", (long long)off);
    buf_puts(out, "(SB)");
}

static void print_mem(const Addr *a, Buf *out)
{
    if (a->name == NameExtern) {
        print_sym(a->sym, a->off, out);
    } else if (a->name != NameNone) {
        const char *var = a->var ? a->var : "_";
        buf_quote(out, var, strlen(var));
        buf_printf(out, "%+lld(%s)", (long long)a->off, a->name == NameParam ? "FP" : "SP");
    } else {
        if (a->off || (!a->reg && !a->index))
            buf_printf(out, "%lld", (long long)a->off);
        if (a->reg)
            buf_printf(out, "(%s)", reg_info[a->reg].name);
    }
    if (a->index)
        buf_printf(out, "(%s*%d)", reg_info[a->index].name, a->scale ? a->scale : 1);
}

static void print_operand(const Addr *a, const Map *labels, Buf *out)
{
    switch ((AddrType)a->type) {
    case AddrNone: break;
    case AddrReg: buf_puts(out, reg_info[a->reg].name); break;
    case AddrConst: buf_printf(out, "$%lld", (long long)a->off); break;
    case AddrFConst: buf_printf(out, "$(%.17g)", a->fval); break;
    case AddrSConst:
        buf_putc(out, '$');
        buf_quote(out, a->sval, a->slen);
        break;
    case AddrAddr: buf_putc(out, '$'); print_mem(a, out); break;
    case AddrIndir: buf_putc(out, '*'); print_mem(a, out); break;
    case AddrMem: print_mem(a, out); break;
    case AddrBranch: buf_printf(out, "L%u", (unsigned)(uintptr_t)map_get(labels, a->target)); break;
    case AddrRegList: buf_printf(out, "[%s-%s]", reg_info[a->reg].name, reg_info[a->index].name); break;
    }
}

/* ---- Functions ---- */

/* What has been said about the position so far. */
typedef struct Printer {
    ObjCtx *o;
    Buf *out;
    ObjPos at;
    uint32_t value;
    int32_t *calls; /* of the function: numbers of the user by local number */
    size_t ncalls, cap_calls;
} Printer;

/* Local number of an inlined call, printed with its parents when it is new. */
static int32_t print_inline(Printer *x, int32_t call)
{
    for (size_t i = 0; i < x->ncalls; i++)
        if (x->calls[i] == call)
            return (int32_t)i;
    InlCall c = x->o->inlined(x->o->position_arg, call);
    int32_t parent = c.parent >= 0 && x->ncalls < 10000 ? print_inline(x, c.parent) : -1;
    buf_printf(x->out, "\tINLINE\t$%d, $%d, $%d, ", (int)parent, (int)c.start_line, (int)c.func_id);
    buf_quote(x->out, c.name, strlen(c.name));
    buf_putc(x->out, '\n');
    vec_push(x->calls, x->ncalls, x->cap_calls, call);
    return (int32_t)x->ncalls - 1;
}

static void print_line(Printer *x, uint32_t pos)
{
    if (!x->o->position || !pos)
        return;
    ObjPos at = x->o->position(x->o->position_arg, pos);
    if (!at.file)
        return;
    if (at.inl)
        at.inl = 1 + print_inline(x, at.inl - 1);
    if (!x->o->prov)
        at.col = 0, at.node = 0;
    bool same_file = x->at.file == at.file, same_rest = x->at.col == at.col && x->at.inl == at.inl && x->at.node == at.node;
    if (same_file && same_rest && x->at.line == at.line)
        return;
    buf_printf(x->out, "\tLINE\t$%d", (int)at.line);
    if (!same_file || !same_rest) {
        buf_puts(x->out, ", ");
        buf_quote(x->out, at.file, strlen(at.file));
        buf_printf(x->out, ", $%d, $%d, $%u", (int)at.col, (int)at.inl, (unsigned)at.node);
    }
    buf_putc(x->out, '\n');
    x->at = at;
}

/* Labels are numbered in order of their places. */
static void number_labels(const FuncInfo *fn, Map *labels)
{
    Map targets = {0};
    uintptr_t n = 0;
    for (const Prog *p = fn->first; p; p = p->next)
        if (p->to.type == AddrBranch && !(p->mark & MarkMade))
            map_put(&targets, p->to.target, (void *)1);
    for (const Prog *p = fn->first; p; p = p->next)
        if (map_get(&targets, p))
            map_put(labels, p, (void *)++n);
    map_free(&targets);
}

/* A function without a position must not take that of the one before. */
static void print_start(Printer *x, const FuncInfo *fn)
{
    bool known = fn->pos && x->o->position && x->o->position(x->o->position_arg, fn->pos).file;
    if (!known && x->at.file) {
        buf_puts(x->out, "\tLINE\t$0\n");
        x->at = (ObjPos){0};
    }
    print_line(x, fn->pos);
}

static void print_header(Printer *x, const LSym *s)
{
    const FuncInfo *fn = s->fn;
    print_start(x, fn);
    buf_puts(x->out, "TEXT ");
    print_sym(s, 0, x->out);
    buf_printf(x->out, ", %u, $%d", (unsigned)fn->flags & 0x3fff, (int)fn->locals);
    if (fn->args != ArgsUnknown)
        buf_printf(x->out, "-%d", (int)fn->args);
    buf_printf(x->out, "\n\tFUNC\t$%d, $%d, $%u, $%d\n", fn->func_id, (int)fn->start_line, (unsigned)fn->align,
               fn->cfunc | (fn->flags & TextASM ? 2 : 0));
    for (int i = 0; i < fn->nspills; i++)
        buf_printf(x->out, "\tSPILL\t%s, %s, %s, $%lld\n", as_name(fn->spills[i].store), as_name(fn->spills[i].load),
                   reg_info[fn->spills[i].reg].name, (long long)fn->spills[i].off);
}

/* FUNCDATA that the function has without a Prog. */
static void print_funcdata(Printer *x, const FuncInfo *fn)
{
    for (int i = 0; i < NumFuncdata; i++) {
        bool said = !fn->funcdata[i];
        for (const Prog *p = fn->first; p && !said; p = p->next)
            said = p->as == AFUNCDATA && p->from.off == i;
        if (said)
            continue;
        buf_printf(x->out, "\tFUNCDATA\t$%d, ", i);
        print_sym(fn->funcdata[i], fn->funcdata_off[i], x->out);
        buf_putc(x->out, '\n');
    }
}

/* The RET that was expanded from p on; *last is the last Prog it became. */
static void print_ret(Printer *x, const Prog *p, const Prog **last)
{
    const Prog *end = p;
    while (end->as != ARET && end->as != AJMP && end->next)
        end = end->next;
    buf_puts(x->out, "\tRET");
    if (end->as == AJMP) {
        buf_putc(x->out, '\t');
        print_operand(&end->to, NULL, x->out);
    }
    buf_putc(x->out, '\n');
    *last = end;
}

static void print_instruction(Printer *x, const Prog *p, const Map *labels)
{
    const char *separator = "\t";
    buf_printf(x->out, "\t%s", as_name(p->as));
    prog_print_suffix(p, x->out);
    for (int i = -1; i <= p->nrest; i++) {
        const Addr *a = i < 0 ? &p->from : i < p->nrest ? &p->rest[i] : &p->to;
        if (a->type == AddrNone)
            continue;
        buf_puts(x->out, separator);
        print_operand(a, labels, x->out);
        separator = ", ";
    }
    buf_putc(x->out, '\n');
}

static void print_marks(Printer *x, const FuncInfo *fn, const Prog *p)
{
    for (size_t i = 0; i < fn->nmarks; i++)
        if (fn->marks[i].p == p) {
            int32_t n = print_inline(x, fn->marks[i].call);
            buf_printf(x->out, "\tINLMARK\t$%d\n", (int)n);
        }
}

static void print_function(Printer *x, const LSym *s)
{
    const FuncInfo *fn = s->fn;
    Map labels = {0};
    x->ncalls = 0;
    x->at.inl = -1; /* numbers begin anew: say the next one in full */
    x->value = 0;
    number_labels(fn, &labels);
    print_header(x, s);
    print_funcdata(x, fn);
    for (const Prog *p = fn->first; p; p = p->next) {
        if (p->as == ATEXT || (p->mark & MarkMade))
            continue;
        print_line(x, p->pos);
        print_marks(x, fn, p);
        if (x->o->prov && p->value != x->value) {
            buf_printf(x->out, "\tVALUE\t$%u\n", (unsigned)p->value);
            x->value = p->value;
        }
        if (map_has(&labels, p))
            buf_printf(x->out, "L%u:\n", (unsigned)(uintptr_t)map_get(&labels, p));
        if (p->mark & MarkRet)
            print_ret(x, p, &p);
        else
            print_instruction(x, p, &labels);
    }
    map_free(&labels);
}

/* ---- Data ---- */

static int compare_names(const void *a, const void *b)
{
    return strcmp((*(LSym *const *)a)->name, (*(LSym *const *)b)->name);
}

static void print_bytes(const LSym *s, size_t from, size_t to, Buf *out)
{
    enum { Chunk = 64 };
    for (size_t at = from; at < to; at += Chunk) {
        size_t n = to - at < Chunk ? to - at : Chunk;
        buf_puts(out, "DATA ");
        print_sym(s, (int64_t)at, out);
        buf_printf(out, "/%zu, $", n);
        buf_quote(out, s->data.data + at, n);
        buf_putc(out, '\n');
    }
}

static void print_data(const LSym *s, Buf *out)
{
    buf_puts(out, "SYM ");
    print_sym(s, 0, out);
    buf_printf(out, ", %s, $%llu, $%u, $%u", kind_names[s->kind], (unsigned long long)s->size, (unsigned)s->align,
               (unsigned)(s->flags & (SymDupok | SymTypelink | SymItab | SymTypeDesc)));
    if (s->gotype) {
        buf_puts(out, ", ");
        print_sym(s->gotype, 0, out);
    }
    buf_putc(out, '\n');
    size_t at = 0;
    for (size_t i = 0; i < s->nrelocs; i++) {
        const Reloc *r = &s->relocs[i];
        print_bytes(s, at, r->off, out);
        buf_puts(out, "DATA ");
        print_sym(s, r->off, out);
        buf_printf(out, "/%d, $", r->size);
        print_sym(r->sym, r->add, out);
        buf_putc(out, '\n');
        at = r->off + r->size;
    }
    print_bytes(s, at, s->data.len, out);
}

/* Undefined symbols that may stay so. */
static void print_weakrefs(ObjCtx *o, Buf *out)
{
    const LSym **weak = xcalloc(o->nlist + 1, sizeof *weak);
    size_t n = 0;
    for (size_t i = 0; i < o->nlist; i++)
        if (o->list[i]->kind == SymUndef && (o->list[i]->flags & SymWeakRef))
            weak[n++] = o->list[i];
    qsort(weak, n, sizeof *weak, compare_names);
    for (size_t i = 0; i < n; i++) {
        buf_puts(out, "WEAKREF ");
        print_sym(weak[i], 0, out);
        buf_putc(out, '\n');
    }
    free(weak);
}

static void print_reach(ObjCtx *o, Buf *out)
{
    for (size_t i = 0; i < o->nreach; i++) {
        const ReachRecord *r = &o->reach[i];
        const LSym *syms[] = {r->sym, r->to, r->name};
        buf_printf(out, "REACH $%u, $%u", (unsigned)r->kind, (unsigned)r->off);
        for (int k = 0; k < 3; k++) {
            buf_puts(out, ", ");
            if (syms[k])
                print_sym(syms[k], 0, out);
            else
                buf_puts(out, "$0");
        }
        buf_putc(out, '\n');
    }
}

static void print_package(ObjCtx *o, Buf *out)
{
    buf_puts(out, "PKG ");
    buf_quote(out, o->pkgname, strlen(o->pkgname));
    for (int i = 0; i < o->nsettings; i++) {
        buf_puts(out, ", ");
        buf_quote(out, o->settings[i], strlen(o->settings[i]));
    }
    buf_putc(out, '\n');
}

void obj_print_asm(ObjCtx *o, Buf *out)
{
    Printer x = {.o = o, .out = out};
    size_t n;
    LSym **list = obj_sorted(o, &n);
    obj_sort_records(o);
    print_package(o, out);
    for (size_t i = 0; i < n; i++) {
        if (list[i]->kind == SymText)
            print_function(&x, list[i]);
        else
            print_data(list[i], out);
    }
    print_weakrefs(o, out);
    print_reach(o, out);
    free(list);
    free(x.calls);
}
