package slices

import (
	"cmp"
	"iter"
)

// All hands out the indices and elements of s.
func All[S ~[]E, E any](s S) iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i := 0; i < len(s) && yield(i, s[i]); i++ {
		}
	}
}

// Backward hands out the indices and elements of s from the last to the first.
func Backward[S ~[]E, E any](s S) iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i := len(s) - 1; i >= 0 && yield(i, s[i]); i-- {
		}
	}
}

// Values hands out the elements of s.
func Values[S ~[]E, E any](s S) iter.Seq[E] {
	return func(yield func(E) bool) {
		for i := 0; i < len(s) && yield(s[i]); i++ {
		}
	}
}

// AppendSeq appends what seq hands out to s.
func AppendSeq[S ~[]E, E any](s S, seq iter.Seq[E]) S {
	seq(func(v E) bool {
		s = append(s, v)
		return true
	})
	return s
}

// Collect returns what seq hands out, nil if that is nothing.
func Collect[E any](seq iter.Seq[E]) []E { return AppendSeq([]E(nil), seq) }

// Chunk hands out s in slices of n elements, the last of which may be shorter. It panics when n is less than 1.
func Chunk[S ~[]E, E any](s S, n int) iter.Seq[S] {
	if n < 1 {
		panic("cannot be less than 1")
	}
	return func(yield func(S) bool) {
		for i := 0; i < len(s); i += n {
			end := i + min(n, len(s)-i)
			if !yield(s[i:end:end]) {
				return
			}
		}
	}
}

// Sorted returns what seq hands out in ascending order.
func Sorted[E cmp.Ordered](seq iter.Seq[E]) []E {
	all := Collect(seq)
	Sort(all)
	return all
}

// SortedFunc returns what seq hands out in the order of cmp.
func SortedFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E {
	all := Collect(seq)
	SortFunc(all, cmp)
	return all
}

// SortedStableFunc is SortedFunc that keeps equal elements in their order.
func SortedStableFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E {
	all := Collect(seq)
	SortStableFunc(all, cmp)
	return all
}
