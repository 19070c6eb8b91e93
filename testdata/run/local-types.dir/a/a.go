package a

func Pre() any { type Q bool; return Q(true) }

func Mk() any {
	type L int
	return L(1)
}

func Gen[T any]() any {
	type L []T
	type M[X any] map[string]X
	return M[L]{}
}

type W[T any] struct{}

func (W[T]) New() any {
	type N struct{ t T }
	return N{}
}

var V = Mk()
var X = Gen[int]()
var Y = W[string]{}.New()
