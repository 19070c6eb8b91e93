// Package path/filepath: walks, patterns and symbolic links in a real tree; io/fs over the same.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	root, err := os.MkdirTemp("", "tree")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(root)
	os.Chdir(root)
	os.MkdirAll("a/b/c", 0o755)
	os.MkdirAll("a/d", 0o755)
	for _, f := range []string{"a/1.txt", "a/b/2.txt", "a/b/c/3.go", "a/d/4.txt"} {
		os.WriteFile(f, []byte(f), 0o644)
	}
	os.Symlink("b/c", "a/link")
	os.Symlink("/nowhere", "a/broken")
	os.Symlink("loop", "a/loop")

	filepath.Walk("a", func(p string, info fs.FileInfo, err error) error {
		fmt.Println("walk", p, info.IsDir(), err)
		if p == "a/b/c" {
			return filepath.SkipDir
		}
		return nil
	})
	fmt.Println(filepath.WalkDir("a", func(p string, d fs.DirEntry, err error) error {
		fmt.Println("dir", p, d.Type(), err)
		if p == "a/b/2.txt" {
			return fs.SkipDir
		}
		if p == "a/d" {
			return errors.New("enough")
		}
		return nil
	}))
	filepath.WalkDir("missing", func(p string, d fs.DirEntry, err error) error {
		fmt.Println(p, d, err)
		return fs.SkipAll
	})
	for _, pattern := range []string{"a/*", "a/*/*.txt", "*/b/c", "a/[", "nothing*", "a/1.txt", "*/*/*/*", "./a/*.txt", "a//d/*"} {
		fmt.Println(filepath.Glob(pattern))
	}
	for _, p := range []string{"a/link", "a/link/3.go", "a/link/..", "a/broken", "a/loop", "a/1.txt/x", "./a/../a/b", "", "a/link/../2.txt", ".."} {
		real, err := filepath.EvalSymlinks(p)
		fmt.Println(p, "->", real, err)
	}
	abs, err := filepath.Abs("a/../x")
	fmt.Println(strings.TrimPrefix(abs, root), err)

	fsys := os.DirFS(".")
	fmt.Println(fs.Glob(fsys, "a/*.txt"))
	fmt.Println(fs.Glob(fsys, "a/["))
	sub, err := fs.Sub(fsys, "a/b")
	fmt.Println(err)
	b, err := fs.ReadFile(sub, "2.txt")
	fmt.Println(string(b), err)
	_, err = sub.Open("none")
	fmt.Println(err)
	_, err = fs.ReadFile(sub, "../1.txt")
	fmt.Println(err)
	fmt.Println(fs.Glob(sub, "*/*.go"))
	list, err := fs.ReadDir(sub, ".")
	fmt.Println(list, err)
	_, err = fs.Sub(fsys, "/a")
	fmt.Println(err)
	fmt.Println(fs.ReadLink(fsys, "a/link"))
	info, err := fs.Lstat(fsys, "a/link")
	fmt.Println(info.Mode().Type(), err)
	fs.WalkDir(sub, ".", func(p string, d fs.DirEntry, err error) error {
		fmt.Println(p, err)
		return nil
	})
}
