// The kernel's side: processors, memory, futexes, clocks, randomness.

package runtime

import "unsafe"

const (
	_PROT_NONE  = 0
	_PROT_READ  = 1
	_PROT_WRITE = 2

	_MAP_PRIVATE   = 0x2
	_MAP_ANON      = 0x20
	_MAP_NORESERVE = 0x4000

	_MADV_DONTNEED = 4

	_FUTEX_WAIT_PRIVATE = 128
	_FUTEX_WAKE_PRIVATE = 129

	_CLOCK_REALTIME  = 0
	_CLOCK_MONOTONIC = 1
)

type timespec struct {
	sec  int64
	nsec int64
}

func exit(code int32)

//go:noescape
func exitThread(running *uint32)

//go:noescape
func write1(fd uintptr, p unsafe.Pointer, n int32) int32

//go:noescape
func open(name *byte, mode, perm int32) int32

//go:noescape
func read(fd int32, p unsafe.Pointer, n int32) int32

func closefd(fd int32) int32
func fcntl1(fd, cmd, arg int32) int32

//go:noescape
func mmap(addr unsafe.Pointer, n uintptr, prot, flags, fd int32, off uint32) (p unsafe.Pointer, err int)

//go:noescape
func munmap(addr unsafe.Pointer, n uintptr)

//go:noescape
func madvise(addr unsafe.Pointer, n uintptr, advice int32) int32

//go:noescape
func futex(addr *uint32, op int32, val uint32, timeout unsafe.Pointer) int32

//go:noescape
func schedGetaffinity(pid int32, n uintptr, mask *byte) int32

func gettid() uint32
func getpid() int32
func tgkill(pid, tid, sig int32)
func osyield()

//go:noescape
func clockGettime(clock int32, t *timespec)

//go:noescape
func getrandom(p unsafe.Pointer, n uintptr, flags uint32) int32

// osinit learns about the machine.
func osinit() {
	bootstep("osinit")
	ncpu = countCPUs()
	getg().m.procid = uint64(gettid())
}

// clone starts a thread on a stack, which is m's g0 at once and calls fn.
//
//go:noescape
func clone(flags int32, stk uintptr, mp *m, gp *g, fn uintptr) int32

func mstartPC() uintptr

// usleep sleeps for a number of microseconds.
func usleep(usec int64) {
	var ts timespec
	ts.sec = usec / 1000000
	ts.nsec = usec % 1000000 * 1000
	nanosleep(&ts)
}

//go:noescape
func nanosleep(ts *timespec)

// The threads of a program share everything.
const cloneFlags = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000 // VM, FS, FILES, SIGHAND, THREAD, SYSVSEM

// newosproc starts mp's thread. It begins with all signals blocked; minit lets them in again.
func newosproc(mp *m) {
	all := ^uint64(0)
	rtSigprocmask(_SIG_SETMASK, &all, &mp.sigmask, 8)
	ret := clone(cloneFlags, mp.g0.stack.hi-64, mp, mp.g0, mstartPC())
	for i := int64(1); ret == -11 && i < 20; i++ { // EAGAIN: perhaps for a moment only
		usleep(i * 1000)
		ret = clone(cloneFlags, mp.g0.stack.hi-64, mp, mp.g0, mstartPC())
	}
	rtSigprocmask(_SIG_SETMASK, &mp.sigmask, nil, 8)
	if ret < 0 {
		print("runtime: failed to create new OS thread (have ", sched.mnext, " already; errno=", -ret, ")\n")
		throw("newosproc")
	}
}

// countCPUs counts the processors this process may run on.
func countCPUs() int32 {
	var mask [128]byte
	n := schedGetaffinity(0, unsafe.Sizeof(mask), &mask[0])
	count := int32(0)
	for i := int32(0); i < n; i++ {
		for b := mask[i]; b != 0; b &= b - 1 {
			count++
		}
	}
	if count == 0 {
		count = 1
	}
	return count
}

// futexsleep sleeps while *addr == val, for at most ns nanoseconds if ns >= 0. It may
// return early.
func futexsleep(addr *uint32, val uint32, ns int64) {
	if ns < 0 {
		futex(addr, _FUTEX_WAIT_PRIVATE, val, nil)
		return
	}
	var ts timespec
	ts.sec = ns / 1000000000
	ts.nsec = ns % 1000000000
	futex(addr, _FUTEX_WAIT_PRIVATE, val, unsafe.Pointer(&ts))
}

// futexwakeup wakes up to count sleepers on addr.
func futexwakeup(addr *uint32, count uint32) {
	if futex(addr, _FUTEX_WAKE_PRIVATE, count, nil) < 0 {
		throw("futexwakeup failed")
	}
}

// walltime is the one source of the time of day.
func walltime() (sec int64, nsec int32) {
	var ts timespec
	clockGettime(_CLOCK_REALTIME, &ts)
	return ts.sec, int32(ts.nsec)
}

// nanotime is the one source of elapsed time.
func nanotime() int64 {
	var ts timespec
	clockGettime(_CLOCK_MONOTONIC, &ts)
	return ts.sec*1000000000 + ts.nsec
}

// sysMap asks for n bytes of zeroed memory, at addr if that is free. The kernel counts them
// and refuses what is more than the machine can have.
func sysMap(addr unsafe.Pointer, n uintptr) unsafe.Pointer {
	return mapMemory(addr, n, 0)
}

// sysReserve asks for n bytes of which few will ever be touched.
func sysReserve(n uintptr) unsafe.Pointer {
	return mapMemory(nil, n, _MAP_NORESERVE)
}

func mapMemory(addr unsafe.Pointer, n uintptr, flags int32) unsafe.Pointer {
	p, err := mmap(addr, n, _PROT_READ|_PROT_WRITE, _MAP_ANON|_MAP_PRIVATE|flags, -1, 0)
	if err != 0 {
		return nil
	}
	return p
}

// sysUnused gives the pages' memory back to the kernel; they read as zero afterwards.
func sysUnused(addr unsafe.Pointer, n uintptr) {
	madvise(addr, n, _MADV_DONTNEED)
}
