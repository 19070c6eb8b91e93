package filepath

import (
	"errors"
	"internal/ggo/glob"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
)

// Errors by which the function of a walk leaves out a directory, or all that is left.
var (
	SkipDir error = fs.SkipDir
	SkipAll error = fs.SkipAll
)

// WalkFunc is what Walk calls for each file and directory; err says what went wrong with it.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// ended returns the error of a walk: to skip is none.
func ended(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

// Walk calls fn for root and all that is below it, in the order of their names; symbolic links are not followed. WalkDir needs
// fewer system calls.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		return ended(fn(root, nil, err))
	}
	return ended(walk(root, info, fn))
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	names, readErr := readNames(path)
	if err := fn(path, info, readErr); err != nil || readErr != nil {
		return err // if fn accepts that the directory cannot be read, nothing is left to do
	}
	for _, name := range names {
		below := Join(path, name)
		info, err := os.Lstat(below)
		isDir := true // what has no info is skipped like a directory
		if err != nil {
			err = fn(below, info, err)
		} else {
			isDir = info.IsDir()
			err = walk(below, info, fn)
		}
		if err != nil && !(isDir && err == SkipDir) {
			return err
		}
	}
	return nil
}

func readNames(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return names, nil
}

// WalkDir calls fn for root and all that is below it, in the order of their names; symbolic links are not followed.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		return ended(fn(root, nil, err))
	}
	return ended(walkDir(root, fs.FileInfoToDirEntry(info), fn))
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	err := fn(path, d, nil)
	if err == nil && d.IsDir() {
		err = walkEntries(path, d, fn)
	}
	if err == SkipDir && d.IsDir() {
		return nil
	}
	return err
}

func walkEntries(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	entries, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			return err
		}
	}
	for _, e := range entries {
		if err := walkDir(Join(path, e.Name()), e, fn); err != nil {
			return err // SkipDir of a file: the caller's directory is what is skipped
		}
	}
	return nil
}

// Glob returns the names of the files that match a pattern, nil if there are none. Directories that cannot be read count as
// empty: the only error is ErrBadPattern.
func Glob(pattern string) (matches []string, err error) {
	tree := glob.Tree{
		Exists: func(name string) bool {
			_, err := os.Lstat(name)
			return err == nil
		},
		Names: func(dir string) []string {
			if info, err := os.Stat(dir); err != nil || !info.IsDir() {
				return nil
			}
			f, err := os.Open(dir)
			if err != nil {
				return nil
			}
			defer f.Close()
			names, _ := f.Readdirnames(-1)
			return names
		},
		Clean: glob.Trim,
		Match: Match,
	}
	return tree.Find(pattern)
}

const maxLinks = 255 // on the way of one path

// EvalSymlinks returns a path to the same file without symbolic links, relative if path is, unless a link is not.
func EvalSymlinks(path string) (string, error) {
	done := "" // without links
	if IsAbs(path) {
		done = "/"
	}
	todo := strings.Split(path, "/")
	links := 0
	for len(todo) > 0 {
		elem := todo[0]
		todo = todo[1:]
		if elem == "" {
			continue
		}
		if elem == ".." {
			done = parent(done)
			continue
		}
		next := done + elem
		if done != "" && done != "/" {
			next = done + "/" + elem
		}
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && len(todo) > 0 {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > maxLinks {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			done = "/"
		}
		todo = append(strings.Split(link, "/"), todo...)
	}
	return Clean(done), nil
}

// parent returns what ".." means at dir, none of whose elements is a link.
func parent(dir string) string {
	switch _, last := Split(dir); {
	case dir == "/":
		return dir
	case dir == "":
		return ".."
	case last == "..":
		return dir + "/.."
	}
	cut := strings.LastIndexByte(dir, '/')
	if cut == 0 {
		return "/"
	}
	return dir[:max(cut, 0)]
}
