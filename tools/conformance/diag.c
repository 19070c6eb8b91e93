/* diag.c - compares our diagnostics with gc's, message by message. */
#include "conformance.h"

#include <stdlib.h>
#include <string.h>

/* The arguments of a `// flags` comment in the first line of a case of testdata/errors, or the recipe's flags. */
static Words diag_flags(const Case *c)
{
    Words w = {0};
    if (c->kind == KindErrorCheck) {
        words_add(&w, "-e");
        words_add_all(&w, &c->flags);
        return w;
    }
    Text t;
    read_file(c->path, &t);
    if (has_prefix(t.p, "// flags ")) {
        char *line = format("%.*s", (int)strcspn(t.p + 9, "\n"), t.p + 9);
        w = split_quoted(line);
        free(line);
    }
    free(t.p);
    return w;
}

/* What a compiler says about the case's file, from within the file's folder. */
static Words diagnose(const Job *j, const char *compiler, const char *importcfg, int *status)
{
    char *object = in_temp(j, "x.o"), *dir = folder_of(j->c->path), *file = format("./%s", base_name(j->c->path));
    Words argv = command(compiler, "-p=p", "-importcfg", importcfg, "-o", object, NULL), flags = diag_flags(j->c);
    words_add_all(&argv, &flags);
    words_add(&argv, file);
    Result res = run(j, dir, argv);
    Words messages = split_messages(res.out.p);
    *status = res.status;
    words_free(&flags);
    free(object), free(dir), free(file), free(res.out.p);
    return messages;
}

/* Reads the position of a message, x.go:12:5; returns the text behind it. */
static const char *read_position(const char *message, int *line, int *col)
{
    const char *colon = strchr(message, ':');
    *line = colon ? atoi(colon + 1) : 0;
    const char *second = *line > 0 ? strchr(colon + 1, ':') : NULL;
    *col = second ? atoi(second + 1) : 0;
    const char *text = strstr(message, ": ");
    return text ? text + 2 : message;
}

/* The length of the longest common subsequence of a and b, with its members cleared (set to NULL) in both. */
static size_t remove_common(Words *a, Words *b)
{
    size_t width = b->n + 1, common = 0;
    size_t *len = must(calloc((a->n + 1) * width, sizeof *len)); /* of the tails from i and k on */
    for (size_t i = a->n; i-- > 0;) {
        for (size_t k = b->n; k-- > 0;) {
            size_t down = len[(i + 1) * width + k], right = len[i * width + k + 1];
            len[i * width + k] = strcmp(a->v[i], b->v[k]) == 0 ? len[(i + 1) * width + k + 1] + 1 : down > right ? down : right;
        }
    }
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (strcmp(a->v[i], b->v[k]) == 0) {
            free(a->v[i]), free(b->v[k]);
            a->v[i++] = b->v[k++] = NULL;
            common++;
        } else if (len[(i + 1) * width + k] >= len[i * width + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
    free(len);
    return common;
}

/* Pairs a message of gc with one of ours on the same line, one with the same text if there is one. */
static size_t find_partner(const char *message, const Words *ours)
{
    int line, col, line2, col2;
    const char *text = read_position(message, &line, &col);
    size_t best = ours->n;
    for (size_t k = 0; k < ours->n; k++) {
        const char *text2 = ours->v[k] ? read_position(ours->v[k], &line2, &col2) : NULL;
        if (!text2 || line2 != line)
            continue;
        if (strcmp(text, text2) == 0)
            return k;
        best = best == ours->n ? k : best;
    }
    return best;
}

/* Writes the report that print_differences reads: "= equal total files", then a line for each difference. */
bool judge_diagnostics(const Job *j)
{
    char *gc = format("%s/pkg/tool/linux_amd64/compile", j->r->goroot);
    int gc_status, our_status;
    Words theirs = diagnose(j, gc, j->r->gc_importcfg, &gc_status), ours = diagnose(j, j->compile, j->r->importcfg, &our_status);
    size_t total = theirs.n > ours.n ? theirs.n : ours.n;
    size_t equal = remove_common(&theirs, &ours);
    fprintf(j->report, "= %zu %zu\n", equal, total);
    for (size_t i = 0; i < theirs.n; i++) {
        if (!theirs.v[i])
            continue;
        int line, col, line2 = 0, col2 = 0;
        const char *text = read_position(theirs.v[i], &line, &col);
        size_t k = find_partner(theirs.v[i], &ours);
        if (k == ours.n) {
            fprintf(j->report, "missing\t%s\t%s:%d:%d\n", text, j->c->name, line, col);
            continue;
        }
        const char *text2 = read_position(ours.v[k], &line2, &col2);
        const char *kind = strcmp(text, text2) != 0 ? "text" : col != col2 ? "column" : "order";
        fprintf(j->report, "%s\t%s\t%s:%d:%d ours %d", kind, text, j->c->name, line, col, col2);
        fprintf(j->report, kind[0] == 't' ? " %s\n" : "\n", text2);
        free(ours.v[k]);
        ours.v[k] = NULL;
    }
    for (size_t k = 0; k < ours.n; k++) {
        int line, col;
        if (ours.v[k]) {
            const char *text = read_position(ours.v[k], &line, &col);
            fprintf(j->report, "extra\t%s\t%s:%d:%d\n", text, j->c->name, line, col);
        }
    }
    if ((gc_status != 0) != (our_status != 0))
        fprintf(j->report, "status\tgc %d, ours %d\t%s\n", gc_status, our_status, j->c->name);
    free(gc);
    return equal == total;
}
