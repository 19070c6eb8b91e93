// All the ways to wait that a deadlock reports.
package main

import (
	"sync"
	"time"
)

//go:noinline
func recv(c chan int) { <-c }

//go:noinline
func send(c chan int) { c <- 1 }

//go:noinline
func choose(a, b chan int) {
	x := 1
	select {
	case <-a:
		x++
	case b <- x:
	}
}

func start(f func()) {
	go f()
	time.Sleep(time.Millisecond) // so that they have numbers in order
}

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	cond := sync.NewCond(new(sync.Mutex))
	mu.Lock()
	rw.Lock()
	wg.Add(1)
	start(func() { recv(make(chan int)) })
	start(func() { send(make(chan int)) })
	start(func() { choose(make(chan int), make(chan int)) })
	start(func() { select {} })
	start(func() { recv(nil) })
	start(func() { send(nil) })
	start(func() { mu.Lock() })
	start(func() { rw.RLock() })
	start(func() { rw.Lock() })
	start(func() { wg.Wait() })
	start(func() { cond.L.Lock(); cond.Wait() })
	recv(make(chan int))
}
