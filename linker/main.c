/* main.c - table of contents of the linker. */
#include "link.h"

typedef struct Phase {
    const char *name;
    void (*run)(LinkCtx *c);
    bool goes_on; /* with errors, so that one link shows errors of several kinds */
} Phase;

static const Phase phases[] = {
    {"load", load, false},               /* map every object */
    {"resolve", resolve, false},         /* which definition each name means */
    {"provide", provide, false},         /* define what the linker owes the program */
    {"deadcode", deadcode, false},       /* keep what can be reached */
    {"fold", fold, false},               /* one of equal instances */
    {"inittasks", inittasks, false},     /* order package initialisation */
    {"typelink", typelink, false},       /* list types and itabs for the runtime */
    {"gcmask", gcmask, false},           /* pointer maps of variables */
    {"layout_text", layout_text, false}, /* address of each function */
    {"nosplit", nosplit, false},         /* check the stack of nosplit chains */
    {"pclntab", pclntab, false},         /* pc -> function, line, stack map */
    {"buildinfo", buildinfo, false},     /* notes and build information */
    {"layout", layout, false},           /* address of everything else */
    {"provided", fill_provided, false},  /* fill what was defined by the linker */
    {"reloc", reloc, false},             /* copy and relocate */
    {"symtab", symtab, false},           /* symbol table */
    {"dwarf", dwarf, false},             /* line tables and functions for debuggers */
    {"write", write_elf, false},         /* headers; the file */
};

static void run_phases(LinkCtx *c)
{
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
        int64_t start = c->opt.verbose ? os_nanotime() : 0;
        phases[i].run(c);
        if (c->opt.verbose)
            buf_printf(&c->messages, "# %-12s %8.3f ms\n", phases[i].name, (double)(os_nanotime() - start) / 1e6);
        if (c->failed || c->errors)
            return;
        dump_phase(c, phases[i].name);
    }
}

static void release(LinkCtx *c)
{
    for (size_t i = 0; i < c->ninputs; i++)
        os_close_file(&c->inputs[i].file);
    free(c->inputs);
    free(c->objs);
    free(c->strings);
    SymList *lists[] = {&c->syms, &c->made, &c->tasks, &c->runtime_tasks, &c->typelinks, &c->itabs};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        free(lists[i]->items);
    for (size_t i = 0; i < NumSymKinds; i++)
        free(c->lists[i].items);
    for (size_t i = 0; i < NumPcln; i++)
        buf_free(&c->pclntab[i]);
    Buf *bufs[] = {&c->notes[0], &c->notes[1],
                   &c->symtab, &c->strtab, &c->shstrtab, &c->messages};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        buf_free(bufs[i]);
    for (size_t i = 0; i < NumOut; i++)
        buf_free(&c->debug[i]);
    free(c->opt.defines.items);
    arena_free(&c->arena);
}

enum { FirstArena = 4 << 20 }; /* what a small program takes */

int link_main(LinkCtx *c, int argc, char **argv)
{
    *c = (LinkCtx){0};
    arena_init(&c->arena);
    arena_reserve(&c->arena, FirstArena);
    int status = 0;
    if (parse_options(c, argc, argv, &status)) {
        run_phases(c);
        status = c->errors ? 2 : 0;
    }
    os_write_fd(2, c->messages.data, c->messages.len);
    release(c);
    return status;
}

int main(int argc, char **argv)
{
    LinkCtx c;
    return link_main(&c, argc, argv);
}
