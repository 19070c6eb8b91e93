
// Ten thousand goroutines stand in a ring and pass a token around it.
package main

const size = 10000

func pass(in <-chan int, out chan<- int) {
	for token := range in {
		out <- token + 1
	}
	close(out)
}

func main() {
	first := make(chan int)
	in := first
	for range size {
		out := make(chan int)
		go pass(in, out)
		in = out
	}
	token := 0
	for range 5 {
		go func() { first <- token }()
		token = <-in
	}
	println(token)
	close(first)
	_, ok := <-in
	println(ok)
}
