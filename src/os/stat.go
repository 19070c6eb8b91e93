package os

import (
	"io/fs"
	"syscall"
	"time"
)

// FileInfo describes a file.
type FileInfo = fs.FileInfo

// A fileStat is the FileInfo of this package.
type fileStat struct {
	name    string
	size    int64
	mode    FileMode
	modTime time.Time
	sys     syscall.Stat_t
}

func (f *fileStat) Name() string       { return f.name }
func (f *fileStat) Size() int64        { return f.size }
func (f *fileStat) Mode() FileMode     { return f.mode }
func (f *fileStat) ModTime() time.Time { return f.modTime }
func (f *fileStat) IsDir() bool        { return f.mode.IsDir() }
func (f *fileStat) Sys() any           { return &f.sys }

// baseName returns the last part of a path.
func baseName(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' && i+1 < len(name) {
			return name[i+1:]
		}
	}
	return name
}

// kinds translates the kernel's kinds of files.
var kinds = map[uint32]FileMode{
	syscall.S_IFBLK:  ModeDevice,
	syscall.S_IFCHR:  ModeDevice | ModeCharDevice,
	syscall.S_IFDIR:  ModeDir,
	syscall.S_IFIFO:  ModeNamedPipe,
	syscall.S_IFLNK:  ModeSymlink,
	syscall.S_IFSOCK: ModeSocket,
}

// fill sets everything from what the kernel said.
func (f *fileStat) fill(name string) {
	f.name = baseName(name)
	f.size = f.sys.Size
	f.modTime = time.Unix(f.sys.Mtim.Unix())
	f.mode = FileMode(f.sys.Mode&0777) | kinds[f.sys.Mode&syscall.S_IFMT]
	if f.sys.Mode&syscall.S_ISUID != 0 {
		f.mode |= ModeSetuid
	}
	if f.sys.Mode&syscall.S_ISGID != 0 {
		f.mode |= ModeSetgid
	}
	if f.sys.Mode&syscall.S_ISVTX != 0 {
		f.mode |= ModeSticky
	}
}

// stat makes a FileInfo with one of the kernel's calls.
func stat(op, name string, call func(*syscall.Stat_t) error) (FileInfo, error) {
	var f fileStat
	_, err := again(func() (int, error) { return 0, call(&f.sys) })
	if err != nil {
		return nil, &PathError{Op: op, Path: name, Err: err}
	}
	f.fill(name)
	return &f, nil
}

// Stat describes a file; of a symbolic link, what it leads to.
func Stat(name string) (FileInfo, error) {
	return stat("stat", name, func(st *syscall.Stat_t) error { return syscall.Stat(name, st) })
}

// Lstat describes a file, or a symbolic link itself.
func Lstat(name string) (FileInfo, error) {
	return stat("lstat", name, func(st *syscall.Stat_t) error { return syscall.Lstat(name, st) })
}

// Stat describes an open file.
func (f *File) Stat() (info FileInfo, err error) {
	var st fileStat
	if err := f.do("stat", func(fd int) error { return syscall.Fstat(fd, &st.sys) }); err != nil {
		return nil, err
	}
	st.fill(f.name)
	return &st, nil
}

// SameFile reports whether two FileInfos of this package are about the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}
