/* dump.c - -dump=WHAT: prints what a phase decided, for readers and tests. */
#include "link.h"

static const char *const kind_names[NumSymKinds] = {
    "undef", "text", "type", "string", "funcval", "gcbits", "rodata", "funcdata", "typelink", "itablink", "buildinfo", "module",
    "noptrdata", "data", "bss", "noptrbss", "marker",
};

static void dump_symbols(LinkCtx *c, Buf *out, bool addresses)
{
    for (int kind = 0; kind < NumSymKinds; kind++)
        for (size_t i = 0; i < c->lists[kind].count; i++) {
            const Sym *s = c->lists[kind].items[i];
            if (addresses)
                buf_printf(out, "%8llx %8llu ", (unsigned long long)s->addr, (unsigned long long)s->size);
            buf_printf(out, "%-9s %s%s\n", kind_names[kind], s->name, s->in_iface ? " (in interfaces)" : "");
        }
}

static void dump_tasks(LinkCtx *c, Buf *out)
{
    for (size_t i = 0; i < c->runtime_tasks.count; i++)
        buf_printf(out, "runtime %s\n", c->runtime_tasks.items[i]->name);
    for (size_t i = 0; i < c->tasks.count; i++)
        buf_printf(out, "main    %s\n", c->tasks.items[i]->name);
}

void dump_phase(LinkCtx *c, const char *phase)
{
    const char *what = c->opt.dump;
    Buf out = {0};
    if (!what)
        return;
    if (strcmp(what, "reach") == 0 && strcmp(phase, "deadcode") == 0)
        dump_symbols(c, &out, false);
    if (strcmp(what, "layout") == 0 && strcmp(phase, "layout") == 0)
        dump_symbols(c, &out, true);
    if (strcmp(what, "inittasks") == 0 && strcmp(phase, "inittasks") == 0)
        dump_tasks(c, &out);
    os_write_fd(1, out.data, out.len);
    buf_free(&out);
}
