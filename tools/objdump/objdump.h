/* objdump.h - what the files of objdump share.
 *
 *   objdump.c   flags and files
 *   listing.c   functions, their lines and columns
 *   symbols.c   addresses to names, positions and relocations
 *   plan9.c     one instruction as `go tool objdump` spells it
 *   gnu.c       the same as GNU's assembler spells it
 *   x87.c       the x87's part of that
 *   asmtext.c   functions as source that asm takes
 *   records.c   -go: the records that only Go's objects hold */
#ifndef TOOLS_OBJDUMP_OBJDUMP_H
#define TOOLS_OBJDUMP_OBJDUMP_H

#include <regex.h>

#include "../../assembler/obj/disasm.h"
#include "../../base/buf.h"
#include "../../base/goobj.h"
#include "../common/elffile.h"
#include "../common/goline.h"

/* A symbol with an address. */
typedef struct Symbol {
    const char *name;
    uint64_t addr, size;
    bool text;      /* in an executable section */
    uint32_t order; /* in the file */
} Symbol;

/* The record of a function and where the function stands. */
typedef struct FuncAt {
    uint64_t entry;
    GoFuncRec rec;
} FuncAt;

/* The code of one image. */
typedef struct Code {
    const ElfImage *e;
    const uint8_t *text;  /* .text */
    uint64_t start, end;  /* its addresses */
    uint32_t section;     /* its number */
    Symbol *syms;         /* by address */
    size_t nsyms;
    const Elf64Rela *rela; /* of .text, by offset; objects only */
    size_t nrela;
    bool has_lines;       /* lines: an executable's pclntab */
    GoLine lines;
    GoCursor cursor;
    FuncAt *funcs;        /* of an object, by address */
    size_t nfuncs;
    const char *line_pool; /* .go.line */
    size_t line_size;
    const char **files;   /* of an object */
    size_t nfiles;
} Code;

typedef struct Where {
    const char *file; /* "" unknown */
    int32_t line;
} Where;

/* symbols.c */
bool code_open(Arena *a, const ElfImage *e, Code *out);  /* false: no text */
const Symbol *code_symbol(const Code *c, uint64_t addr); /* the symbol that addr lies in, or NULL */
Where code_where(Code *c, uint64_t pc);
/* The relocation whose field lies in [from, to), NULL; *sym is its symbol. */
const Elf64Rela *code_reloc(const Code *c, uint64_t from, uint64_t to, const char **sym);

/* How mnemonics are spelled elsewhere: op is Intel's name, suffix the width
 * letter that Go's disassembler adds to it, 0 for none. */
typedef struct Spelling {
    const char *op;
    char suffix;
} Spelling;

typedef struct Dump {
    Arena *arena;
    Disasm *disasm;
    Spelling *spellings; /* by As */
    bool source, gnu, as_asm;
    const regex_t *filter; /* NULL: all functions */
    uint64_t from, to;     /* addresses wanted */
    Map sources;           /* file name -> Source */
    bool printed;          /* something has been printed */
    Buf *out;
} Dump;

/* plan9.c */
Spelling *spellings_new(Arena *a);
void print_plan9(const Dump *d, const Code *c, const Insn *in, uint64_t pc, Buf *out);
/* gnu.c */
void print_gnu(const Dump *d, const Insn *in, uint64_t pc, Buf *out);
/* x87.c */
const char *x87_memory_name(const Insn *in);             /* NULL: not an x87 instruction with memory */
bool print_x87_registers(const Insn *in, Buf *out);       /* false: not one without memory that has its own spelling */
/* asmtext.c */
void print_asm_function(Dump *d, Code *c, const Symbol *s);
/* listing.c */
void print_code(Dump *d, Code *c);
void put_hex(Buf *out, uint64_t v);       /* 0x1f */
void put_signed_hex(Buf *out, int64_t v); /* -0x1f */
/* records.c */
void print_records(Arena *a, const ElfImage *e, Buf *out);

#endif
