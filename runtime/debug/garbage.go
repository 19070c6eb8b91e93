// Package debug sets how the runtime behaves, and shows what it knows: garbage.go is about the collector and other limits,
// stack.go prints stacks, buildinfo.go says what the program was built from.
package debug

import (
	"runtime"
	"slices"
	"time"
)

// What the runtime provides.

func readGCStats(list *[]time.Duration)
func freeOSMemory()
func setGCPercent(percent int32) int32
func setMaxStack(bytes int) int
func setMaxThreads(n int) int
func setMemoryLimit(limit int64) int64
func setPanicOnFault(on bool) bool

// SetTraceback sets how much is printed when the program fails, as GOTRACEBACK does; it cannot be less than what GOTRACEBACK says.
func SetTraceback(level string)

// WriteHeapDump writes what is on the heap to a file descriptor.
func WriteHeapDump(fd uintptr)

// GCStats says what the collector has done.
type GCStats struct {
	LastGC     time.Time // when it last ended
	NumGC      int64
	PauseTotal time.Duration

	// The last pauses, the latest first, and when they ended.
	Pause    []time.Duration
	PauseEnd []time.Time

	// If not empty it gets the shortest pause, quantiles, and the longest.
	PauseQuantiles []time.Duration
}

// history is how many pauses the runtime remembers.
const history = len(runtime.MemStats{}.PauseNs)

// ReadGCStats fills stats, reusing its slices.
func ReadGCStats(stats *GCStats) {
	// The runtime appends to the list: the pauses, when they ended, and three numbers.
	list := make([]time.Duration, 0, 2*history+3)
	readGCStats(&list)
	at := func(ns time.Duration) time.Time { return time.Unix(0, int64(ns)) }
	n := (len(list) - 3) / 2
	numbers := list[2*n:]
	stats.LastGC, stats.NumGC, stats.PauseTotal = at(numbers[0]), int64(numbers[1]), numbers[2]
	stats.Pause = append(stats.Pause[:0], list[:n]...)
	stats.PauseEnd = stats.PauseEnd[:0]
	for _, end := range list[n : 2*n] {
		stats.PauseEnd = append(stats.PauseEnd, at(end))
	}
	quantiles(stats.PauseQuantiles, list[:n])
}

// quantiles fills q from the pauses, which it sorts.
func quantiles(q, pauses []time.Duration) {
	if len(pauses) == 0 || len(q) == 0 {
		clear(q)
		return
	}
	slices.Sort(pauses)
	last := len(q) - 1
	for i := range last {
		q[i] = pauses[i*len(pauses)/last]
	}
	q[last] = pauses[len(pauses)-1]
}

// SetGCPercent sets by how many percent the heap grows between collections, and returns the old setting; a negative number
// switches the collector off.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

// FreeOSMemory collects, and gives memory back to the system.
func FreeOSMemory() { freeOSMemory() }

// SetMaxStack sets how large the stack of a goroutine may become, and returns the old setting.
func SetMaxStack(bytes int) int { return setMaxStack(bytes) }

// SetMaxThreads sets how many threads there may be, and returns the old setting.
func SetMaxThreads(threads int) int { return setMaxThreads(threads) }

// SetPanicOnFault sets whether an access to bad memory by the calling goroutine is a panic instead of the end.
func SetPanicOnFault(enabled bool) bool { return setPanicOnFault(enabled) }

// SetMemoryLimit sets how much memory the runtime should use at most, and returns the old setting; a negative number only asks.
func SetMemoryLimit(limit int64) int64 { return setMemoryLimit(limit) }
