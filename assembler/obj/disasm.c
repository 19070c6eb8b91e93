/* disasm.c - the instruction in front of some bytes.
 *
 * It reads the table of instr.h the other way.  disasm_new files each row,
 * once for each mnemonic that shares it, under what is known of an instruction
 * before its operands: how it is encoded (legacy, VEX, EVEX), the opcode map
 * and the last opcode byte.  disasm splits off prefixes and opcode, then tries
 * the rows filed there, in the order of the table, until prefixes, ModRM digit
 * and kinds of operands agree.
 *
 * A first round wants every prefix to be one that the row asks for; then a
 * prefix may stand in front that repeats (REP; MOVSQ), and in the last round
 * some that change nothing, as in long no-ops.  Thus what asm writes is found
 * as asm wrote it, and what others write is found as well. */
#include "disasm.h"

#include <stdlib.h>

#include "asm6.h"

typedef enum Scheme { Legacy, Vex, Evex, NumSchemes } Scheme;
enum { NumMaps = 4, NumBuckets = NumSchemes * NumMaps * 256 };
enum { MaxInsn = 15 };

/* A row under one mnemonic. */
typedef struct Form {
    uint16_t as;
    uint8_t ext;
    uint8_t extra;    /* has_extra: the byte behind the opcode, as in 0F 01 C8 */
    bool has_extra;
    bool addr32;      /* wants the prefix 67 */
    uint32_t flags;   /* of row and mnemonic */
    const uint8_t *operands;
} Form;

struct Disasm {
    Form *forms; /* by bucket, in the order of the table */
    uint32_t first[NumBuckets + 1];
};

/* ---- The index ---- */

static unsigned bucket(Scheme s, unsigned map, unsigned opcode) { return (s * NumMaps + map) * 256 + opcode; }

static bool has_slot(const uint8_t *operands, Slot slot)
{
    for (int i = 0; i < 5; i++)
        if (operands[i] != None && form_kinds[operands[i]].slot == slot)
            return true;
    return false;
}

/* Where a form is filed: bucket, and how many opcodes from there on share it. */
typedef struct Place {
    unsigned bucket, count;
} Place;

/* Splits the opcode column: prefixes, escape bytes, opcode, the byte behind. */
static Place place_of(uint32_t opcode, Form *f)
{
    uint8_t bytes[4];
    int n = 0, at = 0;
    unsigned map = 0;
    for (int shift = 24; shift >= 0; shift -= 8)
        if (n || opcode >> shift & 0xff || shift == 0)
            bytes[n++] = (uint8_t)(opcode >> shift);
    if (n > 1 && (bytes[0] == 0xf2 || bytes[0] == 0xf3 || bytes[0] == 0x67)) {
        f->flags |= bytes[0] == 0xf2 ? PF2 : bytes[0] == 0xf3 ? PF3 : 0;
        f->addr32 = bytes[0] == 0x67;
        at++;
    }
    if (n - at > 1 && bytes[at] == 0x0f) {
        map = 1;
        at++;
        if (n - at > 1 && (bytes[at] == 0x38 || bytes[at] == 0x3a))
            map = bytes[at++] == 0x38 ? 2 : 3;
    }
    if (f->flags & (VEX | EVEX))
        return (Place){bucket(f->flags & EVEX ? Evex : Vex, map, bytes[at]), 1};
    f->has_extra = n - at > 1;
    f->extra = f->has_extra ? bytes[at + 1] : 0;
    bool low_bits = f->ext == NM && !f->has_extra && has_slot(f->operands, SlotOp);
    return (Place){bucket(Legacy, map, bytes[at]), low_bits ? 8 : 1};
}

/* The short form of a jump, which the table leaves to encode. */
static const uint8_t short_jump[5] = {Jb};

typedef void Visit(void *arg, Form f, Place at);

static void visit_row(As as, const Row *row, uint32_t attr, Visit *visit, void *arg)
{
    Form f = {.as = (uint16_t)as, .ext = row->ext, .flags = row->flags | (attr & ~CC(15)), .operands = row->operands};
    if ((f.flags & NB) && (f.flags & BYTE))
        return;
    uint32_t opcode = row->opcode + (attr >> CCShift) + ((f.flags & SZ) && !(f.flags & BYTE) ? 1 : 0);
    Place at = place_of(opcode, &f);
    visit(arg, f, at);
    if (row->operands[0] == Jz && (opcode == 0xE9 || (opcode & ~15u) == 0x0F80)) {
        f.operands = short_jump;
        at = place_of(opcode == 0xE9 ? 0xEB : 0x70 | (opcode & 15), &f);
        visit(arg, f, at);
    }
}

static void visit_rows(As as, unsigned first, Visit *visit, void *arg)
{
    const Row *row = &form_rows[first], *end = form_rows + form_nrows;
    uint32_t attr = row->flags;
    while (row < end && row->ins)
        row++;
    for (; row < end && !row->ins; row++)
        visit_row(as, row, attr, visit, arg);
}

static void visit_all(Visit *visit, void *arg)
{
    for (unsigned as = AEND + 1; as < NumAs; as++) {
        visit_rows((As)as, form_row_of[as], visit, arg);
        if (form_also_of[as])
            visit_rows((As)as, form_also_of[as], visit, arg);
    }
}

static void count_form(void *arg, Form f, Place at)
{
    (void)f;
    Disasm *d = arg;
    for (unsigned i = 0; i < at.count; i++)
        d->first[at.bucket + i + 1]++;
}

/* first[b] runs ahead while forms are filed; afterwards it points behind bucket b. */
static void file_form(void *arg, Form f, Place at)
{
    Disasm *d = arg;
    for (unsigned i = 0; i < at.count; i++)
        d->forms[d->first[at.bucket + i]++] = f;
}

Disasm *disasm_new(Arena *a)
{
    Disasm *d = NEW(a, Disasm);
    visit_all(count_form, d);
    for (unsigned b = 0; b < NumBuckets; b++)
        d->first[b + 1] += d->first[b];
    d->forms = NEW_ARRAY(a, Form, d->first[NumBuckets] + 1);
    visit_all(file_form, d);
    for (unsigned b = NumBuckets; b > 0; b--)
        d->first[b] = d->first[b - 1];
    d->first[0] = 0;
    return d;
}

/* ---- Prefixes and opcode ---- */

/* What stands in front of the operands. */
typedef struct Head {
    const uint8_t *p;
    size_t n;          /* at most MaxInsn */
    Scheme scheme;
    unsigned map;
    unsigned opcode;
    size_t at;         /* of the byte behind the opcode */
    bool p66, lock, addr32, has_rex;
    uint8_t rep, segment;
    int w, r, x, b;    /* of REX, VEX, EVEX */
    int pp, l;         /* of VEX, EVEX */
    int v, r2, v2;     /* vvvv as a number; EVEX's R' and V', turned */
    int z, bc, mask;   /* EVEX */
} Head;

static bool read_legacy(Head *h)
{
    if (h->at < h->n && (h->p[h->at] & 0xf0) == 0x40) {
        uint8_t rex = h->p[h->at++];
        h->has_rex = true;
        h->w = rex >> 3 & 1, h->r = rex >> 2 & 1, h->x = rex >> 1 & 1, h->b = rex & 1;
    }
    if (h->at < h->n && h->p[h->at] == 0x0f) {
        h->at++;
        h->map = 1;
        if (h->at < h->n && (h->p[h->at] == 0x38 || h->p[h->at] == 0x3a))
            h->map = h->p[h->at++] == 0x38 ? 2 : 3;
    }
    if (h->at >= h->n)
        return false;
    h->opcode = h->p[h->at++];
    return true;
}

static bool read_vex(Head *h)
{
    const uint8_t *q = h->p + h->at;
    size_t size = q[0] == 0xc5 ? 2 : 3;
    if (h->n - h->at <= size)
        return false;
    h->scheme = Vex;
    h->r = !(q[1] >> 7);
    h->map = 1;
    if (size == 3) {
        h->x = !(q[1] >> 6 & 1), h->b = !(q[1] >> 5 & 1);
        h->map = q[1] & 31;
        h->w = q[2] >> 7;
    }
    uint8_t tail = q[size - 1];
    h->v = ~tail >> 3 & 15, h->l = tail >> 2 & 1, h->pp = tail & 3;
    h->opcode = q[size];
    h->at += size + 1;
    return h->map >= 1 && h->map < NumMaps;
}

static bool read_evex(Head *h)
{
    const uint8_t *q = h->p + h->at;
    if (h->n - h->at < 5 || (q[1] & 8) || !(q[2] & 4))
        return false;
    h->scheme = Evex;
    h->r = !(q[1] >> 7), h->x = !(q[1] >> 6 & 1), h->b = !(q[1] >> 5 & 1), h->r2 = !(q[1] >> 4 & 1);
    h->map = q[1] & 7;
    h->w = q[2] >> 7, h->v = ~q[2] >> 3 & 15, h->pp = q[2] & 3;
    h->z = q[3] >> 7, h->l = q[3] >> 5 & 3, h->bc = q[3] >> 4 & 1, h->v2 = !(q[3] >> 3 & 1), h->mask = q[3] & 7;
    h->opcode = q[4];
    h->at += 5;
    return h->map >= 1 && h->map < NumMaps;
}

static bool read_head(Head *h)
{
    for (; h->at < h->n; h->at++) {
        uint8_t c = h->p[h->at];
        if (c == 0x66)
            h->p66 = true;
        else if (c == 0x67)
            h->addr32 = true;
        else if (c == 0xf0)
            h->lock = true;
        else if (c == 0xf2 || c == 0xf3)
            h->rep = c;
        else if (c == 0x64 || c == 0x65 || c == 0x2e || c == 0x36 || c == 0x3e || c == 0x26)
            h->segment = c;
        else
            break;
    }
    if (h->at >= h->n)
        return false;
    switch (h->p[h->at]) {
    case 0xc4:
    case 0xc5: return read_vex(h);
    case 0x62: return read_evex(h);
    default: return read_legacy(h);
    }
}

/* ---- Operands ---- */

/* A form being tried. */
typedef struct Try {
    const Head *h;
    const Form *f;
    Insn *out;
    size_t at;      /* next byte to read */
    uint8_t modrm;
    bool memory;    /* ModRM.rm means memory */
    bool used_v;    /* vvvv holds an operand */
    bool used_v2;   /* V' extends an index */
    bool rip;       /* an operand counts from the end of the instruction */
} Try;

static bool take(Try *t, int size, int64_t *v)
{
    if (t->h->n - t->at < (size_t)size)
        return false;
    uint64_t u = 0;
    for (int i = 0; i < size; i++)
        u |= (uint64_t)t->h->p[t->at + (size_t)i] << 8 * i;
    t->at += (size_t)size;
    int unused = 64 - 8 * size;
    *v = (int64_t)(u << unused) >> unused;
    return true;
}

static int byte_register(const Try *t, int n)
{
    return n >= 4 && n < 8 && !t->h->has_rex ? REG_AH + n - 4 : REG_AL + n;
}

/* Register n of what a kind accepts; 0 when there is none. */
static int register_of(const Try *t, Kind k, int n)
{
    switch ((Class)form_kinds[k].class) {
    case ClsGP:
        if (n > 15)
            return 0;
        return (t->f->flags & BYTE) && !(t->f->as == ACRC32B && k == G) ? byte_register(t, n) : REG_AX + n;
    case ClsByte: return n > 15 ? 0 : byte_register(t, n);
    case ClsX:
        if ((t->f->flags & MX) && !t->h->p66)
            return REG_M0 + (n & 7);
        return REG_X0 + n;
    case ClsY: return REG_Y0 + n;
    case ClsZ: return REG_Z0 + n;
    case ClsM: return REG_M0 + (n & 7);
    case ClsK: return n < 8 ? REG_K0 + n : 0;
    case ClsF: return REG_F0 + (n & 7);
    case ClsSeg: return n < 6 ? REG_ES + n : 0;
    case ClsCR: return n <= 8 ? REG_CR0 + n : 0;
    case ClsDR: return n < 8 ? REG_DR0 + n : 0;
    case ClsListX: return n <= 28 ? REG_X0 + n : 0;
    case ClsListZ: return n <= 28 ? REG_Z0 + n : 0;
    default: return 0;
    }
}

static bool put_register(const Try *t, Kind k, int n, Addr *a)
{
    int reg = register_of(t, k, n);
    *a = addr_reg(reg);
    if (form_kinds[k].class == ClsListX || form_kinds[k].class == ClsListZ) {
        a->type = AddrRegList;
        a->index = (uint16_t)(reg + 3);
    }
    return reg != 0;
}

static int index_register(Try *t, Kind k, int n)
{
    Class class = (Class)form_kinds[k].class;
    if (class != ClsVmX && class != ClsVmY && class != ClsVmZ)
        return n == 4 ? 0 : REG_AX + n;
    t->used_v2 = true;
    n += t->h->v2 << 4;
    return (class == ClsVmX ? REG_X0 : class == ClsVmY ? REG_Y0 : REG_Z0) + n;
}

static int disp8_unit(const Try *t)
{
    if (!(t->f->flags & EVEX))
        return 1;
    if (t->h->bc)
        return t->f->flags & W ? 8 : 4;
    int tuple = (int)(t->f->flags >> 18 & 7);
    return tuple ? 1 << (tuple - 1) : 1;
}

/* ModRM, SIB and displacement that mean memory (SDM volume 2, tables 2-2 and 2-3). */
static bool put_memory(Try *t, Kind k, Addr *a)
{
    int mod = t->modrm >> 6, rm = t->modrm & 7, disp_size = mod == 1 ? 1 : mod == 2 ? 4 : 0;
    bool vector = form_kinds[k].class >= ClsVmX && form_kinds[k].class <= ClsVmZ;
    *a = (Addr){.type = AddrMem};
    if (rm == 4) {
        if (t->at >= t->h->n)
            return false;
        uint8_t sib = t->h->p[t->at++];
        int base = sib & 7;
        a->index = (uint16_t)index_register(t, k, (sib >> 3 & 7) | t->h->x << 3);
        a->scale = a->index ? (uint8_t)(1 << (sib >> 6)) : 0;
        if (base == 5 && mod == 0)
            disp_size = 4;
        else
            a->reg = (uint16_t)(REG_AX + (base | t->h->b << 3));
    } else if (vector) {
        return false;
    } else if (rm == 5 && mod == 0) {
        disp_size = 4;
        a->name = NameExtern;
        t->rip = true;
    } else {
        a->reg = (uint16_t)(REG_AX + (rm | t->h->b << 3));
    }
    int64_t disp = 0;
    if (disp_size && !take(t, disp_size, &disp))
        return false;
    a->off = disp_size == 1 ? disp * disp8_unit(t) : disp;
    return true;
}

static bool put_rm(Try *t, Kind k, Addr *a)
{
    if (t->memory)
        return form_kinds[k].memory && put_memory(t, k, a);
    int n = (t->modrm & 7) | t->h->b << 3;
    Class class = (Class)form_kinds[k].class;
    if (t->h->scheme == Evex && (class == ClsX || class == ClsY || class == ClsZ))
        n |= t->h->x << 4;
    return put_register(t, k, n, a);
}

static bool put_imm(Try *t, Kind k, int size, Addr *a)
{
    int64_t v;
    if (!take(t, size, &v))
        return false;
    if (k == I8u || k == I2u || (k == Iz && size == 1))
        v &= 0xff;
    if (k == I16)
        v &= 0xffff;
    *a = addr_const(v);
    return k != I2u || v < 4;
}

static int imm_size(const Try *t) { return t->f->flags & BYTE ? 1 : t->f->flags & P66 ? 2 : 4; }

static bool put_operand(Try *t, Kind k, Addr *a)
{
    const Head *h = t->h;
    int reg = (t->modrm >> 3 & 7) | h->r << 3 | h->r2 << 4;
    switch ((Slot)form_kinds[k].slot) {
    case SlotNone:
        *a = k == I1 ? addr_const(1) : addr_reg(k == Ac && (t->f->flags & BYTE) ? REG_AL : form_kinds[k].fixed);
        return true;
    case SlotReg: return put_register(t, k, reg, a);
    case SlotRm: return put_rm(t, k, a);
    case SlotBoth: return !t->memory && reg == ((t->modrm & 7) | h->b << 3) && put_register(t, k, reg, a);
    case SlotOp:
        return put_register(t, k, t->f->has_extra ? h->p[h->at] & 7 : (int)(h->opcode & 7) | h->b << 3, a);
    case SlotV:
        t->used_v = true;
        t->used_v2 = true;
        return put_register(t, k, h->v | h->v2 << 4, a);
    case SlotIs4:
        if (t->at >= h->n)
            return false;
        return put_register(t, k, h->p[t->at++] >> 4, a);
    case SlotImm8: return put_imm(t, k, 1, a);
    case SlotImm16: return put_imm(t, k, 2, a);
    case SlotImm32: return put_imm(t, k, 4, a);
    case SlotImm64: return put_imm(t, k, 8, a);
    case SlotImmZ: return put_imm(t, k, imm_size(t), a);
    case SlotRel: {
        int64_t v;
        if (!take(t, k == Jb ? 1 : 4, &v))
            return false;
        *a = (Addr){.type = AddrBranch, .off = v};
        return true;
    }
    }
    return false;
}

/* ---- Forms ---- */

enum { Exact, Repeated, Stray, NumRounds };

static int pp_of(uint32_t flags) { return flags & P66 ? 1 : flags & PF3 ? 2 : flags & PF2 ? 3 : 0; }

/* Do the prefixes agree with what the form wants? */
static bool prefixes_agree(const Head *h, const Form *f, int round)
{
    int w = f->flags & W ? 1 : 0;
    bool stray = round == Stray && !w; /* a REX.W or 66 that nobody wants */
    if (h->scheme != Legacy)
        return h->pp == pp_of(f->flags) && (h->w == w || stray) && !h->p66 && !h->rep && !h->addr32 && !h->lock;
    uint8_t rep = f->flags & PF3 ? 0xf3 : f->flags & PF2 ? 0xf2 : 0;
    bool p66 = f->flags & P66;
    bool mmx = (f->flags & MX) && !h->p66; /* the row without its 66 */
    if (h->rep != rep && (rep || round == Exact))
        return false;
    if (h->p66 != p66 && !mmx && !(stray && !p66))
        return false;
    return (h->w == w || stray) && h->addr32 == f->addr32;
}

/* Vector length, broadcast, rounding, mask against the form. */
static bool evex_agrees(Try *t)
{
    const Head *h = t->h;
    uint32_t flags = t->f->flags;
    int l = flags & L512 ? 2 : flags & L256 ? 1 : 0;
    if (h->scheme == Vex)
        return h->l == (flags & L256 ? 1 : 0);
    if (h->scheme != Evex)
        return true;
    if (h->bc && t->memory) {
        if (!(flags & BC))
            return false;
        t->out->suffix |= SuffixBCST;
    } else if (h->bc && (flags & ER)) {
        static const uint8_t roundings[] = {SuffixRN, SuffixRD, SuffixRU, SuffixRZ};
        t->out->suffix |= roundings[h->l];
        l = h->l;
    } else if (h->bc) {
        if (!(flags & SAE))
            return false;
        t->out->suffix |= SuffixSAE;
    }
    if (h->z) {
        if (!(flags & ZM))
            return false;
        t->out->suffix |= SuffixZ;
    }
    return h->l == l && !((flags & NK) && h->mask) && !((flags & MK) && !h->mask);
}

/* The write mask stands before the last operand. */
static void add_mask(Insn *out, int mask)
{
    int n = out->nops++;
    out->ops[n] = out->ops[n - 1];
    out->kind[n] = out->kind[n - 1];
    out->ops[n - 1] = addr_reg(REG_K0 + mask);
    out->kind[n - 1] = Kr;
    out->mask = (uint8_t)mask;
}

static bool read_modrm(Try *t)
{
    const Head *h = t->h;
    const Form *f = t->f;
    if (f->has_extra) {
        bool low_bits = has_slot(f->operands, SlotOp);
        if (t->at >= h->n || (h->p[t->at] & (low_bits ? 0xf8 : 0xff)) != f->extra)
            return false;
        t->out->modrm = h->p[t->at++];
    }
    if (f->ext == NM)
        return true;
    if (t->at >= h->n)
        return false;
    t->modrm = h->p[t->at++];
    t->out->modrm = t->modrm;
    t->memory = t->modrm >> 6 != 3;
    return f->ext == RR || f->ext == (t->modrm >> 3 & 7);
}

/* Displacements and immediates follow ModRM whatever the order of the source,
 * so memory comes first.  Of two immediates the last stands in front (ENTER). */
static bool read_operands(Try *t)
{
    Insn *out = t->out;
    while (out->nops < 5 && t->f->operands[out->nops] != None)
        out->nops++;
    for (int round = 0; round < 2; round++)
        for (int i = out->nops - 1; i >= 0; i--) {
            Kind k = (Kind)t->f->operands[i];
            out->kind[i] = (uint8_t)k;
            if ((form_kinds[k].slot == SlotRm) != (round == 0))
                continue;
            if (!put_operand(t, k, &out->ops[i]))
                return false;
        }
    return true;
}

/* Addresses that count from the end of the instruction. */
static void resolve(Insn *out, uint64_t end)
{
    for (int i = 0; i < out->nops; i++)
        if (out->ops[i].type == AddrBranch || out->ops[i].name == NameExtern)
            out->ops[i].off = (int64_t)((uint64_t)out->ops[i].off + end);
}

static bool try_form(const Head *h, const Form *f, int round, uint64_t pc, Insn *out)
{
    if (!prefixes_agree(h, f, round))
        return false;
    Try t = {.h = h, .f = f, .out = out, .at = h->at};
    *out = (Insn){.as = f->as, .flags = f->flags, .opcode = (uint8_t)h->opcode, .map = (uint8_t)h->map, .segment = h->segment,
                  .lock = h->lock, .stray = round == Stray};
    if (!read_modrm(&t) || !evex_agrees(&t) || !read_operands(&t))
        return false;
    if (h->scheme != Legacy && ((!t.used_v && h->v) || (!t.used_v2 && h->v2)))
        return false;
    if (h->mask && out->nops == 0)
        return false;
    if (h->mask)
        add_mask(out, h->mask);
    if (!(f->flags & (PF2 | PF3)))
        out->rep = h->scheme == Legacy ? h->rep : 0;
    out->len = (uint8_t)t.at;
    resolve(out, pc + t.at);
    return true;
}

/* ---- And back ---- */

/* The operands as encode takes them; targets are made up in *target. */
static bool to_prog(const Insn *in, uint64_t pc, int skipped, Prog *p, Addr *rest, Prog *target)
{
    *p = (Prog){.as = in->as, .suffix = in->suffix, .rest = rest};
    for (int i = 0; i < in->nops; i++) {
        Addr a = in->ops[i];
        if (a.type == AddrBranch) {
            target->pc = (int32_t)(a.off - (int64_t)(pc + (uint64_t)skipped));
            a = addr_branch(target);
            p->mark = in->len - skipped > 3 || in->as == AXBEGIN ? MarkLong : 0;
        } else if (a.type == AddrMem && in->segment) {
            if (in->segment != 0x64 || a.reg || a.name)
                return false;
            a.reg = REG_TLS;
            a.off -= TlsOffset;
        }
        if (i == in->nops - 1)
            p->to = a;
        else if (i == 0)
            p->from = a;
        else
            rest[p->nrest++] = a;
    }
    return true;
}

/* Would asm make these bytes of the instruction again?  Fields with addresses
 * of symbols are not compared. */
static bool encodes(const Insn *in, const uint8_t *p, uint64_t pc)
{
    Prog prog, target = {0};
    Addr rest[MaxOperands];
    Encoding e;
    int skipped = in->lock + (in->rep != 0);
    if (in->stray || !to_prog(in, pc, skipped, &prog, rest, &target))
        return false;
    for (int i = 0; i < skipped; i++)
        if (p[i] != 0xf0 && p[i] != 0xf2 && p[i] != 0xf3)
            return false;
    encode(&prog, &e);
    if (e.error || e.len != in->len - skipped)
        return false;
    for (int i = 0; i < e.len; i++) {
        bool field = e.nrelocs && i >= (int)e.relocs[0].off && i < (int)e.relocs[0].off + 4;
        if (!field && e.bytes[i] != p[skipped + i])
            return false;
    }
    return true;
}

/* ---- The search ---- */

/* AX in a byte instruction means AL, but not in the short forms for AL. */
static bool encodes_with_ax(Insn *in, const uint8_t *p, uint64_t pc)
{
    if (!(in->flags & BYTE))
        return false;
    for (int i = 0; i < in->nops; i++)
        if (in->ops[i].type == AddrReg && in->ops[i].reg == REG_AL)
            in->ops[i].reg = REG_AX;
    return encodes(in, p, pc);
}

static int search(const Disasm *d, const uint8_t *p, size_t n, uint64_t pc, bool faithful, Insn *out)
{
    Head h = {.p = p, .n = n < MaxInsn ? n : MaxInsn};
    if (!read_head(&h))
        return 0;
    if (h.scheme == Legacy && h.map == 0 && h.opcode == 0xcc && h.at == 1 && !faithful) { /* INT $3 in one byte */
        *out = (Insn){.as = AINT, .len = 1, .nops = 1, .opcode = 0xcc, .kind = {I8u}, .ops = {addr_const(3)}};
        return 1;
    }
    unsigned b = bucket(h.scheme, h.map, h.opcode);
    for (int round = Exact; round < NumRounds; round++)
        for (uint32_t i = d->first[b]; i < d->first[b + 1]; i++)
            if (try_form(&h, &d->forms[i], round, pc, out) &&
                (!faithful || encodes(out, p, pc) || encodes_with_ax(out, p, pc)))
                return out->len;
    return 0;
}

int disasm(const Disasm *d, const uint8_t *p, size_t n, uint64_t pc, Insn *out) { return search(d, p, n, pc, false, out); }

int disasm_source(const Disasm *d, const uint8_t *p, size_t n, uint64_t pc, Insn *out) { return search(d, p, n, pc, true, out); }
