package main

func fails(n int) {
	if n == 0 {
		panic("in goroutine")
	}
	fails(n - 1)
}

func main() {
	c := make(chan int)
	go fails(2)
	<-c
}
