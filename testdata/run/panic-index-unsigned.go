package main

func main() {
	a := []int{1}
	u := uint64(1) << 63
	println(a[u])
}
