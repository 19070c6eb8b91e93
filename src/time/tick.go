package time

import "unsafe"

// A Ticker sends the time on C again and again.
type Ticker struct {
	C      <-chan Time
	isMade bool
}

// NewTicker returns a Ticker with a period of d. A slow receiver misses ticks.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := (*Ticker)(unsafe.Pointer(newTimer(due(d), int64(d), sendTime, c, *(*unsafe.Pointer)(unsafe.Pointer(&c)))))
	t.C = c
	return t
}

// Stop stops the Ticker. It does not close the channel.
func (t *Ticker) Stop() {
	if t.isMade {
		stopTimer((*Timer)(unsafe.Pointer(t)))
	}
}

// Reset makes the period d; the next tick is in d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.isMade {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer((*Timer)(unsafe.Pointer(t)), due(d), int64(d))
}

// Tick returns the channel of a new Ticker, nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
