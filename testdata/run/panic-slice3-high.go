package main

func main() {
	s := make([]int, 2, 4)
	n := 3
	println(cap(s[0:n:2]))
}
