package syscall

import (
	"errors"
	"internal/oserror"
)

// Well-known errors of package oserror, which os and io/fs export.
var (
	errPermission  = oserror.ErrPermission
	errExist       = oserror.ErrExist
	errNotExist    = oserror.ErrNotExist
	errUnsupported = errors.ErrUnsupported
)

// An Errno is the kernel's number of an error; 0 means no error.
type Errno uintptr

// number formats n in decimal.
func number(n int) string {
	var buf [20]byte
	i := len(buf)
	u := uint(n)
	if n < 0 {
		u = -u
	}
	for u >= 10 || i == len(buf) {
		i--
		buf[i] = byte('0' + u%10)
		u /= 10
	}
	if u > 0 {
		i--
		buf[i] = byte('0' + u)
	}
	if n < 0 {
		i--
		buf[i] = '-'
	}
	return string(buf[i:])
}

// field returns the n-th of the parts that bars separate; "" if there is none.
func field(list string, n int) string {
	start := 0
	for i := 0; i <= len(list); i++ {
		if i < len(list) && list[i] != '|' {
			continue
		}
		if n == 0 {
			return list[start:i]
		}
		start = i + 1
		n--
	}
	return ""
}

// Error says what the error is.
func (e Errno) Error() string {
	if text := field(errorTexts, int(e)); text != "" {
		return text
	}
	return "errno " + number(int(e))
}

// Is reports whether e means target, one of the errors of package oserror.
func (e Errno) Is(target error) bool {
	switch target {
	case errPermission:
		return e == EACCES || e == EPERM
	case errExist:
		return e == EEXIST || e == ENOTEMPTY
	case errNotExist:
		return e == ENOENT
	case errUnsupported:
		return e == ENOSYS || e == ENOTSUP || e == EOPNOTSUPP
	}
	return false
}

// Temporary reports whether trying again may help.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout reports whether time ran out.
func (e Errno) Timeout() bool {
	return e == EAGAIN || e == EWOULDBLOCK || e == ETIMEDOUT
}

// errOf returns an error for a number, nil for 0.
func errOf(e Errno) error {
	if e == 0 {
		return nil
	}
	return e
}

// A Signal is the number of a signal.
type Signal int

// Signal marks the type as a signal of package os.
func (s Signal) Signal() {}

// String says what the signal is.
func (s Signal) String() string {
	if text := field(signalTexts, int(s)); text != "" {
		return text
	}
	return "signal " + number(int(s))
}
