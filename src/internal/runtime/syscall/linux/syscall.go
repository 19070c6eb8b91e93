// Package linux makes system calls, for the runtime and package syscall: nothing here waits for, or tells, the scheduler.
package linux

import "unsafe"

// Syscall6 makes system call num. errno is 0 if it succeeded.
//
//go:noescape
func Syscall6(num, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)

// Numbers of system calls.
const (
	SYS_READ, SYS_PREAD64, SYS_OPENAT, SYS_CLOSE                        = 0, 17, 257, 3
	SYS_EPOLL_CREATE1, SYS_EPOLL_CTL, SYS_EPOLL_PWAIT, SYS_EPOLL_PWAIT2 = 291, 233, 281, 441
	SYS_EVENTFD2, SYS_FCNTL, SYS_MPROTECT, SYS_PRCTL, SYS_UNAME         = 290, 72, 10, 157, 63
)

// Numbers and flags of the kernel.
const (
	ENOENT   = 2
	AT_FDCWD = -100 // "the working directory", where a number of an open one is expected

	O_RDONLY    = 0
	O_LARGEFILE = 0 // files always may be large
	O_CLOEXEC   = 1 << 19

	EPOLL_CTL_ADD, EPOLL_CTL_DEL, EPOLL_CTL_MOD = 1, 2, 3
	EPOLL_CLOEXEC                               = O_CLOEXEC

	EPOLLIN, EPOLLOUT, EPOLLERR = 1 << 0, 1 << 2, 1 << 3
	EPOLLHUP, EPOLLRDHUP        = 1 << 4, 1 << 13
	EPOLLET                     = 1 << 31 // tell once of each change

	EFD_NONBLOCK = 1 << 11
	EFD_CLOEXEC  = O_CLOEXEC

	PR_SET_VMA           = 'S'<<24 | 'V'<<16 | 'M'<<8 | 'A'
	PR_SET_VMA_ANON_NAME = 0
)

// An EpollEvent is what epoll reports; the kernel packs it.
type EpollEvent struct {
	Events uint32
	Data   [8]byte
}

// Utsname is what uname says: strings that end with a zero byte.
type Utsname struct {
	Sysname, Nodename, Release, Version, Machine, Domainname [65]byte
}

// EpollCreate1 makes an epoll instance.
func EpollCreate1(flags int32) (fd int32, errno uintptr) {
	r, _, e := Syscall6(SYS_EPOLL_CREATE1, uintptr(flags), 0, 0, 0, 0, 0)
	return int32(r), e
}

// EpollCtl adds, changes or removes a file of an epoll instance.
func EpollCtl(epfd, op, fd int32, event *EpollEvent) (errno uintptr) {
	_, _, e := Syscall6(SYS_EPOLL_CTL, uintptr(epfd), uintptr(op), uintptr(fd), uintptr(unsafe.Pointer(event)), 0, 0)
	return e
}

// EpollWait waits up to waitms milliseconds for events; for ever if it is negative.
func EpollWait(epfd int32, events []EpollEvent, maxev, waitms int32) (n int32, errno uintptr) {
	p := unsafe.Pointer(unsafe.SliceData(events))
	r, _, e := Syscall6(SYS_EPOLL_PWAIT, uintptr(epfd), uintptr(p), uintptr(maxev), uintptr(waitms), 0, 0)
	return int32(r), e
}

// Eventfd makes an event counter.
func Eventfd(initval, flags int32) (fd int32, errno uintptr) {
	r, _, e := Syscall6(SYS_EVENTFD2, uintptr(initval), uintptr(flags), 0, 0, 0, 0)
	return int32(r), e
}

// Open opens a file; path ends with a zero byte.
func Open(path *byte, mode int, perm uint32) (fd int, errno uintptr) {
	dir := AT_FDCWD
	r, _, e := Syscall6(SYS_OPENAT, uintptr(dir), uintptr(unsafe.Pointer(path)), uintptr(mode|O_LARGEFILE), uintptr(perm), 0, 0)
	return int(r), e
}

// Close closes a file.
func Close(fd int) (errno uintptr) {
	_, _, e := Syscall6(SYS_CLOSE, uintptr(fd), 0, 0, 0, 0, 0)
	return e
}

// Read reads from a file.
func Read(fd int, p []byte) (n int, errno uintptr) {
	r, _, e := Syscall6(SYS_READ, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(p))), uintptr(len(p)), 0, 0, 0)
	return int(r), e
}

// Pread reads from a file at an offset.
func Pread(fd int, p []byte, offset int64) (n int, errno uintptr) {
	b := unsafe.Pointer(unsafe.SliceData(p))
	r, _, e := Syscall6(SYS_PREAD64, uintptr(fd), uintptr(b), uintptr(len(p)), uintptr(offset), 0, 0)
	return int(r), e
}

// Uname fills in buf.
func Uname(buf *Utsname) (errno uintptr) {
	_, _, e := Syscall6(SYS_UNAME, uintptr(unsafe.Pointer(buf)), 0, 0, 0, 0, 0)
	return e
}
