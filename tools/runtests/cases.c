/* cases.c - finds the cases: nothing is registered, the directory that a file stands in says what it is. */
#include "runtests.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Address sanitizers slow everything down. */
#if defined(__SANITIZE_ADDRESS__)
enum { SlowFactor = 5 };
#else
enum { SlowFactor = 1 };
#endif

enum { DefaultTimeout = 60 };       /* seconds of wall time for a case that does not say */

static const Suite suites[] = {
    {"run", ".go", KindRun},   {"syntax", ".go", KindRoundTrip},    {"errors", ".go", KindErrors},
    {"ssa", ".ssa", KindSsa},  {"randprog", ".args", KindRun},
    {"asm", ".s", KindAsm},    {"driver", ".txtar", KindScript},    {"link", ".txtar", KindScript},
};

static const Mode modes[] = {
    {"plain", "", NULL, false, {1, 4}},
    {"noopt", "[-N -l]", "all=-N -l", false, {0}},
    {"gcstress", "[gcstress]", NULL, true, {0}},
    {"roundtrip", "[round trip]", NULL, false, {0}}, /* not run: KindRoundTrip */
};
enum { NumModes = sizeof modes / sizeof modes[0], NumSuites = sizeof suites / sizeof suites[0] };

bool valid_mode(const char *mode)
{
    for (size_t i = 0; i < NumModes; i++) {
        if (strcmp(mode, modes[i].word) == 0)
            return true;
    }
    return false;
}

static int case_timeout(const char *dir, const char *file)
{
    Text t;
    char *path = format("%s/%s", dir, file);
    read_file(path, &t);
    char *value = header_value(t.p, "timeout");
    int seconds = value ? atoi(value) : 0;
    free(value), free(t.p), free(path);
    return (seconds > 0 ? seconds : DefaultTimeout) * SlowFactor;
}

static void add_case(Runner *r, Kind kind, const Mode *mode, const char *label, const char *dir, const char *file, size_t stem)
{
    if (r->num_cases == r->cap_cases) {
        r->cap_cases = r->cap_cases ? 2 * r->cap_cases : 256;
        r->cases = must(realloc(r->cases, r->cap_cases * sizeof *r->cases));
    }
    char *base = format("%.*s", (int)stem, file);
    Case *c = r->cases[r->num_cases++] = must(malloc(sizeof *c));
    *c = (Case){
        .task = {.timeout = case_timeout(dir, file), .wanted = true},
        .kind = kind,
        .mode = mode,
        .name = format("%s/%s%s", label, base, mode ? mode->label : ""),
        .dir = copy_string(dir),
        .file = copy_string(file),
        .stem = base,
    };
    if (kind == KindRun && r->count > 1)
        c->task.timeout *= r->count;
}

void free_case(Case *c)
{
    free(c->name), free(c->dir), free(c->file), free(c->stem), free(c->task.report.p), free(c);
}

/* Finds the suite whose directory name stands in the absolute path dir (the last one counts); *label gets the
 * part of dir from there on. */
static const Suite *suite_of(const char *dir, const char **label)
{
    const char *end = dir + strlen(dir);
    for (const char *s = end; s > dir; s--) {
        if (s[-1] != '/')
            continue;
        size_t n = strcspn(s, "/");
        for (size_t i = 0; i < NumSuites; i++) {
            if (strlen(suites[i].dir) == n && strncmp(s, suites[i].dir, n) == 0) {
                *label = s;
                return &suites[i];
            }
        }
    }
    return NULL;
}

/* Adds the case or cases that file in dir stands for, if it is one. */
static void consider_file(Runner *r, const char *dir, const char *file)
{
    const char *label;
    const Suite *suite = suite_of(dir, &label);
    if (!suite)
        return;
    const char *suffix = strcmp(suite->dir, "run") == 0 && has_suffix(file, ".dir") ? ".dir" : suite->suffix;
    if (!has_suffix(file, suffix))
        return;
    size_t stem = strlen(file) - strlen(suffix);
    if (suite->kind != KindRun) {
        add_case(r, suite->kind, NULL, label, dir, file, stem);
        return;
    }
    for (size_t i = 0; i < NumModes; i++) {
        bool round_trip = strcmp(modes[i].word, "roundtrip") == 0;
        if (r->update ? i > 0 : r->mode && strcmp(r->mode, modes[i].word) != 0)
            continue;
        if (round_trip && (r->gc || strcmp(suffix, ".go") != 0))
            continue;
        add_case(r, round_trip ? KindRoundTrip : KindRun, &modes[i], label, dir, file, stem);
    }
}

/* Adds every case at or below dir/file. */
static void find_cases(Runner *r, const char *dir, const char *file)
{
    char *path = format("%s/%s", dir, file);
    struct stat st;
    const char *label;
    if (stat(path, &st) != 0) {
        fprintf(stderr, "runtests: %s: %s\n", path, strerror(errno));
    } else if (!S_ISDIR(st.st_mode) || (has_suffix(file, ".dir") && suite_of(dir, &label))) {
        consider_file(r, dir, file);
    } else {
        DIR *d = opendir(path);
        for (struct dirent *e; d && (e = readdir(d));) {
            if (e->d_name[0] != '.')
                find_cases(r, path, e->d_name);
        }
        if (d)
            closedir(d);
    }
    free(path);
}

/* Adds the cases of a command-line argument: a path, with or without the suffix of its file. */
bool find_argument(Runner *r, const char *arg)
{
    static const char *const endings[] = {"", ".go", ".dir", ".ssa", ".s", ".txtar", ".args"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        char *path = format("%s%s", arg, endings[i]), real[PATH_MAX];
        bool found = realpath(path, real) != NULL;
        free(path);
        if (found) {
            char *slash = strrchr(real, '/');
            *slash = 0;
            find_cases(r, real, slash + 1);
            return true;
        }
    }
    fprintf(stderr, "runtests: %s: no such file or directory\n", arg);
    return false;
}
