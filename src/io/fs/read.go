package fs

import (
	"cmp"
	"errors"
	"internal/ggo/glob"
	"io"
	"path"
	"slices"
)

// ReadFile returns what is in a file.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if fsys, ok := fsys.(ReadFileFS); ok {
		return fsys.ReadFile(name)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// Stat describes a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(StatFS); ok {
		return fsys.Stat(name)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Stat()
}

// ReadLink returns where a symbolic link points to.
func ReadLink(fsys FS, name string) (string, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.ReadLink(name)
	}
	return "", &PathError{Op: "readlink", Path: name, Err: ErrInvalid}
}

// Lstat is Stat of the link itself, if fsys knows links.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.Lstat(name)
	}
	return Stat(fsys, name)
}

// Glob returns the names of the files that match a pattern of package path, nil if there are none. Directories that cannot be
// read count as empty: the only error is path.ErrBadPattern.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if fsys, ok := fsys.(GlobFS); ok {
		return fsys.Glob(pattern)
	}
	tree := glob.Tree{
		Exists: func(name string) bool {
			_, err := Stat(fsys, name)
			return err == nil
		},
		Names: func(dir string) (names []string) {
			list, err := ReadDir(fsys, dir)
			if err != nil {
				return nil
			}
			for _, e := range list {
				names = append(names, e.Name())
			}
			return names
		},
		Clean: glob.Trim,
		Match: path.Match,
	}
	return tree.Find(pattern)
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if fsys, ok := fsys.(ReadDirFS); ok {
		return fsys.ReadDir(name)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dir, ok := f.(ReadDirFile)
	if !ok {
		return nil, &PathError{Op: "readdir", Path: name, Err: errors.New("not implemented")}
	}
	list, err := dir.ReadDir(-1)
	slices.SortFunc(list, func(a, b DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return list, err
}

// SkipDir, returned by a WalkDirFunc, leaves out the directory, or for a file the rest of its directory.
var SkipDir = errors.New("skip this directory")

// SkipAll leaves out everything that is left.
var SkipAll = errors.New("skip everything and stop the walk")

// A WalkDirFunc is called for each file. err is why the file could not be looked at; what the function returns ends the walk, unless
// it is nil, SkipDir or SkipAll.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for root and everything below, in the order of names. Symbolic links are not followed.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(fsys, root, FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	err := fn(name, d, nil)
	if err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			return nil
		}
		return err
	}
	list, err := ReadDir(fsys, name)
	if err != nil {
		// A second call, to say that the entries could not be read.
		if err = fn(name, d, err); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	for _, e := range list {
		if err := walk(fsys, path.Join(name, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}
