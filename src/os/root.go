package os

import (
	"errors"
	"internal/ggo/poll"
	"io"
	"io/fs"
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// A Root is a directory whose methods reach nothing outside: neither by ".." nor by symbolic links. The kernel sees to that, by its
// call openat2; names in errors are those that were given.
type Root struct {
	dir *File
}

var (
	errPathEscapes = errors.New("path escapes from parent")
	errEmptyPath   = errors.New("empty path")
)

// OpenRoot opens a directory as a Root.
func OpenRoot(name string) (*Root, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	return rootOf(f, name)
}

// rootOf makes a Root of an open directory.
func rootOf(f *File, name string) (*Root, error) {
	f.name = name
	info, err := f.Stat()
	if err == nil && !info.IsDir() {
		err = &PathError{Op: "open", Path: name, Err: errors.New("not a directory")}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &Root{f}, nil
}

// OpenInRoot opens a file below dir.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

// Name returns the name the directory was opened by.
func (r *Root) Name() string { return r.dir.name }

// Close closes it. Files that were opened by it stay open.
func (r *Root) Close() error {
	if err := r.dir.Close(); err != nil && !errors.Is(err, ErrClosed) {
		return err
	}
	return nil
}

// openHow is what openat2 is told.
type openHow struct {
	flags, mode, resolve uint64
}

const (
	sysOpenat2     = 437
	resolveBeneath = 0x08
	noMagicLinks   = 0x02
	openPath       = 0x200000 // O_PATH: only to tell what is meant
)

// number opens a file below the directory and returns its number.
func (r *Root) number(name string, flag int, perm FileMode) (int, error) {
	if name == "" && !r.dir.fd.Closed() {
		return 0, errEmptyPath
	}
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return 0, err
	}
	how := &openHow{flags: uint64(flag | syscall.O_CLOEXEC), resolve: resolveBeneath | noMagicLinks}
	if flag&O_CREATE != 0 {
		how.mode = uint64(kernelMode(perm))
	}
	number := 0
	err = r.dir.fd.Do(func(dir int) error {
		for {
			fd, _, e := syscall.Syscall6(sysOpenat2, uintptr(dir), pointer(p), pointer(how), unsafe.Sizeof(*how), 0, 0)
			runtime.KeepAlive(p)
			runtime.KeepAlive(how)
			number = int(fd)
			switch e {
			case 0:
				return nil
			case syscall.EAGAIN:
			case syscall.EXDEV:
				return errPathEscapes
			default:
				return e
			}
		}
	})
	if err == poll.ErrClosed {
		err = ErrClosed
	}
	return number, err
}

// open is number, as a File.
func (r *Root) open(name string, flag int) (*File, error) {
	fd, err := r.number(name, flag, 0)
	if err != nil {
		return nil, err
	}
	return newFile(fd, name), nil
}

// in calls f with the directory that name is in and its last part there.
func (r *Root) in(op, name string, f func(dir *File, base string) error) error {
	end := len(name)
	for end > 1 && name[end-1] == '/' {
		end--
	}
	start := end
	for start > 0 && name[start-1] != '/' {
		start--
	}
	parent, base := name[:start]+".", name[start:end]
	if base == ".." || base == "." || base == "/" {
		parent, base = name, "."
	}
	dir, err := r.open(parent, syscall.O_DIRECTORY)
	if name == "" {
		err = errEmptyPath
	}
	if err == nil {
		err = f(dir, base)
	}
	if dir != nil {
		dir.Close()
	}
	if err != nil {
		return &PathError{Op: op, Path: name, Err: err}
	}
	return nil
}

// at makes a call with a directory and a name in it.
func (f *File) at(trap uintptr, name string, a3, a4, a5 uintptr) (int, error) {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return 0, err
	}
	n, err := again(func() (int, error) {
		n, _, e := syscall.Syscall6(trap, uintptr(f.fd.Sysfd), pointer(p), a3, a4, a5, 0)
		if e != 0 {
			return 0, e
		}
		return int(n), nil
	})
	runtime.KeepAlive(p)
	return n, err
}

// named calls f with a path that leads to what name means, links followed.
func (r *Root) named(op, name string, f func(path string) error) error {
	file, err := r.open(name, openPath)
	if err == nil {
		err = f("/proc/self/fd/" + decimal(file.fd.Sysfd))
		file.Close()
	}
	if err != nil {
		return &PathError{Op: op, Path: name, Err: err}
	}
	return nil
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties it, and opens it for reading and writing.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file in the way flag says.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if perm&0o777 != perm {
		return nil, &PathError{Op: "openat", Path: name, Err: errors.New("unsupported file mode")}
	}
	fd, err := r.number(name, flag, perm)
	if err != nil {
		return nil, &PathError{Op: "openat", Path: name, Err: err}
	}
	f := NewFile(uintptr(fd), r.Name()+"/"+name)
	f.append = flag&O_APPEND != 0
	return f, nil
}

// OpenRoot opens a directory below as a Root.
func (r *Root) OpenRoot(name string) (*Root, error) {
	f, err := r.open(name, O_RDONLY)
	if err != nil {
		return nil, &PathError{Op: "openat", Path: name, Err: err}
	}
	return rootOf(f, r.Name()+"/"+name)
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return &PathError{Op: "mkdirat", Path: name, Err: errors.New("unsupported file mode")}
	}
	return r.in("mkdirat", name, func(dir *File, base string) error {
		_, err := dir.at(syscall.SYS_MKDIRAT, base, uintptr(perm), 0, 0)
		return err
	})
}

// MkdirAll makes a directory and those that it is in, as far as they do not exist.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	for i := 1; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		err := r.Mkdir(name[:i], perm)
		if err == nil {
			continue
		}
		info, statErr := r.Stat(name[:i])
		if statErr == nil && info.IsDir() {
			continue
		}
		e := err.(*PathError)
		if statErr == nil {
			e.Err = syscall.ENOTDIR
		}
		e.Path = name
		return e
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return r.in("removeat", name, func(dir *File, base string) error {
		err := dir.unlink(base, 0)
		if err == nil {
			return nil
		}
		if dirErr := dir.unlink(base, atRemoveDir); dirErr != syscall.ENOTDIR {
			return dirErr
		}
		return err
	})
}

// RemoveAll removes a file or a directory with everything in it; that there is none is no error.
func (r *Root) RemoveAll(name string) error {
	var inner error
	err := r.in("RemoveAll", name, func(dir *File, base string) error {
		if base == "." {
			return syscall.EINVAL
		}
		inner = removeTree(dir, base, name[:len(name)-len(base)])
		return nil
	})
	if err != nil && !IsNotExist(err) {
		return err
	}
	return inner
}

// Stat describes a file; Lstat a symbolic link itself.
func (r *Root) Stat(name string) (FileInfo, error) {
	f, err := r.open(name, openPath)
	if err != nil {
		return nil, &PathError{Op: "statat", Path: name, Err: err}
	}
	defer f.Close()
	return stat("statat", name, func(st *syscall.Stat_t) error { return syscall.Fstat(f.fd.Sysfd, st) })
}

// Lstat is Stat of a symbolic link itself.
func (r *Root) Lstat(name string) (info FileInfo, err error) {
	err = r.in("lstatat", name, func(dir *File, base string) error {
		const noFollow = 0x100
		info, err = stat("lstatat", name, func(st *syscall.Stat_t) error {
			_, err := dir.at(syscall.SYS_NEWFSTATAT, base, pointer(st), noFollow, 0)
			return err
		})
		return cause(err)
	})
	return info, err
}

// Readlink returns where a symbolic link points to.
func (r *Root) Readlink(name string) (to string, err error) {
	err = r.in("readlinkat", name, func(dir *File, base string) error {
		buf := new([syscall.PathMax]byte)
		n, err := dir.at(syscall.SYS_READLINKAT, base, pointer(buf), uintptr(len(buf)), 0)
		to = string(buf[:n])
		return err
	})
	return to, err
}

// Chmod sets the mode of a file.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.named("chmodat", name, func(path string) error { return syscall.Chmod(path, kernelMode(mode)) })
}

// Chtimes sets when a file was used and changed last.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.named("chtimesat", name, func(path string) error { return cause(Chtimes(path, atime, mtime)) })
}

// Chown changes owner and group of a file; Lchown those of a symbolic link itself.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.named("chownat", name, func(path string) error { return syscall.Chown(path, uid, gid) })
}

// Lchown is Chown of a symbolic link itself.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.in("lchownat", name, func(dir *File, base string) error {
		const noFollow = 0x100
		_, err := dir.at(syscall.SYS_FCHOWNAT, base, uintptr(uid), uintptr(gid), noFollow)
		return err
	})
}

// both makes a call with two names.
func (r *Root) both(op string, trap uintptr, oldname, newname string) error {
	err := r.in(op, oldname, func(from *File, old string) error {
		return cause(r.in(op, newname, func(to *File, new string) error {
			p, err := syscall.BytePtrFromString(new)
			if err == nil {
				_, err = from.at(trap, old, uintptr(to.fd.Sysfd), pointer(p), 0)
				runtime.KeepAlive(p)
			}
			return err
		}))
	})
	if err != nil {
		return &LinkError{op, oldname, newname, cause(err)}
	}
	return nil
}

// Rename moves a file; Link gives it a second name.
func (r *Root) Rename(oldname, newname string) error {
	return r.both("renameat", syscall.SYS_RENAMEAT, oldname, newname)
}

// Link gives a file a second name.
func (r *Root) Link(oldname, newname string) error {
	return r.both("linkat", syscall.SYS_LINKAT, oldname, newname)
}

// Symlink makes a symbolic link. It may lead outside, but then the Root does not follow it.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.in("symlinkat", newname, func(dir *File, base string) error {
		p, err := syscall.BytePtrFromString(oldname)
		if err != nil {
			return err
		}
		q, err := syscall.BytePtrFromString(base)
		if err != nil {
			return err
		}
		_, _, e := syscall.Syscall(syscall.SYS_SYMLINKAT, pointer(p), uintptr(dir.fd.Sysfd), pointer(q))
		runtime.KeepAlive(p)
		runtime.KeepAlive(q)
		if e != 0 {
			return e
		}
		return nil
	})
	if err != nil {
		return &LinkError{"symlinkat", oldname, newname, cause(err)}
	}
	return nil
}

// ReadFile returns what is in a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// WriteFile makes a file with data in it, or replaces what is there.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// FS returns the files below as an FS.
func (r *Root) FS() fs.FS { return rootFS{r} }

type rootFS struct{ r *Root }

// valid returns an error for names that an FS does not take.
func valid(op, name string) error {
	if !fs.ValidPath(name) {
		return &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return nil
}

func (f rootFS) Open(name string) (fs.File, error) {
	if err := valid("open", name); err != nil {
		return nil, err
	}
	file, err := f.r.Open(name)
	if err != nil {
		return nil, err
	}
	return file, nil
}

func (f rootFS) ReadDir(name string) ([]DirEntry, error) {
	if err := valid("readdir", name); err != nil {
		return nil, err
	}
	dir, err := f.r.OpenFile(name, syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return sortedEntries(dir)
}

func (f rootFS) ReadFile(name string) ([]byte, error) {
	if err := valid("readfile", name); err != nil {
		return nil, err
	}
	return f.r.ReadFile(name)
}

func (f rootFS) ReadLink(name string) (string, error) {
	if err := valid("readlink", name); err != nil {
		return "", err
	}
	return f.r.Readlink(name)
}

func (f rootFS) Stat(name string) (FileInfo, error) {
	if err := valid("stat", name); err != nil {
		return nil, err
	}
	return f.r.Stat(name)
}

func (f rootFS) Lstat(name string) (FileInfo, error) {
	if err := valid("lstat", name); err != nil {
		return nil, err
	}
	return f.r.Lstat(name)
}
