// Package filepath handles names of files. On this system they are paths with slashes, as package path has them; here are the
// functions that look at files, too.
//
// filepath.go has what needs paths only; tree.go looks at files.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	slashpath "path"
	"strings"
)

// What separates the elements of a path, and the paths of a list.
const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = slashpath.ErrBadPattern

// Clean returns the shortest path that means the same, by its text alone.
func Clean(path string) string { return slashpath.Clean(path) }

// IsAbs reports whether a path begins at the root.
func IsAbs(path string) bool { return slashpath.IsAbs(path) }

// Split cuts a path after the last separator.
func Split(path string) (dir, file string) { return slashpath.Split(path) }

// Join puts separators between elements, leaving out those that are empty, and cleans the result.
func Join(elem ...string) string { return slashpath.Join(elem...) }

// Ext returns the end of the last element from its last dot on.
func Ext(path string) string { return slashpath.Ext(path) }

// Base returns the last element.
func Base(path string) string { return slashpath.Base(path) }

// Dir returns all but the last element, cleaned.
func Dir(path string) string { return slashpath.Dir(path) }

// Match reports whether a pattern matches all of name; package path describes patterns.
func Match(pattern, name string) (matched bool, err error) { return slashpath.Match(pattern, name) }

// ToSlash replaces separators by slashes: here they are the same.
func ToSlash(path string) string { return path }

// FromSlash replaces slashes by separators.
func FromSlash(path string) string { return path }

// VolumeName returns the volume that a path begins with: here there are none.
func VolumeName(path string) string { return "" }

// HasPrefix reports whether p begins with prefix, even within an element: it is hardly ever what one wants.
//
// Deprecated: use Rel or strings.HasPrefix.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// SplitList returns the paths of a list such as PATH.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// IsLocal reports whether a path, by its text alone, leads to something below where it is used.
func IsLocal(path string) bool {
	clean := Clean(path)
	return path != "" && !IsAbs(path) && clean != ".." && !strings.HasPrefix(clean, "../")
}

// Localize returns the name of the file that a path of package io/fs means.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// Abs returns a path that begins at the root.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, path), nil
}

// Rel returns how to get from basePath to targPath: joined to the first it is the second.
func Rel(basePath, targPath string) (string, error) {
	base, target := elements(basePath), elements(targPath)
	same := 0
	for same < len(base) && same < len(target) && base[same] == target[same] {
		same++
	}
	base, target = base[same:], target[same:]
	if IsAbs(basePath) != IsAbs(targPath) || len(base) > 0 && base[0] == ".." {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	way := append(strings.Split(strings.Repeat("../", len(base)), "/")[:len(base)], target...)
	if len(way) == 0 {
		return ".", nil
	}
	return strings.Join(way, "/"), nil
}

// elements returns the elements of a cleaned path.
func elements(path string) []string {
	path = strings.TrimPrefix(Clean(path), "/")
	if path == "" || path == "." {
		return nil
	}
	return strings.Split(path, "/")
}
