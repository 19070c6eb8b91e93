// Package ioutil has older names of functions of packages io and os.
//
// Deprecated: each function says what to use instead.
package ioutil

import (
	"io"
	"io/fs"
	"os"
)

// Discard is io.Discard.
//
// Deprecated: use that.
var Discard io.Writer = io.Discard

// ReadAll is io.ReadAll.
//
// Deprecated: use that.
func ReadAll(r io.Reader) ([]byte, error) { return io.ReadAll(r) }

// NopCloser is io.NopCloser.
//
// Deprecated: use that.
func NopCloser(r io.Reader) io.ReadCloser { return io.NopCloser(r) }

// ReadFile is os.ReadFile.
//
// Deprecated: use that.
func ReadFile(filename string) ([]byte, error) { return os.ReadFile(filename) }

// WriteFile is os.WriteFile.
//
// Deprecated: use that.
func WriteFile(filename string, data []byte, perm fs.FileMode) error {
	return os.WriteFile(filename, data, perm)
}

// ReadDir returns what is in a directory, sorted by name.
//
// Deprecated: use os.ReadDir, which makes fewer system calls.
func ReadDir(dirname string) ([]fs.FileInfo, error) {
	entries, err := os.ReadDir(dirname)
	if err != nil {
		return nil, err
	}
	list := make([]fs.FileInfo, len(entries))
	for i, e := range entries {
		if list[i], err = e.Info(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// TempFile is os.CreateTemp.
//
// Deprecated: use that.
func TempFile(dir, pattern string) (f *os.File, err error) { return os.CreateTemp(dir, pattern) }

// TempDir is os.MkdirTemp.
//
// Deprecated: use that.
func TempDir(dir, pattern string) (name string, err error) { return os.MkdirTemp(dir, pattern) }
