// Signals for package os/signal: the handler leaves them here, and a goroutine of that package takes
// them away.
//
// The handler may interrupt anything, so it takes no lock: it sets a bit of pending, counts in seq, and
// wakes who sleeps on that. The goroutine sleeps, as in a system call, until seq changes. Signals of one
// number that come before the first of them is taken are one, as the kernel has it, too.

package runtime

import (
	"internal/runtime/atomic"
	"internal/runtime/sys"
	_ "unsafe" // for linkname
)

const sigWords = 3 // of 32 signals each

var sigq struct {
	wanted  [sigWords]uint32 // the program asked for these
	ignored [sigWords]uint32 // the kernel drops these
	ours    [sigWords]uint32 // the runtime has its handler for these in any case
	pending [sigWords]uint32 // came, and are not yet taken
	seq     uint32           // counts arrivals
	sending uint32           // handlers that are at it
}

// sigbit returns where a signal's bit is.
func sigbit(set *[sigWords]uint32, sig uint32) (word *uint32, bit uint32) {
	return &set[sig/32%sigWords], 1 << (sig % 32)
}

func sigIn(set *[sigWords]uint32, sig uint32) bool {
	word, bit := sigbit(set, sig)
	return atomic.Load(word)&bit != 0
}

func sigPut(set *[sigWords]uint32, sig uint32, on bool) {
	word, bit := sigbit(set, sig)
	for {
		old := atomic.Load(word)
		now := old &^ bit
		if on {
			now = old | bit
		}
		if atomic.Cas(word, old, now) {
			return
		}
	}
}

// sigsend leaves a signal for the program, if that asked for it. It is called by the handler.
func sigsend(sig uint32) bool {
	atomic.Xadd(&sigq.sending, 1)
	ok := sig < 32*sigWords && sigIn(&sigq.wanted, sig)
	if ok {
		sigPut(&sigq.pending, sig, true)
		atomic.Xadd(&sigq.seq, 1)
		futexwakeup(&sigq.seq, 1)
	}
	atomic.Xadd(&sigq.sending, -1)
	return ok
}

// takePending takes the lowest signal that came; 0 if there is none.
func takePending() uint32 {
	for i := range sigq.pending {
		if v := atomic.Load(&sigq.pending[i]); v != 0 {
			sig := uint32(32*i + sys.TrailingZeros32(v))
			sigPut(&sigq.pending, sig, false)
			return sig
		}
	}
	return 0
}

// signal_recv waits for a signal.
//
//go:linkname signal_recv os/signal.signal_recv
func signal_recv() uint32 {
	for {
		seq := atomic.Load(&sigq.seq)
		if sig := takePending(); sig != 0 {
			return sig
		}
		sleepForSignal(seq)
	}
}

// sleepForSignal sleeps until sigq.seq is no longer seq.
//
//go:noinline
func sleepForSignal(seq uint32) {
	entersyscall()
	futex(&sigq.seq, _FUTEX_WAIT_PRIVATE, seq, nil)
	exitsyscall()
}

// signalWaitUntilIdle waits until all signals that have come are taken.
//
//go:linkname signalWaitUntilIdle os/signal.signalWaitUntilIdle
func signalWaitUntilIdle() {
	for atomic.Load(&sigq.sending) != 0 || anyPending() {
		Gosched()
	}
}

func anyPending() bool {
	for i := range sigq.pending {
		if atomic.Load(&sigq.pending[i]) != 0 {
			return true
		}
	}
	return false
}

// canChange reports whether a signal's action can be changed.
func canChange(sig uint32) bool {
	return 0 < sig && sig < 32*sigWords && sig != _SIGKILL && sig != _SIGSTOP
}

// signal_enable has a signal come to the program.
//
//go:linkname signal_enable os/signal.signal_enable
func signal_enable(sig uint32) {
	if canChange(sig) {
		sigPut(&sigq.ignored, sig, false)
		sigPut(&sigq.wanted, sig, true)
		installHandler(uintptr(sig))
	}
}

// signal_disable gives a signal the action that it has without os/signal.
//
//go:linkname signal_disable os/signal.signal_disable
func signal_disable(sig uint32) {
	if !canChange(sig) {
		return
	}
	sigPut(&sigq.ignored, sig, false)
	sigPut(&sigq.wanted, sig, false)
	if sigIn(&sigq.ours, sig) {
		installHandler(uintptr(sig))
	} else {
		setHandler(uintptr(sig), _SIG_DFL)
	}
}

// signal_ignore has the kernel drop a signal.
//
//go:linkname signal_ignore os/signal.signal_ignore
func signal_ignore(sig uint32) {
	if canChange(sig) {
		sigPut(&sigq.wanted, sig, false)
		sigPut(&sigq.ignored, sig, true)
		setHandler(uintptr(sig), _SIG_IGN)
	}
}

// signal_ignored reports whether a signal is ignored, by the program or since before it began.
//
//go:linkname signal_ignored os/signal.signal_ignored
func signal_ignored(sig uint32) bool {
	if sig >= 32*sigWords {
		return false
	}
	var sa sigactiont
	return sigIn(&sigq.ignored, sig) || rtSigaction(uintptr(sig), nil, &sa, 8) == 0 && sa.handler == _SIG_IGN
}
