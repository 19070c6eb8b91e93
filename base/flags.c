/* flags.c - Go's command-line flags. */
#include "flags.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"

static const Flag *find(const Flag *flags, const char *name, size_t n)
{
    for (const Flag *f = flags; f->name; f++)
        if (strlen(f->name) == n && memcmp(f->name, name, n) == 0)
            return f;
    return NULL;
}

static bool parse_bool(const char *s, bool *out)
{
    static const char *const yes[] = {"1", "t", "T", "true", "TRUE", "True"};
    static const char *const no[] = {"0", "f", "F", "false", "FALSE", "False"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(s, yes[i]) == 0 || strcmp(s, no[i]) == 0) {
            *out = strcmp(s, yes[i]) == 0;
            return true;
        }
    }
    return false;
}

static bool parse_int(const char *s, int *out)
{
    char *end;
    errno = 0;
    long v = strtol(s, &end, 0);
    if (*s == 0 || *end || errno || v != (int)v)
        return false;
    *out = (int)v;
    return true;
}

/* value is NULL when the flag stands alone. */
static bool set(const Flag *f, const char *value)
{
    switch (f->kind) {
    case FlagBool:
        if (value)
            return parse_bool(value, f->value);
        *(bool *)f->value = true;
        return true;
    case FlagCount: {
        bool b;
        int *count = f->value;
        if (!value)
            ++*count;
        else if (!parse_int(value, count) && parse_bool(value, &b))
            *count = b;
        else
            return parse_int(value, count) || parse_bool(value, &b);
        return true;
    }
    case FlagInt: return parse_int(value, f->value);
    case FlagString: *(const char **)f->value = value; return true;
    case FlagList: {
        FlagValues *list = f->value;
        vec_push(list->items, list->count, list->cap, value);
        return true;
    }
    }
    return false;
}

int flags_parse(Arena *a, const Flag *flags, int argc, char **argv, const char **err)
{
    int i = 1;
    while (i < argc) {
        const char *arg = argv[i];
        if (arg[0] != '-' || arg[1] == 0)
            return i;
        const char *name = arg + 1 + (arg[1] == '-');
        if (*name == 0)
            return i + 1; /* "--" */
        size_t n = strcspn(name, "=");
        const char *value = name[n] ? name + n + 1 : NULL;
        if (n == 0) {
            *err = arena_printf(a, "bad flag syntax: %s", arg);
            return -1;
        }
        const Flag *f = find(flags, name, n);
        if (!f) {
            *err = arena_printf(a, "flag provided but not defined: -%.*s", (int)n, name);
            return -1;
        }
        i++;
        if (!value && f->kind >= FlagInt) {
            if (i == argc) {
                *err = arena_printf(a, "flag needs an argument: -%s", f->name);
                return -1;
            }
            value = argv[i++];
        }
        if (!set(f, value)) {
            *err = arena_printf(a, "invalid %svalue \"%s\" for flag -%s: parse error",
                                f->kind == FlagBool ? "boolean " : "", value, f->name);
            return -1;
        }
    }
    return i;
}
