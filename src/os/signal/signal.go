// Package signal has signals of the operating system delivered to channels.
//
// Without this package SIGHUP, SIGINT and SIGTERM end the program; SIGQUIT and SIGABRT do so with a traceback. A write to a broken
// pipe ends it by SIGPIPE if that is standard output or standard error, and fails with EPIPE for others.
package signal

import (
	"context"
	"os"
	"slices"
	"sync"
	"syscall"
)

const signals = 65 // numbers are below

// A set has a bit for each signal.
type set [(signals + 31) / 32]uint32

func (s *set) has(n int) bool { return s[n/32]>>(n%32)&1 != 0 }
func (s *set) add(n int)      { s[n/32] |= 1 << (n % 32) }
func (s *set) remove(n int)   { s[n/32] &^= 1 << (n % 32) }

var (
	mu       sync.Mutex
	wanted   = map[chan<- os.Signal]*set{}
	count    [signals]int                  // channels that want a signal
	stopping []chan<- os.Signal            // channels that get no more once what has come is delivered
	oldSets  = map[chan<- os.Signal]*set{} // what those wanted
	watch    sync.Once
)

// The runtime's side.

func signal_recv() uint32
func signal_enable(uint32)
func signal_disable(uint32)
func signal_ignore(uint32)
func signal_ignored(uint32) bool
func signalWaitUntilIdle()

// number returns a signal's number, -1 if it has none.
func number(sig os.Signal) int {
	if s, ok := sig.(syscall.Signal); ok && 0 <= s && s < signals {
		return int(s)
	}
	return -1
}

// each calls f for signals, all if there are none.
func each(list []os.Signal, f func(n int)) {
	if len(list) == 0 {
		for n := range signals {
			f(n)
		}
	}
	for _, sig := range list {
		if n := number(sig); n >= 0 {
			f(n)
		}
	}
}

// deliver passes on signals for ever.
func deliver() {
	for {
		n := int(signal_recv())
		sig := syscall.Signal(n)
		mu.Lock()
		for c, s := range wanted {
			offer(c, s, n, sig)
		}
		for _, c := range stopping {
			offer(c, oldSets[c], n, sig)
		}
		mu.Unlock()
	}
}

// offer sends a signal to a channel if it wants it and has room.
func offer(c chan<- os.Signal, s *set, n int, sig os.Signal) {
	if s != nil && s.has(n) {
		select {
		case c <- sig:
		default:
		}
	}
}

// Notify has signals sent to c, all if none is given. It does not wait until c has room.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	mu.Lock()
	defer mu.Unlock()
	s := wanted[c]
	if s == nil {
		s = new(set)
		wanted[c] = s
	}
	each(sig, func(n int) {
		if s.has(n) {
			return
		}
		s.add(n)
		if count[n] == 0 {
			signal_enable(uint32(n))
			watch.Do(func() { go deliver() })
		}
		count[n]++
	})
}

// drop takes a signal from a set.
func drop(s *set, n int) {
	if !s.has(n) {
		return
	}
	s.remove(n)
	if count[n]--; count[n] == 0 {
		signal_disable(uint32(n))
	}
}

// Stop has no more signals sent to c: none comes once it has returned.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	s := wanted[c]
	if s == nil {
		mu.Unlock()
		return
	}
	before := *s
	delete(wanted, c)
	for n := range signals {
		drop(s, n)
	}
	stopping = append(stopping, c)
	oldSets[c] = &before
	mu.Unlock()

	signalWaitUntilIdle() // signals that came before still go to c

	mu.Lock()
	if i := slices.Index(stopping, c); i >= 0 {
		stopping = slices.Delete(stopping, i, i+1)
	}
	delete(oldSets, c)
	mu.Unlock()
}

// forget takes signals from all channels, and does something about each.
func forget(list []os.Signal, action func(uint32)) {
	mu.Lock()
	defer mu.Unlock()
	each(list, func(n int) {
		for _, s := range wanted {
			if s.has(n) {
				s.remove(n)
				count[n]--
			}
		}
		action(uint32(n))
	})
}

// Reset undoes Notify and Ignore for signals, all if none is given.
func Reset(sig ...os.Signal) { forget(sig, signal_disable) }

// Ignore has signals ignored, all if none is given.
func Ignore(sig ...os.Signal) { forget(sig, signal_ignore) }

// Ignored reports whether a signal is ignored.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n >= 0 && signal_ignored(uint32(n))
}

// NotifyContext returns a copy of parent that ends when one of the signals comes, or when stop is called, which also undoes the
// rest.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := &signalContext{Context: inner, cancel: cancel, signals: signals, ch: make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if c.Err() == nil {
		go func() {
			select {
			case s := <-c.ch:
				cancel(cause(s.String() + " signal received"))
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalContext struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalContext) stop() {
	c.cancel(nil)
	Stop(c.ch)
}

// String says what it is made of.
func (c *signalContext) String() string {
	s, ok := c.Context.(interface{ String() string })
	if !ok {
		return "signal.NotifyContext"
	}
	name := s.String()
	if cut := len(name) - len(".WithCancel"); cut >= 0 && name[cut:] == ".WithCancel" {
		name = name[:cut]
	}
	text := "signal.NotifyContext(" + name
	if len(c.signals) > 0 {
		text += ", ["
		for i, sig := range c.signals {
			if i > 0 {
				text += " "
			}
			text += sig.String()
		}
		text += "]"
	}
	return text + ")"
}

// A cause is why a context of NotifyContext ended.
type cause string

func (c cause) Error() string        { return string(c) }
func (c cause) Is(target error) bool { return target == context.Canceled }
