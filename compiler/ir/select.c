/* select.c - select statements.
 *
 * An empty select blocks for ever; one case alone is the operation itself; one
 * case with a default is a non-blocking operation; anything else asks
 * selectgo, which wants the sends first, then the receives, as pairs of
 * channel and address. */
#include "compiler/ir/ir.h"

typedef struct SelectCase {
    Node *clause;  /* CommClause */
    Node *recv;    /* the Unary <- of a receive; NULL: a send */
    Val chan;
    Value *addr;   /* of the value sent or received */
    Type *elem;
    int number;    /* as selectgo counts */
} SelectCase;

static Node *recv_of(Node *comm)
{
    switch (comm->kind) {
    case NodeExprStmt: return unparen(comm->exprstmt.x);
    case NodeAssignStmt: return unparen(comm->assign.rhs.at[0]);
    default: return NULL;
    }
}

static void evaluate(Builder *s, SelectCase *c)
{
    Node *comm = c->clause->comm.comm;
    mark_pos(s, comm);
    c->recv = recv_of(comm);
    Node *ch = c->recv ? c->recv->unary.x : comm->send.chan;
    c->chan = expr(s, ch);
    c->elem = type_under(ch->type)->chan.elem;
    if (!c->recv) {
        Val v = expr_to(s, comm->send.value, c->elem);
        Local *tmp = new_temp(s, c->elem);
        tmp->addrtaken = true;
        c->addr = local_addr(s, tmp);
        val_store(s, c->addr, val_retype(v, c->elem));
        return;
    }
    Local *tmp = new_temp(s, c->elem);
    tmp->addrtaken = true;
    c->addr = local_addr(s, tmp);
    zero_mem(s, c->addr, c->elem);
}

static void receive_into(Builder *s, SelectCase *c, Value *ok)
{
    Node *comm = c->clause->comm.comm;
    if (!c->recv || comm->kind != NodeAssignStmt)
        return;
    Val vals[2] = {val_load(s, c->elem, c->addr), val_scalar(s->ir->types->basic[KindBool], ok)};
    for (uint32_t i = 0; i < comm->assign.lhs.n; i++) {
        Node *x = comm->assign.lhs.at[i];
        if (node_is_blank(x))
            continue;
        if (comm->assign.define && x->obj && x->obj->decl_name == x)
            declare_init(s, x->obj, convert_assign(s, vals[i], x->obj->type, x));
        else
            assign(s, x, vals[i]);
    }
}

static void body(Builder *s, Node *clause, Block *done)
{
    stmt_list(s, clause->comm.body);
    jump(s, done);
}

static void one_case(Builder *s, SelectCase *c, Node *fallback, Block *done)
{
    evaluate(s, c);
    Value *out[2] = {NULL, bool_const(s, true)};
    if (!fallback) {
        if (c->recv)
            out[1] = rt_call(s, "chanrecv2", 2, c->chan.v[0], c->addr);
        else
            rt_call(s, "chansend1", 2, c->chan.v[0], c->addr);
    } else {
        Value *recv_args[2] = {c->addr, c->chan.v[0]};
        Value *send_args[2] = {c->chan.v[0], c->addr};
        if (c->recv)
            runtime_call(s, "selectnbrecv", 2, recv_args, 2, out);
        else
            out[0] = runtime_call(s, "selectnbsend", 2, send_args, 1, out);
        Block *yes = new_block(s), *no = new_block(s);
        branch(s, out[0], yes, no, HintNone);
        start_block(s, no);
        body(s, fallback, done);
        start_block(s, yes);
    }
    receive_into(s, c, out[1]);
    body(s, c->clause, done);
}

static void general(Builder *s, Node *stmt, SelectCase *cases, int n, Node *fallback, Block *done)
{
    TypesCtx *c = s->ir->types;
    int nsends = 0, next_recv, next_send = 0;
    for (int i = 0; i < n; i++) {
        evaluate(s, &cases[i]);
        nsends += !cases[i].recv;
    }
    next_recv = nsends;
    mark_pos(s, stmt); /* the call of selectgo is where it waits */
    Type *scases = new_array(c, new_array(c, c->basic[KindUnsafePointer], 2), n);
    Local *list = new_temp(s, scases), *order = new_temp(s, new_array(c, c->basic[KindUint16], 2 * n));
    list->addrtaken = order->addrtaken = true;
    zero_mem(s, local_addr(s, list), scases);
    for (int i = 0; i < n; i++) {
        cases[i].number = cases[i].recv ? next_recv++ : next_send++;
        Value *at = offset(s, local_addr(s, list), 16 * cases[i].number);
        store_scalar(s, at, cases[i].chan.v[0]);
        store_scalar(s, offset(s, at, 8), cases[i].addr);
    }
    Value *args[6] = {local_addr(s, list), local_addr(s, order), nil_const(s), int64_const(s, nsends),
                      int64_const(s, n - nsends), bool_const(s, !fallback)};
    Value *out[2];
    runtime_call(s, "selectgo", 6, args, 2, out);
    if (fallback) {
        Block *none = new_block(s), *some = new_block(s);
        branch(s, op2(s, OpLess64, ValBool, out[0], int64_const(s, 0)), none, some, HintNone);
        start_block(s, none);
        body(s, fallback, done);
        start_block(s, some);
    }
    for (int i = 0; i < n; i++) {
        Block *next = NULL;
        if (i + 1 < n) {
            Block *hit = new_block(s);
            next = new_block(s);
            branch(s, op2(s, OpEq64, ValBool, out[0], int64_const(s, cases[i].number)), hit, next, HintNone);
            start_block(s, hit);
        }
        receive_into(s, &cases[i], out[1]);
        body(s, cases[i].clause, done);
        if (next)
            start_block(s, next);
    }
}

void select_stmt(Builder *s, Node *n)
{
    NodeList clauses = n->select_stmt.clauses;
    SelectCase *cases = NEW_ARRAY(s->arena, SelectCase, clauses.n + 1);
    int count = 0;
    Node *fallback = NULL;
    for (uint32_t i = 0; i < clauses.n; i++) {
        if (clauses.at[i]->comm.comm)
            cases[count++].clause = clauses.at[i];
        else
            fallback = clauses.at[i];
    }
    Block *done = new_block(s);
    Target t;
    loop_enter(s, &t, n, done, NULL);
    if (count == 0 && fallback) {
        body(s, fallback, done);
    } else if (count == 0) {
        rt_call(s, "block", 0);
        exit_block(s);
    } else if (count == 1) {
        one_case(s, &cases[0], fallback, done);
    } else {
        general(s, n, cases, count, fallback, done);
    }
    loop_leave(s, &t);
    start_block(s, done);
}
