// A goroutine that is tied to its thread stays there, has it for itself, and takes it along when it ends.
package main

import (
	"os"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"
)

var initThread = syscall.Gettid()

func init() {
	if syscall.Gettid() != syscall.Getpid() {
		println("init functions run on the first thread")
	}
}

// tied yields often and reports whether it was always on one thread.
func tied(c chan int) bool {
	runtime.LockOSThread()
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	defer runtime.UnlockOSThread()
	id := syscall.Gettid()
	for i := 0; i < 50; i++ {
		runtime.Gosched()
		c <- i
		if i%10 == 0 {
			time.Sleep(100 * time.Microsecond)
		}
		if syscall.Gettid() != id {
			return false
		}
	}
	return true
}

func stays() {
	c := make(chan int)
	ok := make(chan bool)
	for i := 0; i < 4; i++ {
		go func() { ok <- tied(c) }()
	}
	for i := 0; i < 200; i++ {
		<-c
	}
	for i := 0; i < 4; i++ {
		println("stays:", <-ok)
	}
}

// alone holds a thread while others look at theirs.
func alone() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	id := syscall.Gettid()
	var wg sync.WaitGroup
	shared := make([]bool, 20)
	for i := range shared {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 10; k++ {
				shared[i] = shared[i] || syscall.Gettid() == id
				runtime.Gosched()
			}
		}()
	}
	wg.Wait()
	for _, s := range shared {
		if s {
			println("another goroutine ran on the thread")
		}
	}
	println("alone")
}

func exists(thread int) bool {
	_, err := os.Stat("/proc/self/task/" + strconv.Itoa(thread))
	return err == nil
}

// ends leaves goroutines tied when they end: their threads go.
func ends() {
	ids := make(chan int)
	for i := 0; i < 5; i++ {
		go func() {
			runtime.LockOSThread()
			ids <- syscall.Gettid()
			if i%2 == 0 {
				runtime.Goexit()
			}
		}()
	}
	for i := 0; i < 5; i++ {
		id := <-ids
		for n := 0; id != syscall.Getpid() && exists(id) && n < 1000; n++ {
			time.Sleep(time.Millisecond)
		}
		println("gone:", id == syscall.Getpid() || !exists(id))
	}
}

func main() {
	println(initThread == syscall.Getpid())
	runtime.UnlockOSThread() // nothing to undo
	stays()
	alone()
	ends()
	runtime.GC()
}
