// Trees of directories in package os: made, copied, listed, removed, with paths longer than the kernel takes.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

func main() {
	root, err := os.MkdirTemp("", "tree*end")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(root)
	fmt.Println(strings.HasSuffix(root, "end"))
	os.Chdir(root)
	fmt.Println(os.MkdirAll("a/b/c", 0o750), os.MkdirAll("a/b", 0o700))
	fmt.Println(os.WriteFile("a/file", []byte("content"), 0o640), os.Symlink("file", "a/link"))
	fmt.Println(os.MkdirAll("a/file/x", 0o700))
	fmt.Println(os.CopyFS("copy", os.DirFS("a")))
	fmt.Println(os.CopyFS("copy", os.DirFS("a")))
	fs.WalkDir(os.DirFS("copy"), ".", func(name string, d fs.DirEntry, err error) error {
		fmt.Println(name, d.Type(), err)
		return nil
	})
	b, err := os.ReadFile("copy/link")
	fmt.Println(string(b), err)
	list, err := os.ReadDir("a")
	fmt.Println(list, err)
	_, err = os.ReadDir("a/file")
	fmt.Println(err)
	d, _ := os.Open("a")
	names, err := d.Readdirnames(2)
	fmt.Println(len(names), err)
	names, err = d.Readdirnames(2)
	fmt.Println(len(names), err)
	names, err = d.Readdirnames(2)
	fmt.Println(len(names), err == io.EOF)
	d.Close()
	when := time.Unix(1e9, 5e8)
	fmt.Println(os.Chmod("a/file", 0o4751), os.Chtimes("a/file", when, when))
	info, err := os.Stat("a/file")
	fmt.Println(info.Mode(), info.ModTime().Equal(when), info.Size(), err)
	fmt.Println(os.Link("a/file", "a/second"), os.Rename("a/second", "third"), os.Rename("third", "a"))
	fmt.Println(os.Remove("a"), os.RemoveAll("."), os.RemoveAll("missing/x"), os.RemoveAll(""))

	long := strings.Repeat("d", 200)
	for range 25 {
		if err := os.Mkdir(long, 0o700); err != nil {
			fmt.Println(err)
		}
		os.Chdir(long)
	}
	os.WriteFile("f", nil, 0o600)
	os.Chdir(root)
	fmt.Println(os.RemoveAll(long), os.RemoveAll("a/"), os.RemoveAll("copy"))
	list, err = os.ReadDir(".")
	fmt.Println(list, err)
	_, err = os.MkdirTemp(root+"/none", "x")
	fmt.Println(strings.TrimPrefix(err.Error(), "stat "+root))
	fmt.Println(os.Expand("${", os.Getenv), os.Expand("${}x$-$", func(s string) string { return "<" + s + ">" }))
}
