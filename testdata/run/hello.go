package main

func worker(n int, out chan<- int) {
	sum := 0
	for i := 1; i <= n; i++ {
		sum += i
	}
	out <- sum
}

func main() {
	println("Hello, world!")
	c := make(chan int)
	go worker(10, c)
	println("sum:", <-c)
}
