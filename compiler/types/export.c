/* export.c - export data as text in Go syntax.
 *
 *   ggo export 1
 *   package runtime "runtime" go1.26
 *   file 0 "proc.go"                      files that positions refer to
 *   import abi "internal/abi" abi         qualifier, path, package name
 *   decls runtime 120                     a package's declarations: qualifier, number of lines in its index
 *   Add 0                                 index, sorted: name, offset from the first declaration
 *   ...
 *   func Add(x int, y int) int //0:12:6 attributes
 *   type T struct{...} //0:3:6
 *   func (*T) m() //0:9:13 ...            methods follow their type
 *
 * All names of package-level types are qualified, so that predeclared and type
 * parameters' names stand alone.  Reachable declarations of other packages are
 * included: importing needs no other archive.  import.c reads it. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

typedef struct ExportPkg {
    Package *pkg;
    const char *qualifier;
    Object **objs; /* to write */
    uint32_t n, cap;
} ExportPkg;

typedef struct Exporter {
    TypesCtx *c;
    Arena *a;
    Package *self;
    ExportPkg *pkgs;
    uint32_t npkgs, cap_pkgs;
    Map pkg_index;   /* Package -> number + 1 */
    Map seen;        /* Object -> itself: is or will be written */
    Object **work;   /* objects whose declarations have not been written yet */
    uint32_t nwork, cap_work, done;
    const char **files;
    uint32_t nfiles, cap_files;
    Map lines;       /* SourceFile -> offsets of its lines; of sources that are copied from */
    Map file_of;     /* declaration -> its file's node; filled when first needed */
    PosNamer *namer;
    void *namer_arg;
} Exporter;

static void put_type(Exporter *e, Buf *b, Type *t);

/* ---- tables ---- */

static bool qualifier_taken(Exporter *e, const char *q)
{
    for (uint32_t i = 0; i < e->npkgs; i++) {
        if (strcmp(e->pkgs[i].qualifier, q) == 0)
            return true;
    }
    return false;
}

static ExportPkg *export_pkg(Exporter *e, Package *p)
{
    uintptr_t at = (uintptr_t)map_get(&e->pkg_index, p);
    if (at)
        return &e->pkgs[at - 1];
    const char *q = p->name;
    for (int i = 2; qualifier_taken(e, q); i++)
        q = arena_printf(e->a, "%s_%d", p->name, i);
    PUSH(e->a, e->pkgs, e->npkgs, e->cap_pkgs, (ExportPkg){.pkg = p, .qualifier = q});
    map_put(&e->pkg_index, p, (void *)(uintptr_t)e->npkgs);
    return &e->pkgs[e->npkgs - 1];
}

static void want(Exporter *e, Object *o)
{
    if (!o->pkg || o->pkg == e->c->unsafe_pkg || map_has(&e->seen, o))
        return;
    map_put(&e->seen, o, o);
    export_pkg(e, o->pkg);
    PUSH(e->a, e->work, e->nwork, e->cap_work, o);
}

static uint32_t file_index(Exporter *e, const char *name)
{
    for (uint32_t i = e->nfiles; i-- > 0;) {
        if (strcmp(e->files[i], name) == 0)
            return i;
    }
    PUSH(e->a, e->files, e->nfiles, e->cap_files, name);
    return e->nfiles - 1;
}

static void put_pos(Exporter *e, Buf *b, Pos p)
{
    const PosTable *t = e->c->pos;
    if (p == 0)
        buf_puts(b, " //");
    else
        buf_printf(b, " //%u:%u:%u", file_index(e, e->namer(e->namer_arg, p)), pos_line(t, p), pos_col(t, p));
}

/* ---- types ---- */

static void put_qualified(Exporter *e, Buf *b, Package *p, const char *name)
{
    buf_printf(b, "%s.%s", export_pkg(e, p)->qualifier, name);
}

/* Name of a declared type; those declared in functions get their number. */
static const char *type_name(Exporter *e, Object *o)
{
    uint32_t id = o->type && o->type->kind == KindNamed ? o->type->named.local_id : 0;
    return id ? arena_printf(e->a, "%s\xc2\xb7%u", o->name, id) : o->name;
}

static void put_name(Exporter *e, Buf *b, Object *o, Type **targs, uint32_t n)
{
    if (!o->pkg) {
        buf_puts(b, o->name);
        return;
    }
    want(e, o);
    put_qualified(e, b, o->pkg, type_name(e, o));
    for (uint32_t i = 0; i < n; i++) {
        buf_puts(b, i ? ", " : "[");
        put_type(e, b, targs[i]);
    }
    buf_puts(b, n ? "]" : "");
}

/* A field or method name: qualified when it is not exported and not of the package being written. */
static void put_member(Exporter *e, Buf *b, Object *o)
{
    if (o->exported || o->pkg == NULL)
        buf_puts(b, o->name);
    else
        put_qualified(e, b, o->pkg, o->name);
}

static void put_params(Exporter *e, Buf *b, Type *tuple, bool variadic)
{
    buf_putc(b, '(');
    bool named = tuple->tuple.n > 0 && tuple->tuple.vars[0]->name[0];
    for (uint32_t i = 0; i < tuple->tuple.n; i++) {
        Object *v = tuple->tuple.vars[i];
        buf_puts(b, i ? ", " : "");
        if (named)
            buf_printf(b, "%s ", v->name[0] ? v->name : "_");
        if (variadic && i + 1 == tuple->tuple.n) {
            buf_puts(b, "...");
            put_type(e, b, type_under(v->type)->slice.elem);
        } else {
            put_type(e, b, v->type);
        }
    }
    buf_putc(b, ')');
}

static void put_sig(Exporter *e, Buf *b, Type *t)
{
    put_params(e, b, t->func.params, t->func.variadic);
    if (t->func.results->tuple.n) {
        buf_putc(b, ' ');
        put_params(e, b, t->func.results, false);
    }
}

static void put_tparams(Exporter *e, Buf *b, Object **tparams, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(b, "%s%s ", i ? ", " : "[", tparams[i]->name);
        put_type(e, b, tparams[i]->type->tparam.bound);
    }
    buf_puts(b, n ? "]" : "");
}

static void put_struct(Exporter *e, Buf *b, Type *t)
{
    buf_puts(b, "struct{");
    for (uint32_t i = 0; i < t->strct.n; i++) {
        Object *f = t->strct.fields[i];
        buf_puts(b, i ? "; " : "");
        if (!f->var.embedded) {
            put_member(e, b, f);
            buf_putc(b, ' ');
        }
        put_type(e, b, f->type);
        if (t->strct.tags && t->strct.tags[i] && t->strct.tag_len[i]) {
            buf_putc(b, ' ');
            buf_quote(b, t->strct.tags[i], t->strct.tag_len[i]);
        }
    }
    buf_putc(b, '}');
}

static void put_iface(Exporter *e, Buf *b, Type *t)
{
    if (t->iface.implicit && t->iface.nembeds == 1 && t->iface.nmethods == 0) {
        put_type(e, b, t->iface.embeds[0]);
        return;
    }
    buf_puts(b, "interface{");
    for (uint32_t i = 0; i < t->iface.nmethods; i++) {
        buf_puts(b, i ? "; " : "");
        put_member(e, b, t->iface.methods[i]);
        put_sig(e, b, t->iface.methods[i]->type);
    }
    for (uint32_t i = 0; i < t->iface.nembeds; i++) {
        buf_puts(b, i || t->iface.nmethods ? "; " : "");
        put_type(e, b, t->iface.embeds[i]);
    }
    buf_putc(b, '}');
}

static void put_type(Exporter *e, Buf *b, Type *t)
{
    static const char *const dirs[] = {[ChanBoth] = "chan ", [ChanSendOnly] = "chan<- ", [ChanRecvOnly] = "<-chan "};
    switch (t->kind) {
    case KindArray:
        buf_printf(b, "[%lld]", (long long)t->array.len);
        put_type(e, b, t->array.elem);
        break;
    case KindSlice:
        buf_puts(b, "[]");
        put_type(e, b, t->slice.elem);
        break;
    case KindPointer:
        buf_putc(b, '*');
        put_type(e, b, t->pointer.elem);
        break;
    case KindMap:
        buf_puts(b, "map[");
        put_type(e, b, t->map.key);
        buf_putc(b, ']');
        put_type(e, b, t->map.elem);
        break;
    case KindChan:
        buf_puts(b, dirs[t->chan.dir]);
        buf_putc(b, '(');
        put_type(e, b, t->chan.elem);
        buf_putc(b, ')');
        break;
    case KindStruct: put_struct(e, b, t); break;
    case KindFunc:
        buf_puts(b, "func");
        put_sig(e, b, t);
        break;
    case KindInterface: put_iface(e, b, t); break;
    case KindUnion:
        for (uint32_t i = 0; i < t->uni.n; i++) {
            buf_printf(b, "%s%s", i ? " | " : "", t->uni.tilde[i] ? "~" : "");
            put_type(e, b, t->uni.types[i]);
        }
        break;
    case KindNamed: put_name(e, b, t->named.obj, t->named.targs, t->named.ntargs); break;
    case KindAlias: put_name(e, b, t->alias.obj, t->alias.targs, t->alias.ntargs); break;
    case KindTypeParam: buf_puts(b, t->tparam.obj->name); break;
    case KindUnsafePointer: buf_puts(b, "unsafe.Pointer"); break;
    case KindTuple: put_params(e, b, t, false); break;
    default:
        if (t->basic.info & BasicUntyped)
            buf_printf(b, "untyped %s", t->basic.name + strlen("untyped "));
        else
            buf_puts(b, t->basic.name);
        break;
    }
}

/* ---- declarations ---- */

static void put_func_attrs(Exporter *e, Buf *b, Object *f)
{
    put_pos(e, b, f->pos);
    if (f->func.pragma)
        buf_printf(b, " pragma=%u", f->func.pragma);
    if (f->func.linkname && f->func.linkname[0]) {
        buf_puts(b, " linkname=");
        buf_quote(b, f->func.linkname, strlen(f->func.linkname));
    }
    if (f->func.has_body)
        buf_puts(b, " body");
    for (uint32_t i = 0; i < f->func.nescape; i++) {
        buf_puts(b, i ? "," : " esc=");
        const char *tag = f->func.escape[i] ? f->func.escape[i] : "";
        buf_quote(b, tag, strlen(tag));
    }
}

static void put_source(Exporter *e, Buf *b, Object *f);

/* Also functions of other packages: an importer must find the same bodies whichever archives it reads, or else
 * instances that two packages make would differ. */
static bool is_inlinable(const Exporter *e, const Object *f)
{
    return (f->pkg == e->self || f->func.source) && f->func.inline_cost && f->func.inline_cost < InlineNever;
}

static void put_func(Exporter *e, Buf *b, Object *f)
{
    buf_printf(b, "func %s", f->name);
    put_tparams(e, b, f->type->func.tparams, f->type->func.ntparams);
    put_sig(e, b, f->type);
    put_func_attrs(e, b, f);
    if (f->type->func.ntparams || is_inlinable(e, f))
        put_source(e, b, f);
    buf_putc(b, '\n');
}

static void put_method(Exporter *e, Buf *b, Object *m)
{
    Type *sig = m->type;
    buf_printf(b, "func (%s", sig->func.recv->name[0] ? sig->func.recv->name : "_");
    buf_printf(b, " %s%s", m->func.ptr_recv ? "*" : "", m->func.recv_named->named.obj->name);
    for (uint32_t i = 0; i < sig->func.nrecv_tparams; i++)
        buf_printf(b, "%s%s", i ? ", " : "[", sig->func.recv_tparams[i]->name);
    buf_printf(b, "%s) ", sig->func.nrecv_tparams ? "]" : "");
    put_member(e, b, m);
    put_sig(e, b, sig);
    put_func_attrs(e, b, m);
    if (sig->func.nrecv_tparams || is_inlinable(e, m))
        put_source(e, b, m);
    buf_putc(b, '\n');
}

static void put_type_decl(Exporter *e, Buf *b, Object *o)
{
    Type *t = o->type;
    buf_printf(b, "type %s", type_name(e, o));
    if (t->kind == KindAlias) {
        put_tparams(e, b, t->alias.tparams, t->alias.ntparams);
        buf_puts(b, " = ");
        type_unalias(t);
        put_type(e, b, t->alias.actual);
        put_pos(e, b, o->pos);
        buf_putc(b, '\n');
        return;
    }
    if (t->kind != KindNamed) { /* type A = B before aliases had types of their own: error, byte, ... */
        buf_puts(b, " = ");
        put_type(e, b, t);
        put_pos(e, b, o->pos);
        buf_putc(b, '\n');
        return;
    }
    put_tparams(e, b, t->named.tparams, t->named.ntparams);
    buf_putc(b, ' ');
    put_type(e, b, named_under(t));
    put_pos(e, b, o->pos);
    buf_putc(b, '\n');
    uint32_t n = named_num_methods(t);
    for (uint32_t i = 0; i < n; i++) {
        Object *m = t->named.methods[i];
        if (m->type && m->type->kind == KindFunc && m->type->func.recv)
            put_method(e, b, m);
    }
}

static void put_object(Exporter *e, Buf *b, Object *o)
{
    switch (o->kind) {
    case ObjConst:
        buf_printf(b, "const %s ", o->name);
        put_type(e, b, o->type);
        buf_puts(b, " = ");
        const_exact(b, o->cnst.val);
        put_pos(e, b, o->pos);
        buf_putc(b, '\n');
        break;
    case ObjVar:
        buf_printf(b, "var %s ", o->name);
        put_type(e, b, o->type);
        put_pos(e, b, o->pos);
        if (o->var.linkname && o->var.linkname[0]) {
            buf_puts(b, " linkname=");
            buf_quote(b, o->var.linkname, strlen(o->var.linkname));
        }
        buf_putc(b, '\n');
        break;
    case ObjFunc: put_func(e, b, o); break;
    case ObjTypeName: put_type_decl(e, b, o); break;
    default: break;
    }
}

/* ---- bodies of generic and inlinable functions: their source ---- */

typedef struct RefVisit {
    Exporter *e;
    Object **refs;
    uint32_t n, cap;
    Map seen;
} RefVisit;

static bool visit_ref(Node *n, void *data)
{
    RefVisit *v = data;
    Object *o = n->kind == NodeName || n->kind == NodeSelector ? n->obj : NULL;
    if (n->kind == NodeSelector && n->select.selection)
        o = NULL;
    if (o && o->kind == ObjFunc && o->func.origin)
        o = o->func.origin;
    if (!o || !o->pkg || o->kind == ObjPkgName || !o->type || o->type->kind == KindInvalid || map_has(&v->seen, o))
        return true;
    bool method = o->kind == ObjFunc && (o->type->kind != KindFunc || o->type->func.recv);
    bool field = o->kind == ObjVar && o->var.role != VarGlobal;
    if (!method && !field && o->parent == o->pkg->scope) {
        map_put(&v->seen, o, o);
        PUSH(v->e->a, v->refs, v->n, v->cap, o);
    }
    return true;
}

/* Where the lines of a text begin; the first element is their number. */
static const size_t *line_starts(Exporter *e, const SourceFile *f)
{
    size_t *starts = map_get(&e->lines, f);
    if (starts)
        return starts;
    size_t n = 1;
    for (size_t i = 0; i < f->size; i++)
        n += f->text[i] == '\n';
    starts = NEW_ARRAY(e->a, size_t, n + 1);
    starts[0] = n;
    n = 1;
    starts[n++] = 0;
    for (size_t i = 0; i < f->size; i++)
        if (f->text[i] == '\n')
            starts[n++] = i + 1;
    map_put(&e->lines, f, starts);
    return starts;
}

/* Offset of a real line and column in a text. */
static size_t text_offset(Exporter *e, const SourceFile *f, uint32_t line, uint32_t col)
{
    const size_t *starts = line_starts(e, f);
    if (line < 1 || line > starts[0])
        return f->size;
    size_t i = starts[line] + col - 1;
    return i < f->size ? i : f->size;
}

static Node *file_of(Exporter *e, Node *decl)
{
    const Package *p = e->self;
    bool filled = e->file_of.count > 0;
    for (uint32_t i = 0; i < p->nfiles && !filled; i++)
        for (uint32_t j = 0; j < p->files[i]->file.decls.n; j++)
            map_put(&e->file_of, p->files[i]->file.decls.at[j], p->files[i]);
    return map_get(&e->file_of, decl);
}

/* The text of an own function: the imports of its file, then the declaration as it was written. */
static const char *source_text(Exporter *e, Node *decl)
{
    const PosTable *t = e->c->pos;
    Node *file = file_of(e, decl);
    const SourceFile *src = pos_source(t, decl->pos);
    if (!file || !src || !src->text)
        return NULL;
    Buf s = {0};
    for (uint32_t j = 0; j < file->file.decls.n; j++) {
        Node *imp = file->file.decls.at[j];
        if (imp->kind != NodeImportDecl || !imp->obj || strcmp(imp->obj->name, "_") == 0)
            continue;
        export_pkg(e, imp->obj->pkgname.imported);
        buf_printf(&s, "import %s \"%s\";", imp->obj->name, imp->obj->pkgname.imported->path);
    }
    Pos start = node_start(decl);
    if (start != decl->pos)
        start = decl->pos;
    Loc end = node_end(t, decl);
    size_t from = text_offset(e, src, pos_real_line(t, start), pos_real_col(t, start)), to = text_offset(e, src, end.line, end.col);
    buf_printf(&s, "func /*line %s:%u:%u*/", e->namer(e->namer_arg, start), pos_line(t, start), pos_col(t, start));
    buf_write(&s, src->text + from, to > from ? to - from : 0);
    const char *text = arena_strndup(e->a, s.data, s.len);
    buf_free(&s);
    return text;
}

static void put_source(Exporter *e, Buf *b, Object *f)
{
    const char *text = f->func.source;
    RefVisit v = {.e = e, .refs = f->func.refs, .n = f->func.nrefs};
    if (!text) {
        if (!f->decl || f->decl->kind != NodeFuncDecl || !f->decl->func.body)
            return;
        node_walk(f->decl, visit_ref, &v);
        map_free(&v.seen);
        text = source_text(e, f->decl);
        if (!text)
            return;
    }
    for (uint32_t i = 0; i < v.n; i++) {
        buf_puts(b, i ? "," : " refs=");
        Object *o = v.refs[i];
        put_qualified(e, b, o->pkg, o->name);
        if (f->func.source) /* imported: known by name only */
            o = package_lookup(e->c, o->pkg, o->name);
        if (o)
            want(e, o);
    }
    if (is_inlinable(e, f))
        buf_printf(b, " cost=%u", f->func.inline_cost);
    if (f->func.first_local_type)
        buf_printf(b, " types=%u", f->func.first_local_type);
    DeclInfo *decl = decl_of(e->c->checker, f);
    buf_printf(b, " lang=%u src=", decl ? decl->lang : f->func.source_lang);
    buf_quote(b, text, strlen(text));
}

/* ---- the whole ---- */

static int by_name(const void *x, const void *y)
{
    const Object *a = *(Object *const *)x, *b = *(Object *const *)y;
    int c = strcmp(a->name, b->name);
    if (c)
        return c;
    uint32_t p = a->type && a->type->kind == KindNamed ? a->type->named.local_id : 0;
    uint32_t q = b->type && b->type->kind == KindNamed ? b->type->named.local_id : 0;
    return (p > q) - (p < q);
}

static bool exportable(Object *o)
{
    if (!o->type || o->type->kind == KindInvalid || strcmp(o->name, "_") == 0)
        return false;
    if (o->kind == ObjFunc && (o->func.is_init || o->type->func.recv))
        return false;
    return o->exported;
}

void export_package(TypesCtx *c, Package *p, PosNamer *namer, void *arg, Buf *out)
{
    Arena a;
    arena_init(&a);
    Exporter e = {.c = c, .a = &a, .self = p, .namer = namer, .namer_arg = arg};
    export_pkg(&e, p);
    for (uint32_t i = 0; i < p->nobjects; i++) {
        if (exportable(p->objects[i]))
            want(&e, p->objects[i]);
    }
    /* Writing an object finds others; their texts are kept until all are known. */
    Map texts = {0};
    for (uint32_t i = 0; i < e.nwork; i++) {
        Object *o = e.work[i];
        Buf b = {0};
        put_object(&e, &b, o);
        map_put(&texts, o, b.data ? arena_strndup(&a, b.data, b.len) : "");
        buf_free(&b);
        ExportPkg *ep = export_pkg(&e, o->pkg);
        PUSH(&a, ep->objs, ep->n, ep->cap, o);
    }
    buf_printf(out, "ggo export 1\npackage %s \"%s\" %s\n", p->name, p->path, c->lang ? c->lang : "go1.26");
    for (uint32_t i = 0; i < e.nfiles; i++) {
        buf_printf(out, "file %u ", i);
        buf_quote(out, e.files[i], strlen(e.files[i]));
        buf_putc(out, '\n');
    }
    for (uint32_t i = 0; i < e.npkgs; i++)
        buf_printf(out, "import %s \"%s\" %s\n", e.pkgs[i].qualifier, e.pkgs[i].pkg->path, e.pkgs[i].pkg->name);
    for (uint32_t i = 0; i < e.npkgs; i++) {
        ExportPkg *ep = &e.pkgs[i];
        if (ep->n)
            qsort(ep->objs, ep->n, sizeof *ep->objs, by_name);
        buf_printf(out, "decls %s %u\n", ep->qualifier, ep->n);
        size_t off = 0;
        for (uint32_t j = 0; j < ep->n; j++) {
            Object *o = ep->objs[j];
            buf_printf(out, "%s %zu\n", o->kind == ObjTypeName ? type_name(&e, o) : o->name, off);
            off += strlen(map_get(&texts, o));
        }
        buf_printf(out, "text %zu\n", off);
        for (uint32_t j = 0; j < ep->n; j++)
            buf_puts(out, map_get(&texts, ep->objs[j]));
    }
    map_free(&texts);
    map_free(&e.seen);
    map_free(&e.lines);
    map_free(&e.file_of);
    map_free(&e.pkg_index);
    arena_free(&a);
}
