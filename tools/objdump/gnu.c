/* gnu.c - one instruction in the syntax of GNU's assembler (AT&T): objdump -gnu.
 *
 * Operands stand as in Go's, source first; registers say their width with
 * their name, so that a mnemonic gets a letter only where no register does. */
#include <ctype.h>
#include <string.h>

#include "../../assembler/obj/asm6.h"
#include "objdump.h"

enum { Bits8 = 1, Bits16 = 2, Bits32 = 4, Bits64 = 8 };

/* ---- Registers ---- */

static void put_general(int number, bool high, int size, Buf *out)
{
    static const char *const bytes[] = {"al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil"};
    static const char *const highs[] = {"ah", "ch", "dh", "bh"};
    static const char *const words[] = {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"};
    buf_putc(out, '%');
    if (high) {
        buf_puts(out, highs[number - 4]);
    } else if (number >= 8) {
        buf_printf(out, "r%d%s", number, size == Bits8 ? "b" : size == Bits16 ? "w" : size == Bits32 ? "d" : "");
    } else if (size == Bits8) {
        buf_puts(out, bytes[number]);
    } else {
        if (size != Bits16)
            buf_putc(out, size == Bits64 ? 'r' : 'e');
        buf_puts(out, words[number]);
    }
}

static void put_register(int reg, int size, Buf *out)
{
    const RegInfo *r = &reg_info[reg];
    switch ((RegClass)r->class) {
    case RegGP: put_general(r->number, false, size, out); break;
    case RegByte: put_general(r->number, false, Bits8, out); break;
    case RegHigh: put_general(r->number, true, Bits8, out); break;
    case RegX: buf_printf(out, "%%xmm%d", r->number); break;
    case RegY: buf_printf(out, "%%ymm%d", r->number); break;
    case RegZ: buf_printf(out, "%%zmm%d", r->number); break;
    case RegM: buf_printf(out, "%%mm%d", r->number); break;
    case RegF:
        buf_puts(out, "%st");
        if (r->number)
            buf_printf(out, "(%d)", r->number);
        break;
    default:
        buf_putc(out, '%');
        for (const char *s = r->name; *s; s++)
            buf_putc(out, (char)tolower((unsigned char)*s));
        break;
    }
}

/* ---- Widths ---- */

static bool in_family(As as, As first, As last) { return as >= first && as <= last; }

static bool is_vector(const Addr *a)
{
    RegClass class = a->type == AddrReg ? (RegClass)reg_info[a->reg].class : RegNone;
    return (class >= RegX && class <= RegZ) || class == RegM;
}

static bool has_vector(const Insn *in)
{
    for (int i = 0; i < in->nops; i++) {
        RegClass class = in->ops[i].type == AddrReg ? (RegClass)reg_info[in->ops[i].reg].class : RegNone;
        if ((class >= RegX && class <= RegM) || (in->flags & (VEX | EVEX)))
            return true;
    }
    return false;
}

/* System registers have instructions of their own: sgdt for a MOV from GDTR. */
static const char *system_name(const Insn *in)
{
    static const struct { Kind k; const char *from, *to; } names[] = {
        {Gdtr, "sgdt", "lgdt"}, {Idtr, "sidt", "lidt"}, {Ldtr, "sldt", "lldt"}, {Task, "str", "ltr"}, {Msw, "smsw", "lmsw"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (in->nops == 2 && (in->kind[0] == names[i].k || in->kind[1] == names[i].k))
            return in->kind[0] == names[i].k ? names[i].from : names[i].to;
    return NULL;
}

/* Bytes of a general register in the operand of that kind. */
static int width(const Insn *in, Kind k)
{
    switch ((As)in->as) {
    case AMOVLQSX: return k == E ? Bits32 : Bits64;
    case AMOVSWW: case AMOVZWW: case AMOVWLSX: case AMOVWLZX: case AMOVWQSX: case AMOVWQZX:
        if (k == E)
            return Bits16;
        break;
    case APUSHQ: case APOPQ: case ACALL: case AJMP: case AINVPCID: case ARDPID: case AUMONITOR: return Bits64;
    case AADCXL: case AADOXL: case ATPAUSE: case AUMWAIT: return Bits32;
    case AADCXQ: case AADOXQ: return Bits64;
    case AMOVW: case AMOVL: case AMOVQ:
        if (in->nops == 2 && system_name(in) && k == E && in->kind[1] != E)
            return Bits16;
        break;
    case ALLDT: case ALTR: case AVERR: case AVERW: return Bits16;
    case ACRC32B: return k == E ? Bits8 : Bits32;
    case ACRC32W: return k == E ? Bits16 : Bits32;
    default: break;
    }
    bool control = in->kind[0] == Crg || in->kind[0] == Drg || in->kind[1] == Crg || in->kind[1] == Drg;
    if (in->flags & W || control)
        return Bits64;
    return (in->flags & P66) && !has_vector(in) ? Bits16 : Bits32; /* beside a vector 66 is part of the opcode */
}

static bool names_width(const Insn *in)
{
    bool convert = in_family((As)in->as, ACVTSL2SS, ACVTSQ2SS) || in_family((As)in->as, ACVTSL2SD, ACVTSQ2SD);
    for (int i = 0; i < in->nops; i++) {
        const Addr *a = &in->ops[i];
        Kind k = (Kind)in->kind[i];
        if (a->type != AddrReg || k == Cx || k == Fs || k == Gs)
            continue;
        if (convert && reg_info[a->reg].class == RegX)
            continue;
        if (reg_info[a->reg].class != RegF)
            return true;
    }
    return false;
}

/* ---- Mnemonic ---- */

typedef struct Renamed {
    As as;
    const char *name;
} Renamed;

static const Renamed renamed[] = {
    {ACBW, "cbtw"}, {ACWDE, "cwtl"}, {ACDQE, "cltq"}, {ACWD, "cwtd"}, {ACDQ, "cltd"}, {ACQO, "cqto"}, {AMOVSL, "movsl"},
    {ACMPSL, "cmpsl"}, {ASTOSB, "stos"}, {ASTOSW, "stos"}, {ASTOSL, "stos"}, {ASTOSQ, "stos"}, {ALODSB, "lods"}, {ALODSW, "lods"},
    {ALODSL, "lods"}, {ALODSQ, "lods"}, {ASCASB, "scas"}, {ASCASW, "scas"}, {ASCASL, "scas"}, {ASCASQ, "scas"}, {AINSL, "insl"},
    {AOUTSL, "outsl"}, {AMOVSD, "movsd"}, {ACMPSD, "cmpsd"}, {AXLAT, "xlat"}, {ALEAVEQ, "leaveq"}, {AICEBP, "int1"}, {ARETFW, "lretw"}, {ARETFL, "lret"}, {ARETFQ, "lretq"},
   
};

/* The widths of what is extended: from, to. */
static const char *extension_letters(As as)
{
    switch (as) {
    case AMOVBLSX: case AMOVBLZX: return "bl";
    case AMOVBWSX: case AMOVBWZX: return "bw";
    case AMOVBQSX: case AMOVBQZX: return "bq";
    case AMOVSWW: case AMOVZWW: return "ww";
    case AMOVWLSX: case AMOVWLZX: return "wl";
    case AMOVWQSX: case AMOVWQZX: return "wq";
    default: return NULL;
    }
}

/* Names of ours from AVX on that say a width which GNU's leave to the operands. */
static size_t vector_name_length(const Insn *in, const char *name)
{
    static const char *const general[] = {"ANDN", "BEXTR", "BLSI", "BLSMSK", "BLSR", "BZHI", "MULX", "PDEP", "PEXT", "RORX", "SARX", "SHLX", "SHRX",
                                          "VCVTSS2", "VCVTSD2", "VCVTTSS2", "VCVTTSD2"};
    size_t n = strlen(name);
    bool memory = false;
    for (int i = 0; i < in->nops; i++)
        memory |= in->ops[i].type == AddrMem;
    if (!(in->flags & (VEX | EVEX)))
        return n;
    if (strncmp(name, "VCVTSI2", 7) == 0 || strncmp(name, "VCVTUSI2", 8) == 0)
        return memory ? n : n - 1;
    for (size_t i = 0; i < sizeof general / sizeof *general; i++)
        if (strncmp(name, general[i], strlen(general[i])) == 0 && (name[n - 1] == 'L' || name[n - 1] == 'Q'))
            return n - 1;
    bool vector = strchr("XYZ", name[n - 1]) && (strncmp(name, "VCVT", 4) == 0 || strncmp(name, "VFPCLASS", 8) == 0);
    return vector && (!memory || in->suffix & SuffixBCST) ? n - 1 : n;
}

static bool is_nop(const Insn *in) { return in->map == 0 && in->opcode == 0x90 && in->nops == 2 && in->ops[0].reg == in->ops[1].reg; }

/* One mnemonic of ours may be several of GNU's: by opcode, NULL when it is not. */
static const char *name_by_opcode(const Insn *in)
{
    bool mmx = false;
    for (int i = 0; i < in->nops; i++)
        mmx |= in->ops[i].type == AddrReg && reg_info[in->ops[i].reg].class == RegM;
    if (in->map != 1)
        return NULL;
    switch (in->opcode) {
    case 0x2a: return in->as == ACVTPL2PD ? "cvtpi2pd" : in->as == ACVTPL2PS ? "cvtpi2ps" : NULL;
    case 0x2c: return in->as == ACVTTPD2PL ? "cvttpd2pi" : NULL;
    case 0x2d: return in->as == ACVTPD2PL ? "cvtpd2pi" : NULL;
    case 0xd6: return mmx ? in->flags & PF3 ? "movq2dq" : "movdq2q" : NULL;
    default: return NULL;
    }
}

static void put_mnemonic(const Dump *d, const Insn *in, Buf *out)
{
    Spelling s = d->spellings[in->as];
    const char *name = s.op, *extension = extension_letters((As)in->as);
    const char *other = x87_memory_name(in) ? x87_memory_name(in) : system_name(in) ? system_name(in) : name_by_opcode(in);
    if (other) {
        buf_puts(out, other);
        return;
    }
    for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
        if (renamed[i].as == in->as) {
            buf_puts(out, renamed[i].name);
            return;
        }
    if (is_nop(in)) {
        buf_puts(out, in->as == AXCHGW ? "data16 nop" : "nop");
        return;
    }
    bool vector = in->nops == 2 && (in->as == AMOVL || in->as == AMOVQ) &&
                  (is_vector(&in->ops[0]) || is_vector(&in->ops[1]));
    if (in->opcode == 0xcc && in->as == AINT)
        name = "int3";
    else if (in->nops == 3 && s.suffix && (strcmp(name, "SHL") == 0 || strcmp(name, "SHR") == 0))
        name = name[2] == 'L' ? "shld" : "shrd";
    size_t start = out->len;
    for (size_t k = 0, n = vector_name_length(in, name); k < n; k++)
        buf_putc(out, (char)tolower((unsigned char)name[k]));
    if (extension) {
        out->len = start + 4;
        buf_puts(out, extension);
        return;
    }
    if (vector)
        buf_putc(out, in->as == AMOVL ? 'd' : 'q');
    else if ((in->as == ACALL || in->as == ARET || in->as == AJMP) && in->opcode != 0xeb && !names_width(in))
        buf_putc(out, 'q');
    else if (in_family((As)in->as, ACRC32B, ACRC32Q) && in->ops[0].type == AddrMem)
        buf_putc(out, "bwlq"[in->as - ACRC32B]);
    else if (s.suffix && !names_width(in))
        buf_putc(out, in->as == APUSHQ ? 'q' : (char)tolower((unsigned char)s.suffix));
}

/* ---- Operands ---- */

static void put_memory(const Insn *in, const Addr *a, uint64_t pc, Buf *out)
{
    static const char *const segments[] = {"es", "cs", "ss", "ds"};
    bool rip = a->name == NameExtern;
    int64_t off = rip ? a->off - (int64_t)(pc + in->len) : a->off;
    if (in->segment)
        buf_printf(out, "%%%s:", in->segment == 0x64 ? "fs" : in->segment == 0x65 ? "gs" : segments[in->segment >> 3 & 3]);
    if (off && !rip && !a->reg && !a->index)
        put_hex(out, (uint32_t)off);
    else if (off)
        put_signed_hex(out, off);
    if (!rip && !a->reg && !a->index)
        return;
    buf_putc(out, '(');
    if (rip)
        buf_puts(out, "%rip");
    else if (a->reg)
        put_register(a->reg, Bits64, out);
    if (a->index) {
        buf_putc(out, ',');
        put_register(a->index, Bits64, out);
        buf_printf(out, ",%d", a->scale);
    }
    buf_putc(out, ')');
}

/* {1to8}: how often the element in memory is repeated. */
static void put_broadcast(const Insn *in, Buf *out)
{
    if (in->suffix & SuffixBCST)
        buf_printf(out, "{1to%d}", (1 << ((in->flags >> 18 & 7) - 1)) / (in->flags & W ? 8 : 4));
}

/* Rounding or {sae}, which stands before the first vector. */
static void put_rounding(const Insn *in, Buf *out)
{
    static const struct { uint8_t suffix; const char *text; } roundings[] = {
        {SuffixSAE, "{sae},"}, {SuffixRN, "{rn-sae},"}, {SuffixRD, "{rd-sae},"}, {SuffixRU, "{ru-sae},"}, {SuffixRZ, "{rz-sae},"}};
    for (size_t i = 0; i < sizeof roundings / sizeof *roundings; i++)
        if (in->suffix & roundings[i].suffix)
            buf_puts(out, roundings[i].text);
}

static void put_operand(const Insn *in, int i, uint64_t pc, Buf *out)
{
    const Addr *a = &in->ops[i];
    switch ((AddrType)a->type) {
    case AddrReg:
        if (in->kind[i] == Cx)
            buf_puts(out, "%cl");
        else
            put_register(a->reg, width(in, (Kind)in->kind[i]), out);
        break;
    case AddrRegList: put_register(a->reg, 0, out); break;
    case AddrConst:
        buf_putc(out, '$');
        put_signed_hex(out, a->off);
        break;
    case AddrBranch: put_hex(out, (uint64_t)a->off); break;
    default:
        put_memory(in, a, pc, out);
        put_broadcast(in, out);
        break;
    }
}

static const char *implied_operands(As as)
{
    switch (as) {
    case AMOVSB: case AMOVSW: case AMOVSL: case AMOVSQ: return " %ds:(%rsi),%es:(%rdi)";
    case ACMPSB: case ACMPSW: case ACMPSL: case ACMPSQ: return " %es:(%rdi),%ds:(%rsi)";
    case ASTOSB: return " %al,%es:(%rdi)";
    case ASTOSW: return " %ax,%es:(%rdi)";
    case ASTOSL: return " %eax,%es:(%rdi)";
    case ASTOSQ: return " %rax,%es:(%rdi)";
    case ALODSB: return " %ds:(%rsi),%al";
    case ALODSW: return " %ds:(%rsi),%ax";
    case ALODSL: return " %ds:(%rsi),%eax";
    case ALODSQ: return " %ds:(%rsi),%rax";
    case ASCASB: return " %es:(%rdi),%al";
    case ASCASW: return " %es:(%rdi),%ax";
    case ASCASL: return " %es:(%rdi),%eax";
    case ASCASQ: return " %es:(%rdi),%rax";
    case AINSB: case AINSW: case AINSL: return " (%dx),%es:(%rdi)";
    case AOUTSB: case AOUTSW: case AOUTSL: return " %ds:(%rsi),(%dx)";
    case AXLAT: return " %ds:(%rbx)";
    default: return NULL;
    }
}

static bool is_compare(As as)
{
    return in_family(as, ACMPB, ACMPQ) || as == ACMPPS || as == ACMPPD || as == ACMPSS || as == ACMPSD;
}

/* Comparisons and ENTER have another order in Go's syntax. */
static int operand_at(const Insn *in, int i)
{
    if (!is_compare((As)in->as) && in->as != AENTER)
        return i;
    return in->nops == 3 ? (i + 2) % 3 : in->nops - 1 - i;
}

/* IN and OUT name both operands: the port, given or in %dx, and the register. */
static bool print_port(const Insn *in, Buf *out)
{
    bool input = in_family((As)in->as, AINB, AINL);
    if (!input && !in_family((As)in->as, AOUTB, AOUTL))
        return false;
    const char *reg = in->flags & BYTE ? "%al" : in->flags & P66 ? "%ax" : "%eax";
    buf_printf(out, input ? "in " : "out %s,", reg);
    if (in->nops)
        buf_printf(out, "$%#x", (unsigned)in->ops[0].off & 0xff);
    else
        buf_puts(out, "(%dx)");
    if (input)
        buf_printf(out, ",%s", reg);
    return true;
}

/* A shift by one, the top of the x87's stack, what the mnemonic names; the mask stands behind the last. */
static bool is_implied(const Insn *in, int i)
{
    Kind k = (Kind)in->kind[i];
    return k == I1 || k == F0 || (system_name(in) && k != E && k != M) || (in->mask && i == in->nops - 2);
}

void print_gnu(const Dump *d, const Insn *in, uint64_t pc, Buf *out)
{
    if (in->rep)
        buf_puts(out, in->rep == 0xf3 ? "rep " : "repn ");
    if (in->lock)
        buf_puts(out, "lock ");
    if (print_x87_registers(in, out) || print_port(in, out))
        return;
    put_mnemonic(d, in, out);
    const char *implied = implied_operands((As)in->as);
    if (implied)
        buf_puts(out, implied);
    if (is_nop(in) || (in->as == AINT && in->opcode == 0xcc))
        return;
    bool first = true, rounded = false;
    bool indirect = (in->as == ACALL || in->as == AJMP) && in->ops[0].type != AddrBranch;
    for (int i = 0; i < in->nops; i++) {
        int k = operand_at(in, i);
        if (is_implied(in, k))
            continue;
        buf_puts(out, first ? (indirect ? " *" : " ") : ",");
        if (!rounded && is_vector(&in->ops[k])) {
            put_rounding(in, out);
            rounded = true;
        }
        put_operand(in, k, pc, out);
        if (in->kind[k] == GE) {
            buf_putc(out, ',');
            put_operand(in, k, pc, out);
        }
        first = false;
    }
    if (in->mask)
        buf_printf(out, "{%%k%d}%s", in->mask, in->suffix & SuffixZ ? "{z}" : "");
}
