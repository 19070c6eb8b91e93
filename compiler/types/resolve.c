/* resolve.c - collects package-level objects and imports of all files, connects
 * methods with their types, and declares everything in gc's order. */
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/utf8.h"
#include "check.h"

/* ---- imports ---- */

static const char *unquote(Checker *ck, Node *lit, size_t *len)
{
    Const *c = const_from_lit(ck->a, LitString, lit->lit.text, lit->lit.size);
    *len = c ? c->str.len : 0;
    return c ? intern(ck->ctx->names, c->str.s, c->str.len) : "";
}

/* NULL when path may stand in an import, else what is wrong with it. */
static const char *bad_import_path(Checker *ck, const char *path, size_t len)
{
    if (len == 0)
        return "empty string";
    for (size_t i = 0; i < len; i++) {
        unsigned char ch = (unsigned char)path[i];
        uint32_t rune = ch;
        if (ch >= 0x80)
            i += utf8_decode(path + i, len - i, &rune) - 1;
        if (rune == RuneError)
            return "invalid character U+FFFD '\xef\xbf\xbd'";
        if (ch <= ' ' || ch == 0x7f || strchr("!\"#$%&'()*,:;<=>?[\\]^{|}`", ch))
            return arena_printf(ck->a, "invalid character U+%04X%s", ch, ch >= ' ' && ch < 0x7f ? arena_printf(ck->a, " '%c'", ch) : "");
    }
    return NULL;
}

static Package *fake_package(Checker *ck, const char *path)
{
    const char *slash = strrchr(path, '/');
    Package *p = NEW(ck->a, Package);
    p->path = path;
    p->name = intern_str(ck->ctx->names, slash ? slash + 1 : path);
    p->scope = new_scope(ck->ctx, ck->ctx->universe);
    p->fake = true;
    return p;
}

static Package *load_package(Checker *ck, Node *lit, const char *path)
{
    TypesCtx *c = ck->ctx;
    if (c->map_import)
        path = c->map_import(c->find_data, path);
    Package *p = map_get_str(&c->packages, path);
    if (p && (p->complete || p == c->unsafe_pkg || p->fake))
        return p;
    const char *err = NULL, *file = NULL;
    const char *clean = path_clean(ck->a, path);
    if (path[0] == '/')
        err = "import path cannot be absolute path";
    else if (path[0] != '.' && strcmp(path, clean) != 0)
        err = arena_printf(ck->a, "non-canonical import path \"%s\" (should be \"%s\")", path, clean);
    else if (c->find_package)
        file = c->find_package(c->find_data, path, &err);
    if (!file && !err)
        err = "file not found";
    p = file ? import_package(c, path, file, &err) : NULL;
    if (!p) {
        err_node(ck, lit, "could not import %s (%s)", path, err);
        p = fake_package(ck, path);
        map_put_str(&c->packages, path, p);
    }
    return p;
}

static void add_import(Package *p, Checker *ck, Package *imported)
{
    for (uint32_t i = 0; i < p->nimports; i++) {
        if (p->imports[i] == imported)
            return;
    }
    PUSH(ck->a, p->imports, p->nimports, p->cap_imports, imported);
}

static void dot_import(Checker *ck, Scope *file, Node *decl, Package *imported)
{
    import_lookup(ck->ctx, imported, NULL); /* brings in all objects */
    for (uint32_t i = 0; i < imported->scope->n; i++) {
        Object *o = imported->scope->list[i];
        if (!o->exported)
            continue;
        Object *alt = scope_lookup(file, o->name);
        if (alt) {
            err_node(ck, decl->import.name, "%s redeclared in this block%sother declaration of %s", alt->name,
                     at_string(ck, alt->pos), alt->name);
            continue;
        }
        Scope *parent = o->parent;
        scope_insert(ck->a, file, o);
        o->parent = parent;
    }
}

static void collect_import(Checker *ck, Scope *file, Node *decl)
{
    if (!decl->import.path || decl->import.path->lit.bad)
        return;
    size_t len;
    const char *path = unquote(ck, decl->import.path, &len);
    const char *bad = bad_import_path(ck, path, len);
    if (bad) {
        err_node(ck, decl->import.path, "invalid import path (%s)", bad);
        return;
    }
    if (strcmp(path, "C") == 0 && decl->import.name) {
        err_node(ck, decl->import.name, "cannot rename import \"C\"");
        return;
    }
    Package *imported = load_package(ck, decl->import.path, path);
    imported->used = true;
    const char *name = decl->import.name ? decl->import.name->name.text : imported->name;
    if (strcmp(name, "init") == 0) {
        err_at(ck, decl->pos, "cannot import package as init - init must be a func");
        return;
    }
    add_import(ck->pkg, ck, imported);
    Object *o = new_object(ck->ctx, ObjPkgName, ck->pkg, name, ck->ctx->basic[KindInvalid], decl->pos);
    o->pkgname.imported = imported;
    o->decl = decl;
    o->used = imported->fake;
    decl->obj = o;
    PUSH(ck->a, ck->imports, ck->nimports, ck->cap_imports, o);
    if (strcmp(name, ".") == 0) {
        o->parent = file;
        dot_import(ck, file, decl, imported);
    } else {
        declare(ck, file, NULL, o, 0);
    }
}

static int compare_imports(const void *x, const void *y)
{
    return strcmp((*(Package *const *)x)->path, (*(Package *const *)y)->path);
}

/* ---- package-level objects ---- */

static DeclInfo *new_decl(Checker *ck, Object *o, Scope *file)
{
    DeclInfo *d = NEW(ck->a, DeclInfo);
    d->obj = o;
    d->file = file;
    d->lang = ck->file_lang;
    o->order = ++ck->order;
    PUSH(ck->a, ck->infos, ck->ninfos, ck->cap_infos, d);
    PUSH(ck->a, ck->pkg->objects, ck->pkg->nobjects, ck->pkg->cap_objects, o);
    return d;
}

static DeclInfo *declare_package_object(Checker *ck, Scope *file, Node *name, Object *o)
{
    if (strcmp(o->name, "init") == 0) {
        err_node(ck, name, "cannot declare init - must be func");
        return NULL;
    }
    if (strcmp(o->name, "main") == 0 && strcmp(ck->pkg->name, "main") == 0) {
        err_node(ck, name, "cannot declare main - must be func");
        return NULL;
    }
    declare(ck, ck->pkg->scope, name, o, 0);
    name->obj = o;
    o->decl_name = name;
    return new_decl(ck, o, file);
}

/* spec: each name has its value, or one call gives all. */
void check_arity(Checker *ck, Pos pos, NodeList names, NodeList inits, bool is_const, bool inherited)
{
    uint32_t l = names.n, r = inits.n;
    if (l < r) {
        Node *n = inits.at[l];
        if (inherited)
            err_at(ck, pos, "extra init expr at %s", pos_string(ck, n->pos));
        else
            err_node(ck, n, "extra init expr %s", node_string(ck, n));
    } else if (l > r && (is_const || r != 1)) {
        err_node(ck, names.at[r], "missing init expr for %s", names.at[r]->name.text);
    }
}

static void collect_const(Checker *ck, Scope *file, Node *decl)
{
    Node *src = decl->constdecl.from ? decl->constdecl.from : decl;
    bool inherited = decl->constdecl.from != NULL;
    for (uint32_t i = 0; i < decl->constdecl.names.n; i++) {
        Node *name = decl->constdecl.names.at[i];
        Object *o = new_object(ck->ctx, ObjConst, ck->pkg, name->name.text, NULL, name->pos);
        o->cnst.iota = decl->constdecl.iota;
        o->decl = decl;
        DeclInfo *d = declare_package_object(ck, file, name, o);
        if (!d)
            continue;
        d->vtype = src->constdecl.type;
        d->init = i < src->constdecl.values.n ? src->constdecl.values.at[i] : NULL;
        d->inherited = inherited;
    }
    check_arity(ck, decl->pos, decl->constdecl.names, src->constdecl.values, true, inherited);
}

static void collect_var(Checker *ck, Scope *file, Node *decl)
{
    NodeList names = decl->vardecl.names, values = decl->vardecl.values;
    bool multi = values.n == 1 && names.n > 1; /* one call for all */
    Object **lhs = multi ? NEW_ARRAY(ck->a, Object *, names.n) : NULL;
    DeclInfo *shared = NULL; /* of all variables of one call: what it depends on, all depend on */
    for (uint32_t i = 0; i < names.n; i++) {
        Node *name = names.at[i];
        Object *o = new_var(ck->ctx, ck->pkg, name->name.text, NULL, name->pos, VarGlobal);
        o->color = ColorWhite;
        o->decl = decl;
        o->used = true;
        if (decl->vardecl.pragma)
            o->var.embeds = decl->vardecl.pragma->embeds;
        if (multi)
            lhs[i] = o;
        DeclInfo *d = declare_package_object(ck, file, name, o);
        if (!d)
            continue;
        if (multi && shared) {
            ck->infos[o->order - 1] = shared;
            continue;
        }
        shared = d;
        d->lhs = lhs;
        d->nlhs = multi ? names.n : 0;
        d->vtype = decl->vardecl.type;
        d->init = multi ? values.at[0] : i < values.n ? values.at[i] : NULL;
    }
    if (!decl->vardecl.type || values.n)
        check_arity(ck, decl->pos, names, values, false, false);
}

static void collect_type(Checker *ck, Scope *file, Node *decl)
{
    Node *name = decl->typedecl.name;
    Object *o = new_object(ck->ctx, ObjTypeName, ck->pkg, name->name.text, NULL, name->pos);
    o->decl = decl;
    o->tname.is_alias = decl->typedecl.alias;
    decl->obj = o;
    DeclInfo *d = declare_package_object(ck, file, name, o);
    if (d)
        d->decl = decl;
}

/* *T[P, Q] -> T, [P, Q]; true for the pointer. */
bool unpack_recv(Node *type, Node **base, NodeList *tparams)
{
    type = unparen(type);
    bool ptr = type->kind == NodeStar;
    if (ptr)
        type = unparen(type->star.x);
    *tparams = (NodeList){0};
    if (type->kind == NodeIndex) {
        *tparams = type->index.indices;
        type = type->index.x;
    }
    *base = type;
    return ptr;
}

typedef struct MethodDecl {
    Object *obj;
    Node *base; /* Name of the receiver's base type */
} MethodDecl;

typedef struct Methods {
    MethodDecl *list;
    uint32_t n, cap;
} Methods;

static void check_special_func(Checker *ck, Node *decl, const char *name)
{
    Node *t = decl->func.type;
    if (decl->func.tparams.n)
        err_node(ck, decl->func.tparams.at[0], "func %s must have no type parameters", name);
    if (t->functype.params.n || t->functype.results.n)
        err_node(ck, decl->func.name, "func %s must have no arguments and no return values", name);
}

static void collect_func(Checker *ck, Scope *file, Node *decl, Methods *methods)
{
    Node *name_node = decl->func.name;
    const char *name = name_node->name.text;
    Object *o = new_object(ck->ctx, ObjFunc, ck->pkg, name, NULL, name_node->pos);
    o->decl = decl;
    o->decl_name = name_node;
    o->func.pragma = decl->func.pragma ? decl->func.pragma->flags : 0;
    o->func.has_body = decl->func.body != NULL;
    if (o->func.pragma & PragmaNoEscape && decl->func.body)
        err_at(ck, decl->pos, "can only use //go:noescape with external func implementations");
    if (ck->ctx->std && (o->func.pragma & (PragmaUintptrKeepAlive | PragmaUintptrEscapes | PragmaNoSplit)) == PragmaUintptrKeepAlive)
        err_at(ck, decl->pos, "go:uintptrkeepalive requires go:nosplit");
    decl->obj = name_node->obj = o;
    if (!decl->func.recv) {
        bool init = strcmp(name, "init") == 0;
        if (init || (strcmp(name, "main") == 0 && strcmp(ck->pkg->name, "main") == 0))
            check_special_func(ck, decl, name);
        if (init) { /* init functions cannot be referred to */
            o->parent = ck->pkg->scope;
            o->func.is_init = true;
            o->func.init_index = ck->pkg->ninits;
            PUSH(ck->a, ck->pkg->inits, ck->pkg->ninits, ck->pkg->cap_inits, o);
            if (!decl->func.body)
                err_at(ck, o->pos, "func init must have a body");
        } else {
            declare(ck, ck->pkg->scope, name_node, o, 0);
        }
    } else {
        Node *base;
        NodeList tparams;
        o->func.ptr_recv = unpack_recv(decl->func.recv->field.type, &base, &tparams);
        if (base->kind == NodeName && strcmp(name, "_") != 0)
            PUSH(ck->a, methods->list, methods->n, methods->cap, (MethodDecl){o, base});
    }
    new_decl(ck, o, file)->decl = decl;
}

/* A name in a file's scope (an import) must not be declared in the package too. */
static void check_file_scopes(Checker *ck)
{
    for (uint32_t f = 0; f < ck->pkg->nfiles; f++) {
        Scope *s = ck->pkg->files[f]->file.scope;
        for (uint32_t i = 0; i < s->n; i++) {
            Object *o = s->list[i], *alt = scope_lookup(ck->pkg->scope, o->name);
            if (!alt)
                continue;
            if (o->kind == ObjPkgName) {
                Package *p = o->pkgname.imported;
                err_at(ck, alt->pos, "%s already declared through import of package %s (\"%s\")%sother declaration of %s",
                       alt->name, p->name, p->path, at_string(ck, o->pos), o->name);
            } else {
                err_at(ck, alt->pos, "%s already declared through dot-import of package %s (\"%s\")%sother declaration of %s",
                       alt->name, o->pkg->name, o->pkg->path, at_string(ck, o->pos), o->name);
            }
        }
    }
}

/* The type declaration that a receiver's base type name denotes; aliases are followed in the text. */
static Object *resolve_base(Checker *ck, Node *name, bool *ptr)
{
    for (int i = 0; i < 100; i++) {
        Object *o = scope_lookup(ck->pkg->scope, name->name.text);
        if (!o || o->kind != ObjTypeName)
            return NULL;
        DeclInfo *d = decl_of(ck, o);
        if (!d)
            return NULL;
        if (!d->decl->typedecl.alias)
            return o;
        Node *rhs = unparen(d->decl->typedecl.type);
        if (rhs->kind == NodeStar && !*ptr) {
            *ptr = true;
            rhs = unparen(rhs->star.x);
        }
        if (rhs->kind != NodeName)
            return NULL;
        name = rhs;
    }
    return NULL;
}

/* A //go:build line may set the version of a file, but not below go1.21. */
static uint32_t file_version(Checker *ck, Node *file)
{
    uint32_t v = file->file.go_version ? lang_minor(file->file.go_version) : 0;
    if (v == 0)
        return ck->ctx->lang_minor;
    if (v > 26)
        err_node(ck, file->file.name, "file requires newer Go version go1.%u", v);
    return v < 21 ? 21 : v | LangFromFile;
}

void collect_objects(Checker *ck)
{
    Methods methods = {0};
    for (uint32_t f = 0; f < ck->pkg->nfiles; f++) {
        Node *file = ck->pkg->files[f];
        Scope *scope = new_scope(ck->ctx, ck->pkg->scope);
        file->file.scope = scope;
        ck->file_lang = file_version(ck, file);
        if (f == 0 && node_is_blank(file->file.name))
            err_node(ck, file->file.name, "invalid package name _");
        else if (file->file.name->name.text != ck->pkg->name)
            err_node(ck, file, "package %s; expected package %s", file->file.name->name.text, ck->pkg->name);
        for (uint32_t i = 0; i < file->file.decls.n; i++) {
            Node *d = file->file.decls.at[i];
            switch (d->kind) {
            case NodeImportDecl: collect_import(ck, scope, d); break;
            case NodeConstDecl: collect_const(ck, scope, d); break;
            case NodeVarDecl: collect_var(ck, scope, d); break;
            case NodeTypeDecl: collect_type(ck, scope, d); break;
            case NodeFuncDecl: collect_func(ck, scope, d, &methods); break;
            default: break;
            }
        }
    }
    if (ck->pkg->nimports)
        qsort(ck->pkg->imports, ck->pkg->nimports, sizeof *ck->pkg->imports, compare_imports);
    check_file_scopes(ck);
    for (uint32_t i = 0; i < methods.n; i++) {
        Object *m = methods.list[i].obj;
        Object *base = resolve_base(ck, methods.list[i].base, &m->func.ptr_recv);
        if (!base)
            continue;
        DeclInfo *d = decl_of(ck, base);
        PUSH(ck->a, d->methods, d->nmethods, d->cap_methods, m);
    }
}

/* ---- declaring them ---- */

static bool is_alias_decl(Checker *ck, Object *o) { return decl_of(ck, o)->decl->typedecl.alias; }

/* `type A B; type B A`: found by names alone, so that nothing has to be resolved first. */
static void direct_cycle(Checker *ck, Object *tname, Map *state)
{
    Object **path = NULL;
    uint32_t n = 0, cap = 0;
    for (;;) {
        uintptr_t at = (uintptr_t)map_get(state, tname); /* 0 new, 1 done, i + 2: at path[i] */
        if (at == 1)
            break;
        if (at >= 2) {
            tname->type = ck->ctx->basic[KindInvalid];
            tname->color = ColorBlack;
            cycle_error(ck, path + (at - 2), n - (uint32_t)(at - 2), UINT32_MAX);
            break;
        }
        map_put(state, tname, (void *)(uintptr_t)(n + 2));
        PUSH(ck->a, path, n, cap, tname);
        Node *rhs = decl_of(ck, tname)->decl->typedecl.type;
        if (rhs->kind != NodeName)
            break;
        Object *next = scope_lookup(ck->pkg->scope, rhs->name.text);
        if (!next || next->kind != ObjTypeName || !decl_of(ck, next))
            break;
        tname = next;
    }
    for (uint32_t i = 0; i < n; i++)
        map_put(state, path[i], (void *)(uintptr_t)1);
}

/* Before values of them are looked at: types must not contain themselves. */
static void check_valid_types(Checker *ck)
{
    for (uint32_t i = 0; i < ck->pkg->nobjects; i++) {
        Object *o = ck->pkg->objects[i];
        if (o->kind == ObjTypeName && o->type && o->type->kind == KindNamed)
            valid_type(ck, o->type);
    }
}

void package_objects(Checker *ck)
{
    Package *p = ck->pkg;
    Map state = {0};
    for (uint32_t i = 0; i < p->nobjects; i++) {
        if (p->objects[i]->kind == ObjTypeName)
            direct_cycle(ck, p->objects[i], &state);
    }
    map_free(&state);
    for (uint32_t i = 0; i < p->nobjects; i++) {
        if (p->objects[i]->kind == ObjTypeName && !is_alias_decl(ck, p->objects[i]))
            obj_decl(ck, p->objects[i]);
    }
    for (uint32_t i = 0; i < p->nobjects; i++) {
        if (p->objects[i]->kind == ObjTypeName && is_alias_decl(ck, p->objects[i]))
            obj_decl(ck, p->objects[i]);
    }
    check_valid_types(ck);
    for (uint32_t i = 0; i < p->nobjects; i++) {
        if (p->objects[i]->kind != ObjTypeName)
            obj_decl(ck, p->objects[i]);
    }
}

void unused_imports(Checker *ck)
{
    for (uint32_t i = 0; i < ck->nimports; i++) {
        Object *o = ck->imports[i];
        if (o->used || strcmp(o->name, "_") == 0)
            continue;
        Package *p = o->pkgname.imported;
        const char *slash = strrchr(p->path, '/');
        const char *last = slash ? slash + 1 : p->path;
        if (o->name[0] == 0 || strcmp(o->name, ".") == 0 || strcmp(o->name, last) == 0)
            err_at(ck, o->pos, "\"%s\" imported and not used", p->path);
        else
            err_at(ck, o->pos, "\"%s\" imported as %s and not used", p->path, o->name);
    }
}
