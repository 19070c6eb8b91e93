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

/* A place in .debug_info that refers to an Abstract. */
typedef struct Origin {
    size_t at;
    const Abstract *abstract;
} Origin;

/* A package. */
typedef struct Unit {
    const char *pkg, *pkgname, *producer;
    Sym **funcs;         /* points into the list of text: they are contiguous */
    size_t nfuncs;
    const char **files;  /* file number - 1 -> name */
    size_t nfiles, cap_files;
    uint64_t line_off;   /* of its program in .debug_line */
    uint64_t addr_base;  /* of its first slot in .debug_addr */
    uint64_t ranges_off; /* of its list in .debug_rnglists */
    Abstract *abstracts, *last_abstract;
    size_t stmt_list_at; /* where .debug_info refers to line_off */
} Unit;

typedef struct Dwarf {
    LinkCtx *c;
    Unit *units;
    size_t nunits, cap_units;
    Map abstracts;       /* name -> Abstract */
    Origin *origins;     /* to be filled when all abstract entries have their places */
    size_t norigins, cap_origins;
    uint32_t **file_numbers; /* Obj.index -> its file number -> the unit's */
} Dwarf;

enum { DwarfVersion = 5, AddressSize = 8 };

/* Shapes of entries in .debug_info (dwarf.c has the table). */
enum {
    AbbrevUnit = 1, AbbrevEmptyUnit, AbbrevAbstractUnit, AbbrevFunc, AbbrevFuncParent, AbbrevWrapper, AbbrevAbstract, AbbrevConcrete, AbbrevConcreteParent,
    AbbrevInlined, AbbrevInlinedParent,
};

enum { RleEnd = 0, RleBaseAddressx = 1, RleOffsetPair = 4 }; /* DWARF 5, section 7.25 */

/* Starts and ends a block whose first 4 bytes are the length of the rest. */
static inline size_t block_begin(Buf *b)
{
    size_t at = b->len;
    buf_u32(b, 0);
    return at;
}

static inline void block_end(Buf *b, size_t at) { put_u32(b->data + at, (uint32_t)(b->len - at - 4)); }

/* dwarf.c: a reference to an abstract entry. */
void put_origin(Dwarf *d, const Abstract *a);

/* dwarfinl.c: what was inlined, and the calls inlined into s, whose address is in the given slot. */
void find_inlined(Dwarf *d);
void put_inlined(Dwarf *d, const Sym *s, uint64_t slot);

/* dwarfline.c: .debug_line. */
void dwarf_line(Dwarf *d);
uint32_t prologue_end(const Sym *s); /* offset of the first instruction behind the prologue */

/* dwarfframe.c: .debug_frame. */
void dwarf_frame(Dwarf *d);

#endif
