/* print.c - the tree as Go text.
 *
 * Two forms: short, on one line, as gc quotes expressions in messages (function
 * bodies and the elements of composite literals become an ellipsis), and full,
 * which parses to the same tree. */
#include <string.h>

#include "syntax.h"

typedef struct Printer {
    Buf *out;
    bool full;
    int indent;
} Printer;

static void print(Printer *p, const Node *n);

static void word(Printer *p, const char *s) { buf_puts(p->out, s); }

static void newline(Printer *p)
{
    buf_putc(p->out, '\n');
    for (int i = 0; i < p->indent; i++)
        buf_putc(p->out, '\t');
}

static void print_list(Printer *p, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        if (i > 0)
            word(p, ", ");
        print(p, list.at[i]);
    }
}

/* ---- fields ---- */

/* `a, b T`: the type follows the last name that shares it. */
static bool type_follows(NodeList list, uint32_t i) { return i + 1 == list.n || !list.at[i + 1]->field.same_type; }

static void print_params(Printer *p, NodeList list, const char *open, const char *close)
{
    word(p, open);
    for (uint32_t i = 0; i < list.n; i++) {
        const Node *f = list.at[i];
        if (i > 0)
            word(p, ", ");
        if (f->field.name)
            print(p, f->field.name);
        if (f->field.name && !type_follows(list, i))
            continue;
        if (f->field.name)
            word(p, " ");
        print(p, f->field.type);
    }
    word(p, close);
}

static void print_tparams(Printer *p, NodeList list)
{
    if (list.n == 0)
        return;
    /* [P *T] would read as an array length: a comma makes it a list. */
    print_params(p, list, "[", list.n == 1 && p->full ? ",]" : "]");
}

static void print_signature(Printer *p, const Node *type)
{
    print_params(p, type->functype.params, "(", ")");
    NodeList results = type->functype.results;
    if (results.n == 0)
        return;
    word(p, " ");
    if (results.n == 1 && !results.at[0]->field.name)
        print(p, results.at[0]->field.type);
    else
        print_params(p, results, "(", ")");
}

static void print_struct_fields(Printer *p, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        const Node *f = list.at[i];
        if (f->field.name) {
            print(p, f->field.name);
            if (!type_follows(list, i)) {
                word(p, ", ");
                continue;
            }
            word(p, " ");
        }
        print(p, f->field.type);
        if (f->field.tag) {
            word(p, " ");
            print(p, f->field.tag);
        }
        if (i + 1 < list.n)
            word(p, "; ");
    }
}

static void print_interface_elems(Printer *p, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        const Node *f = list.at[i];
        if (i > 0)
            word(p, "; ");
        if (f->field.name) {
            print(p, f->field.name);
            print_signature(p, f->field.type);
        } else {
            print(p, f->field.type);
        }
    }
}

/* ---- expressions and types ---- */

static void print_elems(Printer *p, const Node *n)
{
    word(p, "{");
    if (p->full)
        print_list(p, n->complit.elems);
    else if (n->complit.elems.n > 0)
        word(p, "…");
    word(p, "}");
}

static void print_body(Printer *p, const Node *body)
{
    if (p->full)
        print(p, body);
    else
        word(p, body->block.stmts.n > 0 ? "{…}" : "{}");
}

static void print_slice(Printer *p, const Node *n)
{
    print(p, n->slice.x);
    word(p, "[");
    print(p, n->slice.lo);
    word(p, ":");
    print(p, n->slice.hi);
    if (n->slice.full) {
        word(p, ":");
        print(p, n->slice.max);
    }
    word(p, "]");
}

/* chan (<-chan T) needs its parentheses: the arrow would move. */
static void print_chan(Printer *p, const Node *n)
{
    static const char *const words[] = {"chan ", "chan<- ", "<-chan "};
    const Node *elem = n->chantype.elem;
    bool paren = n->chantype.dir == ChanBoth && elem->kind == NodeChanType && elem->chantype.dir == ChanRecvOnly;
    word(p, words[n->chantype.dir]);
    word(p, paren ? "(" : "");
    print(p, elem);
    word(p, paren ? ")" : "");
}

static void print_unary(Printer *p, const Node *n, const char *op)
{
    word(p, op);
    print(p, n);
}

static void print_expr(Printer *p, const Node *n)
{
    switch ((NodeKind)n->kind) {
    case NodeBad: word(p, "<bad expr>"); break;
    case NodeName: word(p, n->name.text); break;
    case NodeBasicLit: buf_write(p->out, n->lit.text, n->lit.size); break;
    case NodeCompositeLit:
        print(p, n->complit.type);
        print_elems(p, n);
        break;
    case NodeKeyValue:
        print(p, n->keyvalue.key);
        print_unary(p, n->keyvalue.value, ": ");
        break;
    case NodeFuncLit:
        print(p, n->funclit.type);
        word(p, " ");
        print_body(p, n->funclit.body);
        break;
    case NodeParen:
        print_unary(p, n->paren.x, "(");
        word(p, ")");
        break;
    case NodeSelector:
        print(p, n->select.x);
        print_unary(p, n->select.sel, ".");
        break;
    case NodeIndex:
        print(p, n->index.x);
        word(p, "[");
        print_list(p, n->index.indices);
        word(p, "]");
        break;
    case NodeSlice: print_slice(p, n); break;
    case NodeTypeAssert:
        print(p, n->assert.x);
        print_unary(p, n->assert.type, ".(");
        word(p, ")");
        break;
    case NodeTypeSwitchGuard:
        if (n->guard.name) {
            print(p, n->guard.name);
            word(p, " := ");
        }
        print(p, n->guard.x);
        word(p, ".(type)");
        break;
    case NodeCall:
        print(p, n->call.fun);
        word(p, "(");
        print_list(p, n->call.args);
        word(p, n->call.dots ? "...)" : ")");
        break;
    case NodeUnary: print_unary(p, n->unary.x, tok_text[n->op]); break;
    case NodeStar: print_unary(p, n->star.x, "*"); break;
    case NodeBinary:
        print(p, n->binary.x);
        buf_printf(p->out, " %s ", tok_text[n->op]);
        print(p, n->binary.y);
        break;
    case NodeArrayType:
        word(p, "[");
        if (n->array.len)
            print(p, n->array.len);
        else
            word(p, "...");
        print_unary(p, n->array.elem, "]");
        break;
    case NodeSliceType: print_unary(p, n->slicetype.elem, "[]"); break;
    case NodeDotsType: print_unary(p, n->dotstype.elem, "..."); break;
    case NodeStructType:
        word(p, "struct{");
        print_struct_fields(p, n->structtype.fields);
        word(p, "}");
        break;
    case NodeInterfaceType:
        word(p, "interface{");
        print_interface_elems(p, n->iface.elems);
        word(p, "}");
        break;
    case NodeFuncType:
        word(p, "func");
        print_signature(p, n);
        break;
    case NodeMapType:
        print_unary(p, n->maptype.key, "map[");
        print_unary(p, n->maptype.value, "]");
        break;
    case NodeChanType: print_chan(p, n); break;
    default: break;
    }
}

/* ---- declarations ---- */

static void print_names_type_values(Printer *p, NodeList names, const Node *type, NodeList values)
{
    print_list(p, names);
    if (type) {
        word(p, " ");
        print(p, type);
    }
    if (values.n > 0) {
        word(p, " = ");
        print_list(p, values);
    }
}

/* Without the keyword, which may stand before a group. */
static void print_spec(Printer *p, const Node *n)
{
    switch (n->kind) {
    case NodeImportDecl:
        if (n->import.name) {
            print(p, n->import.name);
            word(p, " ");
        }
        print(p, n->import.path);
        break;
    case NodeConstDecl: print_names_type_values(p, n->constdecl.names, n->constdecl.type, n->constdecl.values); break;
    case NodeVarDecl: print_names_type_values(p, n->vardecl.names, n->vardecl.type, n->vardecl.values); break;
    case NodeTypeDecl:
        print(p, n->typedecl.name);
        print_tparams(p, n->typedecl.tparams);
        word(p, n->typedecl.alias ? " = " : " ");
        print(p, n->typedecl.type);
        break;
    default: break;
    }
}

static void print_func_decl(Printer *p, const Node *n)
{
    word(p, "func ");
    if (n->func.recv) {
        NodeList recv = {(Node *[]){n->func.recv}, 1};
        print_params(p, recv, "(", ") ");
    }
    print(p, n->func.name);
    print_tparams(p, n->func.tparams);
    print_signature(p, n->func.type);
    if (n->func.body) {
        word(p, " ");
        print(p, n->func.body);
    }
}

static uint32_t group_of(const Node *n)
{
    switch (n->kind) {
    case NodeImportDecl: return n->import.group;
    case NodeConstDecl: return n->constdecl.group;
    case NodeTypeDecl: return n->typedecl.group;
    case NodeVarDecl: return n->vardecl.group;
    default: return 0;
    }
}

static const char *keyword_of(const Node *n)
{
    switch (n->kind) {
    case NodeImportDecl: return "import ";
    case NodeConstDecl: return "const ";
    case NodeTypeDecl: return "type ";
    default: return "var ";
    }
}

/* Declarations one after the other, groups in parentheses. */
static void print_decls(Printer *p, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        const Node *n = list.at[i];
        uint32_t group = group_of(n);
        bool first = i == 0 || group == 0 || group_of(list.at[i - 1]) != group;
        bool last = i + 1 == list.n || group == 0 || group_of(list.at[i + 1]) != group;
        if (i > 0 && first)
            newline(p);
        if (n->kind == NodeFuncDecl) {
            print_func_decl(p, n);
            continue;
        }
        if (first) {
            word(p, keyword_of(n));
            word(p, group ? "(" : "");
            p->indent += group != 0;
        }
        if (group)
            newline(p);
        print_spec(p, n);
        if (last && group) {
            p->indent--;
            newline(p);
            word(p, ")");
        }
    }
}

/* ---- statements ---- */

static void print_stmts(Printer *p, NodeList list)
{
    p->indent++;
    for (uint32_t i = 0; i < list.n; i++) {
        newline(p);
        print(p, list.at[i]);
    }
    p->indent--;
}

static void print_block(Printer *p, const Node *n)
{
    word(p, "{");
    print_stmts(p, n->block.stmts);
    newline(p);
    word(p, "}");
}

/* keyword init; cond; post of the control statements. */
static void print_header(Printer *p, const char *keyword, const Node *init, const Node *cond)
{
    word(p, keyword);
    word(p, " ");
    if (init) {
        print(p, init);
        word(p, "; ");
    }
    if (cond) {
        print(p, cond);
        word(p, " ");
    }
}

static void print_for(Printer *p, const Node *n)
{
    word(p, "for ");
    if (n->for_stmt.init || n->for_stmt.post) {
        print(p, n->for_stmt.init);
        word(p, "; ");
        print(p, n->for_stmt.cond);
        word(p, "; ");
        print(p, n->for_stmt.post);
        word(p, " ");
    } else if (n->for_stmt.cond) {
        print(p, n->for_stmt.cond);
        word(p, " ");
    }
    print(p, n->for_stmt.body);
}

static void print_range(Printer *p, const Node *n)
{
    word(p, "for ");
    if (n->range.lhs.n > 0) {
        print_list(p, n->range.lhs);
        word(p, n->range.define ? " := " : " = ");
    }
    word(p, "range ");
    print(p, n->range.x);
    word(p, " ");
    print(p, n->range.body);
}

static void print_clauses(Printer *p, NodeList clauses)
{
    word(p, "{");
    for (uint32_t i = 0; i < clauses.n; i++) {
        newline(p);
        print(p, clauses.at[i]);
    }
    newline(p);
    word(p, "}");
}

static void print_assign(Printer *p, const Node *n)
{
    print_list(p, n->assign.lhs);
    buf_printf(p->out, " %s%s ", tok_text[n->op], n->assign.define ? ":=" : "=");
    print_list(p, n->assign.rhs);
}

static void print_stmt(Printer *p, const Node *n)
{
    switch ((NodeKind)n->kind) {
    case NodeEmptyStmt: word(p, n->empty.implicit || !p->full ? "" : ";"); break;
    case NodeLabeledStmt:
        print(p, n->labeled.label);
        word(p, ":");
        newline(p);
        print(p, n->labeled.stmt);
        break;
    case NodeBlockStmt: print_block(p, n); break;
    case NodeExprStmt: print(p, n->exprstmt.x); break;
    case NodeSendStmt:
        print(p, n->send.chan);
        print_unary(p, n->send.value, " <- ");
        break;
    case NodeDeclStmt:
        if (n->declstmt.decls.n == 0)
            word(p, "var ()");
        print_decls(p, n->declstmt.decls);
        break;
    case NodeAssignStmt: print_assign(p, n); break;
    case NodeIncDecStmt:
        print(p, n->incdec.x);
        buf_printf(p->out, "%s%s", tok_text[n->op], tok_text[n->op]);
        break;
    case NodeBranchStmt:
        word(p, tok_text[n->op]);
        if (n->branch.label)
            print_unary(p, n->branch.label, " ");
        break;
    case NodeGoStmt: print_unary(p, n->go_stmt.call, "go "); break;
    case NodeDeferStmt: print_unary(p, n->defer_stmt.call, "defer "); break;
    case NodeReturnStmt:
        word(p, n->return_stmt.results.n > 0 ? "return " : "return");
        print_list(p, n->return_stmt.results);
        break;
    case NodeIfStmt:
        print_header(p, "if", n->if_stmt.init, n->if_stmt.cond);
        print(p, n->if_stmt.then);
        if (n->if_stmt.els)
            print_unary(p, n->if_stmt.els, " else ");
        break;
    case NodeForStmt: print_for(p, n); break;
    case NodeRangeStmt: print_range(p, n); break;
    case NodeSwitchStmt:
        print_header(p, "switch", n->switch_stmt.init, n->switch_stmt.tag);
        print_clauses(p, n->switch_stmt.clauses);
        break;
    case NodeTypeSwitchStmt:
        print_header(p, "switch", n->type_switch.init, n->type_switch.guard);
        print_clauses(p, n->type_switch.clauses);
        break;
    case NodeSelectStmt:
        word(p, "select ");
        print_clauses(p, n->select_stmt.clauses);
        break;
    case NodeCaseClause:
        word(p, n->clause.is_default ? "default" : "case ");
        print_list(p, n->clause.values);
        word(p, ":");
        print_stmts(p, n->clause.body);
        break;
    case NodeCommClause:
        word(p, n->comm.comm ? "case " : "default");
        print(p, n->comm.comm);
        word(p, ":");
        print_stmts(p, n->comm.body);
        break;
    default: break;
    }
}

static void print_file(Printer *p, const Node *n)
{
    word(p, "package ");
    print(p, n->file.name);
    newline(p);
    print_decls(p, n->file.decls);
    newline(p);
}

static void print(Printer *p, const Node *n)
{
    if (!n)
        return;
    switch (node_info[n->kind].class) {
    case ClassNone: return;
    case ClassExpr: print_expr(p, n); return;
    case ClassStmt: print_stmt(p, n); return;
    case ClassDecl: break;
    }
    if (n->kind == NodeFile) {
        print_file(p, n);
    } else if (n->kind == NodeFuncDecl) {
        print_func_decl(p, n);
    } else if (n->kind == NodeField) {
        NodeList one = {(Node *[]){(Node *)(uintptr_t)n}, 1};
        print_params(p, one, "", "");
    } else {
        word(p, keyword_of(n));
        print_spec(p, n);
    }
}

void print_go(Buf *out, const Node *n)
{
    Printer p = {.out = out};
    print(&p, n);
}

void print_source(Buf *out, const Node *n)
{
    Printer p = {.out = out, .full = true};
    print(&p, n);
}

const char *expr_string(Arena *a, const Node *n)
{
    Buf b = {0};
    print_go(&b, n);
    const char *text = arena_strndup(a, b.data ? b.data : "", b.len);
    buf_free(&b);
    return text;
}
