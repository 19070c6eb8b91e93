/* ops.h - the operations of the machine-independent SSA, one row each.
 *
 *   OP(name, nargs, sig, aux, flags)   // meaning
 *
 * name   gc's name without "Op".
 * nargs  number of args; -1: any number (Phi, calls, MakeResult).
 * sig    argument types '>' result type, one letter each; check.c enforces it:
 *          b bool   1 i8   2 i16   4 i32   8 i64   f f32   d f64   p ptr   V v128
 *          a ptr or i64 (an address)       n i8, i16, i32 or i64
 *          v any type that fits a register  s the type of the first 'v', 'a' or 'n' letter of this row
 *          m mem    T tuple  R results  F flags  - no result (void)  * any, any number of them
 * aux    what auxint and aux hold (enum AuxType in ssa.h).
 * flags  or of the OpFlags in ssa.h; 0 none.
 *
 * Integers have no sign; operations have it: a trailing U (or u) means unsigned.
 * Results narrower than a register leave the upper bits unspecified.
 * The amd64 operations are rows of compiler/amd64/amd64_ops.h. */

/* clang-format off */
OP(Invalid,       0, ">-",     None,   0)

/* --- values that are given, not computed --- */
OP(InitMem,       0, ">m",     None,   0)                  /* memory at entry */
OP(SP,            0, ">8",     None,   OpFixedReg)         /* stack pointer */
OP(SB,            0, ">8",     None,   OpFixedReg)         /* base of static data */
OP(ArgIntReg,     0, ">v",     Int64,  0)                  /* auxint-th integer register at entry; aux Local (may be none): the parameter it belongs to */
OP(ArgFloatReg,   0, ">v",     Int64,  0)                  /* auxint-th float register at entry */
OP(GetClosurePtr, 0, ">p",     None,   0)                  /* closure context (DX at entry); entry block only */
OP(GetG,          1, "m>p",    None,   0)                  /* the current g */
OP(GetCallerPC,   0, ">8",     None,   0)                  /* return address of this function */
OP(GetCallerSP,   1, "m>8",    None,   0)                  /* SP of the caller at its call */

OP(ConstBool,     0, ">b",     Bool,   0)
OP(Const8,        0, ">1",     Int8,   0)                  /* auxint is sign-extended from the width, always */
OP(Const16,       0, ">2",     Int16,  0)
OP(Const32,       0, ">4",     Int32,  0)
OP(Const64,       0, ">8",     Int64,  0)
OP(Const32F,      0, ">f",     Float32, 0)                 /* auxint: bits of the value as a float64 */
OP(Const64F,      0, ">d",     Float64, 0)
OP(ConstNil,      0, ">p",     None,   0)

OP(Addr,          1, "8>p",    SymOff, 0)                  /* &aux + auxint; arg0 = SB */
OP(LocalAddr,     1, "8>p",    LocalOff, 0)                /* address of Local aux + auxint; arg0 = SP */

/* --- structure --- */
OP(Phi,          -1, "*>v",    None,   OpZeroWidth)        /* one arg per predecessor, in order; also type mem */
OP(Copy,          1, "v>s",    None,   0)                  /* also type mem */
OP(FwdRef,        0, ">v",     Local,  0)                  /* variable not yet resolved; only while SSA is built */
OP(Unknown,       0, ">v",     None,   0)                  /* any value of the type; unreachable code */
OP(Select0,       1, "T>*",    None,   OpZeroWidth)        /* first part of a tuple */
OP(Select1,       1, "T>*",    None,   OpZeroWidth)        /* second part of a tuple */
OP(SelectN,       1, "R>*",    Int64,  OpZeroWidth)        /* auxint-th register result of a call; auxint = number of results: memory after it */
OP(MakeResult,   -1, "*>R",    None,   0)                  /* register results in sequence..., mem: control of a Ret block */
OP(StoreReg,      1, "v>s",    None,   0)                  /* spill; its home is a Local; made by regalloc */
OP(LoadReg,       1, "v>s",    None,   0)                  /* reload of a spilled arg0; made by regalloc */
OP(Convert,       2, "am>a",   None,   OpResultInArg0|OpZeroWidth) /* ptr <-> uintptr, pinned in memory order */

/* --- integer arithmetic --- */
OP(Add8,   2, "11>1", None, OpCommutative)
OP(Add16,  2, "22>2", None, OpCommutative)
OP(Add32,  2, "44>4", None, OpCommutative)
OP(Add64,  2, "88>8", None, OpCommutative)
OP(AddPtr, 2, "p8>p", None, 0)                             /* stays inside the object: only after a bounds check */
OP(OffPtr, 1, "a>s",  Int64, 0)                            /* arg0 + auxint: address of a field or element; never past the end */
OP(Sub8,   2, "11>1", None, 0)
OP(Sub16,  2, "22>2", None, 0)
OP(Sub32,  2, "44>4", None, 0)
OP(Sub64,  2, "88>8", None, 0)
OP(SubPtr, 2, "pp>8", None, 0)
OP(Mul8,   2, "11>1", None, OpCommutative)
OP(Mul16,  2, "22>2", None, OpCommutative)
OP(Mul32,  2, "44>4", None, OpCommutative)
OP(Mul64,  2, "88>8", None, OpCommutative)
OP(Hmul32,  2, "44>4", None, OpCommutative)                /* high half of the product */
OP(Hmul32u, 2, "44>4", None, OpCommutative)
OP(Hmul64,  2, "88>8", None, OpCommutative)
OP(Hmul64u, 2, "88>8", None, OpCommutative)
OP(Mul64uhilo, 2, "88>T", None, OpCommutative)             /* (i64 hi, i64 lo) */
OP(Mul64uover, 2, "88>T", None, OpCommutative)             /* (i64 lo, bool overflow) */
OP(Avg64u, 2, "88>8", None, 0)                             /* (arg0 + arg1) / 2 in 65 bits; arg0 >= arg1 */
OP(Add64carry,  3, "888>T", None, OpCommutative)           /* (i64 sum, i64 carry); arg2 is 0 or 1 */
OP(Sub64borrow, 3, "888>T", None, 0)                       /* (i64 difference, i64 borrow) */
OP(Div8,   2, "11>1", None, 0)                             /* the divisor has been checked not to be 0; MIN / -1 = MIN */
OP(Div8u,  2, "11>1", None, 0)
OP(Div16,  2, "22>2", None, 0)                             /* auxint of Div and Mod is 0 */
OP(Div16u, 2, "22>2", None, 0)
OP(Div32,  2, "44>4", None, 0)
OP(Div32u, 2, "44>4", None, 0)
OP(Div64,  2, "88>8", None, 0)
OP(Div64u, 2, "88>8", None, 0)
OP(Div128u, 3, "888>T", None, 0)                           /* arg0:arg1 / arg2 -> (i64 quotient, i64 remainder) */
OP(Mod8,   2, "11>1", None, 0)
OP(Mod8u,  2, "11>1", None, 0)
OP(Mod16,  2, "22>2", None, 0)
OP(Mod16u, 2, "22>2", None, 0)
OP(Mod32,  2, "44>4", None, 0)
OP(Mod32u, 2, "44>4", None, 0)
OP(Mod64,  2, "88>8", None, 0)
OP(Mod64u, 2, "88>8", None, 0)
OP(Neg8,   1, "1>1", None, 0)
OP(Neg16,  1, "2>2", None, 0)
OP(Neg32,  1, "4>4", None, 0)
OP(Neg64,  1, "8>8", None, 0)

/* --- bits --- */
OP(And8,  2, "11>1", None, OpCommutative)
OP(And16, 2, "22>2", None, OpCommutative)
OP(And32, 2, "44>4", None, OpCommutative)
OP(And64, 2, "88>8", None, OpCommutative)
OP(Or8,   2, "11>1", None, OpCommutative)
OP(Or16,  2, "22>2", None, OpCommutative)
OP(Or32,  2, "44>4", None, OpCommutative)
OP(Or64,  2, "88>8", None, OpCommutative)
OP(Xor8,  2, "11>1", None, OpCommutative)
OP(Xor16, 2, "22>2", None, OpCommutative)
OP(Xor32, 2, "44>4", None, OpCommutative)
OP(Xor64, 2, "88>8", None, OpCommutative)
OP(Com8,  1, "1>1", None, 0)
OP(Com16, 1, "2>2", None, 0)
OP(Com32, 1, "4>4", None, 0)
OP(Com64, 1, "8>8", None, 0)
OP(Ctz8,  1, "1>4", None, 0)                               /* trailing zeros; the width for 0 */
OP(Ctz16, 1, "2>4", None, 0)
OP(Ctz32, 1, "4>4", None, 0)
OP(Ctz64, 1, "8>4", None, 0)
OP(Ctz8NonZero,  1, "1>4", None, 0)                        /* arg0 is known not to be 0 */
OP(Ctz16NonZero, 1, "2>4", None, 0)
OP(Ctz32NonZero, 1, "4>4", None, 0)
OP(Ctz64NonZero, 1, "8>4", None, 0)
OP(BitLen8,  1, "1>8", None, 0)                            /* bits needed; 0 for 0 */
OP(BitLen16, 1, "2>8", None, 0)
OP(BitLen32, 1, "4>8", None, 0)
OP(BitLen64, 1, "8>8", None, 0)
OP(Bswap16, 1, "2>2", None, 0)
OP(Bswap32, 1, "4>4", None, 0)
OP(Bswap64, 1, "8>8", None, 0)
OP(PopCount8,  1, "1>1", None, 0)
OP(PopCount16, 1, "2>2", None, 0)
OP(PopCount32, 1, "4>4", None, 0)
OP(PopCount64, 1, "8>8", None, 0)
OP(RotateLeft8,  2, "1n>1", None, 0)                       /* count modulo the width */
OP(RotateLeft16, 2, "2n>2", None, 0)
OP(RotateLeft32, 2, "4n>4", None, 0)
OP(RotateLeft64, 2, "8n>8", None, 0)

/* Shifts: the second width is the count's, which is unsigned.  A count not below the width
 * gives 0 (Lsh, RshU) or the sign (Rsh); auxint 1: the count is known to be below it. */
OP(Lsh8x8,    2, "11>1", Bool, 0)
OP(Lsh8x16,   2, "12>1", Bool, 0)
OP(Lsh8x32,   2, "14>1", Bool, 0)
OP(Lsh8x64,   2, "18>1", Bool, 0)
OP(Lsh16x8,   2, "21>2", Bool, 0)
OP(Lsh16x16,  2, "22>2", Bool, 0)
OP(Lsh16x32,  2, "24>2", Bool, 0)
OP(Lsh16x64,  2, "28>2", Bool, 0)
OP(Lsh32x8,   2, "41>4", Bool, 0)
OP(Lsh32x16,  2, "42>4", Bool, 0)
OP(Lsh32x32,  2, "44>4", Bool, 0)
OP(Lsh32x64,  2, "48>4", Bool, 0)
OP(Lsh64x8,   2, "81>8", Bool, 0)
OP(Lsh64x16,  2, "82>8", Bool, 0)
OP(Lsh64x32,  2, "84>8", Bool, 0)
OP(Lsh64x64,  2, "88>8", Bool, 0)
OP(Rsh8x8,    2, "11>1", Bool, 0)
OP(Rsh8x16,   2, "12>1", Bool, 0)
OP(Rsh8x32,   2, "14>1", Bool, 0)
OP(Rsh8x64,   2, "18>1", Bool, 0)
OP(Rsh16x8,   2, "21>2", Bool, 0)
OP(Rsh16x16,  2, "22>2", Bool, 0)
OP(Rsh16x32,  2, "24>2", Bool, 0)
OP(Rsh16x64,  2, "28>2", Bool, 0)
OP(Rsh32x8,   2, "41>4", Bool, 0)
OP(Rsh32x16,  2, "42>4", Bool, 0)
OP(Rsh32x32,  2, "44>4", Bool, 0)
OP(Rsh32x64,  2, "48>4", Bool, 0)
OP(Rsh64x8,   2, "81>8", Bool, 0)
OP(Rsh64x16,  2, "82>8", Bool, 0)
OP(Rsh64x32,  2, "84>8", Bool, 0)
OP(Rsh64x64,  2, "88>8", Bool, 0)
OP(Rsh8Ux8,   2, "11>1", Bool, 0)
OP(Rsh8Ux16,  2, "12>1", Bool, 0)
OP(Rsh8Ux32,  2, "14>1", Bool, 0)
OP(Rsh8Ux64,  2, "18>1", Bool, 0)
OP(Rsh16Ux8,  2, "21>2", Bool, 0)
OP(Rsh16Ux16, 2, "22>2", Bool, 0)
OP(Rsh16Ux32, 2, "24>2", Bool, 0)
OP(Rsh16Ux64, 2, "28>2", Bool, 0)
OP(Rsh32Ux8,  2, "41>4", Bool, 0)
OP(Rsh32Ux16, 2, "42>4", Bool, 0)
OP(Rsh32Ux32, 2, "44>4", Bool, 0)
OP(Rsh32Ux64, 2, "48>4", Bool, 0)
OP(Rsh64Ux8,  2, "81>8", Bool, 0)
OP(Rsh64Ux16, 2, "82>8", Bool, 0)
OP(Rsh64Ux32, 2, "84>8", Bool, 0)
OP(Rsh64Ux64, 2, "88>8", Bool, 0)

/* --- floating point --- */
OP(Add32F, 2, "ff>f", None, OpCommutative)
OP(Add64F, 2, "dd>d", None, OpCommutative)
OP(Sub32F, 2, "ff>f", None, 0)
OP(Sub64F, 2, "dd>d", None, 0)
OP(Mul32F, 2, "ff>f", None, OpCommutative)
OP(Mul64F, 2, "dd>d", None, OpCommutative)
OP(Div32F, 2, "ff>f", None, 0)
OP(Div64F, 2, "dd>d", None, 0)
OP(Neg32F, 1, "f>f", None, 0)
OP(Neg64F, 1, "d>d", None, 0)
OP(Sqrt,   1, "d>d", None, 0)
OP(Sqrt32, 1, "f>f", None, 0)
OP(Floor,  1, "d>d", None, 0)
OP(Ceil,   1, "d>d", None, 0)
OP(Trunc,  1, "d>d", None, 0)
OP(RoundToEven, 1, "d>d", None, 0)
OP(Abs,    1, "d>d", None, 0)
OP(Copysign, 2, "dd>d", None, 0)                           /* arg0 with the sign of arg1 */
OP(Min64F, 2, "dd>d", None, OpCommutative)                 /* Go's min and max: NaN wins, -0 < +0 */
OP(Min32F, 2, "ff>f", None, OpCommutative)
OP(Max64F, 2, "dd>d", None, OpCommutative)
OP(Max32F, 2, "ff>f", None, OpCommutative)
OP(FMA,    3, "ddd>d", None, 0)                            /* arg0 * arg1 + arg2, rounded once; math.FMA only */

/* --- comparisons --- */
OP(Eq8,    2, "11>b", None, OpCommutative)
OP(Eq16,   2, "22>b", None, OpCommutative)
OP(Eq32,   2, "44>b", None, OpCommutative)
OP(Eq64,   2, "88>b", None, OpCommutative)
OP(EqPtr,  2, "pp>b", None, OpCommutative)
OP(EqB,    2, "bb>b", None, OpCommutative)
OP(Eq32F,  2, "ff>b", None, OpCommutative)
OP(Eq64F,  2, "dd>b", None, OpCommutative)
OP(Neq8,   2, "11>b", None, OpCommutative)
OP(Neq16,  2, "22>b", None, OpCommutative)
OP(Neq32,  2, "44>b", None, OpCommutative)
OP(Neq64,  2, "88>b", None, OpCommutative)
OP(NeqPtr, 2, "pp>b", None, OpCommutative)
OP(NeqB,   2, "bb>b", None, OpCommutative)
OP(Neq32F, 2, "ff>b", None, OpCommutative)
OP(Neq64F, 2, "dd>b", None, OpCommutative)
OP(Less8,   2, "11>b", None, 0)
OP(Less8U,  2, "11>b", None, 0)
OP(Less16,  2, "22>b", None, 0)
OP(Less16U, 2, "22>b", None, 0)
OP(Less32,  2, "44>b", None, 0)
OP(Less32U, 2, "44>b", None, 0)
OP(Less64,  2, "88>b", None, 0)
OP(Less64U, 2, "88>b", None, 0)
OP(Less32F, 2, "ff>b", None, 0)
OP(Less64F, 2, "dd>b", None, 0)
OP(Leq8,    2, "11>b", None, 0)
OP(Leq8U,   2, "11>b", None, 0)
OP(Leq16,   2, "22>b", None, 0)
OP(Leq16U,  2, "22>b", None, 0)
OP(Leq32,   2, "44>b", None, 0)
OP(Leq32U,  2, "44>b", None, 0)
OP(Leq64,   2, "88>b", None, 0)
OP(Leq64U,  2, "88>b", None, 0)
OP(Leq32F,  2, "ff>b", None, 0)
OP(Leq64F,  2, "dd>b", None, 0)

/* --- booleans --- */
OP(AndB, 2, "bb>b", None, OpCommutative)                   /* both are evaluated */
OP(OrB,  2, "bb>b", None, OpCommutative)
OP(Not,  1, "b>b",  None, 0)
OP(CondSelect, 3, "vsb>s", None, 0)                        /* arg2 ? arg0 : arg1 */

/* --- conversions --- */
OP(SignExt8to16,  1, "1>2", None, 0)
OP(SignExt8to32,  1, "1>4", None, 0)
OP(SignExt8to64,  1, "1>8", None, 0)
OP(SignExt16to32, 1, "2>4", None, 0)
OP(SignExt16to64, 1, "2>8", None, 0)
OP(SignExt32to64, 1, "4>8", None, 0)
OP(ZeroExt8to16,  1, "1>2", None, 0)
OP(ZeroExt8to32,  1, "1>4", None, 0)
OP(ZeroExt8to64,  1, "1>8", None, 0)
OP(ZeroExt16to32, 1, "2>4", None, 0)
OP(ZeroExt16to64, 1, "2>8", None, 0)
OP(ZeroExt32to64, 1, "4>8", None, 0)
OP(Trunc16to8,  1, "2>1", None, 0)
OP(Trunc32to8,  1, "4>1", None, 0)
OP(Trunc32to16, 1, "4>2", None, 0)
OP(Trunc64to8,  1, "8>1", None, 0)
OP(Trunc64to16, 1, "8>2", None, 0)
OP(Trunc64to32, 1, "8>4", None, 0)
OP(Cvt32to32F,  1, "4>f", None, 0)
OP(Cvt32to64F,  1, "4>d", None, 0)
OP(Cvt64to32F,  1, "8>f", None, 0)
OP(Cvt64to64F,  1, "8>d", None, 0)
OP(Cvt32Fto32,  1, "f>4", None, 0)
OP(Cvt32Fto64,  1, "f>8", None, 0)
OP(Cvt64Fto32,  1, "d>4", None, 0)
OP(Cvt64Fto64,  1, "d>8", None, 0)
OP(Cvt32Fto64F, 1, "f>d", None, 0)
OP(Cvt64Fto32F, 1, "d>f", None, 0)
OP(Cvt64Uto32F, 1, "8>f", None, 0)                         /* unsigned; the lowering expands them */
OP(Cvt64Uto64F, 1, "8>d", None, 0)
OP(Cvt32Fto64U, 1, "f>8", None, 0)
OP(Cvt64Fto64U, 1, "d>8", None, 0)
OP(Round32F,    1, "f>f", None, 0)                         /* an explicit conversion: no wider intermediate may survive it */
OP(Round64F,    1, "d>d", None, 0)
OP(CvtBoolToUint8, 1, "b>1", None, 0)
OP(Bits32F,     1, "f>4", None, 0)                         /* math.Float32bits */
OP(Bits64F,     1, "d>8", None, 0)
OP(FromBits32F, 1, "4>f", None, 0)                         /* math.Float32frombits */
OP(FromBits64F, 1, "8>d", None, 0)

/* --- masks --- */
OP(Slicemask,   1, "8>8", None, 0)                         /* 0 if arg0 == 0, else -1; arg0 >= 0: keeps s[len(s):] inside its object */
OP(Signmask,    1, "4>4", None, 0)                         /* -1 if arg0 < 0, else 0 */
OP(Zeromask,    1, "4>4", None, 0)                         /* 0 if arg0 == 0, else -1 */

/* --- memory --- */
OP(Load,  2, "am>v",  None, OpFaultOnNil0)                 /* *arg0; the width is the result type's */
OP(Store, 3, "avm>m", None, OpFaultOnNil0)                 /* *arg0 = arg1; the width is arg1's type's; a Ptr needs a write barrier, see writebarrier.c */
OP(Move,  3, "aam>m", TypSize, OpFaultOnNil0|OpFaultOnNil1) /* memmove(arg0, arg1, auxint); aux: symbol of the type that holds pointers, or none */
OP(Zero,  2, "am>m",  TypSize, OpFaultOnNil0)              /* clear auxint bytes at arg0; aux as for Move */
OP(VarDef,  1, "m>m", Local, OpZeroWidth)                  /* Local aux is about to be initialised */
OP(VarLive, 1, "m>m", Local, OpZeroWidth)                  /* Local aux is alive until here */
OP(KeepAlive, 2, "vm>m", None, OpZeroWidth|OpEffect)       /* arg0 is alive until here */
OP(WBstart, 1, "m>m", None, OpZeroWidth|OpEffect)          /* a write barrier sequence begins: no safe point until WBend */
OP(WBend,   1, "m>m", None, OpZeroWidth|OpEffect)
OP(WB,      1, "m>T", Int64, OpEffect)                     /* (i64 buffer, mem): reserves auxint words of the write barrier buffer */
OP(InlMark, 1, "m>m", Int64, OpZeroWidth|OpEffect)         /* the inlined call auxint begins (a place for a NOP and its line) */

/* --- checks --- */
OP(IsNonNil, 1, "p>b", None, 0)
OP(IsInBounds, 2, "88>b", None, 0)                         /* 0 <= arg0 < arg1; arg1 >= 0 */
OP(IsSliceInBounds, 2, "88>b", None, 0)                    /* 0 <= arg0 <= arg1; arg1 >= 0 */
OP(NilCheck, 2, "pm>*", None, OpIsNilCheck|OpEffect)         /* arg0 (ptr), after a fault if it is nil; void once scheduled */
OP(PanicBounds, 3, "88m>m", Int64, OpCall|OpEffect)        /* control of an Exit block: calls panicBounds; auxint: BoundsKind */

/* --- calls: see CallInfo; args are codeptr and context where named, register args in sequence, mem --- */
OP(StaticCall,  -1, "*>R", Call, OpCall|OpEffect)
OP(ClosureCall, -1, "*>R", Call, OpCall|OpEffect)          /* codeptr, closure, args..., mem */
OP(InterCall,   -1, "*>R", Call, OpCall|OpEffect)          /* codeptr, args..., mem */
OP(TailCall,    -1, "*>R", Call, OpCall|OpEffect)          /* control of a RetJmp block */

/* --- atomics and hints --- */
OP(AtomicLoad8,   2, "am>T", None, OpFaultOnNil0)          /* (i8, mem) */
OP(AtomicLoad32,  2, "am>T", None, OpFaultOnNil0)
OP(AtomicLoad64,  2, "am>T", None, OpFaultOnNil0)
OP(AtomicLoadPtr, 2, "am>T", None, OpFaultOnNil0)          /* (ptr, mem) */
OP(AtomicStore8,  3, "a1m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicStore32, 3, "a4m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicStore64, 3, "a8m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicStorePtrNoWB, 3, "apm>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicExchange8,  3, "a1m>T", None, OpFaultOnNil0|OpEffect) /* (old, mem) */
OP(AtomicExchange32, 3, "a4m>T", None, OpFaultOnNil0|OpEffect)
OP(AtomicExchange64, 3, "a8m>T", None, OpFaultOnNil0|OpEffect)
OP(AtomicAdd32,   3, "a4m>T", None, OpFaultOnNil0|OpEffect)    /* (new, mem) */
OP(AtomicAdd64,   3, "a8m>T", None, OpFaultOnNil0|OpEffect)
OP(AtomicCompareAndSwap32, 4, "a44m>T", None, OpFaultOnNil0|OpEffect) /* arg1 old, arg2 new -> (bool, mem) */
OP(AtomicCompareAndSwap64, 4, "a88m>T", None, OpFaultOnNil0|OpEffect)
OP(AtomicAnd8,    3, "a1m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicAnd32,   3, "a4m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicOr8,     3, "a1m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicOr32,    3, "a4m>m", None, OpFaultOnNil0|OpEffect)
OP(AtomicAnd32value, 3, "a4m>T", None, OpFaultOnNil0|OpEffect) /* (old, mem) */
OP(AtomicAnd64value, 3, "a8m>T", None, OpFaultOnNil0|OpEffect)
OP(AtomicOr32value,  3, "a4m>T", None, OpFaultOnNil0|OpEffect)
OP(AtomicOr64value,  3, "a8m>T", None, OpFaultOnNil0|OpEffect)
OP(PubBarrier,    1, "m>m", None, OpEffect)
OP(PrefetchCache,         2, "am>m", None, OpEffect)
OP(PrefetchCacheStreamed, 2, "am>m", None, OpEffect)
/* clang-format on */
#undef OP
