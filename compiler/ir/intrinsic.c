/* intrinsic.c - functions that are instructions.
 *
 * A call of a function named here becomes an op or two in place.  The bodies
 * that the library gives them remain for calls through variables.  Expects the
 * link name of the function called; leaves results as call_expr and call_tuple
 * want them.  What the rows do with their ops: */
#include "compiler/ir/ir.h"

typedef enum Form {
    Plain,      /* the op's result is the function's */
    Guarded,    /* the same, where the processor has the instruction: else the function is called */
    Counted,    /* guarded; its result has the width of the operand */
    Widened,    /* its result is an int32 that cannot be negative */
    Pair,       /* Select0 and Select1 are the two results */
    Prefetching, /* (address, memory) to memory; any address will do */
    CodeAddress, /* of the function whose name is the argument: the op is not used */
    CodeAddress0, /* of its code for assembly */
    AtomicLoad, /* (pointer, memory) to a tuple of value and memory */
    AtomicVoid, /* (pointer, operand, memory) to memory */
    AtomicTuple /* (pointer, operands, memory) to a tuple of value and memory */
} Form;

typedef struct Intrinsic {
    const char *name;
    Op op;
    Form form;
    const char *feature; /* Guarded, Counted: the runtime's variable that tells */
} Intrinsic;

/* sync/atomic has the same operations for four integer types. */
#define INTEGERS32(name, op, form) {name "Int32", op, form, NULL}, {name "Uint32", op, form, NULL}
#define INTEGERS64(name, op, form) {name "Int64", op, form, NULL}, {name "Uint64", op, form, NULL}, {name "Uintptr", op, form, NULL}
#define INTEGERS(name, op, form) INTEGERS32("sync/atomic." name, op##32, form), INTEGERS64("sync/atomic." name, op##64, form)

static const Intrinsic table[] = {
    {"math.Sqrt", OpSqrt, Plain, NULL},
    {"math.sqrt", OpSqrt, Plain, NULL},
    {"math.Floor", OpFloor, Guarded, "runtime.x86HasSSE41"},
    {"math.Ceil", OpCeil, Guarded, "runtime.x86HasSSE41"},
    {"math.Trunc", OpTrunc, Guarded, "runtime.x86HasSSE41"},
    {"math.RoundToEven", OpRoundToEven, Guarded, "runtime.x86HasSSE41"},
    {"math.FMA", OpFMA, Guarded, "runtime.x86HasFMA"},
    {"math/bits.OnesCount", OpPopCount64, Counted, "runtime.x86HasPOPCNT"},
    {"math/bits.OnesCount8", OpPopCount8, Counted, "runtime.x86HasPOPCNT"},
    {"math/bits.OnesCount16", OpPopCount16, Counted, "runtime.x86HasPOPCNT"},
    {"math/bits.OnesCount32", OpPopCount32, Counted, "runtime.x86HasPOPCNT"},
    {"math/bits.OnesCount64", OpPopCount64, Counted, "runtime.x86HasPOPCNT"},
    {"internal/runtime/sys.OnesCount64", OpPopCount64, Counted, "runtime.x86HasPOPCNT"},

    {"math/bits.TrailingZeros", OpCtz64, Widened, NULL},
    {"math/bits.TrailingZeros8", OpCtz8, Widened, NULL},
    {"math/bits.TrailingZeros16", OpCtz16, Widened, NULL},
    {"math/bits.TrailingZeros32", OpCtz32, Widened, NULL},
    {"math/bits.TrailingZeros64", OpCtz64, Widened, NULL},
    {"math/bits.Len", OpBitLen64, Plain, NULL},
    {"math/bits.Len8", OpBitLen8, Plain, NULL},
    {"math/bits.Len16", OpBitLen16, Plain, NULL},
    {"math/bits.Len32", OpBitLen32, Plain, NULL},
    {"math/bits.Len64", OpBitLen64, Plain, NULL},
    {"math/bits.ReverseBytes16", OpBswap16, Plain, NULL},
    {"math/bits.ReverseBytes32", OpBswap32, Plain, NULL},
    {"math/bits.ReverseBytes64", OpBswap64, Plain, NULL},
    {"math/bits.RotateLeft", OpRotateLeft64, Plain, NULL},
    {"math/bits.RotateLeft8", OpRotateLeft8, Plain, NULL},
    {"math/bits.RotateLeft16", OpRotateLeft16, Plain, NULL},
    {"math/bits.RotateLeft32", OpRotateLeft32, Plain, NULL},
    {"math/bits.RotateLeft64", OpRotateLeft64, Plain, NULL},
    {"math/bits.Mul", OpMul64uhilo, Pair, NULL},
    {"math/bits.Mul64", OpMul64uhilo, Pair, NULL},
    {"internal/runtime/math.Mul64", OpMul64uhilo, Pair, NULL},
    {"internal/runtime/math.MulUintptr", OpMul64uover, Pair, NULL},
    {"internal/runtime/sys.TrailingZeros32", OpCtz32, Widened, NULL},
    {"internal/runtime/sys.TrailingZeros64", OpCtz64, Widened, NULL},
    {"internal/runtime/sys.Len64", OpBitLen64, Plain, NULL},
    {"internal/runtime/sys.Prefetch", OpPrefetchCache, Prefetching, NULL},
    {"internal/runtime/sys.PrefetchStreamed", OpPrefetchCacheStreamed, Prefetching, NULL},

    {"crypto/internal/constanttime.boolToUint8", OpCvtBoolToUint8, Plain, NULL},

    {"internal/abi.FuncPCABIInternal", OpAddr, CodeAddress, NULL},
    {"internal/abi.FuncPCABI0", OpAddr, CodeAddress0, NULL},

    {"internal/runtime/atomic.Load", OpAtomicLoad32, AtomicLoad, NULL},
    {"internal/runtime/atomic.LoadAcq", OpAtomicLoad32, AtomicLoad, NULL},
    {"internal/runtime/atomic.Load8", OpAtomicLoad8, AtomicLoad, NULL},
    {"internal/runtime/atomic.Load64", OpAtomicLoad64, AtomicLoad, NULL},
    {"internal/runtime/atomic.Loaduintptr", OpAtomicLoad64, AtomicLoad, NULL},
    {"internal/runtime/atomic.Loadp", OpAtomicLoadPtr, AtomicLoad, NULL},
    {"internal/runtime/atomic.Store", OpAtomicStore32, AtomicVoid, NULL},
    {"internal/runtime/atomic.Store8", OpAtomicStore8, AtomicVoid, NULL},
    {"internal/runtime/atomic.Store64", OpAtomicStore64, AtomicVoid, NULL},
    {"internal/runtime/atomic.Storeuintptr", OpAtomicStore64, AtomicVoid, NULL},
    {"internal/runtime/atomic.And8", OpAtomicAnd8, AtomicVoid, NULL},
    {"internal/runtime/atomic.Or8", OpAtomicOr8, AtomicVoid, NULL},
    {"internal/runtime/atomic.Xadd", OpAtomicAdd32, AtomicTuple, NULL},
    {"internal/runtime/atomic.Xadd64", OpAtomicAdd64, AtomicTuple, NULL},
    {"internal/runtime/atomic.Xchg", OpAtomicExchange32, AtomicTuple, NULL},
    {"internal/runtime/atomic.Xchg64", OpAtomicExchange64, AtomicTuple, NULL},
    {"internal/runtime/atomic.Cas", OpAtomicCompareAndSwap32, AtomicTuple, NULL},
    {"internal/runtime/atomic.Cas64", OpAtomicCompareAndSwap64, AtomicTuple, NULL},
    {"internal/runtime/atomic.Casuintptr", OpAtomicCompareAndSwap64, AtomicTuple, NULL},

    INTEGERS("Load", OpAtomicLoad, AtomicLoad),
    INTEGERS("Store", OpAtomicStore, AtomicVoid),
    INTEGERS("Add", OpAtomicAdd, AtomicTuple),
    INTEGERS("Swap", OpAtomicExchange, AtomicTuple),
    INTEGERS("CompareAndSwap", OpAtomicCompareAndSwap, AtomicTuple),
    {"sync/atomic.LoadPointer", OpAtomicLoadPtr, AtomicLoad, NULL},
};

enum { MaxOperands = 3 };

static const Intrinsic *find_intrinsic(const char *name)
{
    static const char *const packages[] = {"math.", "math/bits.", "internal/runtime/", "internal/abi.", "sync/atomic.",
                                           "crypto/internal/constanttime."};
    bool ours = false;
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
        ours |= strncmp(name, packages[i], strlen(packages[i])) == 0;
    for (size_t i = 0; ours && i < sizeof table / sizeof *table; i++)
        if (strcmp(name, table[i].name) == 0)
            return &table[i];
    return NULL;
}

bool is_intrinsic(Ir *ir, Object *f)
{
    return f && f->kind == ObjFunc && f->pkg && find_intrinsic(func_link_name(ir->types, f));
}

static uint32_t operands(Builder *s, Node *call, Val *arg)
{
    Object **params = type_under(call->call.fun->type)->func.params->tuple.vars;
    for (uint32_t i = 0; i < call->call.args.n; i++)
        arg[i] = expr_to(s, call->call.args.at[i], params[i]->type);
    mark_pos(s, call);
    return call->call.args.n;
}

/* The op on the call's operands, and memory behind them if it is atomic. */
static Value *intrinsic_op(Builder *s, Node *call, const Intrinsic *in, ValType t)
{
    Val args[MaxOperands];
    Value *arg[MaxOperands + 1] = {0};
    uint32_t n = operands(s, call, args);
    for (uint32_t i = 0; i < n; i++)
        arg[i] = args[i].v[0];
    if (in->form >= AtomicLoad) {
        arg[0] = nil_check(s, arg[0]);
        arg[n++] = mem(s);
    }
    Value *v = op1(s, in->op, t, arg[0]);
    for (uint32_t i = 1; i < n; i++)
        add_arg(v, arg[i]);
    return v;
}

/* The first processors of the family lack the instruction: unless the runtime
 * has found it, the function itself is called. */
static Val guarded_op(Builder *s, Node *call, const Intrinsic *in)
{
    Type *sig = type_under(call->call.fun->type), *params[MaxOperands], *result = sig->func.results->tuple.vars[0]->type;
    Val args[MaxOperands], out[1];
    uint32_t n = operands(s, call, args);
    for (uint32_t i = 0; i < n; i++)
        params[i] = sig->func.params->tuple.vars[i]->type;
    ValType t = scalar_type(result);
    Block *fast = new_block(s), *slow = new_block(s), *done = new_block(s);
    int r = var_new(s, t);
    branch(s, load_scalar(s, ValBool, sym_addr(s, in->feature)), fast, slow, HintLikely);
    start_block(s, fast);
    Value *v = op1(s, in->op, in->form == Counted ? args[0].v[0]->type : t, args[0].v[0]);
    for (uint32_t i = 1; i < n; i++)
        add_arg(v, args[i].v[0]);
    if (v->type != t)
        v = op1(s, v->type == ValI8 ? OpZeroExt8to64 : v->type == ValI16 ? OpZeroExt16to64 : OpZeroExt32to64, t, v);
    var_write(s, r, v);
    jump(s, done);
    start_block(s, slow);
    call_sym(s, in->name, SsaABIInternal, abi_assign(s->arena, params, (int)n, &result, 1, SsaABIInternal), args, out);
    var_write(s, r, out[0].v[0]);
    jump(s, done);
    start_block(s, done);
    return val_scalar(result, var_read(s, r));
}

/* The address of a function's code; of a func value, what its first word says. */
static Value *code_address(Builder *s, Node *call, SsaABI abi)
{
    Node *arg = unparen(call->call.args.at[0]);
    bool name = arg->kind == NodeName || (arg->kind == NodeSelector && !arg->select.selection);
    Value *v;
    if (name && arg->obj && arg->obj->kind == ObjFunc) {
        SsaABI ignored;
        v = op1(s, OpAddr, ValPtr, func_sb(s->f));
        set_sym(v, func_sym(s->f, func_sym_name(s->ir, arg->obj, &ignored), abi));
        return op2(s, OpConvert, ValI64, v, mem(s));
    }
    v = scalar(s, arg);
    mark_pos(s, call);
    return load_scalar(s, ValI64, nil_check(s, v));
}

bool intrinsic_call(Builder *s, Node *call, Object *f, Val *out)
{
    const Intrinsic *in = f && f->kind == ObjFunc && f->pkg ? find_intrinsic(func_link_name(s->ir->types, f)) : NULL;
    Type *sig = in ? type_under(call->call.fun->type) : NULL;
    if (!in || call->call.args.n != sig->func.params->tuple.n)
        return false; /* f(g()) with a g of several results is an ordinary call */
    Object **results = sig->func.results->tuple.vars;
    Value *v;
    switch (in->form) {
    case Plain:
        out[0] = val_scalar(results[0]->type, intrinsic_op(s, call, in, scalar_type(results[0]->type)));
        break;
    case Guarded: case Counted:
        out[0] = guarded_op(s, call, in);
        break;
    case Widened:
        v = intrinsic_op(s, call, in, ValI32);
        out[0] = val_scalar(results[0]->type, op1(s, OpZeroExt32to64, ValI64, v));
        break;
    case Pair:
        v = intrinsic_op(s, call, in, ValTuple);
        out[0] = val_scalar(results[0]->type, op1(s, OpSelect0, scalar_type(results[0]->type), v));
        out[1] = val_scalar(results[1]->type, op1(s, OpSelect1, scalar_type(results[1]->type), v));
        break;
    case CodeAddress: case CodeAddress0:
        if (under_kind(call->call.args.at[0]->type) != KindFunc)
            return false;
        out[0] = val_scalar(results[0]->type, code_address(s, call, in->form == CodeAddress ? SsaABIInternal : SsaABI0));
        break;
    case Prefetching:
        v = intrinsic_op(s, call, in, ValMem);
        add_arg(v, mem(s));
        set_mem(s, v);
        break;
    case AtomicVoid:
        set_mem(s, intrinsic_op(s, call, in, ValMem));
        break;
    case AtomicLoad: case AtomicTuple:
        v = intrinsic_op(s, call, in, ValTuple);
        set_mem(s, op1(s, OpSelect1, ValMem, v));
        out[0] = val_scalar(results[0]->type, op1(s, OpSelect0, scalar_type(results[0]->type), v));
        break;
    }
    return true;
}
