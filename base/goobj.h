/* goobj.h - what Go needs to say in an object beyond ELF.
 *
 * docs/object.md explains the format; this header is its one definition for
 * the writer (assembler/obj), the linker and the tools.  The records stand in
 * non-ALLOC sections as arrays of fixed-layout little-endian structs.  A field
 * of type SymRef is 8 bytes that carry an R_X86_64_64 relocation against the
 * symbol meant; without a relocation it means "none".  Files hold 0 in it. */
#ifndef BASE_GOOBJ_H
#define BASE_GOOBJ_H

#include <stdint.h>

typedef uint64_t SymRef;

/* Section names.  Those of the first line are loaded, one per kind. */
#define SecText ".text"
#define SecRodata ".rodata"
#define SecType ".go.type"         /* type descriptors, their names and masks; ALLOC, read-only */
#define SecFuncdata ".go.funcdata" /* FUNCDATA blobs; ALLOC, read-only; linked into .gopclntab */
#define SecData ".data"
#define SecNoptrdata ".noptrdata"
#define SecBss ".bss"
#define SecNoptrbss ".noptrbss"
/* Records. */
#define SecGoPkg ".go.pkg"     /* NUL-terminated: import path, package name, "key=value" lines */
#define SecGoFile ".go.file"   /* NUL-terminated source file names; pcfile values count them from 0 */
#define SecGoFunc ".go.func"   /* GoFuncRec[] */
#define SecGoData ".go.data"   /* GoDataRec[] */
#define SecGoReach ".go.reach" /* GoReachRec[] */
#define SecGoLine ".go.line"   /* pool of pc-value tables, byte 0 unused */
#define SecGoInl ".go.inl"     /* GoInlRec[] */
#define SecGoVar ".go.var"     /* GoVarRec[], for debuggers */
#define SecGoConst ".go.const" /* GoConstRec[], likewise */
#define SecGoHash ".go.hash"   /* uint32_t[]: of each symbol goobj_hash(name), 0 for symbol 0 */
#define SecGoProv ".go.prov"   /* GoProvRec[], with compile -prov */

/* What a linker's table of names needs to know of a name: it enters all that
 * an archive defines and reads few of them. */
static inline uint32_t goobj_hash(const char *name)
{
    uint64_t h = 0;
    for (; *name; name++)
        h = (h ^ (uint8_t)*name) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(h >> 32);
}

/* FORMATS names the tables: PCDATA 0..4, FUNCDATA 0..7. */
enum { GoPcdataCount = 5, GoFuncdataCount = 8 };
enum { GoPcsp, GoPcfile, GoPcln, GoPcdata0, GoPctabCount = GoPcdata0 + GoPcdataCount };

/* A pc-value table in the pool of .go.line, in the encoding of .gopclntab,
 * its final 0 included. size 0: no table. */
typedef struct GoPctab {
    uint32_t off, size;
} GoPctab;

enum {                       /* GoFuncRec.flags */
    GoFuncNosplit = 1 << 0,  /* makes no stack check */
    GoFuncWrapper = 1 << 1,  /* funcID wrapper: recover looks through it */
    GoFuncTopframe = 1 << 2, /* tracebacks end here */
    GoFuncSpwrite = 1 << 3,  /* writes SP in a way that pcsp does not tell */
    GoFuncAsm = 1 << 4,      /* written in assembly */
    GoFuncNeedctxt = 1 << 5, /* DX holds a closure at entry */
    GoFuncReflectMethod = 1 << 6, /* may call any exported method by reflection */
    GoFuncAbiWrapper = 1 << 7,    /* converts between ABI0 and ABIInternal */
    GoFuncAbi0 = 1 << 8,          /* takes arguments as ABI0 says, else ABIInternal */
    GoFuncDupok = 1 << 9,         /* the same text may stand in several objects */
    GoFuncNoframe = 1 << 10,
};

/* Every text symbol has one; the k-th by number has the k-th record. */
typedef struct GoFuncRec {
    SymRef sym;           /* the text symbol */
    int32_t args;         /* bytes of in and out arguments, ArgsUnknown */
    int32_t locals;       /* frame size in bytes, without return address and saved BP */
    uint32_t flags;       /* GoFunc... */
    uint32_t deferreturn; /* offset of the call of runtime.deferreturn, 0 none */
    uint32_t startline;   /* line of func or TEXT */
    uint32_t align;       /* of the entry */
    uint32_t inl_first, inl_count; /* this function's entries in .go.inl */
    uint32_t var_first, var_count; /* and in .go.var */
    uint32_t rela, nrela; /* relocations of the symbol: from which one on in .rela.text, how many */
    uint32_t refs;        /* this record's first relocation in .rela.go.func */
    uint32_t var_refs;    /* that of its entries in .rela.go.var */
    GoPctab pctab[GoPctabCount];
    SymRef funcdata[GoFuncdataCount];
} GoFuncRec;

enum { GoArgsUnknown = -0x7fffffff - 1 };

enum {                       /* GoDataRec.flags */
    GoDataDupok = 1 << 0,    /* content-named: duplicates are equal */
    GoDataTypelink = 1 << 1, /* a type descriptor that runtime.typelinks lists */
    GoDataItab = 1 << 2,     /* an itab that runtime.itablinks lists */
    GoDataType = 1 << 3,     /* a type descriptor */
};

/* Every data symbol has one.  As in .go.func they stand in the order of the
 * symbols' numbers: the k-th symbol of data has the k-th record. */
typedef struct GoDataRec {
    SymRef sym;
    SymRef gotype; /* descriptor of the variable's type: gives the GC mask in .data and .bss, and DWARF its type */
    uint16_t align;
    uint16_t flags; /* GoData... */
    uint32_t rela, nrela; /* relocations of the symbol: from which one on in those of its section, how many */
    uint32_t refs;        /* this record's first relocation in .rela.go.data */
} GoDataRec;

typedef enum GoReachKind {
    GoReachKeep = 1,      /* when sym is reached, so is to */
    GoReachUsedInIface,   /* sym converts a value of the type `to` to an interface: its methods may be called through one */
    GoReachIfaceMethod,   /* sym calls the interface method `name` of type `to` (a func type) */
    GoReachMethod,        /* in the descriptor sym, at off: Method{Name, Mtyp, Ifn, Tfn} of `name` and type `to`: its three offsets are weak */
    GoReachNamedMethod,   /* sym may call any method called `name` */
    GoReachInitOrder,     /* the init task sym runs after the init task `to` */
    GoReachIndirectCall,  /* the function sym calls through a register at off (for the nosplit check) */
    GoReachMapInit,       /* sym calls the function `to`, which only makes the map in the variable `name`: dropped with it */
} GoReachKind;

typedef struct GoReachRec {
    SymRef sym;    /* the record counts only when this is reached */
    SymRef to;
    SymRef name;   /* type:.namedata.NAME symbol; of GoReachMapInit the variable's */
    uint32_t kind; /* GoReachKind */
    uint32_t off;
} GoReachRec;

/* An inlined call; parents stand by pc. (FUNCDATA 3 is made from these.) */
typedef struct GoInlRec {
    SymRef func;       /* the inlined function; only its name counts, it need not be defined */
    int32_t parent_pc; /* offset from entry of an instruction at the call site */
    int32_t startline;
    uint32_t flags;    /* GoFuncWrapper */
    uint32_t pad;
} GoInlRec;

typedef enum GoVarKind {
    GoVarParam = 1, /* a parameter, in the order of the signature, */
    GoVarResult,    /* and a result */
    GoVarLocal,
    GoVarScope,     /* the variables up to the matching GoVarEnd are those of an inner block */
    GoVarEnd,
} GoVarKind;

/* A variable of a function, for debuggers. */
typedef struct GoVarRec {
    SymRef type;   /* descriptor */
    GoPctab text;  /* in .go.line: the name; of GoVarScope pairs of uvarints: text offset and length of each range */
    GoPctab places;/* in .go.line: where it is and when: for each range uvarints (text offset, length, size) and a DWARF expression
                      of that size; none: at off all the time */
    int32_t off;   /* in the frame, from its CFA; GoVarNowhere: places tell it, or it is nowhere */
    uint32_t line; /* of the declaration */
    uint32_t kind; /* GoVarKind */
    uint32_t closure_off; /* of a captured variable: where it stands in the closure; else 0 */
} GoVarRec;

enum { GoVarNowhere = -0x7fffffff - 1 };

/* A package-level integer constant, for debuggers. */
typedef struct GoConstRec {
    SymRef type;
    GoPctab name; /* in .go.line: without the package path */
    int64_t value;
} GoConstRec;

/* size bytes of text at off in func come from this source range and SSA value. */
typedef struct GoProvRec {
    SymRef func;
    uint32_t off, size;
    uint32_t file, line, col; /* file as in .go.file */
    uint32_t node, value;     /* ids of the AST node and of the SSA value */
    uint32_t pad;
} GoProvRec;

_Static_assert(sizeof(GoFuncRec) == 64 + 8 * GoPctabCount + 8 * GoFuncdataCount, "GoFuncRec has no padding");
_Static_assert(sizeof(GoDataRec) == 32, "GoDataRec has no padding");
_Static_assert(sizeof(GoReachRec) == 32, "GoReachRec has no padding");
_Static_assert(sizeof(GoInlRec) == 24, "GoInlRec has no padding");
_Static_assert(sizeof(GoConstRec) == 24, "GoConstRec has no padding");
_Static_assert(sizeof(GoVarRec) == 40, "GoVarRec has no padding");
_Static_assert(sizeof(GoProvRec) == 40, "GoProvRec has no padding");

#endif
