package main

func main() {
	s := make([]int, 2, 4)
	n := 2
	println(cap(s[n:1:4]))
}
