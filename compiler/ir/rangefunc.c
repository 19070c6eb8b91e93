/* rangefunc.c - for ... range over a function.
 *
 * The loop is a call of the function with the body as its argument: a closure
 * that returns whether to go on.  spec: "For statements with range clause".
 *
 * How the body ends is kept in two variables of the function around it.
 * #state says what calling the body means now: ready, or a mistake of the
 * iterator that panics.  #next says what the loop's function does when the
 * call is over: 0 goes on behind the loop; any other number is an exit that
 * leaves it, a return or a branch to somewhere outside.  Bodies inside bodies
 * share the #next of the outermost loop and pass exits on that are not theirs. */
#include "compiler/ir/ir.h"

#include <assert.h>

/* FORMATS, "go, defer, panic": states of a body. */
enum { StateDone, StateReady, StatePanic, StateExhausted, StateMissingPanic };

enum { ExitReturn = -1 };

/* A branch that leaves the outermost loop or one inside it; its number counts from 1. */
typedef struct Exit {
    Token op;
    const Node *target;
} Exit;

typedef struct RangeBody {
    FuncVars *f;
    Node *loop;
    Object *state, *next;
    Object *defers;    /* token of deferrangefunc, NULL when no body of the outermost loop defers */
    Exit *exits;       /* of the outermost loop; arena */
    int nexits;
    FuncVars *results; /* the declared function or literal around all loops */
    struct RangeBody *outer;
} RangeBody;

/* ---- what leaves a loop ---- */

typedef struct Leaving {
    Map inside;        /* statements of the body: branches to them stay */
    bool returns;
    Exit *exits;
    int n, cap;
    const Node *loop;
} Leaving;

static bool collect_inside(Node *n, void *data)
{
    Leaving *l = data;
    map_put(&l->inside, n, n);
    return n->kind != NodeFuncLit;
}

static bool collect_exits(Node *n, void *data)
{
    Leaving *l = data;
    if (n->kind == NodeReturnStmt)
        l->returns = true;
    if (n->kind == NodeBranchStmt && n->op != TokFallthrough && n->branch.target != l->loop && !map_has(&l->inside, n->branch.target)) {
        bool known = false;
        for (int i = 0; i < l->n; i++)
            known |= l->exits[i].op == n->op && l->exits[i].target == n->branch.target;
        if (!known)
            l->exits[l->n++] = (Exit){(Token)n->op, n->branch.target};
    }
    return n->kind != NodeFuncLit;
}

static bool count_branches(Node *n, void *count)
{
    *(int *)count += n->kind == NodeBranchStmt;
    return true;
}

static Leaving leaving(Builder *s, Node *loop)
{
    Leaving l = {.loop = loop};
    int branches = 0;
    node_walk(loop->range.body, count_branches, &branches);
    l.exits = NEW_ARRAY(s->ir->arena, Exit, branches + 1);
    node_walk(loop->range.body, collect_inside, &l);
    node_walk(loop->range.body, collect_exits, &l);
    map_free(&l.inside);
    return l;
}

/* Every branch in the outermost loop that leaves any of the loops in it. */
static bool collect_all(Node *n, void *data)
{
    Leaving *all = data;
    if (n->kind == NodeBranchStmt && n->op != TokFallthrough) {
        bool known = false;
        for (int i = 0; i < all->n; i++)
            known |= all->exits[i].op == n->op && all->exits[i].target == n->branch.target;
        if (!known)
            all->exits[all->n++] = (Exit){(Token)n->op, n->branch.target};
    }
    return n->kind != NodeFuncLit;
}

static int exit_number(const RangeBody *r, Token op, const Node *target)
{
    for (int i = 0; i < r->nexits; i++)
        if (r->exits[i].op == op && r->exits[i].target == target)
            return i + 1;
    assert(!"branch is not known");
    return 0;
}

/* ---- variables ---- */

static Object *hidden_var(Builder *s, FuncVars *owner, const char *name, Type *t)
{
    TypesCtx *c = s->ir->types;
    Object *v = new_var(c, s->ir->pkg, intern_str(c->names, name), t, 0, VarLocal);
    v->var.owner = owner;
    v->var.captured = v->var.reassigned = v->var.escapes = true;
    return v;
}

static void capture(Ir *ir, FuncVars *f, Object *v)
{
    for (uint32_t i = 0; i < f->ncaptures; i++)
        if (f->captures[i] == v)
            return;
    Object **list = NEW_ARRAY(ir->arena, Object *, f->ncaptures + 1);
    if (f->ncaptures)
        memcpy(list, f->captures, f->ncaptures * sizeof *list);
    list[f->ncaptures++] = v;
    f->captures = list;
    f->cap_captures = f->ncaptures;
}

static void set_int(Builder *s, Object *v, int64_t n) { var_store(s, v, val_scalar(v->type, int64_const(s, n))); }
static Value *is_int(Builder *s, Object *v, int64_t n) { return op2(s, OpEq64, ValBool, var_load(s, v).v[0], int64_const(s, n)); }

static void range_panic(Builder *s, Value *bad, Value *state)
{
    Block *panic = new_block(s), *fine = new_block(s);
    branch(s, bad, panic, fine, HintUnlikely);
    start_block(s, panic);
    rt_call(s, "panicrangestate", 1, state);
    exit_block(s);
    start_block(s, fine);
}

/* ---- the body ---- */

static void return_bool(Builder *s, bool more)
{
    Val v = val_scalar(s->ir->types->basic[KindBool], bool_const(s, more));
    finish_return(s, &v);
}

static void stop(Builder *s, int64_t next)
{
    set_int(s, s->range->next, next);
    set_int(s, s->range->state, StateDone);
    return_bool(s, false);
}

Val range_defer_token(Builder *s) { return var_load(s, s->range->defers); }

void return_from_range_body(Builder *s) { stop(s, ExitReturn); }

typedef struct Search {
    const Node *wanted;
    bool found;
} Search;

static bool look_for(Node *n, void *data)
{
    Search *x = data;
    x->found = x->found || n == x->wanted;
    return !x->found;
}

static bool contains(Node *body, const Node *n)
{
    Search x = {n, false};
    node_walk(body, look_for, &x);
    return x.found;
}

bool leave_range_body(Builder *s, Token op, const Node *target)
{
    if (op == TokGoto) {
        if (contains(s->range->loop->range.body, target))
            return false;
    } else {
        for (Target *t = s->targets; t; t = t->outer)
            if (t->stmt == target)
                return false;
    }
    stop(s, exit_number(s->range, op, target));
    return true;
}

static void assign_params(Builder *s, Node *n, const Val *args)
{
    for (uint32_t i = 0; i < n->range.lhs.n; i++) {
        Node *x = n->range.lhs.at[i];
        if (!x || node_is_blank(x))
            continue;
        mark_pos(s, x);
        if (n->range.define && x->obj && x->obj->decl_name == x)
            declare_init(s, x->obj, convert_assign(s, args[i], x->obj->type, x));
        else
            assign(s, x, args[i]);
    }
}

/* A variable that debuggers look for: the body that a loop passes has its context, by which they know the frame
 * of the loop among those of the same function. */
static void name_yield(Builder *s, const RangeBody *r, Val body)
{
    if (!s->ir->debug_vars)
        return;
    TypesCtx *c = s->ir->types;
    const char *name = arena_printf(s->arena, "#yield%d", ++r->results->nyields);
    Object *v = new_var(c, s->ir->pkg, intern_str(c->names, name), body.t, 0, VarLocal);
    v->var.owner = s->info;
    declare_init(s, v, body);
}

static void build_range_body(Builder *s, void *arg)
{
    RangeBody *r = arg;
    FuncVars *f = r->f;
    Node *n = r->loop;
    s->info = f;
    s->range = r;
    s->f->pos = s->pos = n->pos;
    s->f->node = s->node = n->id;
    s->abi = abi_of(s->arena, NULL, f->sig, SsaABIInternal);
    s->f->args_size = s->abi->args_size;
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    Type *results = r->results->sig->func.results;
    s->results = results->tuple.vars;
    s->nresults = (int)results->tuple.n;
    Val args[2];
    func_params(s, NULL, args);
    func_results(s);
    load_captures(s);
    debug_closure_ptr(s);
    Value *state = var_load(s, r->state).v[0];
    range_panic(s, op2(s, OpNeq64, ValBool, state, int64_const(s, StateReady)), state);
    set_int(s, r->state, StatePanic);
    assign_params(s, n, args);
    Block *brk = new_block(s), *cont = new_block(s);
    Target t;
    loop_enter(s, &t, n, brk, cont);
    stmt(s, n->range.body);
    jump(s, cont);
    loop_leave(s, &t);
    start_block(s, cont);
    s->pos = n->range.body->block.rbrace;
    if (s->b) {
        set_int(s, r->state, StateReady);
        return_bool(s, true);
    }
    start_block(s, brk);
    if (s->b) {
        set_int(s, r->state, StateDone);
        return_bool(s, false);
    }
}

/* ---- the loop ---- */

/* A branch from here that a body below asked for. */
static void branch_to(Builder *s, const Exit *e, Object *next)
{
    if (s->range && leave_range_body(s, e->op, e->target))
        return;
    set_int(s, next, 0);
    if (e->op == TokGoto) {
        jump(s, label_block(s, e->target));
        return;
    }
    for (Target *t = s->targets; t; t = t->outer) {
        if (t->stmt == e->target) {
            jump(s, e->op == TokBreak ? t->brk : t->cont);
            return;
        }
    }
}

/* What the body asked for on its way out. */
static void dispatch(Builder *s, const RangeBody *r, const Leaving *l)
{
    Block *done = new_block(s);
    if (l->returns) {
        Block *ret = new_block(s), *more = new_block(s);
        branch(s, is_int(s, r->next, ExitReturn), ret, more, HintNone);
        start_block(s, ret);
        if (s->range)
            stop(s, ExitReturn);
        else
            return_results(s);
        start_block(s, more);
    }
    for (int i = 0; i < l->n && s->b; i++) {
        Block *leave = new_block(s), *more = new_block(s);
        int number = exit_number(r, l->exits[i].op, l->exits[i].target);
        branch(s, is_int(s, r->next, number), leave, more, HintNone);
        start_block(s, leave);
        branch_to(s, &l->exits[i], r->next);
        start_block(s, more);
    }
    jump(s, done);
    start_block(s, done);
}

void range_func(Builder *s, Node *n)
{
    Ir *ir = s->ir;
    Type *int_type = ir->types->basic[KindInt];
    RangeBody *r = NEW(ir->arena, RangeBody);
    *r = (RangeBody){.f = range_info(ir->types, n), .loop = n, .outer = s->range};
    Leaving l = leaving(s, n);
    if (s->range) {
        r->next = s->range->next;
        r->defers = s->range->defers;
        r->exits = s->range->exits;
        r->nexits = s->range->nexits;
        r->results = s->range->results;
    } else {
        Leaving all = {0};
        int branches = 0;
        node_walk(n->range.body, count_branches, &branches);
        all.exits = NEW_ARRAY(ir->arena, Exit, branches + 1);
        node_walk(n->range.body, collect_all, &all);
        r->exits = all.exits;
        r->nexits = all.n;
        r->results = s->info;
        r->next = hidden_var(s, s->info, "#next", int_type);
        declare_zero(s, r->next);
        if (defers(r->f)) {
            Value *token[2];
            runtime_call(s, "deferrangefunc", 0, NULL, 2, token);
            defer_branch(s);
            r->defers = hidden_var(s, s->info, "#defers", ir->types->empty_iface);
            declare_init(s, r->defers, val_pair(r->defers->type, token[0], token[1]));
        }
    }
    r->state = hidden_var(s, s->info, "#state", int_type);
    Val fn = expr(s, n->range.x);
    mark_pos(s, n);
    declare_init(s, r->state, val_scalar(r->state->type, int64_const(s, StateReady)));
    capture(ir, r->f, r->state);
    capture(ir, r->f, r->next);
    if (r->defers)
        capture(ir, r->f, r->defers);
    Type *sig = type_under(n->range.x->type), *yield = sig->func.params->tuple.vars[0]->type;
    Val arg = val_scalar(yield, closure_value(s, r->f, build_range_body, r, on_heap(n)));
    name_yield(s, r, arg);
    Callee c = {.abi = SsaABIInternal, .sig = sig, .context = fn.v[0]};
    call_callee(s, &c, &arg, NULL);
    s->pos = n->range.body->block.rbrace;
    range_panic(s, is_int(s, r->state, StatePanic), int64_const(s, StateMissingPanic));
    set_int(s, r->state, StateExhausted);
    dispatch(s, r, &l);
}
