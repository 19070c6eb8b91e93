// flags -lang=go1.20

package p

func f() {
	_ = min(1, 2) // ERROR "built-in min requires go1\.21 or later \(-lang was set to go1\.20; check "
	_ = max("a", "b") // ERROR "built-in max requires go1\.21 or later \(-lang was set to go1\.20; check "
	clear([]int{}) // ERROR "clear requires go1\.21 or later \(-lang was set to go1\.20; check go\.mod\)"
}

func g[P any](func(P)) {}
func h[P any](P)       {}

func i() {
	g[int](h) // ERROR "implicitly instantiated function as argument requires go1\.21 or later "
	g(h[int])
	var _ func(int) = h // ERROR "implicitly instantiated function in assignment requires go1\.21 or late"
}
