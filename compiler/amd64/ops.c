/* ops.c - the tables behind amd64_ops.h and amd64_regs.h, and the registers. */
#include "compiler/amd64/amd64.h"

#define AX REG_BIT(MregAX)
#define CX REG_BIT(MregCX)
#define DX REG_BIT(MregDX)
#define BX REG_BIT(MregBX)
#define SI REG_BIT(MregSI)
#define DI REG_BIT(MregDI)
#define R11 REG_BIT(MregR11)
#define R15 REG_BIT(MregR15)
#define X14 REG_BIT(MregX0 + 14)
/* What the allocator may hand out: not SP, not BP, not R14 (g), not X15 (zero). */
#define GP (((RegMask)0xffff) & ~(REG_BIT(MregSP) | REG_BIT(MregBP) | REG_BIT(MregR14)))
#define ALL_FP ((RegMask)0x7fff << MregX0)
#define FP ALL_FP
#define GPSP (GP | REG_BIT(MregSP))
#define GPSPSB (GPSP | REG_BIT(MregSB))
#define CALLER_SAVE (GP | FP)

const RegMask amd64_gp = GP, amd64_fp = FP, amd64_gpsp = GPSP, amd64_gpspsb = GPSPSB;

#define REGSPEC(name, in0, in1, in2, in3, out0, out1, clobbers) \
    static const RegSpec spec_##name = {{in0, in1, in2, in3}, {out0, out1}, clobbers};
#include "compiler/amd64/amd64_regs.h"

static const MachineOp machine_ops[NumOps] = {
#define MOP(name, nargs, sig, regs, asm_name, aux, effect, flags) [OpAMD64##name] = {&spec_##regs, A##asm_name},
#include "compiler/amd64/amd64_ops.h"
};

const MachineOp *machine_op(Op op) { return machine_ops[op].regs ? &machine_ops[op] : NULL; }

const char *const amd64_reg_names[NumMregs] = {
    "AX", "CX", "DX", "BX", "SP", "BP", "SI", "DI", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15",
    "X0", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9", "X10", "X11", "X12", "X13", "X14", "X15", "SB",
};

const uint8_t amd64_int_arg_regs[NumIntArgRegs] = {
    MregAX, MregBX, MregCX, MregDI, MregSI, MregR8, MregR9, MregR10, MregR11,
};

int amd64_arg_reg(ValType t, int *ints, int *floats)
{
    if (val_type_in_float_reg(t))
        return *floats < NumFloatArgRegs ? MregX0 + (*floats)++ : NoReg;
    return *ints < NumIntArgRegs ? amd64_int_arg_regs[(*ints)++] : NoReg;
}
