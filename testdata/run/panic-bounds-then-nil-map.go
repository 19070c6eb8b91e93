package main

import "os"

func main() {
	var a []int
	i := len(os.Args) + 4
	defer func() {
		var m map[string]int
		m["a"] = 1
	}()
	println(a[i])
}
