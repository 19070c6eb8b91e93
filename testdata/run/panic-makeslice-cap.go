package main

func main() {
	n, m := 5, 3
	println(len(make([]byte, n, m)))
}
