// flags -e

package p

type A struct{ a A } // ERROR "invalid recursive type: A refers to itself"

type B struct{ c C } // ERROR "invalid recursive type B"
type C struct{ d [2]D }
type D struct{ b B }

type E [len(x)]E // ERROR "invalid recursive type: E refers to itself"

var x [4]int

type F F // ERROR "invalid recursive type: F refers to itself"

type G H // ERROR "invalid recursive type G"
type H G

type I interface{ I } // ERROR "invalid recursive type: I refers to itself"

type J interface{ K } // ERROR "invalid recursive type J"
type K interface{ J }

type L *L
type M []M
type N func(N) N
type O map[string]O

type P = P // ERROR "invalid recursive type: P refers to itself"
type Q = []Q // ERROR "invalid recursive type: Q refers to itself"
type R = struct{ r *R } // ERROR "invalid recursive type: R refers to itself"

type S[T any] struct{ s S[T] } // ERROR "invalid recursive type: S refers to itself"
type U[T any] struct{ t T }
type V struct{ u U[V] } // ERROR "invalid recursive type V"
type W[T any] struct{ u *W[[]T] }

func f() {
	type local struct{ l local } // ERROR "invalid recursive type: local refers to itself"
	type first struct{ s second } // ERROR "undefined: second"
	type second struct{}
}
