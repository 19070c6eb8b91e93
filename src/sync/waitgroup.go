package sync

import "sync/atomic"

// A WaitGroup counts tasks that are under way: Wait waits until there are none. The zero value counts none.
//
//	var wg sync.WaitGroup
//	wg.Go(task1)
//	wg.Go(task2)
//	wg.Wait()
type WaitGroup struct {
	noCopy noCopy

	state atomic.Uint64 // tasks in the upper half, goroutines in Wait in the lower
	sema  uint32
}

// Add adds delta, which may be negative, to the count; at 0 it wakes who waits. It panics if the count falls below
// zero. Raising the count from 0 must happen before Wait is called.
func (wg *WaitGroup) Add(delta int) {
	state := wg.state.Add(uint64(delta) << 32)
	tasks, waiters := int32(state>>32), uint32(state)
	if tasks < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && tasks == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if tasks > 0 || waiters == 0 {
		return
	}
	// Nobody may add now, and new waiters see no tasks: the state is ours.
	if wg.state.Load() != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	wg.state.Store(0)
	for ; waiters != 0; waiters-- {
		runtime_Semrelease(&wg.sema, false, 0)
	}
}

// Done takes one away from the count.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the count is 0.
func (wg *WaitGroup) Wait() {
	for {
		state := wg.state.Load()
		if int32(state>>32) == 0 {
			return
		}
		if wg.state.CompareAndSwap(state, state+1) {
			runtime_SemacquireWaitGroup(&wg.sema, false)
			if wg.state.Load() != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}

// Go calls f in a new goroutine and counts it as a task until it returns. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		returned := false
		defer func() {
			if !returned {
				// A panic must end the program before Wait lets main return; a Goexit
				// is a return.
				if x := recover(); x != nil {
					panic(x)
				}
			}
			wg.Done()
		}()
		f()
		returned = true
	}()
}
