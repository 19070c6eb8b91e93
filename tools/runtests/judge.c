/* judge.c - the process of a case: its surroundings, and which file judges it. */
#include "runtests.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { MemoryLimitGB = 4 };         /* data that a process of a case may have */

/* Address sanitizers reserve terabytes. */
#if defined(__SANITIZE_ADDRESS__)
enum { LimitToolMemory = false };
#else
enum { LimitToolMemory = true };
#endif

static int check_case(const Job *j)
{
    switch (j->c->kind) {
    case KindRun:
        return check_run(j);
    case KindRoundTrip:
        return check_round_trip(j);
    case KindErrors:
        return check_errors(j);
    case KindSsa:
        return check_ssa(j);
    case KindAsm:
        return check_asm(j);
    case KindScript:
        return check_script(j);
    }
    return 1;
}

/* Variables that would change what the tools do. */
static const char *const unset[] = {"GOFLAGS", "GODEBUG", "GOOS",        "GOARCH", "GOGC",   "GOTRACEBACK", "GO111MODULE",
                                    "GOROOT",  "GOPATH",  "GOMAXPROCS",  "GOENV",  "GGOROOT", "GOMEMLIMIT",  "GOEXPERIMENT"};

/* Runs argv with standard input from in (or nothing) and waits for it. */
Result run_tool(const Job *j, char *const argv[], const char *in)
{
    bool limited = LimitToolMemory || argv[0] == j->program;
    int runs = j->r->count > 1 ? j->r->count : 1; /* that the case's time is for */
    char *out = format("%s/stdout", j->c->task.temp), *err = format("%s/stderr", j->c->task.temp);
    fflush(j->report);
    Result res = run_command((Command){.argv = argv, .in = in, .out = out, .err = err, .seconds = j->c->task.timeout / runs,
                                       .data = limited ? (unsigned long long)MemoryLimitGB << 30 : 0});
    free(out), free(err);
    return res;
}

/* Judges a case, in the process that the pool made for it. */
bool judge_case(void *owner, const Task *t, FILE *report)
{
    const Runner *r = owner;
    const Case *c = (const Case *)t;
    limit(RLIMIT_FSIZE, 1ull << 30);
    for (size_t i = 0; i < sizeof unset / sizeof unset[0]; i++)
        unsetenv(unset[i]);
    setenv("LC_ALL", "C", 1);
    if (r->gc) {
        setenv("GOTOOLCHAIN", "local", 1);
        setenv("CGO_ENABLED", "0", 1);
    }
    Job j = {.r = r, .c = c, .report = report, .program = format("%s/a.out", t->temp),
             .compile = format("%s/pkg/tool/linux_amd64/compile", r->root), .asmbler = format("%s/pkg/tool/linux_amd64/asm", r->root),
             .driver = format("%s/bin/%s", r->root, r->gc ? "go" : "ggo")};
    return check_case(&j) == 0;
}

/* Finds "// KEY value" (or "# KEY value") among the comment lines that open a file. */
char *header_value(const char *text, const char *key)
{
    const char *rest = text, *end = text + strlen(text), *line;
    size_t n;
    while (next_line(&rest, end, &line, &n)) {
        const char *s = line;
        if (has_prefix(s, "//"))
            s += 2;
        else if (*s == '#')
            s++;
        else
            return NULL;
        while (*s == ' ')
            s++;
        size_t m = strlen(key);
        if (strncmp(s, key, m) == 0 && s[m] == ' ')
            return format("%.*s", (int)(line + n - (s + m + 1)), s + m + 1);
    }
    return NULL;
}

/* Splits s at white space into argv[n...]; returns the new count. The words live in a copy of s. */
size_t split_words(const char *s, char **argv, size_t n)
{
    char *copy = copy_string(s), *save = NULL;
    for (char *w = strtok_r(copy, " \t\n", &save); w && n < MaxArgs - 1; w = strtok_r(NULL, " \t\n", &save))
        argv[n++] = w;
    argv[n] = NULL;
    return n;
}

/* Reads dir/stem+suffix; an absent file is an empty text. */
Text case_file(const Job *j, const char *suffix)
{
    char *path = format("%s/%s%s", j->c->dir, j->c->stem, suffix);
    Text t;
    read_file(path, &t);
    free(path);
    return t;
}
