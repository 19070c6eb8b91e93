// os.Root: everything below, nothing outside, whatever links and dots say.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"time"
)

func main() {
	dir, err := os.MkdirTemp("", "root")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	os.WriteFile("outside", []byte("secret"), 0o600)
	os.Mkdir("in", 0o700)
	r, err := os.OpenRoot("in")
	fmt.Println(r.Name(), err)
	fmt.Println(r.Mkdir("a", 0o755), r.MkdirAll("a/b/c", 0o755), r.MkdirAll("a/b", 0o755), r.Mkdir("a", 0o755))
	fmt.Println(r.WriteFile("a/f", []byte("text"), 0o644), r.Symlink("f", "a/link"), r.Symlink("../../outside", "a/bad"), r.Symlink("/etc", "abs"))
	for _, name := range []string{"a/f", "a/link", "a/bad", "../outside", "/etc/passwd", "abs/passwd", "a/../a/f", "a/b/../../..", "missing", ""} {
		b, err := r.ReadFile(name)
		fmt.Printf("%q %q %v\n", name, b, err)
	}
	info, err := r.Stat("a/link")
	fmt.Println(info.Mode(), info.Name(), err)
	info, err = r.Lstat("a/link")
	fmt.Println(info.Mode().Type(), info.Name(), err)
	_, err = r.Stat("a/bad")
	fmt.Println(err)
	fmt.Println(r.Readlink("a/bad"))
	fmt.Println(r.Chmod("a/link", 0o600), r.Chtimes("a/f", time.Unix(1, 0), time.Unix(2, 0)), r.Chmod("a/bad", 0o777))
	info, _ = r.Stat("a/f")
	fmt.Println(info.Mode(), info.ModTime().Unix())
	fmt.Println(r.Rename("a/f", "g"), r.Link("g", "a/h"), r.Rename("g", "../g"), r.Remove("a"), r.Remove("a/h"), r.Remove("a/h"))
	fmt.Println(r.Lchown("g", os.Getuid(), os.Getgid()), r.Chown("missing", 0, 0))
	sub, err := r.OpenRoot("a")
	fmt.Println(sub.Name(), err)
	_, err = sub.Open("../g")
	fmt.Println(err)
	_, err = r.OpenRoot("g")
	fmt.Println(err)
	fs.WalkDir(r.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		fmt.Println(name, d.Type(), err)
		return nil
	})
	f, err := r.Create("new")
	fmt.Println(f.Name(), err, f.Close())
	fmt.Println(r.RemoveAll("a"), r.RemoveAll("none"), r.RemoveAll("../outside"))
	_, err = os.OpenInRoot("in", "../outside")
	fmt.Println(err)
	_, err = os.OpenRoot("outside")
	fmt.Println(err)
	fmt.Println(r.Close(), r.Close())
	_, err = r.Open("g")
	fmt.Println(err)
	b, err := os.ReadFile("outside")
	fmt.Println(string(b), err)
}
