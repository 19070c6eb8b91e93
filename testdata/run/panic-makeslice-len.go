package main

func alloc(n int) []int { return make([]int, n) }

func main() {
	println(len(alloc(3)))
	println(len(alloc(-1)))
}
