package fmt

import (
	"errors"
	"slices"
)

// Errorf formats an error's text. Operands of the verb %w, which must be errors, are what the error wraps: Unwrap returns it, or
// a list of them.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wraps = true
	p.printf(format, a)
	wrapped := slices.Clone(p.wrapped)
	s := p.text()
	switch len(wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[wrapped[0]].(error)
		return w
	}
	slices.Sort(wrapped)
	var errs []error
	for _, i := range slices.Compact(wrapped) {
		if e, ok := a[i].(error); ok {
			errs = append(errs, e)
		}
	}
	return &wrapErrors{s, errs}
}

// A wrapError is an error around another.
type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

// A wrapErrors is an error around several.
type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
