// iter.Pull in a goroutine that is tied to its thread, and in an init function.
package main

import (
	"iter"
	"runtime"
	"syscall"
	"time"
)

func count(yield func(int) bool) {
	for i := 0; i < 5; i++ {
		runtime.Gosched()
		time.Sleep(time.Microsecond)
		if !yield(syscall.Gettid()) {
			return
		}
	}
}

func sameThread() bool {
	same := true
	next, stop := iter.Pull(iter.Seq[int](count))
	for i := 0; i < 3; i++ {
		id, ok := next()
		same = same && ok && id == syscall.Gettid()
		runtime.Gosched()
	}
	stop()
	return same
}

func init() { println("init", sameThread()) }

func main() {
	done := make(chan bool)
	for i := 0; i < 3; i++ {
		go func() {
			runtime.LockOSThread()
			id := syscall.Gettid()
			done <- sameThread() && id == syscall.Gettid()
		}()
	}
	for i := 0; i < 3; i++ {
		println(<-done)
	}
}
