// What programs may use of package runtime.

package runtime

import (
	"internal/abi"
	"internal/goarch"
	"internal/goos"
	"internal/runtime/sys"
	"unsafe"
)

// Compiler is the name of the toolchain that built this program. It claims to be gc,
// because programs that ask want to know about the language and its files.
const Compiler = "gc"

// GOOS and GOARCH are what the program was built for.
const (
	GOOS   string = goos.GOOS
	GOARCH string = goarch.GOARCH
)

// buildVersion is the toolchain's version, set by the linker.
var buildVersion string

// modinfo is the module information of the main package, set by the linker.
var modinfo string

// Version returns the toolchain's version.
func Version() string { return buildVersion }

// GOMAXPROCS sets how many threads may run Go code at a time, if n > 0, and returns the
// previous setting.
func GOMAXPROCS(n int) int {
	old := int(gomaxprocs)
	if n <= 0 || n == old {
		return old
	}
	stopTheWorld()
	systemstack(func() {
		procresize(int32(n))
	})
	startTheWorld()
	return old
}

// NumCPU returns the number of processors the program may use.
func NumCPU() int { return int(ncpu) }

// NumGoroutine returns the number of goroutines that exist.
func NumGoroutine() int {
	n := 0
	for i := uintptr(0); i < allglen; i++ {
		if s := readgstatus(allgs[i]) &^ _Gscan; s != _Gdead && s != _Gidle && !isSystemGoroutine(allgs[i]) {
			n++
		}
	}
	return n
}

// NumCgoCall returns the number of calls of C code: none.
func NumCgoCall() int64 { return 0 }

// Breakpoint stops for a debugger.
func Breakpoint() { breakpoint() }

// GOROOT returns the root of the Go tree, from the environment.
func GOROOT() string { return gogetenv("GOROOT") }

// Caller reports where one of the callers on the stack is: 0 is the caller of Caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	n := 0
	startpc, startsp := sys.GetCallerPC(), sys.GetCallerSP()
	gp := getg()
	systemstack(func() {
		var where frameWalk
		where.start(gp, startpc, startsp)
		n = where.collect(skip, pcs[:])
		file, line = where.file, int(where.line)
	})
	return pcs[0], file, line, n > 0
}

// Callers fills pcs with return addresses of the calls on the stack, leaving out skip of
// them: 0 is Callers itself, 1 its caller.
func Callers(skip int, pcs []uintptr) int {
	if len(pcs) == 0 {
		return 0
	}
	n := 0
	startpc, startsp := sys.GetCallerPC(), sys.GetCallerSP()
	gp := getg()
	systemstack(func() {
		var where frameWalk
		where.start(gp, startpc, startsp)
		if skip > 0 {
			n = where.collect(skip-1, pcs)
			return
		}
		callers := Callers
		pcs[0] = **(**uintptr)(unsafe.Pointer(&callers)) + 1
		n = 1
		if len(pcs) > 1 {
			n += where.collect(0, pcs[1:])
		}
	})
	return n
}

// A frameWalk goes through the logical frames of a goroutine, on the system stack.
type frameWalk struct {
	u    unwinder
	file string // of the last frame collected
	line int32
}

func (w *frameWalk) start(gp *g, pc, sp uintptr) {
	w.u.quiet = true
	w.u.init(gp, pc, sp)
}

// collect puts the addresses of frames into pcs and returns how many.
func (w *frameWalk) collect(skip int, pcs []uintptr) int {
	n := 0
	calleeID := abi.FuncIDNormal
	for ; w.u.valid(); w.u.next() {
		var in inlineUnwinder
		in.init(w.u.frame.fn, w.u.symPC())
		for {
			wrapper := in.elided(calleeID)
			calleeID = in.funcID()
			if !wrapper {
				if skip > 0 {
					skip--
				} else {
					pcs[n] = in.pc + 1 // looks like a return address
					w.file, w.line = in.fileLine()
					n++
					if n == len(pcs) {
						return n
					}
				}
			}
			if !in.next() {
				break
			}
		}
	}
	return n
}

// A Frame is a call on a stack.
type Frame struct {
	PC       uintptr
	Func     *Func // nil for calls that were inlined
	Function string
	File     string
	Line     int
	Entry    uintptr

	startLine int
}

// Frames turns what Callers returned into Frames.
type Frames struct {
	callers []uintptr
}

// CallersFrames returns a Frames for callers, which are not to be changed afterwards.
func CallersFrames(callers []uintptr) *Frames {
	return &Frames{callers}
}

// Next returns the next frame and whether there are more. Callers gave an address for each
// logical call already: that of an inlined one stands for itself alone.
func (ci *Frames) Next() (frame Frame, more bool) {
	for len(ci.callers) > 0 && frame.PC == 0 {
		pc := ci.callers[0]
		ci.callers = ci.callers[1:]
		f := findfunc(pc)
		if !f.valid() {
			continue
		}
		if pc > f.entry() {
			pc--
		}
		var in inlineUnwinder
		in.init(f, pc)
		frame.PC = pc
		frame.Entry = f.entry()
		frame.Function = shownName(in.name())
		frame.startLine = int(in.startLine())
		file, line := in.fileLine()
		frame.File, frame.Line = file, int(line)
		if !in.inlined() {
			frame.Func = (*Func)(unsafe.Pointer(f._func))
		}
	}
	return frame, len(ci.callers) > 0
}

// A Func is a function of the program: its table entry, or a funcinl in disguise.
type Func struct {
	opaque struct{}
}

// A funcinl is a Func that is not there: an address in it belongs to a call that was
// inlined.
type funcinl struct {
	ones  uint32 // where a table entry has its address: no function is there
	entry uintptr
	name  string
	file  string
	line  int32
}

// FuncForPC returns the function that contains pc, or nil; the innermost one where calls
// have been inlined.
func FuncForPC(pc uintptr) *Func {
	f := findfunc(pc)
	if !f.valid() {
		return nil
	}
	var in inlineUnwinder
	in.init(f, pc)
	if !in.inlined() {
		return (*Func)(unsafe.Pointer(f._func))
	}
	fi := new(funcinl)
	fi.ones = ^uint32(0)
	fi.entry = f.entry()
	fi.name = in.name()
	fi.file, fi.line = in.fileLine()
	return (*Func)(unsafe.Pointer(fi))
}

// inlined returns f as a funcinl, or nil.
func (f *Func) inlined() *funcinl {
	if fi := (*funcinl)(unsafe.Pointer(f)); fi.ones == ^uint32(0) {
		return fi
	}
	return nil
}

// info returns the table entry.
func (f *Func) info() funcInfo { return funcInfo{(*_func)(unsafe.Pointer(f))} }

// Name returns the function's full name.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	if fi := f.inlined(); fi != nil {
		return shownName(fi.name)
	}
	return shownName(funcname(f.info()))
}

// Entry returns the address of its first instruction.
func (f *Func) Entry() uintptr {
	if fi := f.inlined(); fi != nil {
		return fi.entry
	}
	return f.info().entry()
}

// FileLine returns the position of the instruction at pc, which is in f.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	if fi := f.inlined(); fi != nil {
		return fi.file, int(fi.line)
	}
	file, line32 := funcline(f.info(), pc)
	return file, int(line32)
}

// Stack writes a traceback of the calling goroutine, or of all, to buf and returns its
// length.
func Stack(buf []byte, all bool) int {
	if len(buf) == 0 {
		return 0
	}
	gp := getg()
	pc, sp := sys.GetCallerPC(), sys.GetCallerSP()
	n := 0
	if all {
		stopTheWorld()
	}
	systemstack(func() {
		me := getg()
		me.writebuf = buf[0:0:len(buf)]
		goroutineheader(gp)
		tracebackg(gp, pc, sp)
		if all {
			tracebackothers(gp)
		}
		n = len(me.writebuf)
		me.writebuf = nil
	})
	if all {
		startTheWorld()
	}
	return n
}
