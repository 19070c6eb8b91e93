package os

import (
	"errors"
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
	return f.do("chown", func(fd int) error { return syscall.Fchown(fd, uid, gid) })
}

// Getgroups returns the groups of the process's user.
func Getgroups() ([]int, error) {
	list, err := syscall.Getgroups()
	return list, NewSyscallError("getgroups", err)
}

// setDeadline sets the deadline of reading, 'r', writing, 'w', or both, their sum.
func (f *File) setDeadline(t time.Time, mode int) error {
	if f == nil {
		return ErrInvalid
	}
	return f.fd.SetDeadline(t, mode)
}

// SetDeadline sets a time at which reading and writing fail. Only pipes and other files that one waits for have deadlines.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline(t, 'r'+'w') }

// SetReadDeadline is SetDeadline for reading.
func (f *File) SetReadDeadline(t time.Time) error { return f.setDeadline(t, 'r') }

// SetWriteDeadline is SetDeadline for writing.
func (f *File) SetWriteDeadline(t time.Time) error { return f.setDeadline(t, 'w') }

// A rawConn is a syscall.RawConn.
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
	return c.f.fd.Do(func(fd int) error {
		f(uintptr(fd))
		return nil
	})
}

// Read calls f, and waits until there is something to read, until f is done. Write waits to write.
func (c rawConn) Read(f func(uintptr) bool) error  { return c.f.fd.Raw('r', f) }
func (c rawConn) Write(f func(uintptr) bool) error { return c.f.fd.Raw('w', f) }

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
