// flags -lang=go1.21

package p

func f(seq func(func(int) bool)) {
	for range 10 { // ERROR "cannot range over 10 \(untyped int constant\): requires go1\.22 or later "
	}
	for i := range seq { // ERROR "cannot range over seq \(variable of type func\(func\(int\) bool\)\): require"
		_ = i
	}
	_ = min(1, 2)
	clear(map[int]int{})
}

type A[P any] = []P // ERROR "generic type alias requires go1\.23 or later \(-lang was set to go1\.21; "
