// os/exec, os/signal, pipes with deadlines, files, archives, flag, net/url.

package main

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"embed"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/netip"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing/fstest"
	"time"
)

var _ embed.FS

func main() {
	out, err := exec.Command("sh", "-c", "echo out; echo err >&2; exit 3").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	cmd := exec.Command("cat")
	cmd.Stdin = strings.NewReader("through cat\n")
	cmd.Stdout = os.Stdout
	fmt.Println(cmd.Run())
	_, err = exec.LookPath("no-such-program-here")
	fmt.Println(err)
	cmd = exec.Command("sh", "-c", "read x; echo got $x; read y; echo got $y")
	in, _ := cmd.StdinPipe()
	rd, _ := cmd.StdoutPipe()
	cmd.Start()
	sc := bufio.NewScanner(rd)
	for _, s := range []string{"one", "two"} {
		fmt.Fprintln(in, s)
		sc.Scan()
		fmt.Println(sc.Text())
	}
	fmt.Println(cmd.Wait())
	cmd = exec.Command("sleep", "10")
	cmd.Start()
	time.AfterFunc(20*time.Millisecond, func() { cmd.Process.Kill() })
	fmt.Println(cmd.Wait())
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGUSR1, syscall.SIGINT)
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	fmt.Println(<-ch)
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	fmt.Println(<-ch)
	signal.Stop(ch)
	signal.Ignore(syscall.SIGINT)
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	fmt.Println(signal.Ignored(syscall.SIGINT))
	r, w, _ := os.Pipe()
	r.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err, os.IsTimeout(err))
	go func() { time.Sleep(5 * time.Millisecond); w.Write([]byte("pipe")); w.Close() }()
	r.SetReadDeadline(time.Time{})
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	dir, _ := os.MkdirTemp("", "x")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "a.txt"), []byte("hello"), 0o644)
	os.Mkdir(filepath.Join(dir, "sub"), 0o755)
	os.WriteFile(filepath.Join(dir, "sub", "b.txt"), []byte("world"), 0o600)
	fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		i, _ := d.Info()
		fmt.Println(p, d.IsDir(), i.Mode(), err)
		return nil
	})
	_, err = os.Open("/nonexistent")
	fmt.Println(err)
	var b bytes.Buffer
	tw := tar.NewWriter(&b)
	tw.WriteHeader(&tar.Header{Name: "f", Size: 3, Mode: 0o644})
	tw.Write([]byte("abc"))
	tw.Close()
	tr := tar.NewReader(&b)
	hd, err := tr.Next()
	fmt.Println(hd.Name, hd.Size, err)
	b.Reset()
	zw := zip.NewWriter(&b)
	f, _ := zw.Create("z.txt")
	f.Write(bytes.Repeat([]byte("zip"), 100))
	zw.Close()
	zr, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	fmt.Println(zr.File[0].Name, zr.File[0].UncompressedSize64, err)
	set := flag.NewFlagSet("x", flag.ContinueOnError)
	n := set.Int("n", 3, "number of `things`")
	set.SetOutput(os.Stdout)
	fmt.Println(set.Parse([]string{"-n", "7", "rest"}), *n, set.Args())
	set.PrintDefaults()
	fmt.Println(fstest.TestFS(fstest.MapFS{"a/b": {Data: []byte("x")}}, "a/b"))
	fmt.Println(mime.TypeByExtension(".html"))
	u, err := url.Parse("https://u:p@host:80/a%20b?q=1&q=2#f")
	fmt.Println(u.Host, u.Path, u.Query()["q"], u.Fragment, err)
	fmt.Println(netip.MustParsePrefix("10.0.0.0/8").Contains(netip.MustParseAddr("10.1.2.3")))
}
