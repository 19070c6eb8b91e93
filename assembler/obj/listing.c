/* listing.c - instructions and symbols as text for the eye: what -S shows.
 *
 * The form is that of gc's listing: operands in source order, names of the
 * frame with their distance from SP, branch targets as offsets; then the bytes
 * and the relocations.  print.c prints what asm can read back. */
#include <string.h>

#include "asm6.h"

static void print_sym(const LSym *s, int64_t off, Buf *out)
{
    size_t n = strlen(s->name);
    if ((s->flags & SymAbi0) && n > 5)
        n -= 5; /* .abi0 */
    buf_write(out, s->name, n);
    if (s->flags & SymStatic)
        buf_puts(out, "<>");
    if (off)
        buf_printf(out, "%+lld", (long long)off);
    buf_puts(out, "(SB)");
}

static void print_base_index(const Addr *a, int64_t off, Buf *out)
{
    if (off || (!a->reg && !a->index))
        buf_printf(out, "%lld", (long long)off);
    if (a->reg)
        buf_printf(out, "(%s)", reg_info[a->reg].name);
}

static void print_mem(const Prog *p, const Addr *a, Buf *out)
{
    switch ((AddrName)a->name) {
    case NameExtern: print_sym(a->sym, a->off, out); break;
    case NameAuto:
    case NameParam:
        buf_printf(out, "%s%+lld(%s)", a->var ? a->var : "_", (long long)prog_sp_offset(p, a), a->name == NameParam ? "FP" : "SP");
        break;
    case NameNone: print_base_index(a, a->off, out); break;
    }
    if (a->index)
        buf_printf(out, "(%s*%d)", reg_info[a->index].name, a->scale ? a->scale : 1);
}

void addr_print(const Prog *p, const Addr *a, Buf *out)
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
    case AddrAddr: buf_putc(out, '$'); print_mem(p, a, out); break;
    case AddrIndir: buf_putc(out, '*'); print_mem(p, a, out); break;
    case AddrMem: print_mem(p, a, out); break;
    case AddrBranch:
        if (a->target && !(p->as == ATEXT))
            buf_printf(out, "%d", (int)a->target->pc);
        break;
    case AddrRegList: buf_printf(out, "[%s-%s]", reg_info[a->reg].name, reg_info[a->index].name); break;
    }
}

void prog_print_suffix(const Prog *p, Buf *out)
{
    static const char *const names[] = {"Z", "BCST", "SAE", "RN_SAE", "RD_SAE", "RU_SAE", "RZ_SAE"};
    for (int i = 1; i < 7; i++)
        if (p->suffix & 1 << i)
            buf_printf(out, ".%s", names[i]);
    if (p->suffix & SuffixZ)
        buf_puts(out, ".Z");
}

/* ADJSP shows as the addition that it becomes. */
static void print_adjsp(const Prog *p, Buf *out)
{
    int64_t n = p->from.type == AddrConst ? p->from.off : p->to.off;
    buf_printf(out, "\t%s\t$%lld, SP", n < 0 ? "ADDQ" : "SUBQ", (long long)(n < 0 ? -n : n));
}

void prog_print(const Prog *p, Buf *out)
{
    const char *separator = "\t";
    if (p->as == AADJSP) {
        print_adjsp(p, out);
        return;
    }
    buf_printf(out, "\t%s", as_name(p->as));
    prog_print_suffix(p, out);
    for (int i = -1; i <= p->nrest; i++) {
        const Addr *a = i < 0 ? &p->from : i < p->nrest ? &p->rest[i] : &p->to;
        if (a->type == AddrNone)
            continue;
        buf_puts(out, separator);
        addr_print(p, a, out);
        separator = ", ";
    }
}

/* ---- Symbols ---- */

static void print_position(ObjCtx *o, uint32_t pos, Buf *out)
{
    ObjPos at = o->position ? o->position(o->position_arg, pos) : (ObjPos){0};
    if (at.file)
        buf_printf(out, "(%s:%d)", at.file, (int)at.line);
    else
        buf_puts(out, "(<unknown line number>)");
}

static void print_text_flags(const LSym *s, Buf *out)
{
    static const struct { uint32_t flag; const char *name; } names[] = {
        {TextNOPROF, "NOPROF"}, {TextDUPOK, "DUPOK"}, {TextNOSPLIT, "NOSPLIT"}, {TextWRAPPER, "WRAPPER"}, {TextNEEDCTXT, "NEEDCTXT"},
        {TextNOFRAME, "NOFRAME"}, {TextREFLECTMETHOD, "REFLECTMETHOD"}, {TextTOPFRAME, "TOPFRAME"}, {TextABIWRAPPER, "ABIWRAPPER"},
    };
    const char *separator = ", ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (s->fn->flags & names[i].flag) {
            buf_printf(out, "%s%s", separator, names[i].name);
            separator = "|";
        }
    if (s->abi == ABIInternal)
        buf_printf(out, "%sABIInternal", separator);
}

static void print_text_line(const LSym *s, Buf *out)
{
    buf_puts(out, "\tTEXT\t");
    print_sym(s, 0, out);
    print_text_flags(s, out);
    buf_printf(out, ", $%d", (int)s->fn->frame);
    if (s->fn->args != ArgsUnknown)
        buf_printf(out, "-%d", (int)s->fn->args);
}

static void print_progs(ObjCtx *o, const LSym *s, Buf *out)
{
    const FuncInfo *fn = s->fn;
    if (!fn->first || fn->first->as != ATEXT) {
        buf_puts(out, "\t0x0000 00000 ");
        print_position(o, fn->pos, out);
        print_text_line(s, out);
        buf_putc(out, '\n');
    }
    for (const Prog *p = fn->first; p; p = p->next) {
        buf_printf(out, "\t0x%04x %05d ", (unsigned)p->pc, (int)p->pc);
        print_position(o, p->pos, out);
        if (p->as == ATEXT)
            print_text_line(s, out);
        else
            prog_print(p, out);
        buf_putc(out, '\n');
    }
}

static void print_hex(const LSym *s, Buf *out)
{
    const uint8_t *data = (const uint8_t *)s->data.data;
    for (size_t i = 0; i < s->data.len; i += 16) {
        buf_printf(out, "\t0x%04zx", i);
        for (size_t k = i; k < i + 16; k++)
            buf_printf(out, k < s->data.len ? " %02x" : "   ", k < s->data.len ? data[k] : 0);
        buf_puts(out, "  ");
        for (size_t k = i; k < i + 16 && k < s->data.len; k++)
            buf_putc(out, data[k] >= ' ' && data[k] < 0x7f ? (char)data[k] : '.');
        buf_putc(out, '\n');
    }
}

static void print_relocs(const LSym *s, Buf *out)
{
    static const char *const names[] = {
        [RelCall] = "R_CALL", [RelPC32] = "R_PCREL", [RelAddr64] = "R_ADDR", [RelAddr32] = "R_ADDR", [RelOff32] = "R_ADDROFF",
    };
    for (size_t i = 0; i < s->nrelocs; i++) {
        const Reloc *r = &s->relocs[i];
        size_t n = strlen(r->sym->name) - (r->sym->flags & SymAbi0 ? 5 : 0);
        buf_printf(out, "\trel %u+%d t=%s %.*s+%lld\n", (unsigned)r->off, r->size, names[r->type], (int)n, r->sym->name,
                   (long long)(r->type == RelPC32 ? r->add + 4 - r->tail : r->add));
    }
}

void obj_print_listing(ObjCtx *o, LSym *s, Buf *out)
{
    static const char *const kinds[] = {
        [SymUndef] = "Sxxx", [SymText] = "STEXT", [SymRodata] = "SRODATA", [SymType] = "STYPE", [SymFuncdata] = "SFUNCDATA",
        [SymData] = "SDATA", [SymNoptrdata] = "SNOPTRDATA", [SymBss] = "SBSS", [SymNoptrbss] = "SNOPTRBSS",
    };
    size_t n = strlen(s->name) - (s->flags & SymAbi0 ? 5 : 0);
    buf_printf(out, "%.*s %s%s%s", (int)n, s->name, kinds[s->kind], s->flags & SymStatic ? " static" : "", s->flags & SymDupok ? " dupok" : "");
    if (s->kind == SymText) {
        const FuncInfo *fn = s->fn;
        buf_printf(out, "%s%s%s%s", fn->cfunc ? " cfunc" : "", fn->flags & TextNOSPLIT ? " nosplit" : "",
                   fn->flags & TextTOPFRAME ? " topframe" : "", fn->flags & TextASM ? " asm" : "");
        buf_printf(out, " size=%llu args=0x%llx locals=0x%x funcid=0x%x align=0x%x\n", (unsigned long long)s->size,
                   (unsigned long long)(int64_t)fn->args, (unsigned)fn->frame, fn->func_id, (unsigned)fn->align);
        print_progs(o, s, out);
    } else {
        buf_printf(out, " size=%llu\n", (unsigned long long)s->size);
    }
    print_hex(s, out);
    print_relocs(s, out);
}
