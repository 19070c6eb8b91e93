// Package syscall: sockets over the loopback, in the file system, and in pairs.
package main

import (
	"fmt"
	"os"
	"syscall"
)

func check(what string, err error) {
	if err != nil {
		fmt.Println(what, err)
	}
}

func main() {
	l, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	check("socket", err)
	check("option", syscall.SetsockoptInt(l, syscall.SOL_SOCKET, syscall.SO_REUSEADDR, 1))
	on, err := syscall.GetsockoptInt(l, syscall.SOL_SOCKET, syscall.SO_REUSEADDR)
	fmt.Println(on, err)
	check("bind", syscall.Bind(l, &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}))
	check("listen", syscall.Listen(l, 5))
	at, err := syscall.Getsockname(l)
	in := at.(*syscall.SockaddrInet4)
	fmt.Println(in.Addr, in.Port > 0, err)
	go func() {
		c, _ := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
		check("connect", syscall.Connect(c, in))
		syscall.Write(c, []byte("over the loopback"))
		check("shutdown", syscall.Shutdown(c, syscall.SHUT_WR))
	}()
	c, from, err := syscall.Accept4(l, syscall.SOCK_CLOEXEC)
	fmt.Println(from.(*syscall.SockaddrInet4).Addr, err)
	buf := make([]byte, 100)
	for {
		n, err := syscall.Read(c, buf)
		if n <= 0 {
			fmt.Println(n, err)
			break
		}
		fmt.Print(string(buf[:n]), " ")
	}

	dir, _ := os.MkdirTemp("", "s")
	defer os.RemoveAll(dir)
	u, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_DGRAM, 0)
	check("unix", err)
	name := &syscall.SockaddrUnix{Name: dir + "/socket"}
	check("bind", syscall.Bind(u, name))
	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_DGRAM, 0)
	fmt.Println(err)
	check("sendto", syscall.Sendto(u, []byte("datagram"), 0, name))
	n, sender, err := syscall.Recvfrom(u, buf, 0)
	fmt.Println(string(buf[:n]), sender.(*syscall.SockaddrUnix).Name == name.Name, err)
	syscall.Write(pair[0], []byte("pair"))
	n, sender, err = syscall.Recvfrom(pair[1], buf, 0)
	fmt.Println(string(buf[:n]), sender, err)
	own, err := syscall.Getsockname(pair[0])
	fmt.Printf("%q %v\n", own.(*syscall.SockaddrUnix).Name, err)
	fmt.Println(syscall.Bind(u, &syscall.SockaddrInet4{Port: 70000}), syscall.Connect(-1, name), syscall.Bind(u, name))
	_, err = syscall.Socket(999, 0, 0)
	fmt.Println(err)
}
