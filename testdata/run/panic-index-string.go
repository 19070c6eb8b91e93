package main

func main() {
	s := "short"
	n := uint8(200)
	println(s[n])
}
