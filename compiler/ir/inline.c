/* inline.c - small functions are built where they are called.
 *
 * The body of the called function becomes part of the caller's: parameters are
 * variables that start with the arguments, a return sets the result variables
 * and goes behind the call.  Positions in the body know the call they came
 * through, so that tracebacks and line tables show both.
 *
 * Where a call has a copy of the body (expand.c) that is taken, with variables of its own; else the body is shared by all calls.
 *
 * What is small is counted in nodes of the tree, as in gc: 80 at most; a call
 * in the body counts 57, or what its body costs when that is inlined in turn.  Escape analysis has run before: what lives on
 * the callee's stack lives on the caller's.  The bodies of function literals count apart, and only in copies do they become part
 * of the caller. */
#include "compiler/ir/ir.h"

enum { Budget = 80, CalledOnceBudget = 800, CallCost = 57, MaxDepth = 8, CallerBudget = 5000 };

/* A function with one of these may have to be what it is, where it is. */
enum { NotInlinable = PragmaNoInline | PragmaNoCheckPtr | PragmaSystemStack | PragmaNoWriteBarrier | PragmaNoWriteBarrierRec |
                      PragmaYesWriteBarrierRec | PragmaUintptrKeepAlive | PragmaUintptrEscapes | PragmaCgoUnsafeArgs };

typedef struct Inlining {
    Object *f;
    Pos call;
    Block *done;         /* behind the call */
    Pos last_at, last;   /* the newest position translated */
    struct Inlining *outer;
    int depth;
} Inlining;

/* ---- what may be inlined ---- */

typedef struct Cost {
    Ir *ir;
    int depth; /* of the chain of calls that is being counted */
    uint32_t total, limit;
    uint32_t literals; /* nodes in function literals */
    bool refused;
} Cost;

static bool is_special(const Node *call)
{
    static const char *const names[] = {"runtime.getg", "internal/runtime/sys.GetCallerPC", "internal/runtime/sys.GetCallerSP",
                                        "internal/runtime/sys.GetClosurePtr"};
    const Object *f = call_static_callee(call);
    for (size_t i = 0; f && f->pkg && i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(f->pkg->path);
        if (strncmp(names[i], f->pkg->path, n) == 0 && names[i][n] == '.' && strcmp(names[i] + n + 1, f->name) == 0)
            return true;
    }
    return false;
}

static uint32_t count_cost(Ir *ir, Object *f, int depth);

/* What is inlined in turn counts as its body, what becomes an instruction as a node. */
static uint32_t call_cost(const Cost *c, const Node *call)
{
    enum { MaxChain = 100 };
    Object *f = called_func(call);
    if (!f || c->depth >= MaxChain)
        return CallCost;
    if (is_intrinsic(c->ir, f))
        return 0;
    uint32_t cost = count_cost(c->ir, f, c->depth + 1);
    return cost == InlineNever ? CallCost : cost - 1;
}

/* In a literal, which remains a function of its own. */
static bool add_literal_cost(Node *n, void *data)
{
    Cost *c = data;
    bool range_func = n->kind == NodeRangeStmt && n->range.x->type && under_kind(n->range.x->type) == KindFunc;
    c->refused |= n->kind == NodeLabeledStmt || n->kind == NodeTypeDecl || range_func || ++c->literals > Budget;
    return !c->refused && !(n->val && n->mode == ModeConstant);
}

static bool add_cost(Node *n, void *data)
{
    Cost *c = data;
    switch (n->kind) {
    case NodeFuncLit:
        node_walk(n->funclit.body, add_literal_cost, c);
        c->total++;
        return false;
    case NodeGoStmt: case NodeDeferStmt: case NodeSelectStmt: case NodeLabeledStmt: case NodeTypeDecl:
        c->refused = true;
        break;
    case NodeBranchStmt: c->refused |= n->op == TokGoto; break;
    case NodeRangeStmt: c->refused |= n->range.x->type && under_kind(n->range.x->type) == KindFunc; break;
    case NodeCall:
        if (n->call.kind == CallPlain)
            c->total += call_cost(c, n);
        c->refused |= (n->call.kind == CallBuiltin && n->call.builtin == BuiltinRecover) || is_special(n);
        break;
    default: break;
    }
    c->total++;
    return !c->refused && c->total <= c->limit && !(n->val && n->mode == ModeConstant);
}

static FuncVars *body_of(Ir *ir, Object *f)
{
    if (f->func.info || (!f->func.origin && !f->func.source))
        return f->func.info;
    FuncVars *body = instance_body(ir->types, f);
    if (body && !f->func.origin)
        escape_instance(ir, body);
    return body;
}

static uint32_t body_cost(Ir *ir, const FuncVars *body, int depth, uint32_t limit)
{
    Cost c = {.ir = ir, .depth = depth, .limit = limit};
    if (body->has_defer || body->has_recover || body->has_go)
        return InlineNever;
    node_walk(body->body, add_cost, &c);
    return c.refused || c.total > limit ? InlineNever : c.total + 1;
}

static uint32_t count_cost(Ir *ir, Object *f, int depth)
{
    if (f->func.inline_cost)
        return f->func.inline_cost;
    f->func.inline_cost = InlineNever; /* for calls of itself */
    FuncVars *body = body_of(ir, f);
    f->func.inline_cost = body && !(f->func.pragma & NotInlinable) ? body_cost(ir, body, depth, Budget) : InlineNever;
    return f->func.inline_cost;
}

/* Cost of f's body plus one; InlineNever when it may not be inlined. */
static uint32_t cost_of(Ir *ir, Object *f) { return count_cost(ir, f, 0); }

uint32_t literal_cost(Ir *ir, FuncVars *lit, bool only_call)
{
    if (only_call) /* its code is needed nowhere else */
        return body_cost(ir, lit, 0, CalledOnceBudget);
    if (!lit->inline_cost)
        lit->inline_cost = body_cost(ir, lit, 0, Budget);
    return lit->inline_cost;
}

FuncVars *expandable(Ir *ir, Object *f)
{
    if (is_intrinsic(ir, f) || cost_of(ir, f) == InlineNever)
        return NULL;
    FuncVars *body = body_of(ir, f);
    if (body && f->func.origin && !body->solved && !map_has(&ir->escaping, body)) {
        map_put(&ir->escaping, body, body);
        escape_instance(ir, body);
    }
    return body && body->solved ? body : NULL;
}

FuncVars *inline_body(Ir *ir, Object *f)
{
    FuncVars *body = ir->no_opt || ir->no_inline || cost_of(ir, f) == InlineNever ? NULL : body_of(ir, f);
    return body && !body->nclosures ? body : NULL;
}

void inline_costs(Ir *ir)
{
    for (uint32_t i = 0; i < ir->pkg->nfuncs && !ir->no_opt && !ir->no_inline; i++)
        cost_of(ir, ir->pkg->funcs[i]->obj);
}

static bool wanted(Builder *s, Object *f)
{
    if (s->ir->no_opt || s->ir->no_inline || !f || s->range || (s->info && s->info->obj == f))
        return false;
    for (Inlining *i = s->inl; i; i = i->outer)
        if (i->f == f)
            return false;
    uint32_t cost = cost_of(s->ir, f);
    if (cost == InlineNever || (s->inl && s->inl->depth >= MaxDepth) || s->inlined_cost + (int)cost > CallerBudget)
        return false;
    const FuncVars *body = body_of(s->ir, f);
    if (!body || body->nclosures)
        return false;
    s->inlined_cost += (int)cost;
    return true;
}

/* ---- positions ---- */

Pos inlined_pos(Builder *s, Pos at)
{
    Inlining *i = s->inl;
    if (i->last_at != at) {
        i->last_at = at;
        i->last = pos_add_inlined(s->ir->pos, at, i->call);
    }
    return i->last;
}

int32_t inlined_number(const Ir *ir, Pos at)
{
    Pos call = at ? pos_call(ir->pos, at) : 0;
    return call ? (int32_t)(uintptr_t)map_get_int(&ir->inlined_at, call) - 1 : -1;
}

static int32_t add_inlined(Builder *s, FuncVars *body, Pos call)
{
    Ir *ir = s->ir;
    FuncVars *f = body->copy_of && !body->obj ? body->copy_of : body;
    InlinedCall c = {.call = call, .parent = inlined_number(ir, call), .name = closure_name(ir, f),
                     .start_line = pos_line(ir->pos, f->node->pos)};
    vec_push(ir->inlined, ir->ninlined, ir->inlined_cap, c);
    map_put_int(&ir->inlined_at, call, (void *)ir->ninlined);
    return (int32_t)ir->ninlined - 1;
}

/* ---- the call ---- */

void return_from_inlined(Builder *s) { jump(s, s->inl->done); }

static void declare_params(Builder *s, const FuncVars *f, Val *args)
{
    Type *in = f->sig->func.params;
    uint32_t extra = f->recv != NULL;
    for (uint32_t i = 0; i < in->tuple.n + extra; i++) {
        Object *v = i < extra ? f->recv : in->tuple.vars[i - extra];
        declare_init(s, v, val_retype(args[i], v->type));
    }
}

/* Builds body, which is f's if that is a declared function, as if it were called at s->pos. */
static void build_inlined(Builder *s, Object *f, FuncVars *body, Val *args, Val *out)
{
    Type *results = body->sig->func.results;
    Builder saved = *s;
    /* A call may be built more than once (a condition that is copied): each is a call of its own. */
    Pos call = map_get_int(&s->ir->inlined_at, s->pos) ? pos_add_again(s->ir->pos, s->pos) : s->pos;
    Inlining inl = {.f = f, .call = call, .done = new_block(s), .outer = s->inl, .depth = s->inl ? s->inl->depth + 1 : 1};
    Value *mark = op1(s, OpInlMark, ValMem, mem(s));
    mark->auxint = add_inlined(s, body, call);
    set_mem(s, mark);
    s->inl = &inl;
    s->order = NULL;
    s->info = body;
    s->has_defer = false;
    s->exit = NULL;
    s->targets = NULL;
    s->fallthrough = NULL;
    s->results = results->tuple.vars;
    s->nresults = (int)results->tuple.n;
    declare_params(s, body, args);
    for (int i = 0; i < s->nresults; i++)
        declare_zero(s, s->results[i]);
    stmt_list(s, body->body->block.stmts);
    jump(s, inl.done);
    start_block(s, inl.done);
    if (!s->b) /* it never returns; what follows is built and thrown away */
        s->b = new_block(s);
    for (int i = 0; i < s->nresults && out; i++)
        out[i] = val_copy(s, var_load(s, s->results[i]));
    s->inl = saved.inl;
    s->order = saved.order;
    s->info = saved.info;
    s->has_defer = saved.has_defer;
    s->exit = saved.exit;
    s->targets = saved.targets;
    s->fallthrough = saved.fallthrough;
    s->results = saved.results;
    s->nresults = saved.nresults;
    s->pos = saved.pos;
    s->node = saved.node;
}

bool inline_call(Builder *s, Node *n, const Callee *c, Val *args, Val *out)
{
    Object *f = c->sym ? c->object : NULL;
    if (!n->call.inlined && !wanted(s, f))
        return false;
    build_inlined(s, f, n->call.inlined ? n->call.inlined : body_of(s->ir, f), args, out);
    mark_pos(s, n);
    return true;
}

/* What nobody wrote has a place all the same: the tables of inlined calls want one. */
static Pos autogenerated(Ir *ir)
{
    if (!ir->autogenerated)
        ir->autogenerated = pos_add(ir->pos, pos_add_file(ir->pos, "<autogenerated>", NULL, 0), 1, 1);
    return ir->autogenerated;
}

void inline_copy(Builder *s, FuncVars *copy) { build_inlined(s, NULL, copy, NULL, NULL); }

bool inline_in_wrapper(Builder *s, const Callee *c, Val *args, Val *out)
{
    Pos pos = s->pos;
    if (!c->sym || !wanted(s, c->object))
        return false;
    s->pos = pos ? pos : autogenerated(s->ir);
    build_inlined(s, c->object, body_of(s->ir, c->object), args, out);
    s->pos = pos;
    return true;
}
