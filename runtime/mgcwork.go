// The collector's to-do list: objects that have been reached but not yet looked into.

package runtime

import "unsafe"

// A workbuf holds some of them; full ones are linked.
type workbuf struct {
	next *workbuf
	n    int
	obj  [254]uintptr
}

// A gcWork is the list.
type gcWork struct {
	cur   *workbuf // being filled and emptied
	full  *workbuf
	empty *workbuf

	marked      uintptr // bytes reached so far
	markedCount uintptr
	scanned     uintptr // bytes looked at: a measure of the cost

	stack stackScan // of the goroutine at hand
}

var work gcWork

// put adds an object.
func (w *gcWork) put(obj uintptr) {
	b := w.cur
	if b == nil || b.n == len(b.obj) {
		if b != nil {
			b.next = w.full
			w.full = b
		}
		b = w.empty
		if b != nil {
			w.empty = b.next
			b.next = nil
		} else {
			b = (*workbuf)(persistentalloc(unsafe.Sizeof(workbuf{}), 8))
		}
		w.cur = b
	}
	b.obj[b.n] = obj
	b.n++
}

// get takes an object, or returns 0.
func (w *gcWork) get() uintptr {
	b := w.cur
	if b == nil {
		return 0
	}
	if b.n == 0 {
		if w.full == nil {
			return 0
		}
		b.next = w.empty
		w.empty = b
		b = w.full
		w.full = b.next
		b.next = nil
		w.cur = b
	}
	b.n--
	return b.obj[b.n]
}
