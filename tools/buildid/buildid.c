/* buildid - prints, or with -w updates, the build id of an executable or a
 * package archive (base/buildid.c). */
#include <string.h>

#include "../../base/buf.h"
#include "../../base/buildid.h"

static int run(Arena *a, int argc, char **argv, Buf *out, Buf *messages)
{
    bool write = argc == 3 && (strcmp(argv[1], "-w") == 0 || strcmp(argv[1], "--w") == 0);
    if (argc != 2 + write || (argv[argc - 1][0] == '-' && argv[argc - 1][1])) {
        buf_puts(messages, "usage: buildid [-w] file\n  -w\twrite build ID\n");
        return 2;
    }
    const char *name = argv[argc - 1], *err, *id;
    size_t len;
    OsFile f;
    if (!os_read_file(a, name, &f, &err)) {
        buf_printf(messages, "buildid: %s\n", err);
        return 1;
    }
    err = NULL;
    if (!buildid_find(&f, &id, &len) && f.size >= 4 && memcmp(f.data, "\177ELF", 4) != 0 && memcmp(f.data, "!<ar", 4) != 0)
        err = arena_printf(a, "%s: unrecognized object file", name);
    else if (write)
        err = len ? buildid_write(a, name, &f, id, len) : arena_printf(a, "%s: no build ID", name);
    else
        buf_printf(out, "%.*s\n", (int)len, id);
    os_close_file(&f);
    if (err)
        buf_printf(messages, "buildid: %s\n", err);
    return err ? 1 : 0;
}

int main(int argc, char **argv)
{
    Arena a;
    Buf out = {0}, messages = {0};
    arena_init(&a);
    int status = run(&a, argc, argv, &out, &messages);
    os_write_fd(1, out.data, out.len);
    os_write_fd(2, messages.data, messages.len);
    buf_free(&out);
    buf_free(&messages);
    arena_free(&a);
    return status;
}
