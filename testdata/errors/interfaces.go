// flags -e

package p

type I interface {
	int
	m()
}
type J interface{ ~I } // ERROR "invalid use of ~ \(I is an interface\)"
type K interface{ ~struct{} | ~[]int | int | ~int } // ERROR "overlapping terms ~int and int"
type L interface{ I | string } // ERROR "cannot use p\.I in union \(p\.I contains methods\)"
type M interface{ comparable | int } // ERROR "cannot use comparable in union"
type N interface{ error | int } // ERROR "cannot use error in union \(error contains methods\)"
type O interface{ *int | undefinedName } // ERROR "undefined: undefinedName"
type P interface {
	m()
	m2(undefinedName) // ERROR "undefined: undefinedName"
}
type MyInt int
type Q interface{ ~MyInt } // ERROR "invalid use of ~ \(underlying type of MyInt is int\)"
type R interface{ int; string }
type S[T any] interface{ T } // ERROR "term cannot be a type parameter"
type U[T any] interface{ ~T | int } // ERROR "type in term ~T cannot be a type parameter"
type V interface{ v } // ERROR "v \(package-level variable\) is not a type"

var v int
var a I // ERROR "cannot use type I outside a type constraint: interface contains type c"
var b []J // ERROR "cannot use type J outside a type constraint: interface contains type c"
var c map[I]int // ERROR "cannot use type I outside a type constraint: interface contains type c"
var d func(K) L // ERROR "cannot use type K outside a type constraint: interface contains type c" "cannot use type L outside a type constraint: interface contains type c"
var e = any(nil).(I) // ERROR "cannot use type I outside a type constraint: interface contains type c"
var f interface{ int | string } // ERROR "cannot use type interface\{int \| string\} outside a type constraint: int"
var g struct{ I } // ERROR "cannot use type I outside a type constraint: interface contains type c"

func h[T R](T)             {}
func i(x comparable)       {} // ERROR "cannot use type comparable outside a type constraint: interface is \(or"
func j[T I, U J, V *int]() {}
func k[T int | m]()        {} // ERROR "undefined: m"
func l[T interface{ f() }, T2 T]() {} // ERROR "cannot use a type parameter as constraint"

var _ = h[int] // ERROR "cannot satisfy R \(empty type set\)"
var _ = j[int, int, *int] // ERROR "int does not satisfy I \(missing method m\)"
