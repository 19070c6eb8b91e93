package context

import (
	"sync"
	"time"
)

// A CancelFunc tells that work should stop. Calls after the first do nothing.
type CancelFunc func()

// A CancelCauseFunc is a CancelFunc that also says why; nil means Canceled.
type CancelCauseFunc func(cause error)

// A cancelCtx can be cancelled, and cancels its children then.
type cancelCtx struct {
	Context // the parent

	then func() // AfterFunc's function, to be called when this is cancelled

	mu       sync.Mutex // protects all below
	done     chan struct{}
	children map[*cancelCtx]bool
	forget   func() // tells whoever cancels this that there is no need any more
	err      error  // not nil: it is cancelled
	cause    error
	timer    *time.Timer // that will cancel this
}

// cancelKey is the key to which the nearest cancelCtx itself belongs as a value.
var cancelKey int

// A timerCtx has a deadline too.
type timerCtx struct {
	cancelCtx
	deadline time.Time
}

// WithCancel returns a child of parent that is cancelled by calling cancel. That must be done even if nobody needs to stop: until then
// parent keeps the child.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancelCtx(parent)
	return c, func() { c.cancel(Canceled, nil) }
}

// WithCancelCause is WithCancel where cancel says why.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancelCtx(parent)
	return c, func(cause error) { c.cancel(Canceled, cause) }
}

func newCancelCtx(parent Context) *cancelCtx {
	mustExist(parent)
	c := &cancelCtx{Context: parent}
	c.follow(parent)
	return c
}

// WithTimeout is WithDeadline with a time from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), nil)
}

// WithTimeoutCause is WithTimeout with a cause for when the time is over.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// WithDeadline returns a child of parent that is cancelled at d, if nothing else does so before.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a cause for when the deadline has passed.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	mustExist(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.Context = parent
	c.follow(parent)
	late := func() { c.cancel(DeadlineExceeded, cause) }
	if left := time.Until(d); left <= 0 {
		late()
	} else {
		c.mu.Lock()
		if c.err == nil {
			c.timer = time.AfterFunc(left, late)
		}
		c.mu.Unlock()
	}
	return c, func() { c.cancel(Canceled, nil) }
}

// AfterFunc calls f in a goroutine of its own once ctx is cancelled. Calling stop prevents that; stop reports whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	var once sync.Once // either f or stop
	c := &cancelCtx{Context: ctx}
	c.then = func() { once.Do(func() { go f() }) }
	c.follow(ctx)
	return func() bool {
		stopped := false
		once.Do(func() { stopped = true })
		c.cancel(Canceled, nil)
		return stopped
	}
}

// Cause returns why c was cancelled: what cancel was told, or else Err. Contexts give their cause to their children.
func Cause(c Context) error {
	if a, ok := c.Value(&cancelKey).(*cancelCtx); ok {
		a.mu.Lock()
		cause := a.cause
		a.mu.Unlock()
		if cause != nil {
			return cause
		}
	}
	return c.Err()
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done == nil {
		c.done = make(chan struct{})
		if c.err != nil {
			close(c.done)
		}
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelKey {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

// follow sees to it that c is cancelled when parent is.
func (c *cancelCtx) follow(parent Context) {
	done := parent.Done()
	if done == nil {
		return
	}
	if a, ok := parent.Value(&cancelKey).(*cancelCtx); ok && a.Done() == done {
		a.adopt(c)
		return
	}
	// A kind that is not from here: it may offer a way to follow it; otherwise a goroutine waits.
	leave := func() { c.cancel(parent.Err(), Cause(parent)) }
	select {
	case <-done:
		leave()
		return
	default:
	}
	if p, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		stop := p.AfterFunc(leave)
		c.whenCancelled(func() { stop() })
		return
	}
	go func() {
		select {
		case <-done:
			leave()
		case <-c.Done():
		}
	}()
}

// adopt makes child a child of c, or cancels it if c is cancelled already.
func (c *cancelCtx) adopt(child *cancelCtx) {
	c.mu.Lock()
	err, cause := c.err, c.cause
	if err == nil {
		if c.children == nil {
			c.children = make(map[*cancelCtx]bool)
		}
		c.children[child] = true
		child.forget = func() {
			c.mu.Lock()
			delete(c.children, child)
			c.mu.Unlock()
		}
	}
	c.mu.Unlock()
	if err != nil {
		child.cancel(err, cause)
	}
}

// whenCancelled sets what tells the parent that c need not be cancelled any more.
func (c *cancelCtx) whenCancelled(forget func()) {
	c.mu.Lock()
	cancelled := c.err != nil
	c.forget = forget
	c.mu.Unlock()
	if cancelled {
		forget()
	}
}

// cancel cancels c and all below, once. The children's locks are taken with c's held, never the other way round.
func (c *cancelCtx) cancel(err, cause error) {
	if cause == nil {
		cause = err
	}
	if forget := c.mark(err, cause); forget != nil {
		forget()
	}
}

// mark cancels c. It returns how to tell the parent, if that is to be done.
func (c *cancelCtx) mark(err, cause error) (forget func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err != nil {
		return nil
	}
	c.err, c.cause = err, cause
	if c.done != nil {
		close(c.done)
	}
	if c.timer != nil {
		c.timer.Stop()
	}
	for child := range c.children {
		child.mark(err, cause)
	}
	c.children = nil
	if c.then != nil {
		c.then()
	}
	return c.forget
}
