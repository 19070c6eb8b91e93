/* roundtrip.c - every text that compile prints of a stage can be read back.
 *
 * Read and printed again it must be the same, and what is made from it must be what is made from the source.
 */
#include "runtests.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    Result res = run_tool(j, argv, NULL);
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
    Text none, want, got;
    if (trip_stage(t, "ast"))
        return 1;
    if (!tool_text(t->j, &none, t->j->compile, "-p", t->pkg, t->flag, "-o", t->object, t->file, NULL))
        return 1;
    read_file(t->object, &want);
    if (!tool_text(t->j, &none, t->j->compile, "-p", t->pkg, t->flag, "-from=ast", "-o", t->object, t->text, NULL))
        return 1;
    read_file(t->object, &got);
    return compare_trip(t, "archive from -from=ast", want, got);
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

/* The listing assembles to the same object, but for what it cannot say: where variables are. */
static int trip_assembly(const Trip *t)
{
    Text source, none, got;
    if (!tool_text(t->j, &source, t->j->compile, "-p", t->pkg, t->flag, "-dwarf=false", "-S=asm", t->file, NULL))
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
    if (!tool_text(t->j, &none, t->j->compile, "-p", t->pkg, t->flag, "-dwarf=false", "-o", t->object, t->file, NULL))
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

int check_round_trip(const Job *j)
{
    static const char *const passes[] = {"start", "lower", "regalloc"};
    bool program = j->c->mode != NULL;
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    Trip t = {.j = j, .pkg = program ? "main" : "p", .flag = "", .file = j->c->file,
              .text = format("%s/text", j->c->task.temp), .object = format("%s/object", j->c->task.temp)};
    if (!program || has_imports(t.file))
        return trip_stage(&t, "tokens") | trip_stage(&t, "ast");
    int bad = !compile_source(&t) || (trip_stage(&t, "tokens") | trip_tree(&t) | trip_stage(&t, "types") | trip_assembly(&t));
    for (size_t i = 0; i < sizeof passes / sizeof passes[0] && !bad; i++)
        bad = trip_ssa(&t, passes[i]);
    t.flag = "-N";
    return bad || !compile_source(&t) || trip_assembly(&t);
}
