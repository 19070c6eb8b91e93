package main

var f func(int) int

func call(g func(int) int) int {
	return g(1)
}

func main() {
	println(call(f))
}
