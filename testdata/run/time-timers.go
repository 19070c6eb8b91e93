// Timers, tickers, and what happens when they are stopped and set again.
package main

import (
	"fmt"
	"sync"
	"time"
)

const tick = 20 * time.Millisecond

func main() {
	start := time.Now()
	<-time.After(tick)
	fmt.Println("after", time.Since(start) >= tick)

	// Timers fire in the order of their times.
	var wg sync.WaitGroup
	ch := make(chan int, 3)
	for _, n := range []int{3, 1, 2} {
		wg.Add(1)
		time.AfterFunc(time.Duration(n)*4*tick, func() {
			ch <- n
			wg.Done()
		})
	}
	wg.Wait()
	fmt.Println(<-ch, <-ch, <-ch)

	t := time.NewTimer(time.Hour)
	fmt.Println("stop", t.Stop(), t.Stop(), len(t.C), cap(t.C))
	fmt.Println("reset", t.Reset(0), t.C != nil)
	<-t.C
	fmt.Println("again", t.Reset(time.Hour), t.Reset(1), t.Stop() || true)
	select {
	case <-t.C:
		fmt.Println("a stopped timer sent something")
	default:
		fmt.Println("nothing")
	}

	// What a timer sent before it was reset is gone.
	t.Reset(1)
	time.Sleep(tick)
	t.Reset(time.Hour)
	select {
	case <-t.C:
		fmt.Println("old value")
	default:
		fmt.Println("no old value")
	}

	f := time.AfterFunc(time.Hour, func() { fmt.Println("never") })
	fmt.Println(f.C == nil, f.Stop(), f.Stop())

	k := time.NewTicker(tick)
	last := time.Now()
	for range 3 {
		now := <-k.C
		fmt.Println("tick", !now.Before(last))
		last = now
	}
	k.Reset(time.Hour)
	k.Stop()
	select {
	case <-k.C:
		fmt.Println("ticked after Stop")
	case <-time.After(2 * tick):
		fmt.Println("timeout")
	}
	fmt.Println(time.Tick(0) == nil)

	time.Sleep(-1)
	time.Sleep(0)
	for _, f := range []func(){
		func() { time.NewTicker(0) },
		func() { k.Reset(-1) },
		func() { new(time.Timer).Stop() },
		func() { new(time.Timer).Reset(1) },
		func() { new(time.Ticker).Reset(1) },
		func() { new(time.Ticker).Stop() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
