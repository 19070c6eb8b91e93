/* driver.h - ggo, the command that runs the tools: the map of driver/.
 *
 *   main.c        which command
 *   env.c         the environment: where things are, what the variables say
 *   constraint.c  which files belong to this build (suffixes, //go:build)
 *   imports.c     package clause and imports of a file
 *   module.c      go.mod
 *   library.c     the library's packages: ours, or an upstream tree's
 *   embed.c       files for //go:embed
 *   memo.c        what earlier builds found out about files that have not changed
 *   load.c        packages and their dependencies
 *   patterns.c    packages by pattern: std, ./...
 *   cache.c       results of earlier builds, by content
 *   shell.c       running and printing commands
 *   exec.c        actions in dependency order, several at a time
 *   build.c       what building a package and linking a program are
 *   list.c        list
 *   template.c    the templates of list -f
 *   commands.c    tool, env, version, clean, help
 *
 * One Arena holds what lives as long as the process; an action has its own,
 * because actions run in threads. */
#ifndef DRIVER_DRIVER_H
#define DRIVER_DRIVER_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/flags.h"
#include "base/map.h"
#include "base/os.h"

#define GoVersion "go1.26"

/* ---- env.c ---- */

typedef struct Memo Memo;

typedef struct Env {
    Arena *arena;
    const char *goroot;   /* the tree this executable stands in; GGOROOT */
    const char *tooldir;  /* pkg/tool/linux_amd64 */
    const char *cache;    /* GGOCACHE, GOCACHE, or below the user's cache directory; NULL: off */
    const char *tmpdir;   /* GOTMPDIR, TMPDIR or /tmp */
    const char *goos, *goarch;
    const char *goflags;
    const char *cwd;
    const char *upstream;      /* an upstream Go tree for what our src/ does not have; NULL: none */
    bool std_upstream;         /* GGO_STD=upstream: all but the runtime side comes from there */
    const char *library_error; /* what is wrong with those two; NULL: nothing */
    Memo *memo;                /* memo.c; opened when first asked */
} Env;

bool env_init(Env *e, Arena *a, const char **err);
/* Value of a variable as `ggo env` shows it; "" when unknown. */
const char *env_value(Env *e, const char *name);
extern const char *const env_names[]; /* ends with NULL */
const char *tool_path(const Env *e, Arena *a, const char *tool);

/* ---- constraint.c ---- */

bool match_file_name(const Env *e, const char *name);  /* x_linux.go, x_windows.s ... */
/* Evaluates the //go:build line in front of the package clause, if any. */
bool match_constraint(const Env *e, const FlagValues *tags, const char *text, size_t size);

/* ---- imports.c ---- */

typedef struct Import {
    const char *path;
    const char *file; /* base name */
    int line, col;
} Import;

typedef struct FileHeader {
    const char *package;
    Import *imports;
    size_t nimports;
    const char *error; /* "1:1: expected 'package', found 'EOF'", NULL */
} FileHeader;

void read_header(Arena *a, const char *name, const char *text, size_t size, FileHeader *out);

/* ---- module.c ---- */

typedef struct Module {
    const char *path, *dir, *file, *go; /* go: "1.26" */
} Module;

bool find_module(Env *e, const char *dir, Module **out, const char **err); /* *out NULL: none */

/* ---- library.c ---- */

void library_init(Env *e); /* reads GGO_STD and GGO_UPSTREAM */
/* Directory of a path of the library and whether it is upstream's; NULL: there is no such package. */
const char *library_dir(const Env *e, const char *path, bool *upstream);
/* The path that an import in a package of upstream's means: vendor/golang.org/x/... */
const char *library_vendored(const Env *e, const char *path, const char *importer);
/* Import path of a directory below a library's src/; NULL: it is not there. */
const char *library_path(const Env *e, const char *dir);

/* ---- embed.c ---- */

/* What one pattern of a //go:embed line stands for. */
typedef struct EmbedPattern {
    const char *pattern;
    const char **files; /* slash-separated names below the package's directory, sorted */
    size_t nfiles;
    const char *file;   /* where the pattern stands */
    int line, col;
} EmbedPattern;

typedef struct EmbedList {
    EmbedPattern *items; /* on the heap */
    size_t n, cap;
} EmbedList;

/* Adds the patterns of one file's //go:embed lines. */
void embed_scan(Arena *a, const char *name, const char *text, size_t size, EmbedList *out);
/* Finds the files of a pattern; false: *err says "pattern P: ...". */
bool embed_resolve(Arena *a, const char *dir, EmbedPattern *p, const char **err);
/* The text that -embedcfg wants. */
void embed_config(Arena *a, const char *dir, const EmbedList *list, Buf *out);

/* ---- memo.c ---- */

#define MemoName "files-" /* how the names of its files in the cache begin */

/* When a file is the one that was seen before. */
typedef struct Stamp {
    uint64_t dev, ino, size;
    int64_t mtime, ctime;
} Stamp;

typedef struct FileAnswer {
    Stamp stamp;
    char kind;           /* g, s, h: in the package as that; -: left out for what is in it */
    const char *name;
} FileAnswer;

/* What reading the files of a directory found. */
typedef struct DirAnswer {
    Stamp stamp;
    const char *dir, *name; /* name: of the package */
    uint8_t hash[32];       /* Package.hash */
    FileAnswer *files;      /* all that were read, sorted */
    Import *imports;        /* Package.imports */
    size_t nfiles, nimports;
    bool unfit;             /* cannot be kept */
    bool asked;             /* in this build */
} DirAnswer;

/* Where what an action made is; it was verified. */
typedef struct MadeAnswer {
    Stamp stamp;            /* of archive */
    const char *action;     /* hexadecimal */
    const char *build_id, *archive;
    atomic_bool asked;      /* in this build */
} MadeAnswer;

struct Memo {
    Arena *arena;
    int64_t start;          /* when it was opened */
    bool open;              /* answers can be kept */
    bool changed;           /* answers were added */
    Map dirs;               /* directory -> DirAnswer */
    Map made;               /* action -> MadeAnswer */
};

Memo *memo_open(const Env *e);
void memo_close(Memo *m, const Env *e);              /* writes what was added */
const DirAnswer *memo_dir(Memo *m, const char *dir); /* NULL: read it */
const MadeAnswer *memo_made(const Memo *m, const char *action);
/* A new answer: made before the directory is read, told of each file before that is read, added when all went well. */
DirAnswer *memo_new_dir(Memo *m, const char *dir);       /* the caller makes room for the files */
void memo_file_read(Memo *m, DirAnswer *d, const char *file);
void memo_add_dir(Memo *m, DirAnswer *d);
MadeAnswer *memo_new_made(const Memo *m, Arena *a, const char *archive); /* before archive is read; NULL: cannot be kept */
void memo_add_made(Memo *m, const MadeAnswer *made);                     /* not from threads */

/* ---- load.c ---- */

typedef struct Package {
    const char *path;    /* import path; command-line-arguments for named files */
    const char *dir;     /* absolute */
    const char *name;    /* of the package clause */
    const char *lang;    /* go1.26 */
    bool std, named_files;
    bool upstream;       /* std, from the upstream tree */
    const char **go, **s, **h; /* base names, sorted */
    size_t ngo, ns, nh;
    Import *imports;     /* sorted by path, each once */
    size_t nimports;
    EmbedList embeds;
    struct Package **deps;
    const char **dep_names; /* beside deps: the path as it is written */
    size_t ndeps;
    const char *error;   /* complete message */
    int mark;            /* loading: 1 in progress, 2 done */
    uint8_t hash[32];    /* of all files */
    const char *archive, *build_id; /* set by build_archives */
    struct Action *action;
} Package;

typedef struct Loader {
    Env *env;
    const FlagValues *tags;
    bool memo_fits;      /* the build's tags are those that the memo's answers are for */
    bool with_tests;     /* a directory that holds nothing but tests is a package, too */
    Module *module;
    Map packages;        /* path -> Package */
    Package **order;     /* dependencies first */
    size_t norder, cap;
    Buf errors;          /* messages, each with newline */
    Package **stack;     /* import chain, for cycles */
    size_t depth, stack_cap;
} Loader;

/* Loads the packages that args name (files, directories, paths, patterns) and all they import.
 * Roots in *out.  False: errors were collected. */
bool load(Loader *l, int argc, char **argv, Package ***out, size_t *n);
Package *load_import(Loader *l, const char *path, Package *importer, const Import *at);
void loader_free(Loader *l);
/* Adds a message; the position of an import in front when at is given. */
void load_report(Loader *l, const Package *importer, const Import *at, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Import path of a directory in the main module or the library; NULL: neither. */
const char *path_of_dir(Loader *l, const char *dir);
bool is_local_path(const char *arg);

/* ---- patterns.c ---- */

bool is_pattern(const char *arg);
void load_pattern(Loader *l, const char *arg, Package ***roots, size_t *n, size_t *cap);

/* ---- cache.c ---- */

/* Finds what action made before; the file is verified. NULL: not there.  *made is an answer for the memo, or NULL. */
const char *cache_get(const Env *e, Arena *a, const uint8_t action[32], MadeAnswer **made);
bool cache_holds(const Env *e, Arena *a, const char *file); /* file lies where cache_get looks */
void cache_hex(const uint8_t sum[32], char out[65]);
/* Keeps a copy of file as the result of action; returns the copy's name or NULL: there is no cache, or *err says why it cannot be written. */
const char *cache_put(const Env *e, Arena *a, const uint8_t action[32], const char *file, const char **err);
void cache_file_name(const Env *e, Arena *a, const uint8_t sum[32], char kind, const char **dir, const char **file);
bool cache_is_own(const Env *e); /* it is the one in the tree, which is being made */
bool cache_clean(const Env *e, const char **err);

/* ---- build.c, shell.c, exec.c ---- */

typedef struct BuildFlags {
    const char *o;
    bool a, n, v, x, work, trimpath;
    int p;
    const char *lang;
    FlagValues gcflags, asmflags, ldflags, tags;
    const char *exec;
} BuildFlags;

typedef struct Work {
    Env *env;
    BuildFlags *flags;
    const char *dir;       /* $WORK */
    bool failed;
    atomic_flag cache_warned; /* that the cache cannot be written was said */
    const char *compile_id, *asm_id, *link_id;
} Work;

typedef struct Action {
    Package *pkg;
    const char *name;      /* b001 */
    struct Action **deps;
    size_t ndeps;
    bool link;
    const char *target;    /* link: the file to make; NULL: none */
    bool (*find)(Work *w, struct Action *a); /* true: the result is there already; cheap */
    bool (*run)(Work *w, struct Action *a);
    /* results */
    Arena arena;
    Buf out;               /* what it printed */
    const char *shown_dir; /* of the last cd */
    const char *archive;   /* compiled package */
    MadeAnswer *verified;  /* for the memo, NULL */
    const char *build_id, *content_id;
    bool ok, done, started;
    int pending;           /* dependencies not done */
} Action;

/* shell.c */
typedef struct Command {
    const char **argv;
    size_t n, cap;
} Command;

void cmd_add(Command *c, const char *arg);
void cmd_addf(Command *c, Arena *a, const char *format, ...) __attribute__((format(printf, 3, 4)));
void cmd_free(Command *c);
void show(Work *w, Action *a, const char *format, ...) __attribute__((format(printf, 3, 4))); /* with -x: a line */
void show_cd(Work *w, Action *a, const char *dir);
void show_command(Work *w, Action *a, const char *dir, const char *env, const Command *c); /* with -x: as a line */
bool run_command(Work *w, Action *a, const char *dir, const char *env, Command *c, Buf *out); /* shows and runs */
bool write_text(Work *w, Action *a, const char *file, const char *text, size_t size);
bool make_dir(Work *w, Action *a, const char *dir);
const char *with_work(Work *w, Arena *a, const char *text); /* $WORK for the work directory */

/* exec.c */
bool run_actions(Work *w, Action **actions, size_t n);

/* build.c */
extern const char *const build_usage;
bool parse_build_flags(Env *e, const char *command, BuildFlags *b, int argc, char **argv, int *first, int *status);
/* Builds the packages and what they import, and says where each archive is. */
bool build_archives(Loader *l, BuildFlags *b, Package **roots, size_t n);
int build_command(Env *e, int argc, char **argv);
int run_program(Env *e, int argc, char **argv);
const char *read_build_id(Arena *a, const char *file); /* of an archive or executable; NULL */

/* list.c */

typedef enum ValueKind { ValueNil, ValueString, ValueBool, ValueInt, ValueList, ValueRecord } ValueKind;

/* Something that list shows. */
typedef struct Value {
    ValueKind kind;
    const char *string;    /* ValueString; ValueRecord: what it prints as a whole */
    bool boolean;
    int64_t number;
    struct Value *items;   /* ValueList, and the fields of a ValueRecord */
    const char **names;    /* of the fields */
    size_t n;
} Value;

int list_command(Env *e, int argc, char **argv);
const Value *value_field(const Value *record, const char *name); /* NULL: there is none */
bool value_known_field(const char *name); /* one that the go command has and we do not */

/* template.c */
bool template_run(Arena *a, const char *text, const Value *dot, Buf *out, const char **err);

/* commands.c */
int tool_command(Env *e, int argc, char **argv);
int env_command(Env *e, int argc, char **argv);
int version_command(Env *e, int argc, char **argv);
int clean_command(Env *e, int argc, char **argv);
int help_command(Env *e, int argc, char **argv);
void print_usage(int fd);
/* Parses the flags of a command that builds nothing; -1 after a message. */
int parse_command(Env *e, const Flag *table, int argc, char **argv);

/* Prints to standard error, "go: " in front. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
void print_out(int fd, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
