// flags -e
package p

type number interface{ ~int | ~float64 }

func sum[T number](xs ...T) (t T) { return }

type pair[K comparable, V any] struct {
	key K
	val V
}

func f() {
	sum("a") // ERROR "string does not satisfy number \(string missing in ~int \| ~float64\)"
	sum(1, "a") // ERROR "in call to sum, mismatched types untyped int and untyped string \(cannot infer T\)"
	sum[string]() // ERROR "string does not satisfy number \(string missing in ~int \| ~float64\)"
	sum() // ERROR "in call to sum, cannot infer T \(declared at \./generic-calls\.go:6:10\)"
	sum[int, int](1) // ERROR "got 2 type arguments but want 1"
	var p pair[int] // ERROR "not enough type arguments for type pair: have 1, want 2"
	var q pair[[]int, int] // ERROR "\[\]int does not satisfy comparable"
	var r pair // ERROR "cannot use generic type pair\[K comparable, V any\] without instantiation"
	_ = sum // ERROR "cannot use generic function sum without instantiation"
	_, _, _ = p, q, r
}

func g[T any](x T) T { return x + x } // ERROR "invalid operation: operator \+ not defined on x \(variable of type T constrained by any\)"
