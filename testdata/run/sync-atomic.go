package main

import (
	"sync/atomic"
)

func main() {
	var x atomic.Int64
	x.Add(5)
	x.Or(8)
	println(x.Load(), x.And(12), x.Swap(7), x.CompareAndSwap(7, 9), x.Load())
	var p atomic.Pointer[int]
	i, j := 1, 2
	p.Store(&i)
	println(*p.Load(), *p.Swap(&j), p.CompareAndSwap(&j, &i), *p.Load())
	var v atomic.Value
	v.Store("a")
	println(v.Load().(string), v.Swap("b").(string), v.CompareAndSwap("b", "c"), v.Load().(string))
	var b atomic.Bool
	b.Store(true)
	println(b.Load(), atomic.AddUint32(new(uint32), ^uint32(0)))
	defer func() { println(recover().(string)) }()
	v.Store(1)
}
