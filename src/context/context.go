// Package context carries deadlines, cancellation and values along the calls that serve one request.
//
// Contexts form a tree: Background and TODO are roots, the With functions make children. Whoever cancels a context cancels all
// below it. context.go has the interface and what cannot be cancelled; cancel.go what can.
package context

import (
	"errors"
	"reflect"
	"time"
)

// A Context may be used by many goroutines at once.
type Context interface {
	// Value returns what belongs to key, nil if nothing does.
	Value(key any) any

	// Deadline returns when work is going to be cancelled, if that is known.
	Deadline() (deadline time.Time, ok bool)

	// Done returns a channel that is closed when work should stop; nil if that cannot happen.
	Done() <-chan struct{}

	// Err returns nil until Done is closed, then Canceled or DeadlineExceeded.
	Err() error
}

// Canceled is Err of a context that somebody cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is Err of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

// A deadlineExceededError says, as errors of the net do, that more time would have helped.
type deadlineExceededError struct{}

func (deadlineExceededError) Temporary() bool { return true }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Error() string   { return "context deadline exceeded" }

// An emptyCtx is never cancelled and has nothing.
type emptyCtx struct{}

func (emptyCtx) Value(any) any               { return nil }
func (emptyCtx) Err() error                  { return nil }
func (emptyCtx) Done() <-chan struct{}       { return nil }
func (emptyCtx) Deadline() (time.Time, bool) { return time.Time{}, false }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the root for main, for initialization and tests, and for what comes in from outside.
func Background() Context { return backgroundCtx{} }

// TODO returns a root for code that does not know yet which context to use.
func TODO() Context { return todoCtx{} }

// A valueCtx adds one value.
type valueCtx struct {
	Context
	key, value any
}

// WithValue returns a child of parent in which value belongs to key. To avoid clashes, the key's type should be one of the package that uses
// it.
func WithValue(parent Context, key, value any) Context {
	mustExist(parent)
	if key == nil {
		panic("nil key")
	}
	if !reflect.TypeOf(key).Comparable() {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, value}
}

// Value looks in all contexts that just add values before it asks another kind.
func (c *valueCtx) Value(key any) any {
	for {
		if c.key == key {
			return c.value
		}
		parent, ok := c.Context.(*valueCtx)
		if !ok {
			return c.Context.Value(key)
		}
		c = parent
	}
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.value) + ")"
}

// text returns v in as far as that is possible without fmt.
func text(v any) string {
	switch v := v.(type) {
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	case nil:
		return "<nil>"
	}
	return reflect.TypeOf(v).String()
}

// nameOf returns how a context calls itself, or its type.
func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return reflect.TypeOf(c).String()
}

// A withoutCancelCtx has only the values of another context.
type withoutCancelCtx struct {
	emptyCtx
	values Context
}

// WithoutCancel returns a context with the values of parent that is not cancelled when parent is.
func WithoutCancel(parent Context) Context {
	mustExist(parent)
	return withoutCancelCtx{values: parent}
}

func (c withoutCancelCtx) Value(key any) any {
	if key == &cancelKey {
		return nil
	}
	return c.values.Value(key)
}

func (c withoutCancelCtx) String() string { return nameOf(c.values) + ".WithoutCancel" }

func mustExist(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}
