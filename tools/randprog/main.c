/* main.c - randprog: prints a random Go program.
 *
 *   randprog -seed N [-size S] [-prefix P]
 *
 * The same arguments give the same program.  With -prefix it is a part of a
 * program: names at package level begin with P, and Pmain takes the place of
 * main, so that one compilation tries many. */
#include "tools/randprog/randprog.h"

#include <stdlib.h>

#include "base/flags.h"
#include "base/os.h"

uint64_t below(Gen *g, uint64_t n)
{
    /* splitmix64 */
    uint64_t z = g->random += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return n ? z % n : 0;
}

const char *text(Gen *g, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *s = arena_vprintf(g->arena, format, args);
    va_end(args);
    return s;
}

const char *fresh(Gen *g, const char *stem) { return text(g, "%s%d", stem, ++g->names); }
const char *global_name(Gen *g, const char *stem) { return text(g, "%s%s%d", g->prefix, stem, ++g->names); }

static void put_line(Gen *g, const char *s)
{
    for (int i = 0; i < g->indent; i++)
        buf_putc(&g->out, '\t');
    for (; *s; s++) {
        if (*s == '@')
            buf_puts(&g->out, g->prefix);
        else
            buf_putc(&g->out, *s);
    }
    buf_putc(&g->out, '\n');
}

void line(Gen *g, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    put_line(g, arena_vprintf(g->arena, format, args));
    va_end(args);
}

void lines(Gen *g, const char *s)
{
    while (*s) {
        size_t n = strcspn(s, "\n");
        put_line(g, arena_strndup(g->arena, s, n));
        s += n + (s[n] == '\n');
    }
}

static const char prelude[] =
    "\n"
    "var @sum uint64 = 1469598103934665603\n"
    "\n"
    "func @add(x uint64) {\n"
    "\t@sum = (@sum ^ x) * 1099511628211\n"
    "\t@sum ^= @sum >> 29\n"
    "}\n"
    "\n"
    "func @hstr(s string) uint64 {\n"
    "\th := uint64(len(s))\n"
    "\tfor i := 0; i < len(s); i++ {\n"
    "\t\th = h*131 + uint64(s[i])\n"
    "\t}\n"
    "\treturn h\n"
    "}\n"
    "\n"
    "func @hfloat(f float64) uint64 {\n"
    "\tif f != f {\n"
    "\t\treturn 77\n"
    "\t}\n"
    "\treturn math.Float64bits(f)\n"
    "}\n"
    "\n"
    "func @hbool(b bool) uint64 {\n"
    "\tif b {\n"
    "\t\treturn 3\n"
    "\t}\n"
    "\treturn 5\n"
    "}\n"
    "\n"
    "func @toint(f float64) int64 {\n"
    "\tif f > -1e15 && f < 1e15 {\n"
    "\t\treturn int64(f)\n"
    "\t}\n"
    "\treturn 11\n"
    "}\n"
    "\n"
    "func @short(s string) string {\n"
    "\tif len(s) > 40 {\n"
    "\t\treturn s[len(s)-20:]\n"
    "\t}\n"
    "\treturn s\n"
    "}\n"
    "\n"
    "func @at(s string, i uint) byte {\n"
    "\tif len(s) == 0 {\n"
    "\t\treturn 0\n"
    "\t}\n"
    "\treturn s[i%uint(len(s))]\n"
    "}\n"
    "\n"
    "func @sub(s string, i, j uint) string {\n"
    "\tn := uint(len(s)) + 1\n"
    "\ti %= n\n"
    "\tj %= n\n"
    "\tif i > j {\n"
    "\t\ti, j = j, i\n"
    "\t}\n"
    "\treturn s[i:j]\n"
    "}\n"
    "\n"
    "func @caught(r any) {\n"
    "\tswitch x := r.(type) {\n"
    "\tcase nil:\n"
    "\t\t@add(1)\n"
    "\tcase interface{ Error() string }:\n"
    "\t\t@add(@hstr(x.Error()))\n"
    "\tcase string:\n"
    "\t\t@add(@hstr(x))\n"
    "\tcase int:\n"
    "\t\t@add(uint64(x))\n"
    "\tcase @iface:\n"
    "\t\t@add(x.hash())\n"
    "\tdefault:\n"
    "\t\t@add(9)\n"
    "\t}\n"
    "}\n"
    "\n"
    "func @try(f func()) {\n"
    "\tdefer func() { @caught(recover()) }()\n"
    "\tf()\n"
    "}\n"
    "\n"
    "// What a pure function wants to have used.\n"
    "//\n"
    "//go:noinline\n"
    "func @sink(x uint64) {}\n"
    "\n"
    "func @trace(n int, x uint64) bool {\n"
    "\t@add(uint64(n) ^ x)\n"
    "\treturn x&1 == 0\n"
    "}\n";

static void program(Gen *g, uint64_t seed)
{
    lines(g, "package main\n\nimport (\n\t\"math\"\n\t\"math/bits\"\n\t\"sync\"\n\t\"unsafe\"\n)\n");
    line(g, "%s", "");
    lines(g, "var (\n\t_ = bits.Len\n\t_ sync.Mutex\n\t_ unsafe.Pointer\n)\n");
    lines(g, prelude);
    make_types(g);
    make_globals(g);
    make_generics(g);
    make_methods(g);
    make_functions(g);
    make_main(g, seed);
}

static int usage(const char *err)
{
    Buf b = {0};
    buf_printf(&b, "%s%susage: randprog -seed N [-size S] [-prefix P]\n", err ? err : "", err ? "\n" : "");
    os_write_fd(2, b.data, b.len);
    buf_free(&b);
    return 2;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    const char *seed = "1", *prefix = "", *err = NULL;
    Gen *g = xcalloc(1, sizeof *g);
    g->size = 6;
    const Flag flags[] = {{"seed", FlagString, &seed, ""}, {"size", FlagInt, &g->size, ""}, {"prefix", FlagString, &prefix, ""},
                          {NULL, FlagBool, NULL, NULL}};
    int status = 0;
    if (flags_parse(&arena, flags, argc, argv, &err) != argc) {
        status = usage(err);
    } else {
        g->arena = &arena;
        g->prefix = prefix;
        g->random = strtoull(seed, NULL, 0);
        program(g, strtoull(seed, NULL, 0));
        status = os_write_fd(1, g->out.data, g->out.len) ? 0 : 1;
        buf_free(&g->out);
    }
    free(g);
    arena_free(&arena);
    return status;
}
