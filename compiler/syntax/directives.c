/* directives.c - comments that mean something: //line, //go: and //go:build.
 *
 * The scanner hands them over as they come, that is, while the parser looks one
 * token ahead; a //go: directive waits in p->pragma until the next declaration
 * takes it.  Mistakes in //go: directives do not count as the parser's errors:
 * they neither stop it nor hide others. */
#include <string.h>

#include "parser.h"

/* ---- line directives ---- */

/* The digits after the last colon of text[0..size): false when there is no colon. */
static bool trailing_number(const char *text, size_t size, size_t *colon, uint64_t *value, bool *valid)
{
    size_t i = size;
    while (i > 0 && text[i - 1] != ':')
        i--;
    if (i == 0)
        return false;
    *colon = i - 1;
    *value = 0;
    *valid = i < size;
    for (; i < size; i++) {
        if (text[i] < '0' || text[i] > '9' || *value > UINT32_MAX)
            *valid = false;
        else
            *value = *value * 10 + (unsigned)(text[i] - '0');
    }
    return true;
}

static void line_error(Parser *p, uint32_t line, uint32_t col, const char *what, const char *text, size_t size)
{
    scan_error_at(&p->s, line, col, "invalid %s number: %.*s", what, (int)size, text);
}

enum { MaxPosition = 1 << 30 };

/* text is what follows "line "; it stands at line, col; the stretch starts at
 * from_line, from_col.  Forms: file:line, file:line:col, :line, :line:col.
 * Text that ends in no :number is an ordinary comment. */
static void line_directive(Parser *p, uint32_t line, uint32_t col, uint32_t from_line, uint32_t from_col,
                           const char *text, size_t size)
{
    size_t colon, colon2;
    uint64_t number, number2;
    bool valid, valid2;
    if (!trailing_number(text, size, &colon, &number, &valid))
        return;
    if (!valid) {
        line_error(p, line, col + (uint32_t)colon + 1, "line", text + colon + 1, size - colon - 1);
        return;
    }
    uint64_t to_line = number, to_col = 0;
    size_t name_size = colon;
    bool has_col = trailing_number(text, colon, &colon2, &number2, &valid2) && valid2;
    if (has_col) {
        to_line = number2;
        to_col = number;
        name_size = colon2;
        if (to_col == 0 || to_col > MaxPosition) {
            line_error(p, line, col + (uint32_t)colon + 1, "column", text + colon + 1, size - colon - 1);
            return;
        }
    }
    if (to_line == 0 || to_line > MaxPosition) {
        line_error(p, line, col + (uint32_t)name_size + 1, "line", text + name_size + 1, size - name_size - 1);
        return;
    }
    PosTable *t = p->ctx->pos;
    PosBase base = t->bases[p->s.base];
    base.directive = true;
    if (name_size > 0 || !has_col)
        base.name = intern(p->ctx->names, text, name_size);
    base.from_line = from_line;
    base.from_col = from_col;
    base.line = (uint32_t)to_line;
    base.col = (uint32_t)to_col;
    p->s.base = pos_add_line_base(t, base);
}

/* ---- //go:build and language versions ---- */

/* The constraint is evaluated for the least Go version it implies: an `and`
 * needs both sides, an `or` the smaller one; a negated tag implies nothing.
 * -1: none. */
typedef struct Constraint {
    const char *p, *end;
    int depth;
} Constraint;

static int min_or(Constraint *c, bool negated);

static void skip_blanks(Constraint *c)
{
    while (c->p < c->end && (*c->p == ' ' || *c->p == '\t'))
        c->p++;
}

static bool take(Constraint *c, const char *word)
{
    skip_blanks(c);
    size_t n = strlen(word);
    if ((size_t)(c->end - c->p) < n || memcmp(c->p, word, n) != 0)
        return false;
    c->p += n;
    return true;
}

static int tag_version(const char *tag, size_t size)
{
    if (size == 3 && memcmp(tag, "go1", 3) == 0)
        return 0;
    if (size <= 4 || size > 8 || memcmp(tag, "go1.", 4) != 0)
        return -1;
    int v = 0;
    for (size_t i = 4; i < size; i++) {
        if (tag[i] < '0' || tag[i] > '9')
            return -1;
        v = v * 10 + tag[i] - '0';
    }
    return v;
}

static int min_not(Constraint *c, bool negated)
{
    if (c->depth > 1000)
        return -1;
    int v = -1;
    c->depth++;
    if (take(c, "!")) {
        v = min_not(c, !negated);
    } else if (take(c, "(")) {
        v = min_or(c, negated);
        take(c, ")");
    } else {
        skip_blanks(c);
        const char *tag = c->p;
        while (c->p < c->end && !strchr(" \t()!&|", *c->p))
            c->p++;
        v = negated ? -1 : tag_version(tag, (size_t)(c->p - tag));
    }
    c->depth--;
    return v;
}

static int combine(int a, int b, bool both) { return (a > b) == both ? a : b; }

static int min_and(Constraint *c, bool negated)
{
    int v = min_not(c, negated);
    while (take(c, "&&"))
        v = combine(v, min_not(c, negated), !negated);
    return v;
}

static int min_or(Constraint *c, bool negated)
{
    int v = min_and(c, negated);
    while (take(c, "||"))
        v = combine(v, min_and(c, negated), negated);
    return v;
}

static void build_directive(Parser *p, const char *text, size_t size)
{
    Constraint c = {text, text + size, 0};
    int v = min_or(&c, false);
    if (v == 0)
        p->go_version = "go1";
    else if (v > 0)
        p->go_version = arena_printf(p->ctx->arena, "go1.%d", v);
}

/* ---- //go: ---- */

typedef enum Who { Any, Std, Runtime } Who;

static const struct { const char *name; uint32_t flag; Who who; } pragma_table[] = {
#define PRAGMA(name, text, who) {text, Pragma##name, who},
#include "pragmas.h"
};

/* Space-separated fields of text, double- or back-quoted ones whole. */
static uint32_t split_fields(Parser *p, const char *text, size_t size, const char **fields, uint32_t max)
{
    uint32_t n = 0;
    for (size_t i = 0; i < size;) {
        while (i < size && (text[i] == ' ' || text[i] == '\t'))
            i++;
        if (i == size)
            break;
        size_t from = i;
        char quote = text[i];
        if (quote == '"' || quote == '`') {
            for (i++; i < size && text[i] != quote; i++)
                if (text[i] == '\\' && quote == '"' && i + 1 < size)
                    i++;
            from++;
            if (n < max)
                fields[n] = arena_strndup(p->ctx->arena, text + from, i - from);
            if (i < size)
                i++;
        } else {
            while (i < size && text[i] != ' ' && text[i] != '\t')
                i++;
            if (n < max)
                fields[n] = arena_strndup(p->ctx->arena, text + from, i - from);
        }
        n++;
    }
    return n;
}

static Pragma *waiting_pragma(Parser *p)
{
    if (!p->pragma)
        p->pragma = NEW(p->ctx->arena, Pragma);
    return p->pragma;
}

static void add_item(Parser *p, Pos pos, uint32_t flag)
{
    Pragma *pragma = waiting_pragma(p);
    pragma->flags |= flag;
    PragmaItem **end = &pragma->items;
    while (*end)
        end = &(*end)->next;
    *end = NEW(p->ctx->arena, PragmaItem);
    **end = (PragmaItem){pos, flag, NULL};
}

static void linkname_directive(Parser *p, Pos pos, const char *args, size_t size)
{
    const char *fields[3];
    uint32_t n = split_fields(p, args, size, fields, 3);
    if (size == 0)
        return; /* the bare word is no directive */
    if (n != 1 && n != 2) {
        pos_error(p->ctx->pos, p->ctx->diag, pos, "usage: //go:linkname localname [linkname]");
        return;
    }
    Linkname *l = NEW(p->ctx->arena, Linkname);
    l->pos = pos;
    l->local = intern_str(p->ctx->names, fields[0]);
    l->target = n == 2 ? fields[1] : "";
    *p->linknames_end = l;
    p->linknames_end = &l->next;
}

enum { MaxPatterns = 1000 };

static void embed_directive(Parser *p, Pos pos, const char *args, size_t size)
{
    const char **fields = NEW_ARRAY(p->ctx->arena, const char *, MaxPatterns);
    uint32_t n = split_fields(p, args, size, fields, MaxPatterns);
    if (n == 0 || n > MaxPatterns) {
        pos_error(p->ctx->pos, p->ctx->diag, pos, n ? "too many patterns in //go:embed" : "usage: //go:embed pattern...");
        return;
    }
    Embed **end = &waiting_pragma(p)->embeds;
    while (*end)
        end = &(*end)->next;
    *end = NEW(p->ctx->arena, Embed);
    **end = (Embed){pos, fields, n, NULL};
}

static bool is_word(const char *text, size_t size, const char *word)
{
    return size == strlen(word) && memcmp(text, word, size) == 0;
}

/* Directives that cgo writes; they tell the dynamic linker's names, of which there are none in what we link. */
static const struct {
    const char *name, *usage;
    uint32_t min, max; /* arguments */
    bool quoted;       /* the argument is a quoted string */
} cgo_table[] = {
    {"cgo_import_static", "local", 1, 1, false},
    {"cgo_import_dynamic", "local [remote [\"library\"]]", 1, 3, false},
    {"cgo_export_static", "local [remote]", 1, 2, false},
    {"cgo_export_dynamic", "local [remote]", 1, 2, false},
    {"cgo_dynamic_linker", "\"path\"", 1, 1, true},
    {"cgo_ldflag", "\"arg\"", 1, 1, true},
};

static void cgo_directive(Parser *p, Pos pos, const char *text, size_t size, size_t verb, uint32_t n)
{
    bool complete = is_word(text, verb, "cgo_import_dynamic") && n >= 3; /* allowed everywhere */
    if (!p->ctx->std && !complete)
        pos_error(p->ctx->pos, p->ctx->diag, pos, "//go:%.*s only allowed in cgo-generated code", (int)size, text);
    for (size_t i = 0; i < sizeof cgo_table / sizeof cgo_table[0]; i++) {
        bool bad = n < cgo_table[i].min || n > cgo_table[i].max ||
                   (cgo_table[i].quoted && (!memchr(text, '"', size) || text[size - 1] != '"'));
        if (is_word(text, verb, cgo_table[i].name) && bad)
            pos_error(p->ctx->pos, p->ctx->diag, pos, "usage: //go:%s %s", cgo_table[i].name, cgo_table[i].usage);
    }
}

/* text is what follows "go:". */
static void go_directive(Parser *p, Pos pos, const char *text, size_t size)
{
    const char *blank = text;
    while (blank < text + size && *blank != ' ' && *blank != '\t')
        blank++;
    size_t verb = (size_t)(blank - text);
    const char *args = blank;
    size_t args_size = size - verb;
    if (is_word(text, verb, "linkname")) {
        linkname_directive(p, pos, args, args_size);
        return;
    }
    if (is_word(text, verb, "embed")) {
        embed_directive(p, pos, args, args_size);
        return;
    }
    if (verb > 4 && memcmp(text, "cgo_", 4) == 0 && !is_word(text, verb, "cgo_unsafe_args")) {
        cgo_directive(p, pos, text, size, verb, split_fields(p, args, args_size, NULL, 0));
        return;
    }
    for (size_t i = 0; i < sizeof pragma_table / sizeof pragma_table[0]; i++) {
        if (!is_word(text, verb, pragma_table[i].name))
            continue;
        if (pragma_table[i].who == Runtime && !p->ctx->runtime)
            pos_error(p->ctx->pos, p->ctx->diag, pos, "//go:%s only allowed in runtime", pragma_table[i].name);
        uint32_t flag = pragma_table[i].flag;
        if (flag == PragmaUintptrKeepAlive && !p->ctx->std)
            pos_error(p->ctx->pos, p->ctx->diag, pos, "//go:%s is only allowed in the standard library", pragma_table[i].name);
        if (flag == PragmaUintptrEscapes)
            flag |= PragmaUintptrKeepAlive;
        if (flag == PragmaNoWriteBarrierRec)
            flag |= PragmaNoWriteBarrier;
        add_item(p, pos, flag);
        return;
    }
}

/* ---- what the parser calls ---- */

/* text is the whole comment, with the slashes; it starts at line, col.  blank:
 * nothing stands before it on its line. */
void handle_directive(void *parser, uint32_t line, uint32_t col, bool blank, const char *text, size_t size)
{
    Parser *p = parser;
    bool general = text[1] == '*';
    const char *body = text + 2;
    size_t body_size = size - 2;
    if (memcmp(body, "line ", 5) == 0) {
        if (general) {
            size_t end = body_size - 5;
            if (memchr(body, '\n', body_size) == NULL)
                line_directive(p, line, col + 7, line, col + (uint32_t)size + 2, body + 5, end);
        } else if (col == 1) {
            line_directive(p, line, col + 7, line + 1, 1, body + 5, body_size - 5);
        }
        return;
    }
    if (p->top && body_size > 9 && memcmp(body, "go:build ", 9) == 0)
        build_directive(p, body + 9, body_size - 9);
    if (memcmp(body, "go:", 3) != 0)
        return;
    Pos pos = pos_add(p->ctx->pos, p->s.base, line, col + 2);
    if (!blank)
        pos_error(p->ctx->pos, p->ctx->diag, pos, "misplaced compiler directive");
    else
        go_directive(p, pos, body + 3, body_size - 3);
}

Pragma *take_pragma(Parser *p)
{
    Pragma *pragma = p->pragma;
    p->pragma = NULL;
    return pragma;
}

static void report_misplaced(SyntaxCtx *c, const PragmaItem *item)
{
    pos_error(c->pos, c->diag, item->pos, "misplaced compiler directive");
}

static void report_misplaced_embeds(SyntaxCtx *c, const Embed *e)
{
    for (; e; e = e->next)
        pos_error(c->pos, c->diag, e->pos, "misplaced go:embed directive");
}

void clear_pragma(Parser *p)
{
    Pragma *pragma = take_pragma(p);
    if (!pragma)
        return;
    for (const PragmaItem *i = pragma->items; i; i = i->next)
        report_misplaced(p->ctx, i);
    report_misplaced_embeds(p->ctx, pragma->embeds);
}

/* ---- after type checking ---- */

enum { FuncPragmas = (((uint32_t)1 << NumPragmas) - 1) & ~(uint32_t)PragmaGoBuild };

static void check_pragma(SyntaxCtx *c, const Pragma *pragma, uint32_t allowed, bool embeds)
{
    if (!pragma)
        return;
    for (const PragmaItem *i = pragma->items; i; i = i->next)
        if (i->flag & ~allowed)
            report_misplaced(c, i);
    if (!embeds)
        report_misplaced_embeds(c, pragma->embeds);
}

static bool imports(const Node *f, const char *path)
{
    size_t n = strlen(path);
    for (uint32_t i = 0; i < f->file.decls.n; i++) {
        const Node *d = f->file.decls.at[i], *lit = d->kind == NodeImportDecl ? d->import.path : NULL;
        if (lit && lit->lit.size == n + 2 && memcmp(lit->lit.text + 1, path, n) == 0)
            return true;
    }
    return false;
}

/* What a file's directives are judged by. */
typedef struct FileCheck {
    SyntaxCtx *c;
    bool embed; /* the file imports embed */
} FileCheck;

/* A variable that takes the contents of files is declared alone, at package level, without a value. */
static void check_embeds(const FileCheck *f, const Node *var, bool local)
{
    const Embed *e = var->vardecl.pragma ? var->vardecl.pragma->embeds : NULL;
    if (!e)
        return;
    const char *fault = !f->embed ? "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)"
                        : var->vardecl.names.n > 1 ? "go:embed cannot apply to multiple vars"
                        : var->vardecl.values.n ? "go:embed cannot apply to var with initializer"
                        : local ? "go:embed cannot apply to var inside func" : NULL;
    if (fault)
        pos_error(f->c->pos, f->c->diag, e->pos, "%s", fault);
}

/* Declarations inside functions take no directives. */
static bool check_local(Node *n, void *data)
{
    const FileCheck *f = data;
    SyntaxCtx *c = f->c;
    const Pragma *pragma = n->kind == NodeConstDecl ? n->constdecl.pragma
                           : n->kind == NodeTypeDecl ? n->typedecl.pragma
                           : n->kind == NodeVarDecl ? n->vardecl.pragma : NULL;
    check_pragma(c, pragma, 0, n->kind == NodeVarDecl);
    if (n->kind == NodeVarDecl)
        check_embeds(f, n, true);
    return true;
}

static void check_decl(FileCheck *f, Node *d)
{
    SyntaxCtx *c = f->c;
    switch (d->kind) {
    case NodeImportDecl: check_pragma(c, d->import.pragma, 0, false); break;
    case NodeConstDecl: check_pragma(c, d->constdecl.pragma, 0, false); break;
    case NodeTypeDecl: check_pragma(c, d->typedecl.pragma, 0, false); break;
    case NodeVarDecl:
        check_pragma(c, d->vardecl.pragma, 0, true);
        check_embeds(f, d, false);
        break;
    case NodeFuncDecl:
        check_pragma(c, d->func.pragma, FuncPragmas, false);
        node_walk(d->func.body, check_local, f);
        break;
    default: break;
    }
}

void check_pragmas(SyntaxCtx *c, const Node *file)
{
    check_pragma(c, file->file.pragma, PragmaGoBuild, false);
    FileCheck f = {c, imports(file, "embed")};
    for (uint32_t i = 0; i < file->file.decls.n; i++)
        check_decl(&f, file->file.decls.at[i]);
    if (!imports(file, "unsafe"))
        for (const Linkname *l = file->file.linknames; l; l = l->next)
            pos_error(c->pos, c->diag, l->pos, "//go:linkname only allowed in Go files that import \"unsafe\"");
}
