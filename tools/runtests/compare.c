/* compare.c - what a case says is wrong: lines of the report, differences, and the files that hold what must come out. */
#include "runtests.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MaxDiff = 8,                    /* lines of a difference that are shown on each side */
    MaxLines = 30,                  /* lines of a text that are shown */
    MaxWidth = 300,                 /* bytes of a line that are shown */
};

/* Writes a line of the report; returns 1, the status of a case that failed. */
int fail(const Job *j, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vfprintf(j->report, fmt, ap);
    va_end(ap);
    fputc('\n', j->report);
    return 1;
}

void report_text(const Job *j, const char *title, Text t)
{
    if (t.len == 0)
        return;
    fprintf(j->report, "%s:\n", title);
    const char *rest = t.p, *line;
    size_t n, shown = 0;
    while (next_line(&rest, t.p + t.len, &line, &n) && shown++ < MaxLines)
        fprintf(j->report, "    %.*s\n", (int)(n > MaxWidth ? MaxWidth : n), line);
}

int fail_result(const Job *j, const char *what, Result res)
{
    fail(j, "%s: exit status %d", what, res.status);
    report_text(j, "stdout", res.out);
    report_text(j, "stderr", res.err);
    return 1;
}

static void print_diff_side(const Job *j, char mark, const char *from, const char *to)
{
    const char *line;
    size_t n, shown = 0;
    while (shown++ < MaxDiff && next_line(&from, to, &line, &n))
        fprintf(j->report, "    %c%.*s\n", mark, (int)(n > MaxWidth ? MaxWidth : n), line);
    if (from < to)
        fprintf(j->report, "    %c...\n", mark);
}

/* Prints the lines between the common head and the common tail of want and got. */
void print_diff(const Job *j, Text want, Text got)
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
int check_golden(const Job *j, const char *suffix, Text got)
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
