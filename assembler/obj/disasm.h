/* disasm.h - from bytes back to instructions, by the table of instr.h. */
#ifndef ASSEMBLER_OBJ_DISASM_H
#define ASSEMBLER_OBJ_DISASM_H

#include "forms.h"

/* One instruction as it was found.  Operands stand in the order of assembly
 * source.  What has no place in a Prog yet is said so:
 *   - a branch is AddrBranch with the address in off;
 *   - memory relative to the instruction pointer is AddrMem, NameExtern,
 *     without symbol, with the address in off. */
typedef struct Insn {
    uint16_t as;       /* As */
    uint8_t len;       /* bytes, prefixes included */
    uint8_t nops;
    uint8_t suffix;    /* Suffix... of AVX-512 */
    uint8_t lock;      /* 1: LOCK stands in front */
    uint8_t rep;       /* 0xF2 or 0xF3 when it stands in front and is no part of the opcode */
    uint8_t segment;   /* segment prefix byte, 0 none */
    bool stray;        /* prefixes that change nothing */
    uint8_t opcode;    /* its last byte: the condition code stands in its low bits */
    uint8_t modrm;     /* the byte behind the opcode, 0 none */
    uint8_t mask;      /* number of the write mask (AVX-512), which is the last operand but one; 0 none */
    uint8_t map;       /* 0: one byte, 1: 0F, 2: 0F 38, 3: 0F 3A */
    uint32_t flags;    /* of the row */
    uint8_t kind[MaxOperands];
    Addr ops[MaxOperands];
} Insn;

typedef struct Disasm Disasm;

Disasm *disasm_new(Arena *a); /* the index over the table; read only afterwards */
/* Reads the instruction at p (n bytes), which stands at address pc.  Returns
 * its length, 0 when the table has none that begins so. */
int disasm(const Disasm *d, const uint8_t *p, size_t n, uint64_t pc, Insn *out);
/* The same for source: only what asm would turn into the same bytes again. */
int disasm_source(const Disasm *d, const uint8_t *p, size_t n, uint64_t pc, Insn *out);

#endif
