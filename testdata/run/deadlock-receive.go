package main

func wait(c chan int) int { return <-c }

func main() {
	println(wait(make(chan int)))
}
