/* errors.c - reporting, and how operands look in messages.
 *
 * Errors stand at the first token of a construct, as gc's do.  A message that
 * only follows from an earlier one is dropped: it mentions "invalid operand" or
 * "invalid type" somewhere behind its first word. */
#include <string.h>

#include "check.h"

/* Nobody will read a message: then texts of operands, which may be long, are not made. */
static bool is_full(const Checker *ck) { return !ck->instance_mode && diag_full(ck->ctx->diag); }

static void report(Checker *ck, Pos pos, const char *format, va_list args)
{
    if (is_full(ck))
        return;
    const char *text = arena_vprintf(ck->a, format, args);
    if (ck->instance_mode) { /* the generic body has been checked: its errors are known, new ones are our fault */
        if (!ck->ctx->instance_fault)
            ck->ctx->instance_fault = arena_printf(ck->a, "%s: %s", pos_string(ck, pos), text);
        return;
    }
    if (ck->reported) {
        const char *op = strstr(text, "invalid operand"), *type = strstr(text, "invalid type");
        if ((op && op != text) || (type && type != text))
            return;
    }
    ck->reported = true;
    if (ck->env.errpos) /* in an inherited constant expression: where it is inherited */
        pos = ck->env.errpos;
    const char *version = strstr(text, "requires go1.");
    if (version && strstr(version, " or later")) {
        if (!(ck->env.lang & LangFromFile))
            text = arena_printf(ck->a, "%s (-lang was set to %s; check go.mod)", text, ck->ctx->lang ? ck->ctx->lang : "go1.26");
        else
            text = arena_printf(ck->a, "%s (file declares //go:build go1.%u)", text, ck->env.lang & ~(uint32_t)LangFromFile);
    }
    pos_error(ck->ctx->pos, ck->ctx->diag, pos, "%s", text);
}

void err_at(Checker *ck, Pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(ck, pos, format, args);
    va_end(args);
}

void err_node(Checker *ck, const Node *n, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(ck, n ? node_start(n) : 0, format, args);
    va_end(args);
}

void err_op(Checker *ck, const Operand *x, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(ck, x->expr ? node_start(x->expr) : 0, format, args);
    va_end(args);
}

const char *pos_string(Checker *ck, Pos p)
{
    const PosTable *t = ck->ctx->pos;
    uint32_t col = pos_col(t, p);
    if (col == 0)
        return arena_printf(ck->a, "%s:%u", pos_file(t, p), pos_line(t, p));
    return arena_printf(ck->a, "%s:%u:%u", pos_file(t, p), pos_line(t, p), col);
}

const char *at_string(Checker *ck, Pos p)
{
    if (p == 0)
        return "\n\t";
    return arena_printf(ck->a, "\n\t%s: ", pos_string(ck, p));
}

bool allow_version(Checker *ck, uint32_t minor) { return (ck->env.lang & ~(uint32_t)LangFromFile) >= minor; }

void version_error(Checker *ck, Pos pos, uint32_t minor, const char *what)
{
    err_at(ck, pos, "%s requires go1.%u or later", what, minor);
}

const char *val_string(Checker *ck, const Const *c)
{
    Buf b = {0};
    const_print(&b, c);
    const char *s = arena_strndup(ck->a, b.data ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

const char *node_string(Checker *ck, const Node *n) { return n && !is_full(ck) ? expr_string(ck->a, n) : ""; }

/* "struct" of a struct type etc., "" for basic types. */
const char *composite_kind(Type *t)
{
    static const char *const names[NumTypeKinds] = {
        [KindArray] = "array", [KindSlice] = "slice", [KindStruct] = "struct", [KindPointer] = "pointer",
        [KindFunc] = "func", [KindInterface] = "interface", [KindMap] = "map", [KindChan] = "chan",
        [KindTuple] = "tuple", [KindUnion] = "union"};
    if (is_tparam(t))
        return "type parameter";
    const char *s = names[under_kind(t)];
    return s ? s : "";
}

static bool is_generic(Type *t)
{
    if (t->kind == KindNamed)
        return t->named.ntparams > 0 && !t->named.origin;
    if (t->kind == KindAlias)
        return t->alias.ntparams > 0 && !t->alias.origin;
    return t->kind == KindFunc && t->func.ntparams > 0;
}

static void write_operand_type(Checker *ck, Buf *b, Type *t)
{
    if (t->kind == KindInvalid) {
        buf_puts(b, " with invalid type");
        return;
    }
    buf_puts(b, " of ");
    if (is_generic(t))
        buf_puts(b, "generic ");
    if (!is_tparam(t) && (t->kind == KindNamed || t->kind == KindAlias)) {
        const char *what = composite_kind(t);
        Type *u = type_under(t);
        buf_printf(b, "%s ", what[0] ? what : u->kind <= KindUntypedNil ? u->basic.name : "");
    }
    buf_puts(b, "type ");
    write_type(ck->ctx, b, t);
    if (is_tparam(t)) {
        buf_puts(b, " constrained by ");
        write_type(ck->ctx, b, type_unalias(t)->tparam.bound);
        TypeSet *s = type_set(ck->ctx, type_under(t));
        if (!s->all && s->terms.n == 0)
            buf_puts(b, " with empty type set");
    }
}

static const char *const mode_names[] = {
    [ModeInvalid] = "invalid operand", [ModeNoValue] = "no value", [ModeBuiltin] = "built-in", [ModeType] = "type",
    [ModeConstant] = "constant", [ModeVariable] = "variable", [ModeMapIndex] = "map index expression",
    [ModeValue] = "value", [ModeNil] = "nil", [ModeCommaOk] = "comma, ok expression", [ModePackage] = "package"};

const char *op_string(Checker *ck, const Operand *x)
{
    if (is_full(ck))
        return "";
    if (x->mode == ModeNil && x->type) {
        if (x->type->kind == KindInvalid)
            return "nil (with invalid type)";
        if (x->type->kind == KindUntypedNil)
            return "nil";
    }
    const char *expr = "";
    if (x->expr)
        expr = node_string(ck, x->expr);
    else if (x->mode == ModeBuiltin)
        expr = builtin_info[x->id].name;
    else if (x->mode == ModeType)
        expr = tstr(ck, x->type);
    else if (x->mode == ModeConstant)
        expr = val_string(ck, x->val);
    Buf b = {0};
    if (expr[0])
        buf_printf(&b, "%s (", expr);
    bool has_type = false;
    if (x->mode != ModeInvalid && x->mode != ModeNoValue && x->mode != ModeBuiltin && x->mode != ModeType && x->type) {
        if (is_untyped(x->type))
            buf_printf(&b, "%s ", x->type->basic.name);
        else
            has_type = true;
    }
    buf_puts(&b, mode_names[x->mode]);
    if (x->mode == ModeConstant && x->val) {
        const char *val = val_string(ck, x->val);
        if (strcmp(val, expr) != 0)
            buf_printf(&b, " %s", val);
    }
    if (has_type)
        write_operand_type(ck, &b, x->type);
    if (expr[0])
        buf_putc(&b, ')');
    const char *s = arena_strndup(ck->a, b.data, b.len);
    buf_free(&b);
    return s;
}
