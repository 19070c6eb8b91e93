// Memory goes back to the kernel, and comes back as zeros.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

// resident returns the bytes of memory that the process has.
func resident() int {
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		panic(err)
	}
	var size, pages int
	fmt.Sscan(string(data), &size, &pages)
	return pages * os.Getpagesize()
}

//go:noinline
func fill(n int) [][]byte {
	var list [][]byte
	for i := 0; i < n; i++ {
		b := make([]byte, 100<<10)
		for k := range b {
			if b[k] != 0 {
				panic("not zero")
			}
			b[k] = byte(k)
		}
		list = append(list, b)
	}
	return list
}

func main() {
	debug.SetGCPercent(-1)
	for round := 0; round < 2; round++ {
		list := fill(200)
		full := resident()
		runtime.KeepAlive(list)
		list = nil
		debug.FreeOSMemory()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Println(full-resident() > 15<<20, m.HeapReleased > 15<<20, m.HeapIdle >= m.HeapReleased)
	}
}
