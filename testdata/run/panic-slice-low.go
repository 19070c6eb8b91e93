package main

func main() {
	s := make([]int, 3, 10)
	n := 4
	println(len(s[n:]))
}
