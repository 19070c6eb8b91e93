// Package errors makes errors and looks through chains and trees of them.
//
// An error wraps others when it has a method Unwrap() error or Unwrap() []error. Is, As and AsType
// visit an error, then what it wraps, depth first.
package errors

// New returns an error that says text. Each call makes a different error, even for equal texts.
func New(text string) error {
	return &errorString{text}
}

// errorString is an error that is only a text. New hands out its address, so that == tells errors of
// equal texts apart.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// ErrUnsupported says that an operation cannot be done because it is not supported. Functions
// return errors that wrap it, to be found with Is.
var ErrUnsupported = New("unsupported operation")
