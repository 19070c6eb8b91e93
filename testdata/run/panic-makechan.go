package main

func main() {
	n := -2
	println(cap(make(chan int, n)))
}
