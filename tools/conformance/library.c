/* library.c - the archives that the cases are compiled against. */
#include "conformance.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A command line: the words up to NULL. */
Words command(const char *word, ...)
{
    Words w = {0};
    va_list ap;
    va_start(ap, word);
    for (; word; word = va_arg(ap, const char *))
        words_add(&w, word);
    va_end(ap);
    return w;
}

/* Runs argv in dir with its output in the file `log`, waits for it, and frees the words. With apart, standard error is
 * dropped. */
Result run_in(const char *dir, const char *log, Words argv, bool apart)
{
    Result res = run_command((Command){.argv = argv.v, .dir = dir, .out = log, .err = apart ? "/dev/null" : NULL});
    words_free(&argv);
    return res;
}

/* Writes the program that imports the packages, builds it, and keeps the importcfg that the linker got. */
static bool make_importcfg(Runner *r)
{
    char *dir = format("%s/library", r->temp), *source = format("%s/m.go", dir), *ggo = format("%s/bin/ggo", r->root), *log = format("%s/log", r->temp);
    Text text = {0};
    text_puts(&text, "package main\n");
    for (size_t i = 0; i < r->library.n; i++) {
        if (strstr(r->library.v[i], "internal/") || strcmp(r->library.v[i], "unsafe") == 0)
            continue; /* a main may not import it; it comes with the others */
        char *line = format("import _ \"%s\"\n", r->library.v[i]);
        text_puts(&text, line);
        free(line);
    }
    text_puts(&text, "func main() {}\n");
    mkdir(dir, 0777);
    setenv("GOTMPDIR", dir, 1);
    write_file(source, text);
    Result res = run_in(dir, log, command(ggo, "build", "-work", "-o", "m", "m.go", NULL), false);
    unsetenv("GOTMPDIR");
    Words builds = list_dir(dir, "");
    for (size_t i = 0; i < builds.n; i++) {
        char *cfg = format("%s/%s/b001/importcfg.link", dir, builds.v[i]);
        Text found;
        if (read_file(cfg, &found)) {
            const char *rest = found.p;
            for (char *line; (line = take_line(&rest)); free(line)) {
                if (has_prefix(line, "packagefile ") && !has_prefix(line, "packagefile command-line-arguments=")) {
                    text_puts(&r->importcfg_text, line);
                    text_puts(&r->importcfg_text, "\n");
                }
            }
        }
        free(cfg), free(found.p);
    }
    bool ok = r->importcfg_text.len > 0 && write_file(r->importcfg, r->importcfg_text);
    if (res.status != 0)
        fprintf(stderr, "conformance: cannot build a program that imports the library:\n%s", res.out.p);
    words_free(&builds);
    free(dir), free(source), free(ggo), free(log), free(text.p), free(res.out.p);
    return ok;
}

/* Finds the packages that build: all at once, or one by one when something is wrong. With GGO_STD=upstream
 * these are upstream's. */
bool find_library(Runner *r)
{
    char *ggo = format("%s/bin/ggo", r->root), *log = format("%s/log", r->temp);
    Result res = run_in(r->temp, log, command(ggo, "list", "-f", "{{if .GoFiles}}{{.ImportPath}}{{end}}", "std", NULL), true);
    if (res.status != 0)
        fprintf(stderr, "conformance: %s list std: exit status %d\n", ggo, res.status);
    bool ok = res.status == 0;
    Result all = run_in(r->temp, log, command(ggo, "build", "std", NULL), false);
    free(all.out.p);
    const char *rest = res.out.p;
    for (char *line; (line = take_line(&rest)); free(line)) {
        if (!*line || strchr(line, ' '))
            continue;
        Result built = {0};
        if (all.status != 0)
            built = run_in(r->temp, log, command(ggo, "build", line, NULL), false);
        if (built.status == 0)
            words_add(&r->library, line);
        else
            printf("package %s does not build: %.*s\n", line, (int)strcspn(built.out.p, "\n"), built.out.p);
        free(built.out.p);
    }
    free(res.out.p), free(ggo), free(log);
    return ok && make_importcfg(r);
}

/* gc's archives of what the cases import. */
bool find_gc_library(Runner *r)
{
    char *go = format("%s/bin/go", r->goroot), *log = format("%s/gclog", r->temp);
    Words argv = command(go, "list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "runtime", NULL);
    Words imports = {0};
    for (size_t i = 0; i < r->num_cases; i++)
        scan_imports(r->cases[i]->path, &imports);
    for (size_t i = 0; i < imports.n; i++) {
        if (words_have(&r->library, imports.v[i]))
            words_add(&argv, imports.v[i]);
    }
    words_free(&imports);
    unsetenv("GOROOT");
    Result res = run_in(r->temp, log, argv, true);
    r->gc_importcfg = format("%s/gc.importcfg", r->temp);
    bool ok = res.status == 0 && write_file(r->gc_importcfg, res.out);
    if (!ok)
        fprintf(stderr, "conformance: %s list -export: exit status %d\n", go, res.status);
    free(go), free(log), free(res.out.p);
    return ok;
}
