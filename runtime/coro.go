// Coroutines: goroutines of which one runs at a time, because each hands its thread to the other. They are what
// iter.Pull is made of.
//
// A coro holds the goroutine that does not run. coroswitch puts the caller there and goes on with the one that was
// there, on the same thread and without the scheduler.

package runtime

import (
	"internal/runtime/sys"
	"unsafe"
)

// A coro is a coroutine and its creator.
type coro struct {
	gp guintptr // who waits; 0 when the coroutine has ended
	f  func(*coro)

	// The creator's ties to its thread: whoever switches must have the same.
	lockedExt uint32
	mp        *m
}

// newcoro makes a coroutine that will call f. It begins with the first coroswitch; when f returns, the other one goes on.
func newcoro(f func(*coro)) *coro {
	c := new(coro)
	c.f = f
	start := corostart
	pc := sys.GetCallerPC()
	gp := getg()
	c.lockedExt, c.mp = gp.m.lockedExt, gp.m
	systemstack(func() {
		newg := newproc1(*(**funcval)(unsafe.Pointer(&start)), gp, pc)
		newg.waitreason = waitReasonCoroutine
		newg.param = unsafe.Pointer(c)
		casgstatus(newg, _Grunnable, _Gwaiting)
		c.gp.set(newg)
	})
	return c
}

// corostart is where the coroutine begins, and ends.
func corostart() {
	gp := getg()
	c := (*coro)(gp.param)
	gp.param = nil
	defer coroexit(c) // also after Goexit
	c.f(c)
}

// coroexit ends the coroutine and goes on with the other.
func coroexit(c *coro) {
	gp := getg()
	gp.param = unsafe.Pointer(c)
	mcall(coroexit_m)
}

// coroswitch hands over to the other goroutine of c.
func coroswitch(c *coro) {
	gp := getg()
	if gp.m.lockedExt != c.lockedExt || c.lockedExt != 0 && gp.m != c.mp {
		throw("coro: OS thread locking must match locking at coroutine creation")
	}
	gp.param = unsafe.Pointer(c)
	mcall(coroswitch_m)
}

// coroexit_m is coroexit on g0.
func coroexit_m(gp *g) {
	c := (*coro)(gp.param)
	gp.param = nil
	next := c.gp.ptr()
	c.gp = 0
	moveTie(next)
	gexit(gp)
	corogo(next)
}

// coroswitch_m is coroswitch on g0.
func coroswitch_m(gp *g) {
	c := (*coro)(gp.param)
	gp.param = nil
	next := c.gp.ptr()
	switch next {
	case nil:
		throw("coroswitch on exited coro")
	case gp:
		throw("coroswitch of a goroutine to itself")
	}
	gp.waitreason = waitReasonCoroutine
	moveTie(next)
	casgstatus(gp, _Grunning, _Gwaiting)
	dropg()
	c.gp.set(gp)
	corogo(next)
}

// corogo runs gp, which waited in a coro, on this thread.
func corogo(gp *g) {
	casgstatus(gp, _Gwaiting, _Grunnable)
	execute(gp)
}
