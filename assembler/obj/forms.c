/* forms.c - instr.h expanded into arrays: what each kind of operand accepts and
 * where it goes, and the rows. */
#include "forms.h"

const KindInfo form_kinds[] = {
    [E] = {ClsGP, 1, SlotRm, 0},     [Eb] = {ClsByte, 1, SlotRm, 0},  [G] = {ClsGP, 0, SlotReg, 0},
    [GE] = {ClsGP, 0, SlotBoth, 0},  [R] = {ClsGP, 0, SlotRm, 0},     [M] = {ClsMem, 1, SlotRm, 0},
    [O] = {ClsGP, 0, SlotOp, 0},     [B] = {ClsGP, 0, SlotV, 0},
    [Vx] = {ClsX, 0, SlotReg, 0},    [Vy] = {ClsY, 0, SlotReg, 0},    [Vz] = {ClsZ, 0, SlotReg, 0},
    [Wx] = {ClsX, 1, SlotRm, 0},     [Wy] = {ClsY, 1, SlotRm, 0},     [Wz] = {ClsZ, 1, SlotRm, 0},
    [Ux] = {ClsX, 0, SlotRm, 0},     [Uy] = {ClsY, 0, SlotRm, 0},     [Uz] = {ClsZ, 0, SlotRm, 0},
    [Hx] = {ClsX, 0, SlotV, 0},      [Hy] = {ClsY, 0, SlotV, 0},      [Hz] = {ClsZ, 0, SlotV, 0},
    [Lx] = {ClsX, 0, SlotIs4, 0},    [Ly] = {ClsY, 0, SlotIs4, 0},
    [P] = {ClsM, 0, SlotReg, 0},     [Q] = {ClsM, 1, SlotRm, 0},      [N] = {ClsM, 0, SlotRm, 0},
    [Kg] = {ClsK, 0, SlotReg, 0},    [Km] = {ClsK, 1, SlotRm, 0},     [Kr] = {ClsK, 0, SlotRm, 0},
    [Kv] = {ClsK, 0, SlotV, 0},
    [Mvx] = {ClsVmX, 1, SlotRm, 0},  [Mvy] = {ClsVmY, 1, SlotRm, 0},  [Mvz] = {ClsVmZ, 1, SlotRm, 0},
    [Rx4] = {ClsListX, 0, SlotV, 0}, [Rz4] = {ClsListZ, 0, SlotV, 0},
    [I1] = {ClsImm, 0, SlotNone, 0}, [I8m] = {ClsImm, 0, SlotImm8, 0}, [I8s] = {ClsImm, 0, SlotImm8, 0},
    [I8u] = {ClsImm, 0, SlotImm8, 0}, [I8e] = {ClsImm, 0, SlotImm8, 0}, [I2u] = {ClsImm, 0, SlotImm8, 0},
    [I16] = {ClsImm, 0, SlotImm16, 0}, [Iz] = {ClsImm, 0, SlotImmZ, 0}, [I32] = {ClsImm, 0, SlotImm32, 0},
    [I32s] = {ClsImm, 0, SlotImm32, 0}, [I64] = {ClsImm, 0, SlotImm64, 0},
    [Ac] = {ClsFixed, 0, SlotNone, REG_AX}, [Ax] = {ClsFixed, 0, SlotNone, REG_AX}, [Cx] = {ClsFixed, 0, SlotNone, REG_CX},
    [X0f] = {ClsFixed, 0, SlotNone, REG_X0}, [Fs] = {ClsFixed, 0, SlotNone, REG_FS}, [Gs] = {ClsFixed, 0, SlotNone, REG_GS},
    [Ldtr] = {ClsFixed, 0, SlotNone, REG_LDTR}, [Msw] = {ClsFixed, 0, SlotNone, REG_MSW}, [Task] = {ClsFixed, 0, SlotNone, REG_TASK},
    [Gdtr] = {ClsFixed, 0, SlotNone, REG_GDTR}, [Idtr] = {ClsFixed, 0, SlotNone, REG_IDTR}, [F0] = {ClsFixed, 0, SlotNone, REG_F0},
    [Sg] = {ClsSeg, 0, SlotReg, 0},  [Crg] = {ClsCR, 0, SlotReg, 0},  [Drg] = {ClsDR, 0, SlotReg, 0},
    [Fi] = {ClsF, 0, SlotOp, 0},     [Jz] = {ClsBranch, 0, SlotRel, 0}, [Jb] = {ClsBranch, 0, SlotRel, 0},
};

const Row form_rows[] = {
    {.ins = true}, /* AXXX */
#define INS(name, attr) {.ins = true, .flags = attr},
#define ALSO(name, attr) {.ins = true, .flags = attr},
#define ENC(op, ex, fl, ...) {.opcode = op, .ext = ex, .flags = fl, .nops = sizeof((uint8_t[]){__VA_ARGS__}), .operands = {__VA_ARGS__}},
#include "instr.h"
    {.ins = true}, /* the end */
};

const size_t form_nrows = sizeof form_rows / sizeof *form_rows;

#define PASTE_(a, b, c) a##b##_##c
#define PASTE(a, b, c) PASTE_(a, b, c)
enum {
    Row_XXX,
#define INS(name, attr) Row_##name,
#define ALSO(name, attr) RowAlso_##name,
#define ENC(...) PASTE(RowAt_, ENC_FILE, __LINE__),
#include "instr.h"
};

const uint16_t form_row_of[NumAs] = {
    0,
#define INS(name, attr) Row_##name,
#define ENC(...)
#include "instr.h"
};

/* Second lot of rows, 0 when there is none. */
const uint16_t form_also_of[NumAs] = {
#define INS(name, attr)
#define ALSO(name, attr) [A##name] = RowAlso_##name,
#define ENC(...)
#include "instr.h"
};
