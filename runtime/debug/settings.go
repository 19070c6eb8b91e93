// Package debug sets how the runtime behaves, and shows what it knows: settings.go is about the collector, limits and
// what is printed, buildinfo.go says what the program was built from.
package debug

import (
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"
	_ "unsafe" // for linkname
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

// pauses is a list of how long the program was stopped.
type pauses = []time.Duration

// GCStats says what the collector has done.
type GCStats struct {
	LastGC     time.Time // when it last ended
	NumGC      int64
	PauseTotal time.Duration

	// The last pauses, the latest first, and when they ended.
	Pause    pauses
	PauseEnd []time.Time

	// If not empty it gets the shortest pause, quantiles, and the longest.
	PauseQuantiles pauses
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
func quantiles(q, p pauses) {
	if len(p) == 0 || len(q) == 0 {
		clear(q)
		return
	}
	slices.Sort(p)
	last := len(q) - 1
	for i := range last {
		q[i] = p[i*len(p)/last]
	}
	q[last] = p[len(p)-1]
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

// ---- stacks and crashes ----

// PrintStack prints the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns the stack of the calling goroutine, as a traceback has it.
func Stack() []byte {
	for size := 1 << 10; ; size <<= 1 {
		buf := make([]byte, size)
		if n := runtime.Stack(buf, false); n < size {
			return buf[:n]
		}
	}
}

// CrashOptions are options of SetCrashOutput. There are none.
type CrashOptions struct{}

// setCrashFD is the runtime's: it sets the file that reports of a crash go to, besides standard error, and returns the old one.
//
//go:linkname setCrashFD runtime.setCrashFD
func setCrashFD(fd uintptr) uintptr

// SetCrashOutput has what the runtime prints when the program fails written to a copy of f, too; nil ends that.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	fd := ^uintptr(0)
	if f != nil {
		copied, err := duplicate(f.Fd())
		runtime.KeepAlive(f)
		if err != nil {
			return err
		}
		fd = copied
	}
	if old := setCrashFD(fd); old != ^uintptr(0) {
		return syscall.Close(int(old))
	}
	return nil
}

// fcntl is the runtime's: a result and an error number.
//
//go:linkname fcntl runtime.fcntl
func fcntl(fd, cmd, arg int32) (result, errno int32)

const dupCloseOnExec = 1030 // F_DUPFD_CLOEXEC

func duplicate(fd uintptr) (uintptr, error) {
	n, errno := fcntl(int32(fd), dupCloseOnExec, 0)
	if errno != 0 {
		return 0, os.NewSyscallError("dup", syscall.Errno(errno))
	}
	return uintptr(n), nil
}
