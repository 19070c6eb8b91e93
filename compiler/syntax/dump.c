/* dump.c - tokens and trees as text.
 *
 * A tree is written as nested lists, and ast_parse.c reads it back:
 *
 *   node  = "(" Kind "#" id "@" pos { field } ")" .
 *   field = name ":" value .
 *   value = node | "[" { node } "]" | string | number | "true" | "@" pos | token .
 *   pos   = line ":" column .               as in the source, whatever line directives say
 *
 * What is nil, empty, zero or false is left out.  Field names and order are those
 * of nodes.h; beside them there are
 *   op:token                of nodes that have an operator
 *   pragma:[{ "nosplit" @pos }]   embed:[{ @pos "pattern" ... }]   of declarations
 *   source:"x.go"  lines:[{ @pos "name" line column }]  linknames:[{ @pos "local" "target" }]   of files
 *   note:"text"             what an annotator said, for the eye: skipped in reading
 * The type of a parameter or field that shares it with the one before is written once. */
#include <string.h>

#include "parser.h"

typedef struct Dumper {
    const SyntaxCtx *ctx;
    Buf *out;
    int indent;
    void (*annotate)(Buf *out, const Node *n, void *data);
    void *data;
} Dumper;

/* ---- tokens ---- */

static void dump_token(Buf *out, const Scanner *s)
{
    buf_printf(out, "%u:%u\t", (unsigned)s->line, (unsigned)s->col);
    switch (s->tok) {
    case TokName: buf_printf(out, "name\t%s\n", s->text); break;
    case TokLiteral: {
        static const char *const kinds[] = {"int", "float", "imag", "rune", "string"};
        buf_printf(out, "%s\t", kinds[s->lit_kind]);
        buf_write(out, s->text, s->size);
        buf_putc(out, '\n');
        break;
    }
    case TokSemi: buf_printf(out, ";\t%s\n", s->text); break;
    case TokAssignOp: buf_printf(out, "%s=\n", tok_text[s->op]); break;
    case TokIncOp: buf_printf(out, "%s%s\n", tok_text[s->op], tok_text[s->op]); break;
    default: buf_printf(out, "%s\n", tok_text[s->tok]); break;
    }
}

void dump_tokens(SyntaxCtx *c, Buf *out, const char *name, const char *src, size_t size)
{
    Scanner s;
    const char *text = arena_strndup(c->arena, src, size);
    scan_init(&s, c, pos_add_file(c->pos, name, text, size), text, size);
    do {
        scan_next(&s);
        dump_token(out, &s);
    } while (s.tok != TokEOF);
    scan_free(&s);
}

/* ---- trees ---- */

static void dump_node(Dumper *d, const Node *n);

static const void *field_at(const Node *n, const NodeFieldInfo *f) { return (const char *)n + f->offset; }

static void newline(Dumper *d)
{
    buf_putc(d->out, '\n');
    for (int i = 0; i < d->indent; i++)
        buf_puts(d->out, "  ");
}

static void dump_pos(Dumper *d, Pos pos)
{
    buf_printf(d->out, "@%u:%u", (unsigned)pos_real_line(d->ctx->pos, pos), (unsigned)pos_real_col(d->ctx->pos, pos));
}

static void dump_string(Dumper *d, const char *s) { buf_quote(d->out, s, strlen(s)); }

static void dump_list(Dumper *d, NodeList list)
{
    buf_putc(d->out, '[');
    d->indent++;
    for (uint32_t i = 0; i < list.n; i++) {
        newline(d);
        dump_node(d, list.at[i]);
    }
    d->indent--;
    buf_putc(d->out, ']');
}

static uint32_t int_field(const void *p, const NodeFieldInfo *f)
{
    return f->size == 1 ? *(const uint8_t *)p : *(const uint32_t *)p;
}

/* Not nil, empty, zero or false; not a type that another field shows. */
static bool is_set(const Node *n, const NodeFieldInfo *f)
{
    const void *p = field_at(n, f);
    switch (f->type) {
    case FieldNode: case FieldOpt:
        if (n->kind == NodeField && n->field.same_type && p == (const void *)&n->field.type)
            return false;
        return *(Node *const *)p != NULL;
    case FieldList: return ((const NodeList *)p)->n > 0;
    case FieldStr: return *(const char *const *)p && **(const char *const *)p;
    case FieldBool: return *(const bool *)p;
    case FieldOp: case FieldInt: return int_field(p, f) != 0;
    case FieldPos: return *(const Pos *)p != 0;
    }
    return false;
}

static void dump_field(Dumper *d, const Node *n, const NodeFieldInfo *f)
{
    const void *p = field_at(n, f);
    if (!is_set(n, f))
        return;
    if (f->type == FieldNode || f->type == FieldOpt || f->type == FieldList)
        newline(d);
    else
        buf_putc(d->out, ' ');
    buf_printf(d->out, "%s:", f->name);
    switch (f->type) {
    case FieldNode: case FieldOpt: dump_node(d, *(Node *const *)p); break;
    case FieldList: dump_list(d, *(const NodeList *)p); break;
    case FieldStr: dump_string(d, *(const char *const *)p); break;
    case FieldBool: buf_puts(d->out, "true"); break;
    case FieldOp: buf_puts(d->out, tok_text[int_field(p, f)]); break;
    case FieldInt: buf_printf(d->out, "%u", (unsigned)int_field(p, f)); break;
    case FieldPos: dump_pos(d, *(const Pos *)p); break;
    }
}

static const Pragma *pragma_of(const Node *n)
{
    switch (n->kind) {
    case NodeFile: return n->file.pragma;
    case NodeImportDecl: return n->import.pragma;
    case NodeConstDecl: return n->constdecl.pragma;
    case NodeTypeDecl: return n->typedecl.pragma;
    case NodeVarDecl: return n->vardecl.pragma;
    case NodeFuncDecl: return n->func.pragma;
    default: return NULL;
    }
}

static const char *pragma_word(uint32_t flags)
{
#define PRAGMA(name, text, who) if ((flags & Pragma##name) && Pragma##name != PragmaUintptrKeepAlive && \
                                    Pragma##name != PragmaNoWriteBarrier) return text;
#include "pragmas.h"
    return flags & PragmaNoWriteBarrier ? "nowritebarrier" : "uintptrkeepalive";
}

static void dump_pragma(Dumper *d, const Pragma *pragma)
{
    if (!pragma)
        return;
    if (pragma->items) {
        buf_puts(d->out, " pragma:[");
        for (const PragmaItem *i = pragma->items; i; i = i->next) {
            buf_puts(d->out, i == pragma->items ? "" : " ");
            dump_string(d, pragma_word(i->flag));
            dump_pos(d, i->pos);
        }
        buf_putc(d->out, ']');
    }
    if (pragma->embeds) {
        buf_puts(d->out, " embed:[");
        for (const Embed *e = pragma->embeds; e; e = e->next) {
            dump_pos(d, e->pos);
            for (uint32_t i = 0; i < e->n; i++)
                dump_string(d, e->patterns[i]);
        }
        buf_putc(d->out, ']');
    }
}

/* What only files have. */
static void dump_file_parts(Dumper *d, const Node *n)
{
    const PosTable *t = d->ctx->pos;
    const SourceFile *source = pos_source(t, n->pos);
    uint32_t file = (uint32_t)(source - t->files);
    buf_puts(d->out, " source:");
    dump_string(d, source->name);
    bool any = false;
    for (size_t i = 0; i < t->num_bases; i++) {
        const PosBase *b = &t->bases[i];
        if (b->file != file || !b->directive)
            continue;
        buf_puts(d->out, any ? " " : " lines:[");
        any = true;
        buf_printf(d->out, "@%u:%u", (unsigned)b->from_line, (unsigned)b->from_col);
        dump_string(d, b->name);
        buf_printf(d->out, " %u %u", (unsigned)b->line, (unsigned)b->col);
    }
    buf_puts(d->out, any ? "]" : "");
    for (const Linkname *l = n->file.linknames; l; l = l->next) {
        buf_puts(d->out, l == n->file.linknames ? " linknames:[" : " ");
        dump_pos(d, l->pos);
        dump_string(d, l->local);
        dump_string(d, l->target);
        buf_puts(d->out, l->next ? "" : "]");
    }
}

static void dump_node(Dumper *d, const Node *n)
{
    const NodeInfo *info = &node_info[n->kind];
    buf_printf(d->out, "(%s #%u ", info->name, (unsigned)n->id);
    dump_pos(d, n->pos);
    if (n->op != TokNone)
        buf_printf(d->out, " op:%s", tok_text[n->op]);
    if (n->kind == NodeFile)
        dump_file_parts(d, n); /* first: they say what later positions mean */
    dump_pragma(d, pragma_of(n));
    if (d->annotate) {
        Buf note = {0};
        d->annotate(&note, n, d->data);
        if (note.len > 0) {
            buf_puts(d->out, " note:");
            buf_quote(d->out, note.data, note.len);
        }
        buf_free(&note);
    }
    d->indent++;
    for (const NodeFieldInfo *f = info->fields; f->name; f++)
        dump_field(d, n, f);
    d->indent--;
    buf_putc(d->out, ')');
}

void dump_ast(const SyntaxCtx *c, Buf *out, const Node *n,
              void (*annotate)(Buf *out, const Node *n, void *data), void *data)
{
    Dumper d = {c, out, 0, annotate, data};
    dump_node(&d, n);
    buf_putc(out, '\n');
}

/* ---- JSON ---- */

static void json_node(Dumper *d, const Node *n);

/* RFC 8259, section 7 */
static void json_string(Buf *out, const char *s)
{
    buf_putc(out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_printf(out, "\\%c", *s);
        else if ((uint8_t)*s < 0x20)
            buf_printf(out, "\\u%04x", (unsigned)(uint8_t)*s);
        else
            buf_putc(out, *s);
    }
    buf_putc(out, '"');
}

static void json_pos(Dumper *d, Pos pos)
{
    buf_printf(d->out, "[%u,%u]", (unsigned)pos_real_line(d->ctx->pos, pos), (unsigned)pos_real_col(d->ctx->pos, pos));
}

static void json_list(Dumper *d, NodeList list)
{
    buf_putc(d->out, '[');
    for (uint32_t i = 0; i < list.n; i++) {
        buf_puts(d->out, i > 0 ? ",\n" : "\n");
        json_node(d, list.at[i]);
    }
    buf_putc(d->out, ']');
}

static void json_field(Dumper *d, const Node *n, const NodeFieldInfo *f)
{
    const void *p = field_at(n, f);
    if (!is_set(n, f))
        return;
    buf_putc(d->out, ',');
    json_string(d->out, f->name);
    buf_putc(d->out, ':');
    switch (f->type) {
    case FieldNode: case FieldOpt: json_node(d, *(Node *const *)p); break;
    case FieldList: json_list(d, *(const NodeList *)p); break;
    case FieldStr: json_string(d->out, *(const char *const *)p); break;
    case FieldBool: buf_puts(d->out, "true"); break;
    case FieldOp: json_string(d->out, tok_text[int_field(p, f)]); break;
    case FieldInt: buf_printf(d->out, "%u", (unsigned)int_field(p, f)); break;
    case FieldPos: json_pos(d, *(const Pos *)p); break;
    }
}

/* Every node has the range of its text, the end exclusive. */
static void json_node(Dumper *d, const Node *n)
{
    const NodeInfo *info = &node_info[n->kind];
    Loc end = node_end(d->ctx->pos, n);
    buf_printf(d->out, "{\"kind\":\"%s\",\"id\":%u,\"pos\":", info->name, (unsigned)n->id);
    json_pos(d, n->pos);
    buf_puts(d->out, ",\"start\":");
    json_pos(d, node_first(n));
    buf_printf(d->out, ",\"end\":[%u,%u]", (unsigned)end.line, (unsigned)end.col);
    if (n->op != TokNone) {
        buf_puts(d->out, ",\"op\":");
        json_string(d->out, tok_text[n->op]);
    }
    for (const NodeFieldInfo *f = info->fields; f->name; f++)
        json_field(d, n, f);
    buf_putc(d->out, '}');
}

void dump_ast_json(const SyntaxCtx *c, Buf *out, const Node *n)
{
    Dumper d = {.ctx = c, .out = out};
    json_node(&d, n);
    buf_putc(out, '\n');
}
