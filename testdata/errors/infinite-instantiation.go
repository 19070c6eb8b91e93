package p

type T[P any] struct{ next *T[*P] }

func f[P any](n int) {
	if n > 0 {
		f[[]P](n - 1)
	}
}

type M[P any] struct{}

func (m M[P]) grow() any { return M[M[P]]{}.grow() }

func a[P any]() { b[*P]() }
func b[P any]() { a[P]() } // ERROR "instantiation cycle:"
