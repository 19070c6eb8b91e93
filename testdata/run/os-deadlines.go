// Deadlines of pipes and other files, and what Close does to those who wait.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"syscall"
	"time"
)

// show prints what became of a call.
func show(what string, n int, err error) {
	text := fmt.Sprint(err)
	for _, kind := range []struct {
		err  error
		name string
	}{{os.ErrNoDeadline, "no deadline"}, {os.ErrDeadlineExceeded, "deadline exceeded"}, {os.ErrClosed, "closed"}} {
		if errors.Is(err, kind.err) {
			text += " (" + kind.name + ")"
		}
	}
	if os.IsTimeout(err) {
		text += " (timeout)"
	}
	fmt.Println(what+":", n, text)
}

const soon = 3 * time.Millisecond

func in(d time.Duration) time.Time { return time.Now().Add(d) }

func deadlines() {
	r, w, _ := os.Pipe()
	defer r.Close()
	defer w.Close()
	b := make([]byte, 8)

	show("set in the past", 0, r.SetReadDeadline(in(-time.Second)))
	n, err := r.Read(b)
	show("read", n, err)
	w.Write([]byte("abc"))
	n, err = r.Read(b)
	show("read what is there", n, err)
	r.SetDeadline(time.Time{})
	n, err = r.Read(b)
	show("read without deadline", n, err)

	start := time.Now()
	r.SetReadDeadline(in(soon))
	n, err = r.Read(b)
	show("read, in time", n, err)
	if time.Since(start) < soon {
		fmt.Println("too early")
	}
	n, err = r.Read(b)
	show("read again", n, err)

	r.SetReadDeadline(in(time.Hour))
	time.AfterFunc(soon, func() { r.SetReadDeadline(time.Now()) })
	n, err = r.Read(b)
	show("read, deadline brought forward", n, err)
	r.SetReadDeadline(in(soon))
	time.AfterFunc(2*soon, func() { w.Write([]byte("late")) })
	r.SetReadDeadline(time.Time{})
	n, err = r.Read(b)
	show("read, deadline taken away", n, err)

	w.SetWriteDeadline(in(soon))
	n, err = w.Write(make([]byte, 1<<20))
	show("write more than fits", n, err)
	n, err = io.ReadFull(r, make([]byte, n))
	show("read it", n, err)
	w.SetDeadline(in(time.Hour))
	n, err = w.Write([]byte("x"))
	show("write", n, err)
}

func closing() {
	r, w, _ := os.Pipe()
	b := make([]byte, 8)
	errs := make(chan error)
	for range 3 {
		go func() {
			_, err := r.Read(make([]byte, 8))
			errs <- err
		}()
	}
	time.Sleep(soon)
	show("close", 0, r.Close())
	for range 3 {
		show("read while it is closed", 0, <-errs)
	}
	show("close again", 0, r.Close())
	show("deadline of a closed file", 0, r.SetDeadline(time.Now()))
	n, err := r.Read(b)
	show("read a closed file", n, err)
	n, err = r.Read(nil)
	show("read nothing", n, err)
	fmt.Println("number:", int(r.Fd()))
	n, err = w.Write(b)
	show("write", n, err)
	w.Close()

	r, w, _ = os.Pipe()
	time.AfterFunc(soon, func() { w.Close() })
	n, err = w.Write(make([]byte, 1<<20))
	show("write while it is closed", n, err)
	n, err = io.ReadFull(r, make([]byte, 1<<20))
	show("read what was written", n, err)
	r.Close()
}

func kinds() {
	f, err := os.CreateTemp("", "deadline")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	fmt.Println(f.SetDeadline(time.Now()), f.SetReadDeadline(time.Now()), f.SetWriteDeadline(time.Time{}) == os.ErrNoDeadline)
	dir, _ := os.Open("/")
	show("directory", 0, dir.SetDeadline(time.Now()))
	null, _ := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	show("null", 0, null.SetDeadline(time.Now()))
	show("nil", 0, (*os.File)(nil).SetDeadline(time.Now()))

	fifo := f.Name() + ".fifo"
	syscall.Mkfifo(fifo, 0600)
	defer os.Remove(fifo)
	p, err := os.OpenFile(fifo, os.O_RDWR, 0)
	show("fifo", 0, err)
	show("deadline", 0, p.SetReadDeadline(in(soon)))
	_, err = p.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))

	for _, flag := range []int{0, syscall.O_NONBLOCK} {
		var fds [2]int
		syscall.Pipe2(fds[:], flag|syscall.O_CLOEXEC)
		r := os.NewFile(uintptr(fds[0]), "reader")
		if err := r.SetReadDeadline(in(soon)); err != nil {
			fmt.Println("NewFile:", err)
			continue
		}
		n, err := r.Read(make([]byte, 1))
		show("read", n, err)
	}
	fmt.Printf("%T\n", os.ErrDeadlineExceeded)
}

func nonblocking(fd uintptr) bool {
	flags, _, _ := syscall.Syscall(syscall.SYS_FCNTL, fd, syscall.F_GETFL, 0)
	return flags&syscall.O_NONBLOCK != 0
}

func raw() {
	r, w, _ := os.Pipe()
	fmt.Println("nonblocking after Fd:", nonblocking(w.Fd()))
	c, err := r.SyscallConn()
	show("SyscallConn", 0, err)
	c.Control(func(fd uintptr) { fmt.Println("nonblocking:", nonblocking(fd)) })
	time.AfterFunc(soon, func() { w.Write([]byte("hello")) })
	b := make([]byte, 8)
	n, tries := 0, 0
	err = c.Read(func(fd uintptr) bool {
		tries++
		n, err = syscall.Read(int(fd), b)
		return err != syscall.EAGAIN
	})
	show("raw read", n, err)
	fmt.Println("tries:", tries <= 2)
	r.SetReadDeadline(in(soon))
	show("raw read", 0, c.Read(func(uintptr) bool { return false }))
	r.Close()
	show("raw read", 0, c.Read(func(uintptr) bool { return false }))
	show("control", 0, c.Control(func(uintptr) {}))
	f, _ := os.Open("/")
	c, _ = f.SyscallConn()
	show("raw read", 0, c.Read(func(uintptr) bool { return false }))
}

// Files that nobody closes are closed by the collector.
func forgotten() {
	r, w, _ := os.Pipe()
	_, err := w.Write([]byte("end"))
	w = nil
	n := 0
	b := make([]byte, 8)
	for err == nil {
		for range 3 {
			runtime.GC()
		}
		r.SetReadDeadline(in(soon))
		var m int
		m, err = r.Read(b[n:])
		n += m
		if os.IsTimeout(err) {
			err = nil
		}
	}
	show("forgotten "+string(b[:n]), n, err)
}

// ring passes a byte around through pipes whose readers all wait.
func ring() {
	const n = 50
	first, into, _ := os.Pipe()
	from := first
	for range n {
		r, w, _ := os.Pipe()
		go func(from *os.File) {
			io.Copy(w, from)
			w.Close()
		}(from)
		from = r
	}
	for i := range 20 {
		into.Write([]byte{byte(i)})
		b := make([]byte, 1)
		if _, err := from.Read(b); err != nil || b[0] != byte(i) {
			fmt.Println("ring:", b, err)
		}
	}
	into.Close()
	_, err := from.Read(make([]byte, 1))
	show("ring", n, err)
}

func main() {
	deadlines()
	closing()
	kinds()
	raw()
	forgotten()
	ring()
}
