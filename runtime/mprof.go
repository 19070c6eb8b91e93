// Profiles. What a goroutine is doing can be asked at any time; mprofmem.go has the profile of memory. Nothing counts
// contention or processor time: those profiles are empty.

package runtime

import "unsafe"

// A StackRecord is the stack of a goroutine; the frames end at the first 0.
type StackRecord struct {
	Stack0 [32]uintptr
}

func framesOf(pcs []uintptr) []uintptr {
	n := 0
	for n < len(pcs) && pcs[n] != 0 {
		n++
	}
	return pcs[:n]
}

// Stack returns the frames.
func (r *StackRecord) Stack() []uintptr { return framesOf(r.Stack0[:]) }

// A MemProfileRecord is what was allocated from one place.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns how much of it is still there, InUseObjects how many.
func (r *MemProfileRecord) InUseBytes() int64   { return r.AllocBytes - r.FreeBytes }
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the frames.
func (r *MemProfileRecord) Stack() []uintptr { return framesOf(r.Stack0[:]) }

// A BlockProfileRecord is how long goroutines waited in one place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// The profiles of blocking, mutexes and threads are empty.

func BlockProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)             { return 0, true }

var mutexProfileRate int

// SetMutexProfileFraction and the others remember what they are given.
func SetMutexProfileFraction(rate int) int {
	old := mutexProfileRate
	if rate >= 0 {
		mutexProfileRate = rate
	}
	return old
}

func SetBlockProfileRate(rate int) {}
func SetCPUProfileRate(hz int)     {}
func StopTrace()                   {}
func ReadTrace() (buf []byte)      { return nil }
func StartTrace() error            { return errorString("tracing is not supported") }
func SetDefaultGOMAXPROCS()        { ncpu = countCPUs(); GOMAXPROCS(int(defaultProcs())) }
func CPUProfile() []byte           { panic("CPUProfile no longer available") }

// SetCgoTraceback concerns C code only.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

// GoroutineProfile puts the stacks of all goroutines into p, if there is room, and returns how many
// there are.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	return goroutineProfile(len(p), func(i int, gp *g) []uintptr { return p[i].Stack0[:] })
}

// goroutineProfile asks room for the place of each stack, with the world stopped.
func goroutineProfile(max int, place func(i int, gp *g) []uintptr) (n int, ok bool) {
	me := getg()
	stopTheWorld()
	n = NumGoroutine()
	if ok = n <= max; ok {
		i := 0
		for k := uintptr(0); k < allglen; k++ {
			gp := allgs[k]
			if s := readgstatus(gp) &^ _Gscan; s == _Gdead || s == _Gidle || isSystemGoroutine(gp) {
				continue
			}
			pcs := place(i, gp)
			i++
			if gp == me {
				Callers(1, pcs)
				continue
			}
			systemstack(func() {
				var where frameWalk
				where.start(gp, ^uintptr(0), 0)
				where.collect(0, pcs)
			})
		}
	}
	startTheWorld()
	return n, ok
}
