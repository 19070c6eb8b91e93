// Unwinding: from a stopped goroutine through its frames, for tracebacks, the
// collector, stack copying and panics.
//
// A frame, addresses falling:
//
//	argp = fp   arguments and results on the stack; spill area of register arguments
//	fp - 8      return address
//	fp - 16     saved frame pointer, if the function has a frame
//	varp        end of the local variables (the address behind the last one)
//	sp          bottom

package runtime

import (
	"internal/abi"
	"unsafe"
)

// A stkframe is one physical frame.
type stkframe struct {
	fn       funcInfo
	pc       uintptr // where it is
	continpc uintptr // where it goes on, 0 if never: nothing in it is live then
	lr       uintptr // return address
	sp       uintptr
	fp       uintptr
	varp     uintptr
	argp     uintptr
}

// An unwinder is a walk through frames. It starts at the innermost one.
type unwinder struct {
	frame    stkframe
	g        *g
	callerID abi.FuncID // of the frame below, 0 at the start
	trap     bool       // the innermost frame was stopped by a signal, not at a call
	quiet    bool       // stop at damage rather than throw

	// What the tables said about the last address: recursion comes to it again and again.
	lastpc    uintptr
	lastfn    funcInfo
	lastdelta uintptr
}

// init starts at gp's saved state, or at pc and sp of a running goroutine.
func (u *unwinder) init(gp *g, pc, sp uintptr) {
	if pc == ^uintptr(0) {
		pc = gp.sched.pc
		sp = gp.sched.sp
		if s := gp.syscallsp; s != 0 {
			pc = gp.syscallpc
			sp = s
		}
	}
	u.g = gp
	u.frame = stkframe{}
	u.frame.pc = pc
	u.frame.sp = sp
	u.lastpc = 0
	u.callerID = 0
	if pc == 0 {
		// A call of a nil function: go on in its caller.
		u.frame.pc = *(*uintptr)(unsafe.Pointer(sp))
		u.frame.sp += 8
	}
	u.resolve()
}

func (u *unwinder) valid() bool { return u.frame.pc != 0 }

// resolve fills the frame from its pc and sp.
func (u *unwinder) resolve() {
	fr := &u.frame
	if fr.pc != u.lastpc {
		u.lastpc = fr.pc
		u.lastfn = findfunc(fr.pc)
		if u.lastfn.valid() {
			u.lastdelta = funcspdelta(u.lastfn, fr.pc)
		}
	}
	f := u.lastfn
	fr.fn = f
	if !f.valid() {
		u.lost()
		return
	}
	delta := u.lastdelta
	fr.fp = fr.sp + delta + 8
	fr.lr = 0
	if !u.top() {
		fr.lr = *(*uintptr)(unsafe.Pointer(fr.fp - 8))
	}
	fr.argp = fr.fp
	fr.varp = fr.fp - 8
	if delta > 0 {
		fr.varp -= 8 // saved frame pointer
	}
	fr.continpc = fr.pc
	if u.callerID == abi.FuncID_sigpanic {
		// A fault is no safe point: the maps say nothing about this address. If the
		// function goes on at all, then at its deferreturn call.
		fr.continpc = 0
		if f.deferreturn != 0 {
			fr.continpc = f.entry() + uintptr(f.deferreturn) + 1
		}
	}
}

// top reports whether the frame is the outermost of its stack. The functions that switch
// stacks end the system stack: what called them is on the goroutine's own.
func (u *unwinder) top() bool {
	f := u.frame.fn
	return f.flag&abi.FuncFlagTopFrame != 0 || f.funcID == abi.FuncID_systemstack ||
		f.funcID == abi.FuncID_mcall || f.funcID == abi.FuncID_mstart || f.funcID == abi.FuncID_morestack
}

// lost ends the walk at an address that is in no function.
func (u *unwinder) lost() {
	if !u.quiet && u.frame.pc != 0 {
		print("runtime: goroutine ", u.g.goid, ": unexpected return pc ", hex(u.frame.pc),
			" below ", hex(u.frame.sp), "\n")
		throw("unknown pc")
	}
	u.frame.pc = 0
}

// next goes to the caller.
func (u *unwinder) next() {
	fr := &u.frame
	if u.top() || fr.lr == 0 {
		fr.pc = 0
		return
	}
	u.callerID = fr.fn.funcID
	u.trap = false
	fr.pc = fr.lr
	fr.sp = fr.fp
	u.resolve()
}

// symPC returns an address inside the instruction that the frame is at: for a return
// address that is the one before.
func (u *unwinder) symPC() uintptr {
	pc := u.frame.pc
	if !u.trap && u.callerID != abi.FuncID_sigpanic && u.callerID != abi.FuncID_asyncPreempt && pc > u.frame.fn.entry() {
		pc--
	}
	return pc
}

// targetpc returns the address at which to look up the frame's stack maps, 0 if
// nothing in it is live. A frame stopped in its prologue is looked up there.
func (fr *stkframe) targetpc() uintptr {
	pc := fr.continpc
	if pc != 0 && pc != fr.fn.entry() {
		pc--
	}
	return pc
}

// maps returns the pointer masks of the frame's locals (the last bit is the word below
// varp) and arguments.
func (fr *stkframe) maps() (locals, args bitvector) {
	pc := fr.targetpc()
	if pc == 0 {
		return
	}
	if fr.isStub() {
		return fr.stubMaps()
	}
	f := fr.fn
	index := pcdatavalue(f, abi.PCDATA_StackMapIndex, pc)
	if index == -1 {
		index = 0 // at entry
	}
	size := fr.varp - fr.sp
	if int64(size) > 0 {
		sm := (*stackmap)(funcdata(f, abi.FUNCDATA_LocalsPointerMaps))
		if sm != nil && sm.n > 0 {
			locals = fr.mapAt(sm, index)
		} else if sm == nil {
			fr.noMap("locals")
		}
	}
	if f.args != 0 && f.args != abi.ArgsSizeUnknown {
		sm := (*stackmap)(funcdata(f, abi.FUNCDATA_ArgsPointerMaps))
		if sm != nil && sm.n > 0 {
			args = fr.mapAt(sm, index)
		} else if sm == nil && f.args > 0 {
			fr.noMap("arguments")
		}
	}
	return locals, args
}

// mapAt returns entry i of a table.
func (fr *stkframe) mapAt(sm *stackmap, i int32) bitvector {
	if i < 0 || i >= sm.n {
		print("runtime: ", funcname(fr.fn), " at ", hex(fr.continpc), ": stack map ", i, " of ", sm.n, "\n")
		throw("bad stack map index")
	}
	if sm.nbit == 0 {
		return bitvector{}
	}
	return stackmapdata(sm, i)
}

func (fr *stkframe) noMap(what string) {
	print("runtime: ", funcname(fr.fn), " at ", hex(fr.continpc), " has no map of its ", what, "\n")
	throw("missing stack map")
}

// objects returns the frame's stack objects.
func (fr *stkframe) objects() []stackObjectRecord {
	p := funcdata(fr.fn, abi.FUNCDATA_StackObjects)
	if p == nil {
		return nil
	}
	n := *(*uintptr)(p)
	return unsafe.Slice((*stackObjectRecord)(add(p, 8)), int(n))
}

// objectAddr returns where the frame has an object. It is below sp if the frame has not been
// made yet.
func (fr *stkframe) objectAddr(rec *stackObjectRecord) uintptr {
	if rec.off >= 0 {
		return fr.argp + uintptr(rec.off)
	}
	return fr.varp - uintptr(-rec.off)
}

// hex marks a number that print shows in hexadecimal.
type hex uint64

// ---- printing ----

// How much a traceback shows: set by GOTRACEBACK, raised when the runtime itself fails.
var traceback struct {
	level int32 // 0 nothing, 1 user code, 2 all frames
	all   bool  // all goroutines
	crash bool  // abort at the end
}

func setTraceback(s string) {
	traceback.all, traceback.crash = false, false
	switch s {
	case "none":
		traceback.level = 0
	case "single", "":
		traceback.level = 1
	case "all":
		traceback.level, traceback.all = 1, true
	case "system":
		traceback.level, traceback.all = 2, true
	case "crash":
		traceback.level, traceback.all, traceback.crash = 2, true, true
	default: // a number, or nonsense, which counts as 0
		traceback.level, traceback.all = 0, true
		if n, ok := atoi(s); ok && n >= 0 {
			traceback.level = int32(n)
		}
	}
}

// gotraceback returns what to show now.
func gotraceback() (level int32, all, crash bool) {
	level, all, crash = traceback.level, traceback.all, traceback.crash
	mp := getg().m
	if mp.throwing >= throwTypeRuntime {
		all = true
		if level == 1 {
			level = 2
		}
	}
	return level, all, crash
}

const (
	tracebackInnerFrames = 50
	tracebackOuterFrames = 50
)

// tracebackg prints gp's frames, the first and the last fifty. With pc given, it starts there.
func tracebackg(gp *g, pc, sp uintptr) {
	_, left := printframes(gp, pc, sp, tracebackInnerFrames, 0, true)
	if left {
		// Count what is left, then print its tail.
		total, _ := printframes(gp, pc, sp, 1<<30, 0, false)
		skip := total - tracebackOuterFrames
		if skip < tracebackInnerFrames {
			skip = tracebackInnerFrames
		}
		if n := skip - tracebackInnerFrames; n > 0 {
			print("...", n, " frames elided...\n")
		}
		printframes(gp, pc, sp, 1<<30, skip, true)
	}
	printcreatedby(gp)
}

// printframes goes over up to max of gp's logical frames and prints those after the first
// skip, if show is set. It returns how many it went over and whether there are more.
func printframes(gp *g, pc, sp uintptr, max, skip int, show bool) (n int, more bool) {
	level, _, _ := gotraceback()
	var u unwinder
	u.quiet = true
	u.trap = pc != ^uintptr(0) && pc == getg().m.trappc
	u.init(gp, pc, sp)
	calleeID := abi.FuncIDNormal
	var last struct { // the frame before: an equal one counts as much
		pc       uintptr
		calleeID abi.FuncID
		count    int
		after    abi.FuncID
	}
	for ; u.valid(); u.next() {
		if u.frame.pc == last.pc && calleeID == last.calleeID && n+last.count < max && (!show || n+last.count <= skip) {
			n += last.count
			calleeID = last.after
			continue
		}
		last.pc, last.calleeID, last.count = u.frame.pc, calleeID, n
		var in inlineUnwinder
		in.init(u.frame.fn, u.symPC())
		for {
			if showframe(gp, &in, calleeID, n == 0, level) {
				if n >= max {
					return n, true
				}
				if show && n >= skip {
					printframe(&u, &in, level)
				}
				n++
			}
			calleeID = in.funcID()
			if !in.next() {
				break
			}
		}
		last.count, last.after = n-last.count, calleeID
	}
	return n, false
}

// elided reports whether the call is one of a wrapper that is left out: all but those that
// panic themselves.
func (u *inlineUnwinder) elided(calleeID abi.FuncID) bool {
	return u.funcID() == abi.FuncIDWrapper && calleeID != abi.FuncID_gopanic &&
		calleeID != abi.FuncID_sigpanic && calleeID != abi.FuncID_panicwrap
}

// showframe decides whether a frame is of interest: user code, the exported part of the
// runtime, and calls of panic that are not the start.
func showframe(gp *g, in *inlineUnwinder, calleeID abi.FuncID, first bool, level int32) bool {
	mp := getg().m
	if mp.throwing >= throwTypeRuntime && (gp == mp.curg || gp == mp.g0 || gp == mp.caughtsig.ptr()) {
		return true
	}
	if level > 1 {
		return true
	}
	if in.elided(calleeID) {
		return false
	}
	name := in.name()
	if calleeID == abi.FuncID_sigpanic {
		return true
	}
	if name == "runtime.gopanic" && !first {
		return true
	}
	if hasPrefix(name, "internal/runtime/maps.") {
		return name == "internal/runtime/maps.fatal" // says what is wrong; the rest is how maps work
	}
	dot := indexByteString(name, '.')
	return dot >= 0 && (!hasPrefix(name, "runtime.") || exportedRuntime(name))
}

// exportedRuntime reports whether name is runtime.X with a capital X.
func exportedRuntime(name string) bool {
	const n = len("runtime.")
	return len(name) > n && name[:n] == "runtime." && 'A' <= name[n] && name[n] <= 'Z'
}

// printframe prints the two lines of a frame.
func printframe(u *unwinder, in *inlineUnwinder, level int32) {
	name := in.name()
	file, line := in.fileLine()
	printFuncName(name)
	print("(")
	if in.inlined() {
		print("...")
	} else {
		printArgs(u.frame.fn, unsafe.Pointer(u.frame.argp), u.symPC())
	}
	print(")\n\t", file, ":", line)
	if !in.inlined() {
		if u.frame.pc > u.frame.fn.entry() {
			print(" +", hex(u.frame.pc-u.frame.fn.entry()))
		}
		if mp := getg().m; mp.throwing >= throwTypeRuntime && u.g == mp.curg || level >= 2 {
			print(" fp=", hex(u.frame.fp), " sp=", hex(u.frame.sp), " pc=", hex(u.frame.pc))
		}
	}
	print("\n")
}

// printFuncName prints a function's name as users know it: panic instead of gopanic, type
// arguments left out.
func printFuncName(name string) {
	if name == "runtime.gopanic" {
		print("panic")
		return
	}
	if open, end := typeArguments(name); open < end {
		print(name[:open], "[...]", name[end:])
	} else {
		print(name)
	}
}

// typeArguments says where those of an instance stand in its name, brackets included.
func typeArguments(name string) (open, end int) {
	open = indexByteString(name, '[')
	if open < 0 {
		return 0, 0
	}
	for end = len(name); end > open && name[end-1] != ']'; {
		end--
	}
	return open, end
}

// shownName is the name of a function without its type arguments.
func shownName(name string) string {
	if open, end := typeArguments(name); open < end {
		return name[:open] + "[...]" + name[end:]
	}
	return name
}

// printArgs prints the arguments as the ArgInfo table lays them out. What was in a register
// and may have been overwritten is marked with ?.
func printArgs(f funcInfo, argp unsafe.Pointer, pc uintptr) {
	p := (*[255]uint8)(funcdata(f, abi.FUNCDATA_ArgInfo))
	if p == nil {
		return
	}
	live := funcdata(f, abi.FUNCDATA_ArgLiveInfo)
	liveIndex := pcdatavalue(f, abi.PCDATA_ArgLiveIndex, pc)
	firstOffset := uint8(0xff) // no slot is tracked
	if live != nil {
		firstOffset = *(*uint8)(live)
	}
	comma := false
	slot := uint8(0)
	for i := 0; ; i++ {
		op := p[i]
		switch op {
		case abi.TraceArgsEndSeq:
			return
		case abi.TraceArgsEndAgg:
			print("}")
			comma = true
			continue
		}
		if comma {
			print(", ")
		}
		comma = true
		switch op {
		case abi.TraceArgsStartAgg:
			print("{")
			comma = false
		case abi.TraceArgsDotdotdot:
			print("...")
		case abi.TraceArgsOffsetTooLarge:
			print("_")
		default:
			i++
			printArg(argp, op, p[i])
			if op >= firstOffset && (liveIndex == -1 || liveIndex > 0 && !slotLive(live, liveIndex, slot)) {
				print("?")
			}
			if op >= firstOffset {
				slot++
			}
		}
	}
}

// slotLive looks a register argument's slot up in the live bitmap that begins at index.
func slotLive(live unsafe.Pointer, index int32, slot uint8) bool {
	b := *(*uint8)(add(live, uintptr(index)+uintptr(slot/8)))
	return b>>(slot%8)&1 != 0
}

// printArg prints the word of size bytes at an offset.
func printArg(argp unsafe.Pointer, off, size uint8) {
	p := add(argp, uintptr(off))
	var v uint64
	switch size {
	case 1:
		v = uint64(*(*uint8)(p))
	case 2:
		v = uint64(*(*uint16)(p))
	case 4:
		v = uint64(*(*uint32)(p))
	default:
		v = *(*uint64)(p)
	}
	print(hex(v))
}

// printcreatedby tells which go statement made gp.
func printcreatedby(gp *g) {
	f := findfunc(gp.gopc)
	if !f.valid() || gp.goid == 1 || !showCreator(funcname(f)) {
		return
	}
	pc := gp.gopc
	if pc > f.entry() {
		pc--
	}
	print("created by ")
	printFuncName(funcname(f))
	if gp.parentGoid != 0 {
		print(" in goroutine ", gp.parentGoid)
	}
	file, line := funcline(f, pc)
	print("\n\t", file, ":", line)
	if gp.gopc > f.entry() {
		print(" +", hex(gp.gopc-f.entry()))
	}
	print("\n")
}

func showCreator(name string) bool {
	level, _, _ := gotraceback()
	return level > 1 || !hasPrefix(name, "runtime.") || exportedRuntime(name)
}

// goroutineheader prints the line above a goroutine's frames.
func goroutineheader(gp *g) {
	status := readgstatus(gp) &^ _Gscan
	what := "???"
	switch status {
	case _Gidle:
		what = "idle"
	case _Grunnable:
		what = "runnable"
	case _Grunning:
		what = "running"
	case _Gsyscall:
		what = "syscall"
	case _Gwaiting:
		what = "waiting"
		if gp.waitreason != waitReasonZero {
			what = gp.waitreason.String()
		}
	case _Gdead:
		what = "dead"
	case _Gcopystack:
		what = "copystack"
	case _Gpreempted:
		what = "preempted"
	}
	print("goroutine ", gp.goid)
	level, _, _ := gotraceback()
	if mp := getg().m; mp.throwing >= throwTypeRuntime && gp == mp.curg || level >= 2 {
		print(" gp=", hex(uintptr(unsafe.Pointer(gp))))
		if gp.m != nil {
			print(" m=", gp.m.id, " mp=", hex(uintptr(unsafe.Pointer(gp.m))))
		} else {
			print(" m=nil")
		}
	}
	print(" [", what)
	if (status == _Gwaiting || status == _Gsyscall) && gp.waitsince != 0 {
		if minutes := (nanotime() - gp.waitsince) / 60e9; minutes >= 1 {
			print(", ", minutes, " minutes")
		}
	}
	if mp := gp.lockedm.ptr(); mp != nil && mp.lockedExt != 0 {
		print(", locked to thread")
	}
	print("]:\n")
}

// tracebackothers prints all goroutines but me, and the one that runs on this thread
// when me is its system stack.
func tracebackothers(me *g) {
	curg := getg().m.curg
	if curg != nil && curg != me {
		print("\n")
		goroutineheader(curg)
		tracebackg(curg, ^uintptr(0), 0)
	}
	level, _, _ := gotraceback()
	for i := uintptr(0); i < allglen; i++ {
		gp := allgs[i]
		if gp == me || gp == curg || readgstatus(gp) == _Gdead || isSystemGoroutine(gp) && level < 2 {
			continue
		}
		print("\n")
		goroutineheader(gp)
		if gp.m != getg().m && readgstatus(gp)&^_Gscan == _Grunning {
			print("\tgoroutine running on other thread; stack unavailable\n")
			printcreatedby(gp)
		} else {
			tracebackg(gp, ^uintptr(0), 0)
		}
	}
}

// isSystemGoroutine reports whether gp works for the runtime: it starts in a function of
// package runtime other than main.
func isSystemGoroutine(gp *g) bool {
	f := findfunc(gp.startpc)
	return f.valid() && f.funcID != abi.FuncID_runtime_main && f.funcID != abi.FuncID_corostart && hasPrefix(funcname(f), "runtime.")
}
