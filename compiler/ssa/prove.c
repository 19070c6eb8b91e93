/* prove.c - finds conditions whose outcome is known from earlier branches.
 *
 * Mostly bounds checks: in  for i := 0; i < len(s); i++ { s[i] }  the loop's
 * condition and the way i changes prove 0 <= i < len(s).
 *
 * What is known are facts about values as signed integers, written
 *     v <= w + c          (an edge from v to w with weight c)
 * in exact arithmetic, and a range [lo, hi] for each value.  The dominator tree
 * is walked from the top; the branch that leads into a block adds facts, which
 * are taken back when the walk leaves the block's subtree.  Facts that follow
 * from how a value is computed (v = x + 1, v = zero-extended x, ...) are not
 * stored but read off the value when a question is asked, because whether an
 * addition overflows depends on what is known at that point.
 *
 * Loops: if a header's phi i starts at s, grows by a constant k > 0, and every
 * way back to the header passes i < n with n small enough that i + k does not
 * overflow, then s <= i at the header and below.  Likewise downwards.
 *
 * A question  v <= w + c?  is answered from the ranges or by following at most
 * a few edges from v.  Everything is sound and nothing complete.
 *
 * A condition that is proved becomes a constant; opt and deadcode do the rest.
 * The second arg of a bounds check is a length: it is never negative. */
#include "compiler/ssa/rewrite.h"

#include <stdlib.h>

enum { MaxDepth = 5, MaxSteps = 200, RangeDepth = 4, MaxConsts = 16 /* made here: booleans, 0 and -1 of each width */ };

typedef struct Range {
    int64_t lo, hi;
} Range;

/* v <= w + c */
typedef struct Fact {
    Value *w;
    int64_t c;
    int next;    /* older fact about the same v, -1 */
} Fact;

/* How to take one step back. */
typedef struct Undo {
    Value *v;
    Range range; /* as it was */
    bool is_fact, is_outcome;
} Undo;

typedef struct Prover {
    Func *f;
    DomTree *dom;
    Range *range;     /* by value id; what branches told */
    int *facts_of;    /* by value id: newest fact, -1 */
    Fact *facts;
    size_t nfacts, facts_cap;
    int8_t *outcome;  /* by id of a condition: 0 or 1 if a branch decided it, else -1 */
    Undo *undo;
    size_t nundo, undo_cap;
    int steps;        /* left for the question at hand */
} Prover;

static bool is_int(const Value *v) { return val_type_is_int(value_type(v)); }
static int bits_of(const Value *v) { return (int)size_of(v) * 8; }

/* --- arithmetic that stops at the ends --- */

static int64_t sat_add(int64_t a, int64_t b)
{
    if (b > 0 && a > INT64_MAX - b)
        return INT64_MAX;
    if (b < 0 && a < INT64_MIN - b)
        return INT64_MIN;
    return a + b;
}

static bool add_overflows(int64_t a, int64_t b) { return b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b; }

/* a <= b + c in exact arithmetic. */
static bool le_plus(int64_t a, int64_t b, int64_t c)
{
    if (add_overflows(b, c))
        return c > 0;
    return a <= b + c;
}

static Range meet(Range a, Range b)
{
    return (Range){a.lo > b.lo ? a.lo : b.lo, a.hi < b.hi ? a.hi : b.hi};
}

static Range full_range(const Value *v)
{
    int n = bits_of(v);
    return (Range){-low_mask(n - 1) - 1, low_mask(n - 1)};
}

/* --- what a value's own op says --- */

static Range range_of(const Prover *p, const Value *v, int depth);

static Range unsigned_range(int bits) { return (Range){0, low_mask(bits)}; }

static int64_t const_of(const Value *v) { return v->auxint; }

/* x + [c.lo, c.hi], or all if it may wrap. */
static Range add_ranges(const Value *v, Range a, Range b)
{
    Range all = full_range(v);
    if (add_overflows(a.lo, b.lo) || add_overflows(a.hi, b.hi))
        return all;
    Range sum = {a.lo + b.lo, a.hi + b.hi};
    return sum.lo < all.lo || sum.hi > all.hi ? all : sum;
}

static Range shift_right_range(const Prover *p, const Value *v, bool is_unsigned, int depth)
{
    Range x = range_of(p, v->args[0], depth - 1);
    const Value *count = v->args[1];
    if (!is_const(count) || const_of(count) < 0 || const_of(count) >= bits_of(v)) {
        if (x.lo >= 0)
            return (Range){0, x.hi};
        return full_range(v);
    }
    int64_t n = const_of(count);
    if (is_unsigned && x.lo < 0)
        return n > 0 ? unsigned_range(bits_of(v) - (int)n) : full_range(v);
    return (Range){rsh(x.lo, n), rsh(x.hi, n)};
}

static Range and_range(const Prover *p, const Value *v, int depth)
{
    Range a = range_of(p, v->args[0], depth - 1), b = range_of(p, v->args[1], depth - 1), r = full_range(v);
    if (a.lo >= 0)
        r = (Range){0, a.hi};
    if (b.lo >= 0)
        r = meet(r, (Range){0, b.hi});
    return r;
}

static Range mod_range(const Prover *p, const Value *v, bool is_unsigned, int depth)
{
    Range x = range_of(p, v->args[0], depth - 1), y = range_of(p, v->args[1], depth - 1);
    if (y.lo <= 0)
        return full_range(v);
    if (is_unsigned || x.lo >= 0)
        return (Range){0, x.lo >= 0 && x.hi < y.hi - 1 ? x.hi : y.hi - 1};
    return (Range){-(y.hi - 1), y.hi - 1};
}

/* Facts hold here, not at the ends of the predecessors: only constants tell something. */
static Range phi_range(const Value *v)
{
    Range r = {INT64_MAX, INT64_MIN};
    for (int i = 0; i < v->nargs; i++) {
        const Value *a = v->args[i];
        Range x = is_const(a) ? (Range){const_of(a), const_of(a)} : full_range(v);
        r.lo = x.lo < r.lo ? x.lo : r.lo;
        r.hi = x.hi > r.hi ? x.hi : r.hi;
    }
    return r;
}

static Range op_range(const Prover *p, const Value *v, int depth)
{
    switch (v->op) {
    case OpConst8: case OpConst16: case OpConst32: case OpConst64:
        return (Range){const_of(v), const_of(v)};
    case OpZeroExt8to16: case OpZeroExt8to32: case OpZeroExt8to64:
    case OpZeroExt16to32: case OpZeroExt16to64: case OpZeroExt32to64: {
        Range x = range_of(p, v->args[0], depth - 1);
        return x.lo >= 0 ? x : unsigned_range(bits_of(v->args[0]));
    }
    case OpSignExt8to16: case OpSignExt8to32: case OpSignExt8to64:
    case OpSignExt16to32: case OpSignExt16to64: case OpSignExt32to64:
        return range_of(p, v->args[0], depth - 1);
    case OpTrunc16to8: case OpTrunc32to8: case OpTrunc32to16:
    case OpTrunc64to8: case OpTrunc64to16: case OpTrunc64to32: {
        Range x = range_of(p, v->args[0], depth - 1), all = full_range(v);
        return x.lo >= all.lo && x.hi <= all.hi ? x : all;
    }
    case OpAnd8: case OpAnd16: case OpAnd32: case OpAnd64:
        return and_range(p, v, depth);
    case OpRsh8x64: case OpRsh16x64: case OpRsh32x64: case OpRsh64x64:
        return shift_right_range(p, v, false, depth);
    case OpRsh8Ux64: case OpRsh16Ux64: case OpRsh32Ux64: case OpRsh64Ux64:
        return shift_right_range(p, v, true, depth);
    case OpMod8u: case OpMod16u: case OpMod32u: case OpMod64u:
        return mod_range(p, v, true, depth);
    case OpMod8: case OpMod16: case OpMod32: case OpMod64:
        return mod_range(p, v, false, depth);
    case OpAdd8: case OpAdd16: case OpAdd32: case OpAdd64:
        return add_ranges(v, range_of(p, v->args[0], depth - 1), range_of(p, v->args[1], depth - 1));
    case OpSub8: case OpSub16: case OpSub32: case OpSub64: {
        Range y = range_of(p, v->args[1], depth - 1);
        if (y.lo == INT64_MIN)
            return full_range(v);
        return add_ranges(v, range_of(p, v->args[0], depth - 1), (Range){-y.hi, -y.lo});
    }
    case OpCtz8: case OpCtz16: case OpCtz32: case OpCtz64: case OpCtz8NonZero: case OpCtz16NonZero:
    case OpCtz32NonZero: case OpCtz64NonZero: case OpBitLen8: case OpBitLen16: case OpBitLen32: case OpBitLen64:
        return (Range){0, bits_of(v->args[0])};
    case OpPopCount8: case OpPopCount16: case OpPopCount32: case OpPopCount64:
        return (Range){0, bits_of(v->args[0])};
    case OpCvtBoolToUint8:
        return (Range){0, 1};
    case OpPhi:
        return phi_range(v);
    default:
        return full_range(v);
    }
}

static Range range_of(const Prover *p, const Value *v, int depth)
{
    Range r = meet(p->range[v->id], full_range(v));
    return depth > 0 || is_const(v) ? meet(r, op_range(p, v, depth)) : r;
}

/* --- questions --- */

/* v = x + c without overflow: x and c, or NULL. */
static Value *as_sum(const Prover *p, const Value *v, int64_t *c)
{
    if (v->op != OpAdd64 && v->op != OpAdd32 && v->op != OpAdd16 && v->op != OpAdd8)
        return NULL;
    int k = is_const(v->args[0]) ? 0 : is_const(v->args[1]) ? 1 : -1;
    if (k < 0)
        return NULL;
    Value *x = v->args[1 - k];
    *c = const_of(v->args[k]);
    Range r = range_of(p, x, RangeDepth), all = full_range(v);
    bool fits = *c > 0 ? r.hi <= all.hi - *c : r.lo >= all.lo - *c;
    return fits ? x : NULL;
}

/* v is equal to what it was made from, as a signed integer. */
static Value *as_same(const Prover *p, const Value *v)
{
    switch (v->op) {
    case OpSignExt8to16: case OpSignExt8to32: case OpSignExt8to64:
    case OpSignExt16to32: case OpSignExt16to64: case OpSignExt32to64:
        return v->args[0];
    case OpZeroExt8to16: case OpZeroExt8to32: case OpZeroExt8to64:
    case OpZeroExt16to32: case OpZeroExt16to64: case OpZeroExt32to64:
        return range_of(p, v->args[0], RangeDepth).lo >= 0 ? v->args[0] : NULL;
    default:
        return NULL;
    }
}

static bool proves_le(Prover *p, Value *v, Value *w, int64_t c, int depth);

/* v <= x + d and x <= w + (c - d)? */
static bool via(Prover *p, Value *x, int64_t d, Value *w, int64_t c, int depth)
{
    if (d == INT64_MIN || add_overflows(c, -d))
        return false;
    return proves_le(p, x, w, c - d, depth - 1);
}

/* Bounds of v that its op gives: v <= x + d. */
static bool via_op(Prover *p, Value *v, Value *w, int64_t c, int depth)
{
    int64_t d;
    Value *x = as_sum(p, v, &d);
    if (x)
        return via(p, x, d, w, c, depth);
    if ((x = as_same(p, v)))
        return via(p, x, 0, w, c, depth);
    switch (v->op) {
    case OpRsh64x64: case OpRsh64Ux64: case OpRsh32x64: case OpRsh32Ux64:
    case OpDiv64: case OpDiv64u: case OpDiv32: case OpDiv32u:
        if (range_of(p, v->args[0], RangeDepth).lo < 0 || range_of(p, v->args[1], RangeDepth).lo < 0)
            return false;
        return via(p, v->args[0], 0, w, c, depth);
    case OpAnd64: case OpAnd32:
        for (int i = 0; i < 2; i++)
            if (range_of(p, v->args[i], RangeDepth).lo >= 0 && via(p, v->args[i], 0, w, c, depth))
                return true;
        return false;
    case OpSub64: case OpSub32: /* x - y <= x - least y, when it does not wrap */
        if (range_of(p, v->args[0], RangeDepth).lo < 0 || range_of(p, v->args[1], RangeDepth).lo < 0)
            return false;
        return via(p, v->args[0], -range_of(p, v->args[1], RangeDepth).lo, w, c, depth);
    case OpMod64u: case OpMod64:
        if (range_of(p, v->args[1], RangeDepth).lo <= 0)
            return false;
        return via(p, v->args[1], -1, w, c, depth);
    default:
        return false;
    }
}

/* v <= w + c follows from what is known here. */
static bool proves_le(Prover *p, Value *v, Value *w, int64_t c, int depth)
{
    if (v == w && c >= 0)
        return true;
    if (le_plus(range_of(p, v, RangeDepth).hi, range_of(p, w, RangeDepth).lo, c))
        return true;
    if (depth <= 0 || p->steps-- <= 0)
        return false;
    for (int i = p->facts_of[v->id]; i >= 0; i = p->facts[i].next)
        if (via(p, p->facts[i].w, p->facts[i].c, w, c, depth))
            return true;
    if (via_op(p, v, w, c, depth))
        return true;
    int64_t d;
    Value *x = as_sum(p, w, &d); /* w = x + d: v <= x + (c + d)? */
    if (x && !add_overflows(c, d))
        return proves_le(p, v, x, c + d, depth - 1);
    x = as_same(p, w);
    return x && proves_le(p, v, x, c, depth - 1);
}

static bool is_le(Prover *p, Value *v, Value *w, int64_t c)
{
    p->steps = MaxSteps;
    return proves_le(p, v, w, c, MaxDepth);
}

static bool is_nonneg(Prover *p, Value *v)
{
    if (range_of(p, v, RangeDepth).lo >= 0)
        return true;
    p->steps = MaxSteps;
    /* 0 <= v: through facts x <= v + c with x known; those are kept as ranges, except behind sums. */
    int64_t d;
    Value *x = as_sum(p, v, &d);
    return x && d != INT64_MIN && range_of(p, x, RangeDepth).lo >= -d;
}

/* --- learning --- */

static void save(Prover *p, Value *v, bool is_fact)
{
    vec_push(p->undo, p->nundo, p->undo_cap, (Undo){.v = v, .range = p->range[v->id], .is_fact = is_fact});
}

static void learn_outcome(Prover *p, Value *v, bool outcome)
{
    if (p->outcome[v->id] >= 0 || v->op == OpConstBool)
        return;
    vec_push(p->undo, p->nundo, p->undo_cap, (Undo){.v = v, .range = p->range[v->id], .is_outcome = true});
    p->outcome[v->id] = outcome;
}

/* lo <= v <= hi, and what that says about the value that v is a sum or an extension of. */
static void learn_range(Prover *p, Value *v, int64_t lo, int64_t hi)
{
    for (;;) {
        Range *r = &p->range[v->id];
        if (lo <= r->lo && hi >= r->hi)
            return;
        save(p, v, false);
        *r = meet(*r, (Range){lo, hi});
        int64_t c = 0;
        Value *x = as_same(p, v);
        if (!x)
            x = as_sum(p, v, &c);
        if (!x || c == INT64_MIN)
            return;
        lo = lo == INT64_MIN ? lo : sat_add(lo, -c);
        hi = hi == INT64_MAX ? hi : sat_add(hi, -c);
        v = x;
    }
}

/* v <= w + c */
static void learn_le(Prover *p, Value *v, Value *w, int64_t c)
{
    Range a = range_of(p, v, RangeDepth), b = range_of(p, w, RangeDepth);
    learn_range(p, v, INT64_MIN, sat_add(b.hi, c));
    learn_range(p, w, c == INT64_MIN ? INT64_MIN : sat_add(a.lo, -c), INT64_MAX);
    if (is_const(v) || is_const(w))
        return;
    save(p, v, true);
    vec_push(p->facts, p->nfacts, p->facts_cap, (Fact){w, c, p->facts_of[v->id]});
    p->facts_of[v->id] = (int)p->nfacts - 1;
}

static void take_back(Prover *p, size_t mark)
{
    while (p->nundo > mark) {
        Undo *u = &p->undo[--p->nundo];
        p->range[u->v->id] = u->range;
        if (u->is_outcome)
            p->outcome[u->v->id] = -1;
        if (u->is_fact)
            p->facts_of[u->v->id] = p->facts[--p->nfacts].next;
    }
}

/* The kinds of comparison, whatever the width. */
typedef enum Compare { CompareNone, CompareLess, CompareLeq, CompareLessU, CompareLeqU, CompareEq, CompareNeq, CompareInBounds, CompareSliceInBounds } Compare;

static Compare compare_kind(const Value *v)
{
    switch (v->op) {
    case OpLess8: case OpLess16: case OpLess32: case OpLess64:
        return CompareLess;
    case OpLeq8: case OpLeq16: case OpLeq32: case OpLeq64:
        return CompareLeq;
    case OpLess8U: case OpLess16U: case OpLess32U: case OpLess64U:
        return CompareLessU;
    case OpLeq8U: case OpLeq16U: case OpLeq32U: case OpLeq64U:
        return CompareLeqU;
    case OpEq8: case OpEq16: case OpEq32: case OpEq64:
        return CompareEq;
    case OpNeq8: case OpNeq16: case OpNeq32: case OpNeq64:
        return CompareNeq;
    case OpIsInBounds:
        return CompareInBounds;
    case OpIsSliceInBounds:
        return CompareSliceInBounds;
    default:
        return CompareNone;
    }
}

/* v != c moves an end of the range that is c. */
static void learn_not_equal(Prover *p, Value *v, Value *w)
{
    if (is_const(v)) {
        Value *t = v;
        v = w;
        w = t;
    }
    if (!is_const(w))
        return;
    Range r = range_of(p, v, RangeDepth);
    if (r.lo == const_of(w) && r.lo < r.hi)
        learn_range(p, v, r.lo + 1, INT64_MAX);
    else if (r.hi == const_of(w) && r.lo < r.hi)
        learn_range(p, v, INT64_MIN, r.hi - 1);
}

/* x < y + strict as unsigned numbers, with y not negative as a signed one: 0 <= x too. */
static void learn_below(Prover *p, Value *x, Value *y, int64_t c)
{
    if (range_of(p, y, RangeDepth).lo < 0)
        return;
    learn_range(p, x, 0, INT64_MAX);
    learn_le(p, x, y, c);
}

/* Condition v has the given outcome. */
static void learn_condition(Prover *p, Value *v, bool outcome, int depth)
{
    learn_outcome(p, v, outcome);
    while (v->op == OpNot) {
        v = v->args[0];
        outcome = !outcome;
        learn_outcome(p, v, outcome);
    }
    if (v->op == OpAndB && outcome && depth > 0) {
        learn_condition(p, v->args[0], true, depth - 1);
        learn_condition(p, v->args[1], true, depth - 1);
        return;
    }
    Compare kind = compare_kind(v);
    if (kind == CompareNone)
        return;
    Value *x = v->args[0], *y = v->args[1];
    switch (kind) {
    case CompareLess:
        outcome ? learn_le(p, x, y, -1) : learn_le(p, y, x, 0);
        return;
    case CompareLeq:
        outcome ? learn_le(p, x, y, 0) : learn_le(p, y, x, -1);
        return;
    case CompareLessU:
        outcome ? learn_below(p, x, y, -1) : learn_below(p, y, x, 0);
        return;
    case CompareLeqU:
        outcome ? learn_below(p, x, y, 0) : learn_below(p, y, x, -1);
        return;
    case CompareEq: case CompareNeq:
        if (outcome == (kind == CompareEq)) {
            learn_le(p, x, y, 0);
            learn_le(p, y, x, 0);
        } else {
            learn_not_equal(p, x, y);
        }
        return;
    case CompareInBounds: case CompareSliceInBounds: {
        int64_t c = kind == CompareInBounds ? -1 : 0;
        learn_range(p, y, 0, INT64_MAX);
        if (outcome)
            learn_below(p, x, y, c);
        else if (is_nonneg(p, x))
            learn_le(p, y, x, -1 - c);
        return;
    }
    case CompareNone:
        return;
    }
}

/* --- induction variables --- */

/* Finds a test of x that every way from header to latch passes: x < bound (c = 1)
 * or x <= bound (c = 0) if up, else x > bound or x >= bound. */
static bool tested_below(const Prover *p, const Block *header, const Block *latch, const Value *x, bool up, Value **bound, int64_t *c)
{
    for (const Block *b = latch; b; b = p->dom->idom[b->id]) {
        if (b->npreds == 1 && b->preds[0].block->kind == BlockIf && dom_is_ancestor_eq(p->dom, header, b->preds[0].block)) {
            const Value *cond = b->preds[0].block->controls[0];
            Compare kind = compare_kind(cond);
            bool outcome = b->preds[0].index == 0;
            if (kind == CompareLess || kind == CompareLeq) {
                Value *small = cond->args[outcome ? 0 : 1], *large = cond->args[outcome ? 1 : 0];
                bool strict = (kind == CompareLess) == outcome;
                if ((up ? small : large) == x) {
                    *bound = up ? large : small;
                    *c = strict ? 1 : 0;
                    return true;
                }
            }
        }
        if (b == header)
            break;
    }
    return false;
}

/* Facts about phi of a loop header with one entry and one back edge. */
static void learn_induction(Prover *p, Block *header, Value *phi)
{
    int back = dom_is_ancestor_eq(p->dom, header, header->preds[0].block) ? 0 : 1;
    Value *start = phi->args[1 - back], *next = phi->args[back];
    Block *latch = header->preds[back].block;
    if (p->dom->index[latch->id] < 0 || !dom_is_ancestor_eq(p->dom, header, latch))
        return;
    if (next->op != OpAdd64 && next->op != OpAdd32 && next->op != OpAdd16 && next->op != OpAdd8)
        return;
    int k = next->args[0] == phi ? 1 : next->args[1] == phi ? 0 : -1;
    if (k < 0 || !is_const(next->args[k]))
        return;
    int64_t step = const_of(next->args[k]), strict;
    Value *bound;
    Range all = full_range(phi);
    if (step == 0 || step == all.lo || !tested_below(p, header, latch, phi, step > 0, &bound, &strict))
        return;
    Range r = range_of(p, bound, RangeDepth);
    if (step > 0 && sat_add(sat_add(r.hi, -strict), step) <= all.hi && sat_add(r.hi, -strict) <= all.hi - step) {
        learn_le(p, start, phi, 0);
    } else if (step < 0 && sat_add(r.lo, strict) >= all.lo - step) {
        learn_le(p, phi, start, 0);
    }
}

/* --- deciding --- */

/* 1: surely true, 0: surely false, -1: unknown. */
static int decide(Prover *p, Value *v)
{
    if (p->outcome[v->id] >= 0)
        return p->outcome[v->id];
    if (v->op == OpNot && p->outcome[v->args[0]->id] >= 0)
        return !p->outcome[v->args[0]->id];
    if (compare_kind(v) == CompareNone)
        return -1;
    Value *x = v->args[0], *y = v->nargs > 1 ? v->args[1] : NULL;
    switch (compare_kind(v)) {
    case CompareLess:
        return is_le(p, x, y, -1) ? 1 : is_le(p, y, x, 0) ? 0 : -1;
    case CompareLeq:
        return is_le(p, x, y, 0) ? 1 : is_le(p, y, x, -1) ? 0 : -1;
    case CompareLessU: case CompareInBounds:
        if (is_nonneg(p, x) && is_le(p, x, y, -1))
            return 1;
        return is_nonneg(p, y) && is_le(p, y, x, 0) ? 0 : -1;
    case CompareLeqU: case CompareSliceInBounds:
        if (is_nonneg(p, x) && is_le(p, x, y, 0))
            return 1;
        return is_nonneg(p, y) && is_le(p, y, x, -1) ? 0 : -1;
    case CompareEq: case CompareNeq: {
        bool eq = compare_kind(v) == CompareEq;
        if (is_le(p, x, y, -1) || is_le(p, y, x, -1))
            return !eq;
        return is_le(p, x, y, 0) && is_le(p, y, x, 0) ? eq : -1;
    }
    case CompareNone:
        break;
    }
    return -1;
}

/* A shift whose count is known to be below the width. */
static void bound_shift(Prover *p, Value *v)
{
    if (v->op < OpLsh8x8 || v->op > OpRsh64Ux64 || v->auxint)
        return;
    Range r = range_of(p, v->args[1], RangeDepth);
    if (r.lo >= 0 && r.hi < bits_of(v))
        v->auxint = 1;
}

/* The sign of a value whose sign is known: signed division by a constant adds it. */
static bool sign_is_known(Prover *p, Value *v)
{
    if (v->op != OpRsh8x64 && v->op != OpRsh16x64 && v->op != OpRsh32x64 && v->op != OpRsh64x64)
        return false;
    Range x = range_of(p, v->args[0], RangeDepth), n = range_of(p, v->args[1], RangeDepth);
    if (n.lo < bits_of(v) - 1 || (x.lo < 0 && x.hi >= 0))
        return false;
    copy_of(v, func_const_int(p->f, value_type(v), x.lo >= 0 ? 0 : -1, v->pos, v->node));
    return true;
}

static void visit_value(Prover *p, Value *v)
{
    bound_shift(p, v);
    if (sign_is_known(p, v))
        return;
    if (v->op == OpSlicemask && range_of(p, v->args[0], RangeDepth).lo > 0) {
        copy_of(v, func_const_int(p->f, ValI64, -1, v->pos, v->node));
        return;
    }
    if (compare_kind(v) == CompareNone)
        return;
    int outcome = decide(p, v);
    if (outcome >= 0)
        copy_of(v, func_const_bool(p->f, outcome, v->pos, v->node));
}

static void enter_block(Prover *p, Block *b)
{
    if (b->npreds == 1 && b->preds[0].block->kind == BlockIf)
        learn_condition(p, copy_source(b->preds[0].block->controls[0]), b->preds[0].index == 0, MaxDepth);
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i];
        if ((v->op == OpIsInBounds || v->op == OpIsSliceInBounds) && !is_const(v->args[1]))
            learn_range(p, v->args[1], 0, INT64_MAX);
    }
    if (b->npreds == 2)
        for (int i = 0; i < b->nvalues; i++)
            if (b->values[i]->op == OpPhi && is_int(b->values[i]))
                learn_induction(p, b, b->values[i]);
    int n = b->nvalues; /* constants are added to the entry block */
    for (int i = 0; i < n; i++)
        visit_value(p, b->values[i]);
    /* The branch may be on a condition computed above, of which more is known here. */
    if (b->kind == BlockIf) {
        Value *cond = copy_source(b->controls[0]);
        int outcome = decide(p, cond);
        if (outcome >= 0)
            replace_control(b, 0, func_const_bool(p->f, outcome, cond->pos, cond->node));
    }
}

static void init_tables(Prover *p)
{
    int n = p->f->next_value_id + MaxConsts;
    p->range = arena_alloc(&p->f->scratch, (size_t)n * sizeof *p->range);
    p->facts_of = arena_alloc(&p->f->scratch, (size_t)n * sizeof *p->facts_of);
    p->outcome = arena_alloc(&p->f->scratch, (size_t)n);
    memset(p->outcome, -1, (size_t)n);
    for (int i = 0; i < n; i++) {
        p->range[i] = (Range){INT64_MIN, INT64_MAX};
        p->facts_of[i] = -1;
    }
}

void prove(Func *f)
{
    Prover p = {.f = f, .dom = dominators(f)};
    init_tables(&p);
    struct Frame { Block *b; int child; size_t mark; } *stack = arena_alloc(&f->scratch, (size_t)(p.dom->nrpo + 1) * sizeof *stack);
    int depth = 0;
    stack[depth++] = (struct Frame){f->entry, 0, 0};
    enter_block(&p, f->entry);
    while (depth > 0) {
        struct Frame *top = &stack[depth - 1];
        if (top->child < p.dom->nchildren[top->b->id]) {
            Block *child = p.dom->children[top->b->id][top->child++];
            stack[depth++] = (struct Frame){child, 0, p.nundo};
            enter_block(&p, child);
        } else {
            take_back(&p, top->mark);
            depth--;
        }
    }
    free(p.facts);
    free(p.undo);
    copyelim(f);
    deadcode(f);
}
