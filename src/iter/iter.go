// Package iter names the types of iterators: functions that hand values to a function, one after
// another, until it says stop.
package iter

// Seq hands out values. It calls yield for each and stops when yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 hands out pairs of values. It calls yield for each and stops when yield returns false.
type Seq2[K, V any] func(yield func(K, V) bool)
