/* object.h - data that the language asks for behind the program's back: the
 * map of compiler/object.
 *
 *   object.c    what SSA construction calls (prototypes in compiler/ir/ir.h), the queue of
 *               descriptors, records of reachability
 *   type.c      type descriptors
 *   names.c     names, package paths and pointer masks, which descriptors refer to
 *   maptype.c   the group of a map's table
 *   itab.c      interface tables
 *   equal.c     which function compares and hashes a type
 *   inittask.c  init tasks, argument maps of assembly functions
 *
 * Everything is named by its content, so that packages that make the same
 * thing agree, and weak, so that the linker keeps one.  A symbol is made when
 * it is first asked for; descriptors are only queued then, because their
 * method tables ask for functions, and those for more descriptors: the caller
 * empties both queues in turn.  All of this runs on one thread. */
#ifndef COMPILER_OBJECT_H
#define COMPILER_OBJECT_H

#include "compiler/ir/ir.h"

/* A type descriptor. */
typedef struct TypeSym {
    const char *name; /* type:T */
    Type *type;
    LSym *sym;
    bool noalg;       /* of a map's table: never compared, and reflection does not find it */
} TypeSym;

typedef struct ObjectData {
    Map types;        /* symbol name -> TypeSym */
    Map groups;       /* link string of a map type -> Type of its group */
    TypeSym **queue;  /* to be emitted; heap */
    size_t nqueue, cap_queue, emitted;
} ObjectData;

/* ---- object.c ---- */
void object_init(Ir *ir);
void object_free(Ir *ir);
void object_declare_types(Ir *ir);  /* asks for the descriptors of the package's own types */
bool object_emit(Ir *ir);           /* empties the queue; false: it was empty */
/* What begins with prefix and goes on with text of any length and content. */
const char *content_name(Ir *ir, const char *prefix, const char *text, size_t n);
LSym *data_sym(Ir *ir, const char *name);
LSym *type_lsym(Ir *ir, Type *t);
LSym *noalg_type_lsym(Ir *ir, Type *t);
static inline ObjectData *object_data(Ir *ir) { return ir->data; }

/* ---- type.c ---- */
void emit_type(Ir *ir, TypeSym *ts);
bool emitted_elsewhere(Ir *ir, Type *t); /* by the package that declares it, or by package runtime */

/* ---- names.c ---- */
typedef struct NameData {
    const char *name, *tag;
    size_t tag_len;
    bool exported, embedded;
    Package *pkg;     /* of an unexported method that is not of the type's package, else NULL */
} NameData;
LSym *name_sym(Ir *ir, const NameData *n);
LSym *plain_name_sym(Ir *ir, const char *name, bool exported); /* nothing else: what .go.reach calls a method by */
LSym *pkgpath_sym(Ir *ir, Package *p);
LSym *mask_sym(Ir *ir, Type *t); /* runtime.gcbits.HEX */

/* ---- maptype.c ---- */
typedef struct MapLayout {
    Type *group;
    int64_t group_size, slot_size, elem_off;
    bool indirect_key, indirect_elem;
} MapLayout;
MapLayout map_layout(Ir *ir, Type *map);

/* ---- inittask.c ---- */
void emit_inittask(Ir *ir, const char *const *funcs, size_t n);
void emit_args_maps(Ir *ir);

#endif
