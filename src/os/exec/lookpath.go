package exec

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// ErrNotFound says that no directory of PATH has a program.
var ErrNotFound = errors.New("executable file not found in $PATH")

// ErrDot says that a program was found in the working directory, by way of PATH: it is not run unless asked for.
var ErrDot = errors.New("cannot run executable found relative to current directory")

// Error says which program cannot be run.
type Error struct {
	Name string
	Err  error
}

// Error puts them together.
func (e *Error) Error() string { return "exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error() }

// Unwrap returns why.
func (e *Error) Unwrap() error { return e.Err }

// runnable returns why a file cannot be run, nil if it can.
func runnable(file string) error {
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return syscall.EISDIR
	}
	err = syscall.Access(file, 1)
	if err == nil || err == syscall.ENOSYS || err == syscall.EPERM && info.Mode()&0111 != 0 {
		return nil
	}
	if info.Mode()&0111 == 0 || err != nil {
		return fs.ErrPermission
	}
	return nil
}

// LookPath returns the path of a program: file itself if it has a slash, or else that in the first directory of PATH that has it.
func LookPath(file string) (string, error) {
	if file == "" || file == "." || file == ".." {
		return "", &Error{file, ErrNotFound}
	}
	if strings.Contains(file, "/") {
		if err := runnable(file); err != nil {
			return "", &Error{file, err}
		}
		return file, nil
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			dir = "."
		}
		path := filepath.Join(dir, file)
		if runnable(path) != nil {
			continue
		}
		if !filepath.IsAbs(path) {
			return path, &Error{file, ErrDot}
		}
		return path, nil
	}
	return "", &Error{file, ErrNotFound}
}
