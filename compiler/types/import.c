/* import.c - reads export data (export.c shows the format).
 *
 * Importing indexes the text; a declaration is parsed when its name is looked
 * up, a type's structure and methods when someone asks for them.  A package may
 * be described by several archives: its own, and those that mention its types.
 * The reader trusts nothing: damaged text gives invalid types, never a crash. */
#include <stdlib.h>
#include <string.h>

#include "base/ar.h"
#include "base/os.h"
#include "check.h"

typedef struct ImportFile {
    TypesCtx *c;
    OsFile os;
    const char *archive;
    const char *data, *end;
    Map qualifiers;          /* qualifier -> Package */
    const char **files;      /* file names by number */
    uint32_t *bases;         /* PosBase + 1 of each, 0: not yet made */
    uint32_t nfiles, cap_files, cap_bases;
    bool reported;           /* that it is damaged */
    struct ImportFile *next;
} ImportFile;

typedef struct IndexEntry {
    const char *name; /* not terminated */
    uint32_t len, offset;
} IndexEntry;

/* What one file says about one package. */
typedef struct ImportDecls {
    ImportFile *file;
    Package *pkg;
    IndexEntry *index;
    uint32_t n;
    const char *text, *text_end;
    struct ImportDecls *next;
} ImportDecls;

typedef struct Reader {
    ImportFile *f;
    TypesCtx *c;
    Package *pkg;
    const char *p, *end;
    Object **tparams;
    uint32_t ntparams;
    int depth;
    bool failed;
} Reader;

/* Where the structure of a type stands. */
typedef struct LazyDecl {
    ImportFile *file;
    Package *pkg;
    const char *p, *end;
} LazyDecl;

static Type *read_type(Reader *r);
static Type *read_sig(Reader *r);

/* ---- tokens ---- */

static Type *fail(Reader *r)
{
    r->failed = true;
    return r->c->basic[KindInvalid];
}

/* Once a file: what cannot be read has an invalid type, of which the checker says nothing. */
static void report_damage(TypesCtx *c, ImportFile *f)
{
    if (!f->reported)
        diag_add(c->diag, NULL, 0, 0, "%s: damaged export data", f->archive);
    f->reported = true;
}

static void skip_space(Reader *r)
{
    while (r->p < r->end && *r->p == ' ')
        r->p++;
}

static bool at(Reader *r, const char *s)
{
    size_t n = strlen(s);
    return (size_t)(r->end - r->p) >= n && memcmp(r->p, s, n) == 0;
}

static bool accept(Reader *r, const char *s)
{
    skip_space(r);
    if (!at(r, s))
        return false;
    r->p += strlen(s);
    return true;
}

static void expect(Reader *r, const char *s)
{
    if (!accept(r, s))
        r->failed = true;
}

static bool ident_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

static const char *read_ident(Reader *r)
{
    skip_space(r);
    const char *start = r->p;
    while (r->p < r->end && ident_char(*r->p))
        r->p++;
    if (r->p == start) {
        r->failed = true;
        return intern_str(r->c->names, "_");
    }
    return intern(r->c->names, start, (size_t)(r->p - start));
}

static bool peek_ident(Reader *r)
{
    skip_space(r);
    return r->p < r->end && ident_char(*r->p);
}

static int64_t read_number(Reader *r)
{
    skip_space(r);
    int64_t n = 0;
    while (r->p < r->end && *r->p >= '0' && *r->p <= '9' && n < INT64_MAX / 20)
        n = n * 10 + (*r->p++ - '0');
    return n;
}

static const char *read_quoted(Reader *r, size_t *len)
{
    skip_space(r);
    const char *start = r->p;
    if (r->p >= r->end || *r->p != '"') {
        r->failed = true;
        *len = 0;
        return "";
    }
    for (r->p++; r->p < r->end && *r->p != '"'; r->p++) {
        if (*r->p == '\\')
            r->p++;
    }
    if (r->p >= r->end) {
        r->p = r->end;
        r->failed = true;
        *len = 0;
        return "";
    }
    r->p++;
    Const *c = const_from_lit(r->c->arena, LitString, start, (size_t)(r->p - start));
    *len = c->str.len;
    return c->str.s; /* zeroed memory follows: terminated */
}

/* "file:line:col" behind `//`. */
static Pos read_pos(Reader *r)
{
    expect(r, "//");
    if (r->p >= r->end || *r->p < '0' || *r->p > '9')
        return 0;
    uint32_t file = (uint32_t)read_number(r);
    expect(r, ":");
    uint32_t line = (uint32_t)read_number(r);
    expect(r, ":");
    uint32_t col = (uint32_t)read_number(r);
    if (file >= r->f->nfiles)
        return 0;
    if (!r->f->bases[file]) {
        PosTable *t = r->c->pos;
        r->f->bases[file] = pos_add_file(t, r->f->files[file], NULL, 0) + 1;
        t->files[t->num_files - 1].imported = true;
    }
    return pos_add(r->c->pos, r->f->bases[file] - 1, line, col);
}

/* ---- types ---- */

static Package *qualifier(Reader *r, const char *q)
{
    Package *p = map_get(&r->f->qualifiers, q);
    if (!p) {
        r->failed = true;
        p = r->pkg;
    }
    return p;
}

static Object *lookup_type(TypesCtx *c, Package *p, const char *name);

static Type **read_targs(Reader *r, uint32_t *n)
{
    Type **list = NULL;
    uint32_t cap = 0;
    *n = 0;
    do {
        Type *t = read_type(r);
        PUSH(r->c->arena, list, *n, cap, t);
    } while (!r->failed && accept(r, ","));
    expect(r, "]");
    return list;
}

static Type *read_qualified(Reader *r, const char *q)
{
    if (strcmp(q, "unsafe") == 0) { /* its only type needs no entry in the table */
        read_ident(r);
        return r->c->basic[KindUnsafePointer];
    }
    Package *p = qualifier(r, q);
    const char *name = read_ident(r);
    if (r->failed)
        return fail(r);
    Object *o = lookup_type(r->c, p, name);
    if (!o || o->kind != ObjTypeName || !o->type)
        return fail(r);
    if (r->p < r->end && *r->p == '[') {
        r->p++;
        uint32_t n;
        Type **targs = read_targs(r, &n);
        uint32_t want = o->type->kind == KindNamed ? o->type->named.ntparams : o->type->kind == KindAlias ? o->type->alias.ntparams : 0;
        if (r->failed || n != want)
            return fail(r);
        return instantiate_type(r->c, o->type, targs, n);
    }
    return o->type;
}

/* A name without qualifier: predeclared or a type parameter. */
static Type *read_plain(Reader *r, const char *name)
{
    for (uint32_t i = r->ntparams; i-- > 0;) {
        if (r->tparams[i]->name == name)
            return r->tparams[i]->type;
    }
    if (strcmp(name, "untyped") == 0) {
        const char *kind = read_ident(r);
        for (int k = KindUntypedBool; k <= KindUntypedNil; k++) {
            if (strcmp(r->c->basic[k]->basic.name + strlen("untyped "), kind) == 0)
                return r->c->basic[k];
        }
        return fail(r);
    }
    Object *o = scope_lookup(r->c->universe, name);
    return o && o->kind == ObjTypeName ? o->type : fail(r);
}

static Type *read_struct(Reader *r)
{
    Object **fields = NULL;
    const char **tags = NULL;
    uint32_t *lens = NULL;
    uint32_t n = 0, cap = 0, cap_tags = 0, cap_lens = 0;
    bool has_tags = false;
    while (!r->failed && !accept(r, "}")) {
        const char *save, *name = NULL;
        Package *pkg = r->pkg;
        Type *t = NULL;
        skip_space(r);
        save = r->p;
        if (peek_ident(r)) { /* name T, p.name T, or an embedded T, p.T */
            name = read_ident(r);
            if (accept(r, ".")) {
                pkg = qualifier(r, name);
                name = read_ident(r);
            }
            skip_space(r);
            if (r->p >= r->end || *r->p == ';' || *r->p == '}' || *r->p == '"' || (*r->p == '[' && r->p[-1] != ' '))
                name = NULL;
        }
        bool embedded = name == NULL;
        if (embedded) {
            r->p = save;
            pkg = r->pkg;
        }
        t = read_type(r);
        if (embedded) {
            Type *b = type_deref(t, NULL);
            Object *o = b->kind == KindNamed ? b->named.obj : b->kind == KindAlias ? b->alias.obj : NULL;
            if (t->kind == KindAlias)
                o = t->alias.obj;
            name = o ? o->name : b->kind <= KindUntypedNil ? intern_str(r->c->names, b->basic.name) : "";
        }
        Object *v = new_var(r->c, pkg, name, t, 0, VarField);
        v->var.embedded = embedded;
        v->var.index = n;
        const char *tag = NULL;
        size_t len = 0;
        skip_space(r);
        if (r->p < r->end && *r->p == '"') {
            tag = read_quoted(r, &len);
            has_tags = true;
        }
        uint32_t k = n, k2 = n;
        PUSH(r->c->arena, tags, k, cap_tags, tag);
        PUSH(r->c->arena, lens, k2, cap_lens, (uint32_t)len);
        PUSH(r->c->arena, fields, n, cap, v);
        if (!accept(r, ";")) {
            expect(r, "}");
            break;
        }
    }
    Type *t = new_struct(r->c, fields, n);
    if (has_tags) {
        t->strct.tags = tags;
        t->strct.tag_len = lens;
    }
    return t;
}

static Type *read_union(Reader *r)
{
    Type **types = NULL;
    bool *tildes = NULL;
    uint32_t n = 0, n2 = 0, cap = 0, cap2 = 0;
    do {
        bool tilde = accept(r, "~");
        Type *t = read_type(r);
        PUSH(r->c->arena, types, n, cap, t);
        PUSH(r->c->arena, tildes, n2, cap2, tilde);
    } while (!r->failed && accept(r, "|"));
    if (n == 1 && !tildes[0])
        return types[0];
    Type *u = new_type(r->c, KindUnion);
    u->uni.types = types;
    u->uni.tilde = tildes;
    u->uni.n = n;
    return u;
}

/* A keyword that a type starts with. */
static bool starts_type(const char *word)
{
    return strcmp(word, "map") == 0 || strcmp(word, "chan") == 0 || strcmp(word, "func") == 0 || strcmp(word, "struct") == 0 ||
           strcmp(word, "interface") == 0;
}

static Type *read_interface(Reader *r)
{
    Type *t = new_interface(r->c, NULL, 0);
    uint32_t cap = 0, cap_embeds = 0;
    while (!r->failed && !accept(r, "}")) {
        skip_space(r);
        const char *save = r->p, *name = NULL;
        Package *pkg = r->pkg;
        if (peek_ident(r)) {
            name = read_ident(r);
            if (accept(r, ".")) {
                pkg = qualifier(r, name);
                name = read_ident(r);
            }
            if (r->p >= r->end || *r->p != '(' || starts_type(name))
                name = NULL;
        }
        if (name) {
            Type *sig = read_sig(r);
            sig->func.recv = new_var(r->c, pkg, "", t, 0, VarRecv);
            Object *m = new_object(r->c, ObjFunc, pkg, name, sig, 0);
            m->func.is_iface_method = true;
            PUSH(r->c->arena, t->iface.methods, t->iface.nmethods, cap, m);
        } else {
            r->p = save;
            Type *e = read_union(r);
            PUSH(r->c->arena, t->iface.embeds, t->iface.nembeds, cap_embeds, e);
        }
        if (!accept(r, ";")) {
            expect(r, "}");
            break;
        }
    }
    return t;
}

/* (T, U), (a T, b ...U) */
static Type *read_params(Reader *r, VarRole role, bool *variadic)
{
    Object **vars = NULL;
    uint32_t n = 0, cap = 0;
    *variadic = false;
    expect(r, "(");
    while (!r->failed && !accept(r, ")")) {
        const char *name = "";
        skip_space(r);
        const char *save = r->p;
        if (peek_ident(r)) {
            const char *id = read_ident(r);
            if (r->p < r->end && *r->p == ' ' && !starts_type(id))
                name = id;
            else
                r->p = save;
        }
        bool dots = accept(r, "...");
        Type *t = read_type(r);
        if (dots) {
            t = new_slice(r->c, t);
            *variadic = true;
        }
        Object *v = new_var(r->c, r->pkg, name, t, 0, role);
        v->var.index = n;
        PUSH(r->c->arena, vars, n, cap, v);
        if (!accept(r, ",")) {
            expect(r, ")");
            break;
        }
    }
    return n ? new_tuple(r->c, vars, n) : r->c->empty_tuple;
}

static Type *read_sig(Reader *r)
{
    bool variadic, ignored;
    Type *params = read_params(r, VarParam, &variadic), *results = NULL;
    skip_space(r);
    if (r->p < r->end && *r->p == '(')
        results = read_params(r, VarResult, &ignored);
    return new_func(r->c, params, results, variadic);
}

static Type *read_type_inner(Reader *r)
{
    skip_space(r);
    if (accept(r, "*"))
        return new_pointer(r->c, read_type(r));
    if (accept(r, "[]"))
        return new_slice(r->c, read_type(r));
    if (accept(r, "[")) {
        int64_t n = read_number(r);
        expect(r, "]");
        return new_array(r->c, read_type(r), n);
    }
    if (accept(r, "(")) {
        Type *t = read_type(r);
        expect(r, ")");
        return t;
    }
    if (accept(r, "map[")) {
        Type *key = read_type(r);
        expect(r, "]");
        return new_map(r->c, key, read_type(r));
    }
    if (accept(r, "<-chan "))
        return new_chan(r->c, read_type(r), ChanRecvOnly);
    if (accept(r, "chan<- "))
        return new_chan(r->c, read_type(r), ChanSendOnly);
    if (accept(r, "chan "))
        return new_chan(r->c, read_type(r), ChanBoth);
    if (accept(r, "struct{"))
        return read_struct(r);
    if (accept(r, "interface{"))
        return read_interface(r);
    if (accept(r, "func("))  {
        r->p--;
        return read_sig(r);
    }
    if (!peek_ident(r))
        return fail(r);
    const char *name = read_ident(r);
    if (accept(r, "."))
        return read_qualified(r, name);
    return read_plain(r, name);
}

static Type *read_type(Reader *r)
{
    if (r->failed || ++r->depth > 1000) {
        r->failed = true;
        return r->c->basic[KindInvalid];
    }
    Type *t = read_type_inner(r);
    r->depth--;
    return t;
}

/* [P, Q constraint]; the reader knows the parameters from here on. out and n have them before the constraints
 * are read, which may mention the type that is declared. */
static void read_tparams(Reader *r, Object ***out, uint32_t *n)
{
    const char *start = r->p;
    Object **list = NULL;
    uint32_t cap = 0;
    *n = 0;
    /* First the names, since constraints may mention all of them. */
    int nesting = 0;
    bool name_next = true;
    for (; r->p < r->end && *r->p != '\n'; r->p++) {
        char ch = *r->p;
        if (name_next) {
            const char *name = read_ident(r);
            if (r->failed)
                return;
            Object *o = new_object(r->c, ObjTypeName, r->pkg, name, NULL, 0);
            o->tname.is_tparam = true;
            new_tparam(r->c, o, NULL)->tparam.index = *n;
            o->color = ColorBlack;
            PUSH(r->c->arena, list, *n, cap, o);
            name_next = false;
            r->p--;
        } else if (ch == '[' || ch == '(' || ch == '{') {
            nesting++;
        } else if (ch == ']' && nesting == 0) {
            break;
        } else if (ch == ']' || ch == ')' || ch == '}') {
            nesting--;
        } else if (ch == ',' && nesting == 0) {
            name_next = true;
        }
    }
    *out = r->tparams = list;
    r->ntparams = *n;
    r->p = start;
    for (uint32_t i = 0; i < *n; i++) {
        read_ident(r);
        Type *bound = read_union(r);
        if (bound->kind == KindUnion) {
            Type *iface = new_interface(r->c, NULL, 0);
            iface->iface.embeds = NEW_ARRAY(r->c->arena, Type *, 1);
            iface->iface.embeds[0] = bound;
            iface->iface.nembeds = 1;
            iface->iface.implicit = true;
            bound = iface;
        }
        list[i]->type->tparam.bound = bound;
        expect(r, i + 1 < *n ? "," : "]");
    }
}

/* ---- declarations ---- */

static void read_func_attrs(Reader *r, Object *f)
{
    f->pos = read_pos(r);
    while (!r->failed && r->p < r->end && *r->p != '\n') {
        size_t len;
        if (accept(r, "pragma=")) {
            f->func.pragma = (uint32_t)read_number(r);
        } else if (accept(r, "linkname=")) {
            f->func.linkname = intern_str(r->c->names, read_quoted(r, &len));
        } else if (accept(r, "body")) {
            f->func.has_body = true;
        } else if (accept(r, "esc=")) {
            uint32_t cap = 0;
            do
                PUSH(r->c->arena, f->func.escape, f->func.nescape, cap, read_quoted(r, &len));
            while (accept(r, ","));
        } else if (accept(r, "refs=")) {
            uint32_t cap = 0;
            do {
                Package *p = qualifier(r, read_ident(r));
                expect(r, ".");
                const char *name = read_ident(r);
                Object *ref = NEW(r->c->arena, Object); /* found when it is needed */
                ref->pkg = p;
                ref->name = name;
                PUSH(r->c->arena, f->func.refs, f->func.nrefs, cap, ref);
            } while (!r->failed && accept(r, ","));
        } else if (accept(r, "cost=")) {
            f->func.inline_cost = (uint32_t)read_number(r);
        } else if (accept(r, "types=")) {
            f->func.first_local_type = (uint32_t)read_number(r);
        } else if (accept(r, "lang=")) {
            f->func.source_lang = (uint32_t)read_number(r);
        } else if (accept(r, "src=")) {
            f->func.source = read_quoted(r, &len);
        } else {
            r->failed = true;
        }
    }
}

static void read_const(Reader *r, Object *o)
{
    o->type = read_type(r);
    expect(r, "=");
    skip_space(r);
    const char *start = r->p;
    if (r->p < r->end && *r->p == '"') {
        size_t len;
        read_quoted(r, &len);
    } else {
        while (r->p < r->end && *r->p != '\n' && !at(r, " //"))
            r->p++;
    }
    o->cnst.val = const_parse(r->c->arena, start, (size_t)(r->p - start));
    Type *u = type_under(o->type);
    if (!o->cnst.val || u->kind > KindUntypedNil)
        r->failed = true;
    else
        const_representable(r->c->arena, o->cnst.val, u, &o->cnst.val);
    o->pos = read_pos(r);
}

static const char *line_end(const char *p, const char *end)
{
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    return nl ? nl : end;
}

static LazyDecl *lazy(Reader *r, const char *text_end)
{
    LazyDecl *l = NEW(r->c->arena, LazyDecl);
    *l = (LazyDecl){r->f, r->pkg, r->p, text_end};
    return l;
}

/* The position stands at the end of the line, which the lazy part reads again. */
static Pos pos_of_line(Reader *r)
{
    const char *eol = line_end(r->p, r->end), *p = eol;
    while (p > r->p + 1 && !(p[-1] == '/' && p[-2] == '/'))
        p--;
    Reader q = *r;
    q.p = p - 2 < r->p ? r->p : p - 2;
    q.end = eol;
    return read_pos(&q);
}

static void read_type_decl(Reader *r, Object *o, uint32_t local_id, const char *text_end)
{
    o->pos = pos_of_line(r);
    const char *eol = line_end(r->p, r->end), *scan = r->p;
    bool generic = r->p < r->end && *r->p == '[';
    int nesting = 0;
    for (; generic && scan < eol; scan++) { /* is `=` what follows the type parameters? */
        nesting += *scan == '[' ? 1 : *scan == ']' ? -1 : 0;
        if (nesting == 0) {
            scan++;
            break;
        }
    }
    bool alias = (size_t)(eol - scan) > 3 && memcmp(scan, " = ", 3) == 0;
    Type *t = alias ? new_alias(r->c, o, NULL) : new_named(r->c, o, NULL);
    o->tname.is_alias = alias;
    o->color = ColorBlack;
    if (!alias) {
        t->named.state = NamedLazy;
        t->named.local_id = local_id;
    }
    LazyDecl *l = lazy(r, text_end);
    if (alias)
        t->alias.lazy = l;
    else
        t->named.lazy = l;
    if (generic) {
        r->p++;
        if (alias)
            read_tparams(r, &t->alias.tparams, &t->alias.ntparams);
        else
            read_tparams(r, &t->named.tparams, &t->named.ntparams);
    }
    l->p = scan + (alias ? 3 : 0);
}

static void read_method(Reader *r, Type *named)
{
    expect(r, "func (");
    const char *rname = read_ident(r);
    bool ptr = accept(r, "*");
    read_ident(r);
    Reader q = *r;
    Object **tparams = NULL;
    uint32_t n = 0, cap = 0;
    if (accept(&q, "[")) {
        do {
            Object *o = new_object(r->c, ObjTypeName, r->pkg, read_ident(&q), NULL, 0);
            o->tname.is_tparam = true;
            new_tparam(r->c, o, NULL)->tparam.index = n;
            o->color = ColorBlack;
            PUSH(r->c->arena, tparams, n, cap, o);
        } while (!q.failed && accept(&q, ","));
        expect(&q, "]");
    }
    Type *recv = named;
    if (n && n == named->named.ntparams) {
        Type **targs = NEW_ARRAY(r->c->arena, Type *, n);
        for (uint32_t i = 0; i < n; i++)
            targs[i] = tparams[i]->type;
        for (uint32_t i = 0; i < n; i++)
            tparams[i]->type->tparam.bound = type_subst(r->c, named->named.tparams[i]->type->tparam.bound, named->named.tparams, targs, n);
        recv = instantiate_type(r->c, named, targs, n);
    } else if (n) {
        q.failed = true;
    }
    expect(&q, ")");
    q.tparams = tparams;
    q.ntparams = n;
    const char *name = read_ident(&q);
    Package *pkg = r->pkg;
    if (accept(&q, ".")) {
        pkg = qualifier(&q, name);
        name = read_ident(&q);
    }
    Type *sig = read_sig(&q);
    sig->func.recv = new_var(r->c, r->pkg, strcmp(rname, "_") == 0 ? "" : rname, ptr ? new_pointer(r->c, recv) : recv, 0, VarRecv);
    sig->func.recv_tparams = tparams;
    sig->func.nrecv_tparams = n;
    Object *m = new_object(r->c, ObjFunc, pkg, name, sig, 0);
    m->color = ColorBlack;
    m->func.ptr_recv = ptr;
    m->func.recv_named = named;
    read_func_attrs(&q, m);
    if (!q.failed)
        PUSH(r->c->arena, named->named.methods, named->named.nmethods, named->named.cap_methods, m);
    r->failed |= q.failed;
}

void import_resolve_named(Type *t)
{
    bool alias = t->kind == KindAlias;
    LazyDecl *l = alias ? t->alias.lazy : t->named.lazy;
    if (!l)
        return;
    Reader r = {.f = l->file, .c = t->ctx, .pkg = l->pkg, .p = l->p, .end = l->end};
    r.tparams = alias ? t->alias.tparams : t->named.tparams;
    r.ntparams = alias ? t->alias.ntparams : t->named.ntparams;
    if (alias) {
        t->alias.lazy = NULL;
        Type *actual = read_type(&r);
        t->alias.actual = r.failed ? t->ctx->basic[KindInvalid] : actual;
        if (r.failed)
            report_damage(t->ctx, l->file);
        return;
    }
    t->named.lazy = NULL;
    t->named.state = NamedReady;
    Type *under = read_type(&r);
    t->named.under = r.failed ? t->ctx->basic[KindInvalid] : type_under(under);
    if (r.failed)
        report_damage(t->ctx, l->file);
    if (t->named.under->kind == KindInterface) {
        for (uint32_t i = 0; i < t->named.under->iface.nmethods; i++) {
            t->named.under->iface.methods[i]->func.recv_named = t;
            t->named.under->iface.methods[i]->type->func.recv->type = t;
        }
    }
    r.p = line_end(r.p, r.end);
    while (r.p < r.end) {
        r.p++;
        if (!at(&r, "func ("))
            break;
        r.failed = false;
        r.depth = 0;
        Reader line = r;
        line.end = line_end(r.p, r.end);
        read_method(&line, t);
        if (line.failed)
            report_damage(t->ctx, l->file);
        r.p = line.end;
    }
}

static Object *read_object(TypesCtx *c, ImportDecls *d, const char *name, const char *key, uint32_t offset)
{
    Reader r = {.f = d->file, .c = c, .pkg = d->pkg, .p = d->text + offset, .end = d->text_end};
    ObjectKind kind = accept(&r, "const ") ? ObjConst : accept(&r, "var ") ? ObjVar : accept(&r, "func ") ? ObjFunc
                      : accept(&r, "type ")                                                        ? ObjTypeName
                                                                                                   : ObjNil;
    if (kind == ObjNil) {
        report_damage(c, d->file);
        return NULL;
    }
    read_ident(&r);
    Object *o = new_object(c, kind, d->pkg, name, NULL, 0);
    o->color = ColorBlack;
    o->parent = d->pkg->scope;
    const char *dot = strstr(key, "\xc2\xb7");
    if (dot) {
        char *inst = arena_printf(c->arena, "local %s.%s", d->pkg->path, key);
        map_put_str(&c->instances, inst, o);
    } else {
        scope_insert(c->arena, d->pkg->scope, o);
    }
    size_t len;
    switch (kind) {
    case ObjConst:
        read_const(&r, o);
        break;
    case ObjVar:
        o->var.role = VarGlobal;
        o->type = read_type(&r);
        o->pos = read_pos(&r);
        if (accept(&r, "linkname="))
            o->var.linkname = intern_str(c->names, read_quoted(&r, &len));
        break;
    case ObjFunc: {
        Object **tparams = NULL;
        uint32_t n = 0;
        if (accept(&r, "["))
            read_tparams(&r, &tparams, &n);
        o->type = read_sig(&r);
        o->type->func.tparams = tparams;
        o->type->func.ntparams = n;
        read_func_attrs(&r, o);
        break;
    }
    default:
        read_type_decl(&r, o, dot ? (uint32_t)strtoul(dot + 2, NULL, 10) : 0, d->text_end);
        break;
    }
    if (r.failed || !o->type) {
        o->type = c->basic[KindInvalid];
        report_damage(c, d->file);
    }
    return o;
}

/* ---- looking up ---- */

static int compare_name(const char *name, size_t n, const IndexEntry *e)
{
    size_t k = n < e->len ? n : e->len;
    int c = memcmp(name, e->name, k);
    return c ? c : (n > e->len) - (n < e->len);
}

static const IndexEntry *find_entry(const ImportDecls *d, const char *name)
{
    size_t n = strlen(name);
    uint32_t lo = 0, hi = d->n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (compare_name(name, n, &d->index[mid]) > 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < d->n && compare_name(name, n, &d->index[lo]) == 0 ? &d->index[lo] : NULL;
}

static Object *find_object(TypesCtx *c, Package *p, const char *key)
{
    const char *dot = strstr(key, "\xc2\xb7");
    const char *name = dot ? intern(c->names, key, (size_t)(dot - key)) : key;
    for (ImportDecls *d = p->importer; d; d = d->next) {
        const IndexEntry *e = find_entry(d, key);
        if (e && e->offset < (size_t)(d->text_end - d->text))
            return read_object(c, d, name, key, e->offset);
    }
    return NULL;
}

static Object *lookup_type(TypesCtx *c, Package *p, const char *name)
{
    if (strstr(name, "\xc2\xb7")) {
        Object *o = map_get_str(&c->instances, arena_printf(c->arena, "local %s.%s", p->path, name));
        return o ? o : find_object(c, p, name);
    }
    return package_lookup(c, p, name);
}

Object *import_lookup(TypesCtx *c, Package *p, const char *name)
{
    if (name) {
        Object *o = scope_lookup(p->scope, name);
        return o ? o : find_object(c, p, name);
    }
    for (ImportDecls *d = p->importer; d; d = d->next) {
        for (uint32_t i = 0; i < d->n; i++) {
            const char *key = intern(c->names, d->index[i].name, d->index[i].len);
            if (!strstr(key, "\xc2\xb7") && !scope_lookup(p->scope, key))
                find_object(c, p, key);
        }
    }
    return NULL;
}

/* ---- reading a file ---- */

static Package *find_package(TypesCtx *c, const char *path, const char *name)
{
    if (c->self && c->self->path == path)
        return c->self;
    Package *p = map_get_str(&c->packages, path);
    if (!p) {
        p = NEW(c->arena, Package);
        p->path = path;
        p->name = name;
        p->scope = new_scope(c, c->universe);
        p->scope->importing = p;
        map_put_str(&c->packages, path, p);
    }
    return p;
}

static bool read_index(Reader *r, Package *p, uint32_t n)
{
    TypesCtx *c = r->c;
    ImportDecls *d = NEW(c->arena, ImportDecls);
    d->file = r->f;
    d->pkg = p;
    if (n > (size_t)(r->end - r->p))
        return false;
    d->index = NEW_ARRAY(c->arena, IndexEntry, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const char *eol = line_end(r->p, r->end), *sp = memchr(r->p, ' ', (size_t)(eol - r->p));
        if (!sp)
            return false;
        d->index[i] = (IndexEntry){r->p, (uint32_t)(sp - r->p), 0};
        r->p = sp;
        d->index[i].offset = (uint32_t)read_number(r);
        expect(r, "\n");
    }
    d->n = n;
    expect(r, "text ");
    uint64_t size = (uint64_t)read_number(r);
    expect(r, "\n");
    if (r->failed || size > (size_t)(r->end - r->p))
        return false;
    d->text = r->p;
    d->text_end = r->p + size;
    r->p += size;
    if (p == c->self)
        return true;
    void **link = &p->importer; /* a package's own archive says most: it comes first */
    while (p != r->pkg && *link)
        link = (void **)&((ImportDecls *)*link)->next;
    d->next = *link;
    *link = d;
    return true;
}

/* The package may be called otherwise than it was imported (importmap): the archive knows its path. */
static bool read_header(Reader *r, Package **pkg, const char **err)
{
    TypesCtx *c = r->c;
    size_t len;
    expect(r, "ggo export 1\npackage ");
    const char *name = r->failed ? "" : read_ident(r), *found = intern_str(c->names, read_quoted(r, &len));
    if (r->failed) {
        *err = "not export data of this compiler";
        return false;
    }
    *pkg = find_package(c, found, name);
    (*pkg)->name = name;
    r->pkg = *pkg;
    r->p = line_end(r->p, r->end);
    expect(r, "\n");
    while (!r->failed && accept(r, "file ")) {
        read_number(r);
        const char *file = intern_str(c->names, read_quoted(r, &len));
        uint32_t n = r->f->nfiles;
        PUSH(c->arena, r->f->bases, n, r->f->cap_bases, 0);
        PUSH(c->arena, r->f->files, r->f->nfiles, r->f->cap_files, file);
        expect(r, "\n");
    }
    while (!r->failed && accept(r, "import ")) {
        const char *q = read_ident(r), *ipath = intern_str(c->names, read_quoted(r, &len)), *iname = read_ident(r);
        map_put(&r->f->qualifiers, q, strcmp(ipath, "unsafe") == 0 ? c->unsafe_pkg : find_package(c, ipath, iname));
        expect(r, "\n");
    }
    while (!r->failed && accept(r, "decls ")) {
        Package *p = qualifier(r, read_ident(r));
        uint32_t n = (uint32_t)read_number(r);
        expect(r, "\n");
        if (r->failed || !read_index(r, p, n)) {
            r->failed = true;
            break;
        }
    }
    if (r->failed)
        *err = "damaged export data";
    return !r->failed;
}

/* The text between the lines $$ (or $$B) and $$. */
static bool find_text(Arena *a, const char *data, size_t size, const char **start, const char **end, const char **err)
{
    ArMember *members;
    size_t n;
    if (!ar_read(a, data, size, &members, &n, err))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(members[i].name, "__.PKGDEF") != 0)
            continue;
        const char *p = members[i].data, *stop = p + members[i].size;
        for (; p < stop; p = line_end(p, stop) + 1) {
            size_t len = (size_t)(line_end(p, stop) - p);
            if (!((len == 2 && memcmp(p, "$$", 2) == 0) || (len == 3 && memcmp(p, "$$B", 3) == 0)))
                continue;
            *start = line_end(p, stop) + 1;
            while (stop > *start && !(stop - *start >= 4 && memcmp(stop - 4, "\n$$\n", 4) == 0))
                stop--;
            *end = stop > *start ? stop - 3 : members[i].data + members[i].size;
            return *start < *end;
        }
    }
    *err = "no export data";
    return false;
}

Package *import_package(TypesCtx *c, const char *path, const char *archive, const char **err)
{
    *err = "no export data";
    ImportFile *f = NEW(c->arena, ImportFile);
    f->c = c;
    f->archive = archive;
    if (!os_read_file(c->arena, archive, &f->os, err))
        return NULL;
    f->next = c->import_files;
    c->import_files = f;
    if (!find_text(c->arena, f->os.data, f->os.size, &f->data, &f->end, err)) {
        *err = arena_printf(c->arena, "%s: %s", archive, *err);
        return NULL;
    }
    Reader r = {.f = f, .c = c, .p = f->data, .end = f->end};
    Package *p = NULL;
    if (!read_header(&r, &p, err)) {
        *err = arena_printf(c->arena, "%s: %s", archive, *err);
        return NULL;
    }
    p->complete = true;
    if (p->path != path)
        map_put_str(&c->packages, path, p);
    return p;
}

void import_free(TypesCtx *c)
{
    for (ImportFile *f = c->import_files; f; f = f->next) {
        os_close_file(&f->os);
        map_free(&f->qualifiers);
    }
    c->import_files = NULL;
}

/* ---- bodies of generic and inlinable functions ---- */

bool import_body(Checker *ck, Object *generic)
{
    TypesCtx *c = ck->ctx;
    if (!generic->func.source)
        return false;
    char *text = arena_printf(c->arena, "package %s;%s\n", generic->pkg->name, generic->func.source);
    size_t number = c->pos->num_files;
    Node *file = parse_file(c->syntax, pos_file(c->pos, generic->pos), text, strlen(text));
    c->pos->files[number].imported = true;
    if (!file || file->file.decls.n == 0 || file->file.decls.at[file->file.decls.n - 1]->kind != NodeFuncDecl) {
        diag_add(c->diag, NULL, 0, 0, "%s.%s: damaged export data", generic->pkg->path, generic->name);
        return false;
    }
    Scope *scope = new_scope(c, generic->pkg->scope);
    for (uint32_t i = 0; i < file->file.decls.n; i++) {
        Node *d = file->file.decls.at[i];
        if (d->kind != NodeImportDecl || !d->import.name || !d->import.path)
            continue;
        Const *ipath = const_from_lit(c->arena, LitString, d->import.path->lit.text, d->import.path->lit.size);
        const char *name = intern(c->names, ipath->str.s, ipath->str.len);
        Object *o = new_object(c, ObjPkgName, generic->pkg, d->import.name->name.text, c->basic[KindInvalid], d->pos);
        o->pkgname.imported = strcmp(name, "unsafe") == 0 ? c->unsafe_pkg : find_package(c, name, o->name);
        o->used = true;
        scope_insert(c->arena, scope, o);
    }
    Node *decl = file->file.decls.at[file->file.decls.n - 1];
    DeclInfo *info = NEW(c->arena, DeclInfo);
    info->obj = generic;
    info->file = scope;
    info->decl = decl;
    info->lang = generic->func.source_lang;
    map_put(&ck->decls, generic, info);
    generic->decl = decl;
    return true;
}
