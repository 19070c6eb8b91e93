package main

import "fmt"

type V struct{ n int }

func (v V) Get() int   { return v.n }
func (v *V) Set(n int) { v.n = n }

type W int

func (w W) Get() int   { return int(w) }
func (w *W) Set(n int) { *w = W(n) }

type Getter interface{ Get() int }
type Both interface {
	Getter
	Set(int)
}

type Holder struct{ V }
type PHolder struct{ *V }
type IHolder struct{ Both }
type Deep struct {
	Holder
	name string
}
type Alias = V
type Defined V

func has(x any) string {
	_, g := x.(Getter)
	_, b := x.(Both)
	return fmt.Sprintf("%T %v %v", x, g, b)
}

func main() {
	v := V{1}
	w := W(2)
	for _, x := range []any{v, &v, w, &w, Holder{v}, &Holder{v}, PHolder{&v}, &PHolder{&v}, IHolder{&v}, &IHolder{&v}, Deep{}, &Deep{}, Alias{}, &Alias{}, Defined{}, &Defined{}, struct{ V }{v}, struct{ *V }{&v}, &struct{ W }{3}} {
		fmt.Println(has(x))
	}
	v.Set(5)
	(&v).Set(v.Get() + 1)
	pp := &v
	pp.Set(pp.Get() * 2)
	(*pp).Set((*pp).Get() + 1)
	fmt.Println(v.Get(), (*V).Get(pp), V.Get(v))
	vs := []V{{1}, {2}}
	for i := range vs {
		vs[i].Set(10 * i)
	}
	d := Deep{Holder{V{3}}, "d"}
	d.Set(4)
	d.Holder.V.Set(d.Get() + 1)
	fmt.Println(vs, d, d.V.n, d.n)
	ph := PHolder{&v}
	copied := ph
	copied.Set(100)
	fmt.Println(ph.Get(), v.n)
	var b Both = &w
	b.Set(7)
	ih := IHolder{b}
	ih.Set(ih.Get() + 1)
	fmt.Println(w, ih.Both.Get())
	m := map[string]*V{"a": {1}}
	m["a"].Set(9)
	fmt.Println(m["a"].n, func() V { return V{8} }().Get())
	defer func() { fmt.Println(recover()) }()
	IHolder{}.Get()
}
