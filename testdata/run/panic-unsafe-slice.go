package main

import "unsafe"

func main() {
	x, n := 1, -1
	println(len(unsafe.Slice(&x, n)))
}
