/* dirs.c - the kinds that are a directory of packages. */
#include "conformance.h"

#include <stdlib.h>
#include <string.h>

/* The files of dir that make a package. */
typedef struct Part {
    char *name;                     /* package clause */
    char *import;                   /* import path: test/ and the first file without .go */
    Words files;                    /* paths */
} Part;

/* The name behind `package` at the beginning of a line. */
static char *package_name(const char *path)
{
    Text t;
    read_file(path, &t);
    const char *at = has_prefix(t.p, "package ") ? t.p : strstr(t.p, "\npackage ");
    char *name = at ? format("%.*s", (int)strcspn(at + (*at == '\n') + 8, " \t\r\n;/"), at + (*at == '\n') + 8) : copy_string("");
    free(t.p);
    return name;
}

/* Groups the files of the case's directory into packages, in the order of their first files. */
static Part *find_parts(const Case *c, size_t *n)
{
    Part *parts = NULL;
    Words names = list_dir(c->dir, ".go");
    *n = 0;
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", c->dir, names.v[i]), *name = package_name(path);
        size_t k = 0;
        while (k < *n && (c->single || strcmp(parts[k].name, name) != 0))
            k++;
        if (k == *n) {
            parts = must(realloc(parts, (*n + 1) * sizeof *parts));
            parts[(*n)++] = (Part){.name = copy_string(name), .import = format("test/%.*s", (int)strlen(names.v[i]) - 3, names.v[i])};
        }
        words_take(&parts[k].files, path);
        free(name);
    }
    words_free(&names);
    return parts;
}

static void free_parts(Part *parts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free(parts[i].name), free(parts[i].import);
        words_free(&parts[i].files);
    }
    free(parts);
}

/* Writes an importcfg of the library and of the parts, all but one (n: all); returns its name. */
static char *parts_importcfg(const Job *j, const Part *parts, size_t n, size_t without)
{
    Text t = {0};
    text_puts(&t, j->r->importcfg_text.p);
    for (size_t i = 0; i < n; i++) {
        if (i == without)
            continue;
        char *line = format("packagefile %s=%s/%s.a\n", parts[i].import, j->c->task.temp, parts[i].import);
        text_puts(&t, line);
        free(line);
    }
    char *path = in_temp(j, "importcfg"), *dir = in_temp(j, "test");
    write_file(path, t);
    make_dirs(dir);
    free(t.p), free(dir);
    return path;
}

static Result compile_part(const Job *j, const Part *part, const Words *flags, const char *importcfg)
{
    bool program = strcmp(part->name, "main") == 0;
    Words argv = command(j->compile, "-e", "-D", "test", "-importcfg", importcfg, "-p", program ? "main" : part->import, "-o", NULL);
    words_take(&argv, format("%s.a", part->import));
    words_add_all(&argv, flags);
    words_add_all(&argv, &part->files);
    return run(j, j->c->task.temp, argv);
}

/* Splits the flags of the recipe at -ldflags. */
static Words cut_link_flags(const Case *c, Words *link_flags)
{
    Words compile = {0};
    bool behind = false;
    for (size_t i = 0; i < c->flags.n; i++) {
        if (strcmp(c->flags.v[i], "-ldflags") == 0)
            behind = true;
        else
            words_add(behind ? link_flags : &compile, c->flags.v[i]);
    }
    return compile;
}

static bool checks_errors(Kind k)
{
    return k == KindErrorCheckDir || k == KindErrorCheckAndRunDir;
}

/* Compiles every package of the directory, checks messages where the kind asks for it, and runs the last one. */
bool judge_dir(const Job *j)
{
    const Case *c = j->c;
    bool runs = c->kind == KindRunDir || c->kind == KindErrorCheckAndRunDir, ok = true;
    size_t n;
    Part *parts = find_parts(c, &n);
    if (n == 0)
        return wrong(j, "%s has no Go files", base_name(c->dir));
    Words link_flags = {0}, flags = cut_link_flags(c, &link_flags);
    char *importcfg = parts_importcfg(j, parts, n, n);
    size_t bad = c->kind == KindErrorCheckAndRunDir && n > 1 ? n - 2 : n - 1; /* the one that must not compile */
    for (size_t i = 0; i < n && ok; i++) {
        Result res = compile_part(j, &parts[i], &flags, importcfg);
        if (checks_errors(c->kind))
            ok = check_compilation(j, res, c->want_error && i == bad, &parts[i].files);
        else
            ok = must_succeed(j, "compile", res);
    }
    if (ok && runs) {
        char *exe = in_temp(j, "a.exe"), *archive = format("%s/%s.a", c->task.temp, parts[n - 1].import);
        if (checks_errors(c->kind)) { /* what must not compile has no archive */
            free(importcfg);
            importcfg = parts_importcfg(j, parts, n, bad);
        }
        ok = link_program(j, archive, importcfg, &link_flags, exe) && check_output(j, "run", run_program(j, c->task.temp, exe));
        free(exe), free(archive);
    }
    free_parts(parts, n);
    words_free(&flags), words_free(&link_flags);
    free(importcfg);
    return ok;
}

/* A copy of the directory, as a module, is built and run. */
bool judge_run_in_dir(const Job *j)
{
    char *name = copy_string(base_name(j->c->dir)), *dir = in_temp(j, name), *mod = format("%s/go.mod", dir), *exe = in_temp(j, "a.exe");
    char *text = format("module %s\ngo %s\n", name, j->c->mod_version ? j->c->mod_version : "1.14");
    copy_tree(j->c->dir, dir);
    bool ok = write_string(mod, text) && driver_build(j, dir, ".", NULL, exe) && check_output(j, "run", run_program(j, dir, exe));
    free(name), free(dir), free(mod), free(exe), free(text);
    return ok;
}

/* Assembles the .s files: first for what they define, then, when compile has said what they may use, for good. */
static bool assemble(const Job *j, const Words *sources, bool first)
{
    Words argv = first ? command(j->assembler, "-p=main", "-gensymabis", "-o", "symabis", NULL)
                       : command(j->assembler, "-p=main", "-I", ".", "-o", "asm.o", NULL);
    words_add_all(&argv, sources);
    return must_succeed(j, "asm", run(j, j->c->task.temp, argv));
}

/* All files of the directory, assembly included, make one program. */
bool judge_build_dir(const Job *j)
{
    Words go = {0}, assembly = {0}, names = list_dir(j->c->dir, "");
    for (size_t i = 0; i < names.n; i++) {
        if (has_suffix(names.v[i], ".go") || has_suffix(names.v[i], ".s"))
            words_take(has_suffix(names.v[i], ".go") ? &go : &assembly, format("%s/%s", j->c->dir, names.v[i]));
    }
    char *header = in_temp(j, "go_asm.h"), *exe = in_temp(j, "a.exe"), *all = in_temp(j, "all.a");
    bool ok = write_string(header, "");
    Words argv = command(j->compile, "-p=main", "-e", "-D", ".", "-importcfg", j->r->importcfg, "-o", "go.o", NULL);
    Words pack = command(j->pack, "c", all, "go.o", NULL);
    if (assembly.n > 0) {
        Words more = command("-asmhdr", "go_asm.h", "-symabis", "symabis", NULL);
        words_add_all(&argv, &more);
        words_free(&more);
        words_add(&pack, "asm.o");
        ok = ok && assemble(j, &assembly, true);
    }
    words_add_all(&argv, &go);
    ok = ok && must_succeed(j, "compile", run(j, j->c->task.temp, argv));
    ok = ok && (assembly.n == 0 || assemble(j, &assembly, false));
    ok = ok && must_succeed(j, "pack", run(j, j->c->task.temp, pack)) && link_program(j, all, j->r->importcfg, NULL, exe);
    if (ok && j->c->kind == KindBuildRunDir)
        ok = check_output(j, "run", run_program(j, j->c->task.temp, exe));
    words_free(&go), words_free(&assembly), words_free(&names);
    free(header), free(exe), free(all);
    return ok;
}
