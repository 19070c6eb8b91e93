package os

import (
	"errors"
	"runtime"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

// pointer returns an address for a system call; p escapes to the heap, where nothing moves.
func pointer[T any](p *T) uintptr {
	kept := keptPointers
	if kept != nil {
		kept(unsafe.Pointer(p))
	}
	return uintptr(unsafe.Pointer(p))
}

// keptPointers is nil, but the compiler does not know.
var keptPointers func(unsafe.Pointer)

// Chown changes owner and group of a file; -1 leaves one as it is.
func Chown(name string, uid, gid int) error {
	return pathOp("chown", name, func() error { return syscall.Chown(name, uid, gid) })
}

// Lchown is Chown of a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return pathOp("lchown", name, func() error { return syscall.Lchown(name, uid, gid) })
}

// Chown changes owner and group of the file.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return f.wrap("chown", syscall.Fchown(f.fd, uid, gid))
}

// Getgroups returns the groups of the process's user.
func Getgroups() ([]int, error) {
	list, err := syscall.Getgroups()
	return list, NewSyscallError("getgroups", err)
}

// Deadlines are for files that can be waited for together; none is here.

func (f *File) setDeadline(t time.Time) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed.Load() {
		return errors.New("use of closed file")
	}
	return ErrNoDeadline
}

// SetDeadline sets a time at which reading and writing fail.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline(t) }

// SetReadDeadline is SetDeadline for reading.
func (f *File) SetReadDeadline(t time.Time) error { return f.setDeadline(t) }

// SetWriteDeadline is SetDeadline for writing.
func (f *File) SetWriteDeadline(t time.Time) error { return f.setDeadline(t) }

// A rawConn is a syscall.RawConn: waiting is left to the functions.
type rawConn struct{ f *File }

// SyscallConn gives functions the number of the file.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	return rawConn{f}, nil
}

// Control calls f.
func (c rawConn) Control(f func(uintptr)) error {
	if err := c.f.check("SyscallConn"); err != nil {
		return err
	}
	f(uintptr(c.f.fd))
	runtime.KeepAlive(c.f)
	return nil
}

// Read calls f until it is done.
func (c rawConn) Read(f func(uintptr) bool) error {
	for finished := false; !finished; {
		if err := c.Control(func(fd uintptr) { finished = f(fd) }); err != nil {
			return err
		}
		if !finished {
			time.Sleep(time.Millisecond)
		}
	}
	return nil
}

// Write calls f until it is done.
func (c rawConn) Write(f func(uintptr) bool) error { return c.Read(f) }

// userDir returns the directory that a variable names, or one below $HOME.
func userDir(variable, below string) (string, error) {
	dir := Getenv(variable)
	switch {
	case dir == "":
		home := Getenv("HOME")
		if home == "" {
			return "", errors.New("neither $" + variable + " nor $HOME are defined")
		}
		return home + below, nil
	case dir[0] != '/':
		return "", errors.New("path in $" + variable + " is relative")
	}
	return dir, nil
}

// UserCacheDir returns where the user's programs keep what can be made again.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns where the user's programs keep their settings.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

// executable is looked at before the program can change anything.
var executable, executableErr = Readlink("/proc/self/exe")

// Executable returns the path of the program that runs.
func Executable() (string, error) { return strings.TrimSuffix(executable, " (deleted)"), executableErr }
