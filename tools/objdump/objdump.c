/* objdump - instructions of executables, objects and package archives.
 *
 *   objdump [-S] [-gnu] [-asm] [-s regexp] file [start end]
 *   objdump -go file
 *
 * The form is that of `go tool objdump`.  -asm prints what asm reads back, -go
 * the records of an object (records.c). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/flags.h"
#include "objdump.h"

typedef struct Options {
    bool go, source, gnu, as_asm;
    const char *filter;
} Options;

static const char usage[] =
    "usage: objdump [-S] [-gnu] [-asm] [-s symregexp] file [start end]\n"
    "       objdump -go file\n\n"
    "  -S\tprint Go code alongside assembly\n"
    "  -asm\n\tprint assembly that asm reads\n"
    "  -gnu\n\tprint GNU assembly next to Go assembly\n"
    "  -go\n\tprint the records of objects\n"
    "  -s string\n\tonly dump symbols matching this regexp\n";

static bool read_address(const char *s, uint64_t *v)
{
    char *end;
    errno = 0;
    *v = strtoull(s, &end, 0);
    return errno == 0 && *s >= '0' && *s <= '9' && *end == 0;
}

static void dump_file(const Options *o, Dump *d, const char *name, const ElfFile *f, Buf *messages)
{
    bool any = false;
    for (size_t i = 0; i < f->count; i++) {
        const ElfImage *e = &f->images[i];
        Code c;
        if (o->go) {
            if (e->member)
                buf_printf(d->out, "%s(%s):\n", name, e->member);
            print_records(d->arena, e, d->out);
        } else if (code_open(d->arena, e, &c)) {
            print_code(d, &c);
        } else if (e->type != ElfRel) { /* an object may well have none */
            continue;
        }
        any = true;
    }
    if (!any)
        buf_printf(messages, "objdump: disassemble %s: no text section\n", name);
}

static int run(Arena *a, int argc, char **argv, Buf *out, Buf *messages)
{
    Options o = {0};
    const Flag flags[] = {{"S", FlagBool, &o.source, ""}, {"gnu", FlagBool, &o.gnu, ""},    {"asm", FlagBool, &o.as_asm, ""},
                          {"go", FlagBool, &o.go, ""},    {"s", FlagString, &o.filter, ""}, {NULL, FlagBool, NULL, NULL}};
    const char *err = NULL;
    int first = flags_parse(a, flags, argc, argv, &err);
    int rest = argc - first;
    if (first < 0 || (rest != 1 && (rest != 3 || o.go))) {
        if (err)
            buf_printf(messages, "%s\n", err);
        buf_puts(messages, usage);
        return 2;
    }
    Dump d = {.arena = a, .source = o.source, .gnu = o.gnu, .as_asm = o.as_asm, .to = UINT64_MAX, .out = out};
    if (rest == 3 && (!read_address(argv[first + 1], &d.from) || !read_address(argv[first + 2], &d.to))) {
        buf_printf(messages, "objdump: invalid %s PC: %s\n", d.from ? "end" : "start", d.from ? argv[first + 2] : argv[first + 1]);
        return 1;
    }
    regex_t filter;
    if (o.filter && regcomp(&filter, o.filter, REG_EXTENDED | REG_NOSUB) != 0) {
        buf_printf(messages, "objdump: invalid regexp: %s\n", o.filter);
        return 1;
    }
    d.filter = o.filter ? &filter : NULL;
    d.disasm = disasm_new(a);
    d.spellings = spellings_new(a);
    ElfFile f;
    bool opened = elf_file_open(a, argv[first], &f, &err);
    if (opened) {
        dump_file(&o, &d, argv[first], &f, messages);
        elf_file_close(&f);
    } else {
        buf_printf(messages, "objdump: %s\n", err);
    }
    if (o.filter)
        regfree(&filter);
    map_free(&d.sources);
    return messages->len ? 1 : 0;
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
