package fs

import (
	"errors"
	"path"
	"strings"
)

// Sub returns the part of fsys below a directory. Symbolic links may lead out of it.
func Sub(fsys FS, dir string) (FS, error) {
	narrower, own := fsys.(SubFS)
	switch {
	case !ValidPath(dir):
		return nil, &PathError{Op: "sub", Path: dir, Err: ErrInvalid}
	case dir == ".":
		return fsys, nil
	case own:
		return narrower.Sub(dir)
	}
	return &subtree{fsys, dir}, nil
}

// A subtree is the part of a tree below a directory.
type subtree struct {
	whole FS
	dir   string
}

// inside calls f with the whole tree's name for name, and has errors speak of name again.
func inside[T any](s *subtree, op, name string, f func(whole FS, name string) (T, error)) (T, error) {
	if !ValidPath(name) {
		var zero T
		return zero, &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	result, err := f(s.whole, path.Join(s.dir, name))
	if e, ok := err.(*PathError); ok {
		if short, ok := s.shorten(e.Path); ok {
			e.Path = short
		}
	}
	return result, err
}

// shorten returns the subtree's name for one of the whole tree.
func (s *subtree) shorten(name string) (string, bool) {
	if name == s.dir {
		return ".", true
	}
	return strings.CutPrefix(name, s.dir+"/")
}

func (s *subtree) Open(name string) (File, error) {
	return inside(s, "open", name, func(fsys FS, name string) (File, error) { return fsys.Open(name) })
}

func (s *subtree) ReadDir(name string) ([]DirEntry, error) { return inside(s, "read", name, ReadDir) }
func (s *subtree) ReadFile(name string) ([]byte, error)    { return inside(s, "read", name, ReadFile) }
func (s *subtree) ReadLink(name string) (string, error)    { return inside(s, "readlink", name, ReadLink) }
func (s *subtree) Lstat(name string) (FileInfo, error)     { return inside(s, "lstat", name, Lstat) }

func (s *subtree) Glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if pattern == "." {
		return []string{"."}, nil
	}
	list, err := Glob(s.whole, s.dir+"/"+pattern)
	for i, name := range list {
		short, ok := s.shorten(name)
		if !ok {
			return nil, errors.New("invalid result from inner fsys Glob: " + name + " not in " + s.dir)
		}
		list[i] = short
	}
	return list, err
}

func (s *subtree) Sub(dir string) (FS, error) {
	if dir == "." {
		return s, nil
	}
	return inside(s, "sub", dir, func(fsys FS, dir string) (FS, error) { return &subtree{fsys, dir}, nil })
}
