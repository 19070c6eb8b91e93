// Package variables set by calls of functions that only return a literal: data, with the values and
// identities that code would make.
package main

import "errors"

type T struct {
	a, b int
	name string
	next *T
}

func pair(a, b int) *T             { return &T{a: a, b: b} }
func twice(a int) [2]*T            { return [2]*T{pair(a, a), pair(a, 1)} }
func boxed(s string) any           { return T{name: s} }
func greet(s string) string        { return "hello, " + s + "!" }
func chain(t *T) *T                { return &T{next: t} }
func same(t *T) [2]*T              { return [2]*T{t, t} }
func wrap(f func() int) func() int { return f }
func iface(e error) (result any)   { return e }
func blank(_ int, s string) string { return s }
func counted() int                 { count++; return count }
func withArg(n int) *T             { return &T{a: n} }
func variadic(xs ...int) []int     { return xs }

type failure struct{ text string }

func (f *failure) Error() string { return f.text }

func fail(s string) error { return &failure{s} }

var (
	count  int
	one    = pair(1, 2)
	two    = twice(7)
	three  = boxed("box")
	four   = greet("world")
	five   = chain(one)
	six    = same(&T{a: 6})
	seven  = wrap(func() int { return 7 })
	eight  = iface(errors.New("eight"))
	nine   = blank(counted(), "nine")
	ten    = withArg(counted())
	xs     = variadic(1, 2, 3)
	root   = T{name: "root"}
	eleven = chain(&root)
	errA   = errors.New("same text")
	errB   = errors.New("same text")
	errC   = fail("C")
	text   = "changed below"
	copied = text
)

func init() {}

func init() {
	if false {
		println("never")
	}
}

func init() { text += ", after init" }

func main() {
	println(one.a, one.b, two[0].a, two[0].b, two[1].b, two[0] == two[1])
	println(three.(T).name, four, five.next == one, six[0] == six[1], six[0].a)
	println(seven(), eight.(error).Error(), nine, ten.a, count)
	println(len(xs), xs[2], eleven.next == &root, eleven.next.name)
	println(errA == errB, errA.Error(), errC.Error(), errC.(*failure).text)
	println(text, copied)
	one.a = 100
	println(five.next.a, pair(1, 2).a)
}
