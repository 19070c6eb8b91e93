// flags -lang=go1.17

package p

type T[P any] struct{} // ERROR "type parameter requires go1\.18 or later \(-lang was set to go1\.17; chec" "predeclared any requires go1\.18 or later \(-lang was set to go1\.17; che"

func f[P comparable](x P) {} // ERROR "type parameter requires go1\.18 or later \(-lang was set to go1\.17; chec" "predeclared comparable requires go1\.18 or later \(-lang was set to go1\."

type C interface{ ~int | string } // ERROR "embedding interface element ~int \| string requires go1\.18 or later \(-l"

var _ = f[int] // ERROR "function instantiation requires go1\.18 or later \(-lang was set to go1\."

func _() {
	f(1) // ERROR "implicit function instantiation requires go1\.18 or later \(-lang was se"
	var _ any // ERROR "predeclared any requires go1\.18 or later \(-lang was set to go1\.17; che"
}
