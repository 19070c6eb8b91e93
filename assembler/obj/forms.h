/* forms.h - the table of instr.h as data, for those who read it: encode.c from
 * operands to bytes, disasm.c from bytes to operands. */
#ifndef ASSEMBLER_OBJ_FORMS_H
#define ASSEMBLER_OBJ_FORMS_H

#include "obj.h"

/* ---- Columns (instr.h explains them) ---- */

enum {
    P66 = 1 << 0, PF3 = 1 << 1, PF2 = 1 << 2, W = 1 << 3, BYTE = 1 << 4, SZ = 1 << 5, NB = 1 << 6, MX = 1 << 7,
    VEX = 1 << 8, L256 = 1 << 9, EVEX = 1 << 10, L512 = 1 << 11,
    BC = 1 << 12,  /* EVEX: memory may be one element, broadcast (.BCST) */
    ER = 1 << 13,  /* EVEX: rounding may be given (.RN_SAE ...) */
    SAE = 1 << 14, /* EVEX: exceptions may be suppressed (.SAE) */
    ZM = 1 << 15,  /* EVEX: zeroing is allowed (.Z) */
    NK = 1 << 16,  /* EVEX: no write mask */
    MK = 1 << 17,  /* EVEX: a write mask must be given */
    AsAL = 1 << 27, /* from MarkAL, not in the table */
    CCShift = 28,
};
#define CC(n) ((uint32_t)(n) << CCShift)
#define TUPLE(n) ((n) << 18) /* EVEX: disp8 counts units of 1 << (n - 1) bytes, see below */
#define N1 TUPLE(1)
#define N2 TUPLE(2)
#define N4 TUPLE(3)
#define N8 TUPLE(4)
#define N16 TUPLE(5)
#define N32 TUPLE(6)
#define N64 TUPLE(7)

enum { RR = 8, NM = 9 }; /* column ext */

typedef enum Kind {
    None,
    E, Eb, G, GE, R, M, O, B,
    Vx, Vy, Vz, Wx, Wy, Wz, Ux, Uy, Uz, Hx, Hy, Hz, Lx, Ly,
    P, Q, N,
    Kg, Km, Kr, Kv,
    Mvx, Mvy, Mvz,
    Rx4, Rz4, /* four registers, the first in vvvv: [X0-X3] */
    I1, I8m, I8s, I8u, I8e, I2u, I16, Iz, I32, I32s, I64,
    Ac, Ax, Cx, X0f,
    Sg, Fs, Gs, Crg, Drg, Ldtr, Msw, Task, Gdtr, Idtr,
    F0, Fi,
    Jz, Jb,
} Kind;

/* What a kind accepts and where it goes. */
typedef enum Class {
    ClsNone, ClsGP, ClsByte, ClsX, ClsY, ClsZ, ClsM, ClsK, ClsF, ClsMem, ClsVmX, ClsVmY, ClsVmZ, ClsListX, ClsListZ,
    ClsImm, ClsFixed, ClsSeg, ClsCR, ClsDR, ClsBranch
} Class;
typedef enum Slot { SlotNone, SlotReg, SlotRm, SlotBoth, SlotOp, SlotV, SlotIs4, SlotImm8, SlotImm16, SlotImm32, SlotImm64, SlotImmZ, SlotRel } Slot;

typedef struct KindInfo {
    uint8_t class;  /* Class */
    uint8_t memory; /* memory will do as well */
    uint8_t slot;   /* Slot */
    uint16_t fixed; /* Reg, of ClsFixed */
} KindInfo;

extern const KindInfo form_kinds[];

enum { MaxOperands = 6 };

/* INS and ENC rows in one array; form_row_of finds the first INS row of a mnemonic. */
typedef struct Row {
    bool ins;
    uint8_t ext;
    uint32_t opcode;
    uint32_t flags; /* of INS: attr */
    uint8_t nops;
    uint8_t operands[5];
} Row;

extern const Row form_rows[];
extern const size_t form_nrows;
extern const uint16_t form_row_of[NumAs];
extern const uint16_t form_also_of[NumAs];

#endif
