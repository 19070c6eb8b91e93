/* compile.h - the compiler as one tool: the map of compiler/.
 *
 *   main.c       the pipeline
 *   options.c    the command line
 *   importcfg.c  where imported packages are
 *   symabis.c    what assembly files define and call (in), go_asm.h (out: asmhdr.c)
 *   syntax/      text -> tree
 *   types/       tree -> typed tree, export data
 *   ir/          typed tree -> SSA
 *   ssa/         passes
 *   amd64/       lowering, registers, instructions
 *   object/      type descriptors and other data
 *   backend.c    the functions of a package through ir, ssa and amd64, several at a time
 *   embed.c      //go:embed
 *   positions.c  source positions as tables and messages show them
 *   archive.c    _pkg_.a
 *   dump.c       -dump of the stages in front of SSA
 *   fromssa.c    -from=ssa
 *
 * One Compile per run.  Lifetimes: arena, what parsing, checking and building
 * make, on one thread; obj_arena, symbols, under the ObjCtx's lock; diag_arena,
 * messages, under the Diag's lock. */
#ifndef COMPILE_H
#define COMPILE_H

#include "compiler/amd64/amd64.h"
#include "compiler/ir/ir.h"
#include "compiler/object/object.h"

#include "base/flags.h"

#define GoVersion "go1.26"
enum { LangMinor = 26, ThreadsDefault = 4 };

typedef enum Stage { StageNone, StageTokens, StageAst, StageTypes, StageSsa, StageAsm } Stage;

/* The command line. */
typedef struct Options {
    const char *out, *linkobj, *pkgpath, *importcfg, *symabis, *asmhdr, *buildid, *lang, *trimpath, *embedcfg;
    const char *local_dir;  /* -D: local imports are relative to it */
    bool complete, std, runtime, all_errors, no_opt, no_bounds, dwarf, pack, prov, check;
    int no_inline;
    int threads;
    int listing;         /* -S */
    bool listing_asm;    /* -S=asm */
    Stage dump;
    const char *dump_pass; /* of StageSsa; NULL: as built */
    const char *dump_func; /* NULL: all */
    Stage from;            /* what the files hold: StageTokens, StageAst, StageSsa, or StageNone: Go */
    const char *from_pass; /* of StageSsa; "start": as built */
    const char *ssa_pass;
    char **files;
    int nfiles;
} Options;

typedef struct Compile {
    Options opt;
    Arena arena, obj_arena, diag_arena;
    Interner names, obj_names;
    PosTable pos;
    Diag diag;
    SyntaxCtx syntax;
    TypesCtx types;
    ObjCtx obj;
    SsaConfig ssa;
    PosMap pos_map;
    Ir ir;
    Package *pkg;
    Node **files;        /* parsed */
    size_t nfiles;
    Map packages, importmap; /* of importcfg: path -> archive; path -> path */
    const char **recorded;   /* by PosBase: file name for tables, interned in obj_names; heap */
    size_t nrecorded, cap_recorded;
    Arena *kept;         /* of instructions, for -S=asm; heap */
    size_t nkept, cap_kept;
    Buf out;             /* standard output: dumps, listings */
    int argc;            /* what the thread with the large stack starts with */
    char **argv;
    int status;
} Compile;

/* Everything below returns false after an error, which is in c->diag. */

/* options.c: false: *status is the exit status, all has been said */
bool parse_options(Compile *c, int argc, char **argv, int *status);
void compile_error(Compile *c, const char *format, ...) __attribute__((format(printf, 2, 3))); /* without position */

/* importcfg.c, symabis.c, asmhdr.c */
bool read_importcfg(Compile *c);
const char *map_import(void *compile, const char *path); /* TypesCtx.map_import */
const char *find_package(void *compile, const char *path, const char **err); /* TypesCtx.find_package */
bool read_symabis(Compile *c);
bool write_asmhdr(Compile *c);

/* embed.c: gives //go:embed variables their files; after they are declared */
bool embed_files(Compile *c);

/* positions.c */
const char *exported_file(void *compile, Pos pos); /* for export_package */
const char *recorded_name(Compile *c, const char *file);
void record_positions(Compile *c);            /* brings `recorded` up to date; before threads start */
ObjPos object_position(void *compile, uint32_t pos);
InlCall object_inlined(void *compile, int32_t call); /* by the numbers of Ir.inlined */
const char *recorded_position_file(void *compile, Pos p); /* for messages of later phases */
PosInfo ssa_position(void *compile, Pos pos); /* PosMap.info */

/* backend.c */
bool compile_functions(Compile *c);
void report_internal(Compile *c, const Func *f);
bool wants_dump(const Compile *c, const Func *f); /* -dump=STAGE:FUNC */

/* archive.c */
bool write_archive(Compile *c);
bool write_output(Compile *c, const Buf *data);
const char *output_name(Compile *c, const char *suffix);

/* dump.c */
void dump_token_files(Compile *c, const char *name, const char *text, size_t size);
void dump_trees(Compile *c, bool typed);

/* fromssa.c */
int compile_ssa(Compile *c);

#endif
