// Package ring has circular lists.
package ring

// A Ring is an element of a circular list, which has no beginning or end; any element stands for the whole. A nil *Ring is
// an empty list; the zero Ring is a list of one element.
type Ring struct {
	next, prev *Ring
	Value      any // for the user
}

// ready makes the zero Ring point at itself.
func (r *Ring) ready() {
	if r.next == nil {
		r.next, r.prev = r, r
	}
}

// New returns a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	all := make([]*Ring, n)
	for i := range all {
		all[i] = new(Ring)
	}
	for i, r := range all {
		r.next, r.prev = all[(i+1)%n], all[(i+n-1)%n]
	}
	return all[0]
}

// Next returns the element after r.
func (r *Ring) Next() *Ring {
	r.ready()
	return r.next
}

// Prev returns the element before r.
func (r *Ring) Prev() *Ring {
	r.ready()
	return r.prev
}

// Move returns the element n places after r, or -n places before it.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link joins r and s so that s follows r, and returns what followed r before. If both are in the same ring, the elements
// between them are cut out, and what it returns is their ring.
func (r *Ring) Link(s *Ring) *Ring {
	after := r.Next()
	if s != nil {
		before := s.Prev()
		r.next, s.prev = s, r
		before.next, after.prev = after, before
	}
	return after
}

// Unlink takes n elements out after r and returns their ring.
func (r *Ring) Unlink(n int) *Ring {
	if n > 0 {
		return r.Link(r.Move(n + 1))
	}
	return nil
}

// Len returns the number of elements.
func (r *Ring) Len() int {
	n := 0
	r.Do(func(any) { n++ })
	return n
}

// Do calls f with the value of each element, from r on.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for e := r.Next(); e != r; e = e.next {
		f(e.Value)
	}
}
