/* harness.h - what the test runners share: text, files, commands, and a pool of processes that judge cases.
 *
 * Nothing here knows what is tested. A runner makes a Task of each case and hands them to the pool, which runs so many
 * at once, each in a process of its own, and collects the reports.
 */
#ifndef HARNESS_H
#define HARNESS_H

#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

/* ---- text.c ---- */

/* A string that grows; p is always terminated by a NUL that len does not count. */
typedef struct Text {
    char *p;
    size_t len, cap;
} Text;

/* A list of strings, which it owns; v[n] is NULL so that it can be an argv. */
typedef struct Words {
    char **v;
    size_t n, cap;
} Words;

void *must(void *p);
char *copy_string(const char *s);
__attribute__((format(printf, 1, 2))) char *format(const char *fmt, ...);

void text_add(Text *t, const char *s, size_t n);
void text_puts(Text *t, const char *s);
bool text_equal(Text a, Text b);

bool has_suffix(const char *s, const char *suffix);
bool has_prefix(const char *s, const char *prefix);
const char *base_name(const char *path);
bool next_line(const char **rest, const char *end, const char **line, size_t *n);
char *take_line(const char **rest);

void words_take(Words *w, char *s);
void words_add(Words *w, const char *s);
void words_add_all(Words *w, const Words *more);
bool words_have(const Words *w, const char *s);
void words_sort(Words *w);
void words_free(Words *w);
Words split_quoted(const char *s);

/* ---- files.c ---- */

bool read_file(const char *path, Text *t);
bool write_file(const char *path, Text t);
bool write_string(const char *path, const char *s);
bool exists(const char *path);
bool is_dir(const char *path);
Words list_dir(const char *path, const char *suffix);
void make_dirs(const char *path);
void remove_all(const char *path);
void copy_tree(const char *from, const char *to);
bool tree_above_program(char root[PATH_MAX]);

/* ---- command.c ---- */

/* How to run a program. */
typedef struct Command {
    char *const *argv;              /* argv[0] is looked up in PATH */
    const char *dir;                /* where, or NULL: here */
    const char *in;                 /* file for standard input, or NULL: nothing */
    const char *out, *err;          /* files for what it prints; err NULL: with the rest */
    unsigned long long data;        /* bytes of data that it may have, or 0 */
    double seconds;                 /* wall time that it may take, or 0 */
} Command;

/* What a command left. */
typedef struct Result {
    int status;                     /* exit status, or 128 + signal */
    bool overdue;                   /* stopped because its time was up */
    Text out, err;
} Result;

void limit(int what, unsigned long long bytes);
Result run_command(Command c);
double now(void);

/* ---- pool.c ---- */

/* A case, as the pool sees it. Zeroed but for timeout and wanted. */
typedef struct Task {
    int timeout;                    /* seconds of wall time */
    bool wanted;                    /* the next pool_run runs it */
    /* While it runs. */
    pid_t pid;                      /* leader of its process group, 0 when not running */
    double started;                 /* by the monotonic clock */
    char *temp;                     /* its temporary directory, which goes when it ends */
    bool timed_out;
    /* Afterwards. */
    bool failed;
    double seconds;
    Text report;                    /* what was wrong */
} Task;

typedef struct Pool {
    const char *temp;               /* directory for the tasks' directories */
    void *owner;                    /* handed to the functions */
    bool (*judge)(void *owner, const Task *t, FILE *report); /* in the task's process: whether it passes */
    void (*ended)(void *owner, const Task *t);               /* in the parent, after each, or NULL */
    Task **tasks;
    size_t n;
} Pool;

void pool_run(const Pool *p, int jobs, double budget);

#endif
