// Cleanups and weak pointers: what happens after an object is gone.
//
// Both are records in a list of the object's span, beside finalizers. A weak pointer is a handle, a
// word of the heap that holds the address and is cleared when the collector has not reached the object.
// A cleanup is a function that is queued when nothing, not even a finalizer, keeps the object any
// more. The goroutine that calls finalizers calls cleanups, too.

package runtime

import (
	"internal/abi"
	"internal/runtime/atomic"
	"unsafe"
)

// A cleanup is a record. The memory is not of the heap; the collector looks at fn and handle.
type cleanup struct {
	next   *cleanup
	obj    uintptr  // an address in the object; a number, so that it is not kept
	id     uint64   // of a cleanup
	fn     *funcval // what to call; nil for a weak pointer
	handle *uintptr // the weak pointer's word
}

var cleanups struct {
	lock   mutex
	queue  *cleanup // to be called
	free   *cleanup
	static *cleanup // weak pointers to what is never collected
	lastID uint64
	left   uint32 // queued or being called
}

// A Cleanup is the handle of one AddCleanup.
type Cleanup struct {
	id  uint64
	ptr uintptr
}

// AddCleanup has cleanup(arg) called, in another goroutine, some time after ptr can no longer be
// reached. ptr may point into an object; several cleanups may belong to one.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	// What belongs to the cleanup must not keep the object.
	if kind := abi.TypeOf(arg); kind != nil && kind.Kind_ == abi.Pointer {
		if *(*unsafe.Pointer)(unsafe.Pointer(&arg)) == unsafe.Pointer(ptr) {
			panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
		}
	}
	ptr = abi.Escape(ptr)
	fn := func() { cleanup(arg) }
	c := addCleanup(unsafe.Pointer(ptr), *(**funcval)(unsafe.Pointer(&fn)))
	KeepAlive(ptr)
	return c
}

func addCleanup(ptr unsafe.Pointer, fn *funcval) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	s := spanOfHeap(uintptr(ptr))
	if s == nil {
		if isStatic(uintptr(ptr)) {
			return Cleanup{} // never collected
		}
		throw("runtime.AddCleanup: ptr not in allocated block")
	}
	startFinalizers()
	lock(&cleanups.lock)
	cleanups.lastID++
	mheap_.addSpecial(s)
	r := newCleanup(&s.cleanups, uintptr(ptr))
	r.id, r.fn = cleanups.lastID, fn
	unlock(&cleanups.lock)
	return Cleanup{r.id, uintptr(ptr)}
}

// Stop takes the cleanup back, unless it is on its way already.
func (c Cleanup) Stop() {
	s := spanOfHeap(c.ptr)
	if c.id == 0 || s == nil {
		return
	}
	lock(&cleanups.lock)
	for p := &s.cleanups; *p != nil; p = &(*p).next {
		if r := *p; r.id == c.id {
			*p = r.next
			freeCleanup(r)
			break
		}
	}
	unlock(&cleanups.lock)
}

// newCleanup puts a record into a list. The lock is held.
func newCleanup(list **cleanup, obj uintptr) *cleanup {
	r := cleanups.free
	if r != nil {
		cleanups.free = r.next
	} else {
		r = (*cleanup)(persistentalloc(unsafe.Sizeof(cleanup{}), 8))
	}
	r.obj = obj
	r.next = *list
	*list = r
	return r
}

func freeCleanup(r *cleanup) {
	r.fn, r.handle, r.id = nil, nil, 0
	r.next = cleanups.free
	cleanups.free = r
}

// ---- weak pointers ----

// weakHandle returns the handle of an address: the same one as long as the object lives.
//
//go:linkname weakHandle weak.runtime_registerWeakPointer
func weakHandle(p unsafe.Pointer) unsafe.Pointer {
	// Allocated before the lock, because it may collect; and too large to share its memory with the object.
	handle := &new([2]uintptr)[0]
	list := &cleanups.static
	s := spanOfHeap(uintptr(p))
	if s != nil {
		list = &s.cleanups
	}
	lock(&cleanups.lock)
	found := false
	for r := *list; r != nil && !found; r = r.next {
		if r.handle != nil && r.obj == uintptr(p) {
			handle, found = r.handle, true
		}
	}
	if !found {
		*handle = uintptr(p)
		newCleanup(list, uintptr(p)).handle = handle
		if s != nil {
			mheap_.addSpecial(s)
		}
	}
	unlock(&cleanups.lock)
	KeepAlive(p)
	return unsafe.Pointer(handle)
}

// weakTarget returns what a handle points to, or nil when it is gone. The word cannot change before
// the result is in a register that the collector sees: collections wait for a safe point.
//
//go:linkname weakTarget weak.runtime_makeStrongFromWeak
//go:nosplit
func weakTarget(handle unsafe.Pointer) unsafe.Pointer {
	// nosplit: no safe point.
	return *(*unsafe.Pointer)(handle)
}

// ---- the collector's part: the world is stopped ----

// markCleanups marks functions and handles.
func (w *gcWork) markCleanups() {
	for s := mheap_.specials; s != nil; s = s.nextSpecial {
		w.shadeCleanups(s.cleanups)
	}
	w.shadeCleanups(cleanups.queue)
	w.shadeCleanups(cleanups.static)
	w.drain()
}

func (w *gcWork) shadeCleanups(list *cleanup) {
	for r := list; r != nil; r = r.next {
		w.shade(uintptr(unsafe.Pointer(r.fn)))
		w.shade(uintptr(unsafe.Pointer(r.handle)))
	}
}

func (s *mspan) isMarked(p uintptr) bool {
	n := s.objIndex(p)
	return s.bits[n/64].mark>>(n%64)&1 != 0
}

// clearWeak clears the handles of what has not been reached. Finalizers come later: an object that is
// kept for one is not to be had through weak pointers.
func clearWeak() {
	for s := mheap_.specials; s != nil; s = s.nextSpecial {
		for p := &s.cleanups; *p != nil; {
			r := *p
			if r.handle == nil || s.isMarked(r.obj) {
				p = &r.next
				continue
			}
			*p = r.next
			*r.handle = 0
			freeCleanup(r)
		}
	}
}

// queueCleanups moves the cleanups of what goes away to the queue.
func queueCleanups() {
	for s := mheap_.specials; s != nil; s = s.nextSpecial {
		for p := &s.cleanups; *p != nil; {
			r := *p
			if r.handle != nil || s.isMarked(r.obj) {
				p = &r.next
				continue
			}
			*p = r.next
			r.next = cleanups.queue
			cleanups.queue = r
			cleanups.left++
		}
	}
}

// runCleanups calls what is queued.
func runCleanups() {
	for {
		lock(&cleanups.lock)
		r := cleanups.queue
		if r == nil {
			unlock(&cleanups.lock)
			return
		}
		cleanups.queue = r.next
		fn := r.fn
		freeCleanup(r)
		unlock(&cleanups.lock)
		(*(*func())(unsafe.Pointer(&fn)))()
		atomic.Xadd(&cleanups.left, -1)
	}
}

// waitForCleanups waits up to timeout nanoseconds until all that are queued have been called, and
// reports whether they have.
//
//go:linkname waitForCleanups unique.runtime_blockUntilEmptyCleanupQueue
func waitForCleanups(timeout int64) bool {
	for end := nanotime() + timeout; atomic.Load(&cleanups.left) != 0; {
		if nanotime() > end {
			return false
		}
		timeSleep(100 * 1000)
	}
	return true
}
