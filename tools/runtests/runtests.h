/* runtests.h - the map of the runner of testdata/.
 *
 * Idea: nothing is registered. A case is a file; the directory it stands in says how it is judged:
 *
 *   run/X.go or run/X.dir/       built and run in several modes; X.out X.err X.status hold what must come out     run.c
 *   randprog/X.args              the same for the program that randprog prints when given these arguments         run.c
 *   run/X.go, syntax/X.go        what compile prints of each stage is read back: it must make the same again      roundtrip.c
 *   errors/X.go                  compile must report what `// ERROR "regexp"` says, and print exactly X.want      errors.c
 *   ssa/PASS/X.ssa               `compile -from=ssa -ssapass=PASS` must print X.want                              ssa.c
 *   asm/X.s                      asm must make the bytes that stand in the comment of each line                   asm.c
 *   driver/X.txtar link/X.txtar  a script, then the files that it needs                                           script.c
 *
 * The parent (main.c) finds the cases (cases.c) and keeps N of them running (tools/harness/pool.c). Each is a process of its
 * own in a temporary directory, with limits on memory and file size, which runs the tools, compares, and reports (judge.c).
 * A case that failed is run once more, alone, before it counts. Details: testdata/README.md.
 */
#ifndef RUNTESTS_H
#define RUNTESTS_H

#include "../harness/harness.h"

enum {
    MaxArgs = 64,                   /* words in one command */
    MaxProcs = 8,                   /* settings of GOMAXPROCS that one case tries */
};

typedef enum Kind { KindRun, KindRoundTrip, KindErrors, KindSsa, KindAsm, KindScript } Kind;

/* The directory that says how a case in it is judged, and the suffix its main file has. */
typedef struct Suite {
    const char *dir, *suffix;
    Kind kind;
} Suite;

/* One way to build and run a program of run/. */
typedef struct Mode {
    const char *word;               /* as -mode spells it */
    const char *label;              /* follows the name of the case */
    const char *gcflags;            /* value of -gcflags, or NULL */
    bool gcstress;                  /* runs with GODEBUG=gcstress=1, or what the program says */
    int procs[MaxProcs];            /* runs once with each GOMAXPROCS; 0 leaves it alone, and ends the list unless first */
} Mode;

/* One thing to judge. The strings belong to the case. */
typedef struct Case {
    Task task;                      /* first: a Task of the pool is a Case */
    Kind kind;
    const Mode *mode;               /* of a program */
    char *name;                     /* run/hello[-N -l] */
    char *dir;                      /* directory that holds the file, absolute */
    char *file;                     /* name of the file in it */
    char *stem;                     /* the same without the suffix */
} Case;

typedef struct Runner {
    char root[PATH_MAX];            /* tree that holds bin/ and pkg/tool/linux_amd64 */
    char temp[PATH_MAX];            /* directory for the cases' directories */
    char search[8 * PATH_MAX];      /* PATH for scripts: ggo first, no other Go */
    bool gc;                        /* the tree is gc's own: the referee's turn */
    bool update, verbose;
    const char *mode;               /* only this mode, or NULL */
    int jobs;
    int count;                      /* how often each program is run, with each GOMAXPROCS */
    int procs[MaxProcs + 1];        /* instead of the mode's, ended by 0, when num_procs > 0 */
    size_t num_procs;
    Case **cases;
    size_t num_cases, cap_cases;
} Runner;

/* What a case's process has at hand. */
typedef struct Job {
    const Runner *r;
    const Case *c;
    FILE *report;
    char *program;                  /* of a run case: what was built */
    char *compile, *asmbler, *driver;
} Job;

/* ---- cases.c ---- */
bool find_argument(Runner *r, const char *arg);
bool valid_mode(const char *mode);
void free_case(Case *c);

/* ---- judge.c ---- */
bool judge_case(void *owner, const Task *t, FILE *report);
Result run_tool(const Job *j, char *const argv[], const char *in);
char *header_value(const char *text, const char *key);
size_t split_words(const char *s, char **argv, size_t n);
Text case_file(const Job *j, const char *suffix);

/* ---- compare.c: each returns 1, the status of a case that failed, or 0 ---- */
__attribute__((format(printf, 2, 3))) int fail(const Job *j, const char *fmt, ...);
int fail_result(const Job *j, const char *what, Result res);
void report_text(const Job *j, const char *title, Text t);
void print_diff(const Job *j, Text want, Text got);
int check_golden(const Job *j, const char *suffix, Text got);

/* ---- traceback.c ---- */
Text normalise(Text in);

/* ---- one file for each kind; each returns 0 when the case passes ---- */
int check_run(const Job *j);
int check_round_trip(const Job *j);
int check_errors(const Job *j);
int check_messages(const Job *j, Text source, Result res);
int check_ssa(const Job *j);
int check_asm(const Job *j);
int check_script(const Job *j);

/* ---- txtar.c ---- */
size_t extract_files(const Job *j, Text t);

#endif
