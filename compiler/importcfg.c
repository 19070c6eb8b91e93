/* importcfg.c - where imported packages are: lines `packagefile PATH=FILE` and
 * `importmap OLD=NEW`. */
#include "compiler/compile.h"

#include "base/os.h"

static bool bad_line(Compile *c, int line, const char *what)
{
    compile_error(c, "compile: %s:%d: %s", c->opt.importcfg, line, what);
    return false;
}

static bool read_line(Compile *c, int number, char *line)
{
    size_t n = strlen(line);
    while (n && (line[n - 1] == '\r' || line[n - 1] == ' ' || line[n - 1] == '\t'))
        line[--n] = 0;
    line += strspn(line, " \t");
    if (*line == 0 || *line == '#')
        return true;
    char *arg = line + strcspn(line, " \t");
    if (*arg) {
        *arg++ = 0;
        arg += strspn(arg, " \t");
    }
    bool file = strcmp(line, "packagefile") == 0;
    if (!file && strcmp(line, "importmap") != 0) {
        if (strcmp(line, "modinfo") == 0 || strcmp(line, "packageshlib") == 0)
            return true; /* the linker's */
        return bad_line(c, number, arena_printf(&c->arena, "unknown directive \"%s\"", line));
    }
    char *eq = strchr(arg, '=');
    if (!eq || eq == arg || !eq[1])
        return bad_line(c, number, file ? "invalid packagefile: syntax is \"packagefile path=filename\""
                                        : "invalid importmap: syntax is \"importmap old=new\"");
    *eq = 0;
    map_put_str(file ? &c->packages : &c->importmap, arg, eq + 1);
    return true;
}

bool read_importcfg(Compile *c)
{
    OsFile f;
    const char *err;
    if (!c->opt.importcfg)
        return true;
    if (!os_read_file(&c->arena, c->opt.importcfg, &f, &err)) {
        compile_error(c, "compile: -importcfg: %s", err);
        return false;
    }
    char *text = arena_strndup(&c->arena, f.data, f.size), *line = text;
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

/* Whether an import path names a directory relative to the source. */
static bool is_local(const char *path)
{
    return strncmp(path, "./", 2) == 0 || strncmp(path, "../", 3) == 0 || strcmp(path, ".") == 0 || strcmp(path, "..") == 0;
}

/* Joins -D's directory and a local path, without the elements "." and "..". */
static const char *join_local(Compile *c, const char *dir, const char *path)
{
    char *joined = arena_printf(&c->arena, "%s/%s", dir, path), *out = joined + (*joined == '/'), *start = out;
    for (const char *s = out; *s;) {
        size_t n = strcspn(s, "/");
        if (n == 2 && s[0] == '.' && s[1] == '.' && out > start) {
            while (out > start && *--out != '/')
                ;
        } else if (n > 0 && !(n == 1 && s[0] == '.')) {
            if (out > start)
                *out++ = '/';
            memmove(out, s, n);
            out += n;
        }
        s += n + (s[n] == '/');
    }
    *out = 0;
    return intern_str(&c->names, joined);
}

const char *map_import(void *compile, const char *path)
{
    Compile *c = compile;
    const char *other = map_get_str(&c->importmap, path);
    if (other)
        return intern_str(&c->names, other);
    return is_local(path) && c->opt.local_dir ? join_local(c, c->opt.local_dir, path) : path;
}

const char *find_package(void *compile, const char *path, const char **err)
{
    Compile *c = compile;
    const char *file = map_get_str(&c->packages, path);
    if (!file)
        *err = c->opt.importcfg ? "open : no such file or directory" : "file not found"; /* gc's words */
    return file;
}
