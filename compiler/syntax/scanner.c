/* scanner.c - text to tokens (spec: "Lexical elements").
 *
 * The scanner reads from a copy of the text that ends with a NUL, so the inner
 * loops need no test for the end: a class table decides for ASCII, and
 * everything from 0x80 on takes a slow path.  What no Go text may hold (NUL, bad
 * UTF-8, a byte order mark past the start) is taken out before and counts as
 * absent; it is reported when the scanner passes its place. */
#include "scanner.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* What a byte may be part of. */
enum { Letter = 1, Digit = 2, Space = 4, High = 8 };

static const uint8_t class_of[256] = {
    ['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['_'] = Letter,
    ['0'] = 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    [' '] = Space, ['\t'] = Space, ['\r'] = Space,
#define HIGH16 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8
    [0x80] = HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16,
#undef HIGH16
};

static const char byte_order_mark[] = "\xEF\xBB\xBF";

void scan_error_at(Scanner *s, uint32_t line, uint32_t col, const char *format, ...)
{
    s->errors++;
    va_list args;
    va_start(args, format);
    pos_verror(s->ctx->pos, s->ctx->diag, pos_add(s->ctx->pos, s->base, line, col), format, args);
    va_end(args);
}

const char *scan_rune_quoted(Arena *a, uint32_t r)
{
    static const char codes[] = "\a\b\f\n\r\t\v\\'", letters[] = "abfnrtv\\'";
    const char *code = r && r < 0x80 ? strchr(codes, (int)r) : NULL;
    if (code)
        return arena_printf(a, "'\\%c'", letters[code - codes]);
    if (unicode_is_print(r)) {
        char utf8[UTFMax];
        int n = (int)utf8_encode(utf8, r);
        return arena_printf(a, "'%.*s'", n, utf8);
    }
    return arena_printf(a, r < 0x80 ? "'\\x%02x'" : r < 0x10000 ? "'\\u%04x'" : "'\\U%08x'", (unsigned)r);
}

const char *scan_rune_named(Arena *a, uint32_t r)
{
    if (!unicode_is_print(r))
        return arena_printf(a, "U+%04X", (unsigned)r);
    char utf8[UTFMax];
    int n = (int)utf8_encode(utf8, r);
    return arena_printf(a, "U+%04X '%.*s'", (unsigned)r, n, utf8);
}

/* ---- start ---- */

static bool all_ascii(const char *p, size_t n)
{
    for (; n >= 8; p += 8, n -= 8) {
        uint64_t w;
        memcpy(&w, p, 8);
        const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
        if ((w & tops) || ((w - ones) & ~w & tops)) /* a high byte, or a NUL */
            return false;
    }
    for (; n > 0; p++, n--)
        if ((uint8_t)*p >= 0x80 || *p == 0)
            return false;
    return true;
}

/* What is wrong with a rune of w bytes, or NULL. */
static const char *stray_fault(uint32_t r, size_t w, bool first)
{
    if (r == 0)
        return "invalid NUL character";
    if (r == RuneError && w == 1)
        return "invalid UTF-8 encoding";
    if (r == 0xFEFF && !first)
        return "invalid BOM in the middle of the file";
    return NULL;
}

/* Copies the text without its strays, which are noted. */
static void drop_strays(Scanner *s, const char *text, size_t size)
{
    char *to = arena_alloc(s->ctx->arena, size + 1), *start = to;
    const char *line_start = text, *end = text + size;
    uint32_t line = 1, r;
    for (const char *p = text; p < end;) {
        size_t w = utf8_decode(p, (size_t)(end - p), &r);
        const char *what = stray_fault(r, w, p == text);
        if (what) {
            Stray stray = {(size_t)(to - start), (uint32_t)w, line, (uint32_t)(p - line_start) + 1, what};
            vec_push(s->strays, s->num_strays, s->cap_strays, stray);
        } else {
            memcpy(to, p, w);
            to += w;
        }
        p += w;
        if (r == '\n') {
            line++;
            line_start = p;
        }
    }
    s->start = s->p = s->line_start = start;
    s->end = to;
}

/* Reports the strays that have been passed, those right before s->p included. */
static void report_strays(Scanner *s)
{
    for (; s->strays_told < s->num_strays; s->strays_told++) {
        const Stray *stray = &s->strays[s->strays_told];
        if (stray->at > (size_t)(s->p - s->start))
            return;
        scan_error_at(s, stray->line, stray->col, "%s", stray->what);
    }
}

uint32_t scan_col(const Scanner *s, const char *p)
{
    uint32_t col = (uint32_t)(p - s->line_start) + 1;
    for (size_t i = 0; i < s->num_strays; i++) {
        const Stray *stray = &s->strays[i];
        if (stray->at >= (size_t)(s->line_start - s->start) && stray->at <= (size_t)(p - s->start))
            col += stray->width;
    }
    return col;
}

void scan_init(Scanner *s, SyntaxCtx *ctx, uint32_t base, const char *text, size_t size)
{
    *s = (Scanner){.ctx = ctx, .base = base, .start = text, .p = text, .end = text + size, .line_start = text, .at_line = 1};
    if (!all_ascii(text, size))
        drop_strays(s, text, size);
    if (s->end - s->p >= 3 && memcmp(s->p, byte_order_mark, 3) == 0)
        s->p += 3;
}

void scan_free(Scanner *s) { free(s->strays); }

/* ---- names and keywords ---- */

typedef struct Keyword {
    const char *text;
    uint8_t size;
    uint8_t tok;
} Keyword;

/* Keywords in alphabetical order, and where those with each first letter start. */
static const Keyword keywords[] = {
#define TOK(name, text, prec) {text, sizeof text - 1, Tok##name},
#include "tokens.h"
};

static const uint8_t first_keyword[27] = {
    /* a */ TokBreak, /* b */ TokBreak, /* c */ TokCase, /* d */ TokDefault, /* e */ TokElse, /* f */ TokFallthrough,
    /* g */ TokGo, /* h */ TokIf, /* i */ TokIf, /* j */ TokMap, /* k */ TokMap, /* l */ TokMap, /* m */ TokMap,
    /* n */ TokPackage, /* o */ TokPackage, /* p */ TokPackage, /* q */ TokRange, /* r */ TokRange, /* s */ TokSelect,
    /* t */ TokType, /* u */ TokVar, /* v */ TokVar, /* w */ NumTokens, NumTokens, NumTokens, NumTokens, NumTokens,
};

static Token keyword(const char *text, size_t size)
{
    unsigned letter = (unsigned)(uint8_t)text[0] - 'a';
    if (letter >= 26)
        return TokName;
    for (int i = first_keyword[letter]; i < first_keyword[letter + 1]; i++)
        if (keywords[i].size == size && memcmp(keywords[i].text, text, size) == 0)
            return keywords[i].tok;
    return TokName;
}

/* A rune beyond ASCII in a name: reports what may not stand there and takes it
 * all the same, so that one slip gives one error.  Returns its width. */
static size_t scan_name_rune(Scanner *s, const char *p, bool first)
{
    uint32_t r;
    size_t w = utf8_decode(p, (size_t)(s->end - p), &r);
    if (unicode_is_letter(r))
        return w;
    if (!unicode_is_digit(r))
        scan_error_at(s, s->at_line, scan_col(s, p), "invalid character %s in identifier", scan_rune_named(s->ctx->arena, r));
    else if (first)
        scan_error_at(s, s->at_line, scan_col(s, p), "identifier cannot begin with digit %s", scan_rune_named(s->ctx->arena, r));
    return w;
}

/* Something was taken out between the two: not a keyword then. */
static bool has_stray(const Scanner *s, const char *from, const char *to)
{
    for (size_t i = 0; i < s->num_strays; i++)
        if (s->strays[i].at > (size_t)(from - s->start) && s->strays[i].at <= (size_t)(to - s->start))
            return true;
    return false;
}

/* spec: identifier = letter { letter | unicode_digit } . */
static void scan_name(Scanner *s)
{
    const char *start = s->p, *p = start;
    for (;;) {
        while (class_of[(uint8_t)*p] & (Letter | Digit))
            p++;
        if (!(class_of[(uint8_t)*p] & High))
            break;
        p += scan_name_rune(s, p, p == start);
    }
    s->p = p;
    size_t size = (size_t)(p - start);
    s->tok = size >= 2 && !has_stray(s, start, p) ? keyword(start, size) : TokName;
    if (s->tok == TokName) {
        s->text = intern(s->ctx->names, start, size);
        s->size = (uint32_t)size;
        s->nlsemi = true;
        return;
    }
    s->nlsemi = s->tok == TokBreak || s->tok == TokContinue || s->tok == TokFallthrough || s->tok == TokReturn;
}

/* ---- comments ---- */

static bool starts(const char *p, const char *word) { return strncmp(p, word, strlen(word)) == 0; }

/* p is after the two slashes; leaves it on the newline. */
static void scan_line_comment(Scanner *s)
{
    const char *text = s->p;
    const char *newline = memchr(text, '\n', (size_t)(s->end - text));
    s->p = newline ? newline : s->end;
    if (s->directive && (starts(text, "go:") || starts(text, "line "))) {
        report_strays(s); /* by the positions that hold so far */
        size_t size = (size_t)(s->p - text);
        if (size > 0 && text[size - 1] == '\r')
            size--;
        s->directive(s->data, s->line, s->col, s->blank, text - 2, size + 2);
    }
}

/* p is after slash and star; leaves it after the comment. */
static void scan_general_comment(Scanner *s)
{
    const char *text = s->p, *p = text;
    for (;; p++) {
        if (*p == '*' && p[1] == '/')
            break;
        if (*p == '\n') {
            s->at_line++;
            s->line_start = p + 1;
        } else if (*p == 0) {
            scan_error_at(s, s->line, s->col, "comment not terminated");
            s->p = p;
            return;
        }
    }
    s->p = p + 2;
    if (s->directive && starts(text, "line "))
        s->directive(s->data, s->line, s->col, s->blank, text - 2, (size_t)(p - text) + 2);
}

/* ---- tokens ---- */

static void set_semi(Scanner *s, const char *what)
{
    s->tok = TokSemi;
    s->text = what;
}

/* An operator that may be followed by `=`. */
static void set_op(Scanner *s, Token op)
{
    s->op = op;
    s->tok = op;
    if (*s->p == '=') {
        s->p++;
        s->tok = TokAssignOp;
    }
}

/* ++ and -- end a statement. */
static void set_inc(Scanner *s, Token op)
{
    s->p++;
    s->op = op;
    s->tok = TokIncOp;
    s->nlsemi = true;
}

static void set_closing(Scanner *s, Token tok)
{
    s->tok = tok;
    s->nlsemi = true;
}

static void set_plain(Scanner *s, Token tok) { s->op = s->tok = tok; }

static bool take(Scanner *s, char c)
{
    if (*s->p != c)
        return false;
    s->p++;
    return true;
}

/* spec: "Operators and punctuation"; c has been read.  Returns false for what
 * is no token at all. */
static bool scan_operator(Scanner *s, char c)
{
    switch (c) {
    case '(': set_plain(s, TokLparen); return true;
    case '[': set_plain(s, TokLbrack); return true;
    case '{': set_plain(s, TokLbrace); return true;
    case ',': set_plain(s, TokComma); return true;
    case ')': set_closing(s, TokRparen); return true;
    case ']': set_closing(s, TokRbrack); return true;
    case '}': set_closing(s, TokRbrace); return true;
    case ';': set_semi(s, "semicolon"); return true;
    case ':': set_plain(s, take(s, '=') ? TokDefine : TokColon); return true;
    case '.':
        set_plain(s, TokDot);
        if (s->p[0] == '.' && s->p[1] == '.') {
            s->p += 2;
            s->tok = TokDotDotDot;
        }
        return true;
    case '+':
        if (*s->p == '+') set_inc(s, TokAdd);
        else set_op(s, TokAdd);
        return true;
    case '-':
        if (*s->p == '-') set_inc(s, TokSub);
        else set_op(s, TokSub);
        return true;
    case '*': set_op(s, TokMul); return true;
    case '/': set_op(s, TokDiv); return true;
    case '%': set_op(s, TokRem); return true;
    case '^': set_op(s, TokXor); return true;
    case '~': set_plain(s, TokTilde); return true;
    case '&':
        if (take(s, '&')) set_plain(s, TokAndAnd);
        else if (take(s, '^')) set_op(s, TokAndNot);
        else set_op(s, TokAnd);
        return true;
    case '|':
        if (take(s, '|')) set_plain(s, TokOrOr);
        else set_op(s, TokOr);
        return true;
    case '<':
        if (take(s, '=')) set_plain(s, TokLeq);
        else if (take(s, '<')) set_op(s, TokShl);
        else set_plain(s, take(s, '-') ? TokArrow : TokLss);
        return true;
    case '>':
        if (take(s, '=')) set_plain(s, TokGeq);
        else if (take(s, '>')) set_op(s, TokShr);
        else set_plain(s, TokGtr);
        return true;
    case '=': set_plain(s, take(s, '=') ? TokEql : TokAssign); return true;
    case '!': set_plain(s, take(s, '=') ? TokNeq : TokNot); return true;
    }
    return false;
}

/* Skips white space and sets where the next token starts.  With nlsemi a
 * newline stays, to become a semicolon. */
static void skip_space(Scanner *s, bool nlsemi)
{
    const char *p = s->p;
    uint32_t from_line = s->at_line;
    bool at_margin = p == s->line_start;
    for (;; p++) {
        if (class_of[(uint8_t)*p] & Space)
            continue;
        if (*p != '\n' || nlsemi)
            break;
        s->at_line++;
        s->line_start = p + 1;
    }
    s->p = p;
    s->line = s->at_line;
    s->col = scan_col(s, p);
    s->blank = at_margin || s->at_line > from_line;
}

/* One attempt at a token; false after a comment or a byte that is skipped. */
static bool scan_token(Scanner *s, bool *nlsemi)
{
    skip_space(s, *nlsemi);
    uint8_t c = (uint8_t)*s->p;
    uint8_t class = class_of[c];
    if (class & (Letter | High)) {
        scan_name(s);
        return true;
    }
    if (class & Digit || (c == '.' && class_of[(uint8_t)s->p[1]] & Digit)) {
        scan_number(s);
        return true;
    }
    switch (c) {
    case '"': scan_string(s); return true;
    case '`': scan_raw_string(s); return true;
    case '\'': scan_rune(s); return true;
    case '\n':
        set_semi(s, "newline");
        s->p++;
        s->at_line++;
        s->line_start = s->p;
        return true;
    case 0:
        if (*nlsemi)
            set_semi(s, "EOF");
        else
            s->tok = TokEOF;
        return true;
    case '/':
        if (s->p[1] == '/') {
            s->p += 2;
            scan_line_comment(s);
            return false;
        }
        if (s->p[1] == '*') {
            s->p += 2;
            scan_general_comment(s);
            if (!*nlsemi || s->at_line == s->line)
                return false;
            set_semi(s, "newline"); /* spec: a general comment with newlines acts like a newline */
            return true;
        }
    }
    s->p++;
    if (scan_operator(s, (char)c))
        return true;
    scan_error_at(s, s->line, s->col, "invalid character %s", scan_rune_named(s->ctx->arena, c));
    return true; /* never a token: see scan_next */
}

void scan_next(Scanner *s)
{
    bool nlsemi = s->nlsemi;
    s->nlsemi = false;
    do
        s->tok = TokNone;
    while (!scan_token(s, &nlsemi) || s->tok == TokNone);
    if (s->num_strays > 0)
        report_strays(s);
}
