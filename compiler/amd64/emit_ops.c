/* emit_ops.c - one Value becomes its instructions.
 *
 * Most machine operations follow from the shape of their row in amd64_ops.h:
 * how many operands, memory read or written, constant or not, two-address or
 * not.  Operands stand as in Go's assembler, destination last.  What does not
 * fit has a case of its own in emit_special. */
#include "compiler/amd64/emit.h"
#include "compiler/amd64/regalloc.h"

#include <string.h>

/* --- moves --- */

As amd64_store_as(ValType t)
{
    switch (t) {
    case ValF32:
        return AMOVSS;
    case ValF64:
        return AMOVSD;
    case ValV128:
        return AMOVUPS;
    default:
        break;
    }
    int size = val_type_size(t);
    return size == 1 ? AMOVB : size == 2 ? AMOVW : size == 4 ? AMOVL : AMOVQ;
}

As amd64_load_as(ValType t)
{
    As as = amd64_store_as(t);
    return as == AMOVB ? AMOVBLZX : as == AMOVW ? AMOVWLZX : as;
}

static void emit_copy(Emitter *e, const Value *v)
{
    Addr from = emit_reg(e, v->args[0]), to = emit_reg(e, v);
    if (from.reg == to.reg)
        return;
    if (val_type_in_float_reg(value_type(v)))
        emit(e, AMOVUPS, from, to);
    else
        emit(e, val_type_size(value_type(v)) == 8 ? AMOVQ : AMOVL, from, to);
}

static Addr slot_addr(Emitter *e, const Value *v)
{
    return emit_local(home_of(e->f, v).slot, 0);
}

static void emit_const(Emitter *e, const Value *v)
{
    Addr to = emit_reg(e, v);
    int64_t c = v->auxint;
    if (c == 0 && !e->flags_live)
        emit(e, AXORL, to, to);
    else if (v->op == OpAMD64MOVLconst)
        emit(e, AMOVL, addr_const((int32_t)c), to);
    else if (c == (int64_t)(uint32_t)c)
        emit(e, AMOVL, addr_const(c), to);
    else
        emit(e, AMOVQ, addr_const(c), to);
}

static void emit_float_const(Emitter *e, const Value *v)
{
    Addr from = {.type = AddrFConst};
    memcpy(&from.fval, &v->auxint, sizeof from.fval);
    emit(e, v->op == OpAMD64MOVSSconst ? AMOVSS : AMOVSD, from, emit_reg(e, v));
}

/* --- results --- */

/* The register of v, or of the first part of the tuple v. */
static Addr result_reg(Emitter *e, const Value *v)
{
    Home h = home_of(e->f, v);
    return h.kind == HomePair && h.reg[0] != NoReg ? emit_mreg(h.reg[0]) : emit_reg(e, v);
}

static Addr tmp(void) { return addr_reg(REG_R15); }

/* --- sums: two-address if they can, else LEA --- */

static void emit_add(Emitter *e, const Value *v, As add, As lea)
{
    Addr x = emit_reg(e, v->args[0]), y = emit_reg(e, v->args[1]), to = emit_reg(e, v);
    if (to.reg == x.reg)
        emit(e, add, y, to);
    else if (to.reg == y.reg)
        emit(e, add, x, to);
    else if (y.reg == REG_SP)
        emit(e, lea, addr_index(y.reg, x.reg, 1, 0), to);
    else
        emit(e, lea, addr_index(x.reg, y.reg, 1, 0), to);
}

static void emit_add_const(Emitter *e, const Value *v, As add, As sub, As lea)
{
    bool q = add == AADDQ;
    Addr x = emit_reg(e, v->args[0]), to = emit_reg(e, v);
    if (to.reg != x.reg)
        emit(e, lea, addr_mem(x.reg, v->auxint), to);
    else if (v->auxint == 1)
        emit_to(e, q ? AINCQ : AINCL, to);
    else if (v->auxint == -1)
        emit_to(e, q ? ADECQ : ADECL, to);
    else if (v->auxint == 128)
        emit(e, sub, addr_const(-128), to); /* fits a byte */
    else
        emit(e, add, addr_const(v->auxint), to);
}

/* --- division --- */

/* The machine faults on MIN / -1, Go does not: x / -1 is -x, x % -1 is 0. */
static void emit_div_signed(Emitter *e, const Value *v, bool wide)
{
    Addr y = emit_reg(e, v->args[1]), ax = addr_reg(REG_AX), dx = addr_reg(REG_DX);
    Prog *fix = NULL, *end;
    if (!v->auxint) {
        emit(e, wide ? ACMPQ : ACMPL, y, addr_const(-1));
        fix = emit_to(e, AJEQ, addr_branch(NULL));
    }
    emit(e, wide ? ACQO : ACDQ, (Addr){0}, (Addr){0});
    emit_from(e, wide ? AIDIVQ : AIDIVL, y);
    if (!fix)
        return;
    Prog *over = emit_to(e, AJMP, addr_branch(NULL));
    fix->to.target = emit_to(e, wide ? ANEGQ : ANEGL, ax);
    emit(e, AXORL, dx, dx);
    end = emit(e, ANOP, (Addr){0}, (Addr){0});
    over->to.target = end;
}

static void emit_div_unsigned(Emitter *e, const Value *v, As as)
{
    emit(e, AXORL, addr_reg(REG_DX), addr_reg(REG_DX));
    emit_from(e, as, emit_reg(e, v->args[1]));
}

/* --- floats --- */

/* From 2^63 on the number is halved, its lowest bit kept as a sticky one, so
 * that rounding comes out the same, and the result doubled. */
static void emit_u64_to_float(Emitter *e, const Value *v, As cvt, As add)
{
    Addr x = emit_reg(e, v->args[0]), to = emit_reg(e, v);
    emit(e, ATESTQ, x, x);
    Prog *big = emit_to(e, AJLT, addr_branch(NULL));
    emit(e, cvt, x, to);
    Prog *over = emit_to(e, AJMP, addr_branch(NULL));
    big->to.target = emit(e, AMOVQ, x, tmp());
    emit(e, ASHRQ, addr_const(1), tmp());
    Prog *even = emit_to(e, AJCC, addr_branch(NULL));
    emit(e, AORQ, addr_const(1), tmp());
    even->to.target = emit(e, cvt, tmp(), to);
    emit(e, add, to, to);
    over->to.target = emit(e, ANOP, (Addr){0}, (Addr){0});
}

/* From 2^63 on, that is subtracted first and its bit put back.  X15 is borrowed. */
static void emit_float_to_u64(Emitter *e, const Value *v, As compare, As cvt, As mov, As sub)
{
    Addr x = emit_reg(e, v->args[0]), to = emit_reg(e, v), limit = {.type = AddrFConst, .fval = 9223372036854775808.0};
    Addr x15 = emit_mreg(MregX15);
    emit(e, mov, limit, x15);
    emit(e, compare, x15, x);
    Prog *big = emit_to(e, AJCC, addr_branch(NULL)); /* not below; NaN sets CF: below */
    emit(e, cvt, x, to);
    Prog *over = emit_to(e, AJMP, addr_branch(NULL));
    big->to.target = emit(e, AMOVUPS, x, x15);
    emit(e, sub, limit, x15);
    emit(e, cvt, x15, to);
    emit(e, ABTSQ, addr_const(63), to);
    over->to.target = emit(e, AXORPS, x15, x15);
}

/* --- blocks of memory --- */

static void emit_zero(Emitter *e, const Value *v)
{
    int base = emit_reg(e, v->args[0]).reg;
    int64_t n = v->auxint, off = 0;
    for (; off + 16 <= n; off += 16)
        emit(e, AMOVUPS, emit_mreg(MregX15), addr_mem(base, off));
    if (n - off > 8)
        emit(e, AMOVUPS, emit_mreg(MregX15), addr_mem(base, n - 16));
    else if (n > off)
        emit(e, AMOVQ, addr_const(0), addr_mem(base, n - 8));
}

static void emit_move(Emitter *e, const Value *v)
{
    int to = emit_reg(e, v->args[0]).reg, from = emit_reg(e, v->args[1]).reg;
    Addr x14 = emit_mreg(MregX15 - 1);
    int64_t n = v->auxint, off = 0;
    for (; off < n; off += 16) {
        int64_t at = off + 16 <= n ? off : n - 16; /* the last piece may overlap the one before */
        emit(e, AMOVUPS, addr_mem(from, at), x14);
        emit(e, AMOVUPS, x14, addr_mem(to, at));
    }
}

/* --- calls --- */

static void set_stack_map(Emitter *e, const Value *v)
{
    int32_t index = e->maps->index_at[v->id];
    if (index != e->stack_map)
        obj_pcdata(e->obj, e->text, v->pos, PcdataStackMapIndex, index);
    e->stack_map = index;
}

static void emit_call(Emitter *e, const Value *v)
{
    bool here_internal = e->text->abi == ABIInternal, there_internal = v->call->abi == SsaABIInternal;
    if (!here_internal && there_internal)
        emit_load_g(e);
    set_stack_map(e, v);
    if (v->op == OpAMD64CALLstatic)
        emit_to(e, ACALL, addr_sym(emit_symbol(e, v->call->callee), 0));
    else
        emit_to(e, ACALL, emit_reg(e, v->args[0]));
    if (here_internal && !there_internal)
        emit_load_g(e);
}

static void emit_write_barrier(Emitter *e, const Value *v)
{
    const char *name = arena_printf(&e->f->scratch, "runtime.gcWriteBarrier%d", (int)v->auxint);
    emit_to(e, ACALL, addr_sym(obj_lookup(e->obj, name, ABIInternal), 0));
}

/* panicBounds finds its operands through PCDATA 4 (FORMATS, section 3):
 * 9*c + code, where c says for x and y which register or what constant. */
static void emit_panic_bounds(Emitter *e, const Value *v)
{
    enum { XReg = 1, YReg = 2, Signed = 4 };
    int code = 0, c = 0, x = -1, y = -1;
    int64_t i = v->auxint;
    switch ((Op)v->op) {
    case OpAMD64LoweredPanicBoundsRR:
        code = (int)i;
        x = reg_of(e->f, v->args[0]);
        y = reg_of(e->f, v->args[1]);
        c = XReg | YReg | Signed | x << 3 | y << 7;
        break;
    case OpAMD64LoweredPanicBoundsRC:
        code = valoff_off(i);
        x = reg_of(e->f, v->args[0]);
        c = XReg | Signed | x << 3 | valoff_val(i) << 7;
        break;
    case OpAMD64LoweredPanicBoundsCR:
        code = valoff_off(i);
        y = reg_of(e->f, v->args[0]);
        c = YReg | valoff_val(i) << 2 | y << 7;
        break;
    default:
        code = (int)(i & 0xffff);
        c = (int)(i >> 16 & 0xffff) << 2 | (int)(i >> 32) << 7;
        break;
    }
    if (code & BoundsUnsigned) {
        code &= ~BoundsUnsigned;
        if (c & XReg)
            c &= ~Signed;
    }
    set_stack_map(e, v);
    obj_pcdata(e->obj, e->text, v->pos, PcdataPanicBounds, 9 * c + code);
    emit_to(e, ACALL, addr_sym(obj_lookup(e->obj, "runtime.panicBounds", ABIInternal), 0));
    obj_pcdata(e->obj, e->text, v->pos, PcdataPanicBounds, -1);
}

/* --- atomics --- */

static void emit_lock(Emitter *e) { emit(e, ALOCK, (Addr){0}, (Addr){0}); }

static void emit_cmpxchg(Emitter *e, const Value *v, As as)
{
    emit_lock(e);
    emit(e, as, emit_reg(e, v->args[2]), emit_mem(e, v, v->args[0], v->auxint));
    emit_to(e, ASETEQ, result_reg(e, v));
}

/* Old value in AX, new one in R15, until nobody came between. */
static void emit_atomic_logic(Emitter *e, const Value *v, As logic, As mov, As cmpxchg)
{
    Addr mem = emit_mem(e, v, v->args[0], v->auxint), ax = addr_reg(REG_AX);
    emit(e, mov, mem, ax);
    Prog *again = emit(e, mov, ax, tmp());
    emit(e, logic, emit_reg(e, v->args[1]), tmp());
    emit_lock(e);
    emit(e, cmpxchg, tmp(), mem);
    emit_to(e, AJNE, addr_branch(again));
}

/* --- by shape --- */

/* off(base)(index*scale) with v's symbol; the scale ends the op's name, the
 * base is arg i and the index follows it. */
static Addr indexed(Emitter *e, const Value *v, int i, int64_t off)
{
    const char *name = op_info[v->op].name;
    int scale = name[strlen(name) - 1] - '0';
    const Value *base = v->args[i], *index = v->args[i + 1];
    if (scale == 1 && reg_of(e->f, index) == MregSP) {
        base = v->args[i + 1];
        index = v->args[i];
    }
    Addr a = emit_mem(e, v, base, off);
    a.index = emit_reg(e, index).reg;
    a.scale = (uint8_t)scale;
    return a;
}

/* Operations whose aux is a symbol and an offset. */
static void emit_symoff(Emitter *e, const Value *v, As as)
{
    bool two_address = op_has(v->op, OpResultInArg0);
    switch ((SymEffect)op_info[v->op].effect) {
    case SymAddr:
        emit(e, as, v->nargs == 2 ? indexed(e, v, 0, v->auxint) : emit_mem(e, v, v->args[0], v->auxint), emit_reg(e, v));
        break;
    case SymRead:
        if (v->type == ValFlags)
            emit(e, as, v->nargs == 4 ? indexed(e, v, 0, v->auxint) : emit_mem(e, v, v->args[0], v->auxint),
                 emit_reg(e, v->args[v->nargs - 2]));
        else if (two_address)
            emit(e, as, v->nargs == 4 ? indexed(e, v, 1, v->auxint) : emit_mem(e, v, v->args[1], v->auxint), emit_reg(e, v));
        else if (v->nargs == 3)
            emit(e, as, indexed(e, v, 0, v->auxint), emit_reg(e, v));
        else
            emit(e, as, emit_mem(e, v, v->args[0], v->auxint), result_reg(e, v));
        break;
    case SymWrite: case SymRdWr:
        if (v->nargs == 4)
            emit(e, as, emit_reg(e, v->args[2]), indexed(e, v, 0, v->auxint));
        else
            emit(e, as, emit_reg(e, v->args[1]), emit_mem(e, v, v->args[0], v->auxint));
        break;
    case SymNone:
        break;
    }
}

/* Operations on memory and a constant. */
static void emit_valoff(Emitter *e, const Value *v, As as)
{
    int64_t off = valoff_off(v->auxint);
    Addr c = addr_const(valoff_val(v->auxint));
    bool is_indexed = v->nargs == 3;
    Addr mem = is_indexed ? indexed(e, v, 0, off) : emit_mem(e, v, v->args[0], off);
    if (v->op == OpAMD64MOVOstoreconst)
        emit(e, as, emit_mreg(MregX15), mem);
    else if (v->type == ValFlags)
        emit(e, as, mem, c);
    else
        emit(e, as, c, mem);
}

static bool is_compare(As as) { return as == ACMPQ || as == ACMPL || as == ACMPW || as == ACMPB; }

static void emit_flags_op(Emitter *e, const Value *v, As as)
{
    Addr x = emit_reg(e, v->args[0]);
    if (v->nargs == 1 && is_compare(as))
        emit(e, as, x, addr_const(v->auxint));
    else if (v->nargs == 1)
        emit(e, as, addr_const(v->auxint), x);
    else if (as == AUCOMISS || as == AUCOMISD)
        emit(e, as, emit_reg(e, v->args[1]), x);
    else
        emit(e, as, x, emit_reg(e, v->args[1]));
}

static void emit_by_shape(Emitter *e, const Value *v, As as)
{
    AuxType aux = (AuxType)op_info[v->op].aux;
    bool has_const = aux != AuxNone;
    if (aux == AuxSymOff) {
        emit_symoff(e, v, as);
    } else if (aux == AuxSymValAndOff) {
        emit_valoff(e, v, as);
    } else if (v->type == ValFlags) {
        emit_flags_op(e, v, as);
    } else if (op_has(v->op, OpResultInArg0)) {
        bool unary = v->nargs == 1 || v->args[1]->type == ValFlags;
        if (has_const)
            emit(e, as, addr_const(v->auxint), result_reg(e, v));
        else if (unary)
            emit_to(e, as, result_reg(e, v));
        else
            emit(e, as, emit_reg(e, v->args[1]), result_reg(e, v));
    } else if (v->nargs == 1 && v->args[0]->type == ValFlags) {
        emit_to(e, as, emit_reg(e, v)); /* SETcc */
    } else if (v->nargs == 1 && !has_const) {
        emit(e, as, emit_reg(e, v->args[0]), emit_reg(e, v));
    } else {
        func_fail(e->f, v, "has no emission");
    }
}

/* --- operations of their own kind --- */

static void emit_three(Emitter *e, As as, Addr first, Addr second, Addr to)
{
    Prog *p = emit(e, as, first, to);
    prog_add_rest(e->text, p, second);
}

/* false: nothing special about it. */
static bool emit_special(Emitter *e, Value *v, As as)
{
    switch ((Op)v->op) {
    case OpAMD64ADDQ:
        emit_add(e, v, AADDQ, ALEAQ);
        return true;
    case OpAMD64ADDL:
        emit_add(e, v, AADDL, ALEAL);
        return true;
    case OpAMD64ADDQconst:
        emit_add_const(e, v, AADDQ, ASUBQ, ALEAQ);
        return true;
    case OpAMD64ADDLconst:
        emit_add_const(e, v, AADDL, ASUBL, ALEAL);
        return true;
    case OpAMD64MULQconst: case OpAMD64MULLconst:
        emit_three(e, as, addr_const(v->auxint), emit_reg(e, v->args[0]), emit_reg(e, v));
        return true;
    case OpAMD64ROUNDSD:
        emit_three(e, as, addr_const(v->auxint), emit_reg(e, v->args[0]), emit_reg(e, v));
        return true;
    case OpAMD64VFMADD231SD:
        emit_three(e, as, emit_reg(e, v->args[2]), emit_reg(e, v->args[1]), emit_reg(e, v));
        return true;
    case OpAMD64HMULQ: case OpAMD64HMULL: case OpAMD64HMULQU: case OpAMD64HMULLU: case OpAMD64MULQU2: case OpAMD64MULQU: {
        /* one factor is in AX; after a commutation either may be */
        Addr x = emit_reg(e, v->args[0]), y = emit_reg(e, v->args[1]);
        emit_from(e, as, x.reg == REG_AX ? y : x);
        return true;
    }
    case OpAMD64AVGQU:
        emit(e, AADDQ, emit_reg(e, v->args[1]), emit_reg(e, v));
        emit(e, ARCRQ, addr_const(1), emit_reg(e, v));
        return true;
    case OpAMD64DIVQ: case OpAMD64DIVL:
        emit_div_signed(e, v, v->op == OpAMD64DIVQ);
        return true;
    case OpAMD64DIVQU: case OpAMD64DIVLU:
        emit_div_unsigned(e, v, as);
        return true;
    case OpAMD64DIVQU2:
        emit_from(e, as, emit_reg(e, v->args[2]));
        return true;
    case OpAMD64LoweredCtz64:
        emit(e, ABSFQ, emit_reg(e, v->args[0]), emit_reg(e, v));
        emit(e, AMOVL, addr_const(64), tmp());
        emit(e, ACMOVQEQ, tmp(), emit_reg(e, v));
        return true;
    case OpAMD64LoweredBitLen64:
        emit(e, ABSRQ, emit_reg(e, v->args[0]), emit_reg(e, v));
        emit(e, AMOVQ, addr_const(-1), tmp());
        emit(e, ACMOVQEQ, tmp(), emit_reg(e, v));
        emit(e, AADDQ, addr_const(1), emit_reg(e, v));
        return true;
    case OpAMD64SBBQcarrymask: case OpAMD64SBBLcarrymask:
        emit(e, as, emit_reg(e, v), emit_reg(e, v));
        return true;
    case OpAMD64SETEQF:
        emit_to(e, ASETEQ, emit_reg(e, v));
        emit_to(e, ASETPC, tmp());
        emit(e, AANDL, tmp(), emit_reg(e, v));
        return true;
    case OpAMD64SETNEF:
        emit_to(e, ASETNE, emit_reg(e, v));
        emit_to(e, ASETPS, tmp());
        emit(e, AORL, tmp(), emit_reg(e, v));
        return true;
    case OpAMD64CMOVQEQF: case OpAMD64CMOVLEQF: { /* arg0 stays unless equal and ordered */
        bool q = v->op == OpAMD64CMOVQEQF;
        emit(e, AMOVQ, emit_reg(e, v), tmp());
        emit(e, q ? ACMOVQEQ : ACMOVLEQ, emit_reg(e, v->args[1]), emit_reg(e, v));
        emit(e, q ? ACMOVQPS : ACMOVLPS, tmp(), emit_reg(e, v));
        return true;
    }
    case OpAMD64CMOVQNEF: case OpAMD64CMOVLNEF:
        emit(e, as, emit_reg(e, v->args[1]), emit_reg(e, v));
        emit(e, v->op == OpAMD64CMOVQNEF ? ACMOVQPS : ACMOVLPS, emit_reg(e, v->args[1]), emit_reg(e, v));
        return true;
    case OpAMD64MOVLconst: case OpAMD64MOVQconst:
        emit_const(e, v);
        return true;
    case OpAMD64MOVSSconst: case OpAMD64MOVSDconst:
        emit_float_const(e, v);
        return true;
    case OpAMD64MOVOzero:
        emit(e, AXORPS, emit_reg(e, v), emit_reg(e, v));
        return true;
    case OpAMD64CVTSL2SS: case OpAMD64CVTSL2SD: case OpAMD64CVTSQ2SS: case OpAMD64CVTSQ2SD:
        /* These keep the upper half of the result register: clear it, or they wait for whoever wrote it last. */
        emit(e, AXORPS, emit_reg(e, v), emit_reg(e, v));
        emit(e, as, emit_reg(e, v->args[0]), emit_reg(e, v));
        return true;
    case OpAMD64LoweredCvt64UtoF32:
        emit_u64_to_float(e, v, ACVTSQ2SS, AADDSS);
        return true;
    case OpAMD64LoweredCvt64UtoF64:
        emit_u64_to_float(e, v, ACVTSQ2SD, AADDSD);
        return true;
    case OpAMD64LoweredCvtF32to64U:
        emit_float_to_u64(e, v, AUCOMISS, ACVTTSS2SQ, AMOVSS, ASUBSS);
        return true;
    case OpAMD64LoweredCvtF64to64U:
        emit_float_to_u64(e, v, AUCOMISD, ACVTTSD2SQ, AMOVSD, ASUBSD);
        return true;
    case OpAMD64LoweredZero:
        emit_zero(e, v);
        return true;
    case OpAMD64LoweredMove:
        emit_move(e, v);
        return true;
    case OpAMD64REPSTOSQ:
        emit(e, AREP, (Addr){0}, (Addr){0});
        emit(e, ASTOSQ, (Addr){0}, (Addr){0});
        return true;
    case OpAMD64REPMOVSQ:
        emit(e, AREP, (Addr){0}, (Addr){0});
        emit(e, AMOVSQ, (Addr){0}, (Addr){0});
        return true;
    case OpAMD64CALLstatic: case OpAMD64CALLclosure: case OpAMD64CALLinter:
        emit_call(e, v);
        return true;
    case OpAMD64LoweredPanicBoundsRR: case OpAMD64LoweredPanicBoundsRC:
    case OpAMD64LoweredPanicBoundsCR: case OpAMD64LoweredPanicBoundsCC:
        emit_panic_bounds(e, v);
        return true;
    case OpAMD64LoweredGetG:
        if (e->text->abi == ABIInternal)
            emit(e, AMOVQ, addr_reg(REG_g), emit_reg(e, v));
        else
            emit(e, AMOVQ, addr_mem(REG_TLS, 0), emit_reg(e, v));
        return true;
    case OpAMD64LoweredGetCallerPC:
        emit(e, AMOVQ, addr_param(NULL, -8), emit_reg(e, v));
        return true;
    case OpAMD64LoweredGetCallerSP:
        emit(e, ALEAQ, addr_param(NULL, 0), emit_reg(e, v));
        return true;
    case OpAMD64LoweredNilCheck:
        emit(e, ATESTB, addr_reg(REG_AX), addr_mem(emit_reg(e, v->args[0]).reg, 0));
        return true;
    case OpAMD64LoweredWB:
        emit_write_barrier(e, v);
        return true;
    case OpAMD64XCHGB: case OpAMD64XCHGL: case OpAMD64XCHGQ:
        emit(e, as, result_reg(e, v), emit_mem(e, v, v->args[1], v->auxint));
        return true;
    case OpAMD64XADDLlock: case OpAMD64XADDQlock:
        emit_lock(e);
        emit(e, as, result_reg(e, v), emit_mem(e, v, v->args[1], v->auxint));
        return true;
    case OpAMD64CMPXCHGLlock: case OpAMD64CMPXCHGQlock:
        emit_cmpxchg(e, v, as);
        return true;
    case OpAMD64ANDBlock: case OpAMD64ANDLlock: case OpAMD64ORBlock: case OpAMD64ORLlock:
        emit_lock(e);
        emit_symoff(e, v, as);
        return true;
    case OpAMD64LoweredAtomicAnd32: case OpAMD64LoweredAtomicOr32:
        emit_atomic_logic(e, v, as, AMOVL, ACMPXCHGL);
        return true;
    case OpAMD64LoweredAtomicAnd64: case OpAMD64LoweredAtomicOr64:
        emit_atomic_logic(e, v, as, AMOVQ, ACMPXCHGQ);
        return true;
    case OpAMD64PrefetchT0: case OpAMD64PrefetchNTA:
        emit_from(e, as, addr_mem(emit_reg(e, v->args[0]).reg, 0));
        return true;
    case OpAMD64CALLtail: case OpAMD64LoweredGetClosurePtr: case OpAMD64LoweredPubBarrier: case OpAMD64Retype: case OpAMD64MOVQconvert:
        return true; /* no code; the tail call is the block's jump */
    default:
        return false;
    }
}

static void emit_inl_mark(Emitter *e, const Value *v)
{
    Addr ax = addr_reg(REG_AX);
    obj_inl_mark(e->obj, e->text, emit(e, AXCHGL, ax, ax), (int32_t)v->auxint); /* a one-byte NOP */
}

void emit_value(Emitter *e, Value *v)
{
    switch ((Op)v->op) {
    case OpCopy:
        if (v->type != ValMem)
            emit_copy(e, v);
        return;
    case OpStoreReg:
        emit(e, amd64_store_as(value_type(v)), emit_reg(e, v->args[0]), slot_addr(e, v));
        return;
    case OpLoadReg:
        emit(e, amd64_load_as(value_type(v)), slot_addr(e, v->args[0]), emit_reg(e, v));
        return;
    case OpInlMark:
        emit_inl_mark(e, v);
        return;
    case OpPhi: case OpInitMem: case OpSP: case OpSB: case OpArgIntReg: case OpArgFloatReg: case OpSelect0: case OpSelect1:
    case OpSelectN: case OpMakeResult: case OpVarDef: case OpVarLive: case OpKeepAlive:
        return;
    default:
        break;
    }
    const MachineOp *op = machine_op((Op)v->op);
    if (!op)
        func_fail(e->f, v, "was not lowered");
    else if (!emit_special(e, v, (As)op->as))
        emit_by_shape(e, v, (As)op->as);
}
