package main

var x = compute()

func compute() int {
	panic("during initialization")
}

func main() {
	println("not reached", x)
}
