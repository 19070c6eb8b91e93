// Package syscall: numbers, texts, structures, and calls that fail.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"unsafe"
)

func main() {
	h := uint64(1)
	for e := range 140 {
		for _, c := range []byte(syscall.Errno(e).Error()) {
			h = h*31 + uint64(c)
		}
	}
	for s := range 70 {
		for _, c := range []byte(syscall.Signal(s).String()) {
			h = h*31 + uint64(c)
		}
	}
	fmt.Printf("%x\n", h)
	fmt.Println(syscall.AF_INET6, syscall.SO_REUSEADDR, syscall.SYS_EPOLL_PWAIT, syscall.TCP_NODELAY, syscall.EPOLLET, syscall.IPPROTO_TCP)
	fmt.Println(syscall.ENOENT.Is(fs.ErrNotExist), errors.Is(syscall.EACCES, fs.ErrPermission), syscall.EAGAIN.Temporary(), syscall.ETIMEDOUT.Timeout(), syscall.ENOSYS.Is(errors.ErrUnsupported))
	var st syscall.Stat_t
	var u syscall.Utsname
	var r syscall.Rusage
	fmt.Println(unsafe.Sizeof(st), unsafe.Sizeof(u), unsafe.Sizeof(r), unsafe.Sizeof(syscall.Dirent{}))
	fmt.Println(syscall.Stat("/no/such", &st), syscall.Close(-1), syscall.Kill(-99999999, 0), syscall.Chdir("a\x00b"))
	fmt.Println(syscall.Uname(&u), u.Sysname[0] == 'L', syscall.Getpid() > 0, syscall.Getpagesize())
	var lim syscall.Rlimit
	fmt.Println(syscall.Getrlimit(syscall.RLIMIT_NOFILE, &lim), lim.Cur > 0)
	for _, w := range []syscall.WaitStatus{0, 0x100, 0xff00, 9, 0x8b, 0x137f, 0xffff, 0x3057f} {
		fmt.Println(w.Exited(), w.ExitStatus(), w.Signaled(), w.Signal(), w.CoreDump(), w.Stopped(), w.StopSignal(), w.Continued(), w.TrapCause())
	}
	fmt.Println(syscall.NsecToTimespec(-1), syscall.NsecToTimeval(-1))
	_, err := syscall.SlicePtrFromStrings([]string{"a", "\x00"})
	fmt.Println(err)
	_, err = syscall.ForkExec("/no/such/program", nil, nil)
	fmt.Println(err)
	fmt.Println(syscall.Exec("/no/such/program", nil, nil))
	fd, err := syscall.Openat(-100, "/dev/null", syscall.O_RDONLY, 0)
	fmt.Println(fd > 2, err, syscall.SetNonblock(fd, true), syscall.Flock(fd, syscall.LOCK_SH))
	syscall.CloseOnExec(fd)
}
