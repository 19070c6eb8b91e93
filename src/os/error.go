package os

import (
	"errors"
	"internal/ggo/poll"
	"internal/oserror"
	"io/fs"
	"syscall"
)

// The kinds of errors, to be asked for with errors.Is.
var (
	ErrClosed     = fs.ErrClosed
	ErrExist      = fs.ErrExist
	ErrInvalid    = fs.ErrInvalid
	ErrNotExist   = fs.ErrNotExist
	ErrPermission = fs.ErrPermission

	ErrNoDeadline       = poll.ErrNoDeadline
	ErrDeadlineExceeded = poll.ErrDeadline
	ErrProcessDone      = errors.New("os: process already finished")
)

// PathError says what went wrong with which file.
type PathError = fs.PathError

// A SyscallError says which system call failed.
type SyscallError struct {
	Syscall string
	Err     error
}

// Error puts the two together.
func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

// Unwrap returns what went wrong.
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout reports whether time ran out.
func (e *SyscallError) Timeout() bool { return IsTimeout(e.Err) }

// NewSyscallError returns a SyscallError, nil if err is nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// A LinkError says what went wrong with two files.
type LinkError struct {
	Op, Old, New string
	Err          error
}

// Error puts them together.
func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }

// Unwrap returns what went wrong.
func (e *LinkError) Unwrap() error { return e.Err }

// cause returns what is behind the errors of this package, one layer deep.
func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

// is reports whether err, of this package or the kernel, means target.
func is(err, target error) bool {
	err = cause(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

// IsExist reports whether err says that something exists already. errors.Is(err, fs.ErrExist) sees through more layers.
func IsExist(err error) bool { return is(err, oserror.ErrExist) }

// IsNotExist reports whether err says that something does not exist.
func IsNotExist(err error) bool { return is(err, oserror.ErrNotExist) }

// IsPermission reports whether err says that something is not allowed.
func IsPermission(err error) bool { return is(err, oserror.ErrPermission) }

// IsTimeout reports whether err says that time ran out.
func IsTimeout(err error) bool {
	t, ok := cause(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}
