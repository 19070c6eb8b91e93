package errors

import (
	"internal/abi"
	"unsafe"
)

// Unwrap returns what err wraps, when it has a method Unwrap() error; otherwise nil. It does not
// look into errors that wrap several.
func Unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

// visit calls found for err and everything it wraps, depth first, until a call says true.
func visit(err error, found func(error) bool) bool {
	for err != nil {
		if found(err) {
			return true
		}
		if w, ok := err.(interface{ Unwrap() []error }); ok {
			for _, inner := range w.Unwrap() {
				if visit(inner, found) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
	}
	return false
}

// Is reports whether err, or an error that it wraps, is target: equal to it, or with a method
// Is(error) bool that says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	comparable := canCompare(target)
	return visit(err, func(e error) bool {
		if comparable && e == target {
			return true
		}
		m, ok := e.(interface{ Is(error) bool })
		return ok && m.Is(target)
	})
}

// canCompare reports whether == works for values of x's type; where it does not, it panics.
func canCompare(x any) bool {
	return (*abi.EmptyInterface)(unsafe.Pointer(&x)).Type.Equal != nil
}

// AsType looks in err and what it wraps for the first error of type E. An error with a method
// As(any) bool may supply one. The second result says whether one was found.
func AsType[E error](err error) (E, bool) {
	var result E
	ok := visit(err, func(e error) bool {
		if same, ok := e.(E); ok {
			result = same
			return true
		}
		m, ok := e.(interface{ As(any) bool })
		return ok && m.As(&result)
	})
	if !ok {
		var zero E
		return zero, false
	}
	return result, true
}
