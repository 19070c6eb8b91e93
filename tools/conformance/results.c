/* results.c - tables, lists and comparisons of what came out. */
#include "conformance.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const outcome_words[NumOutcomes] = {"pass", "fail", "apart", "noimport"};

static void print_first_line(const char *mark, const Case *c)
{
    printf("%s %s: %.*s\n", mark, c->name, (int)strcspn(c->task.report.p ? c->task.report.p : "", "\n"), c->task.report.p ? c->task.report.p : "");
}

/* Outcomes of the cases that share something. */
typedef struct Row {
    char *name;
    size_t n[NumOutcomes];
} Row;

typedef struct Table {
    Row *rows;
    size_t n;
} Table;

static void table_add(Table *t, const char *name, Outcome outcome)
{
    size_t i = 0;
    while (i < t->n && strcmp(t->rows[i].name, name) != 0)
        i++;
    if (i == t->n) {
        t->rows = must(realloc(t->rows, (t->n + 1) * sizeof *t->rows));
        t->rows[t->n++] = (Row){.name = copy_string(name)};
    }
    t->rows[i].n[outcome]++;
}

static int compare_rows(const void *a, const void *b)
{
    return strcmp(((const Row *)a)->name, ((const Row *)b)->name);
}

/* Prints a table with a line for the whole, and frees it. */
static void print_table(Table *t, const char *title)
{
    printf("\n%-24s %6s %6s %9s %6s %8s\n", title, "pass", "fail", "noimport", "apart", "share");
    if (t->n > 0)
        qsort(t->rows, t->n, sizeof *t->rows, compare_rows);
    Row all = {.name = copy_string("all")};
    for (size_t i = 0; i <= t->n; i++) {
        const Row *row = i < t->n ? &t->rows[i] : &all;
        size_t judged = row->n[Pass] + row->n[Fail];
        printf("%-24s %6zu %6zu %9zu %6zu", row->name, row->n[Pass], row->n[Fail], row->n[NoImport], row->n[Apart]);
        if (judged > 0)
            printf(" %6.1f %%\n", 100.0 * (double)row->n[Pass] / (double)judged);
        else
            printf("        -\n");
        for (int k = 0; k < NumOutcomes && i < t->n; k++)
            all.n[k] += row->n[k];
        if (i < t->n)
            free(t->rows[i].name);
    }
    free(all.name), free(t->rows);
}

/* Prints how many cases each rule, or each missing package, keeps away. */
static void print_reasons(const Runner *r, Outcome outcome, const char *title)
{
    Table t = {0};
    for (size_t i = 0; i < r->num_cases; i++) {
        if (r->cases[i]->outcome == outcome)
            table_add(&t, r->cases[i]->why, outcome);
    }
    if (t.n == 0)
        return;
    qsort(t.rows, t.n, sizeof *t.rows, compare_rows);
    printf("\n%s\n", title);
    for (size_t i = 0; i < t.n; i++) {
        printf("  %5zu  %s\n", t.rows[i].n[outcome], t.rows[i].name);
        free(t.rows[i].name);
    }
    free(t.rows);
}

void print_summary(const Runner *r)
{
    Table kinds = {0}, folders = {0};
    for (size_t i = 0; i < r->num_cases; i++) {
        const Case *c = r->cases[i];
        const char *slash = strrchr(c->name, '/');
        char *folder = slash ? format("%.*s", (int)(slash - c->name), c->name) : copy_string(".");
        table_add(&kinds, kind_words[c->kind], c->outcome);
        table_add(&folders, folder, c->outcome);
        free(folder);
        if (c->outcome == Fail)
            print_first_line("FAIL", c);
    }
    print_reasons(r, NoImport, "Not judged: these packages are not there yet");
    print_reasons(r, Apart, "Set apart by rule");
    print_table(&kinds, "kind");
    print_table(&folders, "folder");
}

/* Writes "outcome name" for every case, in the order of the names. */
bool write_results(const Runner *r, const char *path)
{
    Text t = {0};
    text_add(&t, "", 0);
    for (size_t i = 0; i < r->num_cases; i++) {
        char *line = format("%s %s\n", outcome_words[r->cases[i]->outcome], r->cases[i]->name);
        text_puts(&t, line);
        free(line);
    }
    bool ok = write_file(path, t);
    if (!ok)
        fprintf(stderr, "conformance: %s: %s\n", path, strerror(errno));
    free(t.p);
    return ok;
}

/* Counts the cases that an earlier result file calls passed and that do not pass now; -1 when there is no such file. */
int count_regressions(const Runner *r, const char *path)
{
    Text t;
    int count = 0;
    if (!read_file(path, &t)) {
        fprintf(stderr, "conformance: %s: %s\n", path, strerror(errno));
        return -1;
    }
    const char *rest = t.p;
    for (char *line; (line = take_line(&rest)); free(line)) {
        if (!has_prefix(line, "pass ") || (r->only && !strstr(line + 5, r->only)) || (r->listed && !words_have(&r->list, line + 5)))
            continue;
        Case wanted = {.name = line + 5}, *key = &wanted, **found = NULL;
        if (r->num_cases > 0)
            found = bsearch(&key, r->cases, r->num_cases, sizeof key, compare_cases);
        const Case *c = found ? *found : NULL;
        if (c && c->outcome == Pass)
            continue;
        count++;
        if (!c)
            printf("REGRESSION %s: no such case now\n", line + 5);
        else if (c->outcome == Fail)
            print_first_line("REGRESSION", c);
        else
            printf("REGRESSION %s: %s now: %s\n", c->name, outcome_words[c->outcome], c->why);
    }
    free(t.p);
    return count;
}

/* Prints the differences of -diag, sorted by kind and text, and the share that is equal. */
int print_differences(const Runner *r)
{
    Words lines = {0};
    size_t equal = 0, total = 0, files = 0, judged = 0;
    for (size_t i = 0; i < r->num_cases; i++) {
        const Case *c = r->cases[i];
        if (c->outcome == NoImport || c->outcome == Apart)
            continue;
        size_t e = 0, n = 0;
        const char *rest = c->task.report.p;
        char *line = take_line(&rest);
        if (!line || sscanf(line, "= %zu %zu", &e, &n) != 2)
            print_first_line("FAIL", c);
        free(line);
        equal += e, total += n, judged++;
        files += c->outcome == Pass;
        while ((line = take_line(&rest))) {
            if (line[0] == '\t' && lines.n > 0) {
                char *longer = format("%s\n%s", lines.v[lines.n - 1], line);
                free(lines.v[lines.n - 1]);
                lines.v[lines.n - 1] = longer;
                free(line);
            } else {
                words_take(&lines, line);
            }
        }
    }
    words_sort(&lines);
    for (size_t i = 0; i < lines.n; i++)
        puts(lines.v[i]);
    printf("messages equal in line, column and text: %zu of %zu (%.1f %%)\n", equal, total, total ? 100.0 * (double)equal / (double)total : 100.0);
    printf("%zu passed, %zu failed\n", files, judged - files);
    words_free(&lines);
    return files != judged;
}
