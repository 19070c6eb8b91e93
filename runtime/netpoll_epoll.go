// The poller's part that is Linux: epoll and eventfd.

package runtime

import "unsafe"

const (
	_EPOLL_CTL_ADD = 1
	_EPOLL_CTL_DEL = 2

	_EPOLLIN    = 0x1
	_EPOLLOUT   = 0x4
	_EPOLLERR   = 0x8
	_EPOLLHUP   = 0x10
	_EPOLLRDHUP = 0x2000
	_EPOLLET    = 0x80000000

	_SYS_EPOLL_CTL     = 233
	_SYS_EPOLL_PWAIT   = 281
	_SYS_EVENTFD2      = 290
	_SYS_EPOLL_CREATE1 = 291

	_CLOEXEC, _NONBLOCK = 0x80000, 0x800
)

// An epollevent is what the kernel takes and gives; it is not aligned.
type epollevent struct {
	events uint32
	data   [8]byte // a *pollDesc; zero for the eventfd
}

// syscall6 makes a system call; a negative result is an error number.
//
//go:noescape
func syscall6(num, a, b, c, d, e, f uintptr) uintptr

func epollctl(op int, fd uintptr, ev *epollevent) int {
	return -int(syscall6(_SYS_EPOLL_CTL, uintptr(netpoll.epfd), uintptr(op), fd, uintptr(unsafe.Pointer(ev)), 0, 0))
}

func netpollinit() {
	netpoll.epfd = int32(syscall6(_SYS_EPOLL_CREATE1, _CLOEXEC, 0, 0, 0, 0, 0))
	netpoll.eventfd = int32(syscall6(_SYS_EVENTFD2, 0, _CLOEXEC|_NONBLOCK, 0, 0, 0, 0))
	ev := epollevent{events: _EPOLLIN}
	if netpoll.epfd < 0 || netpoll.eventfd < 0 || epollctl(_EPOLL_CTL_ADD, uintptr(netpoll.eventfd), &ev) != 0 {
		throw("runtime: netpollinit failed")
	}
}

func netpollopen(fd uintptr, pd *pollDesc) int {
	ev := epollevent{events: _EPOLLIN | _EPOLLOUT | _EPOLLRDHUP | _EPOLLET}
	*(*uintptr)(unsafe.Pointer(&ev.data)) = uintptr(unsafe.Pointer(pd))
	return epollctl(_EPOLL_CTL_ADD, fd, &ev)
}

func netpollclose(fd uintptr) {
	var ev epollevent
	epollctl(_EPOLL_CTL_DEL, fd, &ev)
}

// netpollBreak ends the sleep of whoever waits for events.
func netpollBreak() {
	one := uint64(1)
	write1(uintptr(netpoll.eventfd), unsafe.Pointer(&one), 8)
}

// netpollwait waits for events, up to ns nanoseconds, collects the goroutines they wake in list, and
// returns how many.
func netpollwait(ns int64, list *gQueue) int {
	ms := int64(-1)
	if ns >= 0 {
		ms = (ns + 999999) / 1000000
		if ms > 1000000 {
			ms = 1000000
		}
	}
	var events [64]epollevent
	got := int(syscall6(_SYS_EPOLL_PWAIT, uintptr(netpoll.epfd), uintptr(unsafe.Pointer(&events)), uintptr(len(events)), uintptr(ms), 0, 8))
	n := 0
	for i := 0; i < got; i++ { // not when it is an error: a signal came
		ev := &events[i]
		pd := *(**pollDesc)(unsafe.Pointer(&ev.data))
		if pd == nil {
			if ns != 0 { // the one who was meant takes the number out
				var count uint64
				read(netpoll.eventfd, unsafe.Pointer(&count), 8)
			}
			continue
		}
		in := ev.events&(_EPOLLIN|_EPOLLRDHUP|_EPOLLHUP|_EPOLLERR) != 0
		out := ev.events&(_EPOLLOUT|_EPOLLHUP|_EPOLLERR) != 0
		n += netpollReady(pd, in, out, ev.events == _EPOLLERR, list)
	}
	return n
}
