/* symabi.c - asm -gensymabis: what compile must know of the assembly.
 *
 * Before go_asm.h exists, the sources are read for symbols only: one `def` for
 * each TEXT, one `ref` for each operand of another line that is nothing but
 * [$|*]SYM[<ABI>][+N](SB) (but not for the symbol that DATA or FUNCDATA begins with).  compile makes a wrapper where Go calls a `def` of
 * the other convention, or where a `ref` means a function written in Go. */
#include <string.h>

#include "asm.h"

static bool is_op(const Token *t, const Token *end, char c)
{
    return t < end && t->kind == TokOp && t->value == (uint8_t)c;
}

/* Skips <...>; *abi is the selector's name; false for the static form <>. */
static bool skip_abi(const Token **p, const Token *end, const char **abi)
{
    *abi = "ABI0";
    if (!is_op(*p, end, '<'))
        return true;
    if (is_op(*p + 1, end, '>'))
        return false;
    if (*p + 2 < end && (*p)[1].kind == TokIdent && is_op(*p + 2, end, '>')) {
        *abi = (*p)[1].text;
        *p += 3;
    }
    return true;
}

/* SYM<ABI>+N(SB) and nothing else between p and end. */
static bool is_reference(AsmCtx *a, const Token *p, const Token *end, const char **name, const char **abi)
{
    bool address = is_op(p, end, '$') || is_op(p, end, '*');
    p += address;
    if (p >= end || (p->kind != TokIdent && p->kind != TokString) || map_get_str(&a->registers, p->text))
        return false;
    *name = p->text;
    bool quoted = p->kind == TokString;
    p++;
    if (!skip_abi(&p, end, abi))
        return false;
    while (p < end && (is_op(p, end, '+') || is_op(p, end, '-') || p->kind == TokInt))
        p++;
    if (!(is_op(p, end, '(') && p + 3 == end && p[1].kind == TokIdent && strcmp(p[1].text, "SB") == 0 && is_op(p + 2, end, ')')))
        return false;
    if (!quoted)
        *name = symbol_name(a, *name);
    return true;
}

static void scan_line(AsmCtx *a, const Token *p, const Token *end)
{
    while (p + 1 < end && p->kind == TokIdent && is_op(p + 1, end, ':'))
        p += 2;
    if (p >= end || p->kind != TokIdent)
        return;
    bool text = strcmp(p->text, "TEXT") == 0;
    bool skip_first = strcmp(p->text, "DATA") == 0 || strcmp(p->text, "FUNCDATA") == 0;
    if (strcmp(p->text, "PCDATA") == 0)
        return;
    int operand = 0, depth = 0;
    const char *name, *abi;
    const Token *start = ++p;
    for (;; p++) {
        depth += is_op(p, end, '(') - is_op(p, end, ')');
        if (p < end && !(is_op(p, end, ',') && depth == 0))
            continue;
        bool wanted = text ? operand == 0 : !(skip_first && operand == 0);
        if (wanted && is_reference(a, start, p, &name, &abi))
            buf_printf(&a->symabis, "%s %s %s\n", text ? "def" : "ref", name, abi);
        operand++;
        start = p + 1;
        if (p >= end)
            return;
    }
}

void symabi_all(AsmCtx *a)
{
    const Token *p = a->out_tokens.items, *end = p + a->out_tokens.count;
    while (p < end) {
        const Token *q = p;
        while (q < end && q->kind != TokNewline)
            q++;
        if (p < q)
            scan_line(a, p, q);
        p = q + 1;
    }
}
