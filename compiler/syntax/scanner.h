/* scanner.h - text to tokens, one at a time.  Private to syntax/. */
#ifndef SYNTAX_SCANNER_H
#define SYNTAX_SCANNER_H

#include "syntax.h"

/* Bytes that may not stand in Go text: NUL, bad UTF-8, misplaced byte order marks. */
typedef struct Stray {
    size_t at;          /* offset of what follows it in the cleaned text */
    uint32_t width;     /* bytes */
    uint32_t line, col; /* where it really stood */
    const char *what;   /* message */
} Stray;

/* The Parser looks at the fields of the current token and calls scan_next for
 * the next one. */
typedef struct Scanner {
    SyntaxCtx *ctx;
    uint32_t base;      /* PosBase for new positions */

    const char *start;  /* of the text, without strays */
    const char *p;      /* next byte to read */
    const char *end;    /* of the text; *end is NUL */
    const char *line_start; /* first byte of the line that p is in */
    uint32_t at_line;   /* number of that line */
    Stray *strays;      /* what was taken out of the text; heap */
    size_t num_strays, cap_strays;
    size_t strays_told; /* so many have been reported */
    bool nlsemi;        /* a newline here ends the statement (spec: "Semicolons") */
    uint32_t errors;    /* reported so far */
    bool failed;        /* an error inside the current literal was reported */

    /* The current token. */
    Token tok;
    Token op;           /* of TokAssignOp, TokIncOp, and every operator token itself */
    uint32_t line, col; /* where it starts, real, from 1 */
    bool blank;         /* only white space before it on its line */
    const char *text;   /* names: interned; literals: in the source; TokSemi: "semicolon", "newline" or "EOF" */
    uint32_t size;      /* bytes of text */
    uint8_t lit_kind;   /* LitKind */
    bool bad;           /* literal is ill-formed */

    /* Called for comments that start with //line, //go: or slash-star line. */
    void (*directive)(void *data, uint32_t line, uint32_t col, bool blank, const char *text, size_t size);
    void *data;
} Scanner;

void scan_init(Scanner *s, SyntaxCtx *ctx, uint32_t base, const char *text, size_t size);
void scan_free(Scanner *s);
void scan_next(Scanner *s);

/* scan_literal.c: called by scan_next with p on the first byte of the literal. */
void scan_number(Scanner *s);
void scan_string(Scanner *s);
void scan_raw_string(Scanner *s);
void scan_rune(Scanner *s);

/* Reports at real position line, col. */
void scan_error_at(Scanner *s, uint32_t line, uint32_t col, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
uint32_t scan_col(const Scanner *s, const char *p); /* of a byte of the current line */

/* Text of a rune in messages: 'x' as by %q, U+0078 'x' as by %#U. */
const char *scan_rune_quoted(Arena *a, uint32_t rune);
const char *scan_rune_named(Arena *a, uint32_t rune);

#endif
