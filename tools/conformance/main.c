/* main.c - options and the order of things: find the library, find the cases, run them, print what came out. */
#include "conformance.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RerunBudget = 120 };         /* seconds that the second chances may take together */

static int usage(void)
{
    fputs("usage: conformance [-j N] [-only TEXT] [-noimport FILE] [-o FILE] [-compare FILE] [-diag] GOROOT\n"
          "Runs GOROOT/test against this tree.\n"
          "  -only TEXT     the cases whose name contains TEXT\n"
          "  -noimport FILE the cases that FILE, written by -o, calls noimport\n"
          "  -o FILE        write pass, fail, apart or noimport for each case\n"
          "  -compare FILE  fail only when a case that passes in FILE does not\n"
          "  -diag          compare gc's diagnostics with ours instead\n", stderr);
    return 2;
}

/* Our bin comes first, and no variable of another Go reaches the tools. */
static void set_environment(const Runner *r)
{
    static const char *const unwanted[] = {"GOROOT", "GOFLAGS", "GODEBUG", "GOGC", "GOMAXPROCS", "GOEXPERIMENT"};
    const char *path = getenv("PATH");
    char *search = format("%s/bin:%s", r->root, path ? path : "/usr/bin:/bin"), *cache = format("%s/cache", r->temp);
    setenv("PATH", search, 1);
    setenv("GGOCACHE", cache, 1);
    setenv("GOENV", "off", 1);
    if (getenv("GGO_STD") && !getenv("GGO_UPSTREAM"))
        setenv("GGO_UPSTREAM", r->goroot, 1);
    for (size_t i = 0; i < sizeof unwanted / sizeof unwanted[0]; i++)
        unsetenv(unwanted[i]);
    free(search), free(cache);
}

static void free_runner(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++)
        free_case(r->cases[i]);
    words_free(&r->library), words_free(&r->list);
    free(r->cases), free(r->goroot), free(r->importcfg), free(r->importcfg_text.p), free(r->gc_importcfg), free(r);
}

/* Takes the names of the cases that an earlier result file calls noimport. */
static bool read_list(Runner *r, const char *path)
{
    Text t;
    if (!read_file(path, &t)) {
        fprintf(stderr, "conformance: %s: %s\n", path, strerror(errno));
        return false;
    }
    const char *rest = t.p;
    for (char *line; (line = take_line(&rest)); free(line))
        if (has_prefix(line, "noimport "))
            words_add(&r->list, line + strlen("noimport "));
    free(t.p);
    return r->listed = true;
}

static void note_outcome(void *owner, const Task *t)
{
    (void)owner;
    ((Case *)t)->outcome = t->failed ? Fail : Pass;
}

/* Runs the cases that failed or were not run yet. */
static void run_cases(Runner *r, int jobs, double budget)
{
    Pool pool = {.temp = r->temp, .owner = r, .judge = judge_case, .ended = note_outcome, .n = r->num_cases};
    pool.tasks = must(calloc(r->num_cases + 1, sizeof *pool.tasks));
    for (size_t i = 0; i < r->num_cases; i++) {
        pool.tasks[i] = &r->cases[i]->task;
        pool.tasks[i]->wanted = r->cases[i]->outcome == Fail;
    }
    pool_run(&pool, jobs, budget);
    free(pool.tasks);
}

/* Runs everything; returns the exit status. */
static int conform(Runner *r, const char *out, const char *compare)
{
    r->importcfg = format("%s/importcfg", r->temp);
    if (!find_library(r))
        return 2;
    char *top = format("%s/test", r->goroot);
    find_cases(r, top, "");
    free(top);
    if (r->diag)
        find_own_errors(r);
    if (r->num_cases > 0)
        qsort(r->cases, r->num_cases, sizeof *r->cases, compare_cases);
    if (r->diag && !find_gc_library(r))
        return 2;
    run_cases(r, r->jobs, 1e9);
    if (r->diag)
        return print_differences(r);
    run_cases(r, 1, RerunBudget);
    print_summary(r);
    size_t n[NumOutcomes] = {0};
    for (size_t i = 0; i < r->num_cases; i++)
        n[r->cases[i]->outcome]++;
    int regressions = compare ? count_regressions(r, compare) : (int)n[Fail];
    bool written = !out || write_results(r, out);
    printf("%zu passed, %d failed\n", n[Pass], regressions < 0 ? 1 : regressions);
    return regressions != 0 || !written;
}

int main(int argc, char **argv)
{
    Runner *r = must(calloc(1, sizeof *r));
    const char *out = NULL, *compare = NULL, *goroot = NULL, *tmp = getenv("TMPDIR");
    char real[PATH_MAX];
    bool ok = true;
    for (int i = 1; i < argc; i++) {
        char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(argv[i], "-diag") == 0)
            r->diag = true;
        else if (value && strcmp(argv[i], "-j") == 0)
            r->jobs = atoi(value), i++;
        else if (value && strcmp(argv[i], "-only") == 0)
            r->only = value, i++;
        else if (value && strcmp(argv[i], "-noimport") == 0)
            ok = read_list(r, value) && ok, i++;
        else if (value && strcmp(argv[i], "-o") == 0)
            out = value, i++;
        else if (value && strcmp(argv[i], "-compare") == 0)
            compare = value, i++;
        else if (argv[i][0] != '-' && !goroot)
            goroot = argv[i];
        else
            ok = false;
    }
    if (!ok || !goroot)
        return words_free(&r->list), free(r), usage();
    if (r->jobs <= 0)
        r->jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
    snprintf(r->temp, sizeof r->temp, "%s/conformance.XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!realpath(goroot, real) || !tree_above_program(r->root) || !mkdtemp(r->temp)) {
        fprintf(stderr, "conformance: %s: %s\n", goroot, strerror(errno));
        return free(r), 2;
    }
    r->goroot = copy_string(real);
    set_environment(r);
    int status = conform(r, out, compare);
    remove_all(r->temp);
    free_runner(r);
    return status;
}
