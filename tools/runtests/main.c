/* main.c - runs the cases under testdata/ and says which ones do not do what is written beside them.
 *
 * The tools are found beside this program (-root names another tree: with -root "$(go env GOROOT)" the same
 * cases are judged, and with -u written, by gc). Leaves nothing behind.
 */
#include "runtests.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    RerunBudget = 300,              /* seconds that the second chances may take together */
    MaxReport = 6000,               /* bytes of a report that are shown */
};

static int by_name(const void *a, const void *b)
{
    return strcmp((*(Case *const *)a)->name, (*(Case *const *)b)->name);
}

static void print_progress(void *owner, const Task *t)
{
    const Runner *r = owner;
    if (r->verbose)
        printf("%-4s %7.2fs %s\n", t->failed ? "FAIL" : "ok", t->seconds, ((const Case *)t)->name);
}

/* Runs every case; what failed once more, alone. With -count every run counts. */
static void run_all(Runner *r)
{
    if (r->num_cases > 0)
        qsort(r->cases, r->num_cases, sizeof *r->cases, by_name);
    Pool pool = {.temp = r->temp, .owner = r, .judge = judge_case, .ended = print_progress, .n = r->num_cases};
    pool.tasks = must(calloc(r->num_cases + 1, sizeof *pool.tasks));
    for (size_t i = 0; i < r->num_cases; i++)
        pool.tasks[i] = &r->cases[i]->task;
    pool_run(&pool, r->jobs, 1e9);
    for (size_t i = 0; i < r->num_cases; i++)
        pool.tasks[i]->wanted = pool.tasks[i]->failed;
    if (r->count <= 1)
        pool_run(&pool, 1, RerunBudget);
    free(pool.tasks);
}

/* Prints the reports of what failed, then the totals; returns the exit status. */
static int print_summary(const Runner *r)
{
    size_t failed = 0;
    for (size_t i = 0; i < r->num_cases; i++) {
        const Case *c = r->cases[i];
        const Text *report = &c->task.report;
        if (!c->task.failed)
            continue;
        failed++;
        printf("FAIL %s\n", c->name);
        const char *rest = report->p, *line;
        size_t n, shown = report->len < MaxReport ? report->len : MaxReport;
        while (next_line(&rest, report->p + shown, &line, &n))
            printf("  %.*s\n", (int)n, line);
    }
    printf("%zu passed, %zu failed\n", r->num_cases - failed, failed);
    return failed > 0;
}

/* Builds the PATH of scripts: a directory where ggo is, then the user's without those that hold a go command. */
static void set_search_path(Runner *r)
{
    if (r->gc) {
        char *bin = format("%s/bin", r->temp), *link = format("%s/ggo", bin), *go = format("%s/bin/go", r->root);
        if (mkdir(bin, 0777) != 0 || symlink(go, link) != 0)
            fprintf(stderr, "runtests: %s: %s\n", link, strerror(errno));
        snprintf(r->search, sizeof r->search, "%s", bin);
        free(bin), free(link), free(go);
    } else {
        snprintf(r->search, sizeof r->search, "%s/bin", r->root);
    }
    const char *path = getenv("PATH");
    char *copy = copy_string(path ? path : "/bin:/usr/bin"), *save = NULL;
    for (char *dir = strtok_r(copy, ":", &save); dir; dir = strtok_r(NULL, ":", &save)) {
        char *go = format("%s/go", dir);
        size_t used = strlen(r->search);
        if (!exists(go))
            snprintf(r->search + used, sizeof r->search - used, ":%s", dir);
        free(go);
    }
    free(copy);
}

/* Finds the tree: -root, or the directory above the one that holds this program. */
static bool find_root(Runner *r, const char *root)
{
    if (root ? !realpath(root, r->root) : !tree_above_program(r->root))
        return false;
    char *ggo = format("%s/bin/ggo", r->root);
    r->gc = root && !exists(ggo);
    free(ggo);
    return true;
}

static int usage(void)
{
    fputs("usage: runtests [-j N] [-u] [-v] [-mode plain|noopt|gcstress|roundtrip] [-count N] [-procs N,...] [-root TREE] [PATH...]\n"
          "Runs the cases at PATH (default: testdata).\n"
          "  -u             rewrite the expected files\n"
          "  -count N       run each program N times\n"
          "  -procs N,...   run it with each of these GOMAXPROCS\n"
          "  -root TREE     judge another tree, which may be gc's\n", stderr);
    return 2;
}

/* Reads "1,2,4" into r->procs; false when it makes no sense. */
static bool parse_procs(Runner *r, const char *list)
{
    for (char *end; r->num_procs < MaxProcs; list = end + 1) {
        long n = strtol(list, &end, 10);
        if (end == list || n <= 0 || n > 1024)
            return false;
        r->procs[r->num_procs++] = (int)n;
        if (*end != ',')
            return *end == 0;
    }
    return false;
}

/* Reads the options; returns the index of the first path, or 0 when they make no sense. */
static int parse_options(Runner *r, int argc, char **argv, const char **root)
{
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(argv[i], "-u") == 0) {
            r->update = true;
        } else if (strcmp(argv[i], "-v") == 0) {
            r->verbose = true;
        } else if (value && strcmp(argv[i], "-j") == 0) {
            r->jobs = atoi(value), i++;
        } else if (value && strcmp(argv[i], "-mode") == 0 && valid_mode(value)) {
            r->mode = value, i++;
        } else if (value && strcmp(argv[i], "-count") == 0) {
            r->count = atoi(value), i++;
        } else if (value && strcmp(argv[i], "-procs") == 0 && parse_procs(r, value)) {
            i++;
        } else if (value && strcmp(argv[i], "-root") == 0) {
            *root = value, i++;
        } else {
            return 0;
        }
    }
    return i;
}

static void free_runner(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++)
        free_case(r->cases[i]);
    free(r->cases);
    free(r);
}

int main(int argc, char **argv)
{
    Runner *r = must(calloc(1, sizeof *r));
    const char *root = NULL, *tmp = getenv("TMPDIR");
    r->count = 1;
    int first = parse_options(r, argc, argv, &root);
    if (first == 0)
        return free_runner(r), usage();
    if (r->jobs <= 0)
        r->jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
    snprintf(r->temp, sizeof r->temp, "%s/runtests.XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!find_root(r, root) || !mkdtemp(r->temp)) {
        fprintf(stderr, "runtests: %s: %s\n", root ? root : r->temp, strerror(errno));
        return free_runner(r), 2;
    }
    set_search_path(r);
    bool found = true;
    if (first == argc)
        found = find_argument(r, "testdata");
    for (int i = first; i < argc; i++)
        found &= find_argument(r, argv[i]);
    int status = 2;
    if (found) {
        run_all(r);
        status = print_summary(r);
    }
    remove_all(r->temp);
    free_runner(r);
    return status;
}
