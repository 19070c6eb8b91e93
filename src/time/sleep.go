package time

import "unsafe"

// Sleep stops the goroutine for at least d.
func Sleep(d Duration)

// The runtime's timer: when it is due it calls f(arg, seq, delta), and then every period.
func newTimer(when, period int64, f func(any, uintptr, int64), arg any, cp unsafe.Pointer) *Timer
func stopTimer(*Timer) bool
func resetTimer(t *Timer, when, period int64) bool

// A Timer sends the time on C when it is due, or calls a function.
type Timer struct {
	C      <-chan Time
	isMade bool // by NewTimer or AfterFunc
}

// due returns the reading of the clock in d from now.
func due(d Duration) int64 {
	if d <= 0 {
		return runtimeNano()
	}
	if t := runtimeNano() + int64(d); t >= 0 {
		return t
	}
	return 1<<63 - 1
}

// NewTimer returns a Timer that is due in d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := newTimer(due(d), 0, sendTime, c, *(*unsafe.Pointer)(unsafe.Pointer(&c)))
	t.C = c
	return t
}

// sendTime sends the time at which a timer was due, unless there is something in the channel already.
func sendTime(c any, seq uintptr, delta int64) {
	select {
	case c.(chan Time) <- Now().Add(Duration(-delta)):
	default:
	}
}

// AfterFunc calls f in a goroutine of its own in d.
func AfterFunc(d Duration, f func()) *Timer {
	return newTimer(due(d), 0, startFunc, f, nil)
}

func startFunc(arg any, seq uintptr, delta int64) { go arg.(func())() }

// Stop stops the Timer, and reports whether it was going to fire.
func (t *Timer) Stop() bool {
	if !t.isMade {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t)
}

// Reset makes the Timer due in d, and reports whether it was going to fire before.
func (t *Timer) Reset(d Duration) bool {
	if !t.isMade {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t, due(d), 0)
}

// After returns a channel on which the time is sent in d.
func After(d Duration) <-chan Time { return NewTimer(d).C }
