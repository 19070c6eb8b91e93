/* cases.c - finds the cases below test/. */
#include "conformance.h"

#include <stdlib.h>
#include <string.h>

int compare_cases(const void *a, const void *b)
{
    return strcmp((*(Case *const *)a)->name, (*(Case *const *)b)->name);
}

static Case *new_case(const char *name, const char *path)
{
    Case *c = must(malloc(sizeof *c));
    *c = (Case){.task = {.timeout = DefaultTimeout}, .name = copy_string(name), .path = copy_string(path),
                .dir = format("%.*s.dir", (int)strlen(path) - 3, path)};
    return c;
}

static void add_case(Runner *r, Case *c)
{
    if (r->num_cases == r->cap_cases) {
        r->cap_cases = r->cap_cases * 2 + 64;
        r->cases = must(realloc(r->cases, r->cap_cases * sizeof *r->cases));
    }
    r->cases[r->num_cases++] = c;
}

void free_case(Case *c)
{
    free(c->name), free(c->path), free(c->dir), free(c->mod_version), free(c->why), free(c->task.report.p);
    words_free(&c->args), words_free(&c->flags);
    free(c);
}

/* Adds a file of test/ when it has a recipe and is wanted. */
static void consider_file(Runner *r, const char *name, const char *path)
{
    if ((r->only && !strstr(name, r->only)) || (r->listed && !words_have(&r->list, name)))
        return;
    Text t;
    read_file(path, &t);
    Case *c = new_case(name, path);
    bool known = read_recipe(c, t.p);
    if (known)
        check_imports(r, c);
    if (!known || (r->diag && (c->kind != KindErrorCheck || !c->want_error || c->outcome != Fail)))
        free_case(c);
    else
        add_case(r, c);
    free(t.p);
}

/* Adds every case below dir; X.dir and testdata belong to cases. */
void find_cases(Runner *r, const char *dir, const char *prefix)
{
    Words names = list_dir(dir, "");
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", dir, names.v[i]), *name = format("%s%s", prefix, names.v[i]);
        if (has_suffix(name, ".go")) {
            consider_file(r, name, path);
        } else if (is_dir(path) && !has_suffix(name, ".dir") && strcmp(names.v[i], "testdata") != 0) {
            char *below = format("%s/", name);
            find_cases(r, path, below);
            free(below);
        }
        free(path), free(name);
    }
    words_free(&names);
}

/* Adds the files of our own testdata/errors, for -diag. */
void find_own_errors(Runner *r)
{
    char *dir = format("%s/testdata/errors", r->root);
    Words names = list_dir(dir, ".go");
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", dir, names.v[i]), *name = format("testdata/errors/%s", names.v[i]);
        if (!r->only || strstr(name, r->only)) {
            Case *c = new_case(name, path);
            c->outcome = Fail;
            check_imports(r, c);
            add_case(r, c);
        }
        free(path), free(name);
    }
    words_free(&names);
    free(dir);
}
