package os

import (
	"errors"
	"io"
	"io/fs"
	"sync/atomic"
	"syscall"
	"unsafe"
)

// Flags of OpenFile: one of the first three, and any of the others.
const (
	O_RDWR   int = syscall.O_RDWR   // read and write
	O_WRONLY int = syscall.O_WRONLY // write only
	O_RDONLY int = syscall.O_RDONLY // read only

	O_CREATE int = syscall.O_CREAT  // make it if it is not there
	O_EXCL   int = syscall.O_EXCL   // with O_CREATE: it must not be there
	O_TRUNC  int = syscall.O_TRUNC  // make it empty
	O_APPEND int = syscall.O_APPEND // write at the end
	O_SYNC   int = syscall.O_SYNC   // wait until it is on disk
)

// Where Seek counts from; package io has newer names.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// DevNull is a file that is always empty.
const DevNull = "/dev/null"

// Separators of paths and of lists of paths.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
)

// IsPathSeparator reports whether c separates the parts of a path.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// A File is an open file.
type File struct {
	*file // so that nobody copies what the number is in
}

// A file is what a File is made of.
type file struct {
	fd     int
	name   string
	closed atomic.Bool
	append bool     // opened with O_APPEND
	dir    *dirInfo // entries read ahead, of directories
}

// The standard files.
var (
	Stdin  = NewFile(uintptr(syscall.Stdin), "/dev/stdin")
	Stdout = NewFile(uintptr(syscall.Stdout), "/dev/stdout")
	Stderr = NewFile(uintptr(syscall.Stderr), "/dev/stderr")
)

// NewFile makes a File of a number that is open already.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return &File{&file{fd: int(fd), name: name}}
}

// Name returns the name the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the kernel's number of the file.
func (f *File) Fd() uintptr {
	if f == nil || f.closed.Load() {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// check returns an error if f cannot be used for op.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed.Load() {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// wrap adds what was done to which file to an error, unless there is none or it is the end.
func (f *File) wrap(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// again calls fn until no signal interrupts it.
func again(fn func() (int, error)) (int, error) {
	for {
		n, err := fn()
		if err != syscall.EINTR {
			return n, err
		}
	}
}

const maxRW = 1 << 30 // the kernel takes no more at once

// Read reads up to len(b) bytes. At the end of the file it returns 0, io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if len(b) > maxRW {
		b = b[:maxRW]
	}
	n, err = again(func() (int, error) { return syscall.Read(f.fd, b) })
	if err != nil {
		return 0, f.wrap("read", err)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes at off; it returns io.EOF if there are fewer.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		m, err := again(func() (int, error) { return syscall.Pread(f.fd, b[n:min(len(b), n+maxRW)], off+int64(n)) })
		if err != nil {
			return n, f.wrap("read", err)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
	}
	return n, nil
}

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	for {
		m, err := again(func() (int, error) { return syscall.Write(f.fd, b[n:min(len(b), n+maxRW)]) })
		if m > 0 {
			n += m
		}
		if err == syscall.EPIPE && (f.fd == 1 || f.fd == 2) {
			sigpipe() // nobody listens: die as other programs do
		}
		if err != nil {
			return n, f.wrap("write", err)
		}
		if n == len(b) {
			return n, nil
		}
		if m == 0 {
			return n, f.wrap("write", io.ErrUnexpectedEOF)
		}
	}
}

// WriteString is Write of a string.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

var errWriteAtInAppendMode = errors.New("os: invalid use of WriteAt on file opened with O_APPEND")

// WriteAt writes b at off.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errWriteAtInAppendMode
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		m, err := again(func() (int, error) { return syscall.Pwrite(f.fd, b[n:min(len(b), n+maxRW)], off+int64(n)) })
		if err != nil {
			return n, f.wrap("write", err)
		}
		n += m
	}
	return n, nil
}

// onlyReader and onlyWriter hide the other methods of what they hold.
type (
	onlyReader struct{ io.Reader }
	onlyWriter struct{ io.Writer }
)

// ReadFrom writes everything that r has.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// WriteTo writes what is left of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

// Seek moves the position for the next Read or Write, and returns where it is.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	f.dir = nil
	ret, err = syscall.Seek(f.fd, offset, whence)
	if err != nil {
		return 0, f.wrap("seek", err)
	}
	return ret, nil
}

// Close closes the file.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed.Swap(true) {
		return &PathError{Op: "close", Path: f.name, Err: ErrClosed}
	}
	f.dir = nil
	return f.wrap("close", syscall.Close(f.fd))
}

// Truncate sets the size of the file.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return f.wrap("truncate", syscall.Ftruncate(f.fd, size))
}

// Sync waits until the file is on disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return f.wrap("sync", syscall.Fsync(f.fd))
}

// Chmod sets the mode of the file.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return f.wrap("chmod", syscall.Fchmod(f.fd, kernelMode(mode)))
}

// Chdir makes the file, a directory, the working directory.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return f.wrap("chdir", syscall.Fchdir(f.fd))
}

// ---- opening ----

// FileMode is a file's kind and permissions.
type FileMode = fs.FileMode

// The bits of a FileMode.
const (
	ModePerm = fs.ModePerm
	ModeType = fs.ModeType

	ModeDir, ModeSymlink, ModeNamedPipe, ModeSocket = fs.ModeDir, fs.ModeSymlink, fs.ModeNamedPipe, fs.ModeSocket
	ModeDevice, ModeCharDevice, ModeIrregular       = fs.ModeDevice, fs.ModeCharDevice, fs.ModeIrregular

	ModeSetuid, ModeSetgid, ModeSticky       = fs.ModeSetuid, fs.ModeSetgid, fs.ModeSticky
	ModeAppend, ModeExclusive, ModeTemporary = fs.ModeAppend, fs.ModeExclusive, fs.ModeTemporary
)

// kernelMode returns the bits of m that the kernel lets one set.
func kernelMode(m FileMode) uint32 {
	k := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		k |= syscall.S_ISUID
	}
	if m&ModeSetgid != 0 {
		k |= syscall.S_ISGID
	}
	if m&ModeSticky != 0 {
		k |= syscall.S_ISVTX
	}
	return k
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties it, and opens it for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file in the way flag says. A new file gets the mode perm, less the process's umask.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, err := again(func() (int, error) { return syscall.Open(name, flag|syscall.O_CLOEXEC, kernelMode(perm)) })
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
	f := NewFile(uintptr(fd), name)
	f.append = flag&O_APPEND != 0
	return f, nil
}

// Pipe returns two files: r reads what is written to w.
func Pipe() (r *File, w *File, err error) {
	var p [2]int
	if err := syscall.Pipe2(p[:], syscall.O_CLOEXEC); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	return NewFile(uintptr(p[0]), "|0"), NewFile(uintptr(p[1]), "|1"), nil
}

// ReadFile returns what is in a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 512 // many files of the kernel say 0
	var st syscall.Stat_t
	if syscall.Fstat(f.fd, &st) == nil && st.Size > 0 {
		size = int(st.Size) + 1 // one more, to see the end without growing
	}
	b := make([]byte, 0, size)
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// WriteFile makes a file with data in it, or replaces what is there.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); cerr != nil && err == nil {
		err = cerr
	}
	return err
}

// sigpipe ends the program as SIGPIPE does, if that is how it is set.
func sigpipe()
