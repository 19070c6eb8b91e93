/* return.c - terminating statements (spec: "Terminating statements"). */
#include "check.h"

/* Whether some break inside s leaves target. */
typedef struct BreakSearch {
    const Node *target;
    bool found;
} BreakSearch;

static bool find_break(Node *n, void *data)
{
    BreakSearch *s = data;
    if (n->kind == NodeBranchStmt && n->op == TokBreak && n->branch.target == s->target)
        s->found = true;
    return !s->found && node_info[n->kind].class == ClassStmt; /* expressions hold no statements of this function */
}

static bool has_break(Node *s)
{
    BreakSearch b = {s, false};
    node_walk(s, find_break, &b);
    return b.found;
}

bool is_terminating_list(NodeList list)
{
    uint32_t n = list.n;
    while (n > 0 && list.at[n - 1]->kind == NodeEmptyStmt)
        n--;
    return n > 0 && is_terminating(list.at[n - 1], NULL);
}

static bool clause_terminates(NodeList body)
{
    uint32_t n = body.n;
    while (n > 0 && body.at[n - 1]->kind == NodeEmptyStmt)
        n--;
    if (n > 0 && body.at[n - 1]->kind == NodeBranchStmt && body.at[n - 1]->op == TokFallthrough)
        return true;
    return is_terminating_list(body);
}

static bool switch_terminates(Node *s, NodeList clauses)
{
    bool has_default = false;
    for (uint32_t i = 0; i < clauses.n; i++) {
        has_default |= clauses.at[i]->clause.is_default;
        if (!clause_terminates(clauses.at[i]->clause.body))
            return false;
    }
    return has_default && !has_break(s);
}

static bool is_panic(Node *x)
{
    x = unparen(x);
    return x->kind == NodeCall && x->call.kind == CallBuiltin && x->call.builtin == BuiltinPanic;
}

bool is_terminating(Node *s, Node *label)
{
    (void)label;
    switch (s->kind) {
    case NodeReturnStmt:
        return true;
    case NodeBranchStmt:
        return s->op == TokGoto;
    case NodeExprStmt:
        return is_panic(s->exprstmt.x);
    case NodeBlockStmt:
        return is_terminating_list(s->block.stmts);
    case NodeIfStmt:
        return s->if_stmt.els && is_terminating(s->if_stmt.then, NULL) && is_terminating(s->if_stmt.els, NULL);
    case NodeForStmt:
        return !s->for_stmt.cond && !has_break(s);
    case NodeSwitchStmt:
        return switch_terminates(s, s->switch_stmt.clauses);
    case NodeTypeSwitchStmt:
        return switch_terminates(s, s->type_switch.clauses);
    case NodeSelectStmt:
        for (uint32_t i = 0; i < s->select_stmt.clauses.n; i++) {
            if (!is_terminating_list(s->select_stmt.clauses.at[i]->comm.body))
                return false;
        }
        return !has_break(s);
    case NodeLabeledStmt:
        return is_terminating(s->labeled.stmt, s->labeled.label);
    default:
        return false;
    }
}
