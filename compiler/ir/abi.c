/* abi.c - which parameter goes in which register.
 *
 * ABIInternal hands a parameter over wholly in registers or wholly on the
 * stack.  The components that are in registers take them in order, integers
 * and floats counted apart, so the list of components alone tells the
 * registers.  The caller's argument area holds, from its start: stack
 * arguments, stack results, and room where the callee may spill the register
 * arguments.  ABI0 knows no registers. */
#include "compiler/ir/ir.h"

enum { IntRegs = 9, FloatRegs = 15, MaxRegs = IntRegs + FloatRegs };

static int64_t align_up(int64_t n, int64_t align) { return (n + align - 1) & -align; }

/* The registers that are still free. */
typedef struct Regs {
    int ints, floats;
} Regs;

static bool take_regs(Arena *a, AbiParam *p, Regs *free)
{
    Comp comps[MaxRegs];
    int n = flatten(p->type, comps, MaxRegs), ints = 0, floats = 0;
    if (n <= 0)
        return false;
    for (int i = 0; i < n; i++)
        *(val_type_is_float(comps[i].type) ? &floats : &ints) += 1;
    if (ints > free->ints || floats > free->floats)
        return false;
    free->ints -= ints;
    free->floats -= floats;
    p->in_regs = true;
    p->ncomps = n;
    p->comps = arena_dup(a, comps, (size_t)n * sizeof *comps);
    return true;
}

/* Places n parameters from offset on; returns the offset behind those on the stack. */
static int64_t place(Arena *a, AbiParam *p, int n, int64_t off, SsaABI abi)
{
    Regs free = {IntRegs, FloatRegs};
    for (int i = 0; i < n; i++) {
        if (abi == SsaABIInternal && take_regs(a, &p[i], &free))
            continue;
        off = align_up(off, type_align(p[i].type));
        p[i].offset = off;
        off += type_size(p[i].type);
    }
    return align_up(off, 8);
}

AbiSig *abi_assign(Arena *a, Type **params, int nparams, Type **results, int nresults, SsaABI abi)
{
    AbiSig *s = NEW(a, AbiSig);
    s->nparams = nparams;
    s->nresults = nresults;
    s->params = NEW_ARRAY(a, AbiParam, nparams + 1);
    s->results = NEW_ARRAY(a, AbiParam, nresults + 1);
    for (int i = 0; i < nparams; i++)
        s->params[i].type = params[i];
    for (int i = 0; i < nresults; i++)
        s->results[i].type = results[i];
    s->result_off = place(a, s->params, nparams, 0, abi);
    s->args_size = place(a, s->results, nresults, s->result_off, abi);
    for (int i = 0; i < nresults; i++)
        s->nreg_results += s->results[i].ncomps;
    int64_t spill = s->args_size;
    for (int i = 0; i < nparams; i++) {
        if (!s->params[i].in_regs)
            continue;
        spill = align_up(spill, type_align(params[i]));
        s->params[i].offset = spill;
        spill += type_size(params[i]);
    }
    s->frame_size = align_up(spill, 8);
    return s;
}

AbiSig *abi_of(Arena *a, Type *recv, Type *sig, SsaABI abi)
{
    sig = type_under(sig);
    Type *in = sig->func.params, *out = sig->func.results;
    int extra = recv != NULL;
    Type **params = NEW_ARRAY(a, Type *, in->tuple.n + 1), **results = NEW_ARRAY(a, Type *, out->tuple.n + 1);
    params[0] = recv;
    for (uint32_t i = 0; i < in->tuple.n; i++)
        params[(int)i + extra] = in->tuple.vars[i]->type;
    for (uint32_t i = 0; i < out->tuple.n; i++)
        results[i] = out->tuple.vars[i]->type;
    return abi_assign(a, params, (int)in->tuple.n + extra, results, (int)out->tuple.n, abi);
}

/* ---- how tracebacks print the arguments (FORMATS: FUNCDATA 5) ---- */

enum {
    InfoEnd = 0xff, InfoStart = 0xfe, InfoStop = 0xfd, InfoDots = 0xfc, InfoTooLarge = 0xfb, InfoSpecial = 0xf0,
    InfoMaxValues = 10, InfoMaxDepth = 5
};

typedef struct ArgInfo {
    Buf out;
    int values; /* printed so far */
} ArgInfo;

static bool info_value(ArgInfo *w, int64_t off, int64_t size)
{
    if (w->values >= InfoMaxValues) {
        buf_u8(&w->out, InfoDots);
        return false;
    }
    if (off >= InfoSpecial) {
        buf_u8(&w->out, InfoTooLarge);
    } else {
        buf_u8(&w->out, (uint8_t)off);
        buf_u8(&w->out, (uint8_t)size);
    }
    w->values++;
    return true;
}

static bool info_walk(ArgInfo *w, Type *t, int64_t off, int depth);

static bool info_group(ArgInfo *w, int depth)
{
    buf_u8(&w->out, InfoStart);
    if (depth + 1 < InfoMaxDepth)
        return true;
    buf_u8(&w->out, InfoDots);
    w->values++;
    return false;
}

/* Returns false when the limit was reached before the value: what follows in its
 * group is not printed. A group counts as printed, so that the one around it
 * says with dots of its own that it goes on. */
static bool info_walk(ArgInfo *w, Type *t, int64_t off, int depth)
{
    Type *u = type_under(t);
    bool more = true;
    if (w->values >= InfoMaxValues) {
        buf_u8(&w->out, InfoDots);
        return false;
    }
    switch (u->kind) {
    case KindString: case KindInterface: case KindSlice: case KindComplex64: case KindComplex128: {
        int64_t part = u->kind == KindComplex64 ? 4 : 8, n = u->kind == KindSlice ? 3 : 2;
        if (info_group(w, depth))
            for (int64_t i = 0; i < n && more; i++)
                more = info_value(w, off + i * part, part);
        break;
    }
    case KindArray:
        if (info_group(w, depth)) {
            if (u->array.len == 0)
                w->values++;
            for (int64_t i = 0; i < u->array.len && more; i++)
                more = info_walk(w, u->array.elem, off + i * type_size(u->array.elem), depth + 1);
        }
        break;
    case KindStruct:
        if (info_group(w, depth)) {
            if (u->strct.n == 0)
                w->values++;
            for (uint32_t i = 0; i < u->strct.n && more; i++) {
                const char *name = u->strct.fields[i]->name;
                if (name[0] == '_' && !name[1])
                    continue;
                more = info_walk(w, u->strct.fields[i]->type, off + field_offset(u, i), depth + 1);
            }
        }
        break;
    default: return info_value(w, off, type_size(t));
    }
    buf_u8(&w->out, InfoStop);
    return true;
}

int abi_arginfo(Arena *a, const AbiSig *sig, uint8_t **out)
{
    ArgInfo w = {{0}, 0};
    for (int i = 0; i < sig->nparams; i++)
        if (!info_walk(&w, sig->params[i].type, sig->params[i].offset, 0))
            break;
    buf_u8(&w.out, InfoEnd);
    *out = arena_dup(a, w.out.data, w.out.len);
    int n = (int)w.out.len;
    buf_free(&w.out);
    return n;
}
