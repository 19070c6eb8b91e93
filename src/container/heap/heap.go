// Package heap keeps the least element of a collection at its front. The collection is a binary tree: the children of
// element i are 2i+1 and 2i+2, and none is less than its parent.
package heap

import "sort"

// Interface is what can be a heap.
type Interface interface {
	sort.Interface
	Push(x any) // add x as element Len()
	Pop() any   // remove and return element Len() - 1
}

// Init makes a heap of h.
func Init(h Interface) {
	for n, i := h.Len(), h.Len()/2-1; i >= 0; i-- {
		down(h, i, n)
	}
}

// Push adds x.
func Push(h Interface, x any) {
	h.Push(x)
	up(h, h.Len()-1)
}

// Pop removes and returns the least element.
func Pop(h Interface) any {
	last := h.Len() - 1
	h.Swap(0, last)
	down(h, 0, last)
	return h.Pop()
}

// Remove removes and returns element i.
func Remove(h Interface, i int) any {
	if last := h.Len() - 1; i != last {
		h.Swap(i, last)
		settle(h, i, last)
	}
	return h.Pop()
}

// Fix puts element i in its place after its value has changed.
func Fix(h Interface, i int) { settle(h, i, h.Len()) }

// settle moves element i of a heap of n down or up.
func settle(h Interface, i, n int) {
	if !down(h, i, n) {
		up(h, i)
	}
}

// up swaps element i with its parents while it is less.
func up(h Interface, i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.Less(i, parent) {
			return
		}
		h.Swap(parent, i)
		i = parent
	}
}

// down swaps element i of a heap of n with its lesser child while that is less, and reports whether it moved.
func down(h Interface, i, n int) bool {
	start := i
	for child := 2*i + 1; child < n && child > 0; child = 2*i + 1 {
		if child+1 < n && h.Less(child+1, child) {
			child++
		}
		if !h.Less(child, i) {
			break
		}
		h.Swap(i, child)
		i = child
	}
	return i > start
}
