/* pack - makes and reads package archives, as `go tool pack` does.
 *
 *   pack c file.a names   make an archive
 *   pack r file.a names   append, without looking for duplicates
 *   pack t file.a [names] list
 *   pack p file.a [names] print contents
 *   pack x file.a [names] extract into the current directory
 *
 * v after the letter shows more.  `pack c` with package archives in front of
 * objects takes their members over. */
#include <string.h>

#include "../../base/ar.h"
#include "../../base/buf.h"
#include "../../base/os.h"

typedef struct Pack {
    Arena arena;
    Buf out;          /* for standard output */
    const char *file; /* the archive */
    bool verbose;
    char **names;
    int nnames;
    bool *matched;    /* names that were found */
} Pack;

static const char usage_text[] =
    "Usage: pack op file.a [name....]\n"
    "Where op is one of cprtx optionally followed by v for verbose output.\n"
    "For compatibility with old Go build environments the op string grc is\n"
    "accepted as a synonym for c.\n";

static int fail(Pack *p, const char *message)
{
    Buf text = {0};
    buf_printf(&text, "pack: %s\n", message);
    os_write_fd(1, p->out.data, p->out.len);
    p->out.len = 0;
    os_write_fd(2, text.data, text.len);
    buf_free(&text);
    return 1;
}

static int usage(Pack *p, const char *message)
{
    if (message)
        fail(p, message);
    os_write_fd(2, usage_text, strlen(usage_text));
    return 2;
}

/* Adds a file: an archive's members (compile's output), or the file itself. */
static const char *add_file(Pack *p, Buf *out, const char *name, bool take_over)
{
    OsFile f;
    const char *err;
    if (!os_read_file(&p->arena, name, &f, &err))
        return err;
    ArMember *members;
    size_t n;
    if (take_over && f.size >= strlen(ArMagic) && memcmp(f.data, ArMagic, strlen(ArMagic)) == 0) {
        if (!ar_read(&p->arena, f.data, f.size, &members, &n, &err)) {
            os_close_file(&f);
            return arena_printf(&p->arena, "%s: %s", name, err);
        }
        for (size_t i = 0; i < n; i++)
            ar_add(out, members[i].name, members[i].data, members[i].size);
    } else {
        ar_add(out, path_base(name), f.data, f.size);
    }
    if (p->verbose)
        buf_printf(&p->out, "%s\n", name);
    os_close_file(&f);
    return NULL;
}

static int create(Pack *p)
{
    Buf out = {0};
    const char *err = NULL;
    ar_begin(&out);
    for (int i = 0; i < p->nnames && !err; i++)
        err = add_file(p, &out, p->names[i], true);
    if (!err)
        os_write_file(&p->arena, p->file, out.data, out.len, 0644, &err);
    buf_free(&out);
    return err ? fail(p, err) : 0;
}

/* All members are appended in one write: the archive is never half-changed. */
static int append(Pack *p)
{
    Buf out = {0};
    OsFile f = {0};
    const char *err = NULL;
    ArMember *members;
    size_t n;
    if (!os_stat(p->file).exists)
        return create(p);
    if (os_read_file(&p->arena, p->file, &f, &err) && !ar_read(&p->arena, f.data, f.size, &members, &n, &err))
        err = arena_printf(&p->arena, "%s: %s", p->file, err);
    if (!err && f.size % 2)
        buf_putc(&out, 0); /* the last member's padding was left out */
    for (int i = 0; i < p->nnames && !err; i++)
        err = add_file(p, &out, p->names[i], false);
    if (!err)
        os_append_file(&p->arena, p->file, out.data, out.len, &err);
    os_close_file(&f);
    buf_free(&out);
    return err ? fail(p, err) : 0;
}

static bool wanted(Pack *p, const char *name)
{
    bool found = p->nnames == 0;
    for (int i = 0; i < p->nnames; i++)
        if (strcmp(p->names[i], name) == 0)
            p->matched[i] = found = true;
    return found;
}

static const char *extract(Pack *p, const ArMember *m)
{
    const char *err = NULL;
    if (m->name[0] == 0 || strchr(m->name, '/') || strcmp(m->name, "..") == 0)
        return arena_printf(&p->arena, "%s: bad member name \"%s\"", p->file, m->name);
    if (p->verbose)
        buf_printf(&p->out, "%s\n", m->name);
    os_write_file(&p->arena, m->name, m->data, m->size, 0644, &err);
    return err;
}

static const char *visit(Pack *p, char op, const ArMember *m)
{
    switch (op) {
    case 'p':
        if (p->verbose)
            buf_printf(&p->out, "%s\n", m->name);
        buf_write(&p->out, m->data, m->size);
        return NULL;
    case 't':
        if (p->verbose)
            buf_printf(&p->out, "-rw-r--r-- %6d/%-6d %12zu Jan  1 00:00 1970 ", 0, 0, m->size);
        buf_printf(&p->out, "%s\n", m->name);
        return NULL;
    default: return extract(p, m);
    }
}

static int scan(Pack *p, char op)
{
    OsFile f;
    const char *err = NULL;
    ArMember *members;
    size_t n;
    if (!os_read_file(&p->arena, p->file, &f, &err))
        return fail(p, err);
    p->matched = NEW_ARRAY(&p->arena, bool, p->nnames + 1);
    if (!ar_read(&p->arena, f.data, f.size, &members, &n, &err))
        err = arena_printf(&p->arena, "%s: %s", p->file, err);
    for (size_t i = 0; !err && i < n; i++)
        if (wanted(p, members[i].name))
            err = visit(p, op, &members[i]);
    for (int i = 0; !err && i < p->nnames; i++)
        if (!p->matched[i])
            err = arena_printf(&p->arena, "file %s not found in archive", p->names[i]);
    os_close_file(&f);
    return err ? fail(p, err) : 0;
}

static int run(Pack *p, int argc, char **argv)
{
    if (argc < 3)
        return usage(p, "not enough arguments");
    const char *op = strcmp(argv[1], "grc") == 0 ? "c" : argv[1];
    p->file = argv[2];
    p->names = argv + 3;
    p->nnames = argc - 3;
    p->verbose = op[0] && strcmp(op + 1, "v") == 0;
    if (!op[0] || (op[1] && !p->verbose))
        return usage(p, NULL);
    switch (op[0]) {
    case 'c': return create(p);
    case 'r': return append(p);
    case 't': case 'p': case 'x': return scan(p, op[0]);
    default: return usage(p, NULL);
    }
}

int main(int argc, char **argv)
{
    Pack p = {0};
    arena_init(&p.arena);
    int status = run(&p, argc, argv);
    if (!os_write_fd(1, p.out.data, p.out.len) && status == 0)
        status = 1;
    buf_free(&p.out);
    arena_free(&p.arena);
    return status;
}
