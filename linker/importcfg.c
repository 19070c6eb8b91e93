/* importcfg.c - the file that says where each package's archive is, and what
 * the build information is (FORMATS: "importcfg"). */
#include "link.h"

#include "../base/utf8.h"

/* Digits of base 8 or 16; returns how many characters were read, 0 on error. */
static size_t read_digits(const char *s, size_t n, size_t want, int base, uint32_t *out)
{
    uint32_t v = 0;
    if (n < want)
        return 0;
    for (size_t i = 0; i < want; i++) {
        const char *digits = "0123456789abcdef", *d;
        char ch = s[i] >= 'A' && s[i] <= 'F' ? (char)(s[i] + 32) : s[i];
        if (!ch || !(d = strchr(digits, ch)) || d - digits >= base)
            return 0;
        v = v * (uint32_t)base + (uint32_t)(d - digits);
    }
    *out = v;
    return want;
}

/* spec: "Rune literals": what follows a backslash. Returns its length, 0 on error. */
static size_t unescape(const char *s, size_t n, Buf *out)
{
    static const char letters[] = "abfnrtv\\\"'", codes[] = "\a\b\f\n\r\t\v\\\"'";
    uint32_t v = 0;
    size_t used;
    if (n == 0)
        return 0;
    const char *p = s[0] ? strchr(letters, s[0]) : NULL;
    if (p) {
        buf_putc(out, codes[p - letters]);
        return 1;
    }
    if (s[0] == 'x' || (s[0] >= '0' && s[0] <= '7')) {
        used = s[0] == 'x' ? read_digits(s + 1, n - 1, 2, 16, &v) + 1 : read_digits(s, n, 3, 8, &v);
        if (used < 3 || v > 255)
            return 0;
        buf_u8(out, (uint8_t)v);
        return used;
    }
    if (s[0] != 'u' && s[0] != 'U')
        return 0;
    used = read_digits(s + 1, n - 1, s[0] == 'u' ? 4 : 8, 16, &v);
    char bytes[UTFMax];
    buf_write(out, bytes, utf8_encode(bytes, v));
    return used ? used + 1 : 0;
}

/* Reads a Go string literal that is the whole of s[0..n). */
static bool unquote(const char *s, size_t n, Buf *out)
{
    if (n < 2 || s[0] != s[n - 1])
        return false;
    if (s[0] == '`') {
        buf_write(out, s + 1, n - 2);
        return true;
    }
    if (s[0] != '"')
        return false;
    for (size_t i = 1; i < n - 1;) {
        if (s[i] == '"')
            return false;
        if (s[i] != '\\') {
            buf_putc(out, s[i++]);
            continue;
        }
        size_t used = unescape(s + i + 1, n - 2 - i, out);
        if (used == 0)
            return false;
        i += 1 + used;
    }
    return true;
}

static bool is_space(char ch) { return ch == ' ' || ch == '\t' || ch == '\r'; }

static void add_package(LinkCtx *c, int line, const char *arg, size_t n)
{
    const char *eq = memchr(arg, '=', n);
    if (!eq || eq == arg || eq == arg + n - 1) {
        link_fatal(c, "%s:%d: invalid packagefile: syntax is \"packagefile path=filename\"", c->opt.importcfg, line);
        return;
    }
    Input in = {.pkg = arena_strndup(&c->arena, arg, (size_t)(eq - arg)),
                .path = arena_strndup(&c->arena, eq + 1, (size_t)(arg + n - eq - 1))};
    if (strcmp(in.path, c->opt.main_file) == 0)
        return; /* the driver lists the main package too */
    for (size_t i = 1; i < c->ninputs; i++) {
        if (strcmp(c->inputs[i].pkg, in.pkg) != 0)
            continue;
        c->inputs[i] = in; /* the last line about a package counts */
        return;
    }
    vec_push(c->inputs, c->ninputs, c->cap_inputs, in);
}

static void set_modinfo(LinkCtx *c, int line, const char *arg, size_t n)
{
    Buf text = {0};
    if (unquote(arg, n, &text)) {
        c->modinfo = arena_strndup(&c->arena, text.data ? text.data : "", text.len);
        c->modinfo_size = text.len;
    } else {
        link_fatal(c, "%s:%d: invalid modinfo: invalid syntax", c->opt.importcfg, line);
    }
    buf_free(&text);
}

static void directive(LinkCtx *c, int line, const char *s, size_t n)
{
    size_t verb = 0;
    while (verb < n && !is_space(s[verb]))
        verb++;
    size_t arg = verb;
    while (arg < n && is_space(s[arg]))
        arg++;
    if (verb == 11 && memcmp(s, "packagefile", 11) == 0)
        add_package(c, line, s + arg, n - arg);
    else if (verb == 7 && memcmp(s, "modinfo", 7) == 0)
        set_modinfo(c, line, s + arg, n - arg);
    else if (verb == 12 && memcmp(s, "packageshlib", 12) == 0)
        link_fatal(c, "%s:%d: packageshlib: shared libraries are not supported", c->opt.importcfg, line);
    else
        link_fatal(c, "%s:%d: unknown directive \"%.*s\"", c->opt.importcfg, line, (int)(verb < 40 ? verb : 40), s);
}

void read_importcfg(LinkCtx *c)
{
    OsFile f;
    const char *err;
    if (!os_read_file(&c->arena, c->opt.importcfg, &f, &err)) {
        link_fatal(c, "reading importcfg: %s", err);
        return;
    }
    int line = 1;
    for (size_t at = 0; at < f.size && !c->failed; line++) {
        const char *s = f.data + at, *nl = memchr(s, '\n', f.size - at);
        size_t n = nl ? (size_t)(nl - s) : f.size - at;
        at += n + 1;
        while (n > 0 && is_space(s[n - 1]))
            n--;
        while (n > 0 && is_space(*s))
            s++, n--;
        if (n > 0 && *s != '#')
            directive(c, line, s, n);
    }
    os_close_file(&f);
}
