// gcstress 7

// Selects with few and with many cases, and sends and receives that do not wait.
package main

import (
	"fmt"
	"reflect"
	"sync"
)

// merge receives from 20 channels, some of them twice in the list, until all are closed.
func merge() {
	const n, each = 20, 12
	chans := make([]chan int, n)
	var cases []reflect.SelectCase
	for i := range chans {
		chans[i] = make(chan int, i%3)
		go func() {
			for k := range each {
				chans[i] <- i*each + k
			}
			close(chans[i])
		}()
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(chans[i])})
	}
	cases = append(cases, cases[:3]...)
	last := make([]int, n)
	sum, open := 0, len(cases)
	for open > 0 {
		i, v, ok := reflect.Select(cases)
		if !ok {
			cases[i].Chan = reflect.ValueOf((chan int)(nil))
			open--
			continue
		}
		x := int(v.Int())
		if from := x / each; last[from] >= x+1 {
			fmt.Println("out of order:", x)
		} else {
			last[from] = x + 1
		}
		sum += x
	}
	fmt.Println("merged:", sum)
}

// spread sends to whoever takes: every case is chosen in the long run.
func spread() {
	var c [5]chan int
	var wg sync.WaitGroup
	var got [5]int
	for i := range c {
		c[i] = make(chan int, 1)
		wg.Go(func() {
			for range c[i] {
				got[i]++
			}
		})
	}
	for i := range 200 {
		select {
		case c[4] <- i:
		case c[2] <- i:
		case c[0] <- i:
		case c[3] <- i:
		case c[1] <- i:
		}
	}
	total := 0
	for i := range c {
		close(c[i])
	}
	wg.Wait()
	for i := range c {
		total += got[i]
		if got[i] == 0 {
			fmt.Println("never chosen:", i)
		}
	}
	fmt.Println("spread:", total)
}

// shares counts how often each of three ready cases is chosen.
func shares() {
	var c [3]chan bool
	var n [3]int
	for i := range c {
		c[i] = make(chan bool)
		close(c[i])
	}
	for range 600 {
		select {
		case <-c[0]:
			n[0]++
		case <-c[1]:
			n[1]++
		case <-c[2]:
			n[2]++
		}
	}
	for i := range n {
		fmt.Println("fair:", n[i] > 120 && n[i] < 280)
	}
}

func trySend(c chan string, s string) (result string) {
	defer func() {
		if p := recover(); p != nil {
			result = fmt.Sprint(p)
		}
	}()
	select {
	case c <- s:
		return "sent"
	default:
		return "full"
	}
}

func tryReceive(c chan string) string {
	select {
	case s, ok := <-c:
		return fmt.Sprint(s, " ", ok)
	default:
		return "empty"
	}
}

func noWait() {
	for _, size := range []int{0, 2} {
		c := make(chan string, size)
		fmt.Println(tryReceive(c), trySend(c, "a"), trySend(c, "b"), trySend(c, "c"), tryReceive(c), tryReceive(c), tryReceive(c))
		trySend(c, "d")
		close(c)
		fmt.Println(trySend(c, "e"), tryReceive(c), tryReceive(c), trySend(c, "f"))
	}
	fmt.Println(tryReceive(nil), trySend(nil, "g"))

	// A partner that waits is seen at once, and so is what it sent.
	c := make(chan string)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 30 {
			c <- "x"
		}
		close(c)
	})
	n := 0
	for open := true; open; {
		select {
		case _, open = <-c:
			n++
		default:
		}
	}
	wg.Wait()
	fmt.Println("polled:", n-1)
}

func main() {
	merge()
	spread()
	shares()
	noWait()
}
