package main

func main() {
	s := make([]int, 2, 4)
	n := 5
	println(cap(s[0:1:n]))
}
