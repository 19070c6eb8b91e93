// Cleanups: called after the object is gone, as many as there are, unless stopped; a finalizer keeps the
// object until it has run.

package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

type node struct {
	name string
	part [4]int
	next *node
}

var calls, finalized atomic.Int32

//go:noinline
func drop() {
	n := &node{name: "gone", next: &node{name: "behind it"}}
	runtime.AddCleanup(n, func(name string) { calls.Add(1) }, n.name)
	runtime.AddCleanup(&n.part[2], func(i int) { calls.Add(int32(i)) }, 10)
	runtime.AddCleanup(n.next, func(k *node) { calls.Add(100) }, &node{name: "argument"})
	stopped := runtime.AddCleanup(n, func(int) { calls.Add(10000) }, 0)
	stopped.Stop()
	stopped.Stop()

	f := &node{name: "finalized"}
	runtime.SetFinalizer(f, func(f *node) { finalized.Add(1) })
	runtime.AddCleanup(f, func(int) { calls.Add(1000) }, 0)
}

var kept = &node{name: "kept"}

func wait(f func() bool) {
	for i := 0; i < 100 && !f(); i++ {
		runtime.GC()
		runtime.Gosched()
	}
}

func main() {
	runtime.AddCleanup(kept, func(int) { fmt.Println("the kept one was cleaned up") }, 0)
	drop()
	wait(func() bool { return calls.Load() == 1111 })
	fmt.Println(calls.Load(), finalized.Load(), kept.name)

	defer func() { fmt.Println(recover()) }()
	n := new(node)
	runtime.AddCleanup(n, func(*node) {}, n)
}
