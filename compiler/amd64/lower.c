/* lower.c - generic operations become machine operations.
 *
 * Nearly all of it is data, in AMD64.rules.  In C is what rules cannot say:
 * stores, which go by the type of what is stored and come first; the types of
 * phi args; and, after use counts are final, operands that are read from
 * memory by the instruction itself. */
#include "compiler/amd64/rules.h"

/* --- stores --- */

static Op store_op(ValType t)
{
    switch (t) {
    case ValF32:
        return OpAMD64MOVSSstore;
    case ValF64:
        return OpAMD64MOVSDstore;
    case ValV128:
        return OpAMD64MOVOstore;
    default:
        break;
    }
    switch (val_type_size(t)) {
    case 1:
        return OpAMD64MOVBstore;
    case 2:
        return OpAMD64MOVWstore;
    case 4:
        return OpAMD64MOVLstore;
    default:
        return OpAMD64MOVQstore;
    }
}

static void lower_stores(Func *f)
{
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            Value *v = f->blocks[i]->values[k];
            if (v->op == OpStore)
                v->op = (uint16_t)store_op(value_type(v->args[1]));
        }
}

/* --- phis --- */

/* Rules let a narrow value's users take the wide one it was cut from.  A phi
 * needs args of its own type; Retype is that and costs nothing. */
static void retype_phi_args(Func *f)
{
    int nblocks = f->nblocks;
    for (int i = 0; i < nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            for (int a = 0; a < v->nargs && v->op == OpPhi; a++) {
                Value *x = v->args[a];
                if (x->type != v->type)
                    set_arg(v, a, new_value1(b->preds[a].block, OpAMD64Retype, value_type(v), x->pos, x->node, x));
            }
        }
    }
}

/* --- operands in memory --- */

enum { MergeSearch = 64 }; /* values looked at before giving up */

/* x, computed in b, depends on a memory state of b other than mem. */
static bool depends_on_other_state(const Value *x, const Block *b, const Value *mem, int *budget)
{
    if (x->block != b || x->op == OpPhi)
        return false;
    if (x->type == ValMem)
        return x != mem;
    if (--*budget < 0 || ((x->type == ValTuple || x->type == ValResults) && value_mem_arg(x)))
        return true; /* the search is too long; or x makes a state itself */
    for (int i = 0; i < x->nargs; i++) {
        if (x->args[i]->type == ValMem ? x->args[i] != mem && x->args[i]->block == b
                                       : depends_on_other_state(x->args[i], b, mem, budget))
            return true;
    }
    return false;
}

/* The load may be done by its one user itself: same block, and the user can
 * be scheduled before the next store, because nothing else it needs comes
 * after that. */
static bool can_merge_load(const Value *user, const Value *load)
{
    if (load->uses != 1 || load->block != user->block)
        return false;
    const Value *mem = load->args[load->nargs - 1];
    int budget = MergeSearch;
    for (int i = 0; i < user->nargs; i++)
        if (user->args[i] != load &&
            (user->args[i]->type == ValMem || depends_on_other_state(user->args[i], user->block, mem, &budget)))
            return false;
    return true;
}

typedef struct Fusion {
    uint16_t op, load, fused;
} Fusion;

/* Rows for a load and its indexed forms. */
#define FUSE(o, w, l, a) {OpAMD64##o##w, OpAMD64MOV##l##load, OpAMD64##o##w##load}, \
                         {OpAMD64##o##w, OpAMD64MOV##l##loadidx1, OpAMD64##o##w##loadidx1}, \
                         {OpAMD64##o##w, OpAMD64MOV##l##loadidx##a, OpAMD64##o##w##loadidx##a}
#define COMPARE(w, l, suffix) {OpAMD64CMP##w, OpAMD64MOV##l##suffix, OpAMD64CMP##w##suffix}
#define CONSTANT(w, l, suffix) {OpAMD64CMP##w##const, OpAMD64MOV##l##suffix, OpAMD64CMP##w##const##suffix}

/* op x (load p mem) => fused x p mem */
static const Fusion alu_fusions[] = {
#define ALU(o) FUSE(o, Q, Q, 8), FUSE(o, L, L, 4), {OpAMD64##o##L, OpAMD64MOVLloadidx8, OpAMD64##o##Lloadidx8}
#define FLOAT(o) FUSE(o, SD, SD, 8), FUSE(o, SS, SS, 4)
    ALU(ADD), ALU(SUB), ALU(AND), ALU(OR), ALU(XOR), FLOAT(ADD), FLOAT(SUB), FLOAT(MUL), FLOAT(DIV),
};

/* compare (load p mem) x => fused p x mem; the first four by falling width */
static const Fusion compare_fusions[] = {
    COMPARE(Q, Q, load), COMPARE(L, L, load), COMPARE(W, W, load), COMPARE(B, B, load),
    COMPARE(Q, Q, loadidx1), COMPARE(Q, Q, loadidx8), COMPARE(L, L, loadidx1), COMPARE(L, L, loadidx4), COMPARE(L, L, loadidx8),
    COMPARE(W, W, loadidx1), COMPARE(W, W, loadidx2), COMPARE(B, B, loadidx1),
};

/* compare with a constant (load p mem) => fused p mem; likewise */
static const Fusion constant_fusions[] = {
    CONSTANT(Q, Q, load), CONSTANT(L, L, load), CONSTANT(W, W, load), CONSTANT(B, B, load),
    CONSTANT(Q, Q, loadidx1), CONSTANT(Q, Q, loadidx8), CONSTANT(L, L, loadidx1), CONSTANT(L, L, loadidx4), CONSTANT(L, L, loadidx8),
    CONSTANT(W, W, loadidx1), CONSTANT(W, W, loadidx2), CONSTANT(B, B, loadidx1),
};

/* store p (op (load p mem) x) mem => modify p x mem */
static const Fusion modify_fusions[] = {
#define MODIFY(o) {OpAMD64##o##Q, OpAMD64MOVQload, OpAMD64##o##Qmodify}, {OpAMD64##o##L, OpAMD64MOVLload, OpAMD64##o##Lmodify}
    MODIFY(ADD), MODIFY(SUB), MODIFY(AND), MODIFY(OR), MODIFY(XOR),
};

static const Fusion modify_const_fusions[] = {
#define MODIFYCONST(o) {OpAMD64##o##Qconst, OpAMD64MOVQload, OpAMD64##o##Qconstmodify}, {OpAMD64##o##Lconst, OpAMD64MOVLload, OpAMD64##o##Lconstmodify}
    MODIFYCONST(ADD), MODIFYCONST(AND), MODIFYCONST(OR), MODIFYCONST(XOR),
};

#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))

static const Fusion *find_fusion(const Fusion *table, int n, const Value *v, const Value *load)
{
    for (int i = 0; i < n; i++)
        if (table[i].op == v->op && table[i].load == load->op)
            return &table[i];
    return NULL;
}

/* v gets a new op and args; the aux of the load, and its position, since the
 * load may fault. */
static void become(Value *v, Op op, const Value *load, Value *const *args, int n)
{
    Value *keep[4];
    for (int i = 0; i < n; i++) {
        keep[i] = args[i];
        keep[i]->uses++;
    }
    int64_t offset = load->auxint;
    uint8_t kind = load->aux_kind;
    void *aux = load->aux;
    v->pos = load->pos;
    v->node = load->node;
    value_reset(v, op);
    for (int i = 0; i < n; i++) {
        add_arg(v, keep[i]);
        keep[i]->uses--;
    }
    v->auxint = offset;
    v->aux_kind = kind;
    v->aux = aux;
}

static bool fuse_alu(Value *v)
{
    for (int side = 1; side >= 0; side--) {
        if (side == 0 && !op_has(v->op, OpCommutative))
            break;
        Value *load = v->args[side], *x = v->args[1 - side];
        const Fusion *u = find_fusion(alu_fusions, COUNT(alu_fusions), v, load);
        if (!u || load == x || !can_merge_load(v, load))
            continue;
        become(v, u->fused, load, (Value *[]){x, load->args[0], load->args[1], load->args[load->nargs - 1]}, load->nargs + 1);
        return true;
    }
    return false;
}

static bool fuse_compare(Value *v)
{
    Value *load = v->args[0];
    const Fusion *u = find_fusion(compare_fusions, COUNT(compare_fusions), v, load);
    if (!u || load == v->args[1] || !can_merge_load(v, load))
        return false;
    Value *x = v->args[1];
    if (load->nargs == 2)
        become(v, u->fused, load, (Value *[]){load->args[0], x, load->args[1]}, 3);
    else
        become(v, u->fused, load, (Value *[]){load->args[0], load->args[1], x, load->args[2]}, 4);
    return true;
}

static bool fuse_constant(Value *v)
{
    Value *load = v->args[0];
    const Fusion *u = find_fusion(constant_fusions, COUNT(constant_fusions), v, load);
    if (!u || !can_merge_load(v, load) || !is32bit(load->auxint))
        return false;
    int64_t c = v->auxint;
    become(v, u->fused, load, load->args, load->nargs);
    v->auxint = val_and_off((int32_t)c, (int32_t)v->auxint);
    return true;
}

/* TEST x, x of a loaded value compares memory with 0. */
static bool fuse_test(Value *v)
{
    static const struct { uint16_t test, cmp; } pairs[] = {
        {OpAMD64TESTQ, OpAMD64CMPQconst}, {OpAMD64TESTL, OpAMD64CMPLconst},
        {OpAMD64TESTW, OpAMD64CMPWconst}, {OpAMD64TESTB, OpAMD64CMPBconst},
    };
    Value *load = v->args[0];
    if (load != v->args[1] || load->uses != 2)
        return false;
    Value like = *v; /* the comparison that this test stands for */
    for (int i = 0; i < COUNT(pairs); i++)
        if (pairs[i].test == v->op)
            like.op = pairs[i].cmp;
    const Fusion *u = find_fusion(constant_fusions, COUNT(constant_fusions), &like, load);
    if (!u || load->block != v->block)
        return false;
    become(v, u->fused, load, load->args, load->nargs);
    v->auxint = val_and_off(0, (int32_t)v->auxint);
    return true;
}

/* *p = *p op x, where p, offset and symbol of load and store agree and no
 * other store is between them. */
static bool fuse_modify(Value *v)
{
    Value *op = v->args[1];
    if (op->uses != 1 || op->block != v->block || op->nargs < 1)
        return false;
    for (int side = 0; side < 2 && side < op->nargs; side++) {
        if (side == 1 && !op_has(op->op, OpCommutative))
            break;
        Value *load = op->args[side];
        bool constant = op->nargs == 1;
        const Fusion *u = constant ? find_fusion(modify_const_fusions, COUNT(modify_const_fusions), op, load)
                                   : find_fusion(modify_fusions, COUNT(modify_fusions), op, load);
        bool width = load->op == OpAMD64MOVQload ? v->op == OpAMD64MOVQstore : v->op == OpAMD64MOVLstore;
        if (!u || !width || load->uses != 1 || load->block != v->block || load->args[0] != v->args[0] ||
            load->auxint != v->auxint || load->aux != v->aux || load->args[1] != v->args[2])
            continue;
        int64_t c = op->auxint;
        if (constant) {
            become(v, u->fused, load, (Value *[]){load->args[0], load->args[1]}, 2);
            v->auxint = val_and_off((int32_t)c, (int32_t)v->auxint);
        } else {
            become(v, u->fused, load, (Value *[]){load->args[0], op->args[1 - side], load->args[1]}, 3);
        }
        return true;
    }
    return false;
}

/* CMP x, $0 is shorter as TEST x, x. */
static void compare_with_zero(Value *v)
{
    static const struct { uint16_t cmp, test; } pairs[] = {
        {OpAMD64CMPQconst, OpAMD64TESTQ}, {OpAMD64CMPLconst, OpAMD64TESTL},
        {OpAMD64CMPWconst, OpAMD64TESTW}, {OpAMD64CMPBconst, OpAMD64TESTB},
    };
    for (int i = 0; i < COUNT(pairs) && v->auxint == 0; i++)
        if (v->op == pairs[i].cmp) {
            v->op = pairs[i].test;
            add_arg(v, v->args[0]);
            return;
        }
}

static void improve(Value *v)
{
    if (v->op == OpAMD64MOVQstore || v->op == OpAMD64MOVLstore) {
        fuse_modify(v);
    } else if (v->type == ValFlags && v->nargs == 2) {
        if (!fuse_test(v))
            fuse_compare(v);
    } else if (v->type == ValFlags && v->nargs == 1) {
        if (!fuse_constant(v))
            compare_with_zero(v);
    } else if (v->nargs == 2 && op_has(v->op, OpResultInArg0 | OpCommutative)) {
        fuse_alu(v);
    }
}

static const Fusion *fused_by(const Fusion *table, int n, Op fused)
{
    for (int i = 0; i < n; i++)
        if (table[i].fused == fused)
            return &table[i];
    return NULL;
}

static ValType width_type(Op compare)
{
    switch (compare) {
    case OpAMD64CMPQ: case OpAMD64CMPQconst:
        return ValI64;
    case OpAMD64CMPL: case OpAMD64CMPLconst:
        return ValI32;
    case OpAMD64CMPW: case OpAMD64CMPWconst:
        return ValI16;
    default:
        return ValI8;
    }
}

/* A comparison with memory whose flags are needed twice becomes a load and a
 * comparison of registers (flagalloc.c). */
static Value *split_load(Value *v)
{
    const Fusion *u = fused_by(compare_fusions, COUNT(compare_fusions), v->op);
    bool constant = !u;
    if (constant)
        u = fused_by(constant_fusions, COUNT(constant_fusions), v->op);
    if (!u)
        return NULL;
    int address = op_info[u->load].nargs - 1; /* args that make the address */
    Value *load = new_value_from(v->block, u->load, width_type(u->op), v);
    v->block->nvalues--;
    load->auxint = constant ? valoff_off(v->auxint) : v->auxint;
    load->aux_kind = v->aux_kind;
    load->aux = v->aux;
    for (int i = 0; i < address; i++)
        add_arg(load, v->args[i]);
    add_arg(load, value_mem_arg(v));
    Value *x = constant ? NULL : v->args[address];
    int64_t c = constant ? valoff_val(v->auxint) : 0;
    if (x)
        x->uses++;
    value_reset(v, u->op);
    add_arg(v, load);
    if (x) {
        add_arg(v, x);
        x->uses--;
    }
    v->auxint = c;
    return load;
}

/* --- extensions --- */

/* The instruction of v leaves zeros in the upper half of its register. */
static bool zero_upper32(const Value *v)
{
    switch ((Op)v->op) {
    case OpAMD64ADDL: case OpAMD64ADDLconst: case OpAMD64SUBL: case OpAMD64SUBLconst: case OpAMD64MULL: case OpAMD64MULLconst:
    case OpAMD64NEGL: case OpAMD64NOTL: case OpAMD64ANDL: case OpAMD64ORL: case OpAMD64ORLconst: case OpAMD64XORL:
    case OpAMD64XORLconst: case OpAMD64SHLL: case OpAMD64SHLLconst: case OpAMD64SHRL: case OpAMD64SHRLconst:
    case OpAMD64SARL: case OpAMD64SARLconst: case OpAMD64ROLL: case OpAMD64ROLLconst: case OpAMD64LEAL: case OpAMD64LEAL1:
    case OpAMD64LEAL2: case OpAMD64LEAL4: case OpAMD64LEAL8: case OpAMD64MOVLload: case OpAMD64MOVWload: case OpAMD64MOVBload:
    case OpAMD64MOVBLZX: case OpAMD64MOVWLZX: case OpAMD64MOVLQZX: case OpAMD64ANDLconst: case OpAMD64MOVLf2i: case OpAMD64BSWAPL:
    case OpAMD64MOVLloadidx1: case OpAMD64MOVLloadidx4: case OpAMD64MOVLloadidx8: case OpAMD64POPCNTL: case OpAMD64CVTTSS2SL: case OpAMD64CVTTSD2SL:
        return true;
    default:
        return false;
    }
}

/* After all rules: one that makes something simpler of x, as of x * 1, would
 * not know that the upper half of its result counts. */
static bool drop_extension(Value *v)
{
    if (v->op != OpAMD64MOVLQZX || !zero_upper32(v->args[0]))
        return false;
    copy_of(v, v->args[0]);
    return true;
}

static bool has_extension(const Func *f)
{
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            if (f->blocks[i]->values[k]->op == OpAMD64MOVLQZX)
                return true;
    return false;
}

static bool no_block_rule(Block *b)
{
    (void)b;
    return false;
}

/* --- passes --- */

void amd64_lower(Func *f)
{
    lower_stores(f);
    apply_rules(f, rewrite_block_amd64, rewrite_value_amd64);
    if (has_extension(f))
        apply_rules(f, no_block_rule, drop_extension);
    retype_phi_args(f);
}

void amd64_late_lower(Func *f)
{
    if (!f->config->no_opt)
        for (int i = 0; i < f->nblocks; i++)
            for (int k = 0; k < f->blocks[i]->nvalues; k++)
                if (f->blocks[i]->values[k]->uses || f->blocks[i]->values[k]->type == ValMem)
                    improve(f->blocks[i]->values[k]);
}

const SsaTarget amd64_target = {
    .name = "amd64",
    .reg_names = amd64_reg_names,
    .num_regs = NumMregs,
    .lower = amd64_lower,
    .late_lower = amd64_late_lower,
    .regalloc = amd64_regalloc,
    .split_load = split_load,
};
