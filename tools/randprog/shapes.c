/* shapes.c - fixed shapes with random holes.
 *
 * What random statements would hardly meet, or meet undefined: goroutines and
 * channels with one possible outcome, aliases of slices whose capacities are
 * known, jumps, generic functions and types, iterators, the uses of recover.
 * Each is a statement of a function that may change what it likes. */
#include "tools/randprog/randprog.h"

static int number(Gen *g, int from, int to) { return from + (int)below(g, (uint64_t)(to - from + 1)); }

static const char *add(Gen *g, Type *t, const char *value) { return text(g, "@add(%s)", hashed(g, t, value)); }

/* ---- generic declarations ---- */

static const char generic_text[] =
    "\n"
    "type @integer interface {\n"
    "\t~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr\n"
    "}\n"
    "\n"
    "type @number interface {\n"
    "\t@integer | ~float32 | ~float64\n"
    "}\n"
    "\n"
    "func @convert[T, U any](s []T, f func(T) U) []U {\n"
    "\tvar r []U\n"
    "\tfor _, e := range s {\n"
    "\t\tr = append(r, f(e))\n"
    "\t}\n"
    "\treturn r\n"
    "}\n"
    "\n"
    "func @fold[T, A any](s []T, a A, f func(A, T) A) A {\n"
    "\tfor _, e := range s {\n"
    "\t\ta = f(a, e)\n"
    "\t}\n"
    "\treturn a\n"
    "}\n"
    "\n"
    "func @total[T @number](s ...T) (t T) {\n"
    "\tfor _, e := range s {\n"
    "\t\tt += e\n"
    "\t}\n"
    "\treturn\n"
    "}\n"
    "\n"
    "func @index[T comparable](s []T, x T) int {\n"
    "\tfor i := range s {\n"
    "\t\tif s[i] == x {\n"
    "\t\t\treturn i\n"
    "\t\t}\n"
    "\t}\n"
    "\treturn -1\n"
    "}\n"
    "\n"
    "type @stack[T any] struct {\n"
    "\titems []T\n"
    "\tn     int\n"
    "}\n"
    "\n"
    "func (s *@stack[T]) push(x T) *@stack[T] {\n"
    "\ts.items = append(s.items[:s.n:s.n], x)\n"
    "\ts.n++\n"
    "\treturn s\n"
    "}\n"
    "\n"
    "func (s *@stack[T]) pop() (x T, ok bool) {\n"
    "\tif s.n == 0 {\n"
    "\t\treturn\n"
    "\t}\n"
    "\ts.n--\n"
    "\treturn s.items[s.n], true\n"
    "}\n"
    "\n"
    "func (s @stack[T]) all() func(func(int, T) bool) {\n"
    "\treturn func(yield func(int, T) bool) {\n"
    "\t\tfor i, x := range s.items[:s.n] {\n"
    "\t\t\tif !yield(i, x) {\n"
    "\t\t\t\treturn\n"
    "\t\t\t}\n"
    "\t\t}\n"
    "\t}\n"
    "}\n"
    "\n"
    "type @pair[K comparable, V any] struct {\n"
    "\tkey K\n"
    "\tval V\n"
    "}\n"
    "\n"
    "func (p @pair[K, V]) is(k K) bool { return p.key == k }\n"
    "\n"
    "type @tree[T any] struct {\n"
    "\tleft, right *@tree[T]\n"
    "\tval         T\n"
    "}\n"
    "\n"
    "func (t *@tree[T]) insert(x T, less func(a, b T) bool) *@tree[T] {\n"
    "\tif t == nil {\n"
    "\t\treturn &@tree[T]{val: x}\n"
    "\t}\n"
    "\tif less(x, t.val) {\n"
    "\t\tt.left = t.left.insert(x, less)\n"
    "\t} else {\n"
    "\t\tt.right = t.right.insert(x, less)\n"
    "\t}\n"
    "\treturn t\n"
    "}\n"
    "\n"
    "func (t *@tree[T]) walk(yield func(T) bool) bool {\n"
    "\treturn t == nil || t.left.walk(yield) && yield(t.val) && t.right.walk(yield)\n"
    "}\n"
    "\n"
    "func @upto(n int) func(func(int) bool) {\n"
    "\treturn func(yield func(int) bool) {\n"
    "\t\tdefer @add(uint64(n))\n"
    "\t\tfor i := 0; i < n && yield(i); i++ {\n"
    "\t\t}\n"
    "\t}\n"
    "}\n"
    "\n"
    "func @count(n int) func(func(int) bool) {\n"
    "\treturn func(yield func(int) bool) {\n"
    "\t\tfor i := n; i > 0; i-- {\n"
    "\t\t\tif !yield(i) {\n"
    "\t\t\t\tbreak\n"
    "\t\t\t}\n"
    "\t\t}\n"
    "\t}\n"
    "}\n"
    "\n"
    "func @each[T any](s ...T) func(func(int, T) bool) {\n"
    "\treturn func(yield func(int, T) bool) {\n"
    "\t\tfor i := len(s) - 1; i >= 0 && yield(i, s[i]); i-- {\n"
    "\t\t}\n"
    "\t}\n"
    "}\n"
    "\n"
    "func @kind(x any) uint64 {\n"
    "\tswitch x := x.(type) {\n"
    "\tcase nil:\n"
    "\t\treturn 1\n"
    "\tcase int, int8:\n"
    "\t\treturn 2\n"
    "\tcase uint16:\n"
    "\t\treturn uint64(x)\n"
    "\tcase string:\n"
    "\t\treturn @hstr(x)\n"
    "\tcase @iface:\n"
    "\t\treturn x.hash()\n"
    "\tcase error:\n"
    "\t\treturn @hstr(x.Error())\n"
    "\tcase []byte:\n"
    "\t\treturn uint64(len(x))\n"
    "\tcase func() int:\n"
    "\t\treturn uint64(x())\n"
    "\t}\n"
    "\treturn 99\n"
    "}\n"
    "\n"
    "type @failure struct{ code int }\n"
    "\n"
    "func (f *@failure) Error() string { return \"failure\" + string(rune('a'+f.code&15)) }\n";

/* A generic function of random integer arithmetic: the same text for several
 * types. */
static void generic_arithmetic(Gen *g)
{
    static const char *const ops[] = {"+", "-", "*", "&", "|", "^", "&^"};
    line(g, "%s", "");
    line(g, "func @arith[T, U @integer](a, b T, c U) T {");
    g->indent++;
    int n = number(g, 3, 8);
    const char *names[10] = {"a", "b", "T(c)"};
    int known = 3;
    for (int i = 0; i < n && known < 10; i++) {
        const char *x = names[below(g, (uint64_t)known)], *y = names[below(g, (uint64_t)known)], *v = fresh(g, "t");
        switch (below(g, 6)) {
        default:
            line(g, "%s := %s %s %s", v, x, ops[below(g, 7)], y);
            break;
        case 3:
            line(g, "%s := %s %s (%s | 1)", v, x, chance(g, 50) ? "/" : "%", y);
            break;
        case 4:
            line(g, "%s := %s %s (uint8(%s) & 63)", v, x, chance(g, 50) ? "<<" : ">>", y);
            break;
        case 5:
            line(g, "%s := %s / %d", v, x, number(g, 1, 120));
            break;
        }
        line(g, "if %s %s %s {\n\t\t%s %s= %d\n\t}", v, chance(g, 50) ? "<" : ">=", names[below(g, (uint64_t)known)], v, chance(g, 50) ? "+" : "-",
             number(g, 1, 100));
        names[known++] = v;
    }
    line(g, "return %s ^ %s", names[known - 1], names[known - 2]);
    g->indent--;
    line(g, "}");
}

void make_generics(Gen *g)
{
    lines(g, generic_text);
    generic_arithmetic(g);
    int k = number(g, 1, 3);
    lines(g, "\nconst (");
    line(g, "\t@k0 = iota*%d + 1", k);
    line(g, "\t@k1");
    line(g, "\t_");
    line(g, "\t@k3 = 1 << (iota * 3)");
    line(g, "\t@k4 = \"s%d\"", k);
    line(g, "\t@k5 = len(@k4)*iota - %d", number(g, 0, 9));
    line(g, "\t@k6 uint8 = 255 - iota");
    line(g, "\t@k7 = (1<<%d + %d) >> %d", number(g, 64, 200), number(g, 0, 99), 60);
    line(g, ")");
}

/* ---- generics in use ---- */

static void use_arithmetic(Gen *g)
{
    Type *t = int_type(g), *u = int_type(g);
    line(g, "%s", add(g, t, text(g, "%sarith(%s, %s, %s)", g->prefix, varying_expr(g, t, 2), varying_expr(g, t, 2), varying_expr(g, u, 2))));
}

static void use_slices_generic(Gen *g)
{
    Type *t = small_type(g), *u = small_type(g);
    const char *s = fresh(g, "s"), *x = fresh(g, "x");
    line(g, "%s := []%s{%s, %s, %s}", s, t->name, expr(g, t, 2), expr(g, t, 1), expr(g, t, 1));
    declare(g, x, t);
    line(g, "for i, e := range @convert(%s, func(%s %s) %s { return %s }) {", s, x, t->name, u->name, expr(g, u, 2));
    g->nvars--;
    line(g, "\t@add(uint64(i) * (%s))\n\t}", hashed(g, u, "e"));
    line(g, "@add(@fold(%s, %d, func(a uint64, x %s) uint64 { return a*3 + %s }))", s, number(g, 0, 99), t->name, hashed(g, t, "x"));
    if (t->comparable && t->kind != KIface)
        line(g, "@add(uint64(@index(%s, %s)))", s, expr(g, t, 1));
    if (t->kind == KInt || t->kind == KFloat)
        line(g, "%s", add(g, t, text(g, "@total(%s...)", s)));
}

static void use_stack(Gen *g)
{
    Type *t = small_type(g);
    const char *s = fresh(g, "s"), *l = fresh(g, "L");
    line(g, "var %s @stack[%s]", s, t->name);
    line(g, "%s.push(%s).push(%s)", s, expr(g, t, 2), expr(g, t, 1));
    line(g, "for i := range %d {\n\t\t%s.push(%s)\n\t\t_ = i\n\t}", number(g, 1, 4), s, expr(g, t, 1));
    line(g, "%s:\n\tfor i, x := range %s.all() {", l, s);
    line(g, "\tfor j := range @upto(%d) {", number(g, 1, 4));
    line(g, "\t\tif i == %d && j == %d {\n\t\t\t%s %s\n\t\t}", number(g, 0, 3), number(g, 0, 2), chance(g, 50) ? "break" : "continue", l);
    line(g, "\t\tif j == %d {\n\t\t\t%s\n\t\t}", number(g, 0, 3), chance(g, 50) ? "break" : "continue");
    line(g, "\t\t@add(uint64(j) + %s)", hashed(g, t, "x"));
    line(g, "\t}\n\t}");
    line(g, "for %s.n > 0 {\n\t\tx, ok := %s.pop()\n\t\t@add(%s + @hbool(ok))\n\t}", s, s, hashed(g, t, "x"));
}

static void use_tree(Gen *g)
{
    Type *t = chance(g, 70) ? int_type(g) : basic(g, "string");
    const char *r = fresh(g, "r");
    line(g, "var %s *@tree[%s]", r, t->name);
    line(g, "for i := range %d {", number(g, 2, 9));
    if (t->kind == KInt)
        line(g, "\t%s = %s.insert(%s(i*%d%%17), func(a, b %s) bool { return a < b })", r, r, t->name, number(g, 1, 50), t->name);
    else
        line(g, "\t%s = %s.insert(string(rune('a'+i*%d%%7)), func(a, b string) bool { return a > b })", r, r, number(g, 1, 50));
    line(g, "}");
    line(g, "%s.walk(func(x %s) bool {\n\t\t%s\n\t\treturn %s\n\t})", r, t->name, add(g, t, "x"), pure_expr(g, basic(g, "bool"), 1));
}

static void use_pair(Gen *g)
{
    Type *k = int_type(g), *v = small_type(g);
    const char *p = fresh(g, "p");
    line(g, "%s := @pair[%s, %s]{%s, %s}", p, k->name, v->name, expr(g, k, 2), expr(g, v, 2));
    line(g, "@add(@hbool(%s.is(%s)) + %s)", p, expr(g, k, 1), hashed(g, v, text(g, "%s.val", p)));
    if (v->comparable)
        line(g, "@add(@hbool(%s == @pair[%s, %s]{%s.key, %s}))", p, k->name, v->name, p, expr(g, v, 1));
}

/* ---- goroutines and channels ---- */

static void fan_out(Gen *g)
{
    Type *t = small_type(g);
    int n = number(g, 1, 5);
    const char *r = fresh(g, "r"), *w = fresh(g, "w"), *x = pure_expr(g, t, 2);
    line(g, "var %s [%d]%s", r, n, t->name);
    line(g, "var %s sync.WaitGroup", w);
    line(g, "for i := range %s {", r);
    line(g, "\t%s.Add(1)", w);
    line(g, "\tgo func() {\n\t\t\tdefer %s.Done()\n\t\t\t%s[i] = %s\n\t\t}()", w, r, x);
    line(g, "}");
    line(g, "%s.Wait()", w);
    line(g, "for i := range %s {\n\t\t%s\n\t}", r, add(g, t, text(g, "%s[i]", r)));
}

static void pipeline(Gen *g)
{
    Type *t = small_type(g);
    const char *c = fresh(g, "c"), *d = fresh(g, "d");
    int n = number(g, 1, 6);
    line(g, "%s, %s := make(chan %s%s), make(chan uint64%s)", c, d, t->name, chance(g, 50) ? ", 2" : "", chance(g, 50) ? ", 1" : "");
    line(g, "go func() {\n\t\tdefer close(%s)\n\t\tfor range %d {\n\t\t\t%s <- %s\n\t\t}\n\t}()", c, n, c, pure_expr(g, t, 1));
    line(g, "go func() {\n\t\tfor x := range %s {\n\t\t\t%s <- %s\n\t\t}\n\t\tclose(%s)\n\t}()", c, d, hashed(g, t, "x"), d);
    line(g, "for {\n\t\tx, ok := <-%s\n\t\tif !ok {\n\t\t\tbreak\n\t\t}\n\t\t@add(x)\n\t}", d);
}

static void selects(Gen *g)
{
    Type *t = small_type(g);
    const char *c = fresh(g, "c"), *d = fresh(g, "d");
    line(g, "%s, %s := make(chan %s, 3), make(chan int)", c, d, t->name);
    line(g, "for i := range %d {", number(g, 2, 7));
    line(g, "\tselect {\n\t\tcase %s <- %s:\n\t\t\t@add(uint64(i))\n\t\tcase x := <-%s:\n\t\t\t@add(uint64(x))\n\t\tdefault:", c, pure_expr(g, t, 1), d);
    line(g, "\t\t\t@add(%d)\n\t\t\tx, ok := <-%s\n\t\t\t@add(%s + @hbool(ok))\n\t\t}", number(g, 0, 99), c, hashed(g, t, "x"));
    line(g, "}");
    line(g, "close(%s)", d);
    line(g, "select {\n\tcase x, ok := <-%s:\n\t\t@add(uint64(x) + @hbool(ok))\n\tcase (chan int)(nil) <- %s:\n\t}", d, varying_expr(g, basic(g, "int"), 1));
    line(g, "@add(uint64(len(%s)))", c);
}

/* ---- slices: what append does is known when the capacity is ---- */

static void slice_aliases(Gen *g)
{
    Type *t = small_type(g);
    const char *s = fresh(g, "s"), *q = fresh(g, "q"), *r = fresh(g, "r");
    int len = number(g, 3, 6), cap = len + number(g, 1, 4), lo = number(g, 0, 2), hi = number(g, lo, len);
    line(g, "%s := make([]%s, %d, %d)", s, t->name, len, cap);
    line(g, "for i := range %s {\n\t\t%s[i] = %s\n\t}", s, s, expr(g, t, 2));
    line(g, "%s := %s[%d:%d]", q, s, lo, hi);
    if (chance(g, 50))
        line(g, "%s := append(%s, %s)", r, q, expr(g, t, 1)); /* within the capacity: s may see it */
    else
        line(g, "%s := append(%s[%d:%d:%d], %s)", r, s, lo, hi, hi, expr(g, t, 1)); /* a copy */
    line(g, "if len(%s) > 0 {\n\t\t%s[0] = %s\n\t}", q, q, expr(g, t, 1));
    line(g, "%s[%d] = %s", s, number(g, 0, len - 1), expr(g, t, 1));
    if (chance(g, 60))
        line(g, "@add(uint64(copy(%s[%d:], %s)))", s, number(g, 0, len), chance(g, 50) ? s : r);
    line(g, "@add(uint64(len(%s)*64 + cap(%s)*8 + cap(%s[%d:])))", q, q, s, number(g, 0, len));
    if (chance(g, 30))
        line(g, "clear(%s)", q);
    line(g, "%s = append(%s, %s...)", s, s, q);
    for (int i = 0; i < 3; i++)
        line(g, "for i, e := range %s {\n\t\t@add(uint64(i) ^ %s)\n\t}", i == 0 ? s : i == 1 ? q : r, hashed(g, t, "e"));
    if (len >= 4)
        line(g, "@add(%s)", hashed(g, t, text(g, "(*[%d]%s)(%s)[%d]", 2, t->name, s, number(g, 0, 1))));
}

/* Indexes at and over the edge; prove must not be too sure. */
static void bounds(Gen *g)
{
    Type *t = small_type(g);
    const char *s = fresh(g, "s");
    line(g, "%s := []%s{%s, %s, %s, %s}[:@opaque(%d)]", s, t->name, expr(g, t, 1), expr(g, t, 1), expr(g, t, 1), expr(g, t, 1), number(g, 0, 4));
    line(g, "@try(func() {");
    switch (below(g, 7)) {
    case 0:
        line(g, "\tfor i := 0; i <= len(%s); i++ {\n\t\t\t%s\n\t\t}", s, add(g, t, text(g, "%s[i]", s)));
        break;
    case 1:
        line(g, "\tfor i := len(%s) - 1; i >= %d; i-- {\n\t\t\t%s\n\t\t}", s, number(g, -1, 1), add(g, t, text(g, "%s[i]", s)));
        break;
    case 2:
        line(g, "\tn := %s\n\t\tif n >= %d && n <= len(%s) {\n\t\t\t%s\n\t\t}", varying_expr(g, basic(g, "int"), 2), number(g, -1, 0), s,
             add(g, t, text(g, "%s[n]", s)));
        break;
    case 3: {
        Type *i = int_type(g);
        line(g, "\ti, j := %s, %s", varying_expr(g, i, 2), varying_expr(g, i, 2));
        line(g, "\tfor _, e := range %s[i:j] {\n\t\t\t%s\n\t\t}", s, add(g, t, "e"));
        break;
    }
    case 4:
        line(g, "\tfor i := range %s {\n\t\t\t%s\n\t\t}", s, add(g, t, text(g, "%s[i+%d]", s, number(g, 0, 1))));
        break;
    case 5:
        line(g, "\tfor i := 0; i < len(%s)-%d; i += %d {\n\t\t\t%s\n\t\t}", s, number(g, 0, 2), number(g, 1, 3), add(g, t, text(g, "%s[i+%d]", s, number(g, 0, 3))));
        break;
    default: {
        Type *i = int_type(g);
        line(g, "\ti := %s\n\t\tif i < %s(len(%s)) {\n\t\t\t%s\n\t\t}", varying_expr(g, i, 2), i->name, s, add(g, t, text(g, "%s[i]", s)));
        break;
    }
    }
    line(g, "})");
}

/* ---- maps ---- */

static void map_work(Gen *g)
{
    Type *k = chance(g, 60) ? int_type(g) : basic(g, "string"), *v = int_type(g);
    const char *m = fresh(g, "m");
    int n = number(g, 1, 40);
    line(g, "%s := make(map[%s]%s%s)", m, k->name, v->name, chance(g, 40) ? ", 20" : "");
    line(g, "for i := range %d {", n);
    const char *key = k->kind == KInt ? text(g, "%s(i*%d)", k->name, number(g, 1, 300)) : "string(rune(i+60))";
    line(g, "\t%s[%s] %s %s", m, key, chance(g, 50) ? "=" : "+=", expr(g, v, 2));
    line(g, "}");
    line(g, "for k := range %s {\n\t\tif %s&%d == 0 {\n\t\t\tdelete(%s, k)\n\t\t}\n\t}", m, hashed(g, k, "k"), number(g, 1, 3), m);
    line(g, "if x, ok := %s[%s]; ok {\n\t\t%s\n\t}", m, expr(g, k, 2), add(g, v, "x"));
    line(g, "%s[%s]++", m, expr(g, k, 1));
    if (chance(g, 15))
        line(g, "clear(%s)", m);
    const char *t = fresh(g, "t");
    line(g, "%s := uint64(len(%s))", t, m);
    line(g, "for k, v := range %s {\n\t\t%s += (%s + 3) * (%s + 5)\n\t}", m, t, hashed(g, k, "k"), hashed(g, v, "v"));
    line(g, "@add(%s)", t);
}

/* Keys that are interfaces, some of which cannot be compared. */
static void any_keys(Gen *g)
{
    const char *m = fresh(g, "m");
    line(g, "%s := map[any]int{1: 1, \"a\": 2, 1.5: 3, [2]int{1, 2}: 4}", m);
    line(g, "%s[%s] = 5", m, pure_expr(g, g->iface, 2));
    line(g, "@add(uint64(%s[%s] + len(%s)))", m, varying_expr(g, int_type(g), 2), m);
    line(g, "@try(func() { @add(uint64(%s[%s])) })", m, chance(g, 40) ? "[]int{1}" : chance(g, 50) ? "func() {}" : "[2]any{1, map[int]int{}}");
}

/* ---- interfaces ---- */

static void interfaces(Gen *g)
{
    const char *s = fresh(g, "s");
    line(g, "%s := []any{%s, %s, %s, nil, &@failure{%d}, []byte(%s), func() int { return %d }}", s, pure_expr(g, g->iface, 2),
         varying_expr(g, small_type(g), 2), varying_expr(g, int_type(g), 2), number(g, 0, 20), pure_expr(g, basic(g, "string"), 1), number(g, 0, 99));
    line(g, "for _, x := range %s {\n\t\t@add(@kind(x))\n\t\tif h, ok := x.(@hasher); ok {\n\t\t\t@add(h.hash() + 1)\n\t\t}\n\t}", s);
    line(g, "@try(func() { @add(@hbool(%s[%d] == %s[%d])) })", s, number(g, 0, 6), s, number(g, 0, 6));
    line(g, "@try(func() { @add(uint64(%s[%d].(%s))) })", s, number(g, 0, 6), int_type(g)->name);
    line(g, "@try(func() { @add(%s[%d].(@iface).hash()) })", s, number(g, 0, 6));
    const char *i = fresh(g, "i");
    line(g, "%s := %s", i, pure_expr(g, g->iface, 2));
    line(g, "@try(func() { @add(uint64(%s.step(%d))) })", i, number(g, -3, 9));
    line(g, "@try(func() {\n\t\tf := %s.step\n\t\t%s = nil\n\t\t@add(uint64(f(%d)))\n\t})", i, i, number(g, 0, 9));
}

static void method_values(Gen *g)
{
    if (!g->nimpls)
        return;
    Type *t = g->impls[below(g, (uint64_t)g->nimpls)];
    const char *v = fresh(g, "v"), *f = fresh(g, "f");
    line(g, "%s := %s(%s)", v, t->name, varying_expr(g, t, 2));
    line(g, "%s := %s.hash", f, v);
    line(g, "%s = %s(%s)", v, t->name, varying_expr(g, t, 2));
    line(g, "@add(%s() ^ %s.hash() ^ (*%s).hash(&%s) ^ uint64(%s.step(%s, %d)))", f, v, t->name, v, t->name, v, number(g, 0, 9));
    const char *w = fresh(g, "w");
    line(g, "type %s struct {\n\t\tint\n\t\t%s\n\t}", w, g->iface->name);
    line(g, "@try(func() { @add(%s{%d, %s}.hash() + (&%s{}).@iface.hash()) })", w, number(g, 0, 9), v, w);
}

/* ---- jumps ---- */

static void jumps(Gen *g)
{
    Type *t = int_type(g);
    const char *x = fresh(g, "x"), *n = fresh(g, "n"), *a = fresh(g, "L"), *b = fresh(g, "L"), *end = fresh(g, "L");
    line(g, "{");
    g->indent++;
    line(g, "%s, %s := %s(%s), 0", x, n, t->name, varying_expr(g, t, 2));
    line(g, "%s:", a);
    line(g, "%s++\n\tif %s > %d {\n\t\tgoto %s\n\t}", n, n, number(g, 1, 9), end);
    line(g, "if %s&%d == 0 {\n\t\t%s = %s*3 + 1\n\t\tgoto %s\n\t}", x, number(g, 1, 3), x, x, b);
    line(g, "%s -= %d\n\tgoto %s", x, number(g, 1, 50), a);
    line(g, "%s:", b);
    line(g, "%s", add(g, t, x));
    line(g, "%s ^= %s(%s)\n\tif %s < %d {\n\t\tgoto %s\n\t}", x, t->name, n, n, number(g, 1, 7), a);
    g->indent--;
    line(g, "%s:", end);
    line(g, "\t%s\n\t}", add(g, t, x));
}

static void labelled_loops(Gen *g)
{
    const char *l = fresh(g, "L");
    line(g, "%s:\n\tfor i := %d; i < %d; i++ {", l, number(g, 0, 2), number(g, 3, 6));
    line(g, "\tfor j := uint8(%d); ; j-- {", number(g, 1, 9));
    line(g, "\t\tswitch {\n\t\t\tcase i*int(j) == %d:\n\t\t\t\tcontinue %s\n\t\t\tcase j > 200:\n\t\t\t\tbreak %s\n\t\t\tcase j == %d:\n\t\t\t\tbreak\n\t\t\tdefault:", number(g, 0, 12), l, l,
         number(g, 0, 9));
    line(g, "\t\t\t\t@add(uint64(i) + uint64(j))\n\t\t\t}\n\t\t\tif j == 0 {\n\t\t\t\tbreak\n\t\t\t}\n\t\t}\n\t}");
}

/* ---- defer, panic, recover ---- */

static void defers(Gen *g)
{
    Type *t = small_type(g);
    const char *f = fresh(g, "f");
    line(g, "%s := func(n int) (r %s, err error) {", f, t->name);
    line(g, "\tdefer func() {\n\t\t\tif x := recover(); x != nil {\n\t\t\t\tr, err = %s, &@failure{n}\n\t\t\t\t@caught(x)\n\t\t\t}\n\t\t}()", pure_expr(g, t, 1));
    line(g, "\tfor i := range n {\n\t\t\tdefer func(j int) { @add(uint64(i*8 + j)) }(i * %d)\n\t\t}", number(g, 1, 9));
    line(g, "\tif n > %d {\n\t\t\tdefer panic(\"deferred\")\n\t\t}", number(g, 1, 5));
    line(g, "\tr = %s", pure_expr(g, t, 2));
    switch (below(g, 4)) {
    case 0:
        line(g, "\tvar m map[int]int\n\t\tm[n] = 1");
        break;
    case 1:
        line(g, "\tvar p *[100]int\n\t\tr, p[n] = r, 2");
        break;
    case 2:
        line(g, "\t@add(uint64(%d / (n - %d)))", number(g, 10, 99), number(g, 0, 4));
        break;
    default:
        line(g, "\tpanic(&@failure{n + 1})");
        break;
    }
    line(g, "\treturn");
    line(g, "}");
    line(g, "for n := range %d {\n\t\tr, err := %s(n)\n\t\t@add(%s + @kind(err))\n\t}", number(g, 1, 5), f, hashed(g, t, "r"));
}

static void panics_again(Gen *g)
{
    line(g, "@try(func() {");
    line(g, "\tdefer func() {\n\t\t\tdefer func() { @caught(recover()) }()\n\t\t\tx := recover()\n\t\t\t@caught(x)\n\t\t\tpanic(%s)\n\t\t}()",
         chance(g, 50) ? "x" : "\"second\"");
    line(g, "\tdefer func() { panic(%d) }()", number(g, 0, 9));
    line(g, "\tpanic(\"first\")");
    line(g, "})");
}

/* ---- order of evaluation ---- */

static void traced(Gen *g)
{
    int n = number(g, 0, 50);
    line(g, "if @trace(%d, %d) && @trace(%d, 3) || !@trace(%d, %d) {\n\t\t@add(1)\n\t}", n, number(g, 0, 9), n + 1, n + 2, number(g, 0, 9));
    const char *a = fresh(g, "a"), *i = fresh(g, "i");
    line(g, "%s, %s := [3]int{@first(%d, 1), @first(%d, 2), @first(%d, 3)}, 0", a, i, n, n + 4, n + 9);
    line(g, "%s, %s[%s] = %d, 9", i, a, i, number(g, 1, 2));
    line(g, "%s[%s], %s[(%s+1)%%3] = %s[(%s+1)%%3], %s[%s]", a, i, a, i, a, i, a, i);
    line(g, "for _, e := range %s {\n\t\t@add(uint64(e))\n\t}", a);
    line(g, "@add(uint64(map[int]int{@first(1, 2): @first(3, 4)}[@first(5, %d)]))", number(g, 1, 3));
}

/* ---- constants and words ---- */

static void constants(Gen *g)
{
    line(g, "@add(@k0 + @k1*@k3 + uint64(@k5+64) + uint64(@k6))");
    Type *t = int_type(g), *u = int_type(g);
    const char *n = fresh(g, "n"), *v = fresh(g, "v");
    line(g, "%s := uint8(%s) & 15", n, varying_expr(g, u, 1));
    line(g, "var %s %s = 1 << %s", v, t->name, n);
    line(g, "%s += %s(%d<<%s) + %s(@opaque(uint64(@k7>>%d)))", v, t->name, number(g, 0, 3), n, t->name, 150);
    line(g, "%s", add(g, t, v));
    line(g, "@add(uint64(float64(%d)*%d.5) + @hbool(@k4 == \"s1\"))", 2 * number(g, 0, 99), number(g, 0, 99));
}

static void words(Gen *g)
{
    Type *s = find_kind(g, KStruct);
    const char *b = fresh(g, "b"), *f = fresh(g, "f");
    if (s)
        line(g, "@add(uint64(unsafe.Sizeof(%s{})*8 + unsafe.Alignof(%s{})))", s->name, s->name);
    line(g, "%s := []byte(%s)", b, pure_expr(g, basic(g, "string"), 2));
    line(g, "if len(%s) > 0 {\n\t\t@add(@hstr(unsafe.String(&%s[0], len(%s))))\n\t\t@add(uint64(*(*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(%s)), len(%s)-1))))\n\t}", b, b, b,
         b, b);
    line(g, "%s := float32(%s)", f, varying_expr(g, basic(g, "float32"), 2));
    line(g, "if %s == %s {\n\t\t@add(uint64(*(*uint32)(unsafe.Pointer(&%s))))\n\t}", f, f, f);
    line(g, "for i, r := range string(%s) {\n\t\t@add(uint64(i) ^ uint64(r))\n\t}", b);
}

static void captured(Gen *g)
{
    Type *t = int_type(g);
    const char *fs = fresh(g, "fs"), *k = fresh(g, "k");
    line(g, "var %s []func(%s) %s", fs, t->name, t->name);
    line(g, "%s := %s(%s)", k, t->name, varying_expr(g, t, 2));
    line(g, "for i := %s(0); i < %d; i++ {", t->name, number(g, 1, 5));
    line(g, "\t%s = append(%s, func(x %s) %s {\n\t\t\ti += x\n\t\t\t%s ^= i\n\t\t\treturn i*%s\n\t\t})", fs, fs, t->name, t->name, k, k);
    line(g, "}");
    line(g, "for _, f := range %s {\n\t\tx := f(%s)\n\t\t%s\n\t\tx = f(x)\n\t\t%s\n\t}", fs, varying_expr(g, t, 1), add(g, t, "x"), add(g, t, "x"));
    line(g, "%s", add(g, t, k));
}

/* A result list as an argument list. */
static void forwarded(Gen *g)
{
    Type *t = small_type(g), *u = small_type(g);
    const char *f = fresh(g, "f"), *h = fresh(g, "h");
    line(g, "%s := func() (%s, %s, string) { return %s, %s, %s }", f, t->name, u->name, pure_expr(g, t, 2), pure_expr(g, u, 2), pure_expr(g, basic(g, "string"), 1));
    line(g, "%s := func(a %s, b %s, c ...string) uint64 { return %s*5 + %s*3 + uint64(len(c)) + @hstr(c[0]) }", h, t->name, u->name, hashed(g, t, "a"),
         hashed(g, u, "b"));
    line(g, "@add(%s(%s()))", h, f);
}

typedef struct Shape {
    void (*write)(Gen *g);
    int cost;
} Shape;

static const Shape shapes[] = {
    {use_arithmetic, 20}, {use_arithmetic, 20}, {use_slices_generic, 60}, {use_stack, 80}, {use_tree, 150}, {use_pair, 20}, {fan_out, 60},
    {pipeline, 80}, {selects, 60}, {slice_aliases, 60}, {slice_aliases, 60}, {bounds, 30}, {bounds, 30}, {bounds, 30}, {map_work, 250},
    {any_keys, 40}, {interfaces, 60}, {method_values, 40}, {jumps, 30}, {labelled_loops, 60}, {defers, 80}, {panics_again, 30},
    {traced, 30}, {constants, 10}, {words, 40}, {captured, 40}, {forwarded, 20},
};

void shape(Gen *g, int depth)
{
    const Shape *s = &shapes[below(g, sizeof shapes / sizeof *shapes)];
    (void)depth;
    if (g->cost + g->mult * s->cost > g->limit)
        return;
    g->mode = ModePure;
    g->panics = 0;
    g->cost += g->mult * s->cost;
    int from = g->nvars;
    s->write(g);
    g->nvars = from;
}
