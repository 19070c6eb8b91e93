/* symabis.c - what asm -gensymabis says about the package's assembly files:
 * lines `def SYMBOL ABI` and `ref SYMBOL ABI`. */
#include "compiler/compile.h"

#include "base/os.h"

static char *word(char **p)
{
    char *s = *p + strspn(*p, " \t\r"), *end = s + strcspn(s, " \t\r");
    *p = *end ? end + 1 : end;
    *end = 0;
    return s;
}

static bool read_line(Compile *c, int number, char *line)
{
    char *p = line, *verb = word(&p), *sym = word(&p), *abi = word(&p), *more = word(&p);
    const char *what = NULL;
    bool def = strcmp(verb, "def") == 0, internal = strcmp(abi, "ABIInternal") == 0;
    if (*verb == 0 || *verb == '#')
        return true;
    if (!def && strcmp(verb, "ref") != 0)
        what = arena_printf(&c->arena, "invalid symabi type \"%s\"", verb);
    else if (!*abi || *more)
        what = arena_printf(&c->arena, "invalid symabi: syntax is \"%s sym abi\"", verb);
    else if (!internal && strcmp(abi, "ABI0") != 0)
        what = arena_printf(&c->arena, "invalid symabi: unknown abi \"%s\"", abi);
    if (what) {
        compile_error(c, "compile: %s:%d: %s", c->opt.symabis, number, what);
        return false;
    }
    map_put_str(def ? &c->ir.symabi_defs : &c->ir.symabi_refs, sym, (void *)(uintptr_t)(1 + (internal ? ABIInternal : ABI0)));
    return true;
}

bool read_symabis(Compile *c)
{
    OsFile f;
    const char *err;
    if (!c->opt.symabis)
        return true;
    if (!os_read_file(&c->arena, c->opt.symabis, &f, &err)) {
        compile_error(c, "compile: -symabis: %s", err);
        return false;
    }
    char *line = arena_strndup(&c->arena, f.data, f.size);
    os_close_file(&f);
    for (int number = 1; line; number++) {
        char *end = strchr(line, '\n');
        if (end)
            *end = 0;
        if (!read_line(c, number, line))
            return false;
        line = end ? end + 1 : NULL;
    }
    return true;
}
