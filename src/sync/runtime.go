// Package sync provides locks and other means of waiting for each other. Values of its types
// must not be copied after their first use. Channels are often clearer.
package sync

import (
	"sync/atomic"
	"unsafe"
)

// What the runtime provides. A semaphore is a number that never goes below zero: acquire takes one away,
// waiting if there is none; release adds one and wakes a waiter.

func fatal(string)
func throw(string)
func runtime_procUnpin()
func runtime_procPin() int
func runtime_Semacquire(s *uint32)
func runtime_notifyListCheck(size uintptr)
func runtime_notifyListNotifyAll(l *notifyList)
func runtime_notifyListNotifyOne(l *notifyList)
func runtime_notifyListAdd(l *notifyList) uint32
func runtime_registerPoolCleanup(cleanup func())
func runtime_notifyListWait(l *notifyList, t uint32)
func runtime_Semrelease(s *uint32, handoff bool, skipframes int)
func runtime_SemacquireWaitGroup(s *uint32, synctestDurable bool)
func runtime_SemacquireRWMutex(s *uint32, lifo bool, skipframes int)
func runtime_SemacquireRWMutexR(s *uint32, lifo bool, skipframes int)

// A notifyList is the runtime's list of the goroutines that wait at a Cond.
type notifyList struct {
	wait   uint32 // tickets given out
	notify uint32 // tickets woken
	lock   uintptr
	head   unsafe.Pointer
	tail   unsafe.Pointer
}

func init() {
	runtime_notifyListCheck(unsafe.Sizeof(notifyList{}))
}

// noCopy makes `go vet` complain about copies of what holds it.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A copyChecker holds its own address, to notice when what it is part of has been copied.
type copyChecker uintptr

func (c *copyChecker) check() {
	self := uintptr(unsafe.Pointer(c))
	if uintptr(*c) == self || atomic.CompareAndSwapUintptr((*uintptr)(c), 0, self) {
		return
	}
	if atomic.LoadUintptr((*uintptr)(c)) != self {
		panic("sync.Cond is copied")
	}
}
