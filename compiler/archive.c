/* archive.c - _pkg_.a: export data, then the object.
 *
 *   __.PKGDEF   go object linux amd64 go1.26 ...
 *               build id "..."
 *
 *               $$
 *               export data
 *               $$
 *   _go_.o      ELF
 *
 * With -linkobj the two parts are two archives: what importers read goes to -o,
 * what the linker reads to the other. */
#include "compiler/compile.h"

#include "base/ar.h"
#include "base/os.h"

/* -o, or as gc: the first source's base name with another suffix, here. */
const char *output_name(Compile *c, const char *suffix)
{
    if (c->opt.out)
        return c->opt.out;
    const char *base = path_base(c->opt.files[0]), *dot = strrchr(base, '.');
    return arena_printf(&c->arena, "%.*s%s", (int)(dot ? (size_t)(dot - base) : strlen(base)), base, suffix);
}

static bool write_named(Compile *c, const char *name, const Buf *data)
{
    const char *err;
    if (strcmp(name, "-") == 0)
        return os_write_fd(1, data->data, data->len);
    if (os_write_file(&c->arena, name, data->data, data->len, 0666, &err))
        return true;
    compile_error(c, "can't create %s: %s", name, err);
    return false;
}

bool write_output(Compile *c, const Buf *data)
{
    return write_named(c, output_name(c, c->opt.pack ? ".a" : ".o"), data);
}

static void write_pkgdef(Compile *c, Buf *out)
{
    buf_printf(out, "go object linux amd64 %s GOAMD64=v1\n", GoVersion);
    if (c->opt.buildid[0]) {
        buf_puts(out, "build id ");
        buf_quote(out, c->opt.buildid, strlen(c->opt.buildid));
        buf_putc(out, '\n');
    }
    buf_puts(out, "\n$$\n");
    export_package(&c->types, c->pkg, exported_file, c, out);
    buf_puts(out, "\n$$\n");
}

bool write_archive(Compile *c)
{
    Buf archive = {0}, linked = {0};
    const char *apart = c->opt.linkobj;
    Buf *for_linker = apart ? &linked : &archive;
    ar_begin(&archive);
    size_t member = ar_begin_member(&archive, "__.PKGDEF");
    write_pkgdef(c, &archive);
    ar_end_member(&archive, member);
    if (apart)
        ar_begin(&linked);
    member = ar_begin_member(for_linker, "_go_.o");
    obj_write_elf(&c->obj, for_linker);
    ar_end_member(for_linker, member);
    bool ok = !diag_any(&c->diag) && write_output(c, &archive) && (!apart || write_named(c, apart, &linked));
    buf_free(&archive);
    buf_free(&linked);
    return ok;
}
