// Package sync holds the lock and the concurrent map behind package sync, for packages that
// package sync itself is built on.
package sync

// What the runtime provides.

func fatal(string)
func throw(string)
func runtime_doSpin()
func runtime_nanotime() int64
func runtime_canSpin(i int) bool
func runtime_Semrelease(s *uint32, handoff bool, skipframes int)
func runtime_SemacquireMutex(s *uint32, lifo bool, skipframes int)
