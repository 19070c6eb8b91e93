package main

import "runtime"

type inner struct {
	pad [3]int
	val int
}

type outer struct {
	a    inner
	b    *inner
	list []*inner
	any  any
	fn   func() int
	ch   chan *inner
}

var global *int
var globals [4][]*int
var globalAny any

func fill(n int) *outer {
	o := &outer{b: &inner{val: n + 1}, any: &inner{val: n + 2}, ch: make(chan *inner, 2)}
	o.a.val = n
	for i := range 5 {
		o.list = append(o.list, &inner{val: n + 10 + i})
	}
	k := &inner{val: n + 3}
	o.fn = func() int { return k.val }
	o.ch <- &inner{val: n + 4}
	return o
}

func (o *outer) sum() int {
	s := o.a.val + o.b.val + o.any.(*inner).val + o.fn()
	for _, i := range o.list {
		s += i.val
	}
	i := <-o.ch
	o.ch <- i
	return s + i.val
}

func garbage() {
	for range 200 {
		fill(-1)
	}
}

func main() {
	o := fill(100)
	interiorInt := &fill(200).a.val
	interiorSlice := fill(300).list[2:3]
	x := 7
	global = &x
	for i := range globals {
		for j := range 3 {
			n := i*10 + j
			globals[i] = append(globals[i], &n)
		}
	}
	globalAny = fill(400)
	waiting := make(chan int)
	go func() {
		held := fill(500)
		<-waiting
		waiting <- held.sum()
	}()
	garbage()
	runtime.GC()
	garbage()
	println(o.sum(), *interiorInt, interiorSlice[0].val, *global)
	s := 0
	for _, g := range globals {
		for _, p := range g {
			s += *p
		}
	}
	println(s, globalAny.(*outer).sum())
	waiting <- 0
	println(<-waiting)
}
