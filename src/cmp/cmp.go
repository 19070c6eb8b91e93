// Package cmp compares values that have an order.
package cmp

// Ordered is every type with the operators < <= >= >.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// nan reports whether x is a NaN, the only value that differs from itself.
func nan[T Ordered](x T) bool { return x != x }

// Less reports whether x comes before y. A NaN comes before every other number.
func Less[T Ordered](x, y T) bool {
	return x < y || nan(x) && !nan(y)
}

// Compare returns -1, 0 or +1 as x comes before, equals or comes after y. NaNs are equal to each
// other and come before every other number; -0.0 equals 0.0.
func Compare[T Ordered](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	case x == y:
		return 0
	case !nan(y):
		return -1
	case !nan(x):
		return +1
	}
	return 0
}

// Or returns the first of vals that is not the zero value, or the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
