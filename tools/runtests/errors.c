/* errors.c - errors/, and the error cases of asm/: messages against `// ERROR "regexp"` comments and .want files. */
#include "runtests.h"

#include <errno.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
int check_messages(const Job *j, Text source, Result res)
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

int check_errors(const Job *j)
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
    argv[n++] = format("%s/x.a", j->c->task.temp);
    argv[n++] = format("./%s", j->c->file);
    argv[n] = NULL;
    Result res = run_tool(j, argv, NULL);
    if (exists(argv[n - 2]))
        return fail(j, "compile failed but left its output file");
    return check_messages(j, source, res);
}
