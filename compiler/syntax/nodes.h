/* nodes.h - the kinds of syntax-tree nodes, one row each; include with NODE
 * (and F) defined.
 *
 * A row says: kind, union member of struct Node, class, what it stands for, and
 * its fields in the order of the text.  The class is one of
 *   Expr  expressions and types (one class: the parser cannot always tell)
 *   Decl  declarations and their parts
 *   Stmt  statements and their parts
 * A field is F(member, type, name) with type
 *   Node  a child                  Opt   a child or NULL       List  a NodeList
 *   Str   an interned name or text  Bool  Op (a token)  Int
 *   Pos   the position of a token inside the construct
 * Dumps, read-back, copying and walking all read this table, so a new kind is
 * one row here and one struct in ast.h. */
#ifdef NODE
/* Expressions. */
NODE(Bad,        bad,        Expr, "placeholder after a syntax error",
     F(bad, Pos, end))
NODE(Name,       name,       Expr, "x",
     F(name, Str, text))
NODE(BasicLit,   lit,        Expr, "1, 2.5, 3i, 'a', \"s\"",
     F(lit, Int, kind) F(lit, Bool, bad) F(lit, Str, text))
NODE(CompositeLit, complit,  Expr, "T{...}",
     F(complit, Opt, type) F(complit, List, elems) F(complit, Pos, rbrace))
NODE(KeyValue,   keyvalue,   Expr, "key: value",
     F(keyvalue, Node, key) F(keyvalue, Node, value))
NODE(FuncLit,    funclit,    Expr, "func(...) {...}",
     F(funclit, Node, type) F(funclit, Node, body))
NODE(Paren,      paren,      Expr, "(x)",
     F(paren, Node, x) F(paren, Pos, rparen))
NODE(Selector,   select,     Expr, "x.Sel",
     F(select, Node, x) F(select, Node, sel))
NODE(Index,      index,      Expr, "x[i], F[T, U]",
     F(index, Node, x) F(index, List, indices) F(index, Pos, rbrack))
NODE(Slice,      slice,      Expr, "x[lo:hi:max]",
     F(slice, Node, x) F(slice, Opt, lo) F(slice, Opt, hi) F(slice, Opt, max) F(slice, Bool, full)
     F(slice, Pos, rbrack))
NODE(TypeAssert, assert,     Expr, "x.(T)",
     F(assert, Node, x) F(assert, Node, type) F(assert, Pos, rparen))
NODE(TypeSwitchGuard, guard, Expr, "v := x.(type)",
     F(guard, Opt, name) F(guard, Node, x) F(guard, Pos, rparen))
NODE(Call,       call,       Expr, "f(args...), T(x)",
     F(call, Node, fun) F(call, List, args) F(call, Bool, dots) F(call, Pos, rparen))
NODE(Unary,      unary,      Expr, "-x &x <-x ~T",
     F(unary, Node, x))
NODE(Star,       star,       Expr, "*x, *T",
     F(star, Node, x))
NODE(Binary,     binary,     Expr, "x + y, T | U",
     F(binary, Node, x) F(binary, Node, y))

/* Types. */
NODE(ArrayType,  array,      Expr, "[n]T, [...]T",
     F(array, Opt, len) F(array, Node, elem))
NODE(SliceType,  slicetype,  Expr, "[]T",
     F(slicetype, Node, elem))
NODE(DotsType,   dotstype,   Expr, "...T",
     F(dotstype, Node, elem))
NODE(StructType, structtype, Expr, "struct {...}",
     F(structtype, List, fields) F(structtype, Pos, rbrace))
NODE(InterfaceType, iface,   Expr, "interface {...}",
     F(iface, List, elems) F(iface, Pos, rbrace))
NODE(FuncType,   functype,   Expr, "func (...) (...)",
     F(functype, List, params) F(functype, List, results) F(functype, Pos, end))
NODE(MapType,    maptype,    Expr, "map[K]V",
     F(maptype, Node, key) F(maptype, Node, value))
NODE(ChanType,   chantype,   Expr, "chan T, chan<- T, <-chan T",
     F(chantype, Int, dir) F(chantype, Node, elem))

/* Declarations. */
NODE(Field,      field,      Decl, "parameter, result, receiver, type parameter, struct field, interface element",
     F(field, Opt, name) F(field, Bool, same_type) F(field, Bool, embedded) F(field, Opt, type) F(field, Opt, tag))
NODE(ImportDecl, import,     Decl, "import name \"path\"",
     F(import, Int, group) F(import, Opt, name) F(import, Opt, path))
NODE(ConstDecl,  constdecl,  Decl, "const a, b T = x, y",
     F(constdecl, Int, group) F(constdecl, Int, iota) F(constdecl, Bool, implicit) F(constdecl, List, names)
     F(constdecl, Opt, type) F(constdecl, List, values))
NODE(TypeDecl,   typedecl,   Decl, "type T[P any] U, type T = U",
     F(typedecl, Int, group) F(typedecl, Node, name) F(typedecl, List, tparams) F(typedecl, Bool, alias)
     F(typedecl, Node, type))
NODE(VarDecl,    vardecl,    Decl, "var a, b T = x, y",
     F(vardecl, Int, group) F(vardecl, List, names) F(vardecl, Opt, type) F(vardecl, List, values))
NODE(FuncDecl,   func,       Decl, "func (r T) f[P any](...) (...) {...}",
     F(func, Opt, recv) F(func, Node, name) F(func, List, tparams) F(func, Node, type) F(func, Opt, body))
NODE(File,       file,       Decl, "a source file",
     F(file, Str, go_version) F(file, Node, name) F(file, List, decls) F(file, Pos, end))

/* Statements. */
NODE(EmptyStmt,  empty,      Stmt, ";",
     F(empty, Bool, implicit))
NODE(LabeledStmt, labeled,   Stmt, "L: stmt",
     F(labeled, Node, label) F(labeled, Node, stmt))
NODE(BlockStmt,  block,      Stmt, "{...}",
     F(block, List, stmts) F(block, Pos, rbrace))
NODE(ExprStmt,   exprstmt,   Stmt, "f()",
     F(exprstmt, Node, x))
NODE(SendStmt,   send,       Stmt, "ch <- x",
     F(send, Node, chan) F(send, Node, value))
NODE(DeclStmt,   declstmt,   Stmt, "var x T inside a function",
     F(declstmt, List, decls))
NODE(AssignStmt, assign,     Stmt, "a, b = x, y; a := x; a += x",
     F(assign, Bool, define) F(assign, List, lhs) F(assign, List, rhs))
NODE(IncDecStmt, incdec,     Stmt, "x++",
     F(incdec, Node, x))
NODE(BranchStmt, branch,     Stmt, "break L, continue L, goto L, fallthrough",
     F(branch, Opt, label))
NODE(GoStmt,     go_stmt,    Stmt, "go f(x)",
     F(go_stmt, Node, call))
NODE(DeferStmt,  defer_stmt, Stmt, "defer f(x)",
     F(defer_stmt, Node, call))
NODE(ReturnStmt, return_stmt, Stmt, "return x, y",
     F(return_stmt, List, results))
NODE(IfStmt,     if_stmt,    Stmt, "if init; cond {...} else ...",
     F(if_stmt, Opt, init) F(if_stmt, Node, cond) F(if_stmt, Node, then) F(if_stmt, Opt, els))
NODE(ForStmt,    for_stmt,   Stmt, "for init; cond; post {...}",
     F(for_stmt, Opt, init) F(for_stmt, Opt, cond) F(for_stmt, Opt, post) F(for_stmt, Node, body))
NODE(RangeStmt,  range,      Stmt, "for a, b := range x {...}",
     F(range, Pos, range_pos) F(range, Pos, assign_pos) F(range, Bool, define) F(range, List, lhs) F(range, Node, x)
     F(range, Node, body))
NODE(SwitchStmt, switch_stmt, Stmt, "switch init; tag {...}",
     F(switch_stmt, Opt, init) F(switch_stmt, Opt, tag) F(switch_stmt, List, clauses) F(switch_stmt, Pos, rbrace))
NODE(TypeSwitchStmt, type_switch, Stmt, "switch init; v := x.(type) {...}",
     F(type_switch, Opt, init) F(type_switch, Node, guard) F(type_switch, List, clauses)
     F(type_switch, Pos, rbrace))
NODE(SelectStmt, select_stmt, Stmt, "select {...}",
     F(select_stmt, List, clauses) F(select_stmt, Pos, rbrace))
NODE(CaseClause, clause,     Stmt, "case x, y: ...; default: ...",
     F(clause, Bool, is_default) F(clause, List, values) F(clause, Pos, colon) F(clause, List, body))
NODE(CommClause, comm,       Stmt, "case v := <-ch: ...; default: ...",
     F(comm, Opt, comm) F(comm, Pos, colon) F(comm, List, body))
#undef NODE
#undef F
#endif
