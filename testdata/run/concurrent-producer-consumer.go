// Producers and consumers that meet in select, with timeouts, tickers, timers that are stopped and reset.
package main

import (
	"fmt"
	"sync"
	"time"
)

func produce(n int, out chan<- int, quit <-chan bool) (sent int) {
	for i := range n {
		select {
		case out <- i:
			sent++
		case <-quit:
			return
		}
	}
	return
}

func main() {
	items, quit := make(chan int, 3), make(chan bool)
	var producers, consumers sync.WaitGroup
	sent := make([]int, 4)
	for p := range sent {
		producers.Go(func() { sent[p] = produce(500, items, quit) })
	}
	got, late := make([]int, 3), make([]int, 3)
	for c := range got {
		consumers.Go(func() {
			for {
				select {
				case _, ok := <-items:
					if !ok {
						return
					}
					got[c]++
				case <-time.After(5 * time.Second):
					late[c]++
				}
			}
		})
	}
	producers.Wait()
	close(items)
	consumers.Wait()
	total, lates := 0, 0
	for i := range got {
		total += got[i]
		lates += late[i]
	}
	fmt.Println(sent, total, lates)

	blocked := make(chan int)
	start := time.Now()
	select {
	case <-blocked:
	case <-time.After(10 * time.Millisecond):
		fmt.Println("timeout", time.Since(start) >= 10*time.Millisecond)
	}
	done := make(chan int)
	go func() { done <- produce(100, blocked, quit) }()
	<-blocked
	close(quit)
	fmt.Println(<-done)

	ticker := time.NewTicker(time.Millisecond)
	for range 5 {
		<-ticker.C
	}
	ticker.Stop()
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fired := make(chan string, 2)
	f := time.AfterFunc(time.Millisecond, func() { fired <- "func" })
	g := time.AfterFunc(time.Hour, func() { fired <- "never" })
	fmt.Println(<-fired, f.Stop(), g.Stop())
	select {
	case s := <-fired:
		fmt.Println(s)
	default:
		fmt.Println("nothing more")
	}
}
