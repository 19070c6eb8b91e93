package os

import (
	"errors"
	"internal/ggo/poll"
	"io"
	"io/fs"
	"runtime"
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
	fd     poll.FD
	name   string
	append bool     // opened with O_APPEND
	dir    *dirInfo // entries read ahead, of directories
}

// The standard files.
var (
	Stdin  = NewFile(uintptr(syscall.Stdin), "/dev/stdin")
	Stdout = NewFile(uintptr(syscall.Stdout), "/dev/stdout")
	Stderr = NewFile(uintptr(syscall.Stderr), "/dev/stderr")
)

// NewFile makes a File of a number that is open already. If it is non-blocking, deadlines work.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	f := newFile(int(fd), name)
	flags, _, e := syscall.RawSyscall(syscall.SYS_FCNTL, fd, syscall.F_GETFL, 0)
	if e == 0 && flags&syscall.O_NONBLOCK != 0 {
		f.fd.Init(true)
	}
	return f
}

// newFile makes a File of a number. When nobody can use the File any more, it is closed; the standard files stay.
func newFile(fd int, name string) *File {
	f := &File{&file{fd: poll.FD{Sysfd: fd}, name: name}}
	if fd > 2 {
		runtime.SetFinalizer(f.file, func(f *file) { f.fd.Close() })
	}
	return f
}

// Name returns the name the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the kernel's number of the file. Calls that use it wait in the kernel from now on.
func (f *File) Fd() uintptr {
	if f == nil || f.fd.Closed() {
		return ^uintptr(0)
	}
	f.fd.SetBlocking()
	return uintptr(f.fd.Sysfd)
}

// wrap adds what was done to which file to an error, unless there is none or it is the end.
func (f *File) wrap(op string, err error) error {
	switch err {
	case nil, io.EOF:
		return err
	case poll.ErrClosed:
		err = ErrClosed
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// do makes a call with the file's number; op is what it does.
func (f *File) do(op string, call func(fd int) error) error {
	if f == nil {
		return ErrInvalid
	}
	return f.wrap(op, f.fd.Do(call))
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
	if f == nil {
		return 0, ErrInvalid
	}
	n, err = f.fd.Read(b)
	return n, f.wrap("read", err)
}

// each calls some, which reads or writes some of b, until everything is done. It stops when some does nothing.
func (f *File) each(op string, b []byte, some func(fd, n int) (int, error)) (n int, err error) {
	err = f.do(op, func(fd int) error {
		for n < len(b) {
			m, err := some(fd, n)
			if err != nil {
				return err
			}
			if m == 0 {
				return io.EOF
			}
			n += m
		}
		return nil
	})
	return n, err
}

// ReadAt reads len(b) bytes at off; it returns io.EOF if there are fewer.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if f != nil && off < 0 && !f.fd.Closed() {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	return f.each("read", b, func(fd, n int) (int, error) {
		return syscall.Pread(fd, b[n:min(len(b), n+maxRW)], off+int64(n))
	})
}

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	n, err = f.fd.Write(b)
	if err == syscall.EPIPE && (f.fd.Sysfd == 1 || f.fd.Sysfd == 2) {
		sigpipe() // nobody listens: die as other programs do
	}
	return n, f.wrap("write", err)
}

// WriteString is Write of a string.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

var errWriteAtInAppendMode = errors.New("os: invalid use of WriteAt on file opened with O_APPEND")

// WriteAt writes b at off.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	switch {
	case f == nil || f.fd.Closed():
	case f.append:
		return 0, errWriteAtInAppendMode
	case off < 0:
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	return f.each("write", b, func(fd, n int) (int, error) {
		return syscall.Pwrite(fd, b[n:min(len(b), n+maxRW)], off+int64(n))
	})
}

// onlyReader and onlyWriter hide the other methods of what they hold.
type (
	onlyReader struct{ io.Reader }
	onlyWriter struct{ io.Writer }
)

// check returns an error if f cannot be used for op.
func (f *File) check(op string) error { return f.do(op, func(int) error { return nil }) }

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
	err = f.do("seek", func(fd int) error {
		f.dir = nil
		at, err := syscall.Seek(fd, offset, whence)
		if err == nil {
			ret = at
		}
		return err
	})
	return ret, err
}

// Close closes the file. Who waits for a pipe, or another file for which deadlines work, is sent away.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	err := f.fd.Close()
	f.dir = nil
	if f.fd.Sysfd > 2 {
		runtime.SetFinalizer(f.file, nil)
	}
	return f.wrap("close", err)
}

// Truncate sets the size of the file.
func (f *File) Truncate(size int64) error {
	return f.do("truncate", func(fd int) error { return syscall.Ftruncate(fd, size) })
}

// Sync waits until the file is on disk.
func (f *File) Sync() error { return f.do("sync", syscall.Fsync) }

// Chmod sets the mode of the file.
func (f *File) Chmod(mode FileMode) error {
	return f.do("chmod", func(fd int) error { return syscall.Fchmod(fd, kernelMode(mode)) })
}

// Chdir makes the file, a directory, the working directory.
func (f *File) Chdir() error { return f.do("chdir", syscall.Fchdir) }

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
	f := newFile(fd, name)
	f.append = flag&O_APPEND != 0
	var st syscall.Stat_t
	if syscall.Fstat(fd, &st) == nil && st.Mode&syscall.S_IFMT != syscall.S_IFREG && st.Mode&syscall.S_IFMT != syscall.S_IFDIR {
		f.fd.Init(false)
	}
	return f, nil
}

// Pipe returns two files: r reads what is written to w.
func Pipe() (r *File, w *File, err error) {
	var p [2]int
	if err := syscall.Pipe2(p[:], syscall.O_CLOEXEC); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	r, w = newFile(p[0], "|0"), newFile(p[1], "|1")
	r.fd.Init(false)
	w.fd.Init(false)
	return r, w, nil
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
	if syscall.Fstat(f.fd.Sysfd, &st) == nil && st.Size > 0 {
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
