// Panics, deferred calls, recovery, and how a program dies.
//
// gopanic walks the frames of the goroutine from its caller outwards and runs the deferred
// calls of each: those in the list g._defer, and the open-coded ones, whose state is in
// the frame itself. A deferred call that recovers makes the walk end: the goroutine
// goes on in the frame that deferred it, at its call of deferreturn, which runs the
// frame's remaining deferred calls and returns to the frame's caller.
//
// Goexit is the same walk without a value and without an end.

package runtime

import (
	"internal/abi"
	"internal/runtime/atomic"
	"internal/runtime/sys"
	"unsafe"
)

// ---- panics of the language ----

var (
	divideError   = error(errorString("integer divide by zero"))
	overflowError = error(errorString("integer overflow"))
	shiftError    = error(errorString("negative shift amount"))
	memoryError   = error(errorString("invalid memory address or nil pointer dereference"))
)

func panicdivide()   { panic(divideError) }
func panicoverflow() { panic(overflowError) }
func panicshift()    { panic(shiftError) }
func panicmem()      { panic(memoryError) }

func panicmemAddr(addr uintptr) {
	panic(errorAddressString{"invalid memory address or nil pointer dereference", addr})
}

// panicBounds64 is called by panicBounds with the registers and, at 17, its return address.
// The PCDATA there says, v = 9*c + code, what went wrong and where the operands are.
func panicBounds64(regs *[18]int64) {
	pc := uintptr(regs[17])
	f := findfunc(pc)
	v := pcdatavalue(f, abi.PCDATA_PanicBounds, pc-1)
	if v < 0 {
		throw("panicBounds: no table entry")
	}
	code, c := uint8(v%9), v/9
	xInReg, yInReg := c&1 != 0, c&2 != 0
	signed := true
	var x, y int64
	if xInReg {
		signed = c>>2&1 != 0
		x = regs[c>>3&15]
	} else {
		x = int64(c >> 2 & 31)
	}
	if c >>= 7; yInReg {
		y = regs[c&15]
	} else {
		y = int64(c)
	}
	panic(boundsError{x, int(y), signed, code})
}

// panicrangestate is called when a range-over-func loop is used in a wrong way.
func panicrangestate(state int) {
	switch state {
	case 0:
		panic(errorString("range function continued iteration after function for loop body returned false"))
	case 2:
		panic(errorString("range function continued iteration after loop body panic"))
	case 3:
		panic(errorString("range function continued iteration after whole loop exit"))
	case 4:
		panic(errorString("range function recovered a loop body panic and did not resume panicking"))
	}
	throw("unexpected state set by defer panic")
}

// panicwrap is called by the wrapper (*T).M of a value method, when the pointer is nil.
func panicwrap() {
	// The wrapper's name has the form pkg.(*T).M.
	name := funcname(findfunc(sys.GetCallerPC()))
	open := indexByteString(name, '(')
	end := indexByteString(name, ')')
	if open < 1 || end < open+2 || end+2 > len(name) {
		throw("panicwrap: unexpected name of a wrapper")
	}
	pkg, typ, method := name[:open-1], name[open+2:end], name[end+2:]
	panic(plainError("value method " + pkg + "." + typ + "." + method + " called using nil *" + typ + " pointer"))
}

// throwinit is called when initialisation runs in a circle.
func throwinit() {
	throw("recursive call during initialization - linker skew")
}

// ---- deferred calls ----

// deferproc defers fn, with a record on the heap.
func deferproc(fn func()) {
	gp := getg()
	d := new(_defer)
	d.heap = true
	d.fn = fn
	d.link = gp._defer
	gp._defer = d
	d.pc = sys.GetCallerPC()
	d.sp = sys.GetCallerSP()
}

// deferprocStack defers d.fn, with a record in the caller's frame.
//
//go:nosplit
func deferprocStack(d *_defer) {
	gp := getg()
	d.heap = false
	d.rangefunc = false
	d.sp = sys.GetCallerSP()
	d.pc = sys.GetCallerPC()
	// No write barriers: the record is on the stack, and its fields held garbage.
	*(*uintptr)(unsafe.Pointer(&d.link)) = uintptr(unsafe.Pointer(gp._defer))
	*(*uintptr)(unsafe.Pointer(&d.head)) = 0
	*(*uintptr)(unsafe.Pointer(&gp._defer)) = uintptr(unsafe.Pointer(d))
}

// deferrangefunc makes the record to which the bodies of a range-over-func loop add
// their deferred calls, and returns it as a token.
func deferrangefunc() any {
	gp := getg()
	d := new(_defer)
	d.heap = true
	d.rangefunc = true
	d.link = gp._defer
	gp._defer = d
	d.pc = sys.GetCallerPC()
	d.sp = sys.GetCallerSP()
	return d
}

// deferprocat defers fn for the function that made the token.
func deferprocat(fn func(), token any) {
	head := token.(*_defer)
	d := new(_defer)
	d.heap = true
	d.fn = fn
	d.link = head.head
	head.head = d
}

// expandRange replaces the range-over-func record at the head of the list by the calls it
// has gathered.
func expandRange(gp *g) {
	d := gp._defer
	rest := d.link
	var first, last *_defer
	for e := d.head; e != nil; e = e.link {
		e.pc, e.sp = d.pc, d.sp
		if first == nil {
			first = e
		}
		last = e
	}
	if last != nil {
		last.link = rest
		rest = first
	}
	gp._defer = rest
}

// popDefer takes the first deferred call of the frame at sp off the list; nil if none. sp is
// a pointer here and elsewhere so that it stays right when the stack moves.
func popDefer(gp *g, sp unsafe.Pointer) func() {
	for {
		d := gp._defer
		if d == nil || d.sp != uintptr(sp) {
			return nil
		}
		if d.rangefunc {
			expandRange(gp)
			continue
		}
		fn := d.fn
		d.fn = nil
		gp._defer = d.link
		d.link = nil
		return orCallNil(fn)
	}
}

// orCallNil replaces a deferred nil function, which must panic now, not when it was deferred.
func orCallNil(fn func()) func() {
	if fn == nil {
		return callNil
	}
	return fn
}

func callNil() {
	var fn func()
	fn()
}

// deferreturn runs the deferred calls of its caller. Functions with deferred calls that
// are not open-coded call it before they return; recoveries come here too.
func deferreturn() {
	gp := getg()
	sp := unsafe.Pointer(sys.GetCallerSP())
	if gp.goonOpen {
		gp.goonOpen = false
		var p _panic
		p.deferreturn = true
		p.openFrame(findfunc(sys.GetCallerPC()), sp)
		for {
			fn := p.nextOpen()
			if fn == nil {
				break
			}
			fn()
		}
	}
	for {
		fn := popDefer(gp, sp)
		if fn == nil {
			return
		}
		fn()
	}
}

// openFrame finds the open-coded deferred calls of the frame of f at sp, if it has any.
// FUNCDATA says how far below varp the bits and the slots are.
func (p *_panic) openFrame(f funcInfo, sp unsafe.Pointer) bool {
	fd := funcdata(f, abi.FUNCDATA_OpenCodedDeferInfo)
	if fd == nil {
		return false
	}
	size := funcspdelta(f, f.entry()+uintptr(f.deferreturn)) - 8 // varp is that much above sp
	bits, n := readvarintAt(fd)
	slots, _ := readvarintAt(add(fd, n))
	p.deferBitsPtr = (*uint8)(add(sp, size-uintptr(bits)))
	p.slotsPtr = add(sp, size-uintptr(slots))
	return true
}

// readvarintAt reads an unsigned varint and returns its length too.
func readvarintAt(p unsafe.Pointer) (value uint32, n uintptr) {
	for shift := uint(0); ; shift += 7 {
		c := *(*uint8)(add(p, n))
		n++
		value |= uint32(c&0x7f) << (shift & 31)
		if c < 0x80 {
			return value, n
		}
	}
}

// nextOpen takes the last pending open-coded call of the frame; nil if none.
func (p *_panic) nextOpen() func() {
	if p.deferBitsPtr == nil {
		return nil
	}
	bits := *p.deferBitsPtr
	if bits == 0 {
		p.deferBitsPtr = nil
		return nil
	}
	i := uint(sys.Len64(uint64(bits)) - 1)
	*p.deferBitsPtr = bits &^ (1 << i)
	return orCallNil(*(*func())(add(p.slotsPtr, uintptr(i)*8)))
}

// ---- the walk ----

// newPanicNilError makes what panic(nil) panics with. It is recovered long after gopanic's
// frame is gone, so it is not made there.
//
//go:noinline
func newPanicNilError() any { return new(PanicNilError) }

// gopanic is panic(v).
func gopanic(v any) {
	if v == nil {
		if debug.panicnil == 0 {
			v = newPanicNilError()
		}
	}
	gp := getg()
	checkPanic(gp, v)
	var p _panic
	p.arg = v
	p.start(sys.GetCallerPC(), unsafe.Pointer(sys.GetCallerSP()), unsafe.Pointer(getfp()))
	for {
		fn := p.nextDefer()
		if fn == nil {
			break
		}
		fn()
	}
	if gp.inPanicPrint {
		throwInPrint(v)
	}
	preprintpanics(gp._panic)
	fatalpanic(gp._panic)
}

// checkPanic stops the program where a panic cannot be handled.
func checkPanic(gp *g, v any) {
	mp := gp.m
	why := ""
	switch {
	case mp.curg != gp:
		why = "panic on system stack"
	case mp.mallocing != 0:
		why = "panic during malloc"
	case mp.locks != 0:
		why = "panic holding locks"
	default:
		return
	}
	print("panic: ")
	printpanicval(v)
	print("\n")
	throw(why)
}

// throwInPrint stops the program when the Error or String method of a panic's value
// panics.
func throwInPrint(v any) {
	const text = "panic while printing panic value"
	if s, ok := v.(string); ok {
		throw(text + ": " + s)
	}
	throw(text + ": type " + typeString(efaceOf(&v)._type))
}

// start begins the walk at the caller of gopanic or Goexit.
func (p *_panic) start(pc uintptr, sp, bp unsafe.Pointer) {
	gp := getg()
	p.startPC = sys.GetCallerPC()
	p.startSP = unsafe.Pointer(sys.GetCallerSP())
	p.startBP = bp
	p.gopanicFP = sp
	p.link = gp._panic
	gp._panic = (*_panic)(noescape(unsafe.Pointer(p)))
	p.lr = pc
	p.fp = sp
	p.nextFrame()
}

// nextDefer returns the next deferred call, going outwards, or nil when the goroutine's
// frames are done. After a recovery it does not return.
func (p *_panic) nextDefer() func() {
	gp := getg()
	if p.recovered {
		mcall(recovery)
		throw("recovery failed")
	}
	for p.sp != nil {
		if fn := p.nextOpen(); fn != nil {
			return fn
		}
		if fn := popDefer(gp, p.sp); fn != nil {
			return fn
		}
		p.nextFrame()
	}
	return nil
}

// nextFrame goes to the next frame outwards that has deferred calls; p.sp is nil when
// there is none. Unwinding works with plain numbers, so it is done where the stack does not move.
func (p *_panic) nextFrame() {
	gp := getg()
	systemstack(func() {
		p.findFrame(gp)
	})
}

func (p *_panic) findFrame(gp *g) {
	p.sp = nil
	limit := uintptr(0)
	if gp._defer != nil {
		limit = gp._defer.sp
	}
	var u unwinder
	u.init(gp, p.lr, uintptr(p.fp))
	for ; u.valid(); u.next() {
		fr := &u.frame
		open := fr.fn.deferreturn != 0 && p.openFrame(fr.fn, unsafe.Pointer(fr.sp))
		if !open && fr.sp != limit {
			continue
		}
		p.sp = unsafe.Pointer(fr.sp)
		p.fp = unsafe.Pointer(fr.fp)
		p.lr = fr.lr
		p.retpc = fr.fn.entry() + uintptr(fr.fn.deferreturn)
		return
	}
}

// gorecover is recover(): it is valid only in a function that gopanic called.
func gorecover() any {
	gp := getg()
	p := gp._panic
	if p == nil || p.goexit || p.recovered {
		return nil
	}
	valid := false
	pc, sp := sys.GetCallerPC(), sys.GetCallerSP()
	systemstack(func() {
		valid = calledByPanic(gp, p, pc, sp)
	})
	if !valid {
		return nil
	}
	p.recovered = true
	return p.arg
}

// calledByPanic reports whether exactly one function that is not a wrapper is between
// recover, called at pc and sp, and the gopanic of p.
func calledByPanic(gp *g, p *_panic, pc, sp uintptr) bool {
	count := 0
	var u unwinder
	u.init(gp, pc, sp)
	for ; u.valid(); u.next() {
		var in inlineUnwinder
		in.init(u.frame.fn, u.symPC())
		for {
			switch in.funcID() {
			case abi.FuncIDWrapper:
			case abi.FuncID_gopanic:
				return count == 1 && u.frame.fp == uintptr(p.gopanicFP)
			default:
				count++
				if count > 1 {
					return false
				}
			}
			if !in.next() {
				break
			}
		}
	}
	return false
}

// recovery goes on after a recovered panic. It runs on g0.
func recovery(gp *g) {
	p := gp._panic
	pc, sp, bp := p.retpc, uintptr(p.sp), uintptr(p.fp)-16
	gp.goonOpen = p.deferBitsPtr != nil
	// Panics that began in frames the goroutine is leaving are over. A Goexit among
	// them is not: it goes on where it was.
	for p = p.link; p != nil && uintptr(p.startSP) < sp; p = p.link {
		if p.goexit {
			pc, sp, bp = p.startPC, uintptr(p.startSP), uintptr(p.startBP)
			gp.goonOpen = false
			break
		}
	}
	gp._panic = p
	if p == nil {
		gp.sig = 0
	}
	gp.sched.sp = sp
	gp.sched.pc = pc
	gp.sched.bp = bp
	gp.sched.ctxt = nil
	gogo(&gp.sched)
}

// Goexit ends the calling goroutine, after its deferred calls.
func Goexit() {
	var p _panic
	p.goexit = true
	p.start(sys.GetCallerPC(), unsafe.Pointer(sys.GetCallerSP()), unsafe.Pointer(getfp()))
	for {
		fn := p.nextDefer()
		if fn == nil {
			break
		}
		fn()
	}
	goexit1()
}

// ---- dying ----

// preprintpanics turns the values of all panics under way into strings, by methods of the
// program, while that can still be done.
func preprintpanics(p *_panic) {
	gp := getg()
	gp.inPanicPrint = true
	for ; p != nil; p = p.link {
		if p.link != nil && *efaceOf(&p.link.arg) == *efaceOf(&p.arg) {
			// The same value again: it is printed once.
			p.link.repanicked = true
			continue
		}
		if e, ok := p.arg.(error); ok {
			p.arg = e.Error()
		} else if s, ok := p.arg.(stringer); ok {
			p.arg = s.String()
		}
	}
	gp.inPanicPrint = false
}

// fatalpanic prints a panic nobody recovered, and exits.
func fatalpanic(p *_panic) {
	gp := getg()
	pc, sp := sys.GetCallerPC(), sys.GetCallerSP()
	systemstack(func() {
		atomic.Xadd(&panicking, 1)
		printlock()
		freezetheworld()
		printpanics(p)
		dopanic(gp, pc, sp)
	})
	exit(2)
}

// printpanics prints the panics under way, the oldest first.
func printpanics(p *_panic) {
	if p.link != nil {
		printpanics(p.link)
		if p.link.repanicked {
			return
		}
		if !p.link.goexit {
			print("\t")
		}
	}
	if p.goexit {
		return
	}
	print("panic: ")
	printpanicval(p.arg)
	switch {
	case p.recovered && p.repanicked:
		print(" [recovered, repanicked]")
	case p.recovered:
		print(" [recovered]")
	}
	print("\n")
}

// throw stops the program for a fault of the runtime.
//
//go:nosplit
func throw(s string) {
	// nosplit: the stack may be the reason. All else is done on the system stack.
	systemstack(func() {
		printfatal(s)
	})
	fatalthrow(throwTypeRuntime)
}

// fatal stops the program for a fault of the user's that cannot be recovered.
//
//go:nosplit
func fatal(s string) {
	systemstack(func() {
		printfatal(s)
	})
	fatalthrow(throwTypeUser)
}

// printfatal prints the message of throw and fatal. Whoever fails while failing says so
// and stops.
func printfatal(s string) {
	mp := getg().m
	if mp.throwing != throwTypeNone {
		writeErrStr("\nfatal error during: ")
		writeErrStr(s)
		writeErrStr("\n")
		exit(5)
	}
	if mp.printlock > 0 {
		printflush()
	}
	printlock()
	print("fatal error: ")
	printindented(s)
	print("\n")
	printunlock()
}

// fatalthrow prints tracebacks, from its caller on, and ends the program.
//
//go:nosplit
func fatalthrow(t throwType) {
	pc, sp := sys.GetCallerPC(), sys.GetCallerSP()
	gp := getg()
	gp.m.throwing = t
	gp.m.locks++
	systemstack(func() {
		atomic.Xadd(&panicking, 1)
		printlock()
		freezetheworld()
		dopanic(gp, pc, sp)
	})
	abort()
}

// didothers tells that the other goroutines have been printed.
var didothers bool

// dopanic prints the signal and the tracebacks, and exits with status 2.
func dopanic(gp *g, pc, sp uintptr) {
	mp := getg().m
	if gp.sig != 0 {
		printsignal(gp)
	}
	level, all, crash := gotraceback()
	if level > 0 {
		if gp != mp.curg {
			all = true
		}
		if gp != mp.g0 {
			print("\n")
			goroutineheader(gp)
			tracebackg(gp, pc, sp)
		} else if level >= 2 || mp.throwing >= throwTypeRuntime {
			print("\nruntime stack:\n")
			tracebackg(gp, pc, sp)
		}
		if !didothers && all {
			didothers = true
			tracebackothers(gp)
		}
	}
	printflush()
	if crash {
		dieOfSignal(_SIGABRT)
	}
	exit(2)
}

// printsignal prints the signal that became the panic.
func printsignal(gp *g) {
	print("[signal ", signame(gp.sig), " code=", hex(gp.sigcode0), " addr=", hex(gp.sigcode1), " pc=", hex(gp.sigpc), "]\n")
}
