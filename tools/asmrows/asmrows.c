/* asmrows.c - assembly source that uses every row of the instruction table.
 *
 *   asmrows >rows.s
 *
 * For each mnemonic one function, in it each row of instr.h that belongs to
 * it: with low, high and (AVX-512) upper registers, with every kind of memory
 * operand, with the ends of what its immediates hold, with the masks,
 * roundings and broadcasts that its flags allow.  What encode refuses is left
 * out; a row of which nothing is left is named on stderr, and the status is 1.
 * What asm makes of the text is judged by a disassembler (.ci/referees/binutils). */
#include <stdio.h>
#include <string.h>

#include "../../assembler/obj/forms.h"

enum { NumVariants = 14 };

static const int8_t memory_bases[] = {0, 0, 0, REG_BX, REG_SI, REG_BP, REG_SP, REG_R12, REG_R13, REG_DI, REG_R9, REG_AX, 0, REG_R15};

/* The memory operand of a variant: base alone, with short and long
 * displacements, with an index, index alone. */
static Addr memory_operand(int variant, int index)
{
    static const int32_t offsets[] = {0, 0, 0, 0, 8, 0, 0x40, 0, -0x12345, 0x7f, -0x80, 0x100, 0x12345678, 0x200};
    Addr a = addr_mem(memory_bases[variant], offsets[variant]);
    if (index || variant == 9 || variant == 12 || variant == 13) {
        a.index = (uint16_t)(index ? index : variant == 9 ? REG_R10 : variant == 12 ? REG_DX : REG_BP);
        a.scale = (uint8_t)(variant == 13 ? 1 : variant == 9 ? 4 : 8);
    }
    return a;
}

/* Operand i in a variant: registers 1 + i, 9 + i, 17 + i by turns. */
static int pick(int first, int count, int variant, int i, bool evex)
{
    static const int bases[] = {1, 9, 17};
    int turn = variant < 3 ? variant : variant % 2;
    int n = bases[turn] + i + (turn == 2 ? variant % 3 : 0);
    return first + (count > 16 && !evex ? n % 16 : n % count);
}

static int64_t immediate(Kind k, int variant)
{
    bool odd = variant & 1;
    switch (k) {
    case I1: return 1;
    case I8m: return odd ? -1 : -128;
    case I8s: return odd ? -128 : 127;
    case I8u: case I8e: return odd ? 0xff : 0x12;
    case I2u: return odd ? 3 : 2;
    case I16: return odd ? 0x7fff : 0x123;
    case I64: return odd ? 0x123456789abcdef0 : -0x123456789abcdef0;
    default: return odd ? -0x12345 : 0x1234567;
    }
}

static Addr register_operand(Kind k, int variant, int i, uint32_t flags)
{
    static const uint16_t bytes[] = {REG_CL, REG_R9B, REG_SIB, REG_BH};
    bool evex = flags & EVEX;
    switch ((Class)form_kinds[k].class) {
    case ClsGP: {
        int r = pick(REG_AX, 16, variant, i, false);
        return addr_reg(r == REG_SP ? REG_BX : r);
    }
    case ClsByte: return addr_reg(bytes[(variant + i) % 4]);
    case ClsX: return addr_reg(flags & MX && variant % 4 == 1 ? pick(REG_M0, 8, variant, i, false) : pick(REG_X0, 32, variant, i, evex));
    case ClsY: return addr_reg(pick(REG_Y0, 32, variant, i, evex));
    case ClsZ: return addr_reg(pick(REG_Z0, 32, variant, i, evex));
    case ClsM: return addr_reg(pick(REG_M0, 8, variant, i, false));
    case ClsK: return addr_reg(REG_K1 + (variant + i) % 7);
    case ClsF: return addr_reg(REG_F1 + variant % 7);
    case ClsSeg: return addr_reg(REG_ES + variant % 6);
    case ClsCR: return addr_reg(variant & 1 ? REG_CR8 : REG_CR0 + 2 + variant % 3);
    case ClsDR: return addr_reg(REG_DR0 + variant % 8);
    case ClsListX: return (Addr){.type = AddrRegList, .reg = (uint16_t)(REG_X0 + 4 * (variant % 7)), .index = (uint16_t)(REG_X3 + 4 * (variant % 7))};
    case ClsListZ: return (Addr){.type = AddrRegList, .reg = (uint16_t)(REG_Z0 + 4 * (variant % 7)), .index = (uint16_t)(REG_Z3 + 4 * (variant % 7))};
    case ClsFixed: return addr_reg(k == Ac && (flags & BYTE) ? REG_AL : form_kinds[k].fixed);
    default: return addr_const(immediate(k, variant));
    }
}

static Addr operand(Kind k, int variant, int i, uint32_t flags)
{
    Class class = (Class)form_kinds[k].class;
    bool vector = class == ClsVmX || class == ClsVmY || class == ClsVmZ, evex = flags & EVEX;
    int index = !vector ? 0 : pick(class == ClsVmX ? REG_X0 : class == ClsVmY ? REG_Y0 : REG_Z0, 32, variant, i + 5, evex);
    bool memory = class == ClsMem || vector || (form_kinds[k].memory && variant >= 3);
    return memory ? memory_operand(variant < 3 ? variant + 3 : variant, index) : register_operand(k, variant, i, flags);
}

/* ---- Printing ---- */

/* A row under one mnemonic. */
typedef struct Form {
    As as;
    uint32_t flags;
    const uint8_t *kinds;
    int n;
    int printed;
} Form;

static bool is_branch(const Form *f) { return f->n && form_kinds[f->kinds[f->n - 1]].class == ClsBranch; }

/* Puts ops into a Prog; nothing is printed when encode refuses it. */
static void emit(Form *f, const Addr *ops, int n, unsigned suffix)
{
    Addr rest[MaxOperands];
    Prog p = {.as = (uint16_t)f->as, .suffix = (uint8_t)suffix, .rest = rest};
    for (int i = 0; i < n; i++)
        if (i == n - 1)
            p.to = ops[i];
        else if (i == 0)
            p.from = ops[i];
        else
            rest[p.nrest++] = ops[i];
    Encoding e;
    encode(&p, &e);
    if (e.error)
        return;
    Buf line = {0};
    prog_print(&p, &line);
    printf("%.*s\n", (int)line.len, line.data);
    buf_free(&line);
    f->printed++;
}

/* The same with the suffixes that the flags allow. */
static void emit_suffixed(Form *f, const Addr *ops, int variant)
{
    static const uint8_t roundings[] = {SuffixRN, SuffixRD, SuffixRU, SuffixRZ};
    Addr masked[MaxOperands + 1];
    memcpy(masked, ops, sizeof *ops * (size_t)f->n);
    masked[f->n] = masked[f->n - 1];
    masked[f->n - 1] = addr_reg(REG_K1 + variant % 7);
    bool may_mask = !(f->flags & NK) && f->n < MaxOperands;
    emit(f, ops, f->n, 0);
    if (may_mask)
        emit(f, masked, f->n + 1, 0);
    if (may_mask && (f->flags & ZM))
        emit(f, masked, f->n + 1, SuffixZ);
    if (f->flags & BC) {
        emit(f, ops, f->n, SuffixBCST);
        if (may_mask && (f->flags & ZM))
            emit(f, masked, f->n + 1, SuffixBCST | SuffixZ);
    }
    if (f->flags & ER) {
        emit(f, ops, f->n, roundings[variant % 4]);
        emit(f, masked, f->n + 1, roundings[variant % 4] | (f->flags & ZM ? SuffixZ : 0u));
    }
    if (f->flags & SAE)
        emit(f, ops, f->n, SuffixSAE);
}

static void print_branch(Form *f)
{
    printf("\t%s\t1(PC)\n", as_name(f->as));
    if (f->kinds[0] == Jz && f->as != ACALL && f->as != AXBEGIN)
        printf("\t%s\tfar\n", as_name(f->as));
    f->printed++;
}

/* The comparisons that pop twice exist for F1 only, though asm takes any register, as gc's does. */
static bool is_nonsense(const Form *f, const Addr *ops)
{
    return (f->as == AFCOMDPP || f->as == AFUCOMPP) && ops[1].reg != REG_F1;
}

static void print_form(Form *f)
{
    if (is_branch(f)) {
        print_branch(f);
        return;
    }
    for (int variant = 0; variant < (f->n ? NumVariants : 1); variant++) {
        Addr ops[MaxOperands];
        for (int i = 0; i < f->n; i++)
            ops[i] = operand((Kind)f->kinds[i], variant, i, f->flags);
        if (is_nonsense(f, ops))
            continue;
        if (f->flags & EVEX)
            emit_suffixed(f, ops, variant);
        else
            emit(f, ops, f->n, 0);
    }
}

/* The rows from the INS row at `first` on; returns those of which nothing was printed. */
static int print_rows(As as, unsigned first)
{
    const Row *row = &form_rows[first], *end = form_rows + form_nrows;
    uint32_t attr = row->flags & ~CC(15);
    int missing = 0;
    while (row < end && row->ins)
        row++;
    for (; row < end && !row->ins; row++) {
        Form f = {.as = as, .flags = row->flags | attr, .kinds = row->operands};
        if ((f.flags & NB) && (f.flags & BYTE))
            continue;
        while (f.n < 5 && f.kinds[f.n] != None)
            f.n++;
        print_form(&f);
        if (!f.printed) {
            fprintf(stderr, "%s: row with opcode %X is never used\n", as_name(as), (unsigned)row->opcode);
            missing++;
        }
    }
    return missing;
}

static bool has_far_branch(unsigned first)
{
    const Row *row = &form_rows[first];
    while (row->ins)
        row++;
    return row->operands[0] == Jz;
}

int main(void)
{
    int missing = 0;
    for (unsigned as = AEND + 1; as < NumAs; as++) {
        printf("TEXT ·%s(SB), 516, $0 // NOSPLIT|NOFRAME\n", as_name((As)as));
        missing += print_rows((As)as, form_row_of[as]);
        if (form_also_of[as])
            missing += print_rows((As)as, form_also_of[as]);
        if (has_far_branch(form_row_of[as])) {
            for (int i = 0; i < 40; i++)
                printf("\tLONG\t$0x90909090\n");
            printf("far:\n");
        }
        printf("\tBYTE\t$0x90\n");
    }
    return missing > 0;
}
