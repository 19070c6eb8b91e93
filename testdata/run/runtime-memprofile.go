package main

import (
	"fmt"
	"runtime"
	"strings"
)

var keep []*[100]int

//go:noinline
func alloc(n int) {
	for range n {
		keep = append(keep, new([100]int))
	}
}

// profile returns what the program has allocated in alloc, and how much of it is in use.
func profile() (objects, size, inUse int64) {
	records := make([]runtime.MemProfileRecord, 1000)
	n, ok := runtime.MemProfile(records, true)
	if !ok {
		fmt.Println("too many records:", n)
	}
	for _, r := range records[:n] {
		frames := runtime.CallersFrames(r.Stack())
		f, more := frames.Next()
		for more && strings.HasPrefix(f.Function, "runtime.") {
			f, more = frames.Next()
		}
		if strings.HasPrefix(f.Function, "main.alloc") && r.AllocBytes/r.AllocObjects == 896 {
			objects += r.AllocObjects
			size += r.AllocBytes
			inUse += r.InUseObjects()
		}
	}
	return objects, size, inUse
}

func main() {
	runtime.MemProfileRate = 1
	alloc(100)
	runtime.GC()
	runtime.GC()
	fmt.Println(profile())
	keep = nil
	runtime.GC()
	runtime.GC()
	runtime.GC()
	fmt.Println(profile())
}
