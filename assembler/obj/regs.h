/* regs.h - the registers of amd64 by the names that Go's assembler gives them.
 *
 *   REG(name, class, number)
 *
 * class   which register file (RegClass in obj.h)
 * number  the 4- or 5-bit number that goes into ModRM, SIB, REX, VEX or EVEX
 *
 * The general registers have one name for all widths, the mnemonic says how
 * much of them is meant: ADDB AX, BX adds bytes, ADDQ AX, BX quadwords.  AL
 * and the like exist too; AH, CH, DH and BH are numbers 4..7 without a REX. */
#define REG8(p, c, q, b) \
    REG(p##0##q, c, b + 0) REG(p##1##q, c, b + 1) REG(p##2##q, c, b + 2) REG(p##3##q, c, b + 3) \
    REG(p##4##q, c, b + 4) REG(p##5##q, c, b + 5) REG(p##6##q, c, b + 6) REG(p##7##q, c, b + 7)
#define REG32(p, c) \
    REG8(p, c, , 0) REG(p##8, c, 8) REG(p##9, c, 9) \
    REG8(p##1, c, , 10) REG(p##18, c, 18) REG(p##19, c, 19) \
    REG8(p##2, c, , 20) REG(p##28, c, 28) REG(p##29, c, 29) REG(p##30, c, 30) REG(p##31, c, 31)

REG(AX, RegGP, 0) REG(CX, RegGP, 1) REG(DX, RegGP, 2) REG(BX, RegGP, 3)
REG(SP, RegGP, 4) REG(BP, RegGP, 5) REG(SI, RegGP, 6) REG(DI, RegGP, 7)
REG(R8, RegGP, 8) REG(R9, RegGP, 9) REG(R10, RegGP, 10) REG(R11, RegGP, 11)
REG(R12, RegGP, 12) REG(R13, RegGP, 13) REG(R14, RegGP, 14) REG(R15, RegGP, 15)

REG(AL, RegByte, 0) REG(CL, RegByte, 1) REG(DL, RegByte, 2) REG(BL, RegByte, 3)
REG(SPB, RegByte, 4) REG(BPB, RegByte, 5) REG(SIB, RegByte, 6) REG(DIB, RegByte, 7)
REG(R8B, RegByte, 8) REG(R9B, RegByte, 9) REG(R10B, RegByte, 10) REG(R11B, RegByte, 11)
REG(R12B, RegByte, 12) REG(R13B, RegByte, 13) REG(R14B, RegByte, 14) REG(R15B, RegByte, 15)
REG(AH, RegHigh, 4) REG(CH, RegHigh, 5) REG(DH, RegHigh, 6) REG(BH, RegHigh, 7)

REG32(X, RegX)
REG32(Y, RegY)
REG32(Z, RegZ)
REG8(K, RegK, , 0)
REG8(M, RegM, , 0)
REG8(F, RegF, , 0)

REG(ES, RegSeg, 0) REG(CS, RegSeg, 1) REG(SS, RegSeg, 2) REG(DS, RegSeg, 3) REG(FS, RegSeg, 4) REG(GS, RegSeg, 5)
REG8(CR, RegCR, , 0) REG(CR8, RegCR, 8)
REG8(DR, RegDR, , 0)
REG8(TR, RegTR, , 0)
REG(GDTR, RegSys, 0) REG(IDTR, RegSys, 1) REG(LDTR, RegSys, 2) REG(MSW, RegSys, 3) REG(TASK, RegSys, 4)
REG(TLS, RegTLS, 0)

#undef REG8
#undef REG32
#undef REG
