// Goroutines that are tied to threads count in a deadlock.
package main

import "runtime"

func init() { runtime.LockOSThread() }

func main() {
	started := make(chan bool)
	go func() {
		runtime.LockOSThread()
		started <- true
		select {}
	}()
	<-started
	runtime.Gosched()
	<-started
}
