/* plan9.c - one instruction in the syntax of `go tool objdump`.
 *
 * Operands stand in the order of Go's assembler, but the mnemonics are
 * Intel's, some with a letter for the width: JBE, not JLS; MOVZX, not
 * MOVBLZX; MOVDQU, not MOVOU.  Most mnemonics of instr.h are their own Intel
 * names, or would be without their last letter; the table below has the rest.
 * Vector instructions from AVX on keep their names, masks and suffixes. */
#include <string.h>

#include "../../assembler/obj/asm6.h"
#include "objdump.h"

/* ---- Mnemonics ---- */

/* Three or four widths of one instruction: with the letter, and without. */
#define WLQ(n) [A##n##W] = {#n, 'W'}, [A##n##L] = {#n, 'L'}, [A##n##Q] = {#n, 'Q'}
#define BWLQ(n) [A##n##B] = {#n, 'B'}, WLQ(n)
#define LQ(n) [A##n##L] = {#n, 'L'}, [A##n##Q] = {#n, 'Q'}
#define PLAIN2(n) [A##n##L] = {#n, 0}, [A##n##Q] = {#n, 0}
#define PLAIN3(n) [A##n##W] = {#n, 0}, PLAIN2(n)
#define IS(n, intel) [A##n] = {#intel, 0}

static const Spelling renamed[NumAs] = {
    BWLQ(ADC), BWLQ(ADD), BWLQ(AND), WLQ(BSF), WLQ(BSR), WLQ(BT), WLQ(BTC), WLQ(BTR), WLQ(BTS), BWLQ(CMP), BWLQ(CMPXCHG),
    BWLQ(DEC), BWLQ(DIV), BWLQ(IDIV), BWLQ(IMUL), BWLQ(INC), WLQ(LEA), BWLQ(MOV), LQ(MOVNTI), BWLQ(MUL), BWLQ(NEG), BWLQ(NOT),
    BWLQ(OR), WLQ(POPCNT), BWLQ(RCL), BWLQ(RCR), BWLQ(ROL), BWLQ(ROR), BWLQ(SAR), BWLQ(SBB), BWLQ(SHL), BWLQ(SHR), BWLQ(SUB),
    BWLQ(TEST), BWLQ(XADD), BWLQ(XCHG), BWLQ(XOR),
    [AINB] = {"IN", 'B'}, [AINW] = {"IN", 'W'}, [AINL] = {"IN", 'L'}, [AOUTB] = {"OUT", 'B'}, [AOUTW] = {"OUT", 'W'}, [AOUTL] = {"OUT", 'L'},
    [ANOPW] = {"NOP", 'W'}, [ANOPL] = {"NOP", 'L'}, [APUSHW] = {"PUSH", 'W'}, [APUSHQ] = {"PUSH", 'Q'}, [APOPW] = {"POP", 'W'},
    [APOPQ] = {"POP", 'Q'}, [AIMUL3W] = {"IMUL", 'W'}, [AIMUL3L] = {"IMUL", 'L'}, [AIMUL3Q] = {"IMUL", 'Q'},
    [ACVTSL2SS] = {"CVTSI2SS", 'L'}, [ACVTSQ2SS] = {"CVTSI2SS", 'Q'}, [ACVTSL2SD] = {"CVTSI2SD", 'L'}, [ACVTSQ2SD] = {"CVTSI2SD", 'Q'},
    [ACVTSS2SL] = {"CVTSS2SI", 'L'}, [ACVTSS2SQ] = {"CVTSS2SI", 'Q'}, [ACVTSD2SL] = {"CVTSD2SI", 'L'}, [ACVTSD2SQ] = {"CVTSD2SI", 'Q'},
    [ACVTTSS2SL] = {"CVTTSS2SI", 'L'}, [ACVTTSS2SQ] = {"CVTTSS2SI", 'Q'}, [ACVTTSD2SL] = {"CVTTSD2SI", 'L'},
    [ACVTTSD2SQ] = {"CVTTSD2SI", 'Q'},
    PLAIN3(TZCNT), PLAIN3(LZCNT), PLAIN3(BSWAP), PLAIN2(ADCX), PLAIN2(ADOX), PLAIN3(MOVBE), PLAIN3(RDRAND), PLAIN3(RDSEED), PLAIN3(LAR),
    PLAIN3(LSL), PLAIN3(SLDT), PLAIN3(STR), PLAIN3(SMSW), PLAIN3(LSS), PLAIN3(LFS), PLAIN3(LGS), PLAIN2(RDFSBASE), PLAIN2(RDGSBASE),
    PLAIN2(WRFSBASE), PLAIN2(WRGSBASE), PLAIN3(CRC32), IS(CRC32B, CRC32),
    IS(MOVBLZX, MOVZX), IS(MOVBWZX, MOVZX), IS(MOVBQZX, MOVZX), IS(MOVZWW, MOVZX), IS(MOVWLZX, MOVZX), IS(MOVWQZX, MOVZX),
    IS(MOVBLSX, MOVSX), IS(MOVBWSX, MOVSX), IS(MOVBQSX, MOVSX), IS(MOVSWW, MOVSX), IS(MOVWLSX, MOVSX), IS(MOVWQSX, MOVSX),
    IS(MOVLQSX, MOVSXD),
    IS(JCXZL, JECXZ), IS(JCXZQ, JRCXZ), IS(LOOPEQ, LOOPE), IS(RETFW, LRET), IS(RETFL, LRET), IS(RETFQ, LRET), IS(IRETW, IRET),
    IS(IRETL, IRETD), IS(PUSHFW, PUSHF), IS(POPFW, POPF), IS(LEAVEQ, LEAVE), IS(LEAVEL, LEAVE), IS(LEAVEW, LEAVE), IS(XLAT, XLATB),
    IS(WAIT, FWAIT),
    IS(MOVSL, MOVSD), IS(CMPSL, CMPSD), IS(STOSL, STOSD), IS(LODSL, LODSD), IS(SCASL, SCASD), IS(INSL, INSD), IS(OUTSL, OUTSD),
    IS(MOVSD, MOVSD_XMM), IS(CMPSD, CMPSD_XMM), IS(MOVO, MOVDQA), IS(MOVOU, MOVDQU), IS(MOVNTO, MOVNTDQ), IS(MASKMOVOU, MASKMOVDQU),
    IS(MOVQOZX, MOVQ), IS(MOVUPS, MOVUPS),
    IS(PADDL, PADDD), IS(PSUBL, PSUBD), IS(PSLLL, PSLLD), IS(PSRLL, PSRLD), IS(PSRAL, PSRAD), IS(PSLLO, PSLLDQ), IS(PSRLO, PSRLDQ),
    IS(PCMPEQL, PCMPEQD), IS(PCMPGTL, PCMPGTD), IS(PUNPCKLWL, PUNPCKLWD), IS(PUNPCKLLQ, PUNPCKLDQ), IS(PUNPCKHWL, PUNPCKHWD),
    IS(PUNPCKHLQ, PUNPCKHDQ), IS(PACKSSLW, PACKSSDW), IS(PMADDWL, PMADDWD), IS(PMULULQ, PMULUDQ), IS(PSHUFL, PSHUFD),
    IS(CVTPS2PL, CVTPS2DQ), IS(CVTTPS2PL, CVTTPS2DQ), IS(CVTPL2PS, CVTDQ2PS), IS(CVTPL2PD, CVTDQ2PD), IS(CVTPD2PL, CVTPD2DQ),
    IS(CVTTPD2PL, CVTTPD2DQ), IS(SYSENTER64, SYSENTER), IS(SYSEXIT64, SYSEXIT),
    IS(FMOVB, FBLD), IS(FMOVBP, FBSTP), IS(FMOVV, FILD), IS(FMOVVP, FISTP), IS(FMOVLP, FISTP), IS(FMOVWP, FISTP), IS(FMOVDP, FSTP),
    IS(FMOVFP, FSTP), IS(FMOVX, FLD), IS(FMOVXP, FSTP), IS(FADDD, FADD), IS(FADDF, FADD), IS(FADDL, FIADD), IS(FADDW, FIADD),
    IS(FADDDP, FADDP), IS(FMULD, FMUL), IS(FMULF, FMUL), IS(FMULL, FIMUL), IS(FMULW, FIMUL), IS(FMULDP, FMULP), IS(FSUBD, FSUB),
    IS(FSUBF, FSUB), IS(FSUBL, FISUB), IS(FSUBW, FISUB), IS(FSUBDP, FSUBP), IS(FSUBRD, FSUBR), IS(FSUBRF, FSUBR), IS(FSUBRL, FISUBR),
    IS(FSUBRW, FISUBR), IS(FSUBRDP, FSUBRP), IS(FDIVD, FDIV), IS(FDIVF, FDIV), IS(FDIVL, FIDIV), IS(FDIVW, FIDIV), IS(FDIVDP, FDIVP),
    IS(FDIVRD, FDIVR), IS(FDIVRF, FDIVR), IS(FDIVRL, FIDIVR), IS(FDIVRW, FIDIVR), IS(FDIVRDP, FDIVRP), IS(FXCHD, FXCH), IS(FCOMD, FCOM),
    IS(FCOMF, FCOM), IS(FCOML, FICOM), IS(FCOMW, FICOM), IS(FCOMDP, FCOMP), IS(FCOMFP, FCOMP), IS(FCOMLP, FICOMP), IS(FCOMWP, FICOMP),
    IS(FCOMDPP, FCOMPP), IS(FCMOVCS, FCMOVB), IS(FCMOVEQ, FCMOVE), IS(FCMOVLS, FCMOVBE), IS(FCMOVUN, FCMOVU), IS(FCMOVCC, FCMOVNB),
    IS(FCMOVHI, FCMOVNBE), IS(FSTENV, FNSTENV), IS(FSTCW, FNSTCW), IS(FSAVE, FNSAVE), IS(FSTSW, FNSTSW), IS(FCLEX, FNCLEX),
    IS(FINIT, FNINIT),
};

/* Conditions in the order of their codes. */
static const char *const conditions[16] = {"O", "NO", "B", "AE", "E", "NE", "BE", "A", "S", "NS", "P", "NP", "L", "GE", "LE", "G"};

static void spell_conditions(Arena *a, Spelling *s, As first, const char *stem)
{
    /* instr.h lists each family in the order of the codes */
    for (int cc = 0; cc < 16; cc++)
        s[first + (As)cc].op = arena_printf(a, "%s%s", stem, conditions[cc]);
}

Spelling *spellings_new(Arena *a)
{
    Spelling *s = NEW_ARRAY(a, Spelling, NumAs);
    for (unsigned as = 0; as < NumAs; as++)
        s[as] = renamed[as].op ? renamed[as] : (Spelling){as_name((As)as), 0};
    spell_conditions(a, s, AJOS, "J");
    spell_conditions(a, s, ASETOS, "SET");
    spell_conditions(a, s, ACMOVWOS, "CMOV");
    spell_conditions(a, s, ACMOVLOS, "CMOV");
    spell_conditions(a, s, ACMOVQOS, "CMOV");
    return s;
}

static bool is_vector_reg(const Addr *a)
{
    return a->type == AddrReg && (reg_info[a->reg].class == RegX || reg_info[a->reg].class == RegM);
}

static bool is_nop(const Insn *in) { return in->map == 0 && in->opcode == 0x90 && in->len - in->lock - (in->rep != 0) <= 2; }

static bool has_memory(const Insn *in)
{
    for (int i = 0; i < in->nops; i++)
        if (in->ops[i].type == AddrMem)
            return true;
    return false;
}

/* What one mnemonic of ours stands for depends on its operands. */
static Spelling spelling(const Dump *d, const Insn *in)
{
    Spelling s = d->spellings[in->as];
    bool vector = in->nops == 2 && (is_vector_reg(&in->ops[0]) || is_vector_reg(&in->ops[1]));
    if (is_nop(in) && (in->as == AXCHGL || in->as == AXCHGW) && in->ops[0].reg == in->ops[1].reg)
        return (Spelling){"NOP", in->as == AXCHGW ? 'W' : 'L'};
    if (vector && in->as == AMOVL)
        return (Spelling){"MOVD", 0};
    if (vector && in->as == AMOVQ)
        return (Spelling){"MOVQ", 0};
    if (in->nops == 3 && (s.suffix && (strcmp(s.op, "SHL") == 0 || strcmp(s.op, "SHR") == 0)))
        s.op = s.op[2] == 'L' ? "SHLD" : "SHRD";
    if (in->as == APUSHQ && in->ops[0].type == AddrConst)
        s.suffix = 'L';
    if (s.suffix == 'B' && !has_memory(in)) /* Go's disassembler takes the width of memory, else of the mode */
        s.suffix = 'L';
    if (in->as >= AFMOVD && in->as <= AFMOVXP && d->spellings[in->as].op == as_name((As)in->as)) /* loads and stores share a name */
        s.op = in->as == AFMOVD || in->as == AFMOVF ? (in->ops[0].type == AddrMem ? "FLD" : "FST") : in->ops[0].type == AddrMem ? "FILD" : "FIST";
    return s;
}

/* ---- Operands ---- */

static const char *segment_name(uint8_t prefix)
{
    switch (prefix) {
    case 0x26: return "ES";
    case 0x2e: return "CS";
    case 0x36: return "SS";
    case 0x3e: return "DS";
    case 0x64: return "FS";
    default: return "GS";
    }
}

/* The low byte of a register that has no other name than the whole one. */
static const char *register_name(int reg)
{
    if (reg >= REG_SPB && reg <= REG_R15B)
        reg += REG_AX - REG_AL;
    return reg_info[reg].name;
}

static bool put_symbol(const Code *c, uint64_t addr, bool start_only, Buf *out)
{
    const Symbol *s = code_symbol(c, addr);
    if (!s || (start_only && s->addr != addr))
        return false;
    buf_puts(out, s->name);
    if (s->addr != addr)
        buf_printf(out, "%+lld", (long long)(addr - s->addr));
    buf_puts(out, "(SB)");
    return true;
}

static void put_memory(const Code *c, const Insn *in, const Addr *a, uint64_t pc, Buf *out)
{
    bool rip = a->name == NameExtern, absolute = !rip && !a->reg && !a->index;
    int64_t off = rip ? a->off - (int64_t)(pc + in->len) : a->off;
    if ((rip || absolute) && !in->segment && off != 0 && put_symbol(c, (uint64_t)a->off, false, out))
        return;
    if (in->segment) {
        buf_puts(out, segment_name(in->segment));
        buf_putc(out, ':');
    }
    if (off && !rip && !a->reg)
        put_hex(out, (uint32_t)off); /* no base: an address */
    else if (off)
        put_signed_hex(out, off);
    else
        buf_putc(out, '0');
    if (rip || a->reg) {
        buf_putc(out, '(');
        buf_puts(out, rip ? "IP" : reg_info[a->reg].name);
        buf_putc(out, ')');
    }
    if (a->index) {
        buf_putc(out, '(');
        buf_puts(out, reg_info[a->index].name);
        buf_putc(out, '*');
        buf_putc(out, (char)('0' + a->scale));
        buf_putc(out, ')');
    }
}

static void put_operand(const Code *c, const Insn *in, const Addr *a, uint64_t pc, Buf *out)
{
    switch ((AddrType)a->type) {
    case AddrReg: buf_puts(out, register_name(a->reg)); break;
    case AddrRegList: buf_printf(out, "[%s-%s]", reg_info[a->reg].name, reg_info[a->index].name); break;
    case AddrConst:
        buf_putc(out, '$');
        if (a->off == (int32_t)a->off)
            put_signed_hex(out, a->off);
        else
            put_hex(out, (uint64_t)a->off);
        break;
    case AddrBranch:
        if (!put_symbol(c, (uint64_t)a->off, true, out))
            put_hex(out, (uint64_t)a->off);
        break;
    default: put_memory(c, in, a, pc, out); break;
    }
}

/* String instructions name what they work on. */
static const char *implied_operands(As as)
{
    switch (as) {
    case AMOVSB: case AMOVSW: case AMOVSL: case AMOVSQ: return "DS:0(SI), ES:0(DI)";
    case ACMPSB: case ACMPSW: case ACMPSL: case ACMPSQ: return "ES:0(DI), DS:0(SI)";
    case ASTOSB: return "AL, ES:0(DI)";
    case ASTOSW: case ASTOSL: case ASTOSQ: return "AX, ES:0(DI)";
    case ALODSB: return "DS:0(SI), AL";
    case ALODSW: case ALODSL: case ALODSQ: return "DS:0(SI), AX";
    case ASCASB: return "ES:0(DI), AL";
    case ASCASW: case ASCASL: case ASCASQ: return "ES:0(DI), AX";
    default: return NULL;
    }
}

/* The order of the operands: CMPPS and its like have the immediate first. */
static int operand_at(const Insn *in, int i)
{
    bool compare = in->nops == 3 && (in->as == ACMPPS || in->as == ACMPPD || in->as == ACMPSS || in->as == ACMPSD);
    return compare ? (i + 2) % 3 : i;
}

void print_plan9(const Dump *d, const Code *c, const Insn *in, uint64_t pc, Buf *out)
{
    Spelling s = spelling(d, in);
    if (in->rep)
        buf_puts(out, in->rep == 0xf3 ? "REP; " : "REPNE; ");
    if (in->lock)
        buf_puts(out, "LOCK ");
    buf_puts(out, s.op);
    if (s.suffix)
        buf_putc(out, s.suffix);
    if (in->suffix) {
        Prog p = {.suffix = in->suffix};
        prog_print_suffix(&p, out);
    }
    const char *implied = implied_operands((As)in->as);
    if (implied) {
        buf_putc(out, ' ');
        buf_puts(out, implied);
    }
    if (is_nop(in) && s.op[0] == 'N')
        return;
    for (int i = 0; i < in->nops; i++) {
        int k = operand_at(in, i);
        buf_puts(out, i ? ", " : " ");
        if (in->kind[k] == Cx) /* a count */
            buf_puts(out, "CL");
        else
            put_operand(c, in, &in->ops[k], pc, out);
        if (in->kind[k] == GE) { /* one operand in two places */
            buf_puts(out, ", ");
            put_operand(c, in, &in->ops[k], pc, out);
        }
    }
}
