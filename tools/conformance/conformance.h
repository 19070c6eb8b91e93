/* conformance.h - the map of the program that runs the test/ directory of an upstream Go against this tree.
 *
 * Idea: upstream's tests carry their recipe in their first comment (`// run`, `// errorcheck -lang=go1.17`, ...). The
 * parent (main.c) reads every recipe (cases.c, recipe.c) and decides what becomes of the case:
 *
 *   apart      it judges gc's insides or a configuration that is not ours; the rule is named
 *   noimport   it imports a package of the standard library that our src/ does not have, or that does not build
 *   pass fail  the others: judged by doing what the recipe says with our compile, asm, pack and link
 *
 * Each case is a process of its own, with limits on memory and file size (tools/harness/pool.c), that runs the tools and
 * reports what is wrong (judge.c, dirs.c, messages.c). A case that failed is run once more, alone, before it counts. The
 * library's archives come from one program that imports every package that builds (library.c).
 *
 * With -diag the same processes run gc and ours on each file of errors, and the report holds the differences (diag.c).
 * The tree under test is the one above this program. Leaves nothing behind but the file of -o. See docs/conformance.md.
 */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#include "../harness/harness.h"

enum {
    DefaultTimeout = 60,            /* seconds of wall time for a case that does not say */
    TimeoutFactor = 4,              /* for those that say: they think of gc on an idle machine */
    MaxShown = 200,                 /* bytes of a line that are shown */
    LangMinor = 26,                 /* go1.26 */
};

typedef enum Kind {
    KindNone, KindRun, KindRunDir, KindRunInDir, KindRunOutput, KindBuild, KindBuildRun, KindBuildDir, KindBuildRunDir,
    KindCompile, KindCompileDir, KindErrorCheck, KindErrorCheckDir, KindErrorCheckAndRunDir, KindErrorCheckOutput,
    KindErrorCheckWithAuto, KindAsmCheck, KindSkip, NumKinds
} Kind;

extern const char *const kind_words[NumKinds];

typedef enum Outcome { Pass, Fail, Apart, NoImport, NumOutcomes } Outcome;

/* One thing to judge. The strings belong to the case. */
typedef struct Case {
    Task task;                      /* first: a Task of the pool is a Case */
    char *name;                     /* path of the file below test/ */
    char *path;                     /* path of the file */
    char *dir;                      /* the same with .dir: files of the kinds that have many */
    Kind kind;
    Words args;                     /* words behind the flags */
    Words flags;                    /* flags for compile or build, without those the runner knows */
    bool want_error;                /* compile must fail */
    bool single;                    /* -s: each file of dir is a package */
    char *mod_version;              /* -gomodversion */
    Outcome outcome;                /* Fail until it passes */
    char *why;                      /* apart: the rule; noimport: the package */
} Case;

typedef struct Runner {
    char root[PATH_MAX];            /* the tree under test */
    char temp[PATH_MAX];            /* directory for everything that goes away */
    char *goroot;                   /* upstream's tree */
    char *importcfg;                /* the library's archives, a file, and its text */
    Text importcfg_text;
    char *gc_importcfg;             /* -diag: gc's own */
    char *only;                     /* only cases whose name contains this */
    bool listed;                    /* only cases whose names are in: */
    Words list;
    bool diag;
    int jobs;
    Words library;                  /* packages that can be imported */
    Case **cases;
    size_t num_cases, cap_cases;
} Runner;

/* What a case's process has at hand. */
typedef struct Job {
    const Runner *r;
    const Case *c;
    FILE *report;
    char *compile, *assembler, *pack, *link, *ggo;
} Job;

/* ---- library.c ---- */
bool find_library(Runner *r);
bool find_gc_library(Runner *r);
Words command(const char *word, ...);
Result run_in(const char *dir, const char *log, Words argv, bool apart);

/* ---- cases.c ---- */
void find_cases(Runner *r, const char *dir, const char *prefix);
void find_own_errors(Runner *r);
void free_case(Case *c);
int compare_cases(const void *a, const void *b);

/* ---- recipe.c ---- */
bool read_recipe(Case *c, const char *source);

/* ---- constraint.c ---- */
bool is_constraint(const char *line, bool *holds);

/* ---- imports.c ---- */
void scan_imports(const char *path, Words *imports);
void check_imports(const Runner *r, Case *c);

/* ---- judge.c ---- */
bool judge_case(void *owner, const Task *t, FILE *report);
Result run(const Job *j, const char *dir, Words argv);
__attribute__((format(printf, 2, 3))) bool wrong(const Job *j, const char *fmt, ...);
bool wrong_result(const Job *j, const char *what, Result res);
bool must_succeed(const Job *j, const char *what, Result res);
char *in_temp(const Job *j, const char *name);
char *folder_of(const char *path);
bool check_output(const Job *j, const char *what, Result res);
bool link_program(const Job *j, const char *archive, const char *importcfg, const Words *ldflags, const char *exe);
bool driver_build(const Job *j, const char *dir, const char *path, const Words *more, const char *exe);
Result run_program(const Job *j, const char *dir, const char *exe);

/* ---- messages.c ---- */
Words split_messages(const char *output);
bool check_messages(const Job *j, const char *output, const Words *files);
bool check_compilation(const Job *j, Result res, bool want_error, const Words *files);

/* ---- dirs.c ---- */
bool judge_dir(const Job *j);
bool judge_run_in_dir(const Job *j);
bool judge_build_dir(const Job *j);

/* ---- diag.c ---- */
bool judge_diagnostics(const Job *j);

/* ---- results.c ---- */
void print_summary(const Runner *r);
int print_differences(const Runner *r);
bool write_results(const Runner *r, const char *path);
int count_regressions(const Runner *r, const char *path);

#endif
