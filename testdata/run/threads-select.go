package main

import (
	"runtime"
	"sync"
)

func main() {
	a, b, q := make(chan int), make(chan string, 3), make(chan bool)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for k := 0; k < 500; k++ {
				select {
				case a <- k:
				case b <- "x":
				}
			}
		}()
		go func() {
			defer wg.Done()
			for k := 0; k < 100; k++ {
				b <- "yy"
			}
		}()
	}
	var mu sync.Mutex
	na, nb := 0, 0
	var rg sync.WaitGroup
	for i := 0; i < 3; i++ {
		rg.Add(1)
		go func() {
			defer rg.Done()
			for {
				select {
				case <-a:
					mu.Lock()
					na++
					mu.Unlock()
				case s := <-b:
					mu.Lock()
					nb++
					if s == "" {
						panic("empty")
					}
					mu.Unlock()
				case <-q:
					return
				}
			}
		}()
	}
	wg.Wait()
	for len(b) > 0 {
		runtime.Gosched()
	}
	close(q)
	rg.Wait()
	println(na + nb)
	var rw sync.RWMutex
	var c = sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 10; i++ {
		go func() {
			rw.RLock()
			rw.RUnlock()
			rw.Lock()
			rw.Unlock()
			mu.Lock()
			ready++
			c.Signal()
			mu.Unlock()
		}()
	}
	mu.Lock()
	for ready < 10 {
		c.Wait()
	}
	mu.Unlock()
	println(ready)
	var once sync.Once
	n := 0
	var p sync.Pool
	for i := 0; i < 100; i++ {
		wg.Add(1)
		go func() {
			once.Do(func() { n++ })
			x, _ := p.Get().(*int)
			if x == nil {
				x = new(int)
			}
			*x++
			p.Put(x)
			wg.Done()
		}()
	}
	wg.Wait()
	println(n)
}
