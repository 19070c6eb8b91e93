/* object.c - data by name: what SSA construction asks for. */
#include "compiler/object/object.h"

#include <stdlib.h>

#include "base/sha256.h"

void object_init(Ir *ir) { ir->data = NEW(ir->arena, ObjectData); }

void object_free(Ir *ir)
{
    ObjectData *d = object_data(ir);
    map_free(&d->types);
    map_free(&d->groups);
    free(d->queue);
}

/* ---- names ---- */

enum { MaxName = 200 }; /* longer contents are named by their hash */

static bool is_plain_text(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)p[i] < ' ' || p[i] == 0x7f)
            return false;
    return true;
}

const char *content_name(Ir *ir, const char *prefix, const char *text, size_t n)
{
    if (n <= MaxName && is_plain_text(text, n))
        return arena_printf(ir->arena, "%s%.*s", prefix, (int)n, text);
    uint8_t sum[32];
    sha256(text, n, sum);
    Buf b = {0};
    buf_printf(&b, "%s#%zu.", prefix, n);
    for (size_t i = 0; i < sizeof sum; i++)
        buf_printf(&b, "%02x", sum[i]);
    const char *s = arena_strndup(ir->arena, b.data, b.len);
    buf_free(&b);
    return s;
}

LSym *data_sym(Ir *ir, const char *name) { return obj_lookup(ir->obj, name, ABIInternal); }

/* ---- type descriptors ---- */

static TypeSym *find_type(Ir *ir, Type *t, bool noalg)
{
    ObjectData *d = object_data(ir);
    t = type_unalias(t);
    if (t->backend && !noalg)
        return t->backend;
    const char *link = link_string(ir->types, t);
    const char *name = content_name(ir, noalg ? "type:noalg." : "type:", link, strlen(link));
    TypeSym *ts = map_get_str(&d->types, name);
    if (!ts) {
        ts = NEW(ir->arena, TypeSym);
        *ts = (TypeSym){.name = name, .type = t, .sym = data_sym(ir, name), .noalg = noalg};
        map_put_str(&d->types, name, ts);
        if (!emitted_elsewhere(ir, t))
            vec_push(d->queue, d->nqueue, d->cap_queue, ts);
    }
    if (!noalg)
        t->backend = ts;
    return ts;
}

const char *sym_type(Ir *ir, Type *t) { return find_type(ir, t, false)->name; }
LSym *type_lsym(Ir *ir, Type *t) { return find_type(ir, t, false)->sym; }
LSym *noalg_type_lsym(Ir *ir, Type *t) { return find_type(ir, t, true)->sym; }

bool object_emit(Ir *ir)
{
    ObjectData *d = object_data(ir);
    size_t before = d->emitted;
    while (d->emitted < d->nqueue)
        emit_type(ir, d->queue[d->emitted++]);
    return d->emitted > before;
}

static void declare_type(Ir *ir, Object *o)
{
    Type *t = o->type;
    if (o->kind != ObjTypeName || o->tname.is_alias || !t || t->kind != KindNamed || t->named.ntparams || type_has_tparam(t))
        return;
    sym_type(ir, t);
    sym_type(ir, new_pointer(ir->types, t));
}

/* Package runtime makes what no package declares and all use. */
static void declare_runtime_types(Ir *ir)
{
    TypesCtx *c = ir->types;
    for (int k = KindBool; k <= KindUnsafePointer + 2; k++) {
        Type *t = k <= KindUnsafePointer ? c->basic[k] : k == KindUnsafePointer + 1 ? c->type_error : c->empty_iface;
        sym_type(ir, t);
        sym_type(ir, new_pointer(c, t));
        sym_type(ir, new_slice(c, t));
    }
}

void object_declare_types(Ir *ir)
{
    for (uint32_t i = 0; i < ir->pkg->nobjects; i++)
        declare_type(ir, ir->pkg->objects[i]);
    for (uint32_t i = 0; i < ir->pkg->nlocal_types; i++)
        declare_type(ir, ir->pkg->local_types[i]);
    if (strcmp(ir->pkg->path, "runtime") == 0)
        declare_runtime_types(ir);
}

/* ---- strings and function values ---- */

const char *sym_string(Ir *ir, const char *p, size_t n)
{
    Buf quoted = {0};
    buf_quote(&quoted, p, n);
    const char *name = content_name(ir, "go:string.", quoted.data, quoted.len);
    buf_free(&quoted);
    LSym *s = data_sym(ir, name);
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, SymRodata, SymDupok, 1);
        obj_put_bytes(s, 0, p, n);
    }
    return name;
}

/* A function value without captured variables: the address of its code. */
const char *sym_funcval(Ir *ir, const char *func, SsaABI abi)
{
    (void)abi; /* function values are called in ABIInternal: of an assembly function it is the wrapper */
    const char *name = arena_printf(ir->arena, "%s\xc2\xb7" "f", func);
    LSym *s = data_sym(ir, name);
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, SymRodata, SymDupok, 8);
        obj_put_addr(s, 0, obj_lookup(ir->obj, func, ABIInternal), 0);
    }
    return name;
}

/* ---- reachability ---- */

void use_in_iface(Ir *ir, const char *from, Type *t)
{
    if (under_kind(t) == KindInterface)
        return;
    obj_reach(ir->obj, (ReachRecord){.kind = GoReachUsedInIface, .sym = obj_lookup(ir->obj, from, ABIInternal), .to = type_lsym(ir, t)});
}

void use_iface_method(Ir *ir, const char *from, Type *iface, Object *method)
{
    (void)iface; /* any method of this name and signature may be meant */
    obj_reach(ir->obj, (ReachRecord){.kind = GoReachIfaceMethod, .sym = obj_lookup(ir->obj, from, ABIInternal),
                                     .to = type_lsym(ir, method->type), .name = plain_name_sym(ir, method->name, method->exported)});
}

void use_named_method(Ir *ir, const char *from, const char *name)
{
    obj_reach(ir->obj, (ReachRecord){.kind = GoReachNamedMethod, .sym = obj_lookup(ir->obj, from, ABIInternal),
                                     .name = plain_name_sym(ir, name, true)});
}

/* A type assertion compares with the descriptor; it makes no value of the type. */
void used_type(Ir *ir, Type *t) { sym_type(ir, t); }
