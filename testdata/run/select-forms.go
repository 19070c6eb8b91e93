package main

import "fmt"

func value(s string, v int) int             { fmt.Print(s, " "); return v }
func channel(s string, c chan int) chan int { fmt.Print(s, " "); return c }

func main() {
	a, b := make(chan int, 2), make(chan int, 2)
	var none chan int
	select {
	case channel("a", a) <- value("1", 1):
		fmt.Println("sent")
	case <-channel("nil", none):
	}
	var arr [3]int
	i := 0
	idx := func() int { i++; return i }
	a <- 7
	select {
	case arr[idx()] = <-a:
	case arr[idx()] = <-b:
	}
	fmt.Println(arr, i)
	m := map[string]int{}
	select {
	case m["k"] = <-a:
	}
	fmt.Println(m)
	close(b)
	var ok bool
	var v int
	select {
	case v, ok = <-b:
		fmt.Println(v, ok)
	case none <- 1:
	}
	select {
	case x, open := <-b:
		fmt.Println(x, open)
	}
	select {
	case <-a:
	default:
		fmt.Println("empty")
	}
	for n := 0; n < 2; n++ {
		select {
		case a <- n:
			continue
		}
		fmt.Println("not reached")
	}
	counts := [2]int{}
	x, y := make(chan struct{}, 1), make(chan struct{}, 1)
	x <- struct{}{}
	y <- struct{}{}
	for range 400 {
		select {
		case <-x:
			counts[0]++
			x <- struct{}{}
		case <-y:
			counts[1]++
			y <- struct{}{}
		}
	}
	fmt.Println(counts[0]+counts[1], counts[0] > 100, counts[1] > 100)
	done := make(chan bool)
	go func() {
		defer close(done)
		select {
		case v := <-none:
			fmt.Println(v)
		case a2 := <-a:
			fmt.Println("goroutine got", a2)
		}
	}()
	<-done
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case b <- 1:
		default:
		}
	}()
	type T struct{ c chan<- string }
	s := make(chan string, 1)
	t := T{s}
	select {
	case t.c <- fmt.Sprint("x", 1):
	}
	fmt.Println(<-s, len(s), cap(s))
}
