package main

func main() {
	s := make([]int, 3, 10)
	n := 10
	println(len(s[:n]))
	n++
	println(len(s[:n]))
}
