/* module.c - go.mod: which module a directory belongs to. */
#include "driver/driver.h"

#include <ctype.h>

/* The argument of a one-line directive: module example.com/m. */
static const char *directive(Arena *a, const char *text, size_t size, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = text, *end = text + size; p < end;) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        eol = eol ? eol : end;
        while (p < eol && isspace((unsigned char)*p))
            p++;
        if ((size_t)(eol - p) > n && memcmp(p, word, n) == 0 && isspace((unsigned char)p[n])) {
            p += n;
            while (p < eol && (isspace((unsigned char)*p) || *p == '"'))
                p++;
            const char *q = p;
            while (q < eol && !isspace((unsigned char)*q) && *q != '"' && !(q[0] == '/' && q + 1 < eol && q[1] == '/'))
                q++;
            return arena_strndup(a, p, (size_t)(q - p));
        }
        p = eol + 1;
    }
    return NULL;
}

bool find_module(Env *e, const char *dir, Module **out, const char **err)
{
    Arena *a = e->arena;
    *out = NULL;
    const char *mode = os_getenv("GO111MODULE");
    if (mode && strcmp(mode, "off") == 0)
        return true;
    for (;;) {
        const char *file = path_join(a, dir, "go.mod");
        if (os_stat(file).regular) {
            OsFile f;
            if (!os_read_file(a, file, &f, err))
                return false;
            Module *m = NEW(a, Module);
            m->dir = dir;
            m->file = file;
            m->path = directive(a, f.data, f.size, "module");
            m->go = directive(a, f.data, f.size, "go");
            os_close_file(&f);
            if (!m->path) {
                *err = arena_printf(a, "error reading %s: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod", "go.mod");
                return false;
            }
            *out = m;
            return true;
        }
        if (strcmp(dir, "/") == 0)
            return true;
        dir = path_dir(a, dir);
    }
}
