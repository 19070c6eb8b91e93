/* iface.c - interfaces: making them, asking what they hold, calling through them.
 *
 * An interface is two words: the type descriptor (empty interfaces) or the
 * itab, and the data: a pointer-shaped value itself, else the address of a
 * copy that nobody changes. */
#include "compiler/ir/ir.h"

enum { ItabType = 8, ItabFun = 24 }; /* FORMATS: ITab */

/* ---- making ---- */

static Value *type_word(Builder *s, Type *t, Type *iface)
{
    use_in_iface(s->ir, s->name, t);
    return sym_addr(s, is_empty_interface(iface) ? sym_type(s->ir, t) : sym_itab(s->ir, t, iface));
}

static Value *data_word(Builder *s, Val v)
{
    Type *t = v.t, *u = type_under(t);
    if (is_direct_iface(t))
        return v.v[0];
    if (type_size(t) == 0)
        return sym_addr(s, "runtime.zerobase");
    if (!v.mem && v.n == 1) {
        Value *x = v.v[0];
        switch (x->type) {
        case ValBool:
            x = op1(s, OpCvtBoolToUint8, ValI8, x);
            return element_addr(s, sym_addr(s, "runtime.staticuint64s"), op1(s, OpZeroExt8to64, ValI64, x), 8);
        case ValI8: return element_addr(s, sym_addr(s, "runtime.staticuint64s"), op1(s, OpZeroExt8to64, ValI64, x), 8);
        case ValI16: return rt_call(s, "convT16", 1, x);
        case ValI32: return rt_call(s, "convT32", 1, x);
        case ValI64: return rt_call(s, "convT64", 1, x);
        default: break;
        }
    }
    if (u->kind == KindString)
        return rt_call(s, "convTstring", 2, v.v[0], v.v[1]);
    if (u->kind == KindSlice)
        return rt_call(s, "convTslice", 3, v.v[0], v.v[1], v.v[2]);
    return rt_call(s, has_pointers(t) ? "convT" : "convTnoptr", 2, sym_addr(s, sym_type(s->ir, t)), val_addr(s, v));
}

Val to_iface(Builder *s, Val v, Type *to, Node *n)
{
    if (n && n->val && type_under(v.t)->kind != KindInterface) {
        const char *image = const_image(s->ir, v.t, n->val);
        if (image)
            return val_pair(to, type_word(s, v.t, to), sym_addr(s, image));
    }
    Value *data = data_word(s, v);
    return val_pair(to, type_word(s, v.t, to), data);
}

Val to_iface_in_frame(Builder *s, Val v, Type *to)
{
    bool in_table = !v.mem && v.n == 1 && (v.v[0]->type == ValBool || v.v[0]->type == ValI8);
    if (is_direct_iface(v.t) || type_size(v.t) == 0 || in_table)
        return to_iface(s, v, to, NULL);
    Value *data = val_addr(s, val_copy(s, v));
    return val_pair(to, type_word(s, v.t, to), data);
}

/* The itab for a dynamic type that is known only at run time; nil stays nil. */
Val iface_to_iface(Builder *s, Val v, Type *to)
{
    Block *some = new_block(s), *done = new_block(s);
    int tab = var_new(s, ValPtr);
    var_write(s, tab, nil_const(s));
    Value *typ = iface_type_word(s, v);
    branch(s, op1(s, OpIsNonNil, ValBool, typ), some, done, HintLikely);
    start_block(s, some);
    var_write(s, tab, rt_call(s, "assertE2I", 2, sym_addr(s, sym_type(s->ir, to)), typ));
    jump(s, done);
    start_block(s, done);
    return val_pair(to, var_read(s, tab), v.v[1]);
}

/* ---- asking ---- */

Value *iface_type_word(Builder *s, Val v)
{
    if (is_empty_interface(v.t))
        return v.v[0];
    Block *some = new_block(s), *done = new_block(s);
    int typ = var_new(s, ValPtr);
    var_write(s, typ, v.v[0]);
    branch(s, op1(s, OpIsNonNil, ValBool, v.v[0]), some, done, HintLikely);
    start_block(s, some);
    var_write(s, typ, load_scalar(s, ValPtr, offset(s, v.v[0], ItabType)));
    jump(s, done);
    start_block(s, done);
    return var_read(s, typ);
}

Val iface_data(Builder *s, Val v, Type *t)
{
    if (is_direct_iface(t))
        return val_scalar(t, v.v[1]);
    Val r = val_load(s, t, v.v[1]);
    r.temp = true; /* nobody writes there */
    return r;
}

/* Whether x holds the concrete type t: its word is known. */
static Value *holds(Builder *s, Val x, Type *t)
{
    Value *word = sym_addr(s, is_empty_interface(x.t) ? sym_type(s->ir, t) : sym_itab(s->ir, t, x.t));
    used_type(s->ir, t);
    return op2(s, OpEqPtr, ValBool, x.v[0], word);
}

/* An interface target: the runtime looks for the methods. */
static Value *implements(Builder *s, Val x, Type *target, Val *out)
{
    Value *typ = iface_type_word(s, x);
    Value *word = is_empty_interface(target) ? typ : rt_call(s, "assertE2I2", 2, sym_addr(s, sym_type(s->ir, target)), typ);
    *out = val_pair(target, word, x.v[1]);
    return op1(s, OpIsNonNil, ValBool, word);
}

Value *assert_match(Builder *s, Val x, Type *target, Val *out)
{
    if (under_kind(target) == KindInterface)
        return implements(s, x, target, out);
    return holds(s, x, target);
}

static void panic_dottype(Builder *s, Val x, Type *target)
{
    bool empty = is_empty_interface(x.t);
    rt_call(s, empty ? "panicdottypeE" : "panicdottypeI", 3, x.v[0], sym_addr(s, sym_type(s->ir, target)),
            sym_addr(s, sym_type(s->ir, x.t)));
    exit_block(s);
}

/* x.(T) */
static Val assert_or_panic(Builder *s, Val x, Type *target)
{
    if (under_kind(target) == KindInterface && !is_empty_interface(target)) {
        Value *typ = iface_type_word(s, x);
        return val_pair(target, rt_call(s, "assertE2I", 2, sym_addr(s, sym_type(s->ir, target)), typ), x.v[1]);
    }
    Block *ok = new_block(s), *bad = new_block(s);
    Val out = x;
    branch(s, assert_match(s, x, target, &out), ok, bad, HintLikely);
    start_block(s, bad);
    if (under_kind(target) == KindInterface) {
        rt_call(s, "panicnildottype", 1, sym_addr(s, sym_type(s->ir, target)));
        exit_block(s);
    } else {
        panic_dottype(s, x, target);
    }
    start_block(s, ok);
    return under_kind(target) == KindInterface ? out : iface_data(s, x, target);
}

/* v, ok := x.(T): the value is zero when x holds something else. */
static Val assert_commaok(Builder *s, Val x, Type *target, Val *ok_out)
{
    Block *yes = new_block(s), *no = new_block(s), *done = new_block(s);
    Val got = x, r = {.t = target};
    Value *ok = assert_match(s, x, target, &got);
    bool is_iface = under_kind(target) == KindInterface, in_ssa = ssa_able(target);
    Comp comps[MaxComps];
    int n = in_ssa ? ssa_comps(target, comps) : 0, first = s->nvars, okvar;
    for (int i = 0; i < n; i++)
        var_new(s, comps[i].type);
    okvar = var_new(s, ValBool);
    Value *slot = in_ssa ? NULL : local_addr(s, new_temp(s, target));
    branch(s, ok, yes, no, HintNone);
    start_block(s, yes);
    Val v = is_iface ? got : iface_data(s, x, target);
    if (!in_ssa)
        val_store(s, slot, v);
    for (int i = 0; i < n; i++)
        var_write(s, first + i, v.v[i]);
    var_write(s, okvar, bool_const(s, true));
    jump(s, done);
    start_block(s, no);
    if (in_ssa) {
        Val zero = val_zero(s, target);
        for (int i = 0; i < n; i++)
            var_write(s, first + i, zero.v[i]);
    } else {
        zero_mem(s, slot, target);
    }
    var_write(s, okvar, bool_const(s, false));
    jump(s, done);
    start_block(s, done);
    *ok_out = val_scalar(s->ir->types->basic[KindBool], var_read(s, okvar));
    if (!in_ssa)
        return (Val){.t = target, .mem = true, .temp = true, .n = 1, .v = {slot}};
    r.n = n;
    for (int i = 0; i < n; i++)
        r.v[i] = var_read(s, first + i);
    return r;
}

Val type_assert(Builder *s, Node *n, bool commaok, Val *ok)
{
    Val x = expr(s, n->assert.x);
    mark_pos(s, n);
    Type *target = n->assert.type->type;
    return commaok ? assert_commaok(s, x, target, ok) : assert_or_panic(s, x, target);
}

/* ---- calling ---- */

static bool is_named_of_reflect(Type *t, const char *name)
{
    t = type_unalias(t);
    const Object *o = t->kind == KindNamed ? t->named.obj : NULL;
    return o && o->pkg && strcmp(o->pkg->path, "reflect") == 0 && strcmp(o->name, name) == 0;
}

/* Whether m is Method(int) or MethodByName(string), with a reflect.Method or
 * reflect.Value first among its results: it may be reflect's, of any type or
 * interface, and whoever calls it may call every exported method. */
static bool finds_methods(const Object *m, bool *by_name)
{
    *by_name = strcmp(m->name, "MethodByName") == 0;
    if (!*by_name && strcmp(m->name, "Method") != 0)
        return false;
    const Type *sig = type_under(m->type);
    Type *in = sig->func.params, *out = sig->func.results;
    if (in->tuple.n != 1 || out->tuple.n == 0)
        return false;
    Type *found = out->tuple.vars[0]->type;
    return under_kind(in->tuple.vars[0]->type) == (*by_name ? KindString : KindInt)
        && (is_named_of_reflect(found, "Method") || is_named_of_reflect(found, "Value"));
}

/* The methods that do it, and call each other: they are in the method sets of
 * reflect's types, which does not mean that anybody calls them. */
static bool is_finder(const char *name)
{
    static const char *const finders[] = {"reflect.(*rtype).Method", "reflect.(*rtype).MethodByName", "reflect.Value.Method", "reflect.Value.MethodByName"};
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++)
        if (strcmp(finders[i], name) == 0)
            return true;
    return false;
}

void use_reflection(Builder *s, const Object *m, const Node *call)
{
    bool by_name;
    if (!finds_methods(m, &by_name) || is_finder(s->name))
        return;
    const Const *name = by_name && call && call->call.args.n == 1 ? call->call.args.at[0]->val : NULL;
    if (name && name->kind == ConstString)
        use_named_method(s->ir, s->name, arena_strndup(s->ir->arena, name->str.s, name->str.len));
    else
        s->f->flags |= FuncReflectMethod;
}

/* Names that are not exported are those of their package. */
static bool same_method(const Object *m, const Object *n)
{
    return strcmp(m->name, n->name) == 0 && (m->exported || m->pkg == n->pkg);
}

Value *itab_method(Builder *s, Value *itab, Type *iface, Object *method)
{
    TypeSet *set = type_set(s->ir->types, type_under(iface));
    uint32_t i = 0;
    while (i + 1 < set->nmethods && !same_method(set->methods[i], method))
        i++;
    use_iface_method(s->ir, s->name, iface, method);
    return load_scalar(s, ValPtr, offset(s, nil_check(s, itab), ItabFun + 8 * (int64_t)i));
}
