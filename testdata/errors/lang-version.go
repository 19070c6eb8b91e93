// flags -lang=go1.17
package p

type list[T any] struct{ v T } // ERROR "type parameter requires go1\.18 or later \(-lang was set to go1\.17; check go\.mod\)" "predeclared any requires go1\.18 or later \(-lang was set to go1\.17; check go\.mod\)"

func f[T any](x T) {} // ERROR "type parameter requires go1\.18 or later \(-lang was set to go1\.17; check go\.mod\)" "predeclared any requires go1\.18 or later \(-lang was set to go1\.17; check go\.mod\)"

func g(x any) { // ERROR "predeclared any requires go1\.18 or later \(-lang was set to go1\.17; check go\.mod\)"
	for range 10 { // ERROR "cannot range over 10 \(untyped int constant\): requires go1\.22 or later \(-lang was set to go1\.17; check go\.mod\)"
	}
	_ = min(1, 2) // ERROR "built-in min requires go1\.21 or later \(-lang was set to go1\.17; check go\.mod\)"
	clear([]int{}) // ERROR "clear requires go1\.21 or later \(-lang was set to go1\.17; check go\.mod\)"
}
