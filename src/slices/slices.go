// Package slices has functions for slices of any type.
package slices

import (
	"cmp"
	"math/bits"
	"unsafe"
)

// Equal reports whether s1 and s2 have equal elements. NaNs equal nothing; nil is empty.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	return EqualFunc(s1, s2, func(a, b E) bool { return a == b })
}

// EqualFunc is Equal with eq in the place of ==. It stops at the first pair for which eq is false.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i := range s1 {
		if !eq(s1[i], s2[i]) {
			return false
		}
	}
	return true
}

// Compare compares the elements of s1 and s2, pair by pair, with cmp.Compare. The first difference decides; without
// one, the shorter slice is less.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int { return CompareFunc(s1, s2, cmp.Compare[E]) }

// CompareFunc is Compare with cmp in the place of cmp.Compare.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, cmp func(E1, E2) int) int {
	for i := range min(len(s1), len(s2)) {
		if order := cmp(s1[i], s2[i]); order != 0 {
			return order
		}
	}
	switch {
	case len(s1) < len(s2):
		return -1
	case len(s1) > len(s2):
		return +1
	}
	return 0
}

// Index returns where v first stands in s, or -1.
func Index[S ~[]E, E comparable](s S, v E) int {
	for i := range s {
		if v == s[i] {
			return i
		}
	}
	return -1
}

// IndexFunc returns where f is first true, or -1.
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

// Contains reports whether v stands in s.
func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

// ContainsFunc reports whether f is true of an element of s.
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return IndexFunc(s, f) >= 0 }

// Insert puts vs before s[i] and returns the longer slice. It panics when i is past the end.
func Insert[S ~[]E, E any](s S, i int, vs ...E) S {
	_ = s[i:]
	return splice(s, i, i, vs)
}

// Delete takes s[i:j] out of s, moves up what follows, and clears the places that become free. It panics when s[i:j]
// is not a slice of s.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	rest := append(s[:i], s[j:]...)
	clear(s[len(rest):])
	return rest
}

// DeleteFunc takes out the elements for which del is true, and clears the places that become free.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	kept := IndexFunc(s, del)
	if kept < 0 {
		return s
	}
	for _, v := range s[kept+1:] {
		if !del(v) {
			s[kept] = v
			kept++
		}
	}
	clear(s[kept:])
	return s[:kept]
}

// Replace puts v in the place of s[i:j] and returns the slice. Places that become free are cleared. It panics when
// s[i:j] is not a slice of s.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	return splice(s, i, j, v)
}

// splice puts vs, which may be a part of s, in the place of s[i:j].
func splice[S ~[]E, E any](s S, i, j int, vs []E) S {
	size := len(s) - (j - i) + len(vs)
	if size > cap(s) {
		bigger := append(s[:i:i], make(S, size-i)...)
		copy(bigger[i:], vs)
		copy(bigger[i+len(vs):], s[j:])
		return bigger
	}
	if len(vs) > j-i && overlap(s[i:cap(s)], vs) { // moving what follows would change vs
		vs = append([]E(nil), vs...)
	}
	after := s[:size]
	if len(vs) > j-i || !overlap(s[i+len(vs):], vs) {
		copy(after[i+len(vs):], s[j:])
		copy(after[i:], vs)
	} else {
		copy(after[i:], vs)
		copy(after[i+len(vs):], s[j:])
	}
	if size < len(s) {
		clear(s[size:])
	}
	return after
}

// overlap reports whether a and b share memory.
func overlap[E any](a, b []E) bool {
	var e E
	size := unsafe.Sizeof(e)
	if len(a) == 0 || len(b) == 0 || size == 0 {
		return false
	}
	a0, b0 := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	return a0 < b0+uintptr(len(b))*size && b0 < a0+uintptr(len(a))*size
}

// Clone returns a copy of s; nil for nil. The copy may have room for more.
func Clone[S ~[]E, E any](s S) S {
	if s == nil {
		return nil
	}
	return append(S{}, s...)
}

// Compact leaves one of each run of equal elements, and clears the places that become free.
func Compact[S ~[]E, E comparable](s S) S {
	return CompactFunc(s, func(a, b E) bool { return a == b })
}

// CompactFunc is Compact with eq in the place of ==; the first of each run stays.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	kept := 1
	for _, v := range s[1:] {
		if !eq(s[kept-1], v) {
			s[kept] = v
			kept++
		}
	}
	clear(s[kept:])
	return s[:kept]
}

// Grow makes room for n more elements. It panics when n is negative or the room cannot be had.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n > cap(s)-len(s) {
		s = append(s[:cap(s)], make(S, len(s)+n-cap(s))...)[:len(s)]
	}
	return s
}

// Clip drops the room after the end of s.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Reverse turns the order of the elements around.
func Reverse[S ~[]E, E any](s S) {
	for i := range len(s) / 2 {
		j := len(s) - 1 - i
		s[i], s[j] = s[j], s[i]
	}
}

// Concat returns a new slice of the elements of all slices.
func Concat[S ~[]E, E any](slices ...S) S {
	size := 0
	for _, s := range slices {
		if size += len(s); size < 0 {
			panic("len out of range")
		}
	}
	all := Grow[S](nil, size)
	for _, s := range slices {
		all = append(all, s...)
	}
	return all
}

// Repeat returns a new slice of x count times. It panics when count is negative or the result would be too long.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	hi, lo := bits.Mul(uint(len(x)), uint(count))
	if hi > 0 || int(lo) < 0 {
		panic("the result of (len(x) * count) overflows")
	}
	all := make(S, lo)
	for done := copy(all, x); done < len(all); {
		done += copy(all[done:], all[:done])
	}
	return all
}
