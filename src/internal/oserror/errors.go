// Package oserror has the errors that the kernel's errors stand for. Packages os and io/fs export them; package syscall, which
// they import, knows them from here.
package oserror

import "errors"

// The well-known errors.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)
