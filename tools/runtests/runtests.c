/* runtests.c - runs the cases under testdata/ and says which ones do not do what is written beside them.
 *
 * Idea: nothing is registered. A case is a file; the directory it stands in says how it is judged:
 *
 *   run/X.go or run/X.dir/       built and run three times; X.out X.err X.status hold what must come out
 *   run/X.go, syntax/X.go        what compile prints of each stage is read back: it must make the same again
 *   errors/X.go                  compile must report what `// ERROR "regexp"` says, and print exactly X.want
 *   ssa/PASS/X.ssa               `compile -from=ssa -ssapass=PASS` must print X.want
 *   asm/X.s                      asm must make the bytes that stand in the comment of each line
 *   driver/X.txtar link/X.txtar  a script, then the files that it needs
 *
 * The parent finds the cases and keeps N of them running. Each case is a process of its own (a fork of this
 * program, in its own process group and temporary directory, with limits on memory and file size) which runs
 * the tools, compares, and writes what is wrong to the file `report`. The parent kills the group when its time
 * is up, collects the report and removes the directory. A case that failed is run once more, alone, before it counts.
 *
 * The tools are found beside this program (-root names another tree: with -root "$(go env GOROOT)" the same
 * cases are judged, and with -u written, by gc). Leaves nothing behind. Details: testdata/README.md.
 */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <regex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    DefaultTimeout = 60,            /* seconds of wall time for a case that does not say */
    MemoryLimitGB = 4,              /* data that a process of a case may have */
    RerunBudget = 300,              /* seconds that the second chances may take together */
    MaxArgs = 64,                   /* words in one command */
    MaxReport = 6000,               /* bytes of a report that are shown */
    MaxDiff = 8,                    /* lines of a difference that are shown on each side */
};

/* Address sanitizers reserve terabytes and slow everything down. */
#if defined(__SANITIZE_ADDRESS__)
enum { SlowFactor = 5, LimitToolMemory = false };
#else
enum { SlowFactor = 1, LimitToolMemory = true };
#endif

/* A string that grows; p is always terminated by a NUL that len does not count. */
typedef struct Text {
    char *p;
    size_t len, cap;
} Text;

typedef enum Kind { KindRun, KindRoundTrip, KindErrors, KindSsa, KindAsm, KindScript } Kind;

/* The directory that says how a case in it is judged, and the suffix its main file has. */
typedef struct Suite {
    const char *dir, *suffix;
    Kind kind;
} Suite;

static const Suite suites[] = {
    {"run", ".go", KindRun},   {"syntax", ".go", KindRoundTrip},    {"errors", ".go", KindErrors},
    {"ssa", ".ssa", KindSsa},
    {"asm", ".s", KindAsm},    {"driver", ".txtar", KindScript},    {"link", ".txtar", KindScript},
};

/* One way to build and run a program of run/. */
typedef struct Mode {
    const char *word;               /* as -mode spells it */
    const char *label;              /* follows the name of the case */
    const char *gcflags;            /* value of -gcflags, or NULL */
    bool gcstress;                  /* runs with GODEBUG=gcstress=1, or what the program says */
} Mode;

static const Mode modes[] = {
    {"plain", "", NULL, false},
    {"noopt", "[-N -l]", "all=-N -l", false},
    {"gcstress", "[gcstress]", NULL, true},
    {"roundtrip", "[round trip]", NULL, false}, /* not run: KindRoundTrip */
};
enum { NumModes = sizeof modes / sizeof modes[0], NumSuites = sizeof suites / sizeof suites[0] };

/* One thing to judge. The strings belong to the case. */
typedef struct Case {
    Kind kind;
    const Mode *mode;               /* of a run case */
    char *name;                     /* run/hello[-N -l] */
    char *dir;                      /* directory that holds the file, absolute */
    char *file;                     /* name of the file in it */
    char *stem;                     /* the same without the suffix */
    int timeout;                    /* seconds */
    /* While it runs. */
    pid_t pid;                      /* leader of its process group, 0 when not running */
    double started, seconds;        /* start, and time taken, by the monotonic clock */
    char *temp;                     /* its temporary directory */
    bool timed_out;
    /* Afterwards. */
    bool failed;
    Text report;                    /* what was wrong */
} Case;

typedef struct Runner {
    char root[PATH_MAX];            /* tree that holds bin/ and pkg/tool/linux_amd64 */
    char temp[PATH_MAX];            /* directory for the cases' directories */
    char search[8 * PATH_MAX];      /* PATH for scripts: ggo first, no other Go */
    bool gc;                        /* the tree is gc's own: the referee's turn */
    bool update, verbose;
    const char *mode;               /* only this mode, or NULL */
    int jobs;
    Case *cases;
    size_t num_cases, cap_cases;
    char **env;                     /* of the parent, to hand on */
} Runner;

/* What a case process has at hand. */
typedef struct Job {
    const Runner *r;
    const Case *c;
    FILE *report;
    char *program;                  /* of a run case: what was built */
    char compile[PATH_MAX + 64], asmbler[PATH_MAX + 64], driver[PATH_MAX + 64];
} Job;

/* ---- text ---- */

static void *must(void *p)
{
    if (!p) {
        fputs("runtests: out of memory\n", stderr);
        abort();
    }
    return p;
}

static char *copy_string(const char *s)
{
    return must(strdup(s));
}

static void text_add(Text *t, const char *s, size_t n)
{
    if (t->len + n + 1 > t->cap) {
        t->cap = (t->len + n + 1) * 2;
        t->p = must(realloc(t->p, t->cap));
    }
    if (n > 0)
        memcpy(t->p + t->len, s, n);
    t->len += n;
    t->p[t->len] = 0;
}

static void text_puts(Text *t, const char *s)
{
    text_add(t, s, strlen(s));
}

static bool text_equal(Text a, Text b)
{
    return a.len == b.len && memcmp(a.p, b.p, a.len) == 0;
}

/* Returns a new string, formatted. */
__attribute__((format(printf, 1, 2)))
static char *format(const char *fmt, ...)
{
    char *s = NULL;
    size_t n;
    FILE *f = must(open_memstream(&s, &n));
    va_list ap;
    va_start(ap, fmt);
    vfprintf(f, fmt, ap);
    va_end(ap);
    fclose(f);
    return must(s);
}

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

static bool has_prefix(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

/* Cuts the next line out of *rest; false at the end. The line has no newline and is not terminated. */
static bool next_line(const char **rest, const char *end, const char **line, size_t *n)
{
    if (*rest >= end)
        return false;
    const char *nl = memchr(*rest, '\n', (size_t)(end - *rest));
    *line = *rest;
    *n = (size_t)((nl ? nl : end) - *rest);
    *rest = nl ? nl + 1 : end;
    return true;
}

/* ---- files ---- */

static bool read_file(const char *path, Text *t)
{
    *t = (Text){0};
    text_add(t, "", 0);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    char chunk[1 << 16];
    ssize_t n;
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        text_add(t, chunk, (size_t)n);
    close(fd);
    return n == 0;
}

static bool write_file(const char *path, Text t)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return false;
    for (size_t done = 0; done < t.len;) {
        ssize_t n = write(fd, t.p + done, t.len - done);
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    return close(fd) == 0;
}

static bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

/* Removes path and what is below it; directories without permissions get them first. */
static void remove_all(const char *path)
{
    if (unlink(path) == 0)
        return;
    chmod(path, 0700);
    DIR *d = opendir(path);
    if (d) {
        for (struct dirent *e; (e = readdir(d));) {
            if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
                continue;
            char *child = format("%s/%s", path, e->d_name);
            remove_all(child);
            free(child);
        }
        closedir(d);
    }
    rmdir(path);
}

/* Makes path and the directories above it. */
static void make_dirs(const char *path)
{
    char *p = copy_string(path);
    for (char *s = p + 1; *s; s++) {
        if (*s == '/') {
            *s = 0;
            mkdir(p, 0777);
            *s = '/';
        }
    }
    mkdir(p, 0777);
    free(p);
}

/* ---- running a command, in a case process ---- */

/* What a command left. */
typedef struct Result {
    int status;                     /* exit status, or 128 + signal */
    Text out, err;
} Result;

static void limit(int what, unsigned long long bytes)
{
    struct rlimit rl = {.rlim_cur = (rlim_t)bytes, .rlim_max = (rlim_t)bytes};
    setrlimit(what, &rl);
}

/* Runs argv with standard input from in (or /dev/null) and waits for it. argv[0] is looked up in PATH. */
static Result run_command(const Job *j, char *const argv[], const char *in)
{
    char *out = format("%s/stdout", j->c->temp), *err = format("%s/stderr", j->c->temp);
    fflush(j->report);
    pid_t pid = fork();
    if (pid == 0) {
        int i = open(in ? in : "/dev/null", O_RDONLY);
        int o = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666);
        int e = open(err, O_WRONLY | O_CREAT | O_TRUNC, 0666);
        if (i < 0 || o < 0 || e < 0 || dup2(i, 0) < 0 || dup2(o, 1) < 0 || dup2(e, 2) < 0)
            _exit(126);
        close(i), close(o), close(e);
        if (LimitToolMemory || argv[0] == j->program)
            limit(RLIMIT_DATA, (unsigned long long)MemoryLimitGB << 30);
        execvp(argv[0], argv);
        dprintf(2, "runtests: %s: %s\n", argv[0], strerror(errno));
        _exit(127);
    }
    Result res = {.status = 126};
    int st;
    if (pid > 0 && waitpid(pid, &st, 0) == pid)
        res.status = WIFEXITED(st) ? WEXITSTATUS(st) : 128 + WTERMSIG(st);
    read_file(out, &res.out);
    read_file(err, &res.err);
    free(out), free(err);
    return res;
}

/* Writes a line of the report; returns 1, the status of a case that failed. */
__attribute__((format(printf, 2, 3)))
static int fail(const Job *j, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vfprintf(j->report, fmt, ap);
    va_end(ap);
    fputc('\n', j->report);
    return 1;
}

static void report_text(const Job *j, const char *title, Text t)
{
    if (t.len == 0)
        return;
    fprintf(j->report, "%s:\n", title);
    const char *rest = t.p, *line;
    size_t n, shown = 0;
    while (next_line(&rest, t.p + t.len, &line, &n) && shown++ < 30)
        fprintf(j->report, "    %.*s\n", (int)(n > 300 ? 300 : n), line);
}

static int fail_result(const Job *j, const char *what, Result res)
{
    fail(j, "%s: exit status %d", what, res.status);
    report_text(j, "stdout", res.out);
    report_text(j, "stderr", res.err);
    return 1;
}

/* ---- comparing ---- */

static void print_diff_side(const Job *j, char mark, const char *from, const char *to)
{
    const char *line;
    size_t n, shown = 0;
    while (shown++ < MaxDiff && next_line(&from, to, &line, &n))
        fprintf(j->report, "    %c%.*s\n", mark, (int)(n > 300 ? 300 : n), line);
    if (from < to)
        fprintf(j->report, "    %c...\n", mark);
}

/* Prints the lines between the common head and the common tail of want and got. */
static void print_diff(const Job *j, Text want, Text got)
{
    size_t head = 0, line = 1, tail = 0;
    size_t least = want.len < got.len ? want.len : got.len;
    for (size_t i = 0; i < least && want.p[i] == got.p[i]; i++) {
        if (want.p[i] == '\n') {
            head = i + 1;
            line++;
        }
    }
    for (size_t i = 0; i < least - head && want.p[want.len - 1 - i] == got.p[got.len - 1 - i]; i++) {
        if (want.p[want.len - 1 - i] == '\n')
            tail = i;
    }
    fprintf(j->report, "    line %zu:\n", line);
    print_diff_side(j, '-', want.p + head, want.p + want.len - tail);
    print_diff_side(j, '+', got.p + head, got.p + got.len - tail);
}

/* Compares got with the file dir/stem+suffix (missing means empty), or writes the file under -u. */
static int check_golden(const Job *j, const char *suffix, Text got)
{
    char *path = format("%s/%s%s", j->c->dir, j->c->stem, suffix);
    Text want;
    int bad = 0;
    if (j->r->update) {
        if (got.len == 0)
            unlink(path);
        else if (!write_file(path, got))
            bad = fail(j, "cannot write %s: %s", path, strerror(errno));
    } else {
        read_file(path, &want);
        if (!text_equal(want, got)) {
            bad = fail(j, "%s%s differs", j->c->stem, suffix);
            print_diff(j, want, got);
        }
    }
    free(path);
    return bad;
}

/* ---- tracebacks ----
 *
 * Addresses, goroutine numbers and the frames of the runtime differ from build to build. What must agree is the message,
 * the headers, the frames of package main with their file and line, and what made the goroutine. So, on both sides:
 *
 *   0x1f                            -> 0x?
 *   goroutine 18 [running]:         -> goroutine N [running]:          (goroutine 1 keeps its number)
 *   goroutine 1 gp=0x1 m=0 mp=0x2 [ -> goroutine 1 [
 *   goroutines with none but frames of the runtime are left out
 *   main.f(0x1, {0x2, 0x3})         -> main.f(...)
 *   <tab>/path/x.go:12 +0x1d        -> <tab>x.go:12
 *   ...70 frames elided...          -> ...N frames elided...
 *   frames of other packages, and the whole of `runtime stack:`, are dropped
 */

/* Appends n bytes of s with every hexadecimal number hidden. */
static void add_without_hex(Text *t, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        if (i + 2 < n && s[i] == '0' && s[i + 1] == 'x' && isxdigit((unsigned char)s[i + 2])) {
            text_puts(t, "0x?");
            for (i += 2; i < n && isxdigit((unsigned char)s[i]);)
                i++;
        } else {
            text_add(t, s + i++, 1);
        }
    }
}

/* Appends a line that ends in a goroutine number: s is the text before, id the number and what follows it. */
static void add_goroutine(Text *t, const char *before, const char *id)
{
    text_puts(t, before);
    size_t digits = strspn(id, "0123456789");
    text_puts(t, digits == 1 && id[0] == '1' ? "1" : "N");
    const char *status = strstr(id, " [");
    if (status)
        text_puts(t, status);
    text_puts(t, "\n");
}

/* Appends "<tab>x.go:12" for "<tab>/path/x.go:12 +0x1d". */
static void add_frame_position(Text *t, const char *line)
{
    const char *slash = strrchr(line, '/'), *from = slash ? slash + 1 : line + 1;
    text_puts(t, "\t");
    text_add(t, from, strcspn(from, " "));
    text_puts(t, "\n");
}

/* Appends the line of a stack frame unless it is another package's; returns whether it was kept. */
static bool add_frame(Text *t, const char *line)
{
    static const char created[] = "created by ", in[] = " in goroutine ";
    if (has_prefix(line, created)) {
        const char *id = strstr(line, in);
        if (!id || !has_prefix(line + sizeof created - 1, "main."))
            return false;
        char *before = format("%.*s%s", (int)(id - line), line, in);
        add_goroutine(t, before, id + sizeof in - 1);
        free(before);
        return true;
    }
    if (strstr(line, " frames elided...")) {
        text_puts(t, "...N frames elided...\n");
        return false;
    }
    const char *paren = strrchr(line, '(');
    if (!has_prefix(line, "main.") || !paren)
        return false;
    text_add(t, line, (size_t)(paren - line));
    text_puts(t, "(...)\n");
    return true;
}

static bool is_goroutine_header(const char *line)
{
    return has_prefix(line, "goroutine ") && isdigit((unsigned char)line[10]) && strstr(line, " [") && has_suffix(line, ":");
}

/* Returns the text of standard error with what may differ hidden. */
static Text normalise(Text in)
{
    enum { Outside, Goroutine, RuntimeStack } where = Outside;
    bool kept = false;              /* the last frame was kept, so its position is */
    bool any = true;                /* the goroutine has a frame that was kept */
    size_t start = 0;               /* where its text begins */
    bool dropped = false;
    Text t = {0};
    text_add(&t, "", 0);
    const char *rest = in.p, *s;
    size_t n;
    while (next_line(&rest, in.p + in.len, &s, &n)) {
        char *line = format("%.*s", (int)n, s);
        bool whole = strlen(line) == n;     /* no NUL inside */
        if (whole && is_goroutine_header(line)) {
            start = t.len;
            any = false;
            add_goroutine(&t, "goroutine ", line + 10);
            where = Goroutine;
        } else if (whole && strcmp(line, "runtime stack:") == 0) {
            where = RuntimeStack;
        } else if (where == RuntimeStack) {
            where = n == 0 ? Outside : RuntimeStack;
        } else if (where == Goroutine && n == 0 && !any) { /* one of the runtime's own: it goes, and the line behind it */
            t.len = start;
            where = Outside;
            dropped = true;
        } else if (n == 0 || where == Outside) {
            where = Outside;
            add_without_hex(&t, s, n);
            if (rest > s + n)               /* the last line may lack its newline */
                text_puts(&t, "\n");
        } else if (line[0] == '\t') {
            if (kept)
                add_frame_position(&t, line);
        } else {
            kept = add_frame(&t, line);
            any = any || kept;
        }
        free(line);
    }
    if (where == Goroutine && !any) {
        t.len = start;
        dropped = true;
    }
    if (dropped && t.len > 1 && t.p[t.len - 1] == '\n' && t.p[t.len - 2] == '\n')
        t.len--; /* the line in front of it */
    return t;
}

/* ---- what a case says about itself ---- */

/* Finds "// KEY value" (or "# KEY value") among the comment lines that open a file. */
static char *header_value(const char *text, const char *key)
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
static size_t split_words(const char *s, char **argv, size_t n)
{
    char *copy = copy_string(s), *save = NULL;
    for (char *w = strtok_r(copy, " \t\n", &save); w && n < MaxArgs - 1; w = strtok_r(NULL, " \t\n", &save))
        argv[n++] = w;
    argv[n] = NULL;
    return n;
}

/* Reads dir/stem+suffix; an absent file is an empty text. */
static Text case_file(const Job *j, const char *suffix)
{
    char *path = format("%s/%s%s", j->c->dir, j->c->stem, suffix);
    Text t;
    read_file(path, &t);
    free(path);
    return t;
}

/* ---- run/ ---- */

/* Fills argv with the packages or files to build; goes to the directory they are named from. */
static size_t program_args(const Job *j, char **argv, size_t n)
{
    if (chdir(j->c->dir) != 0)
        return n;
    if (!has_suffix(j->c->file, ".dir")) {
        argv[n++] = j->c->file;
        return n;
    }
    if (chdir(j->c->file) != 0)
        return n;
    if (exists("go.mod")) {
        argv[n++] = ".";
        return n;
    }
    DIR *d = opendir(".");
    size_t first = n;
    for (struct dirent *e; d && (e = readdir(d)) && n < MaxArgs - 1;) {
        if (!has_suffix(e->d_name, ".go"))
            continue;
        size_t at = n++;
        for (; at > first && strcmp(argv[at - 1], e->d_name) > 0; at--)
            argv[at] = argv[at - 1];
        argv[at] = copy_string(e->d_name);
    }
    if (d)
        closedir(d);
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

static int check_run(const Job *j)
{
    char *argv[MaxArgs] = {(char *)j->driver, "build", "-o", j->program};
    size_t n = 4;
    if (j->c->mode->gcflags) {
        argv[n++] = "-gcflags";
        argv[n++] = (char *)j->c->mode->gcflags;
    }
    n = program_args(j, argv, n);
    argv[n] = NULL;
    Result res = run_command(j, argv, NULL);
    if (res.status != 0)
        return fail_result(j, "ggo build", res);

    Text args = case_file(j, ".args");
    char *run[MaxArgs] = {j->program};
    split_words(args.p, run, 1);
    set_program_env(j);
    res = run_command(j, run, NULL);

    Text status = {0};
    text_add(&status, "", 0);
    if (res.status != 0) {
        char *s = format("%d\n", res.status);
        text_puts(&status, s);
        free(s);
    }
    Text want_err = case_file(j, ".err");
    int bad = check_golden(j, ".status", status);
    bad |= check_golden(j, ".out", res.out);
    if (!j->r->update && text_equal(normalise(want_err), normalise(res.err)))
        return bad;
    return bad | check_golden(j, ".err", normalise(res.err));
}

/* ---- errors/ and the error cases of asm/ ---- */

/* A `// ERROR "regexp"`, or a message that the tool printed. */
typedef struct Remark {
    int line;
    char *text;
    bool matched;
} Remark;

typedef struct Remarks {
    Remark v[512];
    size_t n;
} Remarks;

static void add_remark(Remarks *rs, int line, char *text)
{
    if (rs->n < sizeof rs->v / sizeof rs->v[0])
        rs->v[rs->n++] = (Remark){line, text, false};
}

/* Collects the quoted regexps after `// ERROR` or `/_* ERROR` on every line of source. */
static void find_expectations(Text source, Remarks *rs)
{
    const char *rest = source.p, *s;
    size_t n;
    for (int lineno = 1; next_line(&rest, source.p + source.len, &s, &n); lineno++) {
        char *line = format("%.*s", (int)n, s);
        char *p = strstr(line, "// ERROR ");
        if (!p)
            p = strstr(line, "/* ERROR ");
        for (p = p ? p + 9 : NULL; p && (p = strpbrk(p, "\"`"));) {
            char *close = strchr(p + 1, *p);
            if (!close)
                break;
            add_remark(rs, lineno, format("%.*s", (int)(close - p - 1), p + 1));
            p = close + 1;
        }
        free(line);
    }
}

/* Collects messages "file:line[:col]: text"; lines that start with a tab belong to the message before. */
static void find_messages(Text output, Remarks *rs)
{
    const char *rest = output.p, *s;
    size_t n;
    while (next_line(&rest, output.p + output.len, &s, &n)) {
        char *line = format("%.*s", (int)n, s);
        char *colon = strchr(line, ':');
        int at = colon ? atoi(colon + 1) : 0;
        if (line[0] == '\t' && rs->n > 0) {
            char *longer = format("%s\n%s", rs->v[rs->n - 1].text, line);
            rs->v[rs->n - 1].text = longer;
        } else if (has_suffix(line, "too many errors") || strncmp(line, "asm: assembly ", 14) == 0) {
            continue;
        } else if (at > 0) {
            char *text = strstr(colon, ": ");
            add_remark(rs, at, text ? text + 2 : colon);
        } else {
            add_remark(rs, 0, line);
        }
    }
}

/* Every expectation needs a message on its line, and every message an expectation. */
static int match_remarks(const Job *j, Remarks *want, Remarks *got)
{
    int bad = 0;
    for (size_t i = 0; i < want->n; i++) {
        regex_t re;
        if (regcomp(&re, want->v[i].text, REG_EXTENDED | REG_NOSUB) != 0) {
            bad = fail(j, "%s:%d: bad regexp `%s`", j->c->file, want->v[i].line, want->v[i].text);
            continue;
        }
        for (size_t k = 0; k < got->n; k++) {
            if (got->v[k].line == want->v[i].line && regexec(&re, got->v[k].text, 0, NULL, 0) == 0)
                got->v[k].matched = want->v[i].matched = true;
        }
        regfree(&re);
        if (!want->v[i].matched)
            bad = fail(j, "%s:%d: no error that matches `%s`", j->c->file, want->v[i].line, want->v[i].text);
    }
    for (size_t k = 0; k < got->n; k++) {
        if (!got->v[k].matched)
            bad = fail(j, "%s:%d: unexpected error: %s", j->c->file, got->v[k].line, got->v[k].text);
    }
    return bad;
}

/* Judges what a tool said about the source file of the case. */
static int check_messages(const Job *j, Text source, Result res)
{
    static Remarks want, got;       /* too large for a stack; a case process comes here once */
    Text output = {0};
    text_add(&output, res.out.p, res.out.len);
    text_add(&output, res.err.p, res.err.len);
    if (res.status == 0 || res.status >= 126)
        return fail_result(j, "errors were expected", res);
    find_expectations(source, &want);
    find_messages(output, &got);
    char *golden = format("%s/%s.want", j->c->dir, j->c->stem);
    bool complete = exists(golden) || j->r->update;
    if (!complete && want.n == 0)
        return fail(j, "the case has neither an ERROR comment nor a .want file");
    int bad = want.n > 0 ? match_remarks(j, &want, &got) : 0;
    return bad | (complete ? check_golden(j, ".want", output) : 0);
}

static int check_errors(const Job *j)
{
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    Text source;
    read_file(j->c->file, &source);
    char *argv[MaxArgs] = {(char *)j->compile, "-p", "p"};
    size_t n = 3;
    char *flags = header_value(source.p, "flags");
    if (flags)
        n = split_words(flags, argv, n);
    argv[n++] = "-o";
    argv[n++] = format("%s/x.a", j->c->temp);
    argv[n++] = format("./%s", j->c->file);
    argv[n] = NULL;
    Result res = run_command(j, argv, NULL);
    if (exists(argv[n - 2]))
        return fail(j, "compile failed but left its output file");
    return check_messages(j, source, res);
}

/* ---- round trips ----
 *
 * Every text that compile prints of a stage can be read back. Read and printed again it must be the same, and what is made
 * from it must be what is made from the source. */

/* Runs a program with the words up to NULL; false, and a report, when it fails. */
static bool tool_text(const Job *j, Text *out, const char *program, ...)
{
    char *argv[MaxArgs] = {(char *)program};
    size_t n = 1;
    va_list ap;
    va_start(ap, program);
    for (char *word; n < MaxArgs - 1 && (word = va_arg(ap, char *));)
        if (*word)
            argv[n++] = word;
    va_end(ap);
    Result res = run_command(j, argv, NULL);
    *out = res.out;
    free(res.err.p);
    if (res.status == 0)
        return true;
    fprintf(j->report, "%s", strrchr(program, '/') + 1);
    for (size_t i = 1; i < n; i++)
        fprintf(j->report, " %s", argv[i]);
    fail(j, ": exit status %d", res.status);
    report_text(j, "stdout", res.out);
    return false;
}

/* What a round trip works on. */
typedef struct Trip {
    const Job *j;
    char *pkg;                      /* -p */
    char *flag;                     /* one more flag of compile, or "" */
    char *file;                     /* the Go source */
    char *text;                     /* file for the text of a stage */
    char *object;                   /* file for what is made from that text */
    Text archive;                   /* made from the source */
    Text listing;                   /* -dump=asm of the source */
} Trip;

static int compare_trip(const Trip *t, const char *what, Text want, Text got)
{
    if (text_equal(want, got))
        return 0;
    fail(t->j, "%s%s%s: not the same after reading it back (%zu bytes, %zu bytes)", what, *t->flag ? " " : "", t->flag, want.len, got.len);
    if (memchr(want.p, 0, want.len) == NULL)
        print_diff(t->j, want, got);
    return 1;
}

/* Dumps a stage into t->text, reads it, dumps it again. */
static int trip_stage(const Trip *t, const char *stage)
{
    char *dump = format("-dump=%s", stage), *from = format("-from=%s", stage);
    Text want, got = {0};
    bool ok = tool_text(t->j, &want, t->j->compile, "-p", t->pkg, t->flag, dump, t->file, NULL);
    if (ok && !write_file(t->text, want))
        ok = !fail(t->j, "cannot write %s", t->text);
    ok = ok && tool_text(t->j, &got, t->j->compile, "-p", t->pkg, t->flag, from, dump, t->text, NULL);
    int bad = ok ? compare_trip(t, stage, want, got) : 1;
    free(dump), free(from), free(want.p), free(got.p);
    return bad;
}

/* SSA after a pass: goes on from there to the instructions that the source leads to. */
static int trip_ssa(const Trip *t, const char *pass)
{
    char *stage = format("ssa:%s", pass), *from = format("-from=%s", stage);
    Text got;
    int bad = trip_stage(t, stage);
    if (!bad)
        bad = !tool_text(t->j, &got, t->j->compile, "-p", t->pkg, t->flag, from, "-dump=asm", t->text, NULL)
              || compare_trip(t, from, t->listing, got);
    free(stage), free(from);
    return bad;
}

/* The tree makes the same archive. */
static int trip_tree(const Trip *t)
{
    Text none, got;
    if (trip_stage(t, "ast"))
        return 1;
    if (!tool_text(t->j, &none, t->j->compile, "-p", t->pkg, t->flag, "-from=ast", "-o", t->object, t->text, NULL))
        return 1;
    read_file(t->object, &got);
    return compare_trip(t, "archive from -from=ast", t->archive, got);
}

/* The member _go_.o of an archive. */
static Text object_of(Text archive)
{
    enum { Header = 60, SizeAt = 48 };
    for (size_t at = 8; at + Header <= archive.len;) {
        size_t size = (size_t)strtoul(archive.p + at + SizeAt, NULL, 10);
        if (strncmp(archive.p + at, "_go_.o ", 7) == 0 && at + Header + size <= archive.len)
            return (Text){.p = archive.p + at + Header, .len = size};
        at += Header + size + size % 2;
    }
    return (Text){.p = archive.p};
}

/* The listing assembles to the same object. */
static int trip_assembly(const Trip *t)
{
    Text source, none, got;
    if (!tool_text(t->j, &source, t->j->compile, "-p", t->pkg, t->flag, "-S=asm", t->file, NULL))
        return 1;
    if (!write_file(t->text, source))
        return fail(t->j, "cannot write %s", t->text);
    if (!tool_text(t->j, &none, t->j->asmbler, "-p", t->pkg, "-o", t->object, t->text, NULL))
        return 1;
    read_file(t->object, &got);
    return compare_trip(t, "object from -S=asm", object_of(t->archive), got);
}

/* Makes t->archive and t->listing. */
static bool compile_source(Trip *t)
{
    Text none;
    if (!tool_text(t->j, &none, t->j->compile, "-p", t->pkg, t->flag, "-o", t->object, t->file, NULL))
        return false;
    read_file(t->object, &t->archive);
    return tool_text(t->j, &t->listing, t->j->compile, "-p", t->pkg, t->flag, "-dump=asm", t->file, NULL);
}

/* Files that import need packages to go beyond the tree. */
static bool has_imports(const char *file)
{
    Text t;
    read_file(file, &t);
    bool found = strstr(t.p, "\nimport ") != NULL;
    free(t.p);
    return found;
}

static int check_round_trip(const Job *j)
{
    static const char *const passes[] = {"start", "lower", "regalloc"};
    bool program = j->c->mode != NULL;
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    Trip t = {.j = j, .pkg = program ? "main" : "p", .flag = "", .file = j->c->file,
              .text = format("%s/text", j->c->temp), .object = format("%s/object", j->c->temp)};
    if (!program || has_imports(t.file))
        return trip_stage(&t, "tokens") | trip_stage(&t, "ast");
    int bad = !compile_source(&t) || (trip_stage(&t, "tokens") | trip_tree(&t) | trip_stage(&t, "types") | trip_assembly(&t));
    for (size_t i = 0; i < sizeof passes / sizeof passes[0] && !bad; i++)
        bad = trip_ssa(&t, passes[i]);
    t.flag = "-N";
    return bad || !compile_source(&t) || trip_assembly(&t);
}

/* ---- ssa/ ---- */

static int check_ssa(const Job *j)
{
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    const char *slash = strrchr(j->c->dir, '/');
    char *pass = format("-ssapass=%s", slash ? slash + 1 : j->c->dir);
    char *argv[] = {(char *)j->compile, "-from=ssa", pass, "-o", "-", j->c->file, NULL};
    Result res = run_command(j, argv, NULL);
    if (res.status != 0)
        return fail_result(j, "compile -from=ssa", res);
    return check_golden(j, ".want", res.out);
}

/* ---- asm/ ---- */

/* Copies the hexadecimal digits of s, in small letters, up to n bytes or " or "; false when it holds anything else. */
static bool hex_bytes(const char *s, size_t n, Text *t)
{
    *t = (Text){0};
    text_add(t, "", 0);
    for (size_t i = 0; i < n; i++) {
        if (s[i] == ' ' || s[i] == '\t' || s[i] == '\r')
            continue;
        if (!isxdigit((unsigned char)s[i]))
            return false;
        char c = (char)tolower((unsigned char)s[i]);
        text_add(t, &c, 1);
    }
    return t->len > 0 && t->len % 2 == 0;
}

/* Gathers the bytes that `asm -bytes` printed as "file:LINE: hex" for one line. */
static Text bytes_of_line(Text listing, int lineno)
{
    Text all = {0};
    text_add(&all, "", 0);
    const char *rest = listing.p, *s;
    size_t n;
    while (next_line(&rest, listing.p + listing.len, &s, &n)) {
        const char *colon = memchr(s, ':', n);
        char *after;
        if (!colon || strtol(colon + 1, &after, 10) != lineno || *after != ':')
            continue;
        Text hex;
        if (hex_bytes(after + 1, (size_t)(s + n - after - 1), &hex))
            text_add(&all, hex.p, hex.len);
        free(hex.p);
    }
    return all;
}

/* Compares the bytes of one line with the alternatives ("hex or hex") in its comment. */
static int check_line_bytes(const Job *j, int lineno, const char *comment, Text got)
{
    for (const char *s = comment;;) {
        const char *or = strstr(s, " or ");
        Text want;
        if (!hex_bytes(s, or ? (size_t)(or - s) : strlen(s), &want))
            return 0;               /* an ordinary comment */
        bool same = text_equal(want, got);
        free(want.p);
        if (same)
            return 0;
        if (!or)
            return fail(j, "%s:%d: want %s, got %s", j->c->file, lineno, comment, got.len ? got.p : "nothing");
        s = or + 4;
    }
}

static int check_asm(const Job *j)
{
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    Text source;
    read_file(j->c->file, &source);
    char *include = format("%s/pkg/include", j->r->root), *object = format("%s/x.o", j->c->temp);
    char *argv[] = {(char *)j->asmbler, "-p", "p", "-I", include, "-bytes", "-o", object, j->c->file, NULL};
    Result res = run_command(j, argv, NULL);
    if (strstr(source.p, "// ERROR "))
        return check_messages(j, source, res);
    if (res.status != 0)
        return fail_result(j, "asm", res);
    int bad = 0;
    const char *rest = source.p, *s;
    size_t n;
    for (int lineno = 1; next_line(&rest, source.p + source.len, &s, &n); lineno++) {
        char *line = format("%.*s", (int)n, s);
        char *comment = strstr(line, "//");
        if (comment && strspn(line, " \t") < (size_t)(comment - line)) {
            Text got = bytes_of_line(res.out, lineno);
            bad |= check_line_bytes(j, lineno, comment + 2 + strspn(comment + 2, " \t"), got);
            free(got.p);
        }
        free(line);
    }
    return bad;
}

/* ---- driver/ and link/: scripts ---- */

typedef struct Script {
    const Job *j;
    int lineno;                     /* of the command that runs */
    char *work;                     /* $WORK, where the script starts */
    char *in;                       /* standard input of the next command, or NULL */
    Result last;                    /* of the last command */
} Script;

/* How a command must end. */
typedef enum Sense { MustSucceed, MustFail, MayFail } Sense;

static int script_fail(Script *s, const char *what, const char *arg)
{
    fail(s->j, "%s:%d: %s%s%s", s->j->c->file, s->lineno, what, *arg ? ": " : "", arg);
    report_text(s->j, "stdout", s->last.out);
    report_text(s->j, "stderr", s->last.err);
    return 1;
}

static int cmd_exec(Script *s, Sense sense, char **argv)
{
    if (strcmp(argv[0], "exec") == 0)
        argv++;
    if (!argv[0])
        return script_fail(s, "exec needs a command", "");
    s->last = run_command(s->j, argv, s->in);
    s->in = NULL;
    if (s->last.status >= 126)
        return script_fail(s, "command could not run or died of a signal", argv[0]);
    if (sense == MustSucceed && s->last.status != 0)
        return script_fail(s, "command failed", argv[0]);
    if (sense == MustFail && s->last.status == 0)
        return script_fail(s, "command succeeded, but should fail", argv[0]);
    return 0;
}

/* The text that a name stands for: stdout, stderr or a file. */
static bool named_text(Script *s, const char *name, Text *t)
{
    if (strcmp(name, "stdout") == 0)
        *t = s->last.out;
    else if (strcmp(name, "stderr") == 0)
        *t = s->last.err;
    else
        return read_file(name, t);
    return true;
}

/* Counts the matches of re in t; lines are lines: ^ and $ match at each. Returns -1 for a bad regexp. */
static int count_matches(const char *re_text, Text t)
{
    regex_t re;
    if (regcomp(&re, re_text, REG_EXTENDED | REG_NEWLINE) != 0)
        return -1;
    int count = 0;
    /* A binary file has NULs: look at each piece between them. */
    for (size_t at = 0; at <= t.len; at += strlen(t.p + at) + 1) {
        regmatch_t m;
        size_t from = at, end = at + strlen(t.p + at);
        while (from <= end && regexec(&re, t.p + from, 1, &m, from > at && t.p[from - 1] != '\n' ? REG_NOTBOL : 0) == 0) {
            count++;
            from += (size_t)m.rm_eo + (m.rm_eo == m.rm_so);
        }
    }
    regfree(&re);
    return count;
}

/* stdout, stderr [-count=N] RE; grep [-count=N] RE FILE */
static int cmd_match(Script *s, Sense sense, char **argv)
{
    const char *where = argv[0];
    int want = -1;
    argv++;
    if (argv[0] && has_prefix(argv[0], "-count="))
        want = atoi(*argv++ + 7);
    Text t;
    bool is_grep = strcmp(where, "grep") == 0;
    if (!argv[0] || (is_grep && !argv[1]))
        return script_fail(s, "missing argument", where);
    if (!named_text(s, is_grep ? argv[1] : where, &t))
        return script_fail(s, "cannot read", is_grep ? argv[1] : where);
    int count = count_matches(argv[0], t);
    if (count < 0)
        return script_fail(s, "bad regexp", argv[0]);
    if (sense == MustFail && count > 0)
        return script_fail(s, "unexpected match", argv[0]);
    if (sense == MustSucceed && (want >= 0 ? count != want : count == 0))
        return script_fail(s, want >= 0 ? "wrong number of matches" : "no match", argv[0]);
    return 0;
}

static char *expand(const char *s);

/* cmp A B: same bytes; cmpenv expands variables in B first. */
static int cmd_cmp(Script *s, Sense sense, char **argv)
{
    Text a, b;
    if (!argv[1] || !argv[2])
        return script_fail(s, "cmp needs two names", "");
    if (!named_text(s, argv[1], &a))
        return script_fail(s, "cannot read", argv[1]);
    if (!named_text(s, argv[2], &b))
        return script_fail(s, "cannot read", argv[2]);
    if (strcmp(argv[0], "cmpenv") == 0) {
        char *e = expand(b.p);
        b = (Text){e, strlen(e), strlen(e) + 1};
    }
    bool same = text_equal(a, b);
    if (sense == MustFail)
        return same ? script_fail(s, "files are equal", argv[2]) : 0;
    if (same)
        return 0;
    fail(s->j, "%s:%d: %s and %s differ", s->j->c->file, s->lineno, argv[1], argv[2]);
    print_diff(s->j, b, a);
    return 1;
}

static int cmd_exists(Script *s, Sense sense, char **argv)
{
    for (argv++; *argv; argv++) {
        if (exists(*argv) != (sense == MustSucceed))
            return script_fail(s, sense == MustSucceed ? "does not exist" : "exists", *argv);
    }
    return 0;
}

/* env KEY=VALUE...; an empty value unsets nothing, it is empty. */
static int cmd_env(Script *s, Sense sense, char **argv)
{
    (void)sense;
    for (argv++; *argv; argv++) {
        char *eq = strchr(*argv, '=');
        if (!eq)
            return script_fail(s, "env needs KEY=VALUE", *argv);
        char *key = format("%.*s", (int)(eq - *argv), *argv);
        setenv(key, eq + 1, 1);
        free(key);
    }
    return 0;
}

static int cmd_cd(Script *s, Sense sense, char **argv)
{
    (void)sense;
    char dir[PATH_MAX];
    if (!argv[1] || chdir(argv[1]) != 0 || !getcwd(dir, sizeof dir))
        return script_fail(s, "cannot cd", argv[1] ? argv[1] : "");
    setenv("PWD", dir, 1);
    return 0;
}

/* cp SRC... DST; a source may be stdout or stderr. */
static int cmd_cp(Script *s, Sense sense, char **argv)
{
    (void)sense;
    size_t n = 0;
    while (argv[n])
        n++;
    if (n < 3)
        return script_fail(s, "cp needs two names", "");
    struct stat st;
    bool into = stat(argv[n - 1], &st) == 0 && S_ISDIR(st.st_mode);
    for (size_t i = 1; i + 1 < n; i++) {
        Text t;
        const char *slash = strrchr(argv[i], '/');
        char *to = into ? format("%s/%s", argv[n - 1], slash ? slash + 1 : argv[i]) : copy_string(argv[n - 1]);
        if (!named_text(s, argv[i], &t) || !write_file(to, t))
            return script_fail(s, "cannot copy", argv[i]);
        if (stat(argv[i], &st) == 0)
            chmod(to, st.st_mode & 0777);
        free(to);
    }
    return 0;
}

static int cmd_rm(Script *s, Sense sense, char **argv)
{
    (void)s, (void)sense;
    for (argv++; *argv; argv++)
        remove_all(*argv);
    return 0;
}

static int cmd_mkdir(Script *s, Sense sense, char **argv)
{
    (void)s, (void)sense;
    for (argv++; *argv; argv++)
        make_dirs(*argv);
    return 0;
}

static int cmd_chmod(Script *s, Sense sense, char **argv)
{
    (void)sense;
    for (size_t i = 2; argv[1] && argv[i]; i++) {
        if (chmod(argv[i], (mode_t)strtol(argv[1], NULL, 8)) != 0)
            return script_fail(s, "cannot chmod", argv[i]);
    }
    return 0;
}

static int cmd_stdin(Script *s, Sense sense, char **argv)
{
    (void)sense;
    s->in = argv[1] ? copy_string(argv[1]) : NULL;
    return 0;
}

static const struct {
    const char *name;
    int (*run)(Script *, Sense, char **argv);
} commands[] = {
    {"exec", cmd_exec},     {"ggo", cmd_exec},      {"sh", cmd_exec},     {"stdout", cmd_match},
    {"stderr", cmd_match},  {"grep", cmd_match},    {"cmp", cmd_cmp},     {"cmpenv", cmd_cmp},
    {"exists", cmd_exists}, {"env", cmd_env},       {"cd", cmd_cd},       {"cp", cmd_cp},
    {"rm", cmd_rm},         {"mkdir", cmd_mkdir},   {"chmod", cmd_chmod}, {"stdin", cmd_stdin},
};

/* Replaces $NAME and ${NAME} by the environment's value. */
static char *expand(const char *s)
{
    Text t = {0};
    text_add(&t, "", 0);
    while (*s) {
        bool brace = s[0] == '$' && s[1] == '{';
        const char *name = s + 1 + brace;
        size_t n = 0;
        if (*s == '$')
            while (isalnum((unsigned char)name[n]) || name[n] == '_')
                n++;
        if (n == 0 || (brace && name[n] != '}')) {
            text_add(&t, s++, 1);
            continue;
        }
        char *key = format("%.*s", (int)n, name);
        const char *value = getenv(key);
        text_puts(&t, value ? value : "");
        free(key);
        s = name + n + brace;
    }
    return t.p;
}

/* Splits a script line into words. 'single quotes' keep blanks and dollars, '' inside them is a quote, and # where
 * a word could start opens a comment. Returns the number of words, or -1 for an unclosed quote. */
static int split_script_line(const char *s, char **argv)
{
    int n = 0;
    for (;;) {
        while (*s == ' ' || *s == '\t')
            s++;
        if (!*s || *s == '#' || n >= MaxArgs - 1)
            break;
        Text word = {0};
        text_add(&word, "", 0);
        while (*s && *s != ' ' && *s != '\t') {
            if (*s == '\'') {
                for (s++; *s && (*s != '\'' || s[1] == '\''); s++) {
                    if (*s == '\'')
                        s++;
                    text_add(&word, s, 1);
                }
                if (!*s++)
                    return -1;
                continue;
            }
            size_t plain = strcspn(s, " \t'");
            char *piece = format("%.*s", (int)plain, s), *value = expand(piece);
            text_puts(&word, value);
            free(piece), free(value);
            s += plain;
        }
        argv[n++] = word.p;
    }
    argv[n] = NULL;
    return n;
}

/* Runs one line of a script: [cond] !|? command args. Conditions: [gc], [!gc]. */
static int script_line(Script *s, const char *line)
{
    char *words[MaxArgs], **argv = words;
    int n = split_script_line(line, words);
    if (n < 0)
        return script_fail(s, "unclosed quote", "");
    for (; argv[0] && argv[0][0] == '['; argv++) {
        bool gc = s->j->r->gc;
        if (strcmp(argv[0], gc ? "[!gc]" : "[gc]") == 0)
            return 0;
        if (strcmp(argv[0], gc ? "[gc]" : "[!gc]") != 0)
            return script_fail(s, "unknown condition", argv[0]);
    }
    Sense sense = MustSucceed;
    if (argv[0] && strlen(argv[0]) == 1 && strchr("!?", argv[0][0]))
        sense = *argv++[0] == '!' ? MustFail : MayFail;
    if (!argv[0])
        return 0;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(argv[0], commands[i].name) == 0)
            return commands[i].run(s, sense, argv);
    }
    return script_fail(s, "unknown command", argv[0]);
}

/* Returns the name in a line "-- name --", or NULL. */
static char *txtar_name(const char *s, size_t n)
{
    while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\r'))
        n--;
    if (n < 7 || memcmp(s, "-- ", 3) != 0 || memcmp(s + n - 3, " --", 3) != 0)
        return NULL;
    return format("%.*s", (int)(n - 6), s + 3);
}

/* Writes the files of archive t below the current directory; returns the length of the script before them. */
static size_t extract_files(const Job *j, Text t)
{
    size_t script = t.len;
    const char *rest = t.p, *end = t.p + t.len, *s;
    char *name = NULL;
    Text body = {0};
    for (;;) {
        size_t n = 0;
        bool more = next_line(&rest, end, &s, &n);
        char *next = more ? txtar_name(s, n) : NULL;
        if (next && script == t.len)
            script = (size_t)(s - t.p);
        if ((next || !more) && name) {
            char *slash = strrchr(name, '/');
            if (slash) {
                *slash = 0;
                make_dirs(name);
                *slash = '/';
            }
            if (!write_file(name, body))
                fail(j, "cannot write %s: %s", name, strerror(errno));
            free(name);
        }
        if (!more)
            break;
        if (next) {
            name = next;
            body.len = 0;
        } else if (name) {
            text_add(&body, s, (size_t)(rest - s));
        }
    }
    free(body.p);
    return script;
}

static int check_script(const Job *j)
{
    Text t;
    char *path = format("%s/%s", j->c->dir, j->c->file);
    read_file(path, &t);
    Script s = {.j = j, .work = format("%s/work", j->c->temp)};
    if (mkdir(s.work, 0777) != 0 || chdir(s.work) != 0)
        return fail(j, "%s: %s", s.work, strerror(errno));
    size_t length = extract_files(j, t);
    setenv("PATH", j->r->search, 1);
    setenv("WORK", s.work, 1);
    setenv("PWD", s.work, 1);
    setenv("TMPDIR", j->c->temp, 1);
    setenv("ROOT", j->r->root, 1);
    const char *rest = t.p, *line;
    size_t n;
    while (next_line(&rest, t.p + length, &line, &n)) {
        s.lineno++;
        char *copy = format("%.*s", (int)n, line);
        int bad = script_line(&s, copy);
        free(copy);
        if (bad)
            return bad;
    }
    return 0;
}

/* ---- a case process ---- */

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

/* The life of a case process. */
static void case_main(const Runner *r, const Case *c)
{
    setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 1ull << 30);
    for (size_t i = 0; i < sizeof unset / sizeof unset[0]; i++)
        unsetenv(unset[i]);
    setenv("LC_ALL", "C", 1);
    if (r->gc) {
        setenv("GOTOOLCHAIN", "local", 1);
        setenv("CGO_ENABLED", "0", 1);
    }
    static Job j;
    j = (Job){.r = r, .c = c, .program = format("%s/a.out", c->temp)};
    char *report = format("%s/report", c->temp);
    j.report = fopen(report, "w");
    if (!j.report)
        _exit(1);
    snprintf(j.driver, sizeof j.driver, "%s/bin/%s", r->root, r->gc ? "go" : "ggo");
    snprintf(j.compile, sizeof j.compile, "%s/pkg/tool/linux_amd64/compile", r->root);
    snprintf(j.asmbler, sizeof j.asmbler, "%s/pkg/tool/linux_amd64/asm", r->root);
    int bad = check_case(&j);
    fflush(j.report);
    _exit(bad ? 1 : 0);
}

/* ---- finding cases ---- */

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
    r->cases[r->num_cases++] = (Case){
        .kind = kind,
        .mode = mode,
        .name = format("%s/%s%s", label, base, mode ? mode->label : ""),
        .dir = copy_string(dir),
        .file = copy_string(file),
        .stem = base,
        .timeout = case_timeout(dir, file),
    };
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
    const char *suffix = suite->kind == KindRun && has_suffix(file, ".dir") ? ".dir" : suite->suffix;
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
        if (round_trip && (r->gc || strcmp(suffix, ".dir") == 0))
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
static bool find_argument(Runner *r, const char *arg)
{
    static const char *const endings[] = {"", ".go", ".dir", ".ssa", ".s", ".txtar"};
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

static int by_name(const void *a, const void *b)
{
    return strcmp(((const Case *)a)->name, ((const Case *)b)->name);
}

/* ---- the parent ---- */

static double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static void start_case(Runner *r, Case *c)
{
    c->temp = format("%s/%zu", r->temp, (size_t)(c - r->cases));
    c->started = now();
    c->timed_out = false;
    c->report.len = 0;
    mkdir(c->temp, 0777);
    fflush(stdout);
    c->pid = fork();
    if (c->pid == 0)
        case_main(r, c);
    if (c->pid > 0)
        setpgid(c->pid, c->pid);
}

/* Takes note of a case process that ended. */
static void finish_case(const Runner *r, Case *c, int status)
{
    kill(-c->pid, SIGKILL);         /* whatever it left running */
    c->pid = 0;
    c->seconds = now() - c->started;
    c->failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    char *path = format("%s/report", c->temp);
    free(c->report.p);
    read_file(path, &c->report);
    free(path);
    if (c->timed_out) {
        char *s = format("stopped after %d s\n", c->timeout);
        text_puts(&c->report, s);
        free(s);
    } else if (c->failed && c->report.len == 0) {
        text_puts(&c->report, "the case process died\n");
    }
    remove_all(c->temp);
    free(c->temp);
    if (r->verbose)
        printf("%-4s %7.2fs %s\n", c->failed ? "FAIL" : "ok", c->seconds, c->name);
}

static void kill_overdue(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++) {
        Case *c = &r->cases[i];
        if (c->pid > 0 && now() - c->started > c->timeout) {
            c->timed_out = true;
            kill(-c->pid, SIGKILL);
        }
    }
}

static void collect_ended(Runner *r, size_t *running)
{
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        for (size_t i = 0; i < r->num_cases; i++) {
            if (r->cases[i].pid == pid) {
                finish_case(r, &r->cases[i], status);
                (*running)--;
            }
        }
    }
}

/* Stops everything when the user interrupts. */
static void give_up(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++) {
        if (r->cases[i].pid > 0)
            kill(-r->cases[i].pid, SIGKILL);
    }
    remove_all(r->temp);
    puts("interrupted");
    fflush(stdout);
    _exit(130);
}

/* Runs the cases for which wanted() holds, at most jobs at a time, until budget seconds are over. The signals are
 * blocked and waited for, so that no handler and no global is needed. */
static void run_cases(Runner *r, bool (*wanted)(const Case *), int jobs, double budget)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD), sigaddset(&set, SIGINT), sigaddset(&set, SIGTERM), sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    double end = now() + budget;
    size_t running = 0, next = 0;
    for (;;) {
        while (running < (size_t)jobs && next < r->num_cases && now() < end) {
            Case *c = &r->cases[next++];
            if (!wanted(c))
                continue;
            start_case(r, c);
            running += c->pid > 0;
        }
        if (running == 0)
            break;
        struct timespec tick = {.tv_nsec = 200 * 1000 * 1000};
        int sig = sigtimedwait(&set, NULL, &tick);
        if (sig > 0 && sig != SIGCHLD)
            give_up(r);
        kill_overdue(r);
        collect_ended(r, &running);
    }
}

static bool every_case(const Case *c)
{
    return c != NULL;
}

static bool failed_case(const Case *c)
{
    return c->failed;
}

/* Prints the reports of what failed, then the totals; returns the exit status. */
static int print_summary(const Runner *r)
{
    size_t failed = 0;
    for (size_t i = 0; i < r->num_cases; i++) {
        const Case *c = &r->cases[i];
        if (!c->failed)
            continue;
        failed++;
        printf("FAIL %s\n", c->name);
        const char *rest = c->report.p, *line;
        size_t n, shown = c->report.len < MaxReport ? c->report.len : MaxReport;
        while (next_line(&rest, c->report.p + shown, &line, &n))
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
    char self[PATH_MAX], *end = NULL;
    if (root) {
        if (!realpath(root, r->root))
            return false;
    } else {
        ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
        if (n <= 0)
            return false;
        self[n] = 0;
        for (int i = 0; i < 2 && (end = strrchr(self, '/')); i++)
            *end = 0;
        snprintf(r->root, sizeof r->root, "%s", self);
    }
    char *ggo = format("%s/bin/ggo", r->root);
    r->gc = root && !exists(ggo);
    free(ggo);
    return true;
}

static int usage(void)
{
    fputs("usage: runtests [-j N] [-u] [-v] [-mode plain|noopt|gcstress|roundtrip] [-root TREE] [PATH...]\n"
          "Runs the cases at PATH (default: testdata). -u rewrites the expected files.\n", stderr);
    return 2;
}

static bool valid_mode(const char *mode)
{
    for (size_t i = 0; i < NumModes; i++) {
        if (!mode || strcmp(mode, modes[i].word) == 0)
            return true;
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
        } else if (value && strcmp(argv[i], "-mode") == 0) {
            r->mode = value, i++;
        } else if (value && strcmp(argv[i], "-root") == 0) {
            *root = value, i++;
        } else {
            return 0;
        }
    }
    return valid_mode(r->mode) ? i : 0;
}

static void free_runner(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++) {
        Case *c = &r->cases[i];
        free(c->name), free(c->dir), free(c->file), free(c->stem), free(c->report.p);
    }
    free(r->cases);
    free(r);
}

int main(int argc, char **argv)
{
    Runner *r = must(calloc(1, sizeof *r));
    const char *root = NULL, *tmp = getenv("TMPDIR");
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
        if (r->num_cases > 0)
            qsort(r->cases, r->num_cases, sizeof *r->cases, by_name);
        run_cases(r, every_case, r->jobs, 1e9);
        run_cases(r, failed_case, 1, RerunBudget);
        status = print_summary(r);
    }
    remove_all(r->temp);
    free_runner(r);
    return status;
}
