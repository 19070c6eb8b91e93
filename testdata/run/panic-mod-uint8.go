package main

func main() {
	var d uint8
	println(uint8(100) % d)
}
