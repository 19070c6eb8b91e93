package main

func stuck(c chan string) {
	c <- "never"
}

func main() {
	go stuck(make(chan string))
	var wait chan int
	wait <- 1
}
