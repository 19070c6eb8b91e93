package main

func same(a, b any) bool { return a == b }

func main() {
	println(same(1, 2))
	println(same([]int{1}, []int{1}))
}
