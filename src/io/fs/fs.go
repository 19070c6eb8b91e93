package fs

import (
	"time"
	"unicode/utf8"
)

// An FS is a tree of files. Names are relative, with slashes: see ValidPath.
type FS interface {
	Open(name string) (File, error)
}

// ValidPath reports whether a name may be given to an FS: parts with slashes between, none of them empty, . or .., except that
// "." alone is the root.
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	for start := 0; ; {
		end := start
		for end < len(name) && name[end] != '/' {
			end++
		}
		if part := name[start:end]; part == "" || part == "." || part == ".." {
			return false
		}
		if end == len(name) {
			return true
		}
		start = end + 1
	}
}

// A File is an open file of an FS.
type File interface {
	Close() error
	Read([]byte) (int, error)
	Stat() (FileInfo, error)
}

// A FileInfo describes a file.
type FileInfo interface {
	Name() string // the last part
	IsDir() bool
	Mode() FileMode
	Size() int64
	ModTime() time.Time
	Sys() any // what it comes from
}

// A DirEntry is an entry of a directory.
type DirEntry interface {
	Info() (FileInfo, error)
	IsDir() bool
	Name() string
	Type() FileMode // its kind only
}

// A ReadDirFile is a File that can be a directory. ReadDir returns up to n entries, all if n is not positive; in the first
// case io.EOF follows the last.
type ReadDirFile interface {
	ReadDir(n int) ([]DirEntry, error)
	File
}

// More that an FS may be able to do by itself.

// A ReadDirFS lists directories, sorted by name.
type ReadDirFS interface {
	ReadDir(name string) ([]DirEntry, error)
	FS
}

// A ReadFileFS reads whole files.
type ReadFileFS interface {
	ReadFile(name string) ([]byte, error)
	FS
}

// A StatFS describes files.
type StatFS interface {
	Stat(name string) (FileInfo, error)
	FS
}

// A ReadLinkFS knows symbolic links.
type ReadLinkFS interface {
	FS
	ReadLink(name string) (string, error) // where a link points to
	Lstat(name string) (FileInfo, error)  // like Stat, of the link itself
}

// A SubFS can be narrowed to a directory.
type SubFS interface {
	Sub(dir string) (FS, error)
	FS
}

// A GlobFS finds files by pattern.
type GlobFS interface {
	Glob(pattern string) ([]string, error)
	FS
}

// infoEntry is a DirEntry made of a FileInfo.
type infoEntry struct {
	info FileInfo
}

func (d infoEntry) Name() string            { return d.info.Name() }
func (d infoEntry) IsDir() bool             { return d.info.IsDir() }
func (d infoEntry) Type() FileMode          { return d.info.Mode().Type() }
func (d infoEntry) Info() (FileInfo, error) { return d.info, nil }
func (d infoEntry) String() string          { return FormatDirEntry(d) }

// FileInfoToDirEntry makes a DirEntry of a FileInfo; nil of nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

// FormatDirEntry returns a line about an entry: kind, name, a slash for directories.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	s := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		s += "/"
	}
	return s
}

// FormatFileInfo returns a line about a file, like ls -l.
func FormatFileInfo(info FileInfo) string {
	size := ""
	for n := uint64(max(info.Size(), -info.Size())); n > 0 || size == ""; n /= 10 {
		size = string(rune('0'+n%10)) + size
	}
	if info.Size() < 0 {
		size = "-" + size
	}
	s := info.Mode().String() + " " + size + " " + info.ModTime().Format(time.DateTime) + " " + info.Name()
	if info.IsDir() {
		s += "/"
	}
	return s
}
