package main

import "runtime"

func main() {
	go func() { defer println("d"); runtime.Goexit() }()
	defer func() { println("main done") }()
	runtime.Goexit()
}
