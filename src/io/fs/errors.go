// Package fs has the interfaces to trees of files, whatever keeps them.
package fs

import "internal/oserror"

// The kinds of errors of file systems, to be asked for with errors.Is.
var (
	ErrNotExist   = oserror.ErrNotExist   // "file does not exist"
	ErrExist      = oserror.ErrExist      // "file already exists"
	ErrPermission = oserror.ErrPermission // "permission denied"
	ErrClosed     = oserror.ErrClosed     // "file already closed"
	ErrInvalid    = oserror.ErrInvalid    // "invalid argument"
)

// A PathError says what went wrong with which file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

// Error puts the three together.
func (p *PathError) Error() string { return p.Op + " " + p.Path + ": " + p.Err.Error() }

// Unwrap returns what went wrong.
func (p *PathError) Unwrap() error { return p.Err }

// Timeout reports whether time ran out.
func (p *PathError) Timeout() bool {
	t, ok := p.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
