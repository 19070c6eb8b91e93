// What the runtime does for reflect and internal/reflectlite, under their names.

package runtime

import (
	"internal/abi"
	"internal/runtime/maps"
	"unsafe"
)

// ---- allocating, copying, clearing ----

//go:linkname reflect_unsafe_New reflect.unsafe_New
func reflect_unsafe_New(t *_type) unsafe.Pointer { return newobject(t) }

//go:linkname reflectlite_unsafe_New internal/reflectlite.unsafe_New
func reflectlite_unsafe_New(t *_type) unsafe.Pointer { return newobject(t) }

//go:linkname reflect_unsafe_NewArray reflect.unsafe_NewArray
func reflect_unsafe_NewArray(t *_type, n int) unsafe.Pointer { return newarray(t, n) }

//go:linkname reflect_unsafeslice reflect.unsafeslice
func reflect_unsafeslice(t *_type, p unsafe.Pointer, n int) { unsafeslicecheckptr(t, p, int64(n)) }

//go:linkname reflect_memmove reflect.memmove
func reflect_memmove(to, from unsafe.Pointer, n uintptr) { memmove(to, from, n) }

//go:linkname reflect_memclrNoHeapPointers reflect.memclrNoHeapPointers
func reflect_memclrNoHeapPointers(p unsafe.Pointer, n uintptr) { memclrNoHeapPointers(p, n) }

//go:linkname reflect_typedmemmove reflect.typedmemmove
func reflect_typedmemmove(t *_type, dst, src unsafe.Pointer) { typedmemmove(t, dst, src) }

//go:linkname reflectlite_typedmemmove internal/reflectlite.typedmemmove
func reflectlite_typedmemmove(t *_type, dst, src unsafe.Pointer) { typedmemmove(t, dst, src) }

//go:linkname reflect_typedmemclr reflect.typedmemclr
func reflect_typedmemclr(t *_type, p unsafe.Pointer) { typedmemclr(t, p) }

// reflect_typedmemclrpartial clears size bytes at p, which are off bytes into a value.
//
//go:linkname reflect_typedmemclrpartial reflect.typedmemclrpartial
func reflect_typedmemclrpartial(t *_type, p unsafe.Pointer, off, size uintptr) {
	if t.PtrBytes != 0 {
		memclrHasPointers(p, size)
	} else {
		memclrNoHeapPointers(p, size)
	}
}

//go:linkname reflect_typedarrayclear reflect.typedarrayclear
func reflect_typedarrayclear(t *_type, p unsafe.Pointer, n int) {
	reflect_typedmemclrpartial(t, p, 0, t.Size_*uintptr(n))
}

//go:linkname reflect_typedslicecopy reflect.typedslicecopy
func reflect_typedslicecopy(t *_type, dst, src slice) int {
	if t.PtrBytes == 0 {
		return slicecopy(dst.array, dst.len, src.array, src.len, t.Size_)
	}
	return typedslicecopy(t, dst.array, dst.len, src.array, src.len)
}

// reflect_growslice makes room for num more elements; the length stays. Everything between length
// and capacity is zero, because no append will write it.
//
//go:linkname reflect_growslice reflect.growslice
func reflect_growslice(t *_type, old slice, num int) slice {
	num -= old.cap - old.len // growslice counts from the capacity
	s := growslice(old.array, old.cap+num, old.cap, num, t)
	if t.PtrBytes == 0 {
		from := uintptr(old.cap) * t.Size_
		memclrNoHeapPointers(add(s.array, from), uintptr(s.len)*t.Size_-from)
	}
	s.len = old.len
	return s
}

//go:linkname reflect_typehash reflect.typehash
func reflect_typehash(t *_type, p unsafe.Pointer, h uintptr) uintptr { return typehash(t, p, h) }

// reflect_verifyNotInHeapPtr reports whether the word may be converted to a pointer that the
// collector does not follow.
//
//go:linkname reflect_verifyNotInHeapPtr reflect.verifyNotInHeapPtr
func reflect_verifyNotInHeapPtr(p uintptr) bool { return spanOf(p) == nil && p != 0xdeadbeefdeadbeef }

// reflect_gcbits returns a byte for each word of what x points to: 1 for pointers.
//
//go:linkname reflect_gcbits reflect.gcbits
func reflect_gcbits(x any) []byte {
	t := (*ptrtype)(unsafe.Pointer(efaceOf(&x)._type)).Elem
	n := t.PtrBytes / 8
	if n == 0 {
		return nil
	}
	bv := bitvector{int32(n), typeMask(t)}
	bits := make([]byte, n)
	for i := range bits {
		bits[i] = bv.bit(uintptr(i))
	}
	return bits
}

func getStaticuint64s() *[256]uint64 { return &staticuint64s }

// ---- interfaces and names ----

//go:linkname reflect_ifaceE2I reflect.ifaceE2I
func reflect_ifaceE2I(inter *interfacetype, e eface, dst *iface) {
	*dst = iface{assertE2I(inter, e._type), e.data}
}

//go:linkname reflectlite_ifaceE2I internal/reflectlite.ifaceE2I
func reflectlite_ifaceE2I(inter *interfacetype, e eface, dst *iface) {
	*dst = iface{assertE2I(inter, e._type), e.data}
}

//go:linkname reflect_typelinks reflect.typelinks
func reflect_typelinks() (sections []unsafe.Pointer, offsets [][]int32) {
	md := &firstmoduledata
	return []unsafe.Pointer{unsafe.Pointer(md.types)}, [][]int32{md.typelinks}
}

// Offsets in type descriptors are relative to the program's types. What reflect makes at run
// time is elsewhere and gets negative numbers, which are looked up here.
var reflectOffs struct {
	lock mutex
	ptrs []unsafe.Pointer // number -2-i is ptrs[i]: -1 is a method that the linker dropped
}

//go:linkname reflect_addReflectOff reflect.addReflectOff
func reflect_addReflectOff(p unsafe.Pointer) int32 {
	r := &reflectOffs
	lock(&r.lock)
	i := len(r.ptrs)
	r.ptrs = append(r.ptrs, p)
	unlock(&r.lock)
	return int32(-2 - i)
}

// resolveOff returns what a number given out by addReflectOff stands for, or the place at an offset.
func resolveOff(base uintptr, off int32) unsafe.Pointer {
	switch {
	case off == 0 || off == -1:
		return nil
	case off > 0:
		return unsafe.Pointer(base + uintptr(off))
	}
	lock(&reflectOffs.lock)
	p := reflectOffs.ptrs[-2-off]
	unlock(&reflectOffs.lock)
	return p
}

//go:linkname reflect_resolveNameOff reflect.resolveNameOff
func reflect_resolveNameOff(inModule unsafe.Pointer, off int32) unsafe.Pointer {
	return resolveOff(firstmoduledata.types, off)
}

//go:linkname reflectlite_resolveNameOff internal/reflectlite.resolveNameOff
func reflectlite_resolveNameOff(inModule unsafe.Pointer, off int32) unsafe.Pointer {
	return resolveOff(firstmoduledata.types, off)
}

//go:linkname reflect_resolveTypeOff reflect.resolveTypeOff
func reflect_resolveTypeOff(rtype unsafe.Pointer, off int32) unsafe.Pointer {
	return resolveOff(firstmoduledata.types, off)
}

//go:linkname reflectlite_resolveTypeOff internal/reflectlite.resolveTypeOff
func reflectlite_resolveTypeOff(rtype unsafe.Pointer, off int32) unsafe.Pointer {
	return resolveOff(firstmoduledata.types, off)
}

// reflect_resolveTextOff returns an address of code; -1 is a method that the linker dropped.
//
//go:linkname reflect_resolveTextOff reflect.resolveTextOff
func reflect_resolveTextOff(rtype unsafe.Pointer, off int32) unsafe.Pointer {
	return textAt(off)
}

// textAt returns the code at an offset; that of a dropped method reports the call.
func textAt(off int32) unsafe.Pointer {
	switch off {
	case -1:
		return unsafe.Pointer(unreachableMethodPC())
	case 0: // the first function
		return unsafe.Pointer(firstmoduledata.text)
	}
	return resolveOff(firstmoduledata.text, off)
}

// ---- channels ----

//go:linkname reflect_makechan reflect.makechan
func reflect_makechan(t *chantype, size int) *hchan { return makechan(t, size) }

//go:linkname reflect_chansend reflect.chansend0
func reflect_chansend(c *hchan, elem unsafe.Pointer, nb bool) bool { return chansend(c, elem, !nb) }

//go:linkname reflect_chanrecv reflect.chanrecv
func reflect_chanrecv(c *hchan, nb bool, elem unsafe.Pointer) (selected, received bool) {
	return chanrecv(c, elem, !nb)
}

//go:linkname reflect_chanlen reflect.chanlen
func reflect_chanlen(c *hchan) int { return chanlen(c) }

//go:linkname reflectlite_chanlen internal/reflectlite.chanlen
func reflectlite_chanlen(c *hchan) int { return chanlen(c) }

//go:linkname reflect_chancap reflect.chancap
func reflect_chancap(c *hchan) int { return chancap(c) }

//go:linkname reflect_chanclose reflect.chanclose
func reflect_chanclose(c *hchan) { closechan(c) }

// A runtimeSelect is a case of reflect.Select.
type runtimeSelect struct {
	dir  int // 1 send, 2 receive, 3 default
	typ  unsafe.Pointer
	ch   *hchan
	elem unsafe.Pointer
}

// reflect_rselect sorts the cases as selectgo wants them: sends from the front, receives from the
// back.
//
//go:linkname reflect_rselect reflect.rselect
func reflect_rselect(cases []runtimeSelect) (chosen int, received bool) {
	if len(cases) == 0 {
		block()
	}
	sel := make([]scase, len(cases))
	orig := make([]int, len(cases)) // from place in sel to case
	nsends, nrecvs, dflt := 0, 0, -1
	for i := range cases {
		j := 0
		switch cases[i].dir {
		case 1:
			j = nsends
			nsends++
		case 2:
			nrecvs++
			j = len(cases) - nrecvs
		case 3:
			dflt = i
			continue
		}
		sel[j] = scase{cases[i].ch, cases[i].elem}
		orig[j] = i
	}
	if nsends+nrecvs == 0 {
		return dflt, false
	}
	if nsends+nrecvs < len(cases) { // close the gap that the default left
		copy(sel[nsends:], sel[len(cases)-nrecvs:])
		copy(orig[nsends:], orig[len(cases)-nrecvs:])
	}
	order := make([]uint16, 2*(nsends+nrecvs))
	chosen, received = selectgo(&sel[0], &order[0], nil, nsends, nrecvs, dflt == -1)
	if chosen < 0 {
		return dflt, false
	}
	return orig[chosen], received
}

// ---- maps ----

//go:linkname reflect_makemap reflect.makemap
func reflect_makemap(t *maptype, n int) *maps.Map { return makemap(t, n, nil) }

//go:linkname reflect_mapaccess reflect.mapaccess
func reflect_mapaccess(t *maptype, m *maps.Map, key unsafe.Pointer) unsafe.Pointer {
	elem, ok := mapaccess2(t, m, key)
	if !ok {
		return nil
	}
	return elem
}

//go:linkname reflect_mapaccess_faststr reflect.mapaccess_faststr
func reflect_mapaccess_faststr(t *maptype, m *maps.Map, key string) unsafe.Pointer {
	elem, ok := mapaccess2_faststr(t, m, key)
	if !ok {
		return nil
	}
	return elem
}

//go:linkname reflect_mapassign0 reflect.mapassign0
func reflect_mapassign0(t *maptype, m *maps.Map, key, elem unsafe.Pointer) {
	typedmemmove(t.Elem, mapassign(t, m, key), elem)
}

//go:linkname reflect_mapassign_faststr0 reflect.mapassign_faststr0
func reflect_mapassign_faststr0(t *maptype, m *maps.Map, key string, elem unsafe.Pointer) {
	typedmemmove(t.Elem, mapassign_faststr(t, m, key), elem)
}

//go:linkname reflect_mapdelete reflect.mapdelete
func reflect_mapdelete(t *maptype, m *maps.Map, key unsafe.Pointer) { mapdelete(t, m, key) }

//go:linkname reflect_mapdelete_faststr reflect.mapdelete_faststr
func reflect_mapdelete_faststr(t *maptype, m *maps.Map, key string) { mapdelete_faststr(t, m, key) }

//go:linkname reflect_mapclear reflect.mapclear
func reflect_mapclear(t *maptype, m *maps.Map) { mapclear(t, m) }

//go:linkname reflect_maplen reflect.maplen
func reflect_maplen(m *maps.Map) int { return maplen(m) }

//go:linkname reflectlite_maplen internal/reflectlite.maplen
func reflectlite_maplen(m *maps.Map) int { return maplen(m) }

func maplen(m *maps.Map) int {
	if m == nil {
		return 0
	}
	return int(m.Used())
}

// The iterator is zero at first; a nil key is the end.

//go:linkname reflect_mapiterinit reflect.mapiterinit
func reflect_mapiterinit(t *maptype, m *maps.Map, it *maps.Iter) { mapIterStart(t, m, it) }

//go:linkname reflect_mapiternext reflect.mapiternext
func reflect_mapiternext(it *maps.Iter) { mapIterNext(it) }

//go:linkname reflect_mapiterkey reflect.mapiterkey
func reflect_mapiterkey(it *maps.Iter) unsafe.Pointer { return it.Key() }

//go:linkname reflect_mapiterelem reflect.mapiterelem
func reflect_mapiterelem(it *maps.Iter) unsafe.Pointer { return it.Elem() }

// ---- calls ----

// reflectcall calls fn with a copy of stackArgs as arguments on the stack and of regArgs in
// registers, and copies the results, which are behind retOffset, back to both. The frame is made
// large enough for frameSize bytes: arguments and the space where fn may spill registers.
//
//go:noescape
func reflectcall(stackArgsType *_type, fn, stackArgs unsafe.Pointer, stackArgsSize, stackRetOffset, frameSize uint32, regArgs *abi.RegArgs)

// The functions for each size of frame, of which reflectcall takes one.

func call16(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call32(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call64(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call128(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call256(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call512(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call1024(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call2048(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call4096(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call8192(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call16384(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call32768(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call65536(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call131072(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call262144(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call524288(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call1048576(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call2097152(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call4194304(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call8388608(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call16777216(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call33554432(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call67108864(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call134217728(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call268435456(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call536870912(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)
func call1073741824(typ, fn, args unsafe.Pointer, argSize, retOff, frameSize uint32, regs *abi.RegArgs)

// reflectcallmove copies results out of the frame of a reflectcall; the collector must hear of pointers.
//
//go:nosplit
func reflectcallmove(t *_type, dst, src unsafe.Pointer, size uintptr, regs *abi.RegArgs) {
	// nosplit: the results lie in a frame whose function has returned.
	if writeBarrier.enabled && t != nil && t.PtrBytes != 0 && size >= 8 {
		systemstack(func() {
			bulkBarrierPreWrite(uintptr(dst), uintptr(src), size)
		})
	}
	memmove(dst, src, size)
	for i := range regs.Ints {
		if regs.ReturnIsPtr.Get(i) {
			regs.Ptrs[i] = unsafe.Pointer(regs.Ints[i])
		}
	}
}

// badreflectcall reports a frame that is too large.
func badreflectcall() { panic(plainError("arg size to reflect.call more than 1GB")) }

// A makeFuncCtxt is the func value of functions that reflect makes: the code is a stub of reflect's
// that does not know its own arguments.
type makeFuncCtxt struct {
	fn     uintptr
	stack  *bitvector // of the arguments and results on the stack
	argLen uintptr    // bytes of arguments
}

// isStub reports whether the frame is one of reflect's stubs, makeFuncStub or methodValueCall.
func (fr *stkframe) isStub() bool {
	if fr.fn.args != abi.ArgsSizeUnknown || fr.fn.flag&abi.FuncFlagAsm == 0 {
		return false
	}
	name := funcname(fr.fn)
	return name == "reflect.makeFuncStub" || name == "reflect.methodValueCall"
}

// stubRegsMask has the bits of Ptrs in a RegArgs: the words from stubRegsFirst on.
const (
	stubRegsFirst = unsafe.Offsetof(abi.RegArgs{}.Ptrs) / 8
	stubRegsWords = (unsafe.Sizeof(abi.RegArgs{}) + 7) / 8
	stubRegsMask  = (1<<abi.IntArgRegs - 1) << stubRegsFirst
)

var stubRegsBits uint64 = stubRegsMask

// stubMaps returns the masks of a stub's frame. At the top of its locals it has a RegArgs, of which Ptrs is live. The stub keeps its
// func value, which knows the arguments, at the bottom of the frame, and five words up whether the results have been written.
func (fr *stkframe) stubMaps() (locals, args bitvector) {
	if fr.pc == fr.fn.entry() || fr.fp-fr.sp < stubRegsWords*8+40 {
		return // stopped before it stored anything
	}
	locals = bitvector{int32(stubRegsWords), (*uint8)(unsafe.Pointer(&stubRegsBits))}
	ctxt := *(**makeFuncCtxt)(unsafe.Pointer(fr.sp))
	args = *ctxt.stack
	if !*(*bool)(unsafe.Pointer(fr.sp + 32)) {
		args.n = int32(ctxt.argLen / 8)
	}
	return locals, args
}
