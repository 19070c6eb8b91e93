/* layout.c - how Go types fall into scalars. */
#include "compiler/ir/ir.h"

static ValType basic_scalar(TypeKind k)
{
    switch (k) {
    case KindBool: return ValBool;
    case KindInt8: case KindUint8: return ValI8;
    case KindInt16: case KindUint16: return ValI16;
    case KindInt32: case KindUint32: return ValI32;
    case KindInt: case KindInt64: case KindUint: case KindUint64: case KindUintptr: return ValI64;
    case KindFloat32: return ValF32;
    case KindFloat64: return ValF64;
    case KindPointer: case KindUnsafePointer: case KindMap: case KindChan: case KindFunc: return ValPtr;
    default: return ValVoid;
    }
}

typedef struct Flatten {
    Comp *out;
    int n, max;
} Flatten;

static bool put(Flatten *f, int64_t off, ValType t)
{
    if (f->n == f->max)
        return false;
    f->out[f->n++] = (Comp){off, t, false};
    return true;
}

static bool put_off_heap(Flatten *f, int64_t off)
{
    bool ok = put(f, off, ValPtr);
    if (ok)
        f->out[f->n - 1].off_heap = true;
    return ok;
}

static bool walk(Flatten *f, Type *t, int64_t off)
{
    t = type_under(t);
    switch (t->kind) {
    case KindString: return put(f, off, ValPtr) && put(f, off + 8, ValI64);
    case KindSlice: return put(f, off, ValPtr) && put(f, off + 8, ValI64) && put(f, off + 16, ValI64);
    case KindInterface: return put_off_heap(f, off) && put(f, off + 8, ValPtr); /* itabs and types stay */
    case KindPointer: return type_notinheap(t->pointer.elem) ? put_off_heap(f, off) : put(f, off, ValPtr);
    case KindComplex64: return put(f, off, ValF32) && put(f, off + 4, ValF32);
    case KindComplex128: return put(f, off, ValF64) && put(f, off + 8, ValF64);
    case KindArray:
        if (t->array.len == 0)
            return true;
        return t->array.len == 1 && walk(f, t->array.elem, off);
    case KindStruct:
        for (uint32_t i = 0; i < t->strct.n; i++)
            if (!walk(f, t->strct.fields[i]->type, off + field_offset(t, i)))
                return false;
        return true;
    default: {
        ValType v = basic_scalar(t->kind);
        return v != ValVoid && put(f, off, v);
    }
    }
}

int flatten(Type *t, Comp *out, int max)
{
    Flatten f = {out, 0, max};
    return walk(&f, t, 0) ? f.n : -1;
}

int ssa_comps(Type *t, Comp *out) { return flatten(t, out, MaxComps); }

bool ssa_able(Type *t)
{
    Comp out[MaxComps];
    return flatten(t, out, MaxComps) >= 0;
}

ValType scalar_type(Type *t)
{
    Comp out[MaxComps];
    return flatten(t, out, MaxComps) == 1 ? out[0].type : ValVoid;
}

uint8_t *ptr_mask(Arena *a, Type *t)
{
    if (!has_pointers(t) || type_size(t) > MaxFrame) /* the function will be refused */
        return NULL;
    uint8_t *mask = arena_alloc(a, (size_t)(type_size(t) / 8 + 7) / 8 + 1);
    type_ptrmask(t, 0, mask);
    return mask;
}

bool is_direct_iface(Type *t) { return is_pointer_shaped(t); }
