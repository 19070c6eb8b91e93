// Package list has doubly linked lists.
package list

// Element is an element of a list.
type Element struct {
	next, prev *Element // in a ring with the list's root
	list       *List    // nil when e is in no list

	// Value is what the element holds.
	Value any
}

// Next returns the element after e, or nil.
func (e *Element) Next() *Element { return e.real(e.next) }

// Prev returns the element before e, or nil.
func (e *Element) Prev() *Element { return e.real(e.prev) }

// real returns to, a neighbour of e, unless that is the root.
func (e *Element) real(to *Element) *Element {
	if e.list == nil || to == &e.list.root {
		return nil
	}
	return to
}

// List is a doubly linked list. The zero List is empty and ready.
type List struct {
	root Element // before the first element and after the last; its next is nil until first used
	len  int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init makes l empty.
func (l *List) Init() *List {
	l.root.next, l.root.prev = &l.root, &l.root
	l.len = 0
	return l
}

// ready initialises the zero List.
func (l *List) ready() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len returns the number of elements.
func (l *List) Len() int { return l.len }

// Front returns the first element, or nil.
func (l *List) Front() *Element {
	if l.len > 0 {
		return l.root.next
	}
	return nil
}

// Back returns the last element, or nil.
func (l *List) Back() *Element {
	if l.len > 0 {
		return l.root.prev
	}
	return nil
}

// link puts e, in no ring, after at.
func link(e, at *Element) {
	e.prev, e.next = at, at.next
	at.next.prev = e
	at.next = e
}

// unlink takes e out of its ring.
func unlink(e *Element) {
	e.prev.next, e.next.prev = e.next, e.prev
}

// add puts a new element after at.
func (l *List) add(v any, at *Element) *Element {
	e := &Element{list: l, Value: v}
	link(e, at)
	l.len++
	return e
}

// move puts e, an element of l, after at.
func move(e, at *Element) {
	if e != at && e.prev != at {
		unlink(e)
		link(e, at)
	}
}

// Remove takes e out of l, if it is there, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		unlink(e)
		e.next, e.prev, e.list = nil, nil, nil
		l.len--
	}
	return e.Value
}

// PushFront puts v at the front.
func (l *List) PushFront(v any) *Element {
	l.ready()
	return l.add(v, &l.root)
}

// PushBack puts v at the back.
func (l *List) PushBack(v any) *Element {
	l.ready()
	return l.add(v, l.root.prev)
}

// InsertBefore puts v before mark; it returns nil when mark is not in l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list == l {
		return l.add(v, mark.prev)
	}
	return nil
}

// InsertAfter puts v after mark; it returns nil when mark is not in l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list == l {
		return l.add(v, mark)
	}
	return nil
}

// MoveToFront moves e to the front, if it is in l.
func (l *List) MoveToFront(e *Element) {
	if e.list == l {
		move(e, &l.root)
	}
}

// MoveToBack moves e to the back, if it is in l.
func (l *List) MoveToBack(e *Element) {
	if e.list == l {
		move(e, l.root.prev)
	}
}

// MoveBefore moves e before mark, if both are in l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		move(e, mark.prev)
	}
}

// MoveAfter moves e after mark, if both are in l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && mark.list == l {
		move(e, mark)
	}
}

// PushBackList puts copies of the values of other at the back. The lists may be the same.
func (l *List) PushBackList(other *List) {
	e := other.Front()
	for n := other.Len(); n > 0; n-- {
		l.PushBack(e.Value)
		e = e.Next()
	}
}

// PushFrontList puts copies of the values of other at the front. The lists may be the same.
func (l *List) PushFrontList(other *List) {
	e := other.Back()
	for n := other.Len(); n > 0; n-- {
		l.PushFront(e.Value)
		e = e.Prev()
	}
}
