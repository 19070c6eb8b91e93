// Texts of errors: full disks, closed files, odd environments, paths that cannot be.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"
)

func main() {
	fmt.Println(os.WriteFile("/dev/full", []byte("x"), 0o644))
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	fmt.Println(err)
	n, err := f.Write(make([]byte, 10))
	fmt.Println(n, err)
	n64, err := io.Copy(f, bytes.NewReader([]byte("y")))
	fmt.Println(n64, err, f.Close(), f.Close())

	f, _ = os.CreateTemp("", "errors")
	name := f.Name()
	defer os.Remove(name)
	fmt.Println(f.SetDeadline(time.Now()), f.SetReadDeadline(time.Time{}))
	f.Close()
	_, err = f.Read(make([]byte, 1))
	fmt.Println(len(err.Error())-len(name), err == io.EOF)
	_, err = f.Stat()
	fmt.Println(err != nil)
	var none *os.File
	_, err = none.Read(nil)
	fmt.Println(err, none.Close())
	_, err = os.Open("a\x00b")
	fmt.Println(err)
	_, err = os.ReadFile("/")
	fmt.Println(err)
	fmt.Println(os.Mkdir("/", 0o755), os.Remove("/dev/null/x"), os.Rename("/nowhere", "/x"), os.Symlink("/a", "/"), os.Chmod("/nowhere", 0), os.Chown("/nowhere", 1, 1))
	fmt.Println(os.Truncate("/nowhere", 1), os.Chtimes("/nowhere", time.Now(), time.Now()), os.Link("/nowhere", "/y"), os.Chdir("/nowhere"), os.Lchown("/nowhere", 0, 0))
	_, err = os.Readlink("/")
	fmt.Println(err)
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "x"), os.Setenv("a", "x\x00"), os.Unsetenv("none"))
	os.Clearenv()
	os.Setenv("EMPTY", "")
	os.Setenv("A", "1")
	fmt.Println(os.Environ(), os.ExpandEnv("$A-${A}-$EMPTY-$none-${-$}"))
	fmt.Println(os.LookupEnv("EMPTY"))
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.UserConfigDir())
	os.Setenv("XDG_CACHE_HOME", "rel")
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.NewSyscallError("x", syscall.EINVAL), syscall.Errno(9999), syscall.Errno(41), syscall.Signal(40), syscall.Signal(9))
}
