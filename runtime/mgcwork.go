// The collector's to-do list: objects that have been reached but not yet looked into.

package runtime

import (
	"internal/runtime/atomic"
	"internal/runtime/sys"
	"unsafe"
)

// A workbuf holds some of them; full ones are linked.
type workbuf struct {
	_ sys.NotInHeap

	next *workbuf
	n    int
	obj  [254]uintptr
}

// A gcWork is the part of the list that one thread fills and empties. What it has too much of goes to workFull.
type gcWork struct {
	cur   *workbuf // being filled and emptied
	empty *workbuf

	marked      uintptr // bytes reached so far
	markedCount uintptr
	scanned     uintptr // bytes looked at: a measure of the cost

	stack stackScan // of the goroutine at hand
}

// work is that of the thread that collects.
var work gcWork

// workFull is the list of buffers that anyone may take.
var workFull struct {
	lock mutex
	head *workbuf
	n    uint32
}

// put adds an object.
func (w *gcWork) put(obj uintptr) {
	b := w.cur
	if b == nil || b.n == len(b.obj) {
		if b != nil {
			putFull(b)
		}
		b = w.buffer()
		w.cur = b
	}
	b.obj[b.n] = obj
	b.n++
}

// buffer returns an empty one.
func (w *gcWork) buffer() *workbuf {
	b := w.empty
	if b == nil {
		return (*workbuf)(persistentalloc(unsafe.Sizeof(workbuf{}), 8))
	}
	w.empty = b.next
	b.next = nil
	return b
}

// get takes an object, or returns 0.
func (w *gcWork) get() uintptr {
	b := w.cur
	if b == nil || b.n == 0 {
		full := getFull()
		if full == nil {
			return 0
		}
		if b != nil {
			b.next = w.empty
			w.empty = b
		}
		b = full
		w.cur = b
	}
	b.n--
	return b.obj[b.n]
}

// split gives half of what is at hand to whoever waits.
func (w *gcWork) split() {
	b := w.cur
	if b == nil || b.n < 8 {
		return
	}
	half := w.buffer()
	half.n = b.n / 2
	b.n -= half.n
	for i := 0; i < half.n; i++ {
		half.obj[i] = b.obj[b.n+i]
	}
	putFull(half)
}

func putFull(b *workbuf) {
	lock(&workFull.lock)
	b.next = workFull.head
	workFull.head = b
	atomic.Store(&workFull.n, workFull.n+1)
	unlock(&workFull.lock)
}

func getFull() *workbuf {
	if atomic.Load(&workFull.n) == 0 {
		return nil
	}
	lock(&workFull.lock)
	b := workFull.head
	if b != nil {
		workFull.head = b.next
		b.next = nil
		atomic.Store(&workFull.n, workFull.n-1)
	}
	unlock(&workFull.lock)
	return b
}
