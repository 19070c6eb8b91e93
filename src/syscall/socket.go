package syscall

import (
	"runtime"
	"unsafe"
)

// Sockets: their addresses, in Go's form and in the kernel's, and the calls about them.

// A Sockaddr is the address of a socket: a *SockaddrInet4, *SockaddrInet6 or *SockaddrUnix.
type Sockaddr interface {
	raw() (p unsafe.Pointer, size uintptr, err error)
}

// SockaddrInet4 is a port of an IPv4 address.
type SockaddrInet4 struct {
	Port int
	Addr [4]byte

	kernel RawSockaddrInet4
}

// SockaddrInet6 is a port of an IPv6 address.
type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte

	kernel RawSockaddrInet6
}

// SockaddrUnix is a path, or with @ in front a name that is no file.
type SockaddrUnix struct {
	Name string

	kernel RawSockaddrUnix
}

// The kernel's forms. Ports have their upper byte first.

// RawSockaddrInet4 is an address of IPv4.
type RawSockaddrInet4 struct {
	Family, Port uint16
	Addr         [4]byte
	Zero         [8]uint8
}

// RawSockaddrInet6 is an address of IPv6.
type RawSockaddrInet6 struct {
	Family, Port uint16
	Flowinfo     uint32
	Addr         [16]byte
	Scope_id     uint32
}

// RawSockaddrUnix is a path.
type RawSockaddrUnix struct {
	Family uint16
	Path   [108]int8
}

// RawSockaddr begins every address.
type RawSockaddr struct {
	Family uint16
	Data   [14]int8
}

// RawSockaddrAny has room for every address.
type RawSockaddrAny struct {
	Addr RawSockaddr
	Pad  [96]int8
}

// swapped returns a port with its bytes in the other order.
func swapped(port int) uint16 { return uint16(port)<<8 | uint16(port)>>8 }

func (sa *SockaddrInet4) raw() (unsafe.Pointer, uintptr, error) {
	if sa.Port < 0 || sa.Port > 0xFFFF {
		return nil, 0, EINVAL
	}
	sa.kernel = RawSockaddrInet4{Family: AF_INET, Port: swapped(sa.Port), Addr: sa.Addr}
	return unsafe.Pointer(&sa.kernel), SizeofSockaddrInet4, nil
}

func (sa *SockaddrInet6) raw() (unsafe.Pointer, uintptr, error) {
	if sa.Port < 0 || sa.Port > 0xFFFF {
		return nil, 0, EINVAL
	}
	sa.kernel = RawSockaddrInet6{Family: AF_INET6, Port: swapped(sa.Port), Addr: sa.Addr, Scope_id: sa.ZoneId}
	return unsafe.Pointer(&sa.kernel), SizeofSockaddrInet6, nil
}

func (sa *SockaddrUnix) raw() (unsafe.Pointer, uintptr, error) {
	n := len(sa.Name)
	if n > len(sa.kernel.Path) || n == len(sa.kernel.Path) && sa.Name[0] != '@' {
		return nil, 0, EINVAL
	}
	sa.kernel = RawSockaddrUnix{Family: AF_UNIX}
	for i := range n {
		sa.kernel.Path[i] = int8(sa.Name[i])
	}
	size := uintptr(2 + n)
	switch {
	case n > 0 && sa.Name[0] == '@':
		sa.kernel.Path[0] = 0
	case n > 0:
		size++ // the zero byte
	}
	return unsafe.Pointer(&sa.kernel), size, nil
}

// fromKernel returns an address in Go's form.
func fromKernel(rsa *RawSockaddrAny) (Sockaddr, error) {
	switch rsa.Addr.Family {
	case AF_INET:
		k := (*RawSockaddrInet4)(unsafe.Pointer(rsa))
		return &SockaddrInet4{Port: int(swapped(int(k.Port))), Addr: k.Addr}, nil
	case AF_INET6:
		k := (*RawSockaddrInet6)(unsafe.Pointer(rsa))
		return &SockaddrInet6{Port: int(swapped(int(k.Port))), ZoneId: k.Scope_id, Addr: k.Addr}, nil
	case AF_UNIX:
		k := (*RawSockaddrUnix)(unsafe.Pointer(rsa))
		var name []byte
		for i, c := range k.Path {
			if c == 0 && i == 0 {
				c = '@' // no file
			}
			if c == 0 {
				break
			}
			name = append(name, byte(c))
		}
		return &SockaddrUnix{Name: string(name)}, nil
	}
	return nil, EAFNOSUPPORT
}

// withAddress makes a call about a socket and an address.
func withAddress(trap uintptr, fd int, sa Sockaddr) error {
	p, size, err := sa.raw()
	if err != nil {
		return err
	}
	_, _, e := Syscall(trap, uintptr(fd), addr(p), size)
	runtime.KeepAlive(sa)
	return errOf(e)
}

// getAddress makes a call that tells an address.
func getAddress(trap uintptr, fd int, flags uintptr) (n int, sa Sockaddr, err error) {
	rsa, size := new(RawSockaddrAny), new(uint32)
	*size = SizeofSockaddrAny
	r, _, e := Syscall6(trap, uintptr(fd), addr(unsafe.Pointer(rsa)), addr(unsafe.Pointer(size)), flags, 0, 0)
	if e != 0 {
		return -1, nil, e
	}
	sa, err = fromKernel(rsa)
	return int(r), sa, err
}

// Socket makes a socket.
func Socket(domain, typ, proto int) (fd int, err error) {
	r, _, e := RawSyscall(SYS_SOCKET, uintptr(domain), uintptr(typ), uintptr(proto))
	return count(r, e)
}

// Socketpair makes two sockets that are connected.
func Socketpair(domain, typ, proto int) (fd [2]int, err error) {
	pair := new([2]int32)
	_, _, e := RawSyscall6(SYS_SOCKETPAIR, uintptr(domain), uintptr(typ), uintptr(proto), addr(unsafe.Pointer(pair)), 0, 0)
	if e == 0 {
		fd = [2]int{int(pair[0]), int(pair[1])}
	}
	return fd, errOf(e)
}

// Bind gives a socket an address.
func Bind(fd int, sa Sockaddr) error { return withAddress(SYS_BIND, fd, sa) }

// Connect connects a socket.
func Connect(fd int, sa Sockaddr) error { return withAddress(SYS_CONNECT, fd, sa) }

// Listen has a socket wait for connections.
func Listen(s int, n int) error {
	_, _, e := Syscall(SYS_LISTEN, uintptr(s), uintptr(n), 0)
	return errOf(e)
}

// Accept takes a connection.
func Accept(fd int) (nfd int, sa Sockaddr, err error) { return Accept4(fd, 0) }

// Accept4 is Accept with flags.
func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error) {
	nfd, sa, err = getAddress(SYS_ACCEPT4, fd, uintptr(flags))
	if err != nil && nfd >= 0 {
		Close(nfd)
		nfd = 0
	}
	return nfd, sa, err
}

// Getsockname returns a socket's own address.
func Getsockname(fd int) (sa Sockaddr, err error) {
	_, sa, err = getAddress(SYS_GETSOCKNAME, fd, 0)
	return sa, err
}

// Getpeername returns the address at the other end.
func Getpeername(fd int) (sa Sockaddr, err error) {
	_, sa, err = getAddress(SYS_GETPEERNAME, fd, 0)
	return sa, err
}

// Shutdown ends a connection in one direction or both.
func Shutdown(fd int, how int) error {
	_, _, e := Syscall(SYS_SHUTDOWN, uintptr(fd), uintptr(how), 0)
	return errOf(e)
}

// Sendto sends a message to an address.
func Sendto(fd int, p []byte, flags int, to Sockaddr) error {
	address, size, err := unsafe.Pointer(nil), uintptr(0), error(nil)
	if to != nil {
		if address, size, err = to.raw(); err != nil {
			return err
		}
	}
	_, _, e := Syscall6(SYS_SENDTO, uintptr(fd), bytesAddr(p), uintptr(len(p)), uintptr(flags), addr(address), size)
	runtime.KeepAlive(to)
	runtime.KeepAlive(unsafe.SliceData(p))
	return errOf(e)
}

// Recvfrom receives a message, and returns where it comes from.
func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) {
	rsa, size := new(RawSockaddrAny), new(uint32)
	*size = SizeofSockaddrAny
	r, _, e := Syscall6(SYS_RECVFROM, uintptr(fd), bytesAddr(p), uintptr(len(p)), uintptr(flags), addr(unsafe.Pointer(rsa)), addr(unsafe.Pointer(size)))
	runtime.KeepAlive(unsafe.SliceData(p))
	if e != 0 {
		return -1, nil, e
	}
	if rsa.Addr.Family != AF_UNSPEC {
		from, err = fromKernel(rsa)
	}
	return int(r), from, err
}

// setOption sets an option whose value is of any type.
func setOption[T any](fd, level, opt int, value T) error {
	p := new(T)
	*p = value
	_, _, e := Syscall6(SYS_SETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), addr(unsafe.Pointer(p)), unsafe.Sizeof(value), 0)
	runtime.KeepAlive(p)
	return errOf(e)
}

// A Linger says how long closing a socket waits.
type Linger struct{ Onoff, Linger int32 }

// Setters of options of a socket, by the types of their values.

func SetsockoptInt(fd, level, opt int, value int) error {
	return setOption(fd, level, opt, int32(value))
}
func SetsockoptByte(fd, level, opt int, value byte) error {
	return setOption(fd, level, opt, value)
}
func SetsockoptLinger(fd, level, opt int, l *Linger) error { return setOption(fd, level, opt, *l) }
func SetsockoptTimeval(fd, level, opt int, tv *Timeval) error {
	return setOption(fd, level, opt, *tv)
}
func SetsockoptInet4Addr(fd, level, opt int, value [4]byte) error {
	return setOption(fd, level, opt, value)
}

// GetsockoptInt returns an option of a socket.
func GetsockoptInt(fd, level, opt int) (value int, err error) {
	v, size := new(int32), new(uint32)
	*size = 4
	_, _, e := Syscall6(SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), addr(unsafe.Pointer(v)), addr(unsafe.Pointer(size)), 0)
	return int(*v), errOf(e)
}
