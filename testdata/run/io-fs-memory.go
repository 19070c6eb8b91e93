// Package io/fs over a file system of our own: walking, globbing, narrowing, reading, modes.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sort"
	"strings"
	"time"
)

// tree is a file system: names that end with a slash are directories.
type tree map[string]string

type file struct {
	name    string
	dir     bool
	content *strings.Reader
	entries []fs.DirEntry
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return f.name[strings.LastIndexByte(f.name, '/')+1:] }
func (f *file) Size() int64                { return f.content.Size() }
func (f *file) ModTime() time.Time         { return time.Unix(0, 0).UTC() }
func (f *file) IsDir() bool                { return f.dir }
func (f *file) Sys() any                   { return nil }
func (f *file) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
func (f *file) Read(p []byte) (int, error) {
	if f.dir {
		return 0, &fs.PathError{Op: "read", Path: f.name, Err: errors.New("is a directory")}
	}
	return f.content.Read(p)
}
func (f *file) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	list := f.entries[:n]
	f.entries = f.entries[n:]
	return list, nil
}

func (t tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if s, ok := t[name]; ok {
		return &file{name: name, content: strings.NewReader(s)}, nil
	}
	d := &file{name: name, dir: true, content: strings.NewReader("")}
	prefix := name + "/"
	if name == "." {
		prefix = ""
	}
	seen := map[string]bool{}
	for k := range t {
		rest, ok := strings.CutPrefix(k, prefix)
		first, _, _ := strings.Cut(rest, "/")
		if !ok || seen[first] {
			continue
		}
		seen[first] = true
		f, _ := t.Open(prefix + first)
		info, _ := f.Stat()
		d.entries = append(d.entries, fs.FileInfoToDirEntry(info))
	}
	if len(d.entries) == 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	sort.Slice(d.entries, func(i, j int) bool { return d.entries[i].Name() > d.entries[j].Name() })
	return d, nil
}

func main() {
	t := tree{"a/1.txt": "one", "a/b/2.txt": "two", "a/b/c/3.go": "three", "d.txt": "dee"}
	fs.WalkDir(t, ".", func(name string, d fs.DirEntry, err error) error {
		fmt.Println(name, d, err)
		if name == "a/b/c" {
			return fs.SkipDir
		}
		return nil
	})
	fmt.Println(fs.WalkDir(t, "none", func(name string, d fs.DirEntry, err error) error { return err }))
	for _, p := range []string{"*", "*/*.txt", "a/b/*/*", "a/[", "none*", "d.txt", "a/b"} {
		fmt.Println(fs.Glob(t, p))
	}
	sub, err := fs.Sub(t, "a")
	fmt.Println(err)
	b, err := fs.ReadFile(sub, "b/2.txt")
	fmt.Println(string(b), err)
	_, err = fs.ReadFile(sub, "x")
	fmt.Println(err)
	_, err = sub.Open("/x")
	fmt.Println(err)
	fmt.Println(fs.Glob(sub, "*/*"))
	deeper, _ := fs.Sub(sub, "b")
	list, err := fs.ReadDir(deeper, ".")
	fmt.Println(list, err)
	info, err := fs.Stat(deeper, "2.txt")
	fmt.Println(fs.FormatFileInfo(info), err)
	_, err = fs.ReadLink(t, "d.txt")
	fmt.Println(err)
	_, err = fs.ReadFile(t, "a")
	fmt.Println(err)
	f, _ := t.Open("d.txt")
	all, _ := io.ReadAll(f)
	fmt.Println(string(all))
	for _, p := range []string{"", ".", "a", "/a", "a/", "a//b", "a/../b", "..", "a\xff", "x/y.z"} {
		fmt.Print(fs.ValidPath(p), " ")
	}
	fmt.Println()
	m := fs.ModeDir | fs.ModeSetuid | fs.ModeSticky | 0o751
	fmt.Println(m, m.Perm(), m.Type(), m.IsRegular(), fs.FileMode(0o4), fs.ModeSymlink|0o777, fs.ModeNamedPipe, fs.ModeDevice|fs.ModeCharDevice, fs.ModeIrregular)
}
