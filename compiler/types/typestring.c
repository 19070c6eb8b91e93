/* typestring.c - types and objects as text, in three spellings:
 *
 *   messages     names qualified by package name, parameter names shown
 *   link         canonical and injective, full package paths: symbol names, hashes
 *   reflection   what %T prints
 */
#include <string.h>

#include "base/sha256.h"
#include "check.h"

typedef enum Spelling { SpellMessage, SpellLink, SpellReflect } Spelling;

typedef struct Writer {
    TypesCtx *c;
    Buf *out;
    Spelling mode;
    int depth;
    bool no_names;   /* messages: leave parameter names out */
    bool full_paths; /* messages: qualify all names, by path */
} Writer;

static void write_t(Writer *w, Type *t);

/* As symbol names spell a package path: in the last element dots are %2e, elsewhere control
 * characters, quotes and % are escaped. */
static void write_prefix(Buf *out, const char *path)
{
    const char *slash = strrchr(path, '/');
    for (const char *p = path; *p; p++) {
        unsigned char ch = (unsigned char)*p;
        if (ch <= ' ' || ch == '%' || ch == '"' || ch >= 0x7f || (ch == '.' && p > (slash ? slash : path - 1)))
            buf_printf(out, "%%%02x", ch);
        else
            buf_putc(out, (char)ch);
    }
}

/* Whether two packages that c knows share p's name. */
static bool name_clashes(TypesCtx *c, Package *p)
{
    for (size_t i = 0; i < c->packages.count; i++) {
        Package *q = c->packages.entries[i].value;
        if (q && q != p && q->name == p->name)
            return true;
    }
    return false;
}

static void write_qualifier(Writer *w, Package *p)
{
    if (!p)
        return;
    switch (w->mode) {
    case SpellMessage:
        if (w->full_paths) {
            buf_puts(w->out, p->path);
            break;
        }
        if (p == w->c->self)
            return;
        if (name_clashes(w->c, p))
            buf_quote(w->out, p->path, strlen(p->path));
        else
            buf_puts(w->out, p->name);
        break;
    case SpellLink:
        write_prefix(w->out, p->path);
        break;
    case SpellReflect:
        buf_puts(w->out, p->name);
        break;
    }
    buf_putc(w->out, '.');
}

static void write_list(Writer *w, Type **types, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            buf_puts(w->out, w->mode == SpellMessage ? ", " : ",");
        write_t(w, types[i]);
    }
}

/* Of a type declared in a generic function: [of the function;its own]. */
static void write_targs(Writer *w, Type **outer, uint32_t nouter, Type **targs, uint32_t n)
{
    Spelling saved = w->mode;
    if (w->mode == SpellReflect)
        w->mode = SpellLink; /* reflection shows type arguments with full paths */
    buf_putc(w->out, '[');
    write_list(w, outer, nouter);
    buf_puts(w->out, nouter && n ? ";" : "");
    write_list(w, targs, n);
    buf_putc(w->out, ']');
    w->mode = saved;
}

static void write_param(Writer *w, Object *v, bool dots)
{
    if (w->mode == SpellMessage && v->name[0] && !w->no_names)
        buf_printf(w->out, "%s ", v->name);
    if (!dots) {
        write_t(w, v->type);
        return;
    }
    Type *u = type_under(v->type);
    if (u->kind == KindSlice) {
        buf_puts(w->out, "...");
        write_t(w, u->slice.elem);
    } else { /* append([]byte, string...) */
        write_t(w, v->type);
        buf_puts(w->out, "...");
    }
}

static void write_tuple(Writer *w, Type *t, bool variadic)
{
    buf_putc(w->out, '(');
    for (uint32_t i = 0; i < t->tuple.n; i++) {
        if (i)
            buf_puts(w->out, w->mode == SpellMessage ? ", " : ", ");
        write_param(w, t->tuple.vars[i], variadic && i + 1 == t->tuple.n);
    }
    buf_putc(w->out, ')');
}

static void write_tparams(Writer *w, Object **tparams, uint32_t n)
{
    if (n == 0)
        return;
    buf_putc(w->out, '[');
    for (uint32_t i = 0; i < n; i++) {
        Type *bound = tparams[i]->type->tparam.bound;
        if (i && bound != tparams[i - 1]->type->tparam.bound) {
            buf_putc(w->out, ' ');
            write_t(w, tparams[i - 1]->type->tparam.bound);
        }
        if (i)
            buf_puts(w->out, ", ");
        buf_puts(w->out, tparams[i]->name);
        if (i + 1 == n && bound) {
            buf_putc(w->out, ' ');
            write_t(w, bound);
        }
    }
    buf_putc(w->out, ']');
}

static void write_sig(Writer *w, Type *t)
{
    write_tparams(w, t->func.tparams, t->func.ntparams);
    write_tuple(w, t->func.params, t->func.variadic);
    Type *r = t->func.results;
    if (r->tuple.n == 0)
        return;
    buf_putc(w->out, ' ');
    if (r->tuple.n == 1 && (w->mode != SpellMessage || w->no_names || !r->tuple.vars[0]->name[0]))
        write_t(w, r->tuple.vars[0]->type);
    else
        write_tuple(w, r, false);
}

/* The name an embedded field of type t has without aliases. */
static const char *embedded_name(Type *t)
{
    t = type_deref(t, NULL);
    if (t->kind == KindNamed)
        return t->named.obj->name;
    return t->kind <= KindUntypedNil ? t->basic.name : "";
}

/* An embedded predeclared type: the field's name is the package's own. */
static bool is_own_name(const Object *f)
{
    Type *t = type_deref(f->type, NULL);
    return !f->exported && (t->kind <= KindUntypedNil || (t->kind == KindNamed && !t->named.obj->pkg));
}

static void write_field(Writer *w, Type *t, uint32_t i)
{
    Object *f = t->strct.fields[i];
    bool plain = f->var.embedded && (w->mode == SpellMessage || strcmp(embedded_name(f->type), f->name) == 0) &&
                 !(w->mode == SpellLink && is_own_name(f));
    if (!plain) {
        if (w->mode == SpellLink && !f->exported)
            write_qualifier(w, f->pkg);
        buf_printf(w->out, f->var.embedded && w->mode == SpellLink ? "%s = " : "%s ", f->name);
    }
    write_t(w, f->type);
    if (t->strct.tags && t->strct.tags[i] && t->strct.tag_len[i]) {
        buf_putc(w->out, ' ');
        buf_quote(w->out, t->strct.tags[i], t->strct.tag_len[i]);
    }
}

static void write_struct(Writer *w, Type *t)
{
    bool wide = w->mode != SpellMessage; /* gc's descriptors have blanks inside the braces */
    buf_puts(w->out, wide ? "struct {" : "struct{");
    for (uint32_t i = 0; i < t->strct.n; i++) {
        buf_puts(w->out, i ? "; " : wide ? " " : "");
        write_field(w, t, i);
    }
    buf_puts(w->out, wide && t->strct.n ? " }" : "}");
}

static void write_union(Writer *w, const Union *u)
{
    for (uint32_t i = 0; i < u->n; i++) {
        buf_puts(w->out, i ? " | " : "");
        buf_puts(w->out, u->tilde[i] ? "~" : "");
        write_t(w, u->types[i]);
    }
}

static void write_interface(Writer *w, Type *t)
{
    if (w->mode != SpellMessage) {
        TypeSet *s = type_set(w->c, t);
        buf_puts(w->out, "interface {");
        for (uint32_t i = 0; i < s->nmethods; i++) {
            Object *m = s->methods[i];
            buf_puts(w->out, i ? "; " : " ");
            if (w->mode == SpellLink && !m->exported)
                write_qualifier(w, m->pkg);
            else if (!m->exported && m->pkg)
                buf_printf(w->out, "%s.", m->pkg->name);
            buf_puts(w->out, m->name);
            write_sig(w, m->type);
        }
        if (!s->all || s->comparable) {
            buf_puts(w->out, s->nmethods ? "; " : " ");
            buf_puts(w->out, s->comparable ? "comparable " : "");
            if (!s->all)
                write_union(w, &s->terms);
        }
        buf_puts(w->out, s->nmethods || !s->all || s->comparable ? " }" : "}");
        return;
    }
    if (t == w->c->empty_iface) {
        buf_puts(w->out, "any");
        return;
    }
    if (t->iface.implicit && t->iface.nmethods == 0 && t->iface.nembeds == 1) {
        write_t(w, t->iface.embeds[0]);
        return;
    }
    buf_puts(w->out, t->iface.implicit ? "/* implicit */ interface{" : "interface{");
    for (uint32_t i = 0; i < t->iface.nmethods; i++) {
        buf_puts(w->out, i ? "; " : "");
        buf_puts(w->out, t->iface.methods[i]->name);
        if (t->iface.methods[i]->type)
            write_sig(w, t->iface.methods[i]->type);
    }
    for (uint32_t i = 0; i < t->iface.nembeds; i++) {
        buf_puts(w->out, i || t->iface.nmethods ? "; " : "");
        write_t(w, t->iface.embeds[i]);
    }
    buf_putc(w->out, '}');
}

static void write_chan(Writer *w, Type *t)
{
    static const char *const words[] = {[ChanBoth] = "chan ", [ChanSendOnly] = "chan<- ", [ChanRecvOnly] = "<-chan "};
    Type *e = t->chan.elem;
    if (w->mode != SpellMessage) /* aliases are looked through */
        e = type_unalias(e);
    bool parens = t->chan.dir == ChanBoth && e->kind == KindChan && e->chan.dir == ChanRecvOnly;
    buf_puts(w->out, words[t->chan.dir]);
    buf_puts(w->out, parens ? "(" : "");
    write_t(w, t->chan.elem);
    buf_puts(w->out, parens ? ")" : "");
}

static void write_declared(Writer *w, Object *obj, Type **targs, uint32_t ntargs, Object **tparams, uint32_t ntparams)
{
    write_qualifier(w, obj->pkg);
    buf_puts(w->out, obj->name);
    if (ntargs)
        write_targs(w, NULL, 0, targs, ntargs);
    else if (ntparams && w->mode == SpellMessage)
        write_tparams(w, tparams, ntparams);
}

static void write_named(Writer *w, Type *t)
{
    if (w->mode != SpellMessage && t->named.nouter) {
        write_qualifier(w, t->named.obj->pkg);
        buf_puts(w->out, t->named.obj->name);
        write_targs(w, t->named.outer, t->named.nouter, t->named.targs, t->named.ntargs);
    } else {
        write_declared(w, t->named.obj, t->named.targs, t->named.ntargs, t->named.tparams, t->named.ntparams);
    }
    if (w->mode == SpellLink && t->named.local_id)
        buf_printf(w->out, "\xc2\xb7%u", t->named.local_id);
}

static void write_t(Writer *w, Type *t)
{
    if (!t) {
        buf_puts(w->out, "<nil>");
        return;
    }
    if (++w->depth > (w->mode == SpellMessage ? 200 : 10000)) { /* names of symbols must not be cut */
        buf_puts(w->out, "...");
        w->depth--;
        return;
    }
    switch ((TypeKind)t->kind) {
    case KindArray:
        buf_printf(w->out, "[%lld]", (long long)t->array.len);
        write_t(w, t->array.elem);
        break;
    case KindSlice:
        buf_puts(w->out, "[]");
        write_t(w, t->slice.elem);
        break;
    case KindStruct: write_struct(w, t); break;
    case KindPointer:
        buf_putc(w->out, '*');
        write_t(w, t->pointer.elem);
        break;
    case KindFunc:
        buf_puts(w->out, "func");
        write_sig(w, t);
        break;
    case KindInterface: write_interface(w, t); break;
    case KindMap:
        buf_puts(w->out, "map[");
        write_t(w, t->map.key);
        buf_putc(w->out, ']');
        write_t(w, t->map.elem);
        break;
    case KindChan: write_chan(w, t); break;
    case KindTuple: write_tuple(w, t, false); break;
    case KindUnion: write_union(w, &t->uni); break;
    case KindNamed: write_named(w, t); break;
    case KindAlias:
        if (w->mode != SpellMessage)
            write_t(w, type_unalias(t));
        else
            write_declared(w, t->alias.obj, t->alias.targs, t->alias.ntargs, t->alias.tparams, t->alias.ntparams);
        break;
    case KindTypeParam:
        buf_puts(w->out, t->tparam.obj->name);
        if (w->mode != SpellMessage)
            buf_printf(w->out, "$%u", t->id);
        else if (scope_lookup(w->c->universe, t->tparam.obj->name)) {
            const PosTable *pt = w->c->pos;
            Pos p = t->tparam.obj->pos;
            buf_printf(w->out, " /* with %s declared at %s:%u:%u */", t->tparam.obj->name, pos_file(pt, p), pos_line(pt, p), pos_col(pt, p));
        }
        break;
    default:
        if (t->kind == KindUnsafePointer)
            buf_puts(w->out, "unsafe.");
        buf_puts(w->out, w->mode == SpellMessage ? t->basic.name : w->c->basic[t->kind]->basic.name);
        break;
    }
    w->depth--;
}

static char *spell(TypesCtx *c, Type *t, Spelling mode)
{
    Buf b = {0};
    Writer w = {.c = c, .out = &b, .mode = mode};
    write_t(&w, t);
    char *s = arena_strndup(c->arena, b.data, b.len);
    buf_free(&b);
    return s;
}

const char *type_string(TypesCtx *c, Type *t) { return spell(c, t, SpellMessage); }
const char *reflect_string(TypesCtx *c, Type *t) { return spell(c, t, SpellReflect); }

void write_type(TypesCtx *c, Buf *out, Type *t)
{
    Writer w = {.c = c, .out = out, .mode = SpellMessage};
    write_t(&w, t);
}

/* Terms of unions are shown with full package paths. */
const char *term_type_string(TypesCtx *c, Type *t)
{
    Buf b = {0};
    Writer w = {.c = c, .out = &b, .mode = SpellMessage, .full_paths = true};
    write_t(&w, t);
    char *s = arena_strndup(c->arena, b.data, b.len);
    buf_free(&b);
    return s;
}

/* "m(int) string", as methods are shown. */
const char *method_string(TypesCtx *c, Object *m)
{
    Buf b = {0};
    Writer w = {.c = c, .out = &b, .mode = SpellMessage, .no_names = true};
    buf_puts(&b, m->name);
    write_sig(&w, m->type);
    char *s = arena_strndup(c->arena, b.data, b.len);
    buf_free(&b);
    return s;
}

const char *link_string(TypesCtx *c, Type *t)
{
    if (!t->link)
        t->link = spell(c, t, SpellLink);
    return t->link;
}

uint32_t type_hash(TypesCtx *c, Type *t)
{
    const char *s = link_string(c, t);
    uint8_t sum[32];
    sha256(s, strlen(s), sum);
    return get_u32(sum) ^ 0xff;
}

/* ---- names of symbols ---- */

static void write_func_name(TypesCtx *c, Buf *b, Object *f)
{
    Writer w = {.c = c, .out = b, .mode = SpellLink};
    write_qualifier(&w, f->pkg);
    Type *recv = f->func.recv_named;
    if (recv && recv->kind == KindNamed) {
        buf_puts(b, f->func.ptr_recv ? "(*" : "");
        const char *name = link_string(c, recv);
        Buf q = {0};
        Writer qw = {.c = c, .out = &q, .mode = SpellLink};
        write_qualifier(&qw, f->pkg);
        if (q.len && strncmp(name, q.data, q.len) == 0)
            name += q.len;
        buf_free(&q);
        buf_puts(b, name);
        buf_puts(b, f->func.ptr_recv ? ")." : ".");
    }
    buf_puts(b, f->name);
    if (f->func.is_init)
        buf_printf(b, ".%u", f->func.init_index);
    if (f->func.ntargs) {
        write_targs(&w, NULL, 0, f->func.targs, f->func.ntargs);
    }
}

const char *func_link_name(TypesCtx *c, Object *f)
{
    if (f->func.link)
        return f->func.link;
    if (f->func.linkname && f->func.linkname[0])
        return f->func.link = f->func.linkname;
    Buf b = {0};
    write_func_name(c, &b, f);
    f->func.link = intern(c->names, b.data, b.len);
    buf_free(&b);
    return f->func.link;
}

const char *var_link_name(TypesCtx *c, Object *v)
{
    if (v->var.linkname && v->var.linkname[0])
        return v->var.linkname;
    Buf b = {0};
    Writer w = {.c = c, .out = &b, .mode = SpellLink};
    write_qualifier(&w, v->pkg);
    buf_puts(&b, v->name);
    const char *s = intern(c->names, b.data, b.len);
    buf_free(&b);
    return s;
}

const char *object_string(TypesCtx *c, Object *o)
{
    static const char *const words[] = {[ObjPkgName] = "package", [ObjConst] = "const", [ObjTypeName] = "type",
                                        [ObjVar] = "var", [ObjFunc] = "func", [ObjLabel] = "label",
                                        [ObjBuiltin] = "builtin", [ObjNil] = "nil"};
    Buf b = {0};
    Writer w = {.c = c, .out = &b, .mode = SpellMessage};
    buf_printf(&b, "%s ", o->kind == ObjVar && o->var.role == VarField ? "field" : words[o->kind]);
    if (o->kind == ObjFunc) {
        buf_puts(&b, o->name);
        if (o->type)
            write_sig(&w, o->type);
    } else {
        buf_puts(&b, o->name);
        if (o->type && o->kind != ObjPkgName) {
            buf_putc(&b, ' ');
            if (o->kind == ObjTypeName && o->type->kind == KindNamed)
                write_t(&w, type_under(o->type));
            else
                write_t(&w, o->type);
        }
    }
    char *s = arena_strndup(c->arena, b.data, b.len);
    buf_free(&b);
    return s;
}
