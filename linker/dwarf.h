/* dwarf.h - what the writers of the .debug sections share. */
#ifndef LINKER_DWARF_H
#define LINKER_DWARF_H

#include "link.h"

/* A function that was inlined somewhere. */
typedef struct Abstract {
    struct Abstract *next; /* of the same unit */
    const char *name;
    uint32_t line;
    uint32_t off; /* of its entry in .debug_info */
} Abstract;

enum { /* offsets in descriptors (FORMATS: "Type descriptors") */
    TypeSize = 0, TypeTFlag = 20, TypeKind = 23, TypeStr = 40, TypeHead = 48, ElemOff = 48, ArrayLen = 64, MapElem = 56, MapGroup = 64, StructFields = 56,
    FieldType = 8, FieldOffset = 16, FieldSize = 24, FuncIn = 48, FuncOut = 50, FuncEnd = 56, UncommonSize = 16,
    TFlagUncommon = 1, TFlagExtraStar = 2, TFlagNamed = 4, NameEmbedded = 8, MaxOut = 0x7fff,
};

enum { /* FORMATS: Kinds */
    KindBool = 1, KindInt, KindInt64 = 6, KindUint, KindUintptr = 12, KindFloat32, KindFloat64, KindComplex64, KindComplex128, KindArray,
    KindChan, KindFunc, KindInterface, KindMap, KindPointer, KindSlice, KindString, KindStruct, KindUnsafePointer,
};

/* The description of a type. */
typedef struct TypeDie {
    const Sym *type;      /* the descriptor */
    uint32_t off;         /* of its entry */
    uint32_t inner_off;   /* of what its typedef means */
    bool pointer;         /* a pointer to it is needed, */
    uint32_t pointer_off; /* and stands here */
} TypeDie;

/* A place in .debug_info that refers to an entry whose place is not known yet. */
typedef struct Ref {
    size_t at;
    const uint32_t *off;
} Ref;

/* The lists that hold variables. */
static const SymKind var_kinds[] = {SymModule, SymNoptrdata, SymData, SymBss, SymNoptrbss};
enum { NumVarLists = sizeof var_kinds / sizeof *var_kinds };

/* A package. */
typedef struct Unit {
    size_t first_obj, end_obj; /* its objects */
    const char *pkg, *pkgname, *producer;
    Sym **funcs;         /* points into the list of text: they are contiguous */
    size_t nfuncs;
    const char **files;  /* file number - 1 -> name */
    size_t nfiles, cap_files;
    uint64_t line_off;   /* of its program in .debug_line */
    uint64_t addr_base;  /* of its first slot in .debug_addr */
    uint64_t ranges_off; /* of its list in .debug_rnglists */
    Abstract *abstracts, *last_abstract;
    struct {
        size_t first, end; /* its variables in each list */
    } vars[NumVarLists];
    size_t stmt_list_at; /* where .debug_info refers to line_off */
} Unit;

/* dwarfinl.c: a call inlined into the function at hand, and text that belongs to it. */
typedef struct InlCall InlCall;
typedef struct InlRange InlRange;

/* A step of a pc-value table: the value up to end. */
typedef struct PcStep {
    uint32_t end;
    int32_t value;
} PcStep;

typedef struct Dwarf {
    LinkCtx *c;
    Unit *units;
    size_t nunits, cap_units;
    Map abstracts;       /* name -> Abstract */
    Abstract **inlined;  /* those of the entries in .go.inl, function by function; NULL: unknown */
    size_t ninlined, cap_inlined;
    size_t inlined_at;   /* where those of the function at hand begin */
    InlCall *calls;      /* dwarfinl.c: the function at hand */
    InlRange *ranges;
    PcStep *steps;
    size_t cap_calls, nranges, cap_ranges, nsteps, cap_steps;
    Map types;           /* descriptor -> TypeDie, in the order of the entries */
    uint64_t types_addr; /* of runtime.types, from which descriptors are counted */
    uint32_t void_off;   /* of unsafe.Pointer's entry, which stands for what is not known */
    Ref *refs;           /* to be filled when all entries have their places */
    size_t nrefs, cap_refs;
    size_t places_at;    /* where .debug_loclists began */
    uint32_t **file_numbers; /* Obj.index -> its file number -> the unit's */
} Dwarf;

enum { DwarfVersion = 5, AddressSize = 8 };

/* Shapes of entries in .debug_info (dwarf.c has the table). */
enum {
    AbbrevUnit = 1, AbbrevDataUnit, AbbrevFunc, AbbrevFuncParent, AbbrevWrapper, AbbrevAbstract, AbbrevConcrete, AbbrevConcreteParent,
    AbbrevInlined, AbbrevInlinedParent, AbbrevVariable, AbbrevBaseType, AbbrevTypedef, AbbrevPointer, AbbrevVoidPointer, AbbrevStruct,
    AbbrevSlice, AbbrevMember, AbbrevArray, AbbrevSubrange, AbbrevSubroutine, AbbrevMap, AbbrevChan, AbbrevParam, AbbrevLocal, AbbrevBlock,
    AbbrevParamType, AbbrevParamList, AbbrevLocalList, AbbrevCaptured, AbbrevCapturedList, AbbrevConstant,
};

enum { LleEnd = 0, LleBaseAddressx = 1, LleOffsetPair = 4 }; /* DWARF 5, section 7.7 */
enum { RleEnd = 0, RleBaseAddressx = 1, RleOffsetPair = 4 }; /* DWARF 5, section 7.25 */

/* Starts and ends a block whose first 4 bytes are the length of the rest. */
static inline size_t block_begin(Buf *b)
{
    size_t at = b->len;
    buf_u32(b, 0);
    return at;
}

static inline void block_end(Buf *b, size_t at) { put_u32(b->data + at, (uint32_t)(b->len - at - 4)); }

/* dwarf.c: a reference to the entry whose place will be in *off. */
void put_ref(Dwarf *d, const uint32_t *off);

/* dwarfvar.c: parameters, results, variables and blocks of s, whose address is in the given slot. */
void put_frame_variables(Dwarf *d, const Sym *s, uint64_t slot);
void put_constants(Dwarf *d, const Unit *u); /* and the constants of a unit */
void begin_places(Dwarf *d);                 /* .debug_loclists */
void end_places(Dwarf *d);

/* dwarftype.c: a reference to the description of the type t. */
void put_type(Dwarf *d, const Sym *t);

/* dwarftype.c: a unit's variables, and the types of all. */
void put_variables(Dwarf *d, const Unit *u);
void put_types(Dwarf *d);

/* A field of a struct that is described with another type, whose entry will be at *off. */
typedef struct Swap {
    const char *field;
    const uint32_t *off;
} Swap;

/* dwarftype.c: for types that have no descriptor. */
TypeDie *type_die(Dwarf *d, const Sym *t);
const Sym *descriptor(Dwarf *d, Sym *t);
const Sym *find_type(Dwarf *d, const char *name);   /* the descriptor called name, NULL */
const Sym *type_part(Dwarf *d, const Sym *t, uint64_t off);         /* the descriptor that t refers to at off, NULL */
const char *go_name(Dwarf *d, const Sym *t);
const uint32_t *pointer_to(Dwarf *d, const Sym *t);       /* where the place of a pointer to t will be */
uint32_t put_variant(Dwarf *d, const char *of, const char *name, const Swap *swaps, size_t n); /* a struct like `of`, but for n fields; its place */
uint32_t put_made_pointer(Dwarf *d, const char *name, const uint32_t *to);

/* dwarfparts.c: what stands behind the map or channel; sets inner_off. */
void put_map_parts(Dwarf *d, TypeDie *die);
void put_chan_parts(Dwarf *d, TypeDie *die);

/* dwarfinl.c: what was inlined, and the calls inlined into s, whose address is in the given slot. */
void find_inlined(Dwarf *d);
void put_inlined(Dwarf *d, const Sym *s, uint64_t slot);

/* dwarfline.c: .debug_line. */
void dwarf_line(Dwarf *d);
uint32_t prologue_end(const Sym *s); /* offset of the first instruction behind the prologue */

/* dwarfframe.c: .debug_frame. */
void dwarf_frame(Dwarf *d);

#endif
