package main

import "runtime"

func main() {
	defer func() {
		println("exiting")
	}()
	defer runtime.Goexit()
	panic("x")
}
