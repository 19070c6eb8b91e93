/* encode.c - the bytes of one instruction.
 *
 * instr.h lists the forms of each mnemonic (forms.h).  encode walks them until one fits
 * the operands, drops each operand into the place that its kind names, and
 * writes, from left to right:
 *
 *     segment  prefix 66 F2 F3  REX | VEX | EVEX  opcode  ModRM SIB disp  immediate
 *
 *     REX   0100WRXB                     W: 64 bits; R X B: bit 3 of ModRM.reg, SIB.index, rm or base
 *     ModRM mod(2) reg(3) rm(3)          SIB scale(2) index(3) base(3)
 *     VEX   C4 RXBmmmmm Wvvvv L pp       C5 Rvvvv L pp when X, B, W are not needed and m = 0F
 *     EVEX  62 RXBR'0mmm Wvvvv1pp zL'Lb V'aaa
 *
 * (SDM volume 2, chapter 2.)  Branches to a Prog of the same function take
 * their length from p->mark and their distance from the two pcs, which
 * assemble.c has set; SP-relative names take theirs from p->sp. */
#include <string.h>

#include "asm6.h"
#include "forms.h"

/* ---- Operands against kinds ---- */

static bool imm_fits(Kind k, uint32_t flags, int64_t v)
{
    switch (k) {
    case I1: return v == 1;
    case I8m: return v >= -128 && v < 0;
    case I2u: return v >= 0 && v < 4;
    case I8s: return v >= -128 && v < 128;
    case I8u:
    case I8e: return v >= -128 && v < 256;
    case I16: return v >= -32768 && v < 65536;
    case I32s: return v == (int32_t)v;
    case I32: return v == (int32_t)v || v == (uint32_t)v;
    case Iz: return v == (int32_t)v || (v == (uint32_t)v && !(flags & W));
    default: return k == I64;
    }
}

/* Vector registers 16 and up exist under EVEX only. */
static bool vector_reg(int reg, RegClass class, uint32_t flags)
{
    return reg_info[reg].class == class && (reg_info[reg].number < 16 || (flags & EVEX));
}

static bool reg_fits(Kind k, uint32_t flags, int reg)
{
    RegClass class = reg_info[reg].class;
    bool byte = class == RegByte || class == RegHigh;
    switch ((Class)form_kinds[k].class) {
    case ClsGP: return class == RegGP || (byte && (flags & BYTE));
    case ClsByte: return class == RegGP || byte;
    case ClsX: return vector_reg(reg, RegX, flags) || ((flags & MX) && class == RegM);
    case ClsY: return vector_reg(reg, RegY, flags);
    case ClsZ: return vector_reg(reg, RegZ, flags);
    case ClsM: return class == RegM;
    case ClsK: return class == RegK;
    case ClsF: return class == RegF;
    case ClsSeg: return class == RegSeg;
    case ClsCR: return class == RegCR;
    case ClsDR: return class == RegDR;
    case ClsFixed:
        if (k == Ac && (flags & BYTE))
            return reg == REG_AL || (reg == REG_AX && (flags & AsAL));
        return reg == form_kinds[k].fixed || (k == Cx && reg == REG_CL);
    default: return false;
    }
}

static bool mem_fits(Kind k, uint32_t flags, const Addr *a)
{
    RegClass index = reg_info[a->index].class, base = reg_info[a->reg].class;
    if (!form_kinds[k].memory)
        return false;
    if (a->name == NameExtern && (a->reg || a->index))
        return false; /* a position-independent address has room for the symbol only */
    if (a->reg && base != RegGP && base != RegTLS)
        return false;
    switch ((Class)form_kinds[k].class) {
    case ClsVmX: return vector_reg(a->index, RegX, flags);
    case ClsVmY: return vector_reg(a->index, RegY, flags);
    case ClsVmZ: return vector_reg(a->index, RegZ, flags);
    default: return (!a->index || index == RegGP) && a->index != REG_SP;
    }
}

static bool fits(Kind k, uint32_t flags, const Addr *a)
{
    switch ((AddrType)a->type) {
    case AddrReg: return reg_fits(k, flags, a->reg);
    case AddrConst: return form_kinds[k].class == ClsImm && imm_fits(k, flags, a->off);
    case AddrMem:
        if (form_kinds[k].class == ClsBranch)
            return k == Jz && a->name == NameExtern && !a->reg; /* gc drops an index, and so do we */
        return mem_fits(k, flags, a);
    case AddrIndir: return mem_fits(k, flags, a);
    case AddrBranch: return form_kinds[k].class == ClsBranch;
    case AddrRegList:
        return (form_kinds[k].class == ClsListX && reg_info[a->reg].class == RegX) ||
               (form_kinds[k].class == ClsListZ && reg_info[a->reg].class == RegZ);
    default: return false;
    }
}

/* MMX and XMM registers do not mix in one MX row. */
static bool mmx_consistent(const Addr *const *ops, int n, bool *mmx)
{
    bool xmm = false;
    *mmx = false;
    for (int i = 0; i < n; i++)
        if (ops[i]->type == AddrReg) {
            *mmx |= reg_info[ops[i]->reg].class == RegM;
            xmm |= reg_info[ops[i]->reg].class == RegX;
        }
    return !(*mmx && xmm);
}

/* What the row says against the EVEX suffixes of the mnemonic; NULL: nothing. */
static const char *suffix_fault(const Prog *p, uint32_t flags, const Addr *const *ops, int n)
{
    int s = p->suffix;
    bool memory = false;
    if (s == 0)
        return NULL;
    if (!(flags & EVEX))
        return "invalid instruction";
    for (int i = 0; i < n; i++)
        memory |= ops[i]->type == AddrMem;
    if (s & SuffixBCST)
        return !memory ? "illegal broadcast without memory argument" : flags & BC ? NULL : "unsupported broadcast";
    if ((s & SuffixSAE) && (memory || !(flags & SAE)))
        return memory ? "illegal SAE with memory argument" : "unsupported SAE";
    if ((s & (SuffixRN | SuffixRD | SuffixRU | SuffixRZ)) && (memory || !(flags & ER)))
        return memory ? "illegal rounding with memory argument" : "unsupported rounding";
    return (s & SuffixZ) && !(flags & ZM) ? "unsupported zeroing" : NULL;
}

static int count_operands(const Row *row) { return row->operands[0] == None ? 0 : row->nops; }

/* ---- One instruction under construction ---- */

typedef struct Parts {
    const Prog *p;
    Encoding *e;
    uint32_t flags;
    uint32_t opcode;
    int ext;
    int reg, v, op;      /* register numbers for ModRM.reg, vvvv, the opcode; 0 when unused */
    const Addr *rm;      /* NULL: none */
    int is4;             /* register number in the immediate, -1 */
    const Addr *imm;
    int imm_size;
    const Addr *level;   /* ENTER's second immediate, one byte */
    const Addr *rel;     /* branch target */
    int mask;            /* EVEX.aaa */
    bool rex_byte, high; /* SPB..DIB need a REX, AH..BH forbid it */
} Parts;

static void put(Encoding *e, unsigned byte)
{
    if (e->len < (int)sizeof e->bytes)
        e->bytes[e->len++] = (uint8_t)byte;
}

static void put_le(Encoding *e, uint64_t v, int size)
{
    for (int i = 0; i < size; i++)
        put(e, (unsigned)(v >> 8 * i) & 0xff);
}

static void put_reloc(Encoding *e, RelocType type, int size, LSym *sym, int64_t add)
{
    e->relocs[e->nrelocs++] = (Reloc){.off = (uint32_t)e->len, .type = (uint8_t)type, .size = (uint8_t)size, .sym = sym, .add = add};
    put_le(e, 0, size);
}

static int number(int reg) { return reg_info[reg].number; }

static void note_byte_reg(Parts *x, Kind k, int reg)
{
    bool byte_operand = k == Eb || (x->flags & BYTE);
    if (reg_info[reg].class == RegHigh)
        x->high = true;
    else if (byte_operand && (form_kinds[k].class == ClsGP || form_kinds[k].class == ClsByte) && number(reg) >= 4 && number(reg) < 8)
        x->rex_byte = true;
}

static void place(Parts *x, Kind k, const Addr *a)
{
    if (a->type == AddrReg)
        note_byte_reg(x, k, a->reg);
    switch ((Slot)form_kinds[k].slot) {
    case SlotNone: break;
    case SlotReg: x->reg = number(a->reg); break;
    case SlotRm: x->rm = a; break;
    case SlotBoth: x->rm = a; x->reg = number(a->reg); break;
    case SlotOp: x->op = number(a->reg); break;
    case SlotV: x->v = number(a->reg); break;
    case SlotIs4: x->is4 = number(a->reg); break;
    case SlotImm8: x->imm = a; x->imm_size = 1; break;
    case SlotImm16: x->level = x->imm; x->imm = a; x->imm_size = 2; break;
    case SlotImm32: x->imm = a; x->imm_size = 4; break;
    case SlotImm64: x->imm = a; x->imm_size = 8; break;
    case SlotImmZ: x->imm = a; x->imm_size = (x->flags & BYTE) ? 1 : (x->flags & P66) ? 2 : 4; break;
    case SlotRel: x->rel = a; break;
    }
}

/* Offset of a memory operand after names of the frame became SP. */
static int64_t mem_offset(const Parts *x, const Addr *a, int *base)
{
    *base = a->reg;
    if (a->name == NameAuto || a->name == NameParam) {
        *base = REG_SP;
        return prog_sp_offset(x->p, a);
    }
    if (a->reg == REG_TLS) {
        *base = REG_NONE;
        return a->off + TlsOffset;
    }
    return a->off;
}

/* Bytes that one step of an EVEX disp8 stands for (SDM volume 2, 2.7.5). */
static int disp8_unit(const Parts *x)
{
    if (!(x->flags & EVEX))
        return 1;
    if (x->p->suffix & SuffixBCST)
        return (x->flags & W) ? 8 : 4;
    int tuple = (int)(x->flags >> 18 & 7);
    return tuple ? 1 << (tuple - 1) : 1;
}

/* ModRM, SIB and displacement. */
static void put_modrm(Parts *x)
{
    Encoding *e = x->e;
    int reg = (x->ext == RR ? x->reg & 7 : x->ext) << 3;
    const Addr *a = x->rm;
    if (a->type == AddrReg) {
        put(e, (unsigned)(0xc0 | reg | (number(a->reg) & 7)));
        return;
    }
    if (a->name == NameExtern) {
        put(e, (unsigned)(0x05 | reg)); /* RIP-relative */
        put_reloc(e, RelPC32, 4, a->sym, a->off);
        if (a->off != (int32_t)a->off)
            e->error = "offset too large";
        return;
    }
    int base;
    int64_t off = mem_offset(x, a, &base);
    if (off != (int32_t)off && !(x->p->as == ALEAL && off == (uint32_t)off)) /* LEAL wraps anyway */
        e->error = "offset too large";
    int b = number(base) & 7;
    int scale = a->scale == 8 ? 3 : a->scale == 4 ? 2 : a->scale == 2 ? 1 : 0;
    int index = a->index ? number(a->index) & 7 : 4;
    int unit = disp8_unit(x);
    if (base == REG_NONE) { /* disp32 alone or with an index: SIB without base */
        put(e, (unsigned)(0x04 | reg));
        put(e, (unsigned)(scale << 6 | index << 3 | 5));
        put_le(e, (uint64_t)off, 4);
        return;
    }
    int mod = 2;
    if (off == 0 && b != 5)
        mod = 0;
    else if (off % unit == 0 && off / unit >= -128 && off / unit < 128)
        mod = 1;
    if (a->index || b == 4) {
        put(e, (unsigned)(mod << 6 | reg | 4));
        put(e, (unsigned)(scale << 6 | index << 3 | b));
    } else {
        put(e, (unsigned)(mod << 6 | reg | b));
    }
    if (mod == 1)
        put_le(e, (uint64_t)(off / unit), 1);
    else if (mod == 2)
        put_le(e, (uint64_t)off, 4);
}

/* Bits 3 and 4 of the register numbers, as the prefixes want them. */
typedef struct HighBits {
    int r, x, b, r2, v2;
} HighBits;

static HighBits high_bits(const Parts *x)
{
    HighBits h = {x->reg >> 3 & 1, 0, x->op >> 3 & 1, x->reg >> 4 & 1, x->v >> 4 & 1};
    const Addr *a = x->rm;
    if (!a)
        return h;
    if (a->type == AddrReg) {
        h.b = number(a->reg) >> 3 & 1;
        h.x = number(a->reg) >> 4 & 1; /* EVEX: X extends rm */
    } else {
        int base;
        mem_offset(x, a, &base);
        h.b = number(base) >> 3 & 1;
        if (a->index) {
            h.x = number(a->index) >> 3 & 1;
            h.v2 |= number(a->index) >> 4 & 1; /* EVEX: V' extends a vector index */
        }
    }
    return h;
}

static int opcode_map(uint32_t opcode)
{
    if ((opcode >> 8) == 0x0F38)
        return 2;
    return (opcode >> 8) == 0x0F3A ? 3 : 1;
}

static int pp_field(uint32_t flags)
{
    return (flags & P66) ? 1 : (flags & PF3) ? 2 : (flags & PF2) ? 3 : 0;
}

static void put_vex(Parts *x)
{
    HighBits h = high_bits(x);
    int map = opcode_map(x->opcode), l = x->flags & L256 ? 1 : 0, w = x->flags & W ? 1 : 0;
    int tail = (~x->v & 15) << 3 | l << 2 | pp_field(x->flags);
    if (!h.x && !h.b && !w && map == 1) {
        put(x->e, 0xc5);
        put(x->e, (unsigned)(!h.r << 7 | tail));
    } else {
        put(x->e, 0xc4);
        put(x->e, (unsigned)(!h.r << 7 | !h.x << 6 | !h.b << 5 | map));
        put(x->e, (unsigned)(w << 7 | tail));
    }
    put(x->e, x->opcode & 0xff);
}

/* L'L holds the length, or the rounding mode when a suffix gives one. */
static int evex_length(const Parts *x)
{
    int s = x->p->suffix;
    if (s & SuffixRN) return 0;
    if (s & SuffixRD) return 1;
    if (s & SuffixRU) return 2;
    if (s & SuffixRZ) return 3;
    return x->flags & L512 ? 2 : x->flags & L256 ? 1 : 0;
}

static void put_evex(Parts *x)
{
    HighBits h = high_bits(x);
    int s = x->p->suffix;
    bool b = (s & ~SuffixZ) != 0;
    put(x->e, 0x62);
    put(x->e, (unsigned)(!h.r << 7 | !h.x << 6 | !h.b << 5 | !h.r2 << 4 | opcode_map(x->opcode)));
    put(x->e, (unsigned)((x->flags & W ? 1 : 0) << 7 | (~x->v & 15) << 3 | 4 | pp_field(x->flags)));
    put(x->e, (unsigned)((s & SuffixZ ? 1 : 0) << 7 | evex_length(x) << 5 | b << 4 | !h.v2 << 3 | x->mask));
    put(x->e, x->opcode & 0xff);
}

/* Legacy encoding: prefixes, REX, opcode bytes. */
static void put_legacy(Parts *x)
{
    Encoding *e = x->e;
    uint32_t op = x->opcode;
    if (x->flags & P66)
        put(e, 0x66);
    if (x->flags & PF3)
        put(e, 0xf3);
    if (x->flags & PF2)
        put(e, 0xf2);
    if (op >> 16 == 0xf3 || op >> 16 == 0xf2) { /* the prefix is part of the opcode column */
        put(e, op >> 16);
        op &= 0xffff;
    }
    HighBits h = high_bits(x);
    int rex = (x->flags & W ? 8 : 0) | h.r << 2 | h.x << 1 | h.b;
    if (rex || x->rex_byte) {
        if (x->high)
            e->error = "cannot mix high byte registers with a REX prefix";
        put(e, (unsigned)(0x40 | rex));
    }
    op += x->ext == NM ? (unsigned)x->op & 7 : 0;
    for (int shift = op > 0xffff ? 16 : op > 0xff ? 8 : 0; shift >= 0; shift -= 8)
        put(e, op >> shift & 0xff);
}

/* rel8 or rel32 of a branch: to a Prog of the function, or to a symbol. */
static void put_branch(Parts *x)
{
    Encoding *e = x->e;
    const Addr *a = x->rel;
    if (a->type == AddrMem) {
        put_legacy(x);
        put_reloc(e, RelCall, 4, a->sym, a->off);
        e->relocs[0].tail = 4;
        return;
    }
    bool only_short = x->p->as == AJCXZL || x->p->as == AJCXZQ || x->p->as == ALOOP || x->p->as == ALOOPEQ || x->p->as == ALOOPNE;
    bool can_be_short = only_short || x->opcode == 0xE9 || (x->opcode & ~15u) == 0x0F80;
    bool is_short = can_be_short && (only_short || !(x->p->mark & MarkLong));
    if (is_short && !only_short)
        x->opcode = x->opcode == 0xE9 ? 0xEB : 0x70 | (x->opcode & 15);
    put_legacy(x);
    int size = is_short ? 1 : 4;
    int64_t distance = (int64_t)a->target->pc - (x->p->pc + e->len + size);
    if (only_short && (distance < -128 || distance > 127) && (x->p->mark & MarkPlaced))
        e->error = "loop too far";
    put_le(e, (uint64_t)distance, size);
}

static void put_instruction(Parts *x)
{
    Encoding *e = x->e;
    if (x->rel) {
        put_branch(x);
        return;
    }
    if (x->rm && x->rm->type != AddrReg && x->rm->reg == REG_TLS)
        put(e, 0x64); /* FS: */
    if (x->flags & EVEX)
        put_evex(x);
    else if (x->flags & VEX)
        put_vex(x);
    else
        put_legacy(x);
    if (x->ext != NM)
        put_modrm(x);
    if (x->imm)
        put_le(e, (uint64_t)x->imm->off, x->imm_size);
    else if (x->is4 >= 0)
        put(e, (unsigned)x->is4 << 4);
    if (x->level)
        put_le(e, (uint64_t)x->level->off, 1);
    for (int i = 0; i < e->nrelocs; i++)
        e->relocs[i].tail = (uint8_t)(e->len - (int)e->relocs[i].off);
}

/* ---- Choosing the row ---- */

static bool try_row(const Prog *p, const Row *row, uint32_t attr, const Addr *const *ops, int n, Encoding *e)
{
    uint32_t flags = row->flags | (attr & ~CC(15)) | (p->mark & MarkAL ? (uint32_t)AsAL : 0);
    int want = count_operands(row), mask = 0;
    const Addr *left[MaxOperands];
    if (n != want && !(flags & EVEX))
        return false;
    if ((flags & NB) && (flags & BYTE))
        return false;
    if ((flags & EVEX) && !(flags & NK) && n == want + 1 && ops[n - 2]->type == AddrReg && reg_info[ops[n - 2]->reg].class == RegK) {
        mask = number(ops[n - 2]->reg);
        if (mask == 0)
            return false; /* K0 means "no mask" and cannot be one */
        memcpy(left, ops, sizeof *left * (size_t)(n - 2));
        left[n - 2] = ops[n - 1];
        ops = left;
        n--;
    }
    if (n != want || ((flags & MK) && !mask))
        return false;
    for (int i = 0; i < n; i++)
        if (!fits((Kind)row->operands[i], flags, ops[i]))
            return false;
    const char *fault = suffix_fault(p, flags, ops, n);
    if (!fault && (p->suffix & SuffixZ) && !mask)
        fault = "mask register must be specified for .Z instructions";
    if (fault) {
        e->error = fault; /* unless another row fits */
        return false;
    }
    if (flags & MX) {
        bool mmx;
        if (!mmx_consistent(ops, n, &mmx))
            return false;
        if (mmx)
            flags &= ~(uint32_t)P66;
    }
    e->error = NULL;
    Parts x = {.p = p, .e = e, .flags = flags, .ext = row->ext, .is4 = -1, .mask = mask};
    x.opcode = row->opcode + (attr >> CCShift) + ((flags & SZ) && !(flags & BYTE) ? 1 : 0);
    for (int i = 0; i < n; i++)
        place(&x, (Kind)row->operands[i], ops[i]);
    put_instruction(&x);
    return true;
}

static bool is_vector(const Addr *a)
{
    RegClass class = reg_info[a->reg].class;
    return a->type == AddrReg && (class == RegX || class == RegY || class == RegZ);
}

/* A gather that fails half way must be able to start again: destination, index
 * and, under VEX, the mask are different registers (SDM volume 2, VGATHERDPS).
 * Gathers are the instructions whose next to last operand is memory with a
 * vector index, but for the mask of EVEX. */
static const char *gather_fault(const Addr *const *ops, int n)
{
    if (n != 3 || !is_vector(ops[2]))
        return NULL;
    bool vex = is_vector(ops[0]);
    const Addr *memory = vex ? ops[1] : ops[0];
    RegClass class = reg_info[memory->index].class;
    if (memory->type != AddrMem || (class != RegX && class != RegY && class != RegZ))
        return NULL;
    int index = number(memory->index), to = number(ops[2]->reg), mask = number(ops[0]->reg);
    if (vex && (mask == index || mask == to || index == to))
        return "mask, index, and destination registers should be distinct";
    return !vex && index == to ? "index and destination registers should be distinct" : NULL;
}

/* The rows of one mnemonic: those behind its INS row. */
static bool try_rows(const Prog *p, int first, const Addr *const *ops, int n, Encoding *e)
{
    const Row *row = &form_rows[first];
    uint32_t attr = row->flags;
    while (row->ins && row + 1 < form_rows + form_nrows)
        row++;
    for (; !row->ins; row++)
        if (try_row(p, row, attr, ops, n, e))
            return true;
    return false;
}

static int gather(const Prog *p, const Addr **ops)
{
    int n = 0;
    if (p->from.type != AddrNone)
        ops[n++] = &p->from;
    for (int i = 0; i < p->nrest && n < MaxOperands - 1; i++)
        ops[n++] = &p->rest[i];
    if (p->to.type != AddrNone)
        ops[n++] = &p->to;
    return n;
}

/* BYTE, WORD, LONG, QUAD: raw data between instructions. */
static void encode_data(const Prog *p, int size, Encoding *e)
{
    const Addr *a = p->to.type != AddrNone ? &p->to : &p->from;
    if (a->type == AddrConst)
        put_le(e, (uint64_t)a->off, size);
    else if (a->type == AddrAddr && a->name == NameExtern && size >= 4)
        put_reloc(e, size == 8 ? RelAddr64 : RelAddr32, size, a->sym, a->off);
    else
        e->error = "invalid instruction";
}

/* ADJSP $n lowers SP by n.  128 itself fits into a byte only with its sign turned. */
static void encode_adjsp(const Prog *p, Encoding *e)
{
    int64_t n = p->from.type == AddrConst ? p->from.off : p->to.off;
    Prog add = *p;
    bool sub = (n > 0) != (n == 128 || n == -128);
    add.as = sub ? ASUBQ : AADDQ;
    add.from = addr_const(sub == (n > 0) ? (n > 0 ? n : -n) : -128);
    add.to = addr_reg(REG_SP);
    if (n != 0)
        encode(&add, e);
}

/* MOVQ $x(SP), R and the like compute an address: they are LEAQ. */
static bool is_address_move(const Prog *p)
{
    return p->from.type == AddrAddr && (p->as == AMOVQ || p->as == AMOVL) && p->to.type == AddrReg && p->nrest == 0;
}

void encode(const Prog *p, Encoding *e)
{
    e->len = e->nrelocs = 0;
    e->error = NULL;
    switch (p->as) {
    case ATEXT: case AFUNCDATA: case APCDATA: case APCALIGN: case APCALIGNMAX: case ANOP: case AEND: case AXXX:
        return;
    case AADJSP: encode_adjsp(p, e); return;
    case AGETCALLERPC: e->error = "invalid instruction"; return;
    case AUNDEF: put(e, 0x0f); put(e, 0x0b); return;
    case ABYTE: encode_data(p, 1, e); return;
    case AWORD: encode_data(p, 2, e); return;
    case ALONG: encode_data(p, 4, e); return;
    case AQUAD: encode_data(p, 8, e); return;
    default: break;
    }
    if (is_address_move(p)) {
        Prog lea = *p;
        lea.as = p->as == AMOVQ ? ALEAQ : ALEAL;
        lea.from.type = AddrMem;
        encode(&lea, e);
        return;
    }
    if (p->as == AMOVQ && p->from.type == AddrReg && p->from.reg == REG_TLS)
        return; /* with a constant TLS offset nothing needs loading */
    const Addr *ops[MaxOperands];
    int n = gather(p, ops);
    e->error = gather_fault(ops, n);
    if (e->error)
        return;
    if (try_rows(p, form_row_of[p->as], ops, n, e) || (form_also_of[p->as] && try_rows(p, form_also_of[p->as], ops, n, e)))
        return;
    if (!e->error)
        e->error = "invalid instruction";
}
