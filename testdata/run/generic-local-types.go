package main

import "fmt"

type Int int

func F[A any]() {
	type L int
	type T[B any] struct{ b B }
	type U struct{ a A }
	fmt.Printf("%T %T %T %T %T\n", L(0), T[int]{}, U{}, T[L]{}, []T[U]{})
	func() {
		type T[B any] struct{ b B }
		type K int
		type S struct{ K; x *K }
		fmt.Printf("%T %T %T\n", T[string]{}, K(0), S{})
		fmt.Printf("%#v %v\n", T[string]{}, S{})
	}()
	{
		type L string
		fmt.Printf("%T %T\n", L(""), map[L]T[L]{})
	}
}

type M[X, Y any] struct{}

func (M[X, Y]) Do() any {
	type L struct{ x X }
	type G[Z any] struct{ x X; z Z }
	fmt.Printf("%T %T\n", L{}, G[X]{})
	return L{}
}

func (M[X, Y]) Do2() any {
	type L struct{ x X }
	var z any = L{}
	_, ok := z.(interface{ Foo() })
	fmt.Println(ok)
	return z.(fmt.Stringer)
}

func main() {
	type Int int
	type L[X any] int
	F[int]()
	F[Int]()
	F[L[Int]]()
	F[struct{ x Int }]()
	M[int, string]{}.Do()
	fmt.Printf("%T\n", M[Int, L[bool]]{}.Do())
	fmt.Printf("%T %T\n", Int(0), L[L[Int]](0))
	{
		type Int string
		fmt.Printf("%T %T\n", Int(""), L[L[Int]](0))
	}
	defer func() { fmt.Println(recover()) }()
	M[int, Int]{}.Do2()
}

var atPackageLevel = func() any {
	type L int
	return L(1)
}

func init() { fmt.Printf("%T\n", atPackageLevel()) }
