package main

import (
	"fmt"
	"sync"
)

type request struct {
	n     int
	reply chan<- int
}

func server(in <-chan request) {
	for r := range in {
		r.reply <- r.n * r.n
	}
}

func fan(n int) (out []int) {
	chs := make([]chan int, n)
	for i := range chs {
		chs[i] = make(chan int)
		go func() {
			defer close(chs[i])
			for k := range i + 1 {
				chs[i] <- k
			}
		}()
	}
	for _, c := range chs {
		sum := 0
		for v := range c {
			sum += v
		}
		out = append(out, sum)
	}
	return
}

type big struct {
	a [64]int
	s string
}

func main() {
	reqs := make(chan request)
	go server(reqs)
	reply := make(chan int, 1)
	for i := range 3 {
		reqs <- request{i, reply}
		fmt.Print(<-reply, " ")
	}
	close(reqs)
	fmt.Println(fan(5))
	cc := make(chan chan string, 2)
	c := make(chan string, 1)
	cc <- c
	(<-cc) <- "through"
	fmt.Println(<-c, len(cc), cap(cc))
	b := make(chan big)
	go func() { x := big{s: "big"}; x.a[63] = 5; b <- x; close(b) }()
	x := <-b
	y, ok := <-b
	fmt.Println(x.a[63], x.s, y.s == "", ok)
	e := make(chan struct{}, 3)
	e <- struct{}{}
	e <- struct{}{}
	fmt.Println(len(e), cap(e))
	sem := make(chan int, 2)
	var mu sync.Mutex
	var wg sync.WaitGroup
	active, most := 0, 0
	for range 10 {
		wg.Go(func() {
			sem <- 1
			defer func() { <-sem }()
			mu.Lock()
			active++
			most = max(most, active)
			mu.Unlock()
			mu.Lock()
			active--
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(most <= 2, active, len(sem))
	fc := make(chan func() int, 1)
	fc <- func() int { return 42 }
	fmt.Println((<-fc)())
	ic := make(chan any, 4)
	ic <- 1
	ic <- "s"
	ic <- nil
	ic <- ic
	fmt.Println(<-ic, <-ic, <-ic, (<-ic).(chan any) == ic)
	var once sync.Once
	results := make(chan int)
	for i := range 4 {
		go once.Do(func() { results <- i*0 + 7 })
	}
	fmt.Println(<-results)
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range 1000 {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, ok = <-pong
	fmt.Println(v, ok)
	var ro <-chan int = results
	var so chan<- int = results
	fmt.Printf("%T %T %v\n", ro, so, ro == (<-chan int)(so2(results)))
}

func so2(c chan int) chan int { return c }
