/* tokens.h - the tokens of Go, one row each; include with TOK defined.
 *
 * Syntax-tree operators (Node.op) are tokens too: TokAdd in `x + y`, `+x` and
 * `x += y`; TokAnd in `x & y` and `&x`.
 *
 *  name        text          binary precedence (spec: "Operator precedence"), 0: not a binary operator */
#ifdef TOK
TOK(None,       "",            0)
TOK(EOF,        "EOF",         0)

/* Literals and names. */
TOK(Name,       "name",        0)
TOK(Literal,    "literal",     0)

/* Operators. */
TOK(OrOr,       "||",          1)
TOK(AndAnd,     "&&",          2)
TOK(Eql,        "==",          3)
TOK(Neq,        "!=",          3)
TOK(Lss,        "<",           3)
TOK(Leq,        "<=",          3)
TOK(Gtr,        ">",           3)
TOK(Geq,        ">=",          3)
TOK(Add,        "+",           4)
TOK(Sub,        "-",           4)
TOK(Or,         "|",           4)
TOK(Xor,        "^",           4)
TOK(Mul,        "*",           5)
TOK(Div,        "/",           5)
TOK(Rem,        "%",           5)
TOK(And,        "&",           5)
TOK(AndNot,     "&^",          5)
TOK(Shl,        "<<",          5)
TOK(Shr,        ">>",          5)
TOK(Not,        "!",           0)
TOK(Tilde,      "~",           0)
TOK(Arrow,      "<-",          0)
TOK(AssignOp,   "op=",         0) /* the operator is in Scanner.op */
TOK(IncOp,      "opop",        0) /* ++ or --: op is TokAdd or TokSub */
TOK(Assign,     "=",           0)
TOK(Define,     ":=",          0)

/* Delimiters. */
TOK(Lparen,     "(",           0)
TOK(Lbrack,     "[",           0)
TOK(Lbrace,     "{",           0)
TOK(Rparen,     ")",           0)
TOK(Rbrack,     "]",           0)
TOK(Rbrace,     "}",           0)
TOK(Comma,      ",",           0)
TOK(Semi,       ";",           0)
TOK(Colon,      ":",           0)
TOK(Dot,        ".",           0)
TOK(DotDotDot,  "...",         0)

/* Keywords, in alphabetical order. */
TOK(Break,      "break",       0)
TOK(Case,       "case",        0)
TOK(Chan,       "chan",        0)
TOK(Const,      "const",       0)
TOK(Continue,   "continue",    0)
TOK(Default,    "default",     0)
TOK(Defer,      "defer",       0)
TOK(Else,       "else",        0)
TOK(Fallthrough, "fallthrough", 0)
TOK(For,        "for",         0)
TOK(Func,       "func",        0)
TOK(Go,         "go",          0)
TOK(Goto,       "goto",        0)
TOK(If,         "if",          0)
TOK(Import,     "import",      0)
TOK(Interface,  "interface",   0)
TOK(Map,        "map",         0)
TOK(Package,    "package",     0)
TOK(Range,      "range",       0)
TOK(Return,     "return",      0)
TOK(Select,     "select",      0)
TOK(Struct,     "struct",      0)
TOK(Switch,     "switch",      0)
TOK(Type,       "type",        0)
TOK(Var,        "var",         0)
#undef TOK
#endif
