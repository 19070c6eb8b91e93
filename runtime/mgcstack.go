// Scanning stacks.
//
// The maps of a frame say which words hold live pointers. Variables whose address was taken,
// the stack objects, are not in these maps: such a variable is live when a live pointer leads to it.
// So scanning notes the objects of all frames and the pointers into the stack that it meets,
// then follows these: an object that is reached is scanned once, by its own mask, which may
// show further pointers. What is not reached is dead, though its frame still runs.
//
// That relies on the compiler to mark an object as live in the frame's map wherever its function
// still uses it by name. GODEBUG=stackobjects=0 does not: all objects of a frame count as live
// then, which tells a fault of the maps from others.

package runtime

import (
	"internal/runtime/sys"
	"unsafe"
)

// A stackObject is a variable in some frame of the stack that is being scanned.
type stackObject struct {
	addr    uintptr
	size    uint32
	reached bool
	mask    bitvector
}

// A stackScan is the scan of one stack.
type stackScan struct {
	lo, hi  uintptr   // the stack
	objects growArray // of stackObject, addresses rising
	ptrs    growArray // of uintptr: pointers into the stack not yet followed
}

// A growArray is an array that grows by doubling, outside of the heap.
type growArray struct {
	base unsafe.Pointer
	n    uintptr // elements in use
	cap  uintptr
}

// push returns the address of a new element of a size.
func (a *growArray) push(size uintptr) unsafe.Pointer {
	if a.n == a.cap {
		newcap := a.cap * 2
		if newcap == 0 {
			newcap = 8192
		}
		p := sysMap(nil, newcap*size)
		if p == nil {
			throw("out of memory: scanning a stack")
		}
		if a.cap > 0 {
			memmove(p, a.base, a.n*size)
			munmap(a.base, a.cap*size)
		}
		a.base = p
		a.cap = newcap
	}
	p := add(a.base, a.n*size)
	a.n++
	return p
}

func (s *stackScan) object(i uintptr) *stackObject {
	return (*stackObject)(add(s.objects.base, i*unsafe.Sizeof(stackObject{})))
}

// scanStack shades what a stopped goroutine points to.
func (w *gcWork) scanStack(gp *g) {
	w.shade(uintptr(unsafe.Pointer(gp)))
	s := &w.stack
	s.lo, s.hi = gp.stack.lo, gp.stack.hi
	s.objects.n, s.ptrs.n = 0, 0
	s.pointer(w, uintptr(gp.sched.ctxt))
	s.pointer(w, uintptr(unsafe.Pointer(gp._panic)))
	for d := gp._defer; d != nil; d = d.link {
		s.pointer(w, uintptr(unsafe.Pointer(d)))
		s.pointer(w, *(*uintptr)(unsafe.Pointer(&d.fn)))
		s.pointer(w, uintptr(unsafe.Pointer(d.head)))
	}
	var u unwinder
	u.init(gp, ^uintptr(0), 0)
	for ; u.valid(); u.next() {
		if u.conservative() {
			s.conservativeFrame(w, &u.frame)
			continue
		}
		s.frame(w, &u.frame)
	}
	s.follow(w)
}

// pointer takes a live word of the stack.
func (s *stackScan) pointer(w *gcWork, x uintptr) {
	if s.lo <= x && x < s.hi {
		*(*uintptr)(s.ptrs.push(8)) = x
	} else if x != 0 {
		w.shade(x)
	}
}

// words takes the words at p that have a bit in the mask.
func (s *stackScan) words(w *gcWork, p uintptr, bv bitvector) {
	for i := uintptr(0); i < uintptr(bv.n); i += 8 {
		b := *(*uint8)(add(unsafe.Pointer(bv.bytedata), i/8))
		if left := uintptr(bv.n) - i; left < 8 {
			b &= 1<<left - 1
		}
		for ; b != 0; b &= b - 1 {
			j := uintptr(sys.TrailingZeros64(uint64(b)))
			s.pointer(w, *(*uintptr)(unsafe.Pointer(p + (i+j)*8)))
		}
	}
	w.scanned += uintptr(bv.n) * 8
}

// frame takes the live words of a frame and notes its objects.
func (s *stackScan) frame(w *gcWork, fr *stkframe) {
	if fr.continpc == 0 {
		return
	}
	locals, args := fr.maps()
	if locals.n > 0 {
		s.words(w, fr.varp-uintptr(locals.n)*8, locals)
	}
	if args.n > 0 {
		s.words(w, fr.argp, args)
	}
	objs := fr.objects()
	for i := 0; i < len(objs); i++ {
		p := fr.objectAddr(&objs[i])
		switch {
		case p < fr.sp || objs[i].ptrBytes == 0:
		case debug.stackobjects != 0:
			s.note(p, &objs[i])
		default:
			s.words(w, p, objs[i].mask())
		}
	}
}

// note enters an object. Frames come in the order of their addresses, and so do most
// objects within one.
func (s *stackScan) note(p uintptr, rec *stackObjectRecord) {
	s.objects.push(unsafe.Sizeof(stackObject{}))
	i := s.objects.n - 1
	for ; i > 0 && s.object(i-1).addr > p; i-- {
		*s.object(i) = *s.object(i - 1)
	}
	o := s.object(i)
	o.addr = p
	o.size = uint32(rec.size)
	o.reached = false
	o.mask = rec.mask()
}

// follow looks the pointers into the stack up until none is left.
func (s *stackScan) follow(w *gcWork) {
	for s.ptrs.n > 0 {
		s.ptrs.n--
		x := *(*uintptr)(add(s.ptrs.base, s.ptrs.n*8))
		if o := s.find(x); o != nil && !o.reached {
			o.reached = true
			s.words(w, o.addr, o.mask)
		}
	}
}

// find returns the object that x points into, or nil.
func (s *stackScan) find(x uintptr) *stackObject {
	lo, hi := uintptr(0), s.objects.n // the object, if any, is the last in [lo, hi) not above x
	for lo < hi {
		mid := lo + (hi-lo)/2
		if s.object(mid).addr <= x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return nil
	}
	o := s.object(lo - 1)
	if x-o.addr >= uintptr(o.size) {
		return nil
	}
	return o
}
