package sync

// A Cond is a place where goroutines wait for something to become true, and are told when it may have. L is
// the lock of what they wait for:
//
//	c.L.Lock()
//	for !condition() {
//		c.Wait()
//	}
//	...
//	c.L.Unlock()
type Cond struct {
	noCopy noCopy

	L Locker

	notify  notifyList
	checker copyChecker
}

// NewCond returns a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits for Broadcast or for its turn at Signal, and locks c.L again. Others may have run in between: look at
// the condition again.
func (at *Cond) Wait() {
	at.checker.check()
	ticket := runtime_notifyListAdd(&at.notify)
	at.L.Unlock()
	runtime_notifyListWait(&at.notify, ticket)
	at.L.Lock()
}

// Signal wakes the goroutine that waits longest, if any.
func (at *Cond) Signal() {
	at.checker.check()
	runtime_notifyListNotifyOne(&at.notify)
}

// Broadcast wakes all goroutines that wait.
func (at *Cond) Broadcast() {
	at.checker.check()
	runtime_notifyListNotifyAll(&at.notify)
}
