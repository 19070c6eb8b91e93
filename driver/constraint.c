/* constraint.c - which files belong to this build.
 *
 * go help buildconstraint: a file name may end in _GOOS, _GOARCH or
 * _GOOS_GOARCH, before _test if it ends in that, and a //go:build line before the package clause holds an
 * expression over tags. */
#include "driver/driver.h"

#include <ctype.h>

static const char *const known_os[] = {
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
    "openbsd", "plan9", "solaris", "wasip1", "windows", "zos", NULL,
};
static const char *const known_arch[] = {
    "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle", "mips64", "mips64le",
    "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64",
    "wasm", NULL,
};

static bool in_list(const char *const *list, const char *s, size_t n)
{
    for (; *list; list++)
        if (strlen(*list) == n && memcmp(*list, s, n) == 0)
            return true;
    return false;
}

static bool is_word(const char *s, size_t n, const char *word) { return strlen(word) == n && memcmp(s, word, n) == 0; }

/* The last underscore in name[0:n], or -1. */
static int last_underscore(const char *name, int n)
{
    while (--n >= 0)
        if (name[n] == '_')
            return n;
    return -1;
}

bool match_file_name(const Env *e, const char *name)
{
    int n = (int)strcspn(name, ".");
    int u = last_underscore(name, n);
    if (u >= 0 && is_word(name + u + 1, (size_t)(n - u - 1), "test")) {
        n = u;
        u = last_underscore(name, n);
    }
    if (u < 0)
        return true;
    const char *last = name + u + 1;
    size_t len = (size_t)(n - u - 1);
    if (in_list(known_arch, last, len)) {
        if (!is_word(last, len, e->goarch))
            return false;
        int v = last_underscore(name, u);
        if (v >= 0 && in_list(known_os, name + v + 1, (size_t)(u - v - 1)))
            return is_word(name + v + 1, (size_t)(u - v - 1), e->goos);
        return true;
    }
    return !in_list(known_os, last, len) || is_word(last, len, e->goos);
}

/* Tags that hold for every build by this toolchain: what internal/goexperiment says, too. */
static const char *const tool_tags[] = {
    "gc", "unix", "amd64.v1", "goexperiment.dwarf5", "goexperiment.greenteagc", "goexperiment.randomizedheapbase64",
    "goexperiment.regabiargs", "goexperiment.regabiwrappers", NULL,
};

static bool tag_is_set(const Env *e, const FlagValues *tags, const char *s, size_t n)
{
    if (is_word(s, n, e->goos) || is_word(s, n, e->goarch) || in_list(tool_tags, s, n))
        return true;
    static const char *const always[] = {"amd64.v1", "goexperiment.regabiwrappers", "goexperiment.regabiargs", "goexperiment.dwarf5"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (is_word(s, n, always[i]))
            return true;
    if (n > 4 && memcmp(s, "go1.", 4) == 0) {
        int minor = 0;
        for (size_t i = 4; i < n; i++) {
            if (!isdigit((unsigned char)s[i]) || minor > 1000)
                return false;
            minor = minor * 10 + (s[i] - '0');
        }
        return minor <= 26;
    }
    for (size_t i = 0; tags && i < tags->count; i++) {
        for (const char *p = tags->items[i]; *p;) {
            size_t w = strcspn(p, ", ");
            if (w == n && memcmp(p, s, n) == 0)
                return true;
            p += w + (p[w] != 0);
        }
    }
    return false;
}

/* expression = and { "||" and } ; and = not { "&&" not } ; not = "!" not | "(" expression ")" | tag */
typedef struct Expr {
    const Env *env;
    const FlagValues *tags;
    const char *p, *end;
    int depth;
    bool bad;
} Expr;

static bool expression(Expr *x);

static void blanks(Expr *x)
{
    while (x->p < x->end && (*x->p == ' ' || *x->p == '\t' || *x->p == '\r'))
        x->p++;
}

static bool accept(Expr *x, const char *token)
{
    blanks(x);
    size_t n = strlen(token);
    if ((size_t)(x->end - x->p) < n || memcmp(x->p, token, n) != 0)
        return false;
    x->p += n;
    return true;
}

static bool not_expression(Expr *x)
{
    if (++x->depth > 1000) {
        x->bad = true;
        return false;
    }
    bool v;
    if (accept(x, "!")) {
        v = !not_expression(x);
    } else if (accept(x, "(")) {
        v = expression(x);
        x->bad |= !accept(x, ")");
    } else {
        blanks(x);
        const char *start = x->p;
        while (x->p < x->end && (isalnum((unsigned char)*x->p) || *x->p == '_' || *x->p == '.' || (*x->p & 0x80)))
            x->p++;
        x->bad |= x->p == start;
        v = tag_is_set(x->env, x->tags, start, (size_t)(x->p - start));
    }
    x->depth--;
    return v;
}

static bool and_expression(Expr *x)
{
    bool v = not_expression(x);
    while (!x->bad && accept(x, "&&"))
        v = not_expression(x) && v;
    return v;
}

static bool expression(Expr *x)
{
    bool v = and_expression(x);
    while (!x->bad && accept(x, "||"))
        v = and_expression(x) || v;
    return v;
}

bool match_constraint(const Env *e, const FlagValues *tags, const char *text, size_t size)
{
    static const char marker[] = "//go:build";
    const char *p = text, *end = text + size;
    while (p < end) {
        while (p < end && isspace((unsigned char)*p))
            p++;
        if (end - p < 2 || p[0] != '/')
            return true; /* the package clause */
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        eol = eol ? eol : end;
        if (p[1] == '*') {
            for (p += 2; p + 1 < end && !(p[0] == '*' && p[1] == '/'); p++)
                continue;
            p += 2;
            continue;
        }
        size_t n = sizeof marker - 1;
        if ((size_t)(eol - p) > n && memcmp(p, marker, n) == 0 && (p[n] == ' ' || p[n] == '\t')) {
            Expr x = {.env = e, .tags = tags, .p = p + n, .end = eol};
            bool v = expression(&x);
            return v && !x.bad;
        }
        p = eol;
    }
    return true;
}
