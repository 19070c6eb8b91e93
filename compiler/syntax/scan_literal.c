/* scan_literal.c - numbers, strings and runes (spec: "Integer literals" to
 * "String literals").  A literal gives at most one error for its form as a whole,
 * and strings one for each bad escape. */
#include "scanner.h"

#include <string.h>

#include "base/utf8.h"

__attribute__((format(printf, 3, 4)))
static void fail_at(Scanner *s, const char *p, const char *format, ...)
{
    s->failed = true;
    va_list args;
    va_start(args, format);
    scan_error_at(s, s->at_line, scan_col(s, p), "%s", arena_vprintf(s->ctx->arena, format, args));
    va_end(args);
}

static void finish(Scanner *s, const char *start, LitKind kind)
{
    s->tok = TokLiteral;
    s->text = start;
    s->size = (uint32_t)(s->p - start);
    s->lit_kind = (uint8_t)kind;
    s->bad = s->failed;
    s->nlsemi = true;
}

/* ---- numbers ---- */

static const char *base_name(int base)
{
    return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

typedef struct Digits {
    bool any;            /* saw a digit */
    bool separated;      /* saw a `_` */
    const char *invalid; /* first digit that the base does not have, or NULL */
} Digits;

/* Octal and binary literals take any decimal digit at first: "invalid digit"
 * says more than a second token would. */
static void scan_digits(Scanner *s, int base, Digits *d)
{
    int limit = base <= 10 ? 10 : 16;
    for (;; s->p++) {
        char c = *s->p;
        if (c == '_') {
            d->separated = true;
        } else if (hex_digit(c) < limit) {
            d->any = true;
            if (hex_digit(c) >= base && !d->invalid)
                d->invalid = s->p;
        } else {
            return;
        }
    }
}

/* spec: a `_` may stand between the base prefix and a digit, or between digits.
 * Returns the misplaced one. */
static const char *bad_separator(const char *text, const char *end)
{
    const char *p = text;
    bool after_digit = false; /* the byte before p is a digit or a base prefix */
    bool hex = end - text >= 2 && (text[1] | 0x20) == 'x';
    if (end - text >= 2 && text[0] == '0' && strchr("xob", text[1] | 0x20)) {
        p += 2;
        after_digit = true;
    }
    for (; p < end; p++) {
        bool digit = hex ? hex_digit(*p) < 16 : *p >= '0' && *p <= '9';
        if (*p == '_' && !after_digit)
            return p;
        if (!digit && *p != '_' && p > text && p[-1] == '_')
            return p - 1;
        after_digit = digit;
    }
    return end[-1] == '_' ? end - 1 : NULL;
}

/* The part from `e` or `p` on; prefix is 0 for plain decimal numbers. */
static LitKind scan_exponent(Scanner *s, char prefix, LitKind kind, Digits *d)
{
    char e = *s->p | 0x20;
    if (e != 'e' && e != 'p') {
        if (prefix == 'x' && kind == LitFloat && !s->failed)
            fail_at(s, s->p, "hexadecimal mantissa requires a 'p' exponent");
        return kind;
    }
    const char *quoted = scan_rune_quoted(s->ctx->arena, (uint8_t)*s->p);
    if (!s->failed && e == 'e' && prefix && prefix != '0')
        fail_at(s, s->p, "%s exponent requires decimal mantissa", quoted);
    else if (!s->failed && e == 'p' && prefix != 'x')
        fail_at(s, s->p, "%s exponent requires hexadecimal mantissa", quoted);
    s->p++;
    if (*s->p == '+' || *s->p == '-')
        s->p++;
    Digits exponent = {0};
    scan_digits(s, 10, &exponent);
    d->separated |= exponent.separated;
    if (!exponent.any && !s->failed)
        fail_at(s, s->p, "exponent has no digits");
    return LitFloat;
}

void scan_number(Scanner *s)
{
    const char *start = s->p;
    LitKind kind = LitInt;
    int base = 10;
    char prefix = 0; /* 'x', 'o', 'b', '0' (old octal) or 0 */
    Digits d = {0};
    s->failed = false;
    if (*s->p == '0') {
        s->p++;
        char c = *s->p | 0x20;
        if (c == 'x' || c == 'o' || c == 'b') {
            s->p++;
            prefix = c;
            base = c == 'x' ? 16 : c == 'o' ? 8 : 2;
        } else {
            prefix = '0';
            base = 8;
            d.any = true;
        }
    }
    if (*s->p != '.')
        scan_digits(s, base, &d);
    if (*s->p == '.') {
        kind = LitFloat;
        if (prefix == 'o' || prefix == 'b')
            fail_at(s, s->p, "invalid radix point in %s literal", base_name(base));
        s->p++;
        scan_digits(s, base, &d);
    }
    if (!d.any && !s->failed)
        fail_at(s, s->p, "%s literal has no digits", base_name(base));
    kind = scan_exponent(s, prefix, kind, &d);
    if (*s->p == 'i') {
        kind = LitImag;
        s->p++;
    }
    if (kind == LitInt && d.invalid && !s->failed) {
        fail_at(s, d.invalid, "invalid digit '%c' in %s literal", *d.invalid, base_name(base));
    }
    if (d.separated && !s->failed) {
        const char *at = bad_separator(start, s->p);
        if (at)
            fail_at(s, at, "'_' must separate successive digits");
    }
    finish(s, start, kind);
}

/* ---- escapes ---- */

/* n digits in the given base; p is on the first. */
static void scan_escape_digits(Scanner *s, int n, int base, uint32_t max)
{
    uint64_t value = 0;
    for (int i = 0; i < n; i++, s->p++) {
        if (*s->p == 0)
            return; /* the caller reports the missing quote */
        int digit = hex_digit(*s->p);
        if (digit >= base) {
            uint32_t r;
            utf8_decode(s->p, (size_t)(s->end - s->p), &r);
            fail_at(s, s->p, "invalid character %s in %s escape", scan_rune_quoted(s->ctx->arena, r), base_name(base));
            return;
        }
        value = value * (unsigned)base + (unsigned)digit;
    }
    if (value > max && base == 8)
        fail_at(s, s->p, "octal escape value %u > 255", (unsigned)value);
    else if (value > max || (value >= 0xD800 && value < 0xE000))
        fail_at(s, s->p, "escape is invalid Unicode code point %s", scan_rune_named(s->ctx->arena, (uint32_t)value));
}

/* p is on the backslash. */
static void scan_escape(Scanner *s, char quote)
{
    char c = *++s->p;
    if (c == quote) {
        s->p++;
        return;
    }
    switch (c) {
    case 'a': case 'b': case 'f': case 'n': case 'r': case 't': case 'v': case '\\': s->p++; return;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7':
        scan_escape_digits(s, 3, 8, 255);
        return;
    case 'x': s->p++; scan_escape_digits(s, 2, 16, 255); return;
    case 'u': s->p++; scan_escape_digits(s, 4, 16, MaxRune); return;
    case 'U': s->p++; scan_escape_digits(s, 8, 16, MaxRune); return;
    }
    if (c != 0)
        fail_at(s, s->p, "unknown escape");
}

/* ---- strings and runes ---- */

void scan_string(Scanner *s)
{
    const char *start = s->p++;
    s->failed = false;
    for (;;) {
        char c = *s->p;
        if (c == '"') {
            s->p++;
            break;
        }
        if (c == '\\') {
            scan_escape(s, '"');
        } else if (c == '\n') {
            fail_at(s, s->p, "newline in string");
            break;
        } else if (c == 0) {
            fail_at(s, start, "string not terminated");
            break;
        } else {
            s->p++;
        }
    }
    finish(s, start, LitString);
}

void scan_raw_string(Scanner *s)
{
    const char *start = s->p++;
    s->failed = false;
    for (; *s->p != '`'; s->p++) {
        if (*s->p == '\n') {
            s->at_line++;
            s->line_start = s->p + 1;
        } else if (*s->p == 0) {
            s->failed = true;
            scan_error_at(s, s->line, s->col, "string not terminated");
            finish(s, start, LitString);
            return;
        }
    }
    s->p++;
    finish(s, start, LitString);
}

void scan_rune(Scanner *s)
{
    const char *start = s->p++;
    s->failed = false;
    for (int n = 0;; n++) {
        char c = *s->p;
        if (c == '\'') {
            if (n == 0 && !s->failed)
                fail_at(s, s->p, "empty rune literal or unescaped '");
            else if (n != 1 && !s->failed)
                fail_at(s, start, "more than one character in rune literal");
            s->p++;
            break;
        }
        if (c == '\\') {
            scan_escape(s, '\'');
        } else if (c == '\n') {
            if (!s->failed)
                fail_at(s, s->p, "newline in rune literal");
            break;
        } else if (c == 0) {
            if (!s->failed)
                fail_at(s, start, "rune literal not terminated");
            break;
        } else {
            uint32_t r;
            s->p += utf8_decode(s->p, (size_t)(s->end - s->p), &r);
        }
    }
    finish(s, start, LitRune);
}
