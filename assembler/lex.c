/* lex.c - source bytes to tokens.
 *
 * Names are Go's identifiers with two more letters: the middle dot and the
 * division slash, which stand for . and / in symbol names.  Comments are
 * blanks; a block comment that spans lines counts its lines.  A backslash at
 * the end of a line is kept as a token for macro.c: it continues a #define. */
#include <string.h>

#include "../base/utf8.h"
#include "asm.h"

typedef struct Lexer {
    AsmCtx *a;
    Tokens *out;
    const char *p, *end;
    uint32_t file, line;
    bool space;
} Lexer;

enum { MiddleDot = 0xb7, DivisionSlash = 0x2215 };

static uint32_t pos_of(const Lexer *x)
{
    uint32_t line = x->line < 1u << PosLineBits ? x->line : (1u << PosLineBits) - 1;
    return x->file << PosLineBits | line;
}

static Token *add(Lexer *x, TokenKind kind, const char *text, uint64_t value)
{
    vec_push(x->out->items, x->out->count, x->out->cap,
             (Token){.kind = (uint8_t)kind, .space = x->space, .pos = pos_of(x), .text = text, .value = value});
    x->space = false;
    return &x->out->items[x->out->count - 1];
}

static bool is_name_rune(uint32_t r, bool first)
{
    if (r < 0x80)
        return (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') || r == '_' || (!first && r >= '0' && r <= '9');
    return r == MiddleDot || r == DivisionSlash || unicode_is_letter(r) || (!first && unicode_is_digit(r));
}

static const char *name_end(const Lexer *x, const char *p)
{
    bool first = true;
    while (p < x->end) {
        uint32_t r;
        size_t n = utf8_decode(p, (size_t)(x->end - p), &r);
        if (!is_name_rune(r, first))
            break;
        first = false;
        p += n;
    }
    return p;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/* Go's numbers; floats have a point or an exponent. */
static void lex_number(Lexer *x)
{
    const char *start = x->p;
    bool hex = x->p + 1 < x->end && x->p[0] == '0' && (x->p[1] | 32) == 'x', is_float = false;
    while (x->p < x->end) {
        char c = *x->p;
        if (c == '.')
            is_float = true;
        else if ((!hex && (c | 32) == 'e') || (hex && (c | 32) == 'p')) {
            is_float = true;
            if (x->p + 1 < x->end && (x->p[1] == '+' || x->p[1] == '-'))
                x->p++;
        } else if (!is_alnum(c))
            break;
        x->p++;
    }
    add(x, is_float ? TokFloat : TokInt, intern(&x->a->names, start, (size_t)(x->p - start)), 0);
}

static int hex_digit(char c)
{
    if (is_digit(c))
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool lex_digits(Lexer *x, int n, int base, uint32_t *value)
{
    *value = 0;
    for (int i = 0; i < n; i++) {
        int d = x->p < x->end ? hex_digit(*x->p) : -1;
        if (d < 0 || d >= base)
            return false;
        *value = *value * (uint32_t)base + (uint32_t)d;
        x->p++;
    }
    return true;
}

/* After a backslash; puts the bytes meant into b.  spec: "Rune literals". */
static bool lex_escape(Lexer *x, Buf *b)
{
    static const char letters[] = "abfnrtv\\'\"", values[] = "\a\b\f\n\r\t\v\\'\"";
    if (x->p >= x->end)
        return false;
    char c = *x->p;
    const char *at = c ? strchr(letters, c) : NULL;
    uint32_t v;
    char utf8[UTFMax];
    if (at) {
        x->p++;
        buf_putc(b, values[at - letters]);
        return true;
    }
    if (c >= '0' && c <= '7') {
        if (!lex_digits(x, 3, 8, &v) || v > 255)
            return false;
        buf_putc(b, (char)v);
        return true;
    }
    x->p++;
    if (c == 'x') {
        if (!lex_digits(x, 2, 16, &v))
            return false;
        buf_putc(b, (char)v);
        return true;
    }
    if ((c != 'u' && c != 'U') || !lex_digits(x, c == 'u' ? 4 : 8, 16, &v))
        return false;
    buf_write(b, utf8, utf8_encode(utf8, v));
    return true;
}

/* Up to the closing quote; false when there is none on the line. */
static bool lex_quoted(Lexer *x, char quote, Buf *b)
{
    x->p++;
    while (x->p < x->end && *x->p != '\n') {
        char c = *x->p++;
        if (c == quote)
            return true;
        if (c == '\\' && quote != '`') {
            if (!lex_escape(x, b))
                return false;
        } else {
            buf_putc(b, c);
        }
    }
    return false;
}

static void lex_string(Lexer *x)
{
    Buf b = {0};
    if (!lex_quoted(x, *x->p, &b))
        asm_error(x->a, pos_of(x), "literal not terminated");
    add(x, TokString, arena_strndup(x->a->arena, b.len ? b.data : "", b.len), b.len);
    buf_free(&b);
}

static void lex_char(Lexer *x)
{
    Buf b = {0};
    uint32_t r = 0;
    bool escaped = x->p + 1 < x->end && x->p[1] == '\\';
    if (!lex_quoted(x, '\'', &b))
        asm_error(x->a, pos_of(x), "literal not terminated");
    else if (b.len == 1 && escaped)
        r = (uint8_t)b.data[0];
    else if (b.len == 0 || utf8_decode(b.data, b.len, &r) != b.len)
        asm_error(x->a, pos_of(x), "illegal char literal");
    add(x, TokChar, "", r);
    buf_free(&b);
}

/* Blanks and comments; true when it skipped something. */
static bool skip_blanks(Lexer *x)
{
    const char *p = x->p;
    if (*p == ' ' || *p == '\t' || *p == '\r') {
        x->p++;
    } else if (*p == '/' && p + 1 < x->end && p[1] == '/') {
        while (x->p < x->end && *x->p != '\n')
            x->p++;
    } else if (*p == '/' && p + 1 < x->end && p[1] == '*') {
        uint32_t start = pos_of(x);
        for (x->p += 2; x->p + 1 < x->end && !(x->p[0] == '*' && x->p[1] == '/'); x->p++)
            x->line += *x->p == '\n';
        if (x->p + 1 >= x->end) {
            asm_error(x->a, start, "comment not terminated");
            x->p = x->end;
        } else {
            x->p += 2;
        }
    } else {
        return false;
    }
    x->space = true;
    return true;
}

static void lex_operator(Lexer *x)
{
    char c = *x->p++, next = x->p < x->end ? *x->p : 0;
    TokenKind kind = c == '<' && next == '<' ? TokShl : c == '>' && next == '>' ? TokShr : c == '-' && next == '>' ? TokArrow : TokOp;
    if (kind != TokOp) {
        x->p++;
        add(x, kind, kind == TokShl ? "<<" : kind == TokShr ? ">>" : "->", 0);
        return;
    }
    add(x, TokOp, "", (uint8_t)c);
}

static void lex_token(Lexer *x)
{
    char c = *x->p;
    const char *end;
    if (c == '\n') {
        add(x, TokNewline, "\n", 0);
        x->line++;
        x->p++;
    } else if (c == ';') {
        add(x, TokNewline, ";", 0);
        x->p++;
    } else if ((end = name_end(x, x->p)) > x->p) {
        add(x, TokIdent, intern(&x->a->names, x->p, (size_t)(end - x->p)), 0);
        x->p = end;
    } else if (is_digit(c) || (c == '.' && x->p + 1 < x->end && is_digit(x->p[1]))) {
        lex_number(x);
    } else if (c == '"' || c == '`') {
        lex_string(x);
    } else if (c == '\'') {
        lex_char(x);
    } else {
        lex_operator(x);
    }
}

void lex_file(AsmCtx *a, uint32_t file, const char *text, size_t size, Tokens *out)
{
    Lexer x = {.a = a, .out = out, .p = text, .end = text + size, .file = file, .line = 1};
    while (x.p < x.end)
        if (!skip_blanks(&x))
            lex_token(&x);
    add(&x, TokNewline, "\n", 0);
    add(&x, TokEOF, "", 0);
}
