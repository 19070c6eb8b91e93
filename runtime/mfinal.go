// Finalizers: functions that are called with an object when nothing else refers to it any
// more.
//
// Each finalizer is a record in the list of its object's span. When marking is done, the
// records whose objects have not been reached are moved to a queue, and their objects are
// marked now, because the finalizers will get them. A goroutine of the runtime's takes the queue.

package runtime

import (
	"internal/abi"
	"internal/goarch"
	"unsafe"
)

// A finalizer is a record. The memory is not of the heap; the collector looks at fn.
type finalizer struct {
	next  *finalizer
	obj   uintptr // the object; a number, so that it is not kept
	fn    *funcval
	param *_type // what fn takes: a pointer, or an interface
	typ   *_type // the pointer's own type

	results uint32 // bytes on the stack that results and the spilled parameter may take
}

var finalizers struct {
	lock    mutex
	queue   *finalizer // to be called
	free    *finalizer
	fing    *g // the goroutine that calls them
	waiting bool
}

// SetFinalizer has finalizer called, in a goroutine of its own, some time after the object
// that obj points to can no longer be reached. A nil finalizer takes the present one away.
func SetFinalizer(obj any, finalizer any) {
	e := efaceOf(&obj)
	if e._type == nil {
		throw("runtime.SetFinalizer: first argument is nil")
	}
	if e._type.Kind_ != abi.Pointer {
		throw("runtime.SetFinalizer: first argument is " + typeString(e._type) + ", not pointer")
	}
	if e.data == nil {
		throw("nil elem type!")
	}
	elem := (*ptrtype)(unsafe.Pointer(e._type)).Elem
	s := spanOfHeap(uintptr(e.data))
	if s == nil {
		if elem.Size_ == 0 || isStatic(uintptr(e.data)) {
			return // never collected
		}
		throw("runtime.SetFinalizer: pointer not in heap")
	}
	base := s.startAddr + s.objIndex(uintptr(e.data))*s.elemsize
	tiny := elem.PtrBytes == 0 && elem.Size_ < tinySize
	if base != uintptr(e.data) && !(tiny && s.elemsize == tinySize) {
		throw("runtime.SetFinalizer: pointer not at beginning of allocated block")
	}
	f := efaceOf(&finalizer)
	if f._type == nil {
		removeFinalizer(s, uintptr(e.data))
		return
	}
	if f._type.Kind_ != abi.Func {
		throw("runtime.SetFinalizer: second argument is " + typeString(f._type) + ", not a function")
	}
	param := finalizerParam(e._type, f._type)
	if param == nil {
		throw("runtime.SetFinalizer: cannot pass " + typeString(e._type) + " to finalizer " + typeString(f._type))
	}
	startFinalizers()
	addFinalizer(s, uintptr(e.data), (*funcval)(f.data), param, e._type, resultsSize(f._type))
}

// resultsSize returns how many bytes a call of a finalizer may need on its stack.
func resultsSize(fn *_type) uint32 {
	size := 2 * uintptr(goarch.PtrSize)
	ft := (*abi.FuncType)(unsafe.Pointer(fn))
	params := funcParams(fn)
	for i := uint16(0); i < ft.OutCount&(1<<15-1); i++ {
		t := *(**_type)(add(params, uintptr(ft.InCount+i)*goarch.PtrSize))
		size = alignUp(size, uintptr(t.Align_)) + t.Size_
	}
	return uint32(alignUp(size, goarch.PtrSize))
}

// isStatic reports whether p points into the program's own data.
func isStatic(p uintptr) bool {
	md := &firstmoduledata
	return md.noptrdata <= p && p < md.end || md.rodata <= p && p < md.epclntab || p == uintptr(unsafe.Pointer(&zerobase))
}

// funcParams returns where a function type lists the types of its parameters and results.
func funcParams(fn *_type) unsafe.Pointer {
	off := unsafe.Sizeof(abi.FuncType{})
	if fn.TFlag&abi.TFlagUncommon != 0 {
		off += unsafe.Sizeof(abi.UncommonType{})
	}
	return add(unsafe.Pointer(fn), off)
}

// finalizerParam returns the type of the function's one parameter if the object can be
// passed there, else nil.
func finalizerParam(obj, fn *_type) *_type {
	ft := (*abi.FuncType)(unsafe.Pointer(fn))
	if ft.InCount != 1 || ft.OutCount>>15 != 0 {
		return nil
	}
	param := *(**_type)(funcParams(fn))
	switch {
	case param == obj:
		return param
	case param.Kind_ == abi.Pointer:
		// Also a pointer type of another name with the same element.
		a, b := (*ptrtype)(unsafe.Pointer(param)), (*ptrtype)(unsafe.Pointer(obj))
		if a.Elem == b.Elem && (param.Uncommon() == nil || obj.Uncommon() == nil) {
			return param
		}
	case param.Kind_ == abi.Interface:
		it := (*interfacetype)(unsafe.Pointer(param))
		if len(it.Methods) == 0 || assertE2I2(it, obj) != nil {
			return param
		}
	}
	return nil
}

func addFinalizer(s *mspan, obj uintptr, fn *funcval, param, typ *_type, results uint32) {
	dup := false
	lock(&finalizers.lock)
	for r := s.finals; r != nil; r = r.next {
		if r.obj == obj {
			dup = true
		}
	}
	if !dup {
		r := finalizers.free
		if r != nil {
			finalizers.free = r.next
		} else {
			r = (*finalizer)(persistentalloc(unsafe.Sizeof(finalizer{}), 8))
		}
		r.obj, r.fn, r.param, r.typ, r.results = obj, fn, param, typ, results
		r.next = s.finals
		s.finals = r
		mheap_.addSpecial(s)
	}
	unlock(&finalizers.lock)
	if dup {
		throw("runtime.SetFinalizer: finalizer already set")
	}
}

func removeFinalizer(s *mspan, obj uintptr) {
	lock(&finalizers.lock)
	for p := &s.finals; *p != nil; p = &(*p).next {
		if r := *p; r.obj == obj {
			*p = r.next
			freeFinalizer(r)
			break
		}
	}
	unlock(&finalizers.lock)
}

func freeFinalizer(r *finalizer) {
	r.fn = nil
	r.next = finalizers.free
	finalizers.free = r
}

// markFinalizers marks what finalizers need: their functions, and what their objects refer
// to, though not the objects themselves.
func (w *gcWork) markFinalizers() {
	for s := mheap_.specials; s != nil; s = s.nextSpecial {
		for r := s.finals; r != nil; r = r.next {
			w.shade(uintptr(unsafe.Pointer(r.fn)))
			if !s.spanclass.noscan() {
				w.scanObject(s, s.startAddr+s.objIndex(r.obj)*s.elemsize)
			}
		}
	}
	for r := finalizers.queue; r != nil; r = r.next {
		w.shade(uintptr(unsafe.Pointer(r.fn)))
		w.shade(r.obj)
	}
	w.drain()
}

// queueFinalizers moves the finalizers of unreached objects to the queue and keeps the
// objects for them.
func (w *gcWork) queueFinalizers() {
	for s := mheap_.specials; s != nil; s = s.nextSpecial {
		for p := &s.finals; *p != nil; {
			r := *p
			if s.isMarked(r.obj) {
				p = &r.next
				continue
			}
			*p = r.next
			r.next = finalizers.queue
			finalizers.queue = r
		}
	}
	for r := finalizers.queue; r != nil; r = r.next {
		w.shade(r.obj)
	}
	w.drain()
}

// wakeFinalizers makes the goroutine run if there is work for it.
func wakeFinalizers() {
	if (finalizers.queue != nil || cleanups.queue != nil) && finalizers.waiting {
		finalizers.waiting = false
		ready(finalizers.fing, false)
	}
}

// startFinalizers starts the goroutine, once.
func startFinalizers() {
	if finalizers.fing == nil {
		fn := runFinalizers
		systemstack(func() {
			gp := newproc1(*(**funcval)(unsafe.Pointer(&fn)), getg().m.curg, 0)
			finalizers.fing = gp
			runqput(getg().m.p.ptr(), gp, false)
		})
	}
}

// runFinalizers calls finalizers and cleanups for ever.
func runFinalizers() {
	for {
		runCleanups()
		lock(&finalizers.lock)
		r := finalizers.queue
		if r == nil && cleanups.queue != nil {
			unlock(&finalizers.lock)
			continue
		}
		if r == nil {
			finalizers.waiting = true
			gopark(parkUnlock, unsafe.Pointer(&finalizers.lock), waitReasonFinalizerWait)
			continue
		}
		finalizers.queue = r.next
		fn, param, typ, results := r.fn, r.param, r.typ, r.results
		obj := unsafe.Pointer(r.obj)
		freeFinalizer(r)
		unlock(&finalizers.lock)
		callFinalizer(fn, param, typ, results, obj)
	}
}

// parkUnlock unlocks a mutex once the goroutine is parked.
func parkUnlock(gp *g, l unsafe.Pointer) bool {
	unlock((*mutex)(l))
	return true
}

// callFinalizer calls fn with the object. Its parameter is one word, or the two of an
// interface, and these go into registers; its results, which nobody wants, may need room.
func callFinalizer(fn *funcval, param, typ *_type, results uint32, obj unsafe.Pointer) {
	var regs abi.RegArgs
	last := 0
	if param.Kind_ == abi.Interface {
		regs.Ptrs[0] = unsafe.Pointer(typ)
		if it := (*interfacetype)(unsafe.Pointer(param)); len(it.Methods) > 0 {
			regs.Ptrs[0] = unsafe.Pointer(assertE2I(it, typ))
		}
		last = 1
	}
	regs.Ptrs[last] = obj
	for i := 0; i <= last; i++ {
		regs.Ints[i] = uintptr(regs.Ptrs[i])
	}
	reflectcall(nil, unsafe.Pointer(fn), nil, 0, 0, results, &regs)
}
