/* nm - lists the symbols of executables, objects and package archives, as
 * `go tool nm` does: address, size with -size, a letter for the section, name. */
#include <stdlib.h>
#include <string.h>

#include "../../base/buf.h"
#include "../../base/flags.h"
#include "../common/elffile.h"

typedef struct Row {
    const Elf64Sym *sym;
    const char *name;
    char code;
} Row;

typedef struct Options {
    bool numeric, size, type;
    const char *sort;
} Options;

static const char usage_text[] =
    "usage: nm [options] file...\n"
    "  -n\n      an alias for -sort address (numeric),\n      for compatibility with other nm commands\n"
    "  -size\n      print symbol size in decimal between address and type\n"
    "  -sort {address,name,none,size}\n      sort output in the given order (default name)\n"
    "      size orders from largest to smallest\n"
    "  -type\n      print symbol type after name\n";

/* The letter of a symbol: by section flags, lower case when local. */
static char code_of(const ElfImage *e, const Elf64Sym *s)
{
    char code = '?';
    if (s->shndx == ShnUndef)
        return 'U';
    if ((s->info & 15) == SttFile)
        return '_';
    if (s->shndx < e->nsections) {
        uint64_t flags = e->sections[s->shndx].flags & (ShfWrite | ShfAlloc | ShfExecinstr);
        code = flags == (ShfAlloc | ShfExecinstr) ? 'T' : flags == ShfAlloc ? 'R' : flags == (ShfAlloc | ShfWrite) ? 'D' : '?';
    }
    return s->info >> 4 == StbLocal && code != '?' ? (char)(code + 'a' - 'A') : code;
}

static int by_name(const void *a, const void *b)
{
    const Row *x = a, *y = b;
    int d = strcmp(x->name, y->name);
    return d ? d : (x->sym > y->sym) - (x->sym < y->sym); /* as the table has them */
}

static int by_address(const void *a, const void *b)
{
    const Row *x = a, *y = b;
    if (x->sym->value != y->sym->value)
        return x->sym->value < y->sym->value ? -1 : 1;
    return by_name(a, b);
}

static int by_size(const void *a, const void *b)
{
    const Row *x = a, *y = b;
    if (x->sym->size != y->sym->size)
        return x->sym->size > y->sym->size ? -1 : 1;
    return by_name(a, b);
}

static void print_rows(const ElfImage *e, const char *prefix, const Options *o, Buf *out)
{
    Row *rows = xcalloc(e->nsyms + 1, sizeof *rows);
    size_t n = 0;
    for (uint32_t i = 0; i < e->nsyms; i++)
        if ((e->syms[i].info & 15) != SttSection)
            rows[n++] = (Row){&e->syms[i], e->strtab + e->syms[i].name, code_of(e, &e->syms[i])};
    if (strcmp(o->sort, "none") != 0)
        qsort(rows, n, sizeof *rows, strcmp(o->sort, "address") == 0 ? by_address : strcmp(o->sort, "size") == 0 ? by_size : by_name);
    for (size_t i = 0; i < n; i++) {
        buf_puts(out, prefix);
        if (rows[i].code == 'U')
            buf_puts(out, "        ");
        else
            buf_printf(out, "%8llx", (unsigned long long)rows[i].sym->value);
        if (o->size)
            buf_printf(out, " %10lld", (long long)rows[i].sym->size);
        buf_printf(out, " %c %s\n", rows[i].code, rows[i].name);
    }
    free(rows);
}

static bool print_file(Arena *a, const char *name, bool many, const Options *o, Buf *out, Buf *messages)
{
    ElfFile f;
    const char *err;
    if (!elf_file_open(a, name, &f, &err)) {
        buf_printf(messages, "%s\n", err);
        return false;
    }
    bool found = false;
    for (size_t i = 0; i < f.count; i++) {
        const char *prefix = "";
        if (f.count > 1)
            prefix = arena_printf(a, "%s(%s):\t", name, f.images[i].member);
        else if (many)
            prefix = arena_printf(a, "%s:\t", name);
        found = found || f.images[i].nsyms > 0;
        print_rows(&f.images[i], prefix, o, out);
    }
    if (!found)
        buf_printf(messages, "%s: no symbols\n", name);
    elf_file_close(&f);
    return found;
}

static bool valid_sort(const char *s)
{
    return strcmp(s, "address") == 0 || strcmp(s, "name") == 0 || strcmp(s, "none") == 0 || strcmp(s, "size") == 0;
}

int main(int argc, char **argv)
{
    Arena a;
    Buf out = {0}, messages = {0};
    Options o = {.sort = "name"};
    const Flag flags[] = {{"n", FlagBool, &o.numeric, ""}, {"size", FlagBool, &o.size, ""}, {"sort", FlagString, &o.sort, ""},
                          {"type", FlagBool, &o.type, ""}, {NULL, FlagBool, NULL, NULL}};
    const char *err = NULL;
    arena_init(&a);
    int status = 0, first = flags_parse(&a, flags, argc, argv, &err);
    if (o.numeric)
        o.sort = "address";
    if (first < 0 || first == argc || !valid_sort(o.sort)) {
        if (err)
            buf_printf(&messages, "%s\n", err);
        else if (first < argc)
            buf_printf(&messages, "nm: unknown sort order %s\n", o.sort);
        buf_puts(&messages, usage_text);
        status = 2;
    }
    for (int i = first; status != 2 && i < argc; i++)
        if (!print_file(&a, argv[i], argc - first > 1, &o, &out, &messages))
            status = 1;
    bool written = os_write_fd(1, out.data, out.len);
    os_write_fd(2, messages.data, messages.len);
    buf_free(&out);
    buf_free(&messages);
    arena_free(&a);
    return written ? status : 1;
}
