/* script.c - driver/ and link/: a script of commands, run line by line in a directory of its own. */
#include "runtests.h"

#include <ctype.h>
#include <errno.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
    s->last = run_tool(s->j, argv, s->in);
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

int check_script(const Job *j)
{
    Text t;
    char *path = format("%s/%s", j->c->dir, j->c->file);
    read_file(path, &t);
    Script s = {.j = j, .work = format("%s/work", j->c->task.temp)};
    if (mkdir(s.work, 0777) != 0 || chdir(s.work) != 0)
        return fail(j, "%s: %s", s.work, strerror(errno));
    size_t length = extract_files(j, t);
    setenv("PATH", j->r->search, 1);
    setenv("WORK", s.work, 1);
    setenv("PWD", s.work, 1);
    setenv("TMPDIR", j->c->task.temp, 1);
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
