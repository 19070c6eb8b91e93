// The sieve of goroutines: each filter takes one prime, a thousand of them in a row.
// gcstress 20000
package main

import "fmt"

func generate(out chan<- int, stop <-chan struct{}) {
	for i := 3; ; i += 2 {
		select {
		case out <- i:
		case <-stop:
			return
		}
	}
}

func filter(in <-chan int, out chan<- int, prime int, stop <-chan struct{}) {
	for {
		select {
		case i := <-in:
			if i%prime == 0 {
				continue
			}
			select {
			case out <- i:
			case <-stop:
				return
			}
		case <-stop:
			return
		}
	}
}

func main() {
	stop := make(chan struct{})
	ch := make(chan int)
	go generate(ch, stop)
	sum, last := 2, 2
	for range 999 {
		last = <-ch
		sum += last
		next := make(chan int)
		go filter(ch, next, last, stop)
		ch = next
	}
	close(stop)
	fmt.Println(last, sum)
}
