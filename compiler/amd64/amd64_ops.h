/* amd64_ops.h - the machine operations of amd64, one row each.
 *
 *   MOP(name, nargs, sig, regs, asm_name, aux, effect, flags)   // meaning
 *
 * name     gc's name without "OpAMD64".
 * nargs    number of args; -1: any number (calls).
 * sig      types, as in ssa/ops.h, but loose: one instruction serves pointers, integers of several widths and
 *          bools alike, so most operands are v (any type that fits a register).
 * regs     row of amd64_regs.h: registers of args and results, registers clobbered.
 * asm_name the instruction's name in the assembler (ADDQ); NOP when emission does not follow the usual pattern.
 * aux      AuxType without "Aux".
 * effect   SymEffect without "Sym": None Addr Read Write RdWr.
 * flags    OpFlags (OpCommutative, OpResultInArg0, OpClobberFlags, OpRemat, OpFaultOnNil0, OpCall, ...). */

/* clang-format off */
/* --- integer arithmetic; L forms serve 8, 16 and 32 bits --- */
MOP(ADDQ, 2, "vv>v", gp21sp, ADDQ, None, None, OpCommutative|OpClobberFlags) /* arg0 + arg1; LEA when the result is elsewhere */
MOP(ADDQconst, 1, "v>v", gp11sp, ADDQ, Int32, None, OpClobberFlags) /* arg0 + auxint */
MOP(SUBQ, 2, "vv>v", gp21, SUBQ, None, None, OpResultInArg0|OpClobberFlags)
MOP(SUBQconst, 1, "v>v", gp11, SUBQ, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(MULQ, 2, "vv>v", gp21, IMULQ, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(MULQconst, 1, "v>v", gp11, IMUL3Q, Int32, None, OpClobberFlags)
MOP(NEGQ, 1, "v>v", gp11, NEGQ, None, None, OpResultInArg0|OpClobberFlags)
MOP(ADDL, 2, "vv>v", gp21sp, ADDL, None, None, OpCommutative|OpClobberFlags)
MOP(ADDLconst, 1, "v>v", gp11sp, ADDL, Int32, None, OpClobberFlags)
MOP(SUBL, 2, "vv>v", gp21, SUBL, None, None, OpResultInArg0|OpClobberFlags)
MOP(SUBLconst, 1, "v>v", gp11, SUBL, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(MULL, 2, "vv>v", gp21, IMULL, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(MULLconst, 1, "v>v", gp11, IMUL3L, Int32, None, OpClobberFlags)
MOP(NEGL, 1, "v>v", gp11, NEGL, None, None, OpResultInArg0|OpClobberFlags)
MOP(HMULQ, 2, "vv>v", gp21hmul, IMULQ, None, None, OpCommutative|OpClobberFlags) /* high half of arg0 * arg1 */
MOP(HMULL, 2, "vv>v", gp21hmul, IMULL, None, None, OpCommutative|OpClobberFlags)
MOP(HMULQU, 2, "vv>v", gp21hmul, MULQ, None, None, OpCommutative|OpClobberFlags)
MOP(HMULLU, 2, "vv>v", gp21hmul, MULL, None, None, OpCommutative|OpClobberFlags)
MOP(MULQU2, 2, "vv>T", gp22hilo, MULQ, None, None, OpCommutative|OpClobberFlags) /* (hi, lo) of arg0 * arg1, unsigned */
MOP(MULQU, 2, "vv>T", gp2mulflags, MULQ, None, None, OpCommutative|OpFlagsTuple) /* (lo, flags: OF set if hi != 0) */
MOP(AVGQU, 2, "vv>v", gp21, NOP, None, None, OpResultInArg0|OpClobberFlags) /* (arg0 + arg1) / 2 in 65 bits: ADDQ, RCRQ $1 */
MOP(DIVQ, 2, "vv>T", gp2div, IDIVQ, Bool, None, OpClobberFlags) /* (quotient, remainder); auxint 1: arg1 is not -1, or arg0 not the least */
MOP(DIVQU, 2, "vv>T", gp2div, DIVQ, None, None, OpClobberFlags)
MOP(DIVL, 2, "vv>T", gp2div, IDIVL, Bool, None, OpClobberFlags)
MOP(DIVLU, 2, "vv>T", gp2div, DIVL, None, None, OpClobberFlags)
MOP(DIVQU2, 3, "vvv>T", gp3div, DIVQ, None, None, OpClobberFlags) /* arg0:arg1 / arg2 -> (quotient, remainder) */
MOP(ADDQcarry, 2, "vv>T", gp21, ADDQ, None, None, OpCommutative|OpResultInArg0|OpFlagsTuple) /* (sum, flags) */
MOP(ADDQconstcarry, 1, "v>T", gp11, ADDQ, Int32, None, OpResultInArg0|OpFlagsTuple)
MOP(ADCQ, 3, "vvF>T", gp21, ADCQ, None, None, OpCommutative|OpResultInArg0|OpFlagsTuple) /* arg0 + arg1 + carry of arg2 */
MOP(ADCQconst, 2, "vF>T", gp11, ADCQ, Int32, None, OpResultInArg0|OpFlagsTuple)
MOP(SUBQborrow, 2, "vv>T", gp21, SUBQ, None, None, OpResultInArg0|OpFlagsTuple) /* (difference, flags) */
MOP(SUBQconstborrow, 1, "v>T", gp11, SUBQ, Int32, None, OpResultInArg0|OpFlagsTuple)
MOP(SBBQ, 3, "vvF>T", gp21, SBBQ, None, None, OpResultInArg0|OpFlagsTuple) /* arg0 - (arg1 + carry of arg2) */
MOP(SBBQconst, 2, "vF>T", gp11, SBBQ, Int32, None, OpResultInArg0|OpFlagsTuple)
MOP(NEGLflags, 1, "v>T", gp11, NEGL, None, None, OpResultInArg0|OpFlagsTuple) /* (-arg0, flags: CF set if arg0 != 0) */

/* --- bits --- */
MOP(ANDQ, 2, "vv>v", gp21, ANDQ, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(ANDQconst, 1, "v>v", gp11, ANDQ, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(ANDL, 2, "vv>v", gp21, ANDL, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(ANDLconst, 1, "v>v", gp11, ANDL, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(ORQ, 2, "vv>v", gp21, ORQ, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(ORQconst, 1, "v>v", gp11, ORQ, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(ORL, 2, "vv>v", gp21, ORL, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(ORLconst, 1, "v>v", gp11, ORL, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(XORQ, 2, "vv>v", gp21, XORQ, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(XORQconst, 1, "v>v", gp11, XORQ, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(XORL, 2, "vv>v", gp21, XORL, None, None, OpCommutative|OpResultInArg0|OpClobberFlags)
MOP(XORLconst, 1, "v>v", gp11, XORL, Int32, None, OpResultInArg0|OpClobberFlags)
MOP(NOTQ, 1, "v>v", gp11, NOTQ, None, None, OpResultInArg0)
MOP(NOTL, 1, "v>v", gp11, NOTL, None, None, OpResultInArg0)
MOP(BTSQconst, 1, "v>v", gp11, BTSQ, Int8, None, OpResultInArg0|OpClobberFlags) /* bit auxint */
MOP(BTRQconst, 1, "v>v", gp11, BTRQ, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(BTCQconst, 1, "v>v", gp11, BTCQ, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(BSFQ, 1, "v>v", gp11, BSFQ, None, None, OpClobberFlags) /* lowest set bit; arg0 is not 0 */
MOP(BSRQ, 1, "v>v", gp11, BSRQ, None, None, OpClobberFlags) /* highest set bit */
MOP(BSFL, 1, "v>v", gp11, BSFL, None, None, OpClobberFlags) /* arg0 is not 0 */
MOP(BSRL, 1, "v>v", gp11, BSRL, None, None, OpClobberFlags) /* arg0 is not 0 */
MOP(LoweredCtz64, 1, "v>v", readzero, NOP, None, None, OpClobberFlags) /* trailing zeros, 64 for 0: BSFQ and a CMOV */
MOP(LoweredBitLen64, 1, "v>v", readzero, NOP, None, None, OpClobberFlags) /* bits needed, 0 for 0: BSRQ and a CMOV */
MOP(BSWAPQ, 1, "v>v", gp11, BSWAPQ, None, None, OpResultInArg0)
MOP(BSWAPL, 1, "v>v", gp11, BSWAPL, None, None, OpResultInArg0)
MOP(POPCNTQ, 1, "v>v", gp11, POPCNTQ, None, None, OpClobberFlags)
MOP(POPCNTL, 1, "v>v", gp11, POPCNTL, None, None, OpClobberFlags)

/* --- shifts; the count is taken modulo 64 (Q) or 32 --- */
MOP(SHLQ, 2, "vv>v", gp21shift, SHLQ, None, None, OpResultInArg0|OpClobberFlags)
MOP(SHLQconst, 1, "v>v", gp11, SHLQ, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SHLL, 2, "vv>v", gp21shift, SHLL, None, None, OpResultInArg0|OpClobberFlags)
MOP(SHLLconst, 1, "v>v", gp11, SHLL, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SHRQ, 2, "vv>v", gp21shift, SHRQ, None, None, OpResultInArg0|OpClobberFlags)
MOP(SHRQconst, 1, "v>v", gp11, SHRQ, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SHRL, 2, "vv>v", gp21shift, SHRL, None, None, OpResultInArg0|OpClobberFlags)
MOP(SHRLconst, 1, "v>v", gp11, SHRL, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SHRW, 2, "vv>v", gp21shift, SHRW, None, None, OpResultInArg0|OpClobberFlags)
MOP(SHRWconst, 1, "v>v", gp11, SHRW, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SHRB, 2, "vv>v", gp21shift, SHRB, None, None, OpResultInArg0|OpClobberFlags)
MOP(SHRBconst, 1, "v>v", gp11, SHRB, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SARQ, 2, "vv>v", gp21shift, SARQ, None, None, OpResultInArg0|OpClobberFlags)
MOP(SARQconst, 1, "v>v", gp11, SARQ, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SARL, 2, "vv>v", gp21shift, SARL, None, None, OpResultInArg0|OpClobberFlags)
MOP(SARLconst, 1, "v>v", gp11, SARL, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SARW, 2, "vv>v", gp21shift, SARW, None, None, OpResultInArg0|OpClobberFlags)
MOP(SARWconst, 1, "v>v", gp11, SARW, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(SARB, 2, "vv>v", gp21shift, SARB, None, None, OpResultInArg0|OpClobberFlags)
MOP(SARBconst, 1, "v>v", gp11, SARB, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(ROLQ, 2, "vv>v", gp21shift, ROLQ, None, None, OpResultInArg0|OpClobberFlags)
MOP(ROLQconst, 1, "v>v", gp11, ROLQ, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(ROLL, 2, "vv>v", gp21shift, ROLL, None, None, OpResultInArg0|OpClobberFlags)
MOP(ROLLconst, 1, "v>v", gp11, ROLL, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(ROLW, 2, "vv>v", gp21shift, ROLW, None, None, OpResultInArg0|OpClobberFlags)
MOP(ROLWconst, 1, "v>v", gp11, ROLW, Int8, None, OpResultInArg0|OpClobberFlags)
MOP(ROLB, 2, "vv>v", gp21shift, ROLB, None, None, OpResultInArg0|OpClobberFlags)
MOP(ROLBconst, 1, "v>v", gp11, ROLB, Int8, None, OpResultInArg0|OpClobberFlags)

/* --- comparisons --- */
MOP(CMPQ, 2, "vv>F", gp2flags, CMPQ, None, None, 0) /* arg0 compared with arg1 */
MOP(CMPQconst, 1, "v>F", gp1flags, CMPQ, Int32, None, 0)
MOP(TESTQ, 2, "vv>F", gp2flags, TESTQ, None, None, OpCommutative) /* arg0 & arg1 compared with 0 */
MOP(TESTQconst, 1, "v>F", gp1flags, TESTQ, Int32, None, 0)
MOP(CMPQload, 3, "vvm>F", gp1flagsload, CMPQ, SymOff, Read, OpFaultOnNil0) /* *(arg0+auxint+aux) compared with arg1 */
MOP(CMPQconstload, 2, "vm>F", gp0flagsload, CMPQ, SymValAndOff, Read, OpFaultOnNil0)
MOP(CMPL, 2, "vv>F", gp2flags, CMPL, None, None, 0)
MOP(CMPLconst, 1, "v>F", gp1flags, CMPL, Int32, None, 0)
MOP(TESTL, 2, "vv>F", gp2flags, TESTL, None, None, OpCommutative)
MOP(TESTLconst, 1, "v>F", gp1flags, TESTL, Int32, None, 0)
MOP(CMPLload, 3, "vvm>F", gp1flagsload, CMPL, SymOff, Read, OpFaultOnNil0)
MOP(CMPLconstload, 2, "vm>F", gp0flagsload, CMPL, SymValAndOff, Read, OpFaultOnNil0)
MOP(CMPW, 2, "vv>F", gp2flags, CMPW, None, None, 0)
MOP(CMPWconst, 1, "v>F", gp1flags, CMPW, Int16, None, 0)
MOP(TESTW, 2, "vv>F", gp2flags, TESTW, None, None, OpCommutative)
MOP(TESTWconst, 1, "v>F", gp1flags, TESTW, Int16, None, 0)
MOP(CMPWload, 3, "vvm>F", gp1flagsload, CMPW, SymOff, Read, OpFaultOnNil0)
MOP(CMPWconstload, 2, "vm>F", gp0flagsload, CMPW, SymValAndOff, Read, OpFaultOnNil0)
MOP(CMPB, 2, "vv>F", gp2flags, CMPB, None, None, 0)
MOP(CMPBconst, 1, "v>F", gp1flags, CMPB, Int8, None, 0)
MOP(TESTB, 2, "vv>F", gp2flags, TESTB, None, None, OpCommutative)
MOP(TESTBconst, 1, "v>F", gp1flags, TESTB, Int8, None, 0)
MOP(CMPBload, 3, "vvm>F", gp1flagsload, CMPB, SymOff, Read, OpFaultOnNil0)
MOP(CMPBconstload, 2, "vm>F", gp0flagsload, CMPB, SymValAndOff, Read, OpFaultOnNil0)
MOP(UCOMISS, 2, "ff>F", fp2flags, UCOMISS, None, None, 0) /* arg0 compared with arg1 */
MOP(UCOMISD, 2, "dd>F", fp2flags, UCOMISD, None, None, 0)
MOP(BTQ, 2, "vv>F", gp2flags, BTQ, None, None, 0) /* CF = bit arg0 % width of arg1 */
MOP(BTQconst, 1, "v>F", gp1flags, BTQ, Int8, None, 0)
MOP(BTL, 2, "vv>F", gp2flags, BTL, None, None, 0)
MOP(BTLconst, 1, "v>F", gp1flags, BTL, Int8, None, 0)
MOP(FlagEQ, 0, ">F", none, NOP, None, None, 0) /* known flags: equal */
MOP(FlagLT_ULT, 0, ">F", none, NOP, None, None, 0) /* signed less and unsigned below */
MOP(FlagLT_UGT, 0, ">F", none, NOP, None, None, 0)
MOP(FlagGT_ULT, 0, ">F", none, NOP, None, None, 0)
MOP(FlagGT_UGT, 0, ">F", none, NOP, None, None, 0)
MOP(InvertFlags, 1, "F>F", none, NOP, None, None, OpZeroWidth) /* flags of the comparison with its operands exchanged; never reaches emission */
MOP(SETEQ, 1, "F>v", readflags, SETEQ, None, None, 0) /* the low byte says whether the condition holds */
MOP(SETNE, 1, "F>v", readflags, SETNE, None, None, 0)
MOP(SETLT, 1, "F>v", readflags, SETLT, None, None, 0)
MOP(SETLE, 1, "F>v", readflags, SETLE, None, None, 0)
MOP(SETGT, 1, "F>v", readflags, SETGT, None, None, 0)
MOP(SETGE, 1, "F>v", readflags, SETGE, None, None, 0)
MOP(SETULT, 1, "F>v", readflags, SETCS, None, None, 0)
MOP(SETULE, 1, "F>v", readflags, SETLS, None, None, 0)
MOP(SETUGT, 1, "F>v", readflags, SETHI, None, None, 0)
MOP(SETUGE, 1, "F>v", readflags, SETCC, None, None, 0)
MOP(SETO, 1, "F>v", readflags, SETOS, None, None, 0)
MOP(SETEQF, 1, "F>v", readflagstmp, SETEQ, None, None, OpClobberFlags) /* floats equal and ordered */
MOP(SETNEF, 1, "F>v", readflagstmp, SETNE, None, None, OpClobberFlags)
MOP(SETORD, 1, "F>v", readflags, SETPC, None, None, 0)
MOP(SETNAN, 1, "F>v", readflags, SETPS, None, None, 0)
MOP(SETGF, 1, "F>v", readflags, SETHI, None, None, 0) /* floats greater, false if unordered */
MOP(SETGEF, 1, "F>v", readflags, SETCC, None, None, 0)
MOP(SBBQcarrymask, 1, "F>v", readflags, SBBQ, None, None, OpClobberFlags) /* -1 if CF, else 0 */
MOP(SBBLcarrymask, 1, "F>v", readflags, SBBL, None, None, OpClobberFlags)
MOP(CMOVQEQ, 3, "vvF>v", gp21, CMOVQEQ, None, None, OpResultInArg0) /* arg1 if the condition holds, else arg0 */
MOP(CMOVQNE, 3, "vvF>v", gp21, CMOVQNE, None, None, OpResultInArg0)
MOP(CMOVQLT, 3, "vvF>v", gp21, CMOVQLT, None, None, OpResultInArg0)
MOP(CMOVQLE, 3, "vvF>v", gp21, CMOVQLE, None, None, OpResultInArg0)
MOP(CMOVQGT, 3, "vvF>v", gp21, CMOVQGT, None, None, OpResultInArg0)
MOP(CMOVQGE, 3, "vvF>v", gp21, CMOVQGE, None, None, OpResultInArg0)
MOP(CMOVQULT, 3, "vvF>v", gp21, CMOVQCS, None, None, OpResultInArg0)
MOP(CMOVQULE, 3, "vvF>v", gp21, CMOVQLS, None, None, OpResultInArg0)
MOP(CMOVQUGT, 3, "vvF>v", gp21, CMOVQHI, None, None, OpResultInArg0)
MOP(CMOVQUGE, 3, "vvF>v", gp21, CMOVQCC, None, None, OpResultInArg0)
MOP(CMOVQEQF, 3, "vvF>v", gp21tmp, CMOVQNE, None, None, OpResultInArg0)
MOP(CMOVQNEF, 3, "vvF>v", gp21, CMOVQNE, None, None, OpResultInArg0)
MOP(CMOVQGTF, 3, "vvF>v", gp21, CMOVQHI, None, None, OpResultInArg0)
MOP(CMOVQGEF, 3, "vvF>v", gp21, CMOVQCC, None, None, OpResultInArg0)
MOP(CMOVLEQ, 3, "vvF>v", gp21, CMOVLEQ, None, None, OpResultInArg0)
MOP(CMOVLNE, 3, "vvF>v", gp21, CMOVLNE, None, None, OpResultInArg0)
MOP(CMOVLLT, 3, "vvF>v", gp21, CMOVLLT, None, None, OpResultInArg0)
MOP(CMOVLLE, 3, "vvF>v", gp21, CMOVLLE, None, None, OpResultInArg0)
MOP(CMOVLGT, 3, "vvF>v", gp21, CMOVLGT, None, None, OpResultInArg0)
MOP(CMOVLGE, 3, "vvF>v", gp21, CMOVLGE, None, None, OpResultInArg0)
MOP(CMOVLULT, 3, "vvF>v", gp21, CMOVLCS, None, None, OpResultInArg0)
MOP(CMOVLULE, 3, "vvF>v", gp21, CMOVLLS, None, None, OpResultInArg0)
MOP(CMOVLUGT, 3, "vvF>v", gp21, CMOVLHI, None, None, OpResultInArg0)
MOP(CMOVLUGE, 3, "vvF>v", gp21, CMOVLCC, None, None, OpResultInArg0)
MOP(CMOVLEQF, 3, "vvF>v", gp21tmp, CMOVLNE, None, None, OpResultInArg0)
MOP(CMOVLNEF, 3, "vvF>v", gp21, CMOVLNE, None, None, OpResultInArg0)
MOP(CMOVLGTF, 3, "vvF>v", gp21, CMOVLHI, None, None, OpResultInArg0)
MOP(CMOVLGEF, 3, "vvF>v", gp21, CMOVLCC, None, None, OpResultInArg0)

/* --- extension, constants, addresses --- */
MOP(MOVBLSX, 1, "v>v", gp11, MOVBLSX, None, None, 0)
MOP(MOVBLZX, 1, "v>v", gp11, MOVBLZX, None, None, 0)
MOP(MOVWLSX, 1, "v>v", gp11, MOVWLSX, None, None, 0)
MOP(MOVWLZX, 1, "v>v", gp11, MOVWLZX, None, None, 0)
MOP(MOVBQSX, 1, "v>v", gp11, MOVBQSX, None, None, 0)
MOP(MOVWQSX, 1, "v>v", gp11, MOVWQSX, None, None, 0)
MOP(MOVLQSX, 1, "v>v", gp11, MOVLQSX, None, None, 0)
MOP(Retype, 1, "*>v", gp11, NOP, None, None, OpResultInArg0|OpZeroWidth) /* the same register seen as another integer type; only in front of phis */
MOP(MOVQconvert, 2, "vm>v", gp11, NOP, None, None, OpResultInArg0|OpZeroWidth) /* pointer to integer or back, at this point of memory */
MOP(MOVLQZX, 1, "v>v", gp11, MOVL, None, None, 0) /* zero-extends: any 32-bit move does */
MOP(MOVLconst, 0, ">v", gp01, MOVL, Int32, None, OpRemat)
MOP(MOVQconst, 0, ">v", gp01, MOVQ, Int64, None, OpRemat)
MOP(LEAQ, 1, "v>v", gp11sb, LEAQ, SymOff, Addr, OpRemat) /* arg0 + auxint + address of aux */
MOP(LEAL, 1, "v>v", gp11sb, LEAL, SymOff, Addr, 0)
MOP(LEAQ1, 2, "vv>v", gp21sb, LEAQ, SymOff, Addr, OpCommutative) /* arg0 + 1*arg1 + auxint + aux */
MOP(LEAQ2, 2, "vv>v", gp21sb, LEAQ, SymOff, Addr, 0) /* arg0 + 2*arg1 + auxint + aux */
MOP(LEAQ4, 2, "vv>v", gp21sb, LEAQ, SymOff, Addr, 0) /* arg0 + 4*arg1 + auxint + aux */
MOP(LEAQ8, 2, "vv>v", gp21sb, LEAQ, SymOff, Addr, 0) /* arg0 + 8*arg1 + auxint + aux */
MOP(LEAL1, 2, "vv>v", gp21sb, LEAL, SymOff, Addr, OpCommutative)
MOP(LEAL2, 2, "vv>v", gp21sb, LEAL, SymOff, Addr, 0)
MOP(LEAL4, 2, "vv>v", gp21sb, LEAL, SymOff, Addr, 0)
MOP(LEAL8, 2, "vv>v", gp21sb, LEAL, SymOff, Addr, 0)
MOP(MOVSSconst, 0, ">f", fp01, MOVSS, Float32, None, OpRemat)
MOP(MOVSDconst, 0, ">d", fp01, MOVSD, Float64, None, OpRemat)
MOP(MOVOzero, 0, ">V", fp01, PXOR, None, None, OpRemat) /* 16 zero bytes; used through X15 where possible */

/* --- floating point --- */
MOP(ADDSS, 2, "ff>f", fp21, ADDSS, None, None, OpCommutative|OpResultInArg0)
MOP(ADDSSload, 3, "fvm>f", fp21load, ADDSS, SymOff, Read, OpResultInArg0|OpFaultOnNil1) /* arg0 op *(arg1+auxint+aux) */
MOP(ADDSD, 2, "dd>d", fp21, ADDSD, None, None, OpCommutative|OpResultInArg0)
MOP(ADDSDload, 3, "dvm>d", fp21load, ADDSD, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(SUBSS, 2, "ff>f", fp21, SUBSS, None, None, OpResultInArg0)
MOP(SUBSSload, 3, "fvm>f", fp21load, SUBSS, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(SUBSD, 2, "dd>d", fp21, SUBSD, None, None, OpResultInArg0)
MOP(SUBSDload, 3, "dvm>d", fp21load, SUBSD, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(MULSS, 2, "ff>f", fp21, MULSS, None, None, OpCommutative|OpResultInArg0)
MOP(MULSSload, 3, "fvm>f", fp21load, MULSS, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(MULSD, 2, "dd>d", fp21, MULSD, None, None, OpCommutative|OpResultInArg0)
MOP(MULSDload, 3, "dvm>d", fp21load, MULSD, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(DIVSS, 2, "ff>f", fp21, DIVSS, None, None, OpResultInArg0)
MOP(DIVSSload, 3, "fvm>f", fp21load, DIVSS, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(DIVSD, 2, "dd>d", fp21, DIVSD, None, None, OpResultInArg0)
MOP(DIVSDload, 3, "dvm>d", fp21load, DIVSD, SymOff, Read, OpResultInArg0|OpFaultOnNil1)
MOP(SQRTSS, 1, "f>f", fp11, SQRTSS, None, None, 0)
MOP(SQRTSD, 1, "d>d", fp11, SQRTSD, None, None, 0)
MOP(ROUNDSD, 1, "d>d", fp11, ROUNDSD, Int8, None, 0) /* SSE4.1; auxint: mode */
MOP(VFMADD231SD, 3, "ddd>d", fp31, VFMADD231SD, None, None, OpResultInArg0) /* arg0 + arg1 * arg2, FMA */
MOP(MINSS, 2, "ff>f", fp21, MINSS, None, None, OpResultInArg0) /* arg0 < arg1 ? arg0 : arg1: the machine's minimum */
MOP(MINSD, 2, "dd>d", fp21, MINSD, None, None, OpResultInArg0)
MOP(PXOR, 2, "vv>v", fp21, PXOR, None, None, OpCommutative|OpResultInArg0)
MOP(PAND, 2, "vv>v", fp21, PAND, None, None, OpCommutative|OpResultInArg0)
MOP(PANDN, 2, "vv>v", fp21, PANDN, None, None, OpResultInArg0) /* ^arg0 & arg1 */
MOP(POR, 2, "vv>v", fp21, POR, None, None, OpCommutative|OpResultInArg0)
MOP(CVTSL2SS, 1, "v>f", gpfp, CVTSL2SS, None, None, 0)
MOP(CVTSL2SD, 1, "v>d", gpfp, CVTSL2SD, None, None, 0)
MOP(CVTSQ2SS, 1, "v>f", gpfp, CVTSQ2SS, None, None, 0)
MOP(CVTSQ2SD, 1, "v>d", gpfp, CVTSQ2SD, None, None, 0)
MOP(CVTTSS2SL, 1, "f>v", fpgp, CVTTSS2SL, None, None, 0)
MOP(CVTTSS2SQ, 1, "f>v", fpgp, CVTTSS2SQ, None, None, 0)
MOP(CVTTSD2SL, 1, "d>v", fpgp, CVTTSD2SL, None, None, 0)
MOP(CVTTSD2SQ, 1, "d>v", fpgp, CVTTSD2SQ, None, None, 0)
MOP(CVTSS2SD, 1, "f>d", fp11, CVTSS2SD, None, None, 0)
MOP(CVTSD2SS, 1, "d>f", fp11, CVTSD2SS, None, None, 0)
MOP(MOVQi2f, 1, "v>v", gpfp, MOVQ, None, None, 0) /* the same bits in the other register file */
MOP(MOVQf2i, 1, "v>v", fpgp, MOVQ, None, None, 0)
MOP(MOVLi2f, 1, "v>v", gpfp, MOVL, None, None, 0)
MOP(MOVLf2i, 1, "v>v", fpgp, MOVL, None, None, 0)
MOP(LoweredCvt64UtoF32, 1, "v>f", gpfptmp, NOP, None, None, OpClobberFlags) /* unsigned 64 to float; halves values with the top bit set, keeping a sticky bit */
MOP(LoweredCvt64UtoF64, 1, "v>d", gpfptmp, NOP, None, None, OpClobberFlags)
MOP(LoweredCvtF32to64U, 1, "f>v", fpgptmp, NOP, None, None, OpClobberFlags) /* float to unsigned 64; from 2^63 on subtracts it first */
MOP(LoweredCvtF64to64U, 1, "d>v", fpgptmp, NOP, None, None, OpClobberFlags)

/* --- loads and stores: [arg0 + auxint + aux] --- */
MOP(MOVBload, 2, "vm>v", gpload, MOVBLZX, SymOff, Read, OpFaultOnNil0) /* zero-extends */
MOP(MOVBQSXload, 2, "vm>v", gpload, MOVBQSX, SymOff, Read, OpFaultOnNil0)
MOP(MOVWload, 2, "vm>v", gpload, MOVWLZX, SymOff, Read, OpFaultOnNil0)
MOP(MOVWQSXload, 2, "vm>v", gpload, MOVWQSX, SymOff, Read, OpFaultOnNil0)
MOP(MOVLload, 2, "vm>v", gpload, MOVL, SymOff, Read, OpFaultOnNil0)
MOP(MOVLQSXload, 2, "vm>v", gpload, MOVLQSX, SymOff, Read, OpFaultOnNil0)
MOP(MOVQload, 2, "vm>v", gpload, MOVQ, SymOff, Read, OpFaultOnNil0)
MOP(MOVSSload, 2, "vm>v", fpload, MOVSS, SymOff, Read, OpFaultOnNil0)
MOP(MOVSDload, 2, "vm>v", fpload, MOVSD, SymOff, Read, OpFaultOnNil0)
MOP(MOVOload, 2, "vm>v", fpload, MOVUPS, SymOff, Read, OpFaultOnNil0)
MOP(MOVBstore, 3, "vvm>m", gpstore, MOVB, SymOff, Write, OpFaultOnNil0)
MOP(MOVWstore, 3, "vvm>m", gpstore, MOVW, SymOff, Write, OpFaultOnNil0)
MOP(MOVLstore, 3, "vvm>m", gpstore, MOVL, SymOff, Write, OpFaultOnNil0)
MOP(MOVQstore, 3, "vvm>m", gpstore, MOVQ, SymOff, Write, OpFaultOnNil0)
MOP(MOVSSstore, 3, "vvm>m", fpstore, MOVSS, SymOff, Write, OpFaultOnNil0)
MOP(MOVSDstore, 3, "vvm>m", fpstore, MOVSD, SymOff, Write, OpFaultOnNil0)
MOP(MOVOstore, 3, "vvm>m", fpstore, MOVUPS, SymOff, Write, OpFaultOnNil0)
MOP(MOVBstoreconst, 2, "vm>m", gpstoreconst, MOVB, SymValAndOff, Write, OpFaultOnNil0)
MOP(MOVWstoreconst, 2, "vm>m", gpstoreconst, MOVW, SymValAndOff, Write, OpFaultOnNil0)
MOP(MOVLstoreconst, 2, "vm>m", gpstoreconst, MOVL, SymValAndOff, Write, OpFaultOnNil0)
MOP(MOVQstoreconst, 2, "vm>m", gpstoreconst, MOVQ, SymValAndOff, Write, OpFaultOnNil0)
MOP(MOVOstoreconst, 2, "vm>m", gpstoreconst, MOVUPS, SymValAndOff, Write, OpFaultOnNil0) /* 16 zero bytes (from X15) */

/* --- indexed: [arg0 + scale*arg1 + auxint + aux]; the scale ends the name --- */
MOP(MOVBloadidx1, 3, "vvm>v", gploadidx, MOVBLZX, SymOff, Read, OpCommutative)
MOP(MOVWloadidx1, 3, "vvm>v", gploadidx, MOVWLZX, SymOff, Read, OpCommutative)
MOP(MOVWloadidx2, 3, "vvm>v", gploadidx, MOVWLZX, SymOff, Read, 0)
MOP(MOVLloadidx1, 3, "vvm>v", gploadidx, MOVL, SymOff, Read, OpCommutative)
MOP(MOVLloadidx4, 3, "vvm>v", gploadidx, MOVL, SymOff, Read, 0)
MOP(MOVLloadidx8, 3, "vvm>v", gploadidx, MOVL, SymOff, Read, 0)
MOP(MOVQloadidx1, 3, "vvm>v", gploadidx, MOVQ, SymOff, Read, OpCommutative)
MOP(MOVQloadidx8, 3, "vvm>v", gploadidx, MOVQ, SymOff, Read, 0)
MOP(MOVSSloadidx1, 3, "vvm>v", fploadidx, MOVSS, SymOff, Read, 0)
MOP(MOVSSloadidx4, 3, "vvm>v", fploadidx, MOVSS, SymOff, Read, 0)
MOP(MOVSDloadidx1, 3, "vvm>v", fploadidx, MOVSD, SymOff, Read, 0)
MOP(MOVSDloadidx8, 3, "vvm>v", fploadidx, MOVSD, SymOff, Read, 0)
MOP(MOVBstoreidx1, 4, "vvvm>m", gpstoreidx, MOVB, SymOff, Write, 0)
MOP(MOVWstoreidx1, 4, "vvvm>m", gpstoreidx, MOVW, SymOff, Write, 0)
MOP(MOVWstoreidx2, 4, "vvvm>m", gpstoreidx, MOVW, SymOff, Write, 0)
MOP(MOVLstoreidx1, 4, "vvvm>m", gpstoreidx, MOVL, SymOff, Write, 0)
MOP(MOVLstoreidx4, 4, "vvvm>m", gpstoreidx, MOVL, SymOff, Write, 0)
MOP(MOVLstoreidx8, 4, "vvvm>m", gpstoreidx, MOVL, SymOff, Write, 0)
MOP(MOVQstoreidx1, 4, "vvvm>m", gpstoreidx, MOVQ, SymOff, Write, 0)
MOP(MOVQstoreidx8, 4, "vvvm>m", gpstoreidx, MOVQ, SymOff, Write, 0)
MOP(MOVSSstoreidx1, 4, "vvvm>m", fpstoreidx, MOVSS, SymOff, Write, 0)
MOP(MOVSSstoreidx4, 4, "vvvm>m", fpstoreidx, MOVSS, SymOff, Write, 0)
MOP(MOVSDstoreidx1, 4, "vvvm>m", fpstoreidx, MOVSD, SymOff, Write, 0)
MOP(MOVSDstoreidx8, 4, "vvvm>m", fpstoreidx, MOVSD, SymOff, Write, 0)
MOP(MOVBstoreconstidx1, 3, "vvm>m", gpstoreconstidx, MOVB, SymValAndOff, Write, 0)
MOP(MOVWstoreconstidx1, 3, "vvm>m", gpstoreconstidx, MOVW, SymValAndOff, Write, 0)
MOP(MOVWstoreconstidx2, 3, "vvm>m", gpstoreconstidx, MOVW, SymValAndOff, Write, 0)
MOP(MOVLstoreconstidx1, 3, "vvm>m", gpstoreconstidx, MOVL, SymValAndOff, Write, 0)
MOP(MOVLstoreconstidx4, 3, "vvm>m", gpstoreconstidx, MOVL, SymValAndOff, Write, 0)
MOP(MOVLstoreconstidx8, 3, "vvm>m", gpstoreconstidx, MOVL, SymValAndOff, Write, 0)
MOP(MOVQstoreconstidx1, 3, "vvm>m", gpstoreconstidx, MOVQ, SymValAndOff, Write, 0)
MOP(MOVQstoreconstidx8, 3, "vvm>m", gpstoreconstidx, MOVQ, SymValAndOff, Write, 0)

/* --- arithmetic with an operand in memory --- */
MOP(ADDQload, 3, "vvm>v", gp21load, ADDQ, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1) /* arg0 op *(arg1+auxint+aux) */
MOP(ADDQmodify, 3, "vvm>m", gpstore, ADDQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0) /* *(arg0+auxint+aux) op= arg1 */
MOP(ADDQconstmodify, 2, "vm>m", gpstoreconst, ADDQ, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ADDLload, 3, "vvm>v", gp21load, ADDL, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(ADDLmodify, 3, "vvm>m", gpstore, ADDL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ADDLconstmodify, 2, "vm>m", gpstoreconst, ADDL, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(SUBQload, 3, "vvm>v", gp21load, SUBQ, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(SUBQmodify, 3, "vvm>m", gpstore, SUBQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(SUBLload, 3, "vvm>v", gp21load, SUBL, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(SUBLmodify, 3, "vvm>m", gpstore, SUBL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ANDQload, 3, "vvm>v", gp21load, ANDQ, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(ANDQmodify, 3, "vvm>m", gpstore, ANDQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ANDQconstmodify, 2, "vm>m", gpstoreconst, ANDQ, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ANDLload, 3, "vvm>v", gp21load, ANDL, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(ANDLmodify, 3, "vvm>m", gpstore, ANDL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ANDLconstmodify, 2, "vm>m", gpstoreconst, ANDL, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ORQload, 3, "vvm>v", gp21load, ORQ, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(ORQmodify, 3, "vvm>m", gpstore, ORQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ORQconstmodify, 2, "vm>m", gpstoreconst, ORQ, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ORLload, 3, "vvm>v", gp21load, ORL, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(ORLmodify, 3, "vvm>m", gpstore, ORL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(ORLconstmodify, 2, "vm>m", gpstoreconst, ORL, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(XORQload, 3, "vvm>v", gp21load, XORQ, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(XORQmodify, 3, "vvm>m", gpstore, XORQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(XORQconstmodify, 2, "vm>m", gpstoreconst, XORQ, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(XORLload, 3, "vvm>v", gp21load, XORL, SymOff, Read, OpResultInArg0|OpClobberFlags|OpFaultOnNil1)
MOP(XORLmodify, 3, "vvm>m", gpstore, XORL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0)
MOP(XORLconstmodify, 2, "vm>m", gpstoreconst, XORL, SymValAndOff, RdWr, OpClobberFlags|OpFaultOnNil0)

MOP(ADDQloadidx1, 4, "vvvm>v", gp21loadidx, ADDQ, SymOff, Read, OpResultInArg0|OpClobberFlags) /* arg0 op *(arg1 + scale*arg2 + auxint + aux) */
MOP(ADDQloadidx8, 4, "vvvm>v", gp21loadidx, ADDQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ADDLloadidx1, 4, "vvvm>v", gp21loadidx, ADDL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ADDLloadidx4, 4, "vvvm>v", gp21loadidx, ADDL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ADDLloadidx8, 4, "vvvm>v", gp21loadidx, ADDL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(SUBQloadidx1, 4, "vvvm>v", gp21loadidx, SUBQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(SUBQloadidx8, 4, "vvvm>v", gp21loadidx, SUBQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(SUBLloadidx1, 4, "vvvm>v", gp21loadidx, SUBL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(SUBLloadidx4, 4, "vvvm>v", gp21loadidx, SUBL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(SUBLloadidx8, 4, "vvvm>v", gp21loadidx, SUBL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ANDQloadidx1, 4, "vvvm>v", gp21loadidx, ANDQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ANDQloadidx8, 4, "vvvm>v", gp21loadidx, ANDQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ANDLloadidx1, 4, "vvvm>v", gp21loadidx, ANDL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ANDLloadidx4, 4, "vvvm>v", gp21loadidx, ANDL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ANDLloadidx8, 4, "vvvm>v", gp21loadidx, ANDL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ORQloadidx1, 4, "vvvm>v", gp21loadidx, ORQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ORQloadidx8, 4, "vvvm>v", gp21loadidx, ORQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ORLloadidx1, 4, "vvvm>v", gp21loadidx, ORL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ORLloadidx4, 4, "vvvm>v", gp21loadidx, ORL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ORLloadidx8, 4, "vvvm>v", gp21loadidx, ORL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(XORQloadidx1, 4, "vvvm>v", gp21loadidx, XORQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(XORQloadidx8, 4, "vvvm>v", gp21loadidx, XORQ, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(XORLloadidx1, 4, "vvvm>v", gp21loadidx, XORL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(XORLloadidx4, 4, "vvvm>v", gp21loadidx, XORL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(XORLloadidx8, 4, "vvvm>v", gp21loadidx, XORL, SymOff, Read, OpResultInArg0|OpClobberFlags)
MOP(ADDSSloadidx1, 4, "fvvm>f", fp21loadidx, ADDSS, SymOff, Read, OpResultInArg0)
MOP(ADDSSloadidx4, 4, "fvvm>f", fp21loadidx, ADDSS, SymOff, Read, OpResultInArg0)
MOP(ADDSDloadidx1, 4, "dvvm>d", fp21loadidx, ADDSD, SymOff, Read, OpResultInArg0)
MOP(ADDSDloadidx8, 4, "dvvm>d", fp21loadidx, ADDSD, SymOff, Read, OpResultInArg0)
MOP(SUBSSloadidx1, 4, "fvvm>f", fp21loadidx, SUBSS, SymOff, Read, OpResultInArg0)
MOP(SUBSSloadidx4, 4, "fvvm>f", fp21loadidx, SUBSS, SymOff, Read, OpResultInArg0)
MOP(SUBSDloadidx1, 4, "dvvm>d", fp21loadidx, SUBSD, SymOff, Read, OpResultInArg0)
MOP(SUBSDloadidx8, 4, "dvvm>d", fp21loadidx, SUBSD, SymOff, Read, OpResultInArg0)
MOP(MULSSloadidx1, 4, "fvvm>f", fp21loadidx, MULSS, SymOff, Read, OpResultInArg0)
MOP(MULSSloadidx4, 4, "fvvm>f", fp21loadidx, MULSS, SymOff, Read, OpResultInArg0)
MOP(MULSDloadidx1, 4, "dvvm>d", fp21loadidx, MULSD, SymOff, Read, OpResultInArg0)
MOP(MULSDloadidx8, 4, "dvvm>d", fp21loadidx, MULSD, SymOff, Read, OpResultInArg0)
MOP(DIVSSloadidx1, 4, "fvvm>f", fp21loadidx, DIVSS, SymOff, Read, OpResultInArg0)
MOP(DIVSSloadidx4, 4, "fvvm>f", fp21loadidx, DIVSS, SymOff, Read, OpResultInArg0)
MOP(DIVSDloadidx1, 4, "dvvm>d", fp21loadidx, DIVSD, SymOff, Read, OpResultInArg0)
MOP(DIVSDloadidx8, 4, "dvvm>d", fp21loadidx, DIVSD, SymOff, Read, OpResultInArg0)
MOP(CMPQloadidx1, 4, "vvvm>F", gp2flagsloadidx, CMPQ, SymOff, Read, 0)
MOP(CMPQconstloadidx1, 3, "vvm>F", gp1flagsload, CMPQ, SymValAndOff, Read, 0)
MOP(CMPQloadidx8, 4, "vvvm>F", gp2flagsloadidx, CMPQ, SymOff, Read, 0)
MOP(CMPQconstloadidx8, 3, "vvm>F", gp1flagsload, CMPQ, SymValAndOff, Read, 0)
MOP(CMPLloadidx1, 4, "vvvm>F", gp2flagsloadidx, CMPL, SymOff, Read, 0)
MOP(CMPLconstloadidx1, 3, "vvm>F", gp1flagsload, CMPL, SymValAndOff, Read, 0)
MOP(CMPLloadidx4, 4, "vvvm>F", gp2flagsloadidx, CMPL, SymOff, Read, 0)
MOP(CMPLconstloadidx4, 3, "vvm>F", gp1flagsload, CMPL, SymValAndOff, Read, 0)
MOP(CMPLloadidx8, 4, "vvvm>F", gp2flagsloadidx, CMPL, SymOff, Read, 0)
MOP(CMPLconstloadidx8, 3, "vvm>F", gp1flagsload, CMPL, SymValAndOff, Read, 0)
MOP(CMPWloadidx1, 4, "vvvm>F", gp2flagsloadidx, CMPW, SymOff, Read, 0)
MOP(CMPWconstloadidx1, 3, "vvm>F", gp1flagsload, CMPW, SymValAndOff, Read, 0)
MOP(CMPWloadidx2, 4, "vvvm>F", gp2flagsloadidx, CMPW, SymOff, Read, 0)
MOP(CMPWconstloadidx2, 3, "vvm>F", gp1flagsload, CMPW, SymValAndOff, Read, 0)
MOP(CMPBloadidx1, 4, "vvvm>F", gp2flagsloadidx, CMPB, SymOff, Read, 0)
MOP(CMPBconstloadidx1, 3, "vvm>F", gp1flagsload, CMPB, SymValAndOff, Read, 0)

/* --- blocks of memory --- */
MOP(LoweredZero, 2, "vm>m", gpstoreconst, NOP, Int64, None, OpFaultOnNil0) /* clears auxint bytes, 16 at a time */
MOP(LoweredMove, 3, "vvm>m", gpmove, NOP, Int64, None, OpFaultOnNil0|OpFaultOnNil1) /* copies auxint bytes through registers; they may be the same, not overlap otherwise */
MOP(REPSTOSQ, 4, "vvvm>m", repstos, NOP, None, None, OpFaultOnNil0) /* arg1 words of value arg2 at arg0 */
MOP(REPMOVSQ, 4, "vvvm>m", repmovs, NOP, None, None, OpFaultOnNil0|OpFaultOnNil1) /* arg2 words from arg1 to arg0 */

/* --- calls --- */
MOP(CALLstatic, -1, "*>R", call, CALL, Call, None, OpCall|OpEffect|OpClobberFlags)
MOP(CALLclosure, -1, "*>R", callclosure, CALL, Call, None, OpCall|OpEffect|OpClobberFlags) /* codeptr, closure, args..., mem */
MOP(CALLinter, -1, "*>R", callinter, CALL, Call, None, OpCall|OpEffect|OpClobberFlags) /* codeptr, args..., mem */
MOP(CALLtail, -1, "*>R", call, JMP, Call, None, OpCall|OpEffect|OpClobberFlags)
MOP(LoweredPanicBoundsRR, 3, "vvm>m", panicrr, CALL, Int64, None, OpCall|OpEffect|OpClobberFlags) /* auxint: BoundsKind; both operands in registers */
MOP(LoweredPanicBoundsRC, 2, "vm>m", panicr, CALL, SymValAndOff, None, OpCall|OpEffect|OpClobberFlags) /* auxint: y constant << 32 | BoundsKind */
MOP(LoweredPanicBoundsCR, 2, "vm>m", panicr, CALL, SymValAndOff, None, OpCall|OpEffect|OpClobberFlags) /* auxint: x constant << 32 | BoundsKind */
MOP(LoweredPanicBoundsCC, 1, "m>m", none, CALL, Int64, None, OpCall|OpEffect|OpClobberFlags) /* auxint: y << 32 | x << 16 | BoundsKind */

/* --- the runtime's state --- */
MOP(LoweredGetClosurePtr, 0, ">v", getclosure, NOP, None, None, OpZeroWidth) /* DX at entry */
MOP(LoweredGetG, 1, "m>v", gp01, NOP, None, None, 0) /* R14, or from TLS in ABI0 functions */
MOP(LoweredGetCallerPC, 0, ">v", gp01, NOP, None, None, OpRemat)
MOP(LoweredGetCallerSP, 1, "m>v", gp01, NOP, None, None, 0)
MOP(LoweredNilCheck, 2, "vm>*", nilcheck, TESTB, None, None, OpIsNilCheck|OpEffect|OpFaultOnNil0|OpClobberFlags) /* reads a byte at arg0; its result is arg0 (regalloc uses that instead) */
MOP(LoweredWB, 1, "m>T", wb, CALL, Int64, None, OpEffect|OpClobberFlags) /* calls gcWriteBarrierN, N = auxint: (R11: buffer, mem) */
MOP(LoweredPubBarrier, 1, "m>m", none, NOP, None, None, OpEffect)

/* --- atomics --- */
MOP(MOVBatomicload, 2, "vm>T", gpload, MOVBLZX, SymOff, Read, OpFaultOnNil0) /* (value, mem) */
MOP(MOVLatomicload, 2, "vm>T", gpload, MOVL, SymOff, Read, OpFaultOnNil0)
MOP(MOVQatomicload, 2, "vm>T", gpload, MOVQ, SymOff, Read, OpFaultOnNil0)
MOP(XCHGB, 3, "vvm>T", gpatomic, XCHGB, SymOff, RdWr, OpResultInArg0|OpFaultOnNil1|OpEffect) /* exchanges arg0 with *(arg1+auxint+aux): (old, mem) */
MOP(XCHGL, 3, "vvm>T", gpatomic, XCHGL, SymOff, RdWr, OpResultInArg0|OpFaultOnNil1|OpEffect)
MOP(XCHGQ, 3, "vvm>T", gpatomic, XCHGQ, SymOff, RdWr, OpResultInArg0|OpFaultOnNil1|OpEffect)
MOP(XADDLlock, 3, "vvm>T", gpatomic, XADDL, SymOff, RdWr, OpResultInArg0|OpClobberFlags|OpFaultOnNil1|OpEffect) /* adds arg0: (old, mem) */
MOP(XADDQlock, 3, "vvm>T", gpatomic, XADDQ, SymOff, RdWr, OpResultInArg0|OpClobberFlags|OpFaultOnNil1|OpEffect)
MOP(AddTupleFirst32, 2, "vT>T", none, NOP, None, None, 0) /* arg1's first part plus arg0; resolved by rules on Select0 and Select1 */
MOP(AddTupleFirst64, 2, "vT>T", none, NOP, None, None, 0)
MOP(CMPXCHGLlock, 4, "vvvm>T", cmpxchg, CMPXCHGL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect) /* if *arg0 == arg1 then *arg0 = arg2: (bool, mem) */
MOP(CMPXCHGQlock, 4, "vvvm>T", cmpxchg, CMPXCHGQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(ANDBlock, 3, "vvm>m", gpstore, ANDB, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(ANDLlock, 3, "vvm>m", gpstore, ANDL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(ORBlock, 3, "vvm>m", gpstore, ORB, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(ORLlock, 3, "vvm>m", gpstore, ORL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(LoweredAtomicAnd32, 3, "vvm>T", atomiclogic, ANDL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect) /* a CMPXCHG loop: (old, mem) */
MOP(LoweredAtomicAnd64, 3, "vvm>T", atomiclogic, ANDQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(LoweredAtomicOr32, 3, "vvm>T", atomiclogic, ORL, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(LoweredAtomicOr64, 3, "vvm>T", atomiclogic, ORQ, SymOff, RdWr, OpClobberFlags|OpFaultOnNil0|OpEffect)
MOP(PrefetchT0, 2, "vm>m", prefetch, PREFETCHT0, None, None, OpEffect)
MOP(PrefetchNTA, 2, "vm>m", prefetch, PREFETCHNTA, None, None, OpEffect)
/* clang-format on */
#undef MOP
