package main

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
	"unsafe"
)

func main() {
	fmt.Println(debug.SetGCPercent(-1), debug.SetGCPercent(200), debug.SetGCPercent(100))
	fmt.Println(debug.SetMemoryLimit(-1) == math.MaxInt64, debug.SetMemoryLimit(1<<40) == math.MaxInt64, debug.SetMemoryLimit(math.MaxInt64))
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(1e9))
	fmt.Println(debug.SetMaxThreads(500), debug.SetMaxThreads(10000))
	runtime.GC()
	debug.FreeOSMemory()
	stats := debug.GCStats{PauseQuantiles: make([]time.Duration, 3)}
	debug.ReadGCStats(&stats)
	fmt.Println(stats.NumGC >= 2, len(stats.Pause) == len(stats.PauseEnd), len(stats.Pause) >= 2, stats.PauseTotal > 0)
	fmt.Println(stats.PauseQuantiles[0] <= stats.PauseQuantiles[1], stats.PauseQuantiles[1] <= stats.PauseQuantiles[2], !stats.LastGC.IsZero())
	lines := strings.Split(string(debug.Stack()), "\n")
	fmt.Println(lines[0], strings.HasPrefix(lines[1], "runtime/debug.Stack()"), strings.HasPrefix(lines[3], "main.main()"))

	fmt.Println(debug.SetPanicOnFault(true))
	func() {
		defer func() {
			e := recover().(runtime.Error)
			fmt.Println(e, e.(interface{ Addr() uintptr }).Addr() == 0x12345000)
		}()
		*(*int)(unsafe.Pointer(uintptr(0x12345000)))++
	}()
	fmt.Println(debug.SetPanicOnFault(false))

	f, _ := os.CreateTemp("", "crash")
	defer os.Remove(f.Name())
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}), debug.SetCrashOutput(nil, debug.CrashOptions{}))
}
