// Package glob finds the files whose paths match a pattern, for path/filepath and io/fs.
package glob

import (
	"path"
	"slices"
	"strings"
)

// A Tree says what there is.
type Tree struct {
	Exists func(name string) bool    // whether there is something of that name
	Names  func(dir string) []string // what is in a directory; nothing if it is none or cannot be read
	Clean  func(dir string) string   // how a directory is called in results
	Match  func(pattern, name string) (bool, error)
}

const tooDeep = 10000 // elements of a pattern

// Find returns the paths in t that match pattern. The only error is a malformed pattern.
func (t *Tree) Find(pattern string) ([]string, error) { return t.find(pattern, 0) }

func special(pattern string) bool { return strings.ContainsAny(pattern, `*?[\`) }

func (t *Tree) find(pattern string, depth int) (found []string, err error) {
	if depth == tooDeep {
		return nil, path.ErrBadPattern
	}
	if _, err := t.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !special(pattern) {
		if t.Exists(pattern) {
			found = []string{pattern}
		}
		return found, nil
	}
	dir, last := path.Split(pattern)
	dir = t.Clean(dir)
	dirs := []string{dir}
	if special(dir) {
		if dir == pattern {
			return nil, path.ErrBadPattern
		}
		if dirs, err = t.find(dir, depth+1); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		names := t.Names(dir)
		slices.Sort(names)
		for _, name := range names {
			matched, err := t.Match(last, name)
			if err != nil {
				return found, err
			}
			if matched {
				found = append(found, path.Join(dir, name))
			}
		}
	}
	return found, nil
}

// Trim is a Clean: without the slash at the end, "." for nothing.
func Trim(dir string) string {
	switch dir {
	case "":
		return "."
	case "/":
		return dir
	}
	return dir[:len(dir)-1]
}
