package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

func main() {
	dir, err := os.MkdirTemp("", "o1-*-x")
	if err != nil {
		fmt.Println(err)
		return
	}
	os.Chdir(dir)
	fmt.Println(os.MkdirAll("a/b/c", 0755), os.MkdirAll("a/b/c/", 0755), os.Mkdir("a", 0755))
	fmt.Println(os.WriteFile("a/f", []byte("hello\n"), 0644), os.WriteFile("a/b", nil, 0644), os.WriteFile("no/b", nil, 0644))
	b, err := os.ReadFile("a/f")
	fmt.Printf("%q %v\n", b, err)
	_, err = os.ReadFile("a")
	fmt.Println(err, errors.Is(err, syscall.EISDIR))
	_, err = os.Open("nope")
	fmt.Println(err, os.IsNotExist(err), errors.Is(err, fs.ErrNotExist), errors.Is(err, os.ErrExist))
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err)
	f, err := os.OpenFile("a/f", os.O_RDWR|os.O_APPEND, 0)
	fmt.Println(f.WriteString("more"))
	fmt.Println(f.Seek(2, io.SeekStart))
	buf := make([]byte, 5)
	fmt.Println(f.Read(buf))
	fmt.Println(f.ReadAt(buf, 7))
	fmt.Println(f.ReadAt(buf, -7))
	fmt.Println(f.WriteAt(buf, 7))
	fi, err := f.Stat()
	fmt.Println(fi.Name(), fi.Size(), fi.Mode(), fi.IsDir(), err)
	fmt.Println(f.Truncate(3), f.Sync(), f.Chmod(0600))
	fi, _ = os.Stat("a/f")
	fmt.Println(fi.Name(), fi.Size(), fi.Mode(), fi.IsDir())
	fmt.Println(f.Close(), f.Close())
	_, err = f.Read(buf)
	fmt.Println(err, errors.Is(err, os.ErrClosed))
	_, err = f.Write(buf)
	fmt.Println(err)
	fmt.Println(os.Symlink("f", "a/ln"))
	fmt.Println(os.Readlink("a/ln"))
	fmt.Println(os.Readlink("a/f"))
	fi, _ = os.Lstat("a/ln")
	fmt.Println(fi.Mode())
	list, err := os.ReadDir("a")
	fmt.Println(list, err)
	for _, e := range list {
		i, err := e.Info()
		fmt.Println(e.Name(), e.IsDir(), e.Type(), i.Name(), err)
	}
	fmt.Println(os.Rename("a/f", "a/g"), os.Rename("a/f", "a/h"), os.Rename("a/g", "a/b"))
	fmt.Println(os.Remove("a"), os.Remove("a/zz"), os.Remove("a/ln"))
	fs.WalkDir(os.DirFS("."), ".", func(p string, d fs.DirEntry, err error) error {
		fmt.Println(p, d, err)
		return nil
	})
	fmt.Println(fs.ReadFile(os.DirFS("."), "a/g"))
	_, err = fs.ReadFile(os.DirFS("."), "a/../g")
	fmt.Println(err)
	_, err = fs.Stat(os.DirFS("."), "a/q")
	fmt.Println(err)
	os.Chdir("/")
	fmt.Println(os.RemoveAll(dir), os.RemoveAll(dir))
	_, err = os.Stat(dir)
	fmt.Println(os.IsNotExist(err))
	var nf *os.File
	fmt.Println(nf.Close())
	_, err = nf.Read(nil)
	fmt.Println(err)
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "c"), os.Setenv("A", "b"), os.Getenv("A"), os.Unsetenv("A"))
	fmt.Println(os.LookupEnv("A"))
	w, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	_, err = w.Write([]byte("x"))
	fmt.Println(err)
	r, pw, _ := os.Pipe()
	r.Close()
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)
	fmt.Println(os.Expand("$a ${b} $ $$ ${ ${} $1x ${1} $é", func(s string) string { return "<" + s + ">" }))
	fmt.Println(fs.FileMode(0o40755|fs.ModeDir|fs.ModeSticky), fs.ModePerm, fs.ModeType)
	os.Exit(7)
}
