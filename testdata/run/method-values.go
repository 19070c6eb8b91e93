package main

import "fmt"

type T struct{ n int }

func (t T) Val(x int) int                  { return t.n + x }
func (t *T) Ptr(x int) int                 { t.n += x; return t.n }
func (t T) Many(a int, r ...string) string { return fmt.Sprint(t.n, a, r) }

type I interface{ Val(int) int }
type E struct{ *T }
type fn func() fn

func (f fn) Call() string {
	if f == nil {
		return "nil func"
	}
	return "func"
}

type Box[V any] struct{ v V }

func (b Box[V]) Get() V           { return b.v }
func (b *Box[V]) Put(v V) *Box[V] { b.v = v; return b }

func main() {
	t := T{1}
	val := t.Val
	ptr := t.Ptr
	t.n = 10
	fmt.Println(val(1), ptr(1), t.n)
	fmt.Println(T.Val(t, 2), (*T).Val(&t, 3), (*T).Ptr(&t, 4), t.n)
	var i I = t
	iv := i.Val
	i = &T{100}
	fmt.Println(iv(0), i.Val(0), I.Val(i, 1), I.Val(t, 1))
	e := E{&t}
	ev, ep := e.Val, e.Ptr
	e.T = &T{1000}
	fmt.Println(ev(0), ep(1), t.n, e.Val(0), E.Ptr(e, 1), (*E).Val(&e, 1))
	fmt.Println(t.Many(1), t.Many(1, "a", "b"), T.Many(t, 2, []string{"z"}...))
	m := T.Many
	fmt.Printf("%T %T %T %T\n", m, (*T).Ptr, I.Val, ptr)
	fmt.Println(fn(nil).Call(), fn.Call(func() fn { return nil }))
	fs := []func(int) int{t.Val, t.Ptr, e.Ptr, func(x int) int { return x }}
	sum := 0
	for _, f := range fs {
		sum += f(1)
	}
	fmt.Println(sum)
	b := &Box[string]{"a"}
	get, put := b.Get, b.Put
	put("b").Put("c")
	fmt.Println(get(), b.Get(), Box[string].Get(*b), (*Box[string]).Put(b, "d").v)
	defer t.Ptr(func() int { fmt.Println("evaluated now"); return 0 }())
	defer fmt.Println("deferred value:", t.n)
	t.n = 0
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var in I
		f := in.Val
		fmt.Println("not reached", f)
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var p *T
		f := p.Ptr
		fmt.Println("nil pointer receiver is fine")
		_ = p.Val
		fmt.Println("not reached", f)
	}()
}
