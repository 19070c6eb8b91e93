package main

import (
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for i := range 10 {
		wg.Go(func() {
			for range 100 {
				mu.Lock()
				v := n
				runtime.Gosched()
				n = v + i
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	println(n)
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	println(rw.TryLock(), rw.TryRLock())
	done := make(chan bool)
	go func() { rw.Lock(); println("w"); rw.Unlock(); done <- true }()
	runtime.Gosched()
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	<-done
	var o sync.Once
	o.Do(func() { println("once") })
	o.Do(func() { println("once") })
	f := sync.OnceValue(func() int { println("calc"); return 42 })
	println(f(), f())
	c := sync.NewCond(&mu)
	ready := 0
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				c.Wait()
			}
			ready--
			mu.Unlock()
		})
	}
	runtime.Gosched()
	mu.Lock()
	ready = 3
	c.Signal()
	mu.Unlock()
	c.Broadcast()
	wg.Wait()
	println(ready)
	var m sync.Map
	for i := range 100 {
		m.Store(i, i*i)
	}
	v, ok := m.Load(7)
	println(v.(int), ok)
	m.Delete(7)
	_, ok = m.Load(7)
	println(ok)
	s := 0
	m.Range(func(k, v any) bool { s += v.(int); return true })
	println(s, m.CompareAndSwap(3, 9, 10), m.CompareAndDelete(3, 9))
	a, l := m.LoadOrStore("x", "y")
	println(a.(string), l)
	p := sync.Pool{New: func() any { return new(int) }}
	x := p.Get().(*int)
	*x = 5
	p.Put(x)
	println(p.Get() != nil)
	g := sync.OnceFunc(func() { panic("boom") })
	for range 2 {
		func() { defer func() { println(recover().(string)) }(); g() }()
	}
	defer func() { println(recover().(string)) }()
	wg.Done()
}
