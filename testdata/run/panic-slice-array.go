package main

func main() {
	var a [5]int
	n := 7
	println(len(a[2:n]))
}
