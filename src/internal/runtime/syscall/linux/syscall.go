// Package linux makes system calls, for the runtime and package syscall: nothing here waits for, or tells, the scheduler.
package linux

import "unsafe"

// Syscall6 makes system call num. errno is 0 if it succeeded.
//
//go:noescape
func Syscall6(num, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)

// Numbers of system calls.
const (
	SYS_READ          = 0
	SYS_CLOSE         = 3
	SYS_MPROTECT      = 10
	SYS_PREAD64       = 17
	SYS_UNAME         = 63
	SYS_FCNTL         = 72
	SYS_PRCTL         = 157
	SYS_EPOLL_CTL     = 233
	SYS_OPENAT        = 257
	SYS_EPOLL_PWAIT   = 281
	SYS_EVENTFD2      = 290
	SYS_EPOLL_CREATE1 = 291
	SYS_EPOLL_PWAIT2  = 441
)

// Numbers and flags of the kernel.
const (
	AT_FDCWD = -0x64
	ENOENT   = 0x2

	EPOLLIN       = 0x1
	EPOLLOUT      = 0x4
	EPOLLERR      = 0x8
	EPOLLHUP      = 0x10
	EPOLLRDHUP    = 0x2000
	EPOLLET       = 0x80000000
	EPOLL_CLOEXEC = 0x80000
	EPOLL_CTL_ADD = 0x1
	EPOLL_CTL_DEL = 0x2
	EPOLL_CTL_MOD = 0x3
	EFD_CLOEXEC   = 0x80000
	EFD_NONBLOCK  = 0x800

	O_RDONLY    = 0x0
	O_CLOEXEC   = 0x80000
	O_LARGEFILE = 0x0

	PR_SET_VMA           = 0x53564d41
	PR_SET_VMA_ANON_NAME = 0
)

// An EpollEvent is what epoll reports; the kernel packs it.
type EpollEvent struct {
	Events uint32
	Data   [8]byte
}

// Utsname is what uname says.
type Utsname struct {
	Sysname    [65]byte
	Nodename   [65]byte
	Release    [65]byte
	Version    [65]byte
	Machine    [65]byte
	Domainname [65]byte
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
