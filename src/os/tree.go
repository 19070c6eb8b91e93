package os

import (
	"io"
	"syscall"
	"time"
	_ "unsafe" // for linkname
)

// pathOp wraps the error of a call about one path.
func pathOp(op, name string, call func() error) error {
	_, err := again(func() (int, error) { return 0, call() })
	if err != nil {
		return &PathError{Op: op, Path: name, Err: err}
	}
	return nil
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathOp("mkdir", name, func() error { return syscall.Mkdir(name, kernelMode(perm)) })
}

// MkdirAll makes a directory, and those it is in as far as they are not there.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	for end > 0 && path[end-1] == '/' {
		end--
	}
	if end > 0 {
		if err := MkdirAll(path[:end], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		// Somebody else may have made it, or it ends in "/.".
		if info, serr := Lstat(path); serr == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	_, err := again(func() (int, error) { return 0, syscall.Unlink(name) })
	if err == nil {
		return nil
	}
	_, derr := again(func() (int, error) { return 0, syscall.Rmdir(name) })
	if derr == nil {
		return nil
	}
	// Of the two errors the one that says more: rmdir says of files only that they are no directories.
	if derr != syscall.ENOTDIR {
		err = derr
	}
	return &PathError{Op: "remove", Path: name, Err: err}
}

// RemoveAll removes a file or a directory with everything in it; that there is none is no error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) > 1 && path[len(path)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	end := len(path)
	for end > 1 && path[end-1] == '/' {
		end--
	}
	start := end
	for start > 0 && path[start-1] != '/' {
		start--
	}
	parent := path[:start]
	dir, openErr := OpenFile(parent+".", O_RDONLY|syscall.O_DIRECTORY, 0)
	if IsNotExist(openErr) {
		return nil
	}
	if openErr != nil {
		return openErr
	}
	defer dir.Close()
	return removeTree(dir, path[start:end], parent)
}

// removeTree removes name in a directory, and everything in it. It goes from directory to directory, so that paths may be
// longer than the kernel takes; errors speak of the path that begins with prefix.
func removeTree(dir *File, name, prefix string) error {
	err := dir.unlink(name, 0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	fail := func(op string, err error) error { return &PathError{Op: op, Path: prefix + name, Err: err} }
	if err != syscall.EISDIR && err != syscall.EPERM && err != syscall.EACCES {
		return fail("unlinkat", err)
	}
	fd, openErr := again(func() (int, error) {
		return syscall.Openat(dir.fd.Sysfd, name, O_RDONLY|syscall.O_DIRECTORY|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0)
	})
	switch openErr {
	case nil:
	case syscall.ENOENT:
		return nil
	case syscall.ENOTDIR, syscall.ELOOP:
		return fail("unlinkat", err)
	default:
		if dir.unlink(name, atRemoveDir) == nil {
			return nil // it is empty, so that it need not be read
		}
		return fail("openfdat", openErr)
	}
	below := newFile(fd, name)
	defer below.Close()
	var first error
	for progress := true; progress && first == nil; {
		names, readErr := below.Readdirnames(1024)
		if readErr != nil && readErr != io.EOF {
			first = fail("readdirnames", readErr)
		}
		progress = len(names) > 0
		for _, n := range names {
			if err := removeTree(below, n, prefix+name+"/"); err != nil && first == nil {
				first = err
			}
		}
		if progress {
			below.Seek(0, io.SeekStart) // what is left, from the beginning
		}
	}
	err = dir.unlink(name, atRemoveDir)
	switch {
	case err == nil || err == syscall.ENOENT:
		return nil
	case first != nil:
		return first
	}
	return fail("unlinkat", err)
}

const atRemoveDir = 0x200

// unlink removes a name from a directory.
func (f *File) unlink(name string, flags uintptr) error {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return err
	}
	_, err = again(func() (int, error) {
		_, _, e := syscall.Syscall(syscall.SYS_UNLINKAT, uintptr(f.fd.Sysfd), pointer(p), flags)
		if e != 0 {
			return 0, e
		}
		return 0, nil
	})
	return err
}

// linkOp wraps the error of a call about two paths.
func linkOp(op, old, new string, call func(old, new string) error) error {
	if _, err := again(func() (int, error) { return 0, call(old, new) }); err != nil {
		return &LinkError{op, old, new, err}
	}
	return nil
}

// Rename gives a file another name; a file of that name is replaced, a directory is not.
func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if old, err := Lstat(oldpath); err != nil {
			return &LinkError{"rename", oldpath, newpath, cause(err)}
		} else if newpath == oldpath || !SameFile(old, info) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkOp("rename", oldpath, newpath, syscall.Rename)
}

// Link gives a file a second name.
func Link(oldname, newname string) error { return linkOp("link", oldname, newname, syscall.Link) }

// Symlink makes a symbolic link newname to oldname.
func Symlink(oldname, newname string) error {
	return linkOp("symlink", oldname, newname, syscall.Symlink)
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) {
	for size := 128; ; size *= 2 {
		b := make([]byte, size)
		n, err := again(func() (int, error) { return syscall.Readlink(name, b) })
		if err != nil {
			return "", &PathError{Op: "readlink", Path: name, Err: err}
		}
		if n < size {
			return string(b[:n]), nil
		}
	}
}

// Chmod sets a file's mode.
func Chmod(name string, mode FileMode) error {
	return pathOp("chmod", name, func() error { return syscall.Chmod(name, kernelMode(mode)) })
}

// Chtimes sets when a file was last used and changed.
func Chtimes(name string, atime, mtime time.Time) error {
	ts := []syscall.Timespec{syscall.NsecToTimespec(atime.UnixNano()), syscall.NsecToTimespec(mtime.UnixNano())}
	return pathOp("chtimes", name, func() error { return syscall.UtimesNano(name, ts) })
}

// Truncate sets a file's size.
func Truncate(name string, size int64) error {
	return pathOp("truncate", name, func() error { return syscall.Truncate(name, size) })
}

// Chdir changes the working directory.
func Chdir(dir string) error {
	return pathOp("chdir", dir, func() error { return syscall.Chdir(dir) })
}

// Getwd returns the working directory: as PWD says if that is right, else without symbolic links.
func Getwd() (dir string, err error) {
	if pwd := Getenv("PWD"); pwd != "" && pwd[0] == '/' {
		a, err1 := Stat(pwd)
		b, err2 := Stat(".")
		if err1 == nil && err2 == nil && SameFile(a, b) {
			return pwd, nil
		}
	}
	dir, err = syscall.Getwd()
	return dir, NewSyscallError("getwd", err)
}

// TempDir returns a directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns the user's home directory, from the environment.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", homeError("$HOME is not defined")
}

type homeError string

func (e homeError) Error() string { return string(e) }

// Hostname returns the machine's name.
func Hostname() (name string, err error) {
	b, err := ReadFile("/proc/sys/kernel/hostname")
	for len(b) > 0 && b[len(b)-1] == '\n' {
		b = b[:len(b)-1]
	}
	return string(b), err
}

// runtime_rand gives the random part of temporary names.
//
//go:linkname runtime_rand runtime.rand
func runtime_rand() uint64

// tempName tries names made of dir and pattern, with a random number in the place of the pattern's last *, until use takes one.
func tempName(op, dir, pattern string, use func(name string) error) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	star := len(pattern)
	for i := range len(pattern) {
		if pattern[i] == '/' {
			return "", &PathError{Op: op, Path: pattern, Err: homeError("pattern contains path separator")}
		}
	}
	prefix, suffix := pattern, ""
	for i := star - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	for try := 0; ; try++ {
		digits := ""
		for n := uint32(runtime_rand()); n > 0 || digits == ""; n /= 10 {
			digits = string(rune('0'+n%10)) + digits
		}
		name := dir + prefix + digits + suffix
		err := use(name)
		if err == nil || !IsExist(err) {
			return name, err
		}
		if try == 10000 {
			return "", &PathError{Op: op, Path: dir + prefix + "*" + suffix, Err: ErrExist}
		}
	}
}

// CreateTemp makes a new file with a name like pattern, whose last * becomes a random number, in dir, by default TempDir.
func CreateTemp(dir, pattern string) (f *File, err error) {
	_, err = tempName("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

// MkdirTemp makes a new directory in the same way.
func MkdirTemp(dir, pattern string) (string, error) {
	name, err := tempName("mkdirtemp", dir, pattern, func(name string) error { return Mkdir(name, 0700) })
	if err == nil {
		return name, nil
	}
	if IsNotExist(err) && dir != "" { // rather say that it is dir that does not exist
		if _, dirErr := Stat(dir); IsNotExist(dirErr) {
			return "", dirErr
		}
	}
	return "", err
}
