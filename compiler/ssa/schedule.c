/* schedule.c - orders the values of each block, and late nil checks.
 *
 * Until here a block is a set of values; afterwards its values stand in order
 * of execution.  A list scheduler: among the values whose args are done, the
 * one with the best score comes next, ties by id (roughly the source's order).
 * Besides args these edges hold:
 *   - what reads a memory state comes before what replaces it;
 *   - the parts of a tuple follow it at once, and stand in its block;
 *   - flags are made late and used at once, since there is one flags register
 *     (flagalloc repairs what remains);
 *   - the control comes last.
 * At the end the result of a nil check is replaced by its arg, because the
 * order now says what the result stood for.  Sets f->scheduled.
 *
 * late_nilcheck then drops checks that a later access to the same pointer in
 * the block does as well. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

/* Smaller is earlier. */
typedef enum Score {
    ScorePhi,        /* phis first */
    ScoreArg,        /* then what is in registers at entry, before something takes the register */
    ScoreInitMem,
    ScoreReadTuple,  /* at once after its tuple */
    ScoreReadFlags,  /* at once after the flags */
    ScoreNilCheck,
    ScoreMemory,     /* stores early: their values die */
    ScoreDefault,
    ScoreInduction,  /* the next value of a loop variable late: then the old one is dead and gives its register */
    ScoreFlags,      /* late */
    ScoreControl
} Score;

typedef struct Node {
    Value *v;
    int score;
    int waits;       /* edges from values that are not placed */
    int first_edge;  /* list of edges out of this node */
} Node;

typedef struct EdgeTo {
    int to, next;    /* node; next edge of the same origin, -1 */
} EdgeTo;

typedef struct Scheduler {
    Func *f;
    Node *nodes;     /* of the block, in their old order */
    int n;
    int *node_of;    /* by value id; valid if the value is in the block */
    EdgeTo *edges;
    int nedges, edges_cap;
    int *heap;       /* ready nodes */
    int nheap;
    Value **next_state; /* by value id of a memory state: what replaces it in this block */
} Scheduler;

static bool makes_flags(const Value *v)
{
    return v->type == ValFlags || (v->type == ValTuple && op_has(v->op, OpFlagsTuple));
}

static bool reads_flags(const Value *v)
{
    for (int i = 0; i < v->nargs; i++)
        if (v->args[i]->type == ValFlags)
            return true;
    return false;
}

static bool is_select(const Value *v) { return v->op == OpSelect0 || v->op == OpSelect1 || v->op == OpSelectN; }

/* v goes into a phi of a successor and is computed from that phi. */
static bool is_next_of_phi(const Block *b, const Value *v)
{
    if (b->nsuccs != 1 || v->nargs == 0)
        return false;
    const Block *s = b->succs[0].block;
    for (int a = 0; a < v->nargs; a++) {
        const Value *phi = v->args[a];
        if (phi->op == OpPhi && phi->block == s && phi->args[b->succs[0].index] == v)
            return true;
    }
    return false;
}

static int score_of(const Block *b, const Value *v)
{
    if (v->op == OpPhi)
        return ScorePhi;
    if (v->op == OpArgIntReg || v->op == OpArgFloatReg || v->op == OpGetClosurePtr || v->op == OpSP || v->op == OpSB)
        return ScoreArg;
    if (op_has(v->op, OpMachine) && b == b->func->entry && v->nargs == 0 && op_has(v->op, OpZeroWidth))
        return ScoreArg; /* the machine's form of GetClosurePtr */
    if (v->op == OpInitMem)
        return ScoreInitMem;
    if (is_select(v))
        return ScoreReadTuple;
    for (int i = 0; i < b->ncontrols; i++)
        if (b->controls[i] == v)
            return ScoreControl;
    if (reads_flags(v))
        return ScoreReadFlags;
    if (op_has(v->op, OpIsNilCheck))
        return ScoreNilCheck;
    if (v->type == ValMem)
        return ScoreMemory;
    if (makes_flags(v))
        return ScoreFlags;
    return is_next_of_phi(b, v) ? ScoreInduction : ScoreDefault;
}

/* --- the ready heap: smallest (score, id) on top --- */

static bool before(const Scheduler *s, int a, int b)
{
    const Node *x = &s->nodes[a], *y = &s->nodes[b];
    return x->score != y->score ? x->score < y->score : x->v->id < y->v->id;
}

static void heap_push(Scheduler *s, int node)
{
    int i = s->nheap++;
    while (i > 0 && before(s, node, s->heap[(i - 1) / 2])) {
        s->heap[i] = s->heap[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    s->heap[i] = node;
}

static int heap_pop(Scheduler *s)
{
    int top = s->heap[0], last = s->heap[--s->nheap], i = 0;
    for (;;) {
        int child = 2 * i + 1;
        if (child >= s->nheap)
            break;
        if (child + 1 < s->nheap && before(s, s->heap[child + 1], s->heap[child]))
            child++;
        if (!before(s, s->heap[child], last))
            break;
        s->heap[i] = s->heap[child];
        i = child;
    }
    s->heap[i] = last;
    return top;
}

/* --- edges --- */

static void edge(Scheduler *s, int from, int to)
{
    s->edges = arena_extend(&s->f->scratch, s->edges, s->nedges, &s->edges_cap, sizeof *s->edges);
    s->edges[s->nedges] = (EdgeTo){to, s->nodes[from].first_edge};
    s->nodes[from].first_edge = s->nedges++;
    s->nodes[to].waits++;
}

/* The value that takes the place of memory state m: looks through selects to the op itself. */
static Value *replacer(Value *v)
{
    while (is_select(v) && v->args[0]->block == v->block)
        v = v->args[0];
    return v;
}

/* Memory states of b: who replaces whom. */
static void find_states(Scheduler *s, Block *b)
{
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i];
        if (v->type != ValMem || v->op == OpPhi || v->op == OpInitMem)
            continue;
        Value *op = replacer(v), *before_ = value_mem_arg(op);
        if (before_)
            s->next_state[before_->id] = op;
    }
}

static void clear_states(Scheduler *s, Block *b)
{
    for (int i = 0; i < b->nvalues; i++) {
        Value *mem = value_mem_arg(b->values[i]);
        if (mem)
            s->next_state[mem->id] = NULL;
    }
}

static void add_edges(Scheduler *s, Block *b)
{
    for (int i = 0; i < s->n; i++) {
        Value *v = s->nodes[i].v;
        if (v->op == OpPhi)
            continue;
        for (int a = 0; a < v->nargs; a++)
            if (v->args[a]->block == b)
                edge(s, s->node_of[v->args[a]->id], i);
        Value *mem = value_mem_arg(v), *next = mem ? s->next_state[mem->id] : NULL;
        if (next && next != v)
            edge(s, i, s->node_of[next->id]);
    }
}

/* --- one block --- */

static void schedule_block(Scheduler *s, Block *b)
{
    s->n = b->nvalues;
    s->nedges = 0;
    s->nheap = 0;
    for (int i = 0; i < s->n; i++) {
        Value *v = b->values[i];
        s->nodes[i] = (Node){.v = v, .score = score_of(b, v), .first_edge = -1};
        s->node_of[v->id] = i;
    }
    find_states(s, b);
    add_edges(s, b);
    clear_states(s, b);
    for (int i = 0; i < s->n; i++)
        if (!s->nodes[i].waits)
            heap_push(s, i);
    int done = 0;
    while (s->nheap > 0) {
        Node *node = &s->nodes[heap_pop(s)];
        b->values[done++] = node->v;
        for (int e = node->first_edge; e >= 0; e = s->edges[e].next)
            if (--s->nodes[s->edges[e].to].waits == 0)
                heap_push(s, s->edges[e].to);
    }
    if (done != s->n)
        func_fail(s->f, NULL, "b%d: values depend on each other in a circle", b->id);
}

/* --- before: parts of tuples stand with them --- */

static Value *select_in(Block *b, const Value *want)
{
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i];
        if (v->op == want->op && v->args[0] == want->args[0] && v->auxint == want->auxint)
            return v;
    }
    Value *v = new_value_from(b, want->op, value_type(want), want);
    v->auxint = want->auxint;
    add_arg(v, want->args[0]);
    return v;
}

static void tighten_selects(Func *f)
{
    bool any = false;
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            if (is_select(v) && v->args[0]->block != b)
                copy_of(v, select_in(v->args[0]->block, v));
            any |= v->op == OpCopy;
        }
    }
    if (!any)
        return;
    copyelim(f);
    deadcode(f);
}

/* --- after: nil checks have no result --- */

static void drop_nilcheck_results(Func *f)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            for (int a = 0; a < v->nargs; a++)
                while (op_has(v->args[a]->op, OpIsNilCheck))
                    set_arg(v, a, v->args[a]->args[0]);
        }
        for (int c = 0; c < b->ncontrols; c++)
            while (op_has(b->controls[c]->op, OpIsNilCheck))
                replace_control(b, c, b->controls[c]->args[0]);
    }
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            if (op_has(f->blocks[i]->values[k]->op, OpIsNilCheck))
                f->blocks[i]->values[k]->type = ValVoid;
}

/* Of the largest block. */
static int most_values(const Func *f)
{
    int most = 0;
    for (int i = 0; i < f->nblocks; i++)
        if (f->blocks[i]->nvalues > most)
            most = f->blocks[i]->nvalues;
    return most;
}

void schedule(Func *f)
{
    tighten_selects(f);
    Scheduler s = {.f = f};
    int most = most_values(f);
    s.nodes = NEW_ARRAY(&f->scratch, Node, most);
    s.heap = NEW_ARRAY(&f->scratch, int, most);
    s.node_of = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *s.node_of);
    s.next_state = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *s.next_state);
    for (int i = 0; i < f->nblocks; i++)
        schedule_block(&s, f->blocks[i]);
    drop_nilcheck_results(f);
    f->scheduled = true;
}

/* --- late nil checks --- */

enum { MinZeroPage = 4096 }; /* addresses below it fault */

/* v faults when p is nil, and does so before anything else can be seen. */
static bool faults_on(const Value *v, const Value *p)
{
    if (op_has(v->op, OpIsNilCheck) && v->args[0] == p)
        return true;
    bool at0 = op_has(v->op, OpFaultOnNil0) && v->args[0] == p, at1 = op_has(v->op, OpFaultOnNil1) && v->args[1] == p;
    if (!at0 && !at1)
        return false;
    switch ((AuxType)op_info[v->op].aux) {
    case AuxSymOff:
        return v->aux_kind == AuxKindNone && v->auxint >= 0 && v->auxint < MinZeroPage;
    case AuxSymValAndOff:
        return v->aux_kind == AuxKindNone && valoff_off(v->auxint) >= 0 && valoff_off(v->auxint) < MinZeroPage;
    case AuxTypSize:
        return v->auxint > 0;
    case AuxNone: case AuxInt64:
        return true;
    default:
        return false;
    }
}

/* A change that others can see: a fault may not move past it. */
static bool is_visible(const Value *v)
{
    return v->type == ValMem || v->type == ValResults || (v->type == ValTuple && value_mem_arg(v)) || op_has(v->op, OpCall);
}

/* Walks the block backwards: faulting accesses since the last visible change
 * make the checks before them superfluous. */
static void late_nilcheck_block(Block *b, Value **accesses)
{
    int n = 0, kept = b->nvalues;
    for (int i = b->nvalues - 1; i >= 0; i--) {
        Value *v = b->values[i];
        bool superfluous = false;
        if (op_has(v->op, OpIsNilCheck) && v->type == ValVoid && !v->uses)
            for (int k = n - 1; k >= 0 && k >= n - 64 && !superfluous; k--)
                superfluous = faults_on(accesses[k], v->args[0]);
        if (superfluous) {
            if (accesses[n - 1]->pos == 0)
                accesses[n - 1]->pos = v->pos;
            value_reset(v, OpInvalid);
            v->block = NULL;
            continue;
        }
        if (is_visible(v))
            n = 0;
        if (op_has(v->op, OpIsNilCheck | OpFaultOnNil0 | OpFaultOnNil1))
            accesses[n++] = v;
        b->values[--kept] = v;
    }
    if (kept)
        memmove(b->values, b->values + kept, (size_t)(b->nvalues - kept) * sizeof *b->values);
    b->nvalues -= kept;
}

void late_nilcheck(Func *f)
{
    Value **accesses = NEW_ARRAY(&f->scratch, Value *, most_values(f));
    for (int i = 0; i < f->nblocks; i++)
        late_nilcheck_block(f->blocks[i], accesses);
}
