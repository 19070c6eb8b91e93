// A ring of goroutines that hand one number round.
package main

func pass(in, out chan int) {
	for v := range in {
		out <- v + 1
	}
	close(out)
}

func main() {
	const size, rounds = 500, 2000
	first := make(chan int, 1)
	in := first
	for range size - 1 {
		out := make(chan int)
		go pass(in, out)
		in = out
	}
	v := 0
	for range rounds {
		first <- v
		v = <-in
	}
	close(first)
	println(v)
}
