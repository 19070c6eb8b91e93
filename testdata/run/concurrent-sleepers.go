// A hundred thousand goroutines asleep at once.
// gcstress 50000
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	const n = 100_000
	var wg sync.WaitGroup
	var woken, early atomic.Int64
	most := 0
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			d := time.Duration(i%10+1) * time.Millisecond
			start := time.Now()
			time.Sleep(d)
			if time.Since(start) < d {
				early.Add(1)
			}
			woken.Add(1)
		}()
		if i%1000 == 0 {
			most = max(most, runtime.NumGoroutine())
		}
	}
	wg.Wait()
	fmt.Println(woken.Load(), early.Load(), most > 100, most <= n+1)
	gate := make(chan struct{})
	for range n {
		wg.Add(1)
		go func() { <-gate; wg.Done() }()
	}
	fmt.Println(runtime.NumGoroutine() > n)
	close(gate)
	wg.Wait()
	for i := 0; runtime.NumGoroutine() > 1 && i < 1000; i++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(runtime.NumGoroutine())
}
