package main

type t struct{ f func(int) }

func (x *t) call(n int) { x.f(n) }

func main() {
	x := &t{}
	x.f = func(n int) {
		func() {
			panic("inner")
		}()
	}
	x.call(1)
}
