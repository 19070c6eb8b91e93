// Package syscall is the kernel's interface as it is. What programs need of it, package os offers in a nicer form.
//
// znumbers_linux_amd64.go has the kernel's numbers; calls.go and more.go the calls that package os makes; exec.go starts processes and
// waits for them; env.go has the environment; errno.go what errors say.
package syscall

import (
	"internal/runtime/syscall/linux"
	"unsafe"
)

// RawSyscall makes a system call without telling the scheduler: it must not block.
//
//go:nosplit
func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, e := linux.Syscall6(trap, a1, a2, a3, 0, 0, 0)
	return r1, r2, Errno(e)
}

// RawSyscall6 is RawSyscall with six arguments.
//
//go:nosplit
func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, e := linux.Syscall6(trap, a1, a2, a3, a4, a5, a6)
	return r1, r2, Errno(e)
}

// Syscall makes a system call that may block.
func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	return Syscall6(trap, a1, a2, a3, 0, 0, 0)
}

// The scheduler lets others run while a call lasts.

//go:linkname entersyscall runtime.entersyscall
func entersyscall()

//go:linkname exitsyscall runtime.exitsyscall
func exitsyscall()

// Syscall6 is Syscall with six arguments.
//
//go:nosplit
func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	entersyscall()
	r1, r2, e := linux.Syscall6(trap, a1, a2, a3, a4, a5, a6)
	exitsyscall()
	return r1, r2, Errno(e)
}

// Standard files.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// ImplementsGetwd says that Getwd works.
const ImplementsGetwd = true

// Numbers that package syscall keeps to itself.
const (
	_AT_FDCWD            = -100
	_AT_SYMLINK_NOFOLLOW = 0x100
	_AT_REMOVEDIR        = 0x200
)

// PathMax is the longest path the kernel takes.
const PathMax = 0x1000

// ByteSliceFromString returns s with a zero byte behind, or EINVAL if it has one inside.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b, nil
}

// BytePtrFromString is ByteSliceFromString, as a pointer to the first byte.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &b[0], nil
}

// A Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns the two parts.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns the time in nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// NsecToTimespec converts nanoseconds.
func NsecToTimespec(nsec int64) Timespec {
	sec := nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Timespec{sec, nsec}
}

// A Timeval is a time in seconds and microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Unix returns the two parts, the second in nanoseconds.
func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }

// Nano returns the time in nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1000 }

// A Stat_t is what the kernel says about a file.
type Stat_t struct {
	Dev, Ino, Nlink       uint64
	Mode, Uid, Gid        uint32
	X__pad0               int32
	Rdev                  uint64
	Size, Blksize, Blocks int64
	Atim, Mtim, Ctim      Timespec // used, changed, and the inode changed
	X__unused             [3]int64
}

// A Dirent is an entry of a directory.
type Dirent struct {
	Ino       uint64
	Off       int64
	Reclen    uint16
	Type      uint8
	Name      [256]int8
	Pad_cgo_0 [5]byte
}

// What the kernel is given must not move: stacks do, so it has to be on the heap, where addr sends it. And it must be kept
// alive until the call is over, with runtime.KeepAlive.

var (
	sink unsafe.Pointer
	leak bool // never set, but the compiler does not know
)

// addr returns an address for the kernel.
func addr(p unsafe.Pointer) uintptr {
	if leak {
		sink = p
	}
	return uintptr(p)
}

// bytesAddr returns the address of p's bytes for the kernel.
func bytesAddr(p []byte) uintptr { return addr(unsafe.Pointer(unsafe.SliceData(p))) }
