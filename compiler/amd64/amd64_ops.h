/* amd64_ops.h - the machine operations of amd64, one row each.
 *
 *   MOP(name, nargs, sig, regs, asm_name, aux, effect, flags)   // meaning
 *
 * name     gc's name without "OpAMD64".
 * nargs    number of args; -1: any number (calls).
 * sig      types, as in ssa/ops.h.  Machine ops are looser there: use n for any integer, v for any register
 *          type, 'a' for an address, '-' when nothing results, '*' when the op's type varies.
 * regs     name of a RegInfo in amd64_regs.h (gp21, gp11sb, gpload, fp21, ...): register masks of args and results,
 *          registers clobbered.
 * asm_name the instruction's name in the assembler (ADDQ); NOP when emission does not follow the usual pattern.
 * aux      AuxType without "Aux".
 * effect   SymEffect without "Sym": None Addr Read Write RdWr.
 * flags    OpFlags (OpCommutative, OpResultInArg0, OpClobberFlags, OpRemat, OpFaultOnNil0, OpCall, ...). */

/* clang-format off */
MOP(ADDQ, 2, "88>8", gp21sp, ADDQ, None, None, OpCommutative|OpClobberFlags) /* arg0 + arg1 */
/* clang-format on */
#undef MOP
