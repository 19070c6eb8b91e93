package syscall

import (
	"runtime"
	"unsafe"
)

// owner makes a call that changes owner and group of a file.
func owner(path string, uid, gid int, flags uintptr) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	dir := _AT_FDCWD
	_, _, e := Syscall6(SYS_FCHOWNAT, uintptr(dir), addr(unsafe.Pointer(p)), uintptr(uid), uintptr(gid), flags, 0)
	runtime.KeepAlive(p)
	return errOf(e)
}

// Chown changes owner and group of a file; Lchown those of a symbolic link itself. -1 leaves one as it is.
func Chown(path string, uid int, gid int) error { return owner(path, uid, gid, 0) }

// Lchown is Chown of the link itself.
func Lchown(path string, uid int, gid int) error {
	return owner(path, uid, gid, _AT_SYMLINK_NOFOLLOW)
}

// Fchown is Chown of an open file.
func Fchown(fd int, uid int, gid int) error {
	_, _, e := Syscall(SYS_FCHOWN, uintptr(fd), uintptr(uid), uintptr(gid))
	return errOf(e)
}

// Getgroups returns the groups of the process's user.
func Getgroups() (gids []int, err error) {
	n, _, e := RawSyscall(SYS_GETGROUPS, 0, 0, 0)
	if e != 0 || n == 0 {
		return nil, errOf(e)
	}
	list := make([]uint32, n)
	n, _, e = RawSyscall(SYS_GETGROUPS, n, addr(unsafe.Pointer(&list[0])), 0)
	if e != 0 {
		return nil, e
	}
	for _, g := range list[:n] {
		gids = append(gids, int(g))
	}
	return gids, nil
}

// Dup2 makes newfd another number for oldfd's file.
func Dup2(oldfd int, newfd int) error {
	_, _, e := RawSyscall(SYS_DUP2, uintptr(oldfd), uintptr(newfd), 0)
	return errOf(e)
}

// Dup3 is Dup2 with flags.
func Dup3(oldfd int, newfd int, flags int) error {
	_, _, e := RawSyscall(SYS_DUP3, uintptr(oldfd), uintptr(newfd), uintptr(flags))
	return errOf(e)
}

// fcntl asks for or changes a property of an open file.
func fcntl(fd int, cmd int, arg int) (int, error) {
	r, _, e := RawSyscall(SYS_FCNTL, uintptr(fd), uintptr(cmd), uintptr(arg))
	return count(r, e)
}

// CloseOnExec has a file closed when another program starts in this process.
func CloseOnExec(fd int) { fcntl(fd, F_SETFD, FD_CLOEXEC) }

// SetNonblock says whether calls fail rather than wait.
func SetNonblock(fd int, nonblocking bool) error {
	flags, err := fcntl(fd, F_GETFL, 0)
	if err != nil {
		return err
	}
	wanted := flags &^ O_NONBLOCK
	if nonblocking {
		wanted = flags | O_NONBLOCK
	}
	if wanted != flags {
		_, err = fcntl(fd, F_SETFL, wanted)
	}
	return err
}

// Openat is Open of a path that is relative to an open directory.
func Openat(dirfd int, path string, flags int, mode uint32) (fd int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	r, _, e := Syscall6(SYS_OPENAT, uintptr(dirfd), addr(unsafe.Pointer(p)), uintptr(flags|O_LARGEFILE), uintptr(mode), 0, 0)
	runtime.KeepAlive(p)
	return count(r, e)
}

// Unlinkat removes a file from an open directory.
func Unlinkat(dirfd int, path string) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	_, _, e := Syscall(SYS_UNLINKAT, uintptr(dirfd), addr(unsafe.Pointer(p)), 0)
	runtime.KeepAlive(p)
	return errOf(e)
}

// Flock locks a file, or unlocks it.
func Flock(fd int, how int) error {
	_, _, e := Syscall(SYS_FLOCK, uintptr(fd), uintptr(how), 0)
	return errOf(e)
}

// Mknod makes a file of any kind; Mkfifo a named pipe.
func Mknod(path string, mode uint32, dev int) error {
	_, err := path1(SYS_MKNODAT, path, uintptr(mode), uintptr(dev))
	return err
}

// Mkfifo makes a named pipe.
func Mkfifo(path string, mode uint32) error { return Mknod(path, mode|S_IFIFO, 0) }

// Rlimit is a limit that holds, and how far it may be raised.
type Rlimit struct{ Cur, Max uint64 }

// Getrlimit returns a limit.
func Getrlimit(resource int, rlim *Rlimit) error { return prlimit(resource, nil, rlim) }

// Setrlimit sets a limit.
func Setrlimit(resource int, rlim *Rlimit) error { return prlimit(resource, rlim, nil) }

func prlimit(resource int, new, old *Rlimit) error {
	_, _, e := RawSyscall6(SYS_PRLIMIT64, 0, uintptr(resource), addr(unsafe.Pointer(new)), addr(unsafe.Pointer(old)), 0, 0)
	runtime.KeepAlive(new)
	runtime.KeepAlive(old)
	return errOf(e)
}

// Utsname is what Uname says: strings that end with a zero byte.
type Utsname struct {
	Sysname, Nodename, Release, Version, Machine, Domainname [65]int8
}

// Uname describes the kernel and the machine.
func Uname(buf *Utsname) error {
	_, _, e := RawSyscall(SYS_UNAME, addr(unsafe.Pointer(buf)), 0, 0)
	runtime.KeepAlive(buf)
	return errOf(e)
}

// Getpgrp returns the number of the process group; Getpgid that of another process's.
func Getpgrp() int { return simple(SYS_GETPGRP) }

// Getpgid returns the number of the process group of a process.
func Getpgid(pid int) (pgid int, err error) {
	r, _, e := RawSyscall(SYS_GETPGID, uintptr(pid), 0, 0)
	return count(r, e)
}

// Setpgid puts a process into a process group.
func Setpgid(pid int, pgid int) error {
	_, _, e := RawSyscall(SYS_SETPGID, uintptr(pid), uintptr(pgid), 0)
	return errOf(e)
}

// Setsid makes the process the first of a new session.
func Setsid() (pid int, err error) {
	r, _, e := RawSyscall(SYS_SETSID, 0, 0, 0)
	return count(r, e)
}

// Sync waits until all files are on disk.
func Sync() { Syscall(SYS_SYNC, 0, 0, 0) }

// Gettimeofday returns the time.
func Gettimeofday(tv *Timeval) error {
	_, _, e := RawSyscall(SYS_GETTIMEOFDAY, addr(unsafe.Pointer(tv)), 0, 0)
	runtime.KeepAlive(tv)
	return errOf(e)
}

// Creat makes a file, or empties it, for writing.
func Creat(path string, mode uint32) (fd int, err error) {
	return Open(path, O_CREAT|O_WRONLY|O_TRUNC, mode)
}

// TimespecToNsec and TimevalToNsec convert to nanoseconds.
func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }
func TimevalToNsec(tv Timeval) int64   { return tv.Nano() }

// NsecToTimeval converts nanoseconds, rounded up.
func NsecToTimeval(nsec int64) Timeval {
	ts := NsecToTimespec(nsec + 999)
	return Timeval{ts.Sec, ts.Nsec / 1000}
}

// A RawConn is a file or connection whose number functions may use while it stays open.
type RawConn interface {
	Control(f func(fd uintptr)) error           // calls f once
	Read(f func(fd uintptr) (done bool)) error  // calls f until it is done, waiting for input
	Write(f func(fd uintptr) (done bool)) error // calls f until it is done, waiting for room
}

// A Conn has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}

// SlicePtrFromStrings returns pointers to strings that end with a zero byte, and nil behind them.
func SlicePtrFromStrings(ss []string) ([]*byte, error) {
	list := make([]*byte, len(ss)+1)
	for i, s := range ss {
		p, err := BytePtrFromString(s)
		if err != nil {
			return nil, err
		}
		list[i] = p
	}
	return list, nil
}
