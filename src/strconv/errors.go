// Package strconv turns numbers, booleans and Go literals into text and back.
package strconv

import "errors"

// What can be wrong with a number's text; a NumError holds one of them.
var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError says why a conversion from text failed.
type NumError struct {
	Func string // the function that failed: ParseBool, ParseInt, ...
	Num  string // what it was given
	Err  error  // ErrRange, ErrSyntax or another reason
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *NumError) Unwrap() error { return e.Err }

// numError makes a NumError with its own copy of text, so that the error does not keep alive what
// text is a part of.
func numError(function, text string, reason error) *NumError {
	return &NumError{function, string([]byte(text)), reason}
}
