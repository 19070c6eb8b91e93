package syscall

import (
	"runtime"
	"unsafe"
)

// path1 makes a call whose arguments are a directory and a path in it.
func path1(trap uintptr, path string, a2, a3 uintptr) (uintptr, error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return 0, err
	}
	dir := _AT_FDCWD
	r, _, e := Syscall6(trap, uintptr(dir), addr(unsafe.Pointer(p)), a2, a3, 0, 0)
	runtime.KeepAlive(p)
	return r, errOf(e)
}

// path2 makes a call with two directories and paths.
func path2(trap uintptr, from, to string) error {
	p, err := BytePtrFromString(from)
	if err != nil {
		return err
	}
	q, err := BytePtrFromString(to)
	if err != nil {
		return err
	}
	dir := _AT_FDCWD
	_, _, e := Syscall6(trap, uintptr(dir), addr(unsafe.Pointer(p)), uintptr(dir), addr(unsafe.Pointer(q)), 0, 0)
	runtime.KeepAlive(p)
	runtime.KeepAlive(q)
	return errOf(e)
}

// Open opens a file and returns its number.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	r, err := path1(SYS_OPENAT, path, uintptr(mode|O_LARGEFILE), uintptr(perm))
	if err != nil {
		return -1, err
	}
	return int(r), nil
}

// Close closes a file.
func Close(fd int) error {
	_, _, e := Syscall(SYS_CLOSE, uintptr(fd), 0, 0)
	return errOf(e)
}

// count turns a call's result into a number of bytes.
func count(r uintptr, e Errno) (int, error) {
	if e != 0 {
		return -1, e
	}
	return int(r), nil
}

// Read reads from a file.
func Read(fd int, p []byte) (n int, err error) {
	r, _, e := Syscall(SYS_READ, uintptr(fd), bytesAddr(p), uintptr(len(p)))
	runtime.KeepAlive(unsafe.SliceData(p))
	return count(r, e)
}

// Write writes to a file.
func Write(fd int, p []byte) (n int, err error) {
	r, _, e := Syscall(SYS_WRITE, uintptr(fd), bytesAddr(p), uintptr(len(p)))
	runtime.KeepAlive(unsafe.SliceData(p))
	return count(r, e)
}

// Pread reads at an offset.
func Pread(fd int, p []byte, offset int64) (n int, err error) {
	r, _, e := Syscall6(SYS_PREAD64, uintptr(fd), bytesAddr(p), uintptr(len(p)), uintptr(offset), 0, 0)
	runtime.KeepAlive(unsafe.SliceData(p))
	return count(r, e)
}

// Pwrite writes at an offset.
func Pwrite(fd int, p []byte, offset int64) (n int, err error) {
	r, _, e := Syscall6(SYS_PWRITE64, uintptr(fd), bytesAddr(p), uintptr(len(p)), uintptr(offset), 0, 0)
	runtime.KeepAlive(unsafe.SliceData(p))
	return count(r, e)
}

// Seek moves a file's position.
func Seek(fd int, offset int64, whence int) (off int64, err error) {
	r, _, e := Syscall(SYS_LSEEK, uintptr(fd), uintptr(offset), uintptr(whence))
	if e != 0 {
		return -1, e
	}
	return int64(r), nil
}

// Fstat describes an open file.
func Fstat(fd int, st *Stat_t) error {
	_, _, e := Syscall(SYS_FSTAT, uintptr(fd), addr(unsafe.Pointer(st)), 0)
	runtime.KeepAlive(st)
	return errOf(e)
}

// Stat describes a file; Lstat does not follow a symbolic link.
func Stat(path string, st *Stat_t) error {
	_, err := path1(SYS_NEWFSTATAT, path, addr(unsafe.Pointer(st)), 0)
	runtime.KeepAlive(st)
	return err
}

// Lstat is Stat of the link itself.
func Lstat(path string, st *Stat_t) error {
	_, err := path1(SYS_NEWFSTATAT, path, addr(unsafe.Pointer(st)), _AT_SYMLINK_NOFOLLOW)
	runtime.KeepAlive(st)
	return err
}

// Mkdir makes a directory.
func Mkdir(path string, mode uint32) error {
	_, err := path1(SYS_MKDIRAT, path, uintptr(mode), 0)
	return err
}

// Unlink removes a file.
func Unlink(path string) error {
	_, err := path1(SYS_UNLINKAT, path, 0, 0)
	return err
}

// Rmdir removes an empty directory.
func Rmdir(path string) error {
	_, err := path1(SYS_UNLINKAT, path, _AT_REMOVEDIR, 0)
	return err
}

// Chmod sets a file's mode.
func Chmod(path string, mode uint32) error {
	_, err := path1(SYS_FCHMODAT, path, uintptr(mode), 0)
	return err
}

// Access asks whether a file may be used.
func Access(path string, mode uint32) error {
	_, err := path1(SYS_FACCESSAT, path, uintptr(mode), 0)
	return err
}

// UtimesNano sets the times of last access and change.
func UtimesNano(path string, ts []Timespec) error {
	if len(ts) != 2 {
		return EINVAL
	}
	_, err := path1(SYS_UTIMENSAT, path, addr(unsafe.Pointer(&ts[0])), 0)
	runtime.KeepAlive(ts)
	return err
}

// Rename moves a file.
func Rename(from, to string) error { return path2(SYS_RENAMEAT, from, to) }

// Link gives a file a second name.
func Link(path, link string) error { return path2(SYS_LINKAT, path, link) }

// Symlink makes a symbolic link.
func Symlink(path, link string) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	q, err := BytePtrFromString(link)
	if err != nil {
		return err
	}
	dir := _AT_FDCWD
	_, _, e := Syscall(SYS_SYMLINKAT, addr(unsafe.Pointer(p)), uintptr(dir), addr(unsafe.Pointer(q)))
	runtime.KeepAlive(p)
	runtime.KeepAlive(q)
	return errOf(e)
}

// Readlink puts where a symbolic link points to into buf.
func Readlink(path string, buf []byte) (n int, err error) {
	r, err := path1(SYS_READLINKAT, path, bytesAddr(buf), uintptr(len(buf)))
	runtime.KeepAlive(unsafe.SliceData(buf))
	if err != nil {
		return -1, err
	}
	return int(r), nil
}

// Truncate sets a file's size.
func Truncate(path string, length int64) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	_, _, e := Syscall(SYS_TRUNCATE, addr(unsafe.Pointer(p)), uintptr(length), 0)
	runtime.KeepAlive(p)
	return errOf(e)
}

// Ftruncate sets an open file's size.
func Ftruncate(fd int, length int64) error {
	_, _, e := Syscall(SYS_FTRUNCATE, uintptr(fd), uintptr(length), 0)
	return errOf(e)
}

// Fsync waits until a file is on disk.
func Fsync(fd int) error {
	_, _, e := Syscall(SYS_FSYNC, uintptr(fd), 0, 0)
	return errOf(e)
}

// Fchmod sets an open file's mode.
func Fchmod(fd int, mode uint32) error {
	_, _, e := Syscall(SYS_FCHMOD, uintptr(fd), uintptr(mode), 0)
	return errOf(e)
}

// Chdir changes the working directory.
func Chdir(path string) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	_, _, e := Syscall(SYS_CHDIR, addr(unsafe.Pointer(p)), 0, 0)
	runtime.KeepAlive(p)
	return errOf(e)
}

// Fchdir changes the working directory to an open one.
func Fchdir(fd int) error {
	_, _, e := Syscall(SYS_FCHDIR, uintptr(fd), 0, 0)
	return errOf(e)
}

// Getwd returns the working directory.
func Getwd() (string, error) {
	var buf [PathMax]byte
	n, err := Getcwd(buf[:])
	if err != nil {
		return "", err
	}
	if n < 1 || n > len(buf) || buf[n-1] != 0 {
		return "", EINVAL
	}
	if buf[0] != '/' {
		return "", ENOENT // it is not below our root
	}
	return string(buf[:n-1]), nil
}

// Getcwd puts the working directory and a zero byte into buf.
func Getcwd(buf []byte) (n int, err error) {
	r, _, e := Syscall(SYS_GETCWD, bytesAddr(buf), uintptr(len(buf)), 0)
	runtime.KeepAlive(unsafe.SliceData(buf))
	if e != 0 {
		return 0, e
	}
	return int(r), nil
}

// ReadDirent puts entries of an open directory into buf, in the kernel's form.
func ReadDirent(fd int, buf []byte) (n int, err error) {
	r, _, e := Syscall(SYS_GETDENTS64, uintptr(fd), bytesAddr(buf), uintptr(len(buf)))
	runtime.KeepAlive(unsafe.SliceData(buf))
	return count(r, e)
}

// Pipe2 makes a pipe: p[0] reads what is written to p[1].
func Pipe2(p []int, flags int) error {
	if len(p) != 2 {
		return EINVAL
	}
	var fds [2]int32
	_, _, e := RawSyscall(SYS_PIPE2, addr(unsafe.Pointer(&fds)), uintptr(flags), 0)
	runtime.KeepAlive(&fds)
	if e == 0 {
		p[0], p[1] = int(fds[0]), int(fds[1])
	}
	return errOf(e)
}

// Pipe is Pipe2 without flags.
func Pipe(p []int) error { return Pipe2(p, 0) }

// Dup returns a second number for an open file.
func Dup(fd int) (int, error) {
	r, _, e := RawSyscall(SYS_DUP, uintptr(fd), 0, 0)
	return count(r, e)
}

// Kill sends a signal.
func Kill(pid int, sig Signal) error {
	_, _, e := RawSyscall(SYS_KILL, uintptr(pid), uintptr(sig), 0)
	return errOf(e)
}

// simple makes a call without arguments that cannot fail.
func simple(trap uintptr) int {
	r, _, _ := RawSyscall(trap, 0, 0, 0)
	return int(r)
}

// Numbers of this process and its user.

func Getpid() int  { return simple(SYS_GETPID) }
func Getppid() int { return simple(SYS_GETPPID) }
func Gettid() int  { return simple(SYS_GETTID) }
func Getuid() int  { return simple(SYS_GETUID) }
func Geteuid() int { return simple(SYS_GETEUID) }
func Getgid() int  { return simple(SYS_GETGID) }
func Getegid() int { return simple(SYS_GETEGID) }

// Umask sets which permissions new files do not get, and returns what was set before.
func Umask(mask int) int {
	r, _, _ := RawSyscall(SYS_UMASK, uintptr(mask), 0, 0)
	return int(r)
}

// Exit ends the program.
func Exit(code int)

// Getpagesize returns the size of a page of memory.
func Getpagesize() int
