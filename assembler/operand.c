/* operand.c - the operands of Go's assembler, and constant expressions.
 *
 *   AX                    register            $5  $(1<<3)  $1.5  $"abc"   constant
 *   8(AX)(BX*4)           memory              $8(SP)  $sym(SB)            its address
 *   sym+8(SB)  sym<>(SB)  static memory       x+8(FP)  x-8(SP)            frame, by name
 *   label  4(PC)          branch              *sym(SB)                    through memory
 *   [Z0-Z3]               four registers      "any name"(SB)              quoted name (ours)
 *
 * Expressions have 64 bits and the precedence of Go. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "asm.h"

static const Token end_of_line = {.kind = TokNewline, .text = "\n"};

static const Token *peek_at(const AsmCtx *a, int n)
{
    return a->line + n < a->end ? a->line + n : &end_of_line;
}
static const Token *peek(const AsmCtx *a) { return peek_at(a, 0); }

bool at_op(const AsmCtx *a, char c)
{
    const Token *t = peek(a);
    return t->kind == TokOp && t->value == (uint8_t)c;
}

bool eat_op(AsmCtx *a, char c)
{
    if (!at_op(a, c))
        return false;
    a->line++;
    return true;
}

const char *token_text(AsmCtx *a, const Token *t)
{
    switch ((TokenKind)t->kind) {
    case TokOp: return arena_printf(a->arena, "%c", (char)t->value);
    case TokChar: return arena_printf(a->arena, "'%c'", (char)t->value);
    case TokString: return arena_printf(a->arena, "\"%s\"", t->text);
    case TokEOF: case TokNewline: return "end of line";
    default: return t->text;
    }
}

/* One message a line is enough. */
void line_error(AsmCtx *a, const char *format, ...)
{
    va_list args;
    if (a->failed_line)
        return;
    a->failed_line = true;
    va_start(args, format);
    asm_error(a, a->pos, "%s", arena_vprintf(a->arena, format, args));
    va_end(args);
}

static bool expect_op(AsmCtx *a, char c)
{
    if (eat_op(a, c))
        return true;
    line_error(a, "expected '%c', found %s", c, token_text(a, peek(a)));
    return false;
}

/* ---- Expressions ---- */

static bool parse_int(AsmCtx *a, const char *text, uint64_t *value)
{
    char digits[80], *end;
    size_t n = 0;
    for (const char *p = text; *p && n < sizeof digits - 1; p++)
        if (*p != '_')
            digits[n++] = *p;
    digits[n] = 0;
    const char *d = digits;
    int base = 0;
    if (d[0] == '0' && (d[1] | 32) == 'b') {
        base = 2;
        d += 2;
    } else if (d[0] == '0' && (d[1] | 32) == 'o') {
        base = 8;
        d += 2;
    }
    errno = 0;
    uint64_t v = strtoull(d, &end, base);
    bool overflow = errno == ERANGE;
    if (*end || end == d || overflow) {
        line_error(a, overflow ? "strconv.ParseUint: parsing \"%s\": value out of range" : "illegal number syntax: %s", text);
        return false;
    }
    *value = v;
    return true;
}

static bool parse_factor(AsmCtx *a, uint64_t *value, int depth)
{
    const Token *t = peek(a);
    if (depth > 1000) {
        line_error(a, "expression nested too deeply");
        return false;
    }
    if (t->kind == TokInt) {
        a->line++;
        return parse_int(a, t->text, value);
    }
    if (t->kind == TokChar) {
        a->line++;
        *value = t->value;
        return true;
    }
    if (eat_op(a, '+'))
        return parse_factor(a, value, depth + 1);
    if (eat_op(a, '-')) {
        bool ok = parse_factor(a, value, depth + 1);
        *value = -*value;
        return ok;
    }
    if (eat_op(a, '~')) {
        bool ok = parse_factor(a, value, depth + 1);
        *value = ~*value;
        return ok;
    }
    if (at_op(a, '(')) {
        a->line++;
        return parse_expr(a, value) && expect_op(a, ')');
    }
    line_error(a, "unexpected %s evaluating expression", token_text(a, t));
    return false;
}

/* Returns the operator at hand when it binds like * (or like +), else 0. */
static int binary_op(const AsmCtx *a, bool product)
{
    const Token *t = peek(a);
    if (t->kind == TokShl)
        return product ? '<' : 0;
    if (t->kind == TokShr)
        return product ? '>' : 0;
    if (t->kind != TokOp || t->value == 0)
        return 0;
    return strchr(product ? "*/%&" : "+-|^", (int)t->value) ? (int)t->value : 0;
}

static bool apply(AsmCtx *a, int op, uint64_t *x, uint64_t y)
{
    switch (op) {
    case '*': *x *= y; return true;
    case '&': *x &= y; return true;
    case '+': *x += y; return true;
    case '-': *x -= y; return true;
    case '|': *x |= y; return true;
    case '^': *x ^= y; return true;
    case '/': case '%':
        if (y == 0) {
            line_error(a, op == '/' ? "division by zero" : "modulo by zero");
            return false;
        }
        if ((int64_t)*x < 0 || (int64_t)y < 0) {
            line_error(a, op == '/' ? "divide of value with high bit set" : "modulo of value with high bit set");
            return false;
        }
        *x = op == '/' ? *x / y : *x % y;
        return true;
    case '<': case '>':
        if ((int64_t)y < 0) {
            line_error(a, op == '<' ? "negative left shift count" : "negative right shift count");
            return false;
        }
        *x = y > 63 ? 0 : op == '<' ? *x << y : *x >> y;
        return true;
    default: return false;
    }
}

static bool parse_term(AsmCtx *a, uint64_t *value)
{
    int op;
    uint64_t y;
    if (!parse_factor(a, value, 0))
        return false;
    while ((op = binary_op(a, true)) != 0) {
        a->line++;
        if (!parse_factor(a, &y, 0) || !apply(a, op, value, y))
            return false;
    }
    return true;
}

bool parse_expr(AsmCtx *a, uint64_t *value)
{
    int op;
    uint64_t y;
    *value = 0;
    if (++a->expr_depth > 500) {
        line_error(a, "expression nested too deeply");
        return false;
    }
    bool ok = parse_term(a, value);
    while (ok && (op = binary_op(a, false)) != 0) {
        a->line++;
        ok = parse_term(a, &y) && apply(a, op, value, y);
    }
    a->expr_depth--;
    return ok;
}

/* ---- Registers and memory ---- */

static int register_at(const AsmCtx *a, const Token *t)
{
    return t->kind == TokIdent ? (int)(uintptr_t)map_get_str(&a->registers, t->text) : 0;
}

static bool is_pseudo(const Token *t, const char *name) { return t->kind == TokIdent && strcmp(t->text, name) == 0; }

/* (BX*4): an index. */
static bool parse_index(AsmCtx *a, Addr *out)
{
    uint64_t scale = 1;
    out->index = (uint16_t)register_at(a, peek(a));
    if (is_pseudo(peek(a), "PC") || is_pseudo(peek(a), "SB") || is_pseudo(peek(a), "FP")) {
        line_error(a, "invalid instruction: pseudo-register %s cannot be an index", peek(a)->text);
        return false;
    }
    if (!out->index) {
        line_error(a, "expected register; found %s", token_text(a, peek(a)));
        return false;
    }
    a->line++;
    if (eat_op(a, '*') && !parse_factor(a, &scale, 0))
        return false;
    if (scale != 1 && scale != 2 && scale != 4 && scale != 8) {
        line_error(a, "bad scale: %llu", (unsigned long long)scale);
        return false;
    }
    out->scale = (uint8_t)scale;
    return expect_op(a, ')');
}

/* At "(AX)(BX*4)", "(BX*4)", "(PC)"; out->off is set. */
static bool parse_indirect(AsmCtx *a, Addr *out)
{
    const Token *t = peek_at(a, 1);
    const Token *after = peek_at(a, 2);
    a->line++;
    if (is_pseudo(t, "PC")) {
        a->line++;
        out->type = AddrBranch;
        out->target = NULL;
        return expect_op(a, ')');
    }
    if (is_pseudo(t, "SB") || is_pseudo(t, "FP")) {
        line_error(a, "illegal use of pseudo-register %s without a symbol", t->text);
        return false;
    }
    int reg = register_at(a, t);
    if (!reg) {
        line_error(a, "expected register; found %s", token_text(a, t));
        return false;
    }
    if (after->kind == TokOp && after->value == '*')
        return parse_index(a, out);
    out->reg = (uint16_t)reg;
    a->line++;
    if (!expect_op(a, ')'))
        return false;
    if (at_op(a, '(')) {
        a->line++;
        if (!parse_index(a, out))
            return false;
        if (out->index == REG_TLS) { /* 0(CX)(TLS*1): CX holds the constant, FS: is the base */
            out->reg = REG_TLS;
            out->index = 0;
            out->scale = 0;
        }
    }
    return true;
}

/* ---- Symbols ---- */

/* After the name: <>, <ABI0>, <ABIInternal>. */
static bool parse_abi(AsmCtx *a, bool *is_static, bool *has_abi, ABI *abi)
{
    *is_static = *has_abi = false;
    if (!eat_op(a, '<'))
        return true;
    if (eat_op(a, '>')) {
        *is_static = true;
        return true;
    }
    const Token *t = peek(a);
    if (is_pseudo(t, "ABI0"))
        *abi = ABI0;
    else if (is_pseudo(t, "ABIInternal"))
        *abi = ABIInternal;
    else {
        line_error(a, "malformed ABI selector %s", token_text(a, t));
        return false;
    }
    *has_abi = true;
    a->line++;
    return expect_op(a, '>');
}

bool parse_symbol(AsmCtx *a, LSym **sym, int64_t *off, bool *explicit_abi, bool text)
{
    const Token *name = a->line++;
    bool is_static, has_abi;
    ABI abi = text ? ABI0 : ABIInternal;
    uint64_t v = 0;
    if (!parse_abi(a, &is_static, &has_abi, &abi))
        return false;
    if ((at_op(a, '+') || at_op(a, '-')) && !parse_expr(a, &v))
        return false;
    *off = (int64_t)v;
    *explicit_abi = is_static || has_abi;
    const char *full = name->kind == TokString ? name->text : symbol_name(a, name->text);
    if (is_static)
        *sym = obj_lookup_static(&a->obj, full, ABIInternal);
    else
        *sym = obj_lookup(&a->obj, full, abi);
    return true;
}

static bool is_symbol_start(const AsmCtx *a)
{
    const Token *t = peek(a), *next = peek_at(a, 1);
    if (t->kind == TokIdent)
        return true;
    return t->kind == TokString && next->kind == TokOp && strchr("(<+-", (int)next->value) && next->value;
}

void late_ref(AsmCtx *a, Addr *addr, bool address, bool call)
{
    vec_push(a->late, a->nlate, a->cap_late, (LateRef){.addr = addr, .address = address, .call = call});
}

/* name+8(SB), x+8(FP), x-8(SP); a bare name is a label. */
static bool parse_named(AsmCtx *a, Addr *out)
{
    const Token *name = peek(a), *next = peek_at(a, 1);
    bool plain = !(next->kind == TokOp && next->value && strchr("(<+-", (int)next->value));
    LSym *sym;
    int64_t off;
    bool explicit_abi;
    if (plain) {
        a->line++;
        out->type = AddrBranch;
        out->var = name->text;
        out->pad = 1; /* a label, not yet a Prog */
        return true;
    }
    const Token *start = a->line;
    /* FP and SP names are not symbols: look ahead for the pseudo register. */
    const Token *p = start + 1;
    for (int depth = 0; p < a->end && !(depth == 0 && p->kind == TokOp && p->value == '(' && p + 1 < a->end && p[1].kind == TokIdent); p++)
        depth += p->kind == TokOp ? (p->value == '(') - (p->value == ')') : 0;
    bool frame = p + 1 < a->end && (is_pseudo(p + 1, "FP") || is_pseudo(p + 1, "SP"));
    if (frame) {
        uint64_t v = 0;
        a->line++;
        if (eat_op(a, '<') && !expect_op(a, '>'))
            return false;
        if ((at_op(a, '+') || at_op(a, '-')) && !parse_expr(a, &v))
            return false;
        out->off = (int64_t)v;
        out->var = name->text;
    } else {
        if (!parse_symbol(a, &sym, &off, &explicit_abi, false))
            return false;
        out->off = off;
        out->sym = sym;
        out->pad = explicit_abi ? 2 : 0;
    }
    out->type = AddrMem;
    if (!expect_op(a, '('))
        return false;
    const Token *reg = peek(a);
    if (is_pseudo(reg, "SB") && !frame)
        out->name = NameExtern;
    else if (is_pseudo(reg, "FP"))
        out->name = NameParam;
    else if (is_pseudo(reg, "SP"))
        out->name = NameAuto;
    else {
        line_error(a, "expected pseudo-register; found %s", token_text(a, reg));
        return false;
    }
    a->line++;
    if (!expect_op(a, ')'))
        return false;
    if (at_op(a, '(')) {
        a->line++;
        return parse_index(a, out);
    }
    return true;
}

/* ---- Constants ---- */

/* $1.5, $-1.5, $(1.5), $(-1.5): is the next number a float? */
static bool parse_float_const(AsmCtx *a, Addr *out)
{
    const Token *p = a->line;
    int parens = 0;
    bool negative = false;
    for (;; p++) {
        if (p >= a->end)
            return false;
        if (p->kind == TokFloat)
            break;
        if (p->kind != TokOp)
            return false;
        if (p->value == '(')
            parens++;
        else if (p->value == '-')
            negative = !negative;
        else if (p->value != '+')
            return false;
    }
    char *end;
    out->type = AddrFConst;
    out->fval = strtod(p->text, &end);
    if (*end)
        line_error(a, "illegal number syntax: %s", p->text);
    if (negative)
        out->fval = -out->fval;
    a->line = p + 1;
    while (parens-- > 0)
        if (!expect_op(a, ')'))
            return false;
    return !a->failed_line;
}

static bool parse_number_or_memory(AsmCtx *a, Addr *out)
{
    uint64_t v = 0;
    bool indirect = at_op(a, '(') && peek_at(a, 1)->kind == TokIdent;
    if (!indirect && !parse_expr(a, &v))
        return false;
    out->type = AddrMem;
    out->off = (int64_t)v;
    if (at_op(a, '('))
        return parse_indirect(a, out);
    return true;
}

static bool parse_constant(AsmCtx *a, Addr *out)
{
    const Token *t = peek(a);
    if (is_symbol_start(a)) {
        if (!parse_named(a, out))
            return false;
        if (out->type == AddrBranch) {
            line_error(a, "illegal or missing addressing mode for symbol %s", t->text);
            return false;
        }
        out->type = AddrAddr;
        return true;
    }
    if (t->kind == TokString) {
        a->line++;
        out->type = AddrSConst;
        out->sval = t->text;
        out->slen = (size_t)t->value;
        return true;
    }
    if (parse_float_const(a, out))
        return true;
    if (a->failed_line || !parse_number_or_memory(a, out))
        return false;
    bool plain = !out->reg && !out->index;
    out->type = plain ? AddrConst : AddrAddr;
    return true;
}

static bool parse_reg_list(AsmCtx *a, Addr *out)
{
    int first = register_at(a, peek(a)), last = 0;
    if (first) {
        a->line++;
        if (eat_op(a, '-'))
            last = register_at(a, peek(a));
    }
    if (!first || !last || last != first + 3) {
        line_error(a, "invalid instruction: a register list is four registers, as in [Z0-Z3]");
        return false;
    }
    a->line++;
    *out = (Addr){.type = AddrRegList, .reg = (uint16_t)first, .index = (uint16_t)last};
    return expect_op(a, ']');
}

bool parse_operand(AsmCtx *a, Addr *out)
{
    *out = (Addr){0};
    a->expr_depth = 0;
    if (eat_op(a, '$'))
        return parse_constant(a, out);
    if (eat_op(a, '['))
        return parse_reg_list(a, out);
    bool indirect = eat_op(a, '*');
    int reg = register_at(a, peek(a));
    if (reg) {
        a->line++;
        *out = addr_reg(reg);
        return true;
    }
    bool ok = is_symbol_start(a) ? parse_named(a, out) : parse_number_or_memory(a, out);
    if (ok && indirect && out->type == AddrMem)
        out->type = AddrIndir;
    return ok;
}
