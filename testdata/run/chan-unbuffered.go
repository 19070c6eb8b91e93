package main

type message struct {
	from int
	text string
	back chan<- string
}

func server(in <-chan message) {
	for m := range in {
		m.back <- m.text + "!"
	}
}

func producer(n int) <-chan int {
	c := make(chan int)
	go func() {
		for i := range n {
			c <- i
		}
		close(c)
	}()
	return c
}

func filter(in <-chan int, prime int, out chan<- int) {
	for {
		if n := <-in; n%prime != 0 {
			out <- n
		}
	}
}

func main() {
	in := make(chan message)
	go server(in)
	back := make(chan string)
	for i := range 3 {
		in <- message{i, string(rune('a' + i)), back}
		println(<-back)
	}
	close(in)

	sum := 0
	for v := range producer(100) {
		sum += v
	}
	println(sum)

	numbers := make(chan int)
	go func(out chan<- int) {
		for i := 2; ; i++ {
			out <- i
		}
	}(numbers)
	for range 15 {
		prime := <-numbers
		print(prime, " ")
		next := make(chan int)
		go filter(numbers, prime, next)
		numbers = next
	}
	println()
}
