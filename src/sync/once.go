package sync

import "sync/atomic"

// A Once does something one time; the zero value has not done it.
type Once struct {
	_ noCopy

	done atomic.Bool
	m    Mutex
}

// Do calls f if this is the first call of Do on o. When it returns, f has returned, whoever called
// it; so f must not call Do itself. A panic of f counts as a return.
func (o *Once) Do(f func()) {
	if !o.done.Load() {
		o.first(f)
	}
}

// first is Do while it may not have been done: callers line up, and the first one does it.
func (o *Once) first(f func()) {
	defer o.m.Unlock()
	o.m.Lock()
	if !o.done.Load() {
		defer o.done.Store(true)
		f()
	}
}

// A result is what the single call of a function gave: that it returned, or what it panicked with.
type result struct {
	once     Once
	returned bool
	panicked any
}

// do calls f the first time, and panics every time if that panicked.
func (r *result) do(f func()) {
	r.once.Do(func() {
		defer func() {
			r.panicked = recover()
			if !r.returned {
				panic(r.panicked) // with the traceback of the first time
			}
		}()
		f()
		r.returned = true
	})
	if !r.returned {
		panic(r.panicked)
	}
}

// OnceFunc returns a function that calls f the first time it is called, from any goroutine. If f panics, so do all
// calls.
func OnceFunc(f func()) func() {
	r := new(result)
	return func() {
		r.do(func() {
			call := f
			f = nil // let go of what it holds
			call()
		})
	}
}

// OnceValue is OnceFunc for a function with a result.
func OnceValue[T any](f func() T) func() T {
	r := new(result)
	var v T
	return func() T {
		r.do(func() {
			call := f
			f = nil
			v = call()
		})
		return v
	}
}

// OnceValues is OnceFunc for a function with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	r := new(result)
	var v1 T1
	var v2 T2
	return func() (T1, T2) {
		r.do(func() {
			call := f
			f = nil
			v1, v2 = call()
		})
		return v1, v2
	}
}
