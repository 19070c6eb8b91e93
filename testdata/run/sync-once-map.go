// Package sync: Map, Once and its functions, Pool, Cond, WaitGroup.Go; sync/atomic's types.
package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
)

func main() {
	var m sync.Map
	fmt.Println(m.Load("a"))
	m.Store("a", 1)
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.Swap("a", 3))
	fmt.Println(m.CompareAndSwap("a", 3, 4), m.CompareAndSwap("a", 3, 5), m.CompareAndDelete("b", 9), m.CompareAndDelete("b", 2))
	fmt.Println(m.LoadAndDelete("a"))
	m.Delete("none")
	for i := range 20 {
		m.Store(i, i*i)
	}
	var keys []int
	m.Range(func(k, v any) bool { keys = append(keys, k.(int)); return true })
	sort.Ints(keys)
	fmt.Println(len(keys), keys[19])
	m.Clear()
	m.Range(func(k, v any) bool { fmt.Println("left", k); return true })

	n := 0
	value := sync.OnceValue(func() int { n++; return n })
	pair := sync.OnceValues(func() (int, error) { n += 10; return n, nil })
	do := sync.OnceFunc(func() { n += 100; panic("once") })
	fmt.Println(value(), value())
	fmt.Println(pair())
	for range 2 {
		func() {
			defer func() { fmt.Println(recover(), n) }()
			do()
		}()
	}
	var once sync.Once
	func() {
		defer func() { recover() }()
		once.Do(func() { panic("x") })
	}()
	once.Do(func() { fmt.Println("never") })

	var wg sync.WaitGroup
	var sum atomic.Int64
	for i := range 50 {
		wg.Go(func() { sum.Add(int64(i)) })
	}
	wg.Wait()
	fmt.Println(sum.Load())
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := 0
	for range 5 {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready++
			mu.Unlock()
		})
	}
	mu.Lock()
	ready = 1
	mu.Unlock()
	cond.Broadcast()
	wg.Wait()
	fmt.Println(ready, mu.TryLock(), mu.TryLock())
	var rw sync.RWMutex
	fmt.Println(rw.TryRLock(), rw.TryLock(), rw.TryRLock())
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())

	var u atomic.Uint32
	u.Store(0xF0)
	fmt.Println(u.And(0x3C), u.Or(3), u.Load(), u.Swap(7), u.CompareAndSwap(7, 8), u.Add(^uint32(0)))
	var i32 int32 = 6
	fmt.Println(atomic.AndInt32(&i32, 3), atomic.OrInt32(&i32, 8), i32)
	var b atomic.Bool
	fmt.Println(b.Swap(true), b.CompareAndSwap(true, false), b.Load())
	var v atomic.Value
	fmt.Println(v.Load(), v.Swap("x"), v.CompareAndSwap("x", "y"), v.Load())
	ptr := atomic.Pointer[int]{}
	x := 5
	ptr.Store(&x)
	fmt.Println(*ptr.Load(), ptr.CompareAndSwap(nil, nil))
	for _, f := range []func(){func() { v.Store(1) }, func() { v.Store(nil) }, func() { wg.Add(-1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
