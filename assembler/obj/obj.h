/* obj.h - what compile and asm share: instructions, symbols, objects.
 *
 * A text symbol is a list of Progs, one per instruction, in the terms of Go's
 * assembler: mnemonic, operands, pseudo registers.  obj_assemble turns the
 * list into bytes and tables; obj_write_elf turns the symbols of an ObjCtx
 * into a relocatable ELF file (docs/object.md).
 *
 *   ObjCtx o;  obj_init(&o, arena, interner, diag);
 *   LSym *s = obj_lookup(&o, "main.f", ABIInternal);
 *   obj_new_text(&o, s, TextNOSPLIT, function_arena);
 *   s->fn->args = 16;  s->fn->locals = 40;
 *   Prog *p = obj_prog(&o, s, AMOVQ, pos, value_id);
 *   p->from = addr_param("main.x", 0);  p->to = addr_reg(REG_AX);
 *   obj_prog(&o, s, ARET, pos, value_id);
 *   obj_assemble(&o, s);          // any thread, one function each
 *   obj_write_elf(&o, &out);      // when all functions are done
 *
 * Files in reading order: regs.h, instr.h and what it includes (tables), names.c, prog.c (symbols, Progs),
 * frame.c (prologue, epilogue, SP), encode.c (one instruction), assemble.c
 * (layout and branches), pctab.c (pc-value tables), data.c (data symbols),
 * elf.c (the file), print.c and listing.c (text forms); forms.c is the tables as
 * arrays, disasm.c reads them from bytes to instructions. */
#ifndef ASSEMBLER_OBJ_OBJ_H
#define ASSEMBLER_OBJ_OBJ_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../base/arena.h"
#include "../../base/buf.h"
#include "../../base/diag.h"
#include "../../base/goobj.h"
#include "../../base/intern.h"
#include "../../base/map.h"

typedef struct Addr Addr;
typedef struct FuncInfo FuncInfo;
typedef struct LSym LSym;
typedef struct ObjCtx ObjCtx;
typedef struct Prog Prog;
typedef struct Reloc Reloc;

/* ---- Registers: REG_AX ... REG_TLS; REG_NONE is 0 ---- */

typedef enum RegClass {
    RegNone, RegGP, RegByte, RegHigh, RegX, RegY, RegZ, RegK, RegM, RegF, RegSeg, RegCR, RegDR, RegTR, RegSys, RegTLS
} RegClass;

typedef enum Reg {
    REG_NONE,
#define REG(name, class, number) REG_##name,
#include "regs.h"
    NumRegs,
    REG_g = REG_R14 /* the current goroutine in ABIInternal */
} Reg;

typedef struct RegInfo {
    const char *name;
    uint8_t class, number;
} RegInfo;

extern const RegInfo reg_info[NumRegs];

/* ---- Instructions: AADDQ ... ; the pseudo instructions come first ---- */

typedef enum As {
    AXXX, /* none */
#define INS(name, attr) A##name,
#define ENC(...)
#include "instr.h"
    NumAs
} As;

const char *as_name(As as);
void as_fill_map(Map *m);  /* mnemonic -> As, with the alternative names too */
void reg_fill_map(Map *m); /* register -> Reg */

/* ---- Operands ---- */

typedef enum AddrType {
    AddrNone,
    AddrReg,     /* reg */
    AddrMem,     /* off(reg)(index*scale), or sym+off(SB), x+off(FP), x-off(SP), by name */
    AddrConst,   /* $off */
    AddrFConst,  /* $fval */
    AddrSConst,  /* $"sval" with slen bytes */
    AddrAddr,    /* $ of what AddrMem means */
    AddrBranch,  /* target, a Prog of the same function */
    AddrIndir,   /* *sym(SB): through memory, in JMP and CALL */
    AddrRegList, /* [reg-index]: four registers in a row (AVX-512) */
} AddrType;

typedef enum AddrName {
    NameNone,
    NameExtern, /* sym(SB), also for static symbols */
    NameAuto,   /* x-8(SP): off is relative to the top of the locals */
    NameParam,  /* x+8(FP): off is relative to the first argument */
} AddrName;

struct Addr {
    uint8_t type;  /* AddrType */
    uint8_t name;  /* AddrName, for AddrMem, AddrAddr, AddrIndir */
    uint8_t scale; /* 1, 2, 4, 8 when index is set */
    uint8_t pad;
    uint16_t reg;   /* AddrReg, base of AddrMem, first of AddrRegList */
    uint16_t index; /* index of AddrMem, last of AddrRegList */
    union {
        int64_t off; /* offset or constant */
        double fval; /* AddrFConst */
        size_t slen; /* AddrSConst */
    };
    union {
        LSym *sym;        /* NameExtern */
        const char *var;  /* NameAuto, NameParam: the variable's name, for the eye; may be NULL */
        Prog *target;     /* AddrBranch */
        const char *sval; /* AddrSConst */
    };
};

static inline Addr addr_reg(int reg) { return (Addr){.type = AddrReg, .reg = (uint16_t)reg}; }
static inline Addr addr_const(int64_t v) { return (Addr){.type = AddrConst, .off = v}; }
static inline Addr addr_mem(int reg, int64_t off) { return (Addr){.type = AddrMem, .reg = (uint16_t)reg, .off = off}; }
static inline Addr addr_index(int reg, int index, int scale, int64_t off)
{
    return (Addr){.type = AddrMem, .reg = (uint16_t)reg, .index = (uint16_t)index, .scale = (uint8_t)scale, .off = off};
}
static inline Addr addr_sym(LSym *sym, int64_t off) { return (Addr){.type = AddrMem, .name = NameExtern, .sym = sym, .off = off}; }
static inline Addr addr_symaddr(LSym *sym, int64_t off) { return (Addr){.type = AddrAddr, .name = NameExtern, .sym = sym, .off = off}; }
static inline Addr addr_auto(const char *var, int64_t off) { return (Addr){.type = AddrMem, .name = NameAuto, .var = var, .off = off}; }
static inline Addr addr_param(const char *var, int64_t off) { return (Addr){.type = AddrMem, .name = NameParam, .var = var, .off = off}; }
static inline Addr addr_branch(Prog *target) { return (Addr){.type = AddrBranch, .target = target}; }

/* ---- Progs ---- */

/* Suffixes of AVX-512 mnemonics: VADDPD.BCST.Z */
enum { SuffixZ = 1, SuffixBCST = 2, SuffixSAE = 4, SuffixRN = 8, SuffixRD = 16, SuffixRU = 32, SuffixRZ = 64 };

/* One instruction.  Operands stand in the order of the source text:
 * from, rest[0..nrest), to; one operand alone is `to`, except where the
 * instruction only reads it (PUSHQ, CALL and jumps use `to` as well).
 * An instruction made with one operand in either place is accepted. */
struct Prog {
    Prog *next;
    Addr from, to;
    Addr *rest;      /* operands between from and to */
    uint16_t as;     /* As */
    uint8_t nrest;
    uint8_t suffix;  /* Suffix... */
    uint32_t pos;    /* the user's position number, see ObjCtx.position */
    uint32_t value;  /* id of the SSA Value it comes from, 0 none */
    int32_t spadj;   /* how far it lowers SP (PUSH 8, POP -8), set by frame.c; ADJSP says it */
    int32_t sp;      /* SP lowered since entry, in front of it; set by frame.c */
    /* after obj_assemble */
    int32_t pc;      /* offset from the function's entry */
    uint8_t size;    /* bytes; padding of PCALIGN may exceed 255 and is then in pad */
    uint8_t mark;    /* MarkLong ..., private to assemble.c */
    uint16_t pad;    /* bytes of padding in front of the instruction */
};

/* ---- Symbols ---- */

typedef enum ABI { ABI0, ABIInternal } ABI;

typedef enum SymKind {
    SymUndef,     /* referred to, not defined here */
    SymText,      /* .text */
    SymRodata,    /* .rodata */
    SymType,      /* .go.type: type descriptors, names, masks: what 32-bit type offsets reach */
    SymFuncdata,  /* .go.funcdata: stack maps, arginfo, ... */
    SymData,      /* .data: has pointers */
    SymNoptrdata, /* .noptrdata */
    SymBss,       /* .bss: has pointers */
    SymNoptrbss,  /* .noptrbss */
} SymKind;

enum SymFlag {
    SymStatic = 1,     /* local to this object */
    SymDupok = 2,      /* weak: any of several equal definitions will do */
    SymTypelink = 4,   /* a type descriptor that runtime.typelinks lists */
    SymItab = 8,       /* an itab that runtime.itablinks lists */
    SymTypeDesc = 16,  /* a type descriptor */
    SymAbi0 = 32,      /* name ends in .abi0 */
    SymDefined = 64,   /* set by obj_new_text, obj_new_data */
    SymWeakRef = 128,  /* may stay undefined: the reference then means nothing */
};

typedef enum RelocType {
    RelCall,    /* R_X86_64_PLT32: rel32 of CALL and JMP */
    RelPC32,    /* R_X86_64_PC32: RIP-relative address; add is gc's (relative to the symbol), the writer subtracts the distance to the instruction's end */
    RelAddr64,  /* R_X86_64_64 */
    RelAddr32,  /* R_X86_64_32: a 32-bit absolute address in an instruction */
    RelOff32,   /* R_X86_64_32 in .go.type and .go.funcdata: offset from the base of the target's kind */
} RelocType;

struct Reloc {
    uint32_t off;  /* in the symbol's bytes */
    uint8_t type;  /* RelocType */
    uint8_t size;  /* 4 or 8 */
    uint8_t tail;  /* RelCall, RelPC32: bytes from off to the end of the instruction */
    int64_t add;   /* added to the target's address, as written in the source */
    LSym *sym;
};

/* Owned by the ObjCtx; bytes and relocs are on the heap and go with it. */
struct LSym {
    const char *name;  /* as in ELF; ABI0 text ends in .abi0 */
    uint8_t kind;      /* SymKind */
    uint8_t abi;       /* ABI, of text */
    uint16_t flags;    /* SymFlag */
    uint32_t align;    /* 0: by kind and size */
    uint64_t size;     /* may exceed data.len: the rest is zero */
    uint32_t order;    /* place in the object: symbols are written by (kind, order, name) */
    uint32_t id;       /* order of creation; not deterministic when threads create symbols */
    Buf data;
    Reloc *relocs;     /* sorted by off once written */
    size_t nrelocs, cap_relocs;
    FuncInfo *fn;      /* of text defined here */
    LSym *gotype;      /* of data: its type descriptor, NULL */
    void *user;        /* for the owner of the ObjCtx */
    uint32_t elf_index; /* elf.c */
    uint64_t elf_value; /* elf.c */
};

/* ---- Functions ---- */

/* Flags of TEXT, as in pkg/include/textflag.h */
enum TextFlag {
    TextNOPROF = 1, TextDUPOK = 2, TextNOSPLIT = 4, TextRODATA = 8, TextNOPTR = 16, TextWRAPPER = 32,
    TextNEEDCTXT = 64, TextLOCAL = 128, TextTLSBSS = 256, TextNOFRAME = 512, TextREFLECTMETHOD = 1024,
    TextTOPFRAME = 2048, TextABIWRAPPER = 4096, TextPKGINIT = 8192,
    TextSPWRITE = 1 << 16, /* found by obj_assemble: writes SP in a way that pcsp cannot follow */
    TextASM = 1 << 17,     /* from asm */
};

enum { ArgsUnknown = GoArgsUnknown };

/* PCDATA and FUNCDATA numbers (docs/object.md; the same as gc's). */
enum { PcdataUnsafePoint, PcdataStackMapIndex, PcdataInlTreeIndex, PcdataArgLiveIndex, PcdataPanicBounds, NumPcdata };
enum {
    FuncdataArgsPointerMaps, FuncdataLocalsPointerMaps, FuncdataStackObjects, FuncdataInlTree,
    FuncdataOpenCodedDeferInfo, FuncdataArgInfo, FuncdataArgLiveInfo, FuncdataWrapInfo, NumFuncdata
};

/* A register argument that the prologue saves around morestack. */
typedef struct RegSpill {
    uint16_t reg;
    uint16_t store, load; /* As: MOVQ, MOVL, MOVW, MOVB, MOVSS, MOVSD ...; load is MOVBLZX, MOVWLZX for small ones if wanted */
    int64_t off;          /* of the spill slot from the first argument: x+off(FP) */
} RegSpill;

/* A call that was inlined into the function. */
typedef struct InlCall {
    int32_t parent;     /* index of the InlCall around it, -1: the function itself */
    int32_t parent_pc;  /* offset of an instruction at the call site; -1 until found */
    uint32_t pos;       /* of the call */
    const char *name;   /* of the inlined function, "p.f" */
    int32_t start_line; /* of the inlined function's func keyword */
    uint8_t func_id;
} InlCall;

/* What stands behind a position number. */
typedef struct ObjPos {
    const char *file; /* interned in ObjCtx.intern; innermost, //line obeyed */
    int32_t line, col;
    int32_t inl;      /* 0: not inlined, else 1 + number of the inlined call, the user's numbering */
    uint32_t node;    /* id of the AST node, for .go.prov; 0 unknown */
} ObjPos;

/* An instruction that stands at the site of an inlined call. */
typedef struct InlMark {
    Prog *p;
    int32_t call; /* the user's number */
} InlMark;

/* Which bytes come from which Value: .go.prov, sorted by pc. */
typedef struct ProvEntry {
    uint32_t pc, size, pos, value;
} ProvEntry;

/* A variable or block of variables for debuggers; base/goobj.h says what the
 * fields mean. */
typedef struct VarEntry {
    uint32_t kind;    /* GoVarKind */
    const char *name;
    LSym *type;
    int32_t off;
    uint32_t line;
    uint32_t closure_off;
    Buf ranges;       /* of GoVarScope; of a variable its places */
} VarEntry;

typedef struct ConstEntry {
    const char *name;
    LSym *type;
    int64_t value;
} ConstEntry;

/* Bytes that do not change; functions share equal ones (ObjCtx.intern). */
typedef struct Bytes {
    const char *data;
    size_t len;
} Bytes;

struct FuncInfo {
    Arena *arena;          /* Progs and operands live here; may be freed after obj_assemble (see fn->first) */
    Prog *first, *last;    /* the instructions; obj_drop_progs forgets them */
    uint32_t flags;        /* TextFlag */
    int32_t args;          /* bytes of arguments and results, ArgsUnknown */
    int32_t locals;        /* bytes asked for ($locals-args); the saved BP is not counted */
    int32_t frame;         /* after obj_assemble: bytes below the return address, with the saved BP */
    uint8_t func_id;       /* FORMATS: 0 normal, 23 wrapper, ... ; by name in package runtime: obj_func_id */
    bool cfunc;            /* runtime code on the system stack: checks stackguard1, calls morestackc */
    int32_t start_line;
    uint32_t align;        /* of the entry; 0: 32 as gc's text, PCALIGN may raise it */
    uint32_t pos;          /* of the func keyword */
    RegSpill *spills;      /* around morestack */
    int nspills;
    InlMark *marks;        /* by obj_inl_mark; heap */
    size_t nmarks, cap_marks;
    LSym *funcdata[NumFuncdata]; /* from FUNCDATA Progs or set directly */
    int64_t funcdata_off[NumFuncdata];
    LSym *wrapped;         /* of an ABI wrapper: the function behind it */

    /* after obj_assemble; they live as long as the symbol.  Tables are
     * pc-value tables as in .gopclntab; an empty one is -1 throughout. */
    Bytes pcsp, pcfile, pcln;
    Bytes pcdata[NumPcdata];
    uint32_t deferreturn;  /* offset of a call of runtime.deferreturn, 0 */
    const char **files;    /* the numbers in pcfile index this list, in order of first use */
    size_t nfiles, cap_files;
    InlCall *inl;          /* PCDATA 2 indexes this; parents come first */
    size_t ninl, cap_inl;
    ProvEntry *prov;       /* with ObjCtx.prov */
    size_t nprov, cap_prov;
    VarEntry *vars;        /* set by who makes the function; heap */
    size_t nvars, cap_vars;
};

/* ---- The context ---- */

/* A row of .go.reach; base/goobj.h says what the fields mean for each kind. */
typedef struct ReachRecord {
    uint32_t kind;     /* GoReachKind */
    uint32_t off;
    LSym *sym, *to, *name; /* to and name may be NULL */
} ReachRecord;

struct ObjCtx {
    Arena *arena;      /* symbols, names; under lock */
    Interner *intern;  /* under lock: use obj_intern */
    Diag *diag;        /* has its own lock */
    const char *pkgpath; /* of -p, "" unknown; .go.pkg */
    const char *pkgname; /* of the package clause; .go.pkg */
    const char **settings; /* "gover=go1.26" and so on for .go.pkg, in the order given */
    int nsettings;
    bool is_asm;       /* TEXT comes from asm: no jump padding, TextASM */
    bool prov;         /* keep which bytes come from which Value */

    /* Position numbers belong to the user: number -> file, line, inlined call. */
    ObjPos (*position)(void *arg, uint32_t pos);
    ObjPos (*error_position)(void *arg, uint32_t pos); /* for diagnostics; NULL: position */
    /* Number of an inlined call (ObjPos.inl - 1) -> parent (same numbering, -1 none), pos, name, start_line, func_id. */
    InlCall (*inlined)(void *arg, int32_t call);
    void *position_arg;

    pthread_mutex_t lock; /* protects arena, intern, symbols, list, reach */
    Map symbols;          /* key -> LSym; static ones have their own key */
    LSym **list;          /* all symbols, by id; heap */
    size_t nlist, cap_list;
    ReachRecord *reach;   /* heap; written in the order of sym in the file, then kind, off, names */
    size_t nreach, cap_reach;
    ConstEntry *consts;   /* heap; for debuggers, in the order of the file */
    size_t nconsts, cap_consts;
};

/* prog.c */
void obj_init(ObjCtx *o, Arena *arena, Interner *names, Diag *diag);
void obj_free(ObjCtx *o);
const char *obj_intern(ObjCtx *o, const char *s, size_t n);
/* The symbol called name.  Text in ABI0 is called name.abi0; give data and types ABIInternal. */
LSym *obj_lookup(ObjCtx *o, const char *name, ABI abi);
LSym *obj_lookup_static(ObjCtx *o, const char *name, ABI abi); /* name<>, apart from the global name */
LSym *obj_find(ObjCtx *o, const char *name, ABI abi);          /* NULL when nobody looked it up yet */
/* Makes s a function without instructions.  Progs go to arena (NULL: the context's, single thread only). */
FuncInfo *obj_new_text(ObjCtx *o, LSym *s, uint32_t text_flags, Arena *arena);
Prog *obj_prog(ObjCtx *o, LSym *text, As as, uint32_t pos, uint32_t value); /* appended */
Prog *obj_prog_after(ObjCtx *o, LSym *text, Prog *after, As as);            /* inserted, with after's pos and value; after NULL: in front */
Addr *prog_add_rest(LSym *text, Prog *p, Addr a);                           /* one more operand between from and to */
void obj_pcdata(ObjCtx *o, LSym *text, uint32_t pos, int table, int64_t value);   /* appends PCDATA */
void obj_funcdata(ObjCtx *o, LSym *text, uint32_t pos, int table, LSym *s);       /* appends FUNCDATA */
/* p stands at the call site of inlined call number `call` (the user's numbering). */
void obj_inl_mark(ObjCtx *o, LSym *text, Prog *p, int32_t call);
int obj_func_id(const char *name, bool wrapper); /* "runtime.goexit" -> 8 */
void obj_drop_progs(LSym *text);                 /* before its arena is freed */
void obj_keep_names(LSym *text);                 /* copies names of frame variables to its arena: they may go now */

/* frame.c, assemble.c: prologue, epilogue, SP offsets; layout, bytes, tables.
 * Errors (bad operands, frame too large) go to o->diag at the Prog's position;
 * false then.  Different functions may be assembled in parallel. */
bool obj_assemble(ObjCtx *o, LSym *text);
/* Calls through registers have no relocation; the linker's check of nosplit chains needs to know of them.  text is assembled. */
void obj_tell_indirect_calls(ObjCtx *o, LSym *text);

/* encode.c: the bytes of one instruction, branches aside; for tests and objdump's round trip. */
typedef struct Encoding {
    uint8_t bytes[32];
    int len;
    Reloc relocs[2]; /* off is relative to bytes */
    int nrelocs;
    const char *error; /* NULL, or why it cannot be encoded */
} Encoding;
void encode(const Prog *p, Encoding *e);

/* data.c: data symbols.  Offsets beyond the end extend the symbol with zeros. */
void obj_new_data(LSym *s, SymKind kind, uint16_t flags, uint32_t align);
void obj_set_size(LSym *s, uint64_t size);
void obj_put_bytes(LSym *s, uint64_t off, const void *p, size_t n);
void obj_put_int(LSym *s, uint64_t off, uint64_t value, int size); /* 1, 2, 4, 8 */
void obj_put_addr(LSym *s, uint64_t off, LSym *target, int64_t add);     /* 8-byte address */
void obj_put_off32(LSym *s, uint64_t off, LSym *target, int64_t add);    /* RelOff32 */
void obj_reloc(LSym *s, Reloc r);
void obj_reserve_relocs(LSym *s, size_t more); /* when it is known how many come */
void obj_reach(ObjCtx *o, ReachRecord r); /* a row of .go.reach */

/* elf.c: the whole object.  Deterministic: symbols by (kind, order, name). */
void obj_write_elf(ObjCtx *o, Buf *out);
void obj_sort_records(ObjCtx *o); /* relocations and reach records into the file's order */
uint32_t obj_align(const LSym *s);
LSym **obj_sorted(ObjCtx *o, size_t *count); /* defined symbols in the order of the file; heap, caller frees */

const char *sym_kind_name(SymKind k); /* "RODATA" */
/* print.c: a complete .s in our dialect from which asm makes the same object. */
void obj_print_asm(ObjCtx *o, Buf *out);
/* listing.c: what -S shows, one symbol. */
void obj_print_listing(ObjCtx *o, LSym *s, Buf *out);
void prog_print(const Prog *p, Buf *out);           /* "\tMOVQ\tAX, main.x+8(FP)" without position */
void addr_print(const Prog *p, const Addr *a, Buf *out);

#endif
