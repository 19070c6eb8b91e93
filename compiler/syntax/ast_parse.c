/* ast_parse.c - reads what dump_ast wrote (the grammar is in dump.c).
 *
 * The table of node kinds drives the reader as it drives the dumper.  What the
 * text does not say is worked out as the parser does it: shared types, the
 * constant that an implicit one repeats, labels and their targets. */
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "parser.h"

typedef struct Reader {
    SyntaxCtx *ctx;
    const char *name;        /* of the dump, for messages */
    const char *p, *end;     /* *end is NUL */
    const char *line_start;
    int line;
    int depth;
    bool failed;
    uint32_t first_base, last_base; /* of the file described; none: first > last */
    Node **stack;            /* children of unfinished lists; heap */
    size_t stack_n, stack_cap;
} Reader;

static Node *read_node(Reader *r);

/* ---- words ---- */

static void fail(Reader *r, const char *what)
{
    if (!r->failed)
        diag_add(r->ctx->diag, r->name, r->line, (int)(r->p - r->line_start) + 1, "bad syntax tree: %s", what);
    r->failed = true;
    r->p = r->end;
}

static void skip_space(Reader *r)
{
    for (; *r->p == ' ' || *r->p == '\n'; r->p++) {
        if (*r->p == '\n') {
            r->line++;
            r->line_start = r->p + 1;
        }
    }
}

static bool take(Reader *r, char c)
{
    skip_space(r);
    if (*r->p != c || r->p == r->end)
        return false;
    r->p++;
    return true;
}

static void expect(Reader *r, char c)
{
    char what[] = {'e', 'x', 'p', 'e', 'c', 't', 'e', 'd', ' ', c, 0};
    if (!take(r, c))
        fail(r, what);
}

static bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

static const char *read_word(Reader *r)
{
    skip_space(r);
    const char *start = r->p;
    while (is_word_byte(*r->p))
        r->p++;
    if (r->p == start)
        fail(r, "expected a word");
    return intern(r->ctx->names, start, (size_t)(r->p - start));
}

static uint32_t read_number(Reader *r)
{
    skip_space(r);
    uint64_t v = 0;
    const char *start = r->p;
    for (; *r->p >= '0' && *r->p <= '9' && v <= UINT32_MAX; r->p++)
        v = v * 10 + (unsigned)(*r->p - '0');
    if (r->p == start || v > UINT32_MAX)
        fail(r, "expected a number");
    return (uint32_t)v;
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One byte of a string after a backslash. */
static char read_escape(Reader *r)
{
    static const char letters[] = "abfnrtv\"\\", codes[] = "\a\b\f\n\r\t\v\"\\";
    char c = *r->p++;
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter)
        return codes[letter - letters];
    if (c == 'x' && hex(r->p[0]) >= 0 && hex(r->p[1]) >= 0) {
        r->p += 2;
        return (char)(hex(r->p[-2]) << 4 | hex(r->p[-1]));
    }
    r->p--;
    fail(r, "bad escape");
    return 0;
}

static const char *read_string(Reader *r, uint32_t *size)
{
    expect(r, '"');
    Buf b = {0};
    while (!r->failed && *r->p != '"') {
        if (r->p == r->end || *r->p == '\n') {
            fail(r, "string not terminated");
        } else if (*r->p == '\\') {
            r->p++;
            buf_putc(&b, read_escape(r));
        } else {
            buf_putc(&b, *r->p++);
        }
    }
    if (!r->failed)
        r->p++;
    const char *text = intern(r->ctx->names, b.data ? b.data : "", b.len);
    if (size)
        *size = (uint32_t)b.len;
    buf_free(&b);
    return text;
}

/* A token by its text, up to white space. */
static Token read_token(Reader *r)
{
    const char *start = r->p;
    while (r->p < r->end && *r->p != ' ' && *r->p != '\n' && *r->p != ')')
        r->p++;
    size_t n = (size_t)(r->p - start);
    for (int t = TokOrOr; t < NumTokens; t++)
        if (strlen(tok_text[t]) == n && memcmp(tok_text[t], start, n) == 0)
            return (Token)t;
    fail(r, "unknown operator");
    return TokNone;
}

/* ---- positions ---- */

/* The last line directive at or before line, col counts. */
static Pos add_pos(Reader *r, uint32_t line, uint32_t col)
{
    PosTable *t = r->ctx->pos;
    uint32_t base = r->first_base;
    for (uint32_t i = r->first_base; i <= r->last_base; i++) {
        const PosBase *b = &t->bases[i];
        if (b->from_line < line || (b->from_line == line && b->from_col <= col))
            base = i;
    }
    return pos_add(t, base, line, col);
}

static void read_line_col(Reader *r, uint32_t *line, uint32_t *col)
{
    expect(r, '@');
    *line = read_number(r);
    expect(r, ':');
    *col = read_number(r);
}

static Pos read_pos(Reader *r)
{
    uint32_t line, col;
    read_line_col(r, &line, &col);
    if (line == 0)
        return 0;
    return r->failed ? 0 : add_pos(r, line, col);
}

/* The source itself is not needed to compile; but bodies in export data are copied from it, if it is there. */
static void set_file(Reader *r, const char *name)
{
    const char *text = NULL, *err;
    size_t size = 0;
    OsFile f;
    if (os_stat(name).regular && os_read_file(r->ctx->arena, name, &f, &err)) {
        text = arena_strndup(r->ctx->arena, f.data, size = f.size);
        os_close_file(&f);
    }
    r->first_base = r->last_base = pos_add_file(r->ctx->pos, name, text, size);
}

/* ---- fields ---- */

/* Ties list together as the parser would have. */
static void connect(Reader *r, NodeList list)
{
    Node *constant = NULL;
    for (uint32_t i = 0; i < list.n; i++) {
        Node *n = list.at[i], *before = i > 0 ? list.at[i - 1] : NULL;
        if (n->kind == NodeField && n->field.same_type) {
            if (before && before->kind == NodeField)
                n->field.type = before->field.type;
            else
                fail(r, "no type to share");
        }
        if (n->kind != NodeConstDecl)
            continue;
        if (!before || before->kind != NodeConstDecl || n->constdecl.group == 0 ||
            before->constdecl.group != n->constdecl.group)
            constant = NULL;
        if (n->constdecl.implicit)
            n->constdecl.from = constant;
        else
            constant = n;
    }
}

static NodeList read_list(Reader *r)
{
    expect(r, '[');
    size_t start = r->stack_n;
    while (!r->failed && !take(r, ']')) {
        Node *n = read_node(r);
        if (n)
            vec_push(r->stack, r->stack_n, r->stack_cap, n);
    }
    NodeList list = {NULL, (uint32_t)(r->stack_n - start)};
    if (list.n > 0)
        list.at = arena_dup(r->ctx->arena, r->stack + start, list.n * sizeof(Node *));
    r->stack_n = start;
    connect(r, list);
    return list;
}

static void read_field(Reader *r, Node *n, const NodeFieldInfo *f)
{
    void *p = (char *)n + f->offset;
    switch (f->type) {
    case FieldNode: case FieldOpt: *(Node **)p = read_node(r); break;
    case FieldList: *(NodeList *)p = read_list(r); break;
    case FieldStr: {
        uint32_t size;
        *(const char **)p = read_string(r, &size);
        if (n->kind == NodeBasicLit)
            n->lit.size = size;
        break;
    }
    case FieldBool:
        *(bool *)p = strcmp(read_word(r), "true") == 0;
        break;
    case FieldOp: *(uint8_t *)p = (uint8_t)read_token(r); break;
    case FieldInt: {
        uint32_t v = read_number(r);
        if (f->size == 1)
            *(uint8_t *)p = (uint8_t)v;
        else
            *(uint32_t *)p = v;
        break;
    }
    case FieldPos: *(Pos *)p = read_pos(r); break;
    }
}

/* ---- what is not in the table ---- */

static uint32_t pragma_flag(Reader *r, const char *word)
{
#define PRAGMA(name, text, who) if (strcmp(word, text) == 0) return Pragma##name;
#include "pragmas.h"
    fail(r, "unknown pragma");
    return 0;
}

static Pragma **pragma_place(Node *n)
{
    switch (n->kind) {
    case NodeFile: return &n->file.pragma;
    case NodeImportDecl: return &n->import.pragma;
    case NodeConstDecl: return &n->constdecl.pragma;
    case NodeTypeDecl: return &n->typedecl.pragma;
    case NodeVarDecl: return &n->vardecl.pragma;
    case NodeFuncDecl: return &n->func.pragma;
    default: return NULL;
    }
}

static Pragma *pragma_of(Reader *r, Node *n)
{
    Pragma **place = pragma_place(n);
    if (!place) {
        fail(r, "pragma on a node that has none");
        return NEW(r->ctx->arena, Pragma);
    }
    if (!*place)
        *place = NEW(r->ctx->arena, Pragma);
    return *place;
}

static void read_pragma(Reader *r, Pragma *pragma)
{
    expect(r, '[');
    PragmaItem **end = &pragma->items;
    while (!r->failed && !take(r, ']')) {
        PragmaItem *item = *end = NEW(r->ctx->arena, PragmaItem);
        item->flag = pragma_flag(r, read_string(r, NULL));
        if (item->flag == PragmaUintptrEscapes)
            item->flag |= PragmaUintptrKeepAlive;
        if (item->flag == PragmaNoWriteBarrierRec)
            item->flag |= PragmaNoWriteBarrier;
        item->pos = read_pos(r);
        pragma->flags |= item->flag;
        end = &item->next;
    }
}

static void read_embeds(Reader *r, Pragma *pragma)
{
    expect(r, '[');
    Embed **end = &pragma->embeds;
    while (!r->failed && !take(r, ']')) {
        Embed *e = *end = NEW(r->ctx->arena, Embed);
        end = &e->next;
        e->pos = read_pos(r);
        const char **patterns = NULL;
        size_t n = 0, cap = 0;
        for (skip_space(r); *r->p == '"'; skip_space(r))
            vec_push(patterns, n, cap, read_string(r, NULL));
        e->n = (uint32_t)n;
        e->patterns = arena_dup(r->ctx->arena, patterns, n * sizeof *patterns);
        free(patterns);
    }
}

static void read_linknames(Reader *r, Node *n)
{
    expect(r, '[');
    Linkname **end = &n->file.linknames;
    while (!r->failed && !take(r, ']')) {
        Linkname *l = *end = NEW(r->ctx->arena, Linkname);
        end = &l->next;
        l->pos = read_pos(r);
        l->local = read_string(r, NULL);
        l->target = read_string(r, NULL);
    }
}

static void read_lines(Reader *r)
{
    expect(r, '[');
    while (!r->failed && !take(r, ']')) {
        PosBase base = r->ctx->pos->bases[r->first_base];
        read_line_col(r, &base.from_line, &base.from_col);
        base.name = read_string(r, NULL);
        base.line = read_number(r);
        base.col = read_number(r);
        base.directive = true;
        r->last_base = pos_add_line_base(r->ctx->pos, base);
    }
}

/* Fields that dump.c lists beside the table; false for others. */
static bool read_extra(Reader *r, Node *n, const char *name)
{
    if (strcmp(name, "op") == 0)
        n->op = (uint8_t)read_token(r);
    else if (strcmp(name, "note") == 0)
        read_string(r, NULL);
    else if (strcmp(name, "pragma") == 0)
        read_pragma(r, pragma_of(r, n));
    else if (strcmp(name, "embed") == 0)
        read_embeds(r, pragma_of(r, n));
    else if (n->kind == NodeFile && strcmp(name, "linknames") == 0)
        read_linknames(r, n);
    else if (n->kind == NodeFile && strcmp(name, "lines") == 0)
        read_lines(r);
    else if (n->kind == NodeFile && strcmp(name, "source") == 0)
        set_file(r, read_string(r, NULL));
    else
        return false;
    return true;
}

/* ---- nodes ---- */

static NodeKind kind_of(Reader *r, const char *name)
{
    for (int k = NodeNone + 1; k < NumNodeKinds; k++)
        if (strcmp(node_info[k].name, name) == 0)
            return (NodeKind)k;
    fail(r, "unknown kind of node");
    return NodeBad;
}

static void read_any_field(Reader *r, Node *n)
{
    const char *name = read_word(r);
    expect(r, ':');
    for (const NodeFieldInfo *f = node_info[n->kind].fields; f->name && !r->failed; f++) {
        if (strcmp(f->name, name) == 0) {
            read_field(r, n, f);
            return;
        }
    }
    if (!r->failed && !read_extra(r, n, name))
        fail(r, "unknown field");
}

static void finish_node(Reader *r, Node *n)
{
    if (n->kind == NodeFile && !n->file.go_version)
        n->file.go_version = intern_str(r->ctx->names, "");
    if (n->kind == NodeFuncDecl)
        check_branches(r->ctx, n->func.body);
    if (n->kind == NodeFuncLit)
        check_branches(r->ctx, n->funclit.body);
}

/* A file's own position is read again when its source is known. */
static Node *read_node(Reader *r)
{
    if (++r->depth > MaxDepth)
        fail(r, "nested too deeply");
    expect(r, '(');
    NodeKind kind = kind_of(r, r->failed ? "" : read_word(r));
    expect(r, '#');
    uint32_t id = read_number(r), line = 0, col = 0;
    read_line_col(r, &line, &col);
    Node *n = node_alloc(r->ctx->arena, kind, 0, id);
    if (kind != NodeFile && line > 0 && !r->failed)
        n->pos = add_pos(r, line, col);
    if (id >= r->ctx->next_id)
        r->ctx->next_id = id + 1;
    while (!r->failed && !take(r, ')')) {
        read_any_field(r, n);
        if (kind == NodeFile && n->pos == 0 && !r->failed)
            n->pos = pos_add(r->ctx->pos, r->first_base, line, col);
    }
    r->depth--;
    return n;
}

/* ---- is it a tree that a parser makes? ---- */

/* What may stand in a field: a kind of node, or (kind NodeNone) any of a class.
 * The first row with the field's name and parent counts; parent NodeNone fits all. */
static const struct {
    const char *field;
    NodeKind parent, kind;
    NodeClass class;
} places[] = {
    {"names", NodeNone, NodeName, ClassExpr},
    {"name", NodeNone, NodeName, ClassExpr},
    {"sel", NodeNone, NodeName, ClassExpr},
    {"label", NodeNone, NodeName, ClassExpr},
    {"type", NodeFuncLit, NodeFuncType, ClassExpr},
    {"type", NodeFuncDecl, NodeFuncType, ClassExpr},
    {"tag", NodeField, NodeBasicLit, ClassExpr},
    {"path", NodeNone, NodeBasicLit, ClassExpr},
    {"guard", NodeNone, NodeTypeSwitchGuard, ClassExpr},
    {"elems", NodeInterfaceType, NodeField, ClassDecl},
    {"fields", NodeNone, NodeField, ClassDecl},
    {"params", NodeNone, NodeField, ClassDecl},
    {"results", NodeFuncType, NodeField, ClassDecl},
    {"tparams", NodeNone, NodeField, ClassDecl},
    {"recv", NodeNone, NodeField, ClassDecl},
    {"decls", NodeNone, NodeNone, ClassDecl},
    {"body", NodeCaseClause, NodeNone, ClassStmt},
    {"body", NodeCommClause, NodeNone, ClassStmt},
    {"body", NodeNone, NodeBlockStmt, ClassStmt},
    {"then", NodeNone, NodeBlockStmt, ClassStmt},
    {"clauses", NodeSelectStmt, NodeCommClause, ClassStmt},
    {"clauses", NodeNone, NodeCaseClause, ClassStmt},
    {"stmts", NodeNone, NodeNone, ClassStmt},
    {"stmt", NodeNone, NodeNone, ClassStmt},
    {"init", NodeNone, NodeNone, ClassStmt},
    {"post", NodeNone, NodeNone, ClassStmt},
    {"els", NodeNone, NodeNone, ClassStmt},
    {"comm", NodeNone, NodeNone, ClassStmt},
};

static bool fits(const Node *parent, const char *field, const Node *child)
{
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (strcmp(places[i].field, field) != 0 || (places[i].parent != NodeNone && places[i].parent != parent->kind))
            continue;
        if (places[i].kind != NodeNone)
            return child->kind == places[i].kind;
        if (child->kind == NodeField || child->kind == NodeFile || child->kind == NodeCaseClause ||
            child->kind == NodeCommClause)
            return false; /* parts, which stand nowhere else */
        return node_info[child->kind].class == places[i].class;
    }
    return node_info[child->kind].class == ClassExpr;
}

static void check_field(Reader *r, const Node *n, const NodeFieldInfo *f)
{
    const void *p = (const char *)n + f->offset;
    if (f->type == FieldStr && !*(const char *const *)p && n->kind != NodeFile)
        fail(r, "missing text");
    if (f->type == FieldNode || f->type == FieldOpt) {
        const Node *child = *(Node *const *)p;
        if (child ? !fits(n, f->name, child) : f->type == FieldNode)
            fail(r, arena_printf(r->ctx->arena, "%s without a proper %s", node_info[n->kind].name, f->name));
    }
    if (f->type == FieldList) {
        const NodeList *list = p;
        for (uint32_t i = 0; i < list->n; i++)
            if (!fits(n, f->name, list->at[i]))
                fail(r, arena_printf(r->ctx->arena, "%s in %s of %s", node_info[list->at[i]->kind].name, f->name,
                                     node_info[n->kind].name));
    }
}

/* Lists that the grammar never leaves empty, operators that fit. */
static bool is_sound(const Node *n)
{
    switch (n->kind) {
    case NodeIndex: return n->index.indices.n > 0;
    case NodeField: return n->field.type != NULL;
    case NodeConstDecl: return n->constdecl.names.n > 0;
    case NodeVarDecl: return n->vardecl.names.n > 0;
    case NodeAssignStmt: return n->assign.lhs.n > 0 && n->assign.rhs.n > 0;
    case NodeBinary: return tok_precedence[n->op] > 0;
    case NodeUnary: return n->op != TokNone && n->op <= TokArrow;
    case NodeIncDecStmt: return n->op == TokAdd || n->op == TokSub;
    case NodeBranchStmt:
        return n->op == TokBreak || n->op == TokContinue || n->op == TokFallthrough || (n->op == TokGoto && n->branch.label);
    case NodeBasicLit: return n->lit.kind <= LitString && n->lit.size > 0;
    case NodeChanType: return n->chantype.dir <= ChanRecvOnly;
    default: return true;
    }
}

static bool check_node(Node *n, void *data)
{
    Reader *r = data;
    for (const NodeFieldInfo *f = node_info[n->kind].fields; f->name; f++)
        check_field(r, n, f);
    if (!is_sound(n))
        fail(r, arena_printf(r->ctx->arena, "%s is not well-formed", node_info[n->kind].name));
    return !r->failed;
}

static bool finish(Node *n, void *data)
{
    finish_node(data, n);
    return true;
}

Node *read_ast(SyntaxCtx *c, const char *name, const char *text, size_t size)
{
    const char *copy = arena_strndup(c->arena, text, size);
    Reader r = {.ctx = c, .name = name, .p = copy, .end = copy + size, .line_start = copy, .line = 1};
    set_file(&r, name);
    Node *n = read_node(&r);
    skip_space(&r);
    if (r.p != r.end)
        fail(&r, "text after the tree");
    if (!r.failed && n->kind != NodeFile)
        fail(&r, "the tree is not that of a file");
    if (!r.failed)
        node_walk(n, check_node, &r);
    if (!r.failed)
        node_walk(n, finish, &r);
    free(r.stack);
    return r.failed ? NULL : n;
}
