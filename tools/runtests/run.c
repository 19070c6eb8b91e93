/* run.c - run/: a program is built once, then run as often as its mode says; what it prints and its exit status are compared. */
#include "runtests.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The program that the arguments in the case's file make of randprog, as a file beside what is built from it. */
static char *generate(const Job *j)
{
    char root[PATH_MAX], *argv[MaxArgs], *name = format("%s/main.go", j->c->task.temp);
    Text args = case_file(j, ".args");
    argv[0] = tree_above_program(root) ? format("%s/bin/randprog", root) : NULL;
    split_words(args.p, argv, 1);
    Result res = run_tool(j, argv, NULL);
    if (res.status != 0 || !write_file(name, res.out))
        fail_result(j, "randprog", res);
    free(argv[0]), free(args.p), free(res.out.p), free(res.err.p);
    return name;
}

/* Fills argv with the packages or files to build; goes to the directory they are named from. */
static size_t program_args(const Job *j, char **argv, size_t n)
{
    bool dir = has_suffix(j->c->file, ".dir");
    if (chdir(j->c->dir) != 0 || (dir && chdir(j->c->file) != 0))
        return n;
    bool random = has_suffix(j->c->file, ".args");
    if (!dir || exists("go.mod")) {
        argv[n++] = dir ? "." : random ? generate(j) : j->c->file;
        return n;
    }
    Words files = list_dir(".", ".go");
    for (size_t i = 0; i < files.n && n < MaxArgs - 1; i++)
        argv[n++] = files.v[i];
    return n;
}

/* The program may say `// gcstress N` when a collection at every allocation would take too long. */
static void set_stress(const Job *j)
{
    Text source = {0};
    read_file(j->c->file, &source);
    char *every = header_value(source.p, "gcstress"), *value = format("gcstress=%s", every ? every : "1");
    setenv("GODEBUG", value, 1);
    free(every), free(value), free(source.p);
}

static void set_program_env(const Job *j)
{
    char *words[MaxArgs];
    Text env = case_file(j, ".env");
    size_t n = split_words(env.p, words, 0);
    for (size_t i = 0; i < n; i++) {
        char *eq = strchr(words[i], '=');
        if (eq) {
            *eq = 0;
            setenv(words[i], eq + 1, 1);
        }
    }
    if (j->c->mode->gcstress)
        set_stress(j);
}

/* Compares what a run left with the golden files. */
static int check_result(const Job *j, Result res)
{
    Text status = {0};
    text_add(&status, "", 0);
    if (res.status != 0) {
        char *s = format("%d\n", res.status);
        text_puts(&status, s);
        free(s);
    }
    if (res.overdue)
        return fail(j, "the program did not end in time");
    Text want_err = case_file(j, ".err"), got_err = normalise(res.err);
    int bad = check_golden(j, ".status", status);
    bad |= check_golden(j, ".out", res.out);
    if (j->r->update || !text_equal(normalise(want_err), got_err))
        bad |= check_golden(j, ".err", got_err);
    free(status.p), free(res.out.p), free(res.err.p), free(want_err.p), free(got_err.p);
    return bad;
}

/* Runs the program r->count times with each GOMAXPROCS that the mode or the command line names, until a run is wrong. */
static int run_program(const Job *j, char *argv[])
{
    const int *procs = j->r->num_procs ? j->r->procs : j->c->mode->procs;
    char *in = format("%s/%s.in", j->c->dir, j->c->stem);
    bool own = getenv("GOMAXPROCS") != NULL; /* the case's .env names it */
    for (size_t i = 0; i == 0 || (i < MaxProcs && procs[i] && !own && !j->r->update); i++) {
        char *value = format("%d", procs[i]);
        if (procs[i] && !own && !j->r->update)
            setenv("GOMAXPROCS", value, 1);
        for (int k = 1; k <= j->r->count; k++) {
            int bad = check_result(j, run_tool(j, argv, exists(in) ? in : NULL));
            if (bad)
                return fail(j, "GOMAXPROCS=%s, run %d", procs[i] ? value : "default", k);
        }
        free(value);
    }
    free(in);
    return 0;
}

int check_run(const Job *j)
{
    char *argv[MaxArgs] = {(char *)j->driver, "build", "-o", j->program};
    size_t n = 4;
    if (j->c->mode->gcflags) {
        argv[n++] = "-gcflags";
        argv[n++] = (char *)j->c->mode->gcflags;
    }
    n = program_args(j, argv, n);
    argv[n] = NULL;
    Result res = run_tool(j, argv, NULL);
    if (res.status != 0)
        return fail_result(j, "ggo build", res);

    char *run[MaxArgs] = {j->program};
    if (!has_suffix(j->c->file, ".args")) {
        Text args = case_file(j, ".args");
        split_words(args.p, run, 1);
        free(args.p);
    }
    set_program_env(j);
    return run_program(j, run);
}
