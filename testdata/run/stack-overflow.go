package main

//go:noinline
func forever(a [2000]int) int {
	a[0]++
	return forever(a) + a[1]
}

func main() {
	println(forever([2000]int{}))
}
