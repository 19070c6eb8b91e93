/* link.h - the map of the linker: its types from the smallest up, then the
 * phases in the order in which main.c runs them.
 *
 * The linker reads the objects of all packages (docs/object.md), cuts their
 * sections at the symbols, keeps the symbols that the program can reach, gives
 * each an address, makes the tables that the runtime, debuggers and Go's tools
 * read, and writes a static executable.  docs/linker.md follows one program
 * through the phases. */
#ifndef LINKER_LINK_H
#define LINKER_LINK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "../base/arena.h"
#include "../base/buf.h"
#include "../base/elf.h"
#include "../base/flags.h"
#include "../base/goobj.h"
#include "../base/map.h"
#include "../base/os.h"

typedef struct LinkCtx LinkCtx;
typedef struct Obj Obj;
typedef struct Sym Sym;

/* ---- What objects hold ---- */

/* The sections of an object that the linker reads; those up to SecIdNoptrbss
 * hold symbols. */
typedef enum SecId {
    SecIdText, SecIdRodata, SecIdType, SecIdFuncdata, SecIdData, SecIdNoptrdata, SecIdBss, SecIdNoptrbss,
    SecIdGoPkg, SecIdGoFile, SecIdGoFunc, SecIdGoData, SecIdGoReach, SecIdGoLine, SecIdGoInl, SecIdGoVar, SecIdGoConst, SecIdGoHash, SecIdGoProv,
    NumSecIds,
    NumLoadedSecs = SecIdNoptrbss + 1,
} SecId;

/* The relocations of a symbol stand together, in rising offsets. */
typedef struct ObjSection {
    const char *data; /* in the mapped file; NULL for .bss */
    uint64_t size;
    const char *rela; /* Elf64Rela[nrela], of any alignment: use rela_at */
    uint32_t nrela;
} ObjSection;

/* A file named on the command line or by importcfg. */
typedef struct Input {
    const char *path, *pkg; /* pkg: as importcfg says, "main" for the argument */
    OsFile file;
    Obj *objs;
    size_t nobjs;
    const char *error; /* what is wrong with it, NULL */
} Input;

/* An ELF member of an archive. */
struct Obj {
    const char *file, *member; /* _pkg_.a and _go_.o; names in messages are "file(member)" */
    const char *name;          /* the same, joined */
    const char *pkg, *pkgname; /* import path and package name */
    const char *producer;      /* flags that go into DWARF's producer, "" */
    uint32_t index;            /* in link order */
    const char *data;          /* the member */
    size_t size;
    ObjSection sec[NumSecIds];
    uint8_t *sec_of_shndx;     /* ELF section number -> SecId, NumSecIds for none */
    uint32_t nshdr;
    const char *symtab; /* Elf64Sym[nsyms], of any alignment: use elf_sym_at */
    const char *strtab; /* ends with NUL */
    uint64_t strtab_size;
    uint32_t nsyms, first_global;
    uint32_t local_texts, local_datas, global_texts; /* definitions of each kind */
    uint32_t first_sym; /* resolve.c: symbols of the objects in front */
    Sym **syms;         /* by symbol number: those that somebody has asked for (obj_sym); entry 0 is NULL */
    uint32_t ninls, nvars, nconsts;
    uint32_t *row;      /* attach.c: symbol number -> 1 + the first relocation of its first row in .go.reach, 0 none */
    const char **files;   /* .go.file, $GOROOT expanded */
    uint32_t nfiles;
    uint32_t cu;          /* pclntab.c: index in cutab of its first file */
    bool is_go;           /* written by compile, not asm */
};

static inline Elf64Rela rela_at(const char *rela, size_t i)
{
    Elf64Rela r;
    memcpy(&r, rela + i * sizeof r, sizeof r);
    return r;
}

static inline Elf64Sym elf_sym_at(const Obj *o, size_t i)
{
    Elf64Sym s;
    memcpy(&s, o->symtab + i * sizeof s, sizeof s);
    return s;
}

/* ---- Symbols ---- */

/* In the order of the image. */
typedef enum SymKind {
    SymUndef,     /* referred to and not (yet) defined */
    SymText,
    SymType,      /* .rodata: type descriptors, first */
    SymString,    /* .rodata: go:string."..." */
    SymFuncval,   /* .rodata: f·f */
    SymGcbits,    /* .rodata: runtime.gcbits.* */
    SymRodata,    /* .rodata: the rest */
    SymFuncdata,  /* .gopclntab */
    SymTypelink,  /* .typelink and .itablink: made here */
    SymItablink,
    SymBuildinfo, /* .go.buildinfo: made here */
    SymModule,    /* .go.module: runtime.firstmoduledata */
    SymNoptrdata,
    SymData,
    SymBss,
    SymNoptrbss,
    SymMarker,    /* made here: an address, no bytes */
    NumSymKinds,
} SymKind;

/* A name that several objects may define or refer to. */
typedef struct Name {
    const char *name; /* NULL: free slot */
    uint32_t hash;
    uint32_t def;     /* the definition that is taken, or a Sym: see NameWeak */
} Name;

/* Name.def is the number of a symbol, counted through all objects in link
 * order (Obj.first_sym), with NameWeak when the definition is weak; or, for what
 * no object defines, NameMade and the id of a Sym, 0 for none. */
enum { NameWeak = 1 << 30, NameMade = 1u << 31, NameNumber = NameWeak - 1 };

/* A row of .go.reach, hanging on the symbol it is about. */
typedef struct Reach {
    struct Reach *next;
    Sym *to, *name;
    uint32_t kind, off; /* GoReachKind */
} Reach;

struct Sym {
    const char *name; /* in the object's string table, or the arena */
    Obj *obj;         /* where it is defined; NULL: made by the linker */
    uint8_t kind;     /* SymKind */
    uint8_t sec;      /* SecId it was cut from */
    bool local, weak;
    bool attached;    /* attach.c: its relocations and records are found */
    bool reached;     /* deadcode.c */
    bool in_iface;    /* deadcode.c: a type whose values get into interfaces */
    bool reported;    /* its absence has been reported */
    bool has_func, has_data; /* func_rec, data_rec are valid */
    uint32_t align;
    uint32_t nrel;    /* its relocations: sec[].rela[first_rel..+nrel) of obj */
    uint32_t first_rel;
    uint32_t func_rec, data_rec; /* record numbers in obj */
    uint32_t record_rela; /* the record's first relocation */
    const char *data; /* NULL: zeros */
    char *made;       /* the same, when the linker writes the contents */
    uint64_t size;
    uint64_t sec_off; /* where it starts in its section of obj */
    uint64_t addr;    /* layout.c; in .go.funcdata the offset from go:func.* until pclntab has an address */
    Sym *gotype;      /* type descriptor of a variable, NULL */
    Reach *reach;     /* in the order of the file */
    uint32_t id;        /* dense, from 1 */
    uint32_t elf_index; /* its number in obj */
    uint32_t sym_no;    /* symtab.c: its number in .symtab, 0 none */
};

/* ---- The image ---- */

typedef struct Section {
    const char *name;
    uint32_t type;     /* ShtProgbits ... */
    uint64_t flags;    /* ShfAlloc ... */
    uint64_t addr, off, size, align, entsize;
    uint32_t link, info;
    const void *bytes; /* of sections that are not part of the image (debug, symtab) */
    uint16_t shndx;    /* 0: left out */
} Section;

enum {
    OutNoteGo, OutNoteGnu, OutText, OutRodata, OutPclntab, OutTypelink, OutItablink, OutBuildinfo, OutModule,
    OutNoptrdata, OutData, OutBss, OutNoptrbss,
    OutDebugAbbrev, OutDebugLine, OutDebugFrame, OutDebugInfo, OutDebugRnglists, OutDebugLoclists, OutDebugAddr,
    OutSymtab, OutStrtab, OutShstrtab, NumOut,
};

typedef struct SymList {
    Sym **items;
    size_t count, cap;
} SymList;

/* The parts of .gopclntab that the linker makes, */
enum { PclnHeader, PclnFuncname, PclnCu, PclnFile, PclnPc, PclnFunc, PclnFindfunc, NumPcln };

/* and where all are, from its start. */
typedef struct PclnParts {
    uint64_t funcname, cu, file, pc, func, funcdata, findfunc, end;
    uint64_t ncu;    /* u32s in cutab */
    uint64_t nfiles; /* distinct names in filetab */
} PclnParts;

/* A string variable that the linker sets. */
typedef struct StringVar {
    Sym *var, *text;
} StringVar;

typedef struct LinkOptions {
    const char *out, *importcfg, *buildid, *gnu_buildid, *extld, *extldflags, *buildmode, *linkmode, *debug, *version;
    const char *dump;    /* reach, inittasks, layout: what to print */
    FlagValues defines;  /* -X */
    bool no_symtab, no_dwarf, show_version, no_limit, compress_dwarf;
    bool check;          /* -d=check or -strictdups: equal duplicates and other invariants are verified */
    int verbose, strict_dups;
    const char *main_file;
} LinkOptions;

struct LinkCtx {
    Arena arena;        /* lives as long as the link */
    LinkOptions opt;
    const char *goroot; /* for $GOROOT in file names; "" leaves them */
    int threads;

    Input *inputs;      /* main's archive, then those of importcfg */
    size_t ninputs, cap_inputs;
    Obj **objs;         /* in link order */
    size_t nobjs, cap_objs;
    const char *modinfo;   /* importcfg's modinfo, unquoted */
    size_t modinfo_size;

    SymList syms;       /* all Syms, by id - 1 */
    SymList made;       /* those made by the linker */
    Name *names;        /* resolve.c: hash table of names that are not local */
    size_t nnames, cap_names;
    SymList lists[NumSymKinds]; /* deadcode.c: what is reached, in the order of the image */
    SymList tasks, runtime_tasks; /* inittasks.c */
    SymList typelinks, itabs; /* typelink.c */
    Sym *entry;
    StringVar *strings; /* provide.c */
    size_t nstrings, cap_strings;

    Section out[NumOut];
    uint64_t image_size; /* bytes of the file that are loaded, from offset 0 */
    char *image;         /* reloc.c: those bytes */
    Buf pclntab[NumPcln]; /* pclntab.c: the parts of .gopclntab but for the funcdata */
    PclnParts pcln;
    Buf notes[2];        /* buildinfo.c: Go's and GNU's */
    Buf debug[NumOut];   /* dwarf.c */
    Buf symtab, strtab, shstrtab;

    Buf messages;       /* for standard error */
    int errors;
    bool too_many;
    bool failed;        /* a phase that cannot go on has said why */
};

static const uint64_t image_base = 0x400000;
enum { PageSize = 0x1000, ModuledataSize = 592, FuncAlign = 16 };

/* main.c */
int link_main(LinkCtx *c, int argc, char **argv); /* c need not be initialised; the exit status */

/* error.c: messages are collected and written at the end. */
void link_error(LinkCtx *c, const char *format, ...) __attribute__((format(printf, 2, 3))); /* the next phase still runs */
void link_fatal(LinkCtx *c, const char *format, ...) __attribute__((format(printf, 2, 3))); /* "link: ...": nothing more runs */

/* options.c: false when the link is over, with *status. */
bool parse_options(LinkCtx *c, int argc, char **argv, int *status);

/* importcfg.c */
void read_importcfg(LinkCtx *c);

/* load.c: archives, objects, their sections and records. */
void load(LinkCtx *c);
const char *sec_name(SecId id);

/* resolve.c: which definition each name means; a Sym for those that somebody asks for. */
void resolve(LinkCtx *c);
Sym *obj_sym(LinkCtx *c, Obj *o, uint32_t i);             /* symbol number i of o; NULL for 0, sections and files */
Sym *name_sym(LinkCtx *c, const char *name);              /* the symbol of this name, if need be undefined */
Sym *lookup_sym(LinkCtx *c, const char *name);            /* NULL when nothing defines it and nobody has asked for it */
Sym *lookup_text(LinkCtx *c, const char *name);           /* name or name.abi0 */
Sym *make_sym(LinkCtx *c, const char *name, SymKind kind, uint64_t size); /* made by the linker; takes over an undefined one */
Sym *resize_sym(LinkCtx *c, const char *name, uint64_t size); /* gives one of provide.c's tables its size */
size_t base_name_len(const char *name);                   /* without .abi0 */

/* attach.c: what belongs to one symbol, found when it is reached. */
void attach(LinkCtx *c, Sym *s);                          /* its relocations with their targets, its record, its rows; fails when they are damaged */
static inline Sym *rela_sym(const Obj *o, Elf64Rela r) { return o->syms[elf_rela_sym(r.info)]; } /* the target; of attached symbols' relocations */
static inline const char *sym_rela(const Sym *s) { return s->obj->sec[s->sec].rela + (size_t)s->first_rel * sizeof(Elf64Rela); }
bool check_reference(LinkCtx *c, const Obj *o, SecId id, uint32_t i); /* number i of a section of records; fails when it is damaged */
GoFuncRec func_rec(const Sym *s);
void func_maps(const Sym *s, Sym *maps[GoFuncdataCount]); /* FUNCDATA; NULL when absent or undefined: assembly without a Go declaration has none */
Sym *rel_at(const Sym *s, uint64_t off, int64_t *addend); /* target of the relocation at off of a data symbol, NULL */
const char *inlined_name(const Obj *o, uint32_t k);       /* the function of entry k of .go.inl, NULL */

/* provide.c: what the linker itself defines, -X. */
void provide(LinkCtx *c);
void fill_provided(LinkCtx *c);          /* after layout: the contents */
void keep_provided(LinkCtx *c);          /* in deadcode, when all is marked */

/* deadcode.c */
void deadcode(LinkCtx *c);

/* fold.c: equal instances of generic functions become one. */
void fold(LinkCtx *c);

/* inittasks.c: the order of package initialisation. */
void inittasks(LinkCtx *c);

/* typelink.c: lists for reflection and for the itab table. */
void typelink(LinkCtx *c);

/* layout.c: places symbols one after the other from offset start, in Sym.addr;
 * returns the end. */
uint64_t pack(LinkCtx *c, const SymList *list, uint64_t start);
/* layout.c: addresses.  Text first, because pclntab needs its offsets. */
void layout_text(LinkCtx *c);
void layout(LinkCtx *c);

/* nosplit.c: the stack that functions without a stack check may use. */
void nosplit(LinkCtx *c);

/* gcmask.c: pointer maps of .data and .bss. */
void gcmask(LinkCtx *c);

/* pclntab.c, and pctab.h to read tables. */
void pclntab(LinkCtx *c);

/* moduledata.c */
void moduledata(LinkCtx *c, uint8_t *p); /* writes ModuledataSize bytes */

/* buildinfo.c: build information and notes. */
void buildinfo(LinkCtx *c);

/* reloc.c: copies the symbols into the image and relocates them there. */
void reloc(LinkCtx *c);

/* symtab.c */
void symtab(LinkCtx *c);

/* dwarf.c, dwarfline.c */
void dwarf(LinkCtx *c);

/* write.c: headers, and the file. */
void write_elf(LinkCtx *c);

/* dump.c: -dump. */
void dump_phase(LinkCtx *c, const char *phase);

#endif
