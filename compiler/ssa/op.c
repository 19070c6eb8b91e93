/* op.c - the tables behind ops.h, amd64_ops.h, blocks.h and ValType. */
#include "compiler/ssa/ssa.h"

const char *const val_type_names[NumValTypes] = {
    [ValVoid] = "void", [ValMem] = "mem", [ValFlags] = "flags", [ValBool] = "bool",
    [ValI8] = "i8", [ValI16] = "i16", [ValI32] = "i32", [ValI64] = "i64",
    [ValF32] = "f32", [ValF64] = "f64", [ValPtr] = "ptr", [ValV128] = "v128",
    [ValTuple] = "tuple", [ValResults] = "results",
};

const OpInfo op_info[NumOps] = {
#define OP(name, nargs, sig, aux, flags) [Op##name] = {#name, sig, nargs, Aux##aux, SymNone, flags},
#include "compiler/ssa/ops.h"
#define MOP(name, nargs, sig, regs, asm_name, aux, effect, flags) \
    [OpAMD64##name] = {#name, sig, nargs, Aux##aux, Sym##effect, (flags) | OpMachine},
#include "compiler/amd64/amd64_ops.h"
};

const BlockInfo block_info[NumBlockKinds] = {
#define BLOCK(name, controls, succs) [Block##name] = {#name, controls, succs},
#include "compiler/ssa/blocks.h"
};

const char *const func_flag_names[NumFuncFlags] = {
#define FUNC_FLAG(name, word) [Func##name##Bit] = word,
#include "compiler/ssa/funcflags.h"
};

const char *const local_class_names[] = {
    [LocalAuto] = "auto", [LocalParam] = "param", [LocalResult] = "result", [LocalSpill] = "spill",
};

int val_type_size(ValType t)
{
    switch (t) {
    case ValBool: case ValI8:
        return 1;
    case ValI16:
        return 2;
    case ValI32: case ValF32:
        return 4;
    case ValI64: case ValF64: case ValPtr:
        return 8;
    case ValV128:
        return 16;
    case ValVoid: case ValMem: case ValFlags: case ValTuple: case ValResults: case NumValTypes:
        break;
    }
    return 0;
}

bool op_takes_mem(Op op)
{
    for (const char *s = op_info[op].sig; *s && *s != '>'; s++)
        if (*s == 'm')
            return true;
    return op_has(op, OpCall);
}
