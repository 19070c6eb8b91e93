package iter

import (
	"runtime"
	_ "unsafe" // for linkname
)

// A coro is the runtime's coroutine: coroswitch lets the other side of it run until that switches back or ends.
type coro struct{}

//go:linkname newcoro runtime.newcoro
func newcoro(func(*coro)) *coro

//go:linkname coroswitch runtime.coroswitch
func coroswitch(*coro)

// A puller runs an iterator in a coroutine, which hands out values of type E.
type puller[E any] struct {
	name string // of the function, for panics
	c    *coro

	value   E
	ok      bool // value has been handed out and not taken
	done    bool // the iterator has ended, or is to end
	asked   bool // it has been asked for the next value and has not answered
	failure any  // what it panicked with
	goexit  bool // it called Goexit
}

// start makes the coroutine. run calls the iterator; it does not begin before the first value is asked for.
func (p *puller[E]) start(run func()) {
	p.c = newcoro(func(*coro) {
		returned := false
		defer func() {
			p.failure = recover()
			p.goexit = p.failure == nil && !returned
			p.done = true
			p.asked = false
		}()
		if !p.done {
			run()
		}
		var none E
		p.value, p.ok = none, false
		returned = true
	})
}

// yield is called by the iterator: it hands out a value, and when the next one is asked for reports whether to go on.
func (p *puller[E]) yield(e E) bool {
	if p.done {
		return false
	}
	if !p.asked {
		panic(p.name + ": yield called again before next")
	}
	p.asked = false
	p.value, p.ok = e, true
	coroswitch(p.c)
	return !p.done
}

// resume lets the iterator run to its next value, or end.
func (p *puller[E]) resume() {
	coroswitch(p.c)
	switch {
	case p.failure != nil:
		panic(p.failure)
	case p.goexit:
		runtime.Goexit()
	}
}

// next returns the next value.
func (p *puller[E]) next() (e E, ok bool) {
	if p.asked {
		panic(p.name + ": next called again before yield")
	}
	if p.done {
		return e, false
	}
	p.asked = true
	p.resume()
	var none E
	e, ok = p.value, p.ok
	p.value, p.ok = none, false
	return e, ok
}

// stop ends the iterator.
func (p *puller[E]) stop() {
	if !p.done {
		p.done = true
		p.resume()
	}
}

// Pull turns an iterator that pushes its values into one from which they are pulled: next returns the next value and whether there was
// one. stop ends the iteration, and must be called unless next has said that there are no more values.
//
// The iterator runs in a coroutine. If it panics, so does the call of next or stop that it serves.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := &puller[V]{name: "iter.Pull"}
	p.start(func() { seq(p.yield) })
	return p.next, p.stop
}

// Pull2 is Pull for iterators of pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	type pair struct {
		k K
		v V
	}
	p := &puller[pair]{name: "iter.Pull2"}
	p.start(func() {
		seq(func(k K, v V) bool { return p.yield(pair{k, v}) })
	})
	next = func() (K, V, bool) {
		e, ok := p.next()
		return e.k, e.v, ok
	}
	return next, p.stop
}
