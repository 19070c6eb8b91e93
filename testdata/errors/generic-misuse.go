// flags -e

package p

type Number interface{ ~int | ~float64 }
type List[T any] struct{ items []T }
type Pair[K comparable, V any] struct {
	k K
	v V
}

func (l *List[T]) Map(f func(T) T) []T        { return nil }
func (l List[int]) Len() int                  { return 0 } // ERROR "cannot use 0 \(untyped int constant\) as int /\* with int declared at"
func (l List) Cap() int                       { return 0 } // ERROR "cannot use generic type List\[T any\] without instantiation"
func (l List[T, U]) Two() int                 { return 0 } // ERROR "receiver declares 2 type parameters, but receiver base type declares 1"

func Sum[T Number](list ...T) (sum T) { return }
func Conv[To, From any](f From) To    { var t To; return t }

var (
	a List // ERROR "cannot use generic type List\[T any\] without instantiation"
	b List[int, string] // ERROR "too many type arguments for type List: have 2, want 1"
	c Pair[int] // ERROR "not enough type arguments for type Pair: have 1, want 2"
	d Pair[[]int, int] // ERROR "\[\]int does not satisfy comparable"
	e = Sum // ERROR "cannot use generic function Sum without instantiation"
	f = Sum[string] // ERROR "string does not satisfy Number \(string missing in ~int \| ~float64\)"
	g = Sum("a") // ERROR "string does not satisfy Number \(string missing in ~int \| ~float64\)"
	h = Sum() // ERROR "in call to Sum, cannot infer T \(declared at "
	i = Sum(1, 2.5)
	j = Sum(1, "a") // ERROR "in call to Sum, mismatched types untyped int and untyped string \(canno"
	k = Conv(1) // ERROR "in call to Conv, cannot infer To \(declared at "
	l = Conv[int](1)
	m = Conv[int, string, bool]("") // ERROR "got 3 type arguments but want 2"
	n Number // ERROR "cannot use type Number outside a type constraint: interface contains t"
	o = []Number{} // ERROR "cannot use type Number outside a type constraint: interface contains t"
	p interface{ comparable } // ERROR "cannot use type interface\{comparable\} outside a type constraint: inter"
	q int[string] // ERROR "invalid operation: int\[string\] \(int is not a generic type\)"
	r = Sum[int]
	s = List{} // ERROR "cannot use generic type List\[T any\] without instantiation"
	t = List[int] // ERROR "List\[int\] \(type\) is not an expression"
	u any = Number(1) // ERROR "cannot use interface Number in conversion \(contains specific type cons"
)

func ops[T any, N Number, S ~[]E, E any, M ~map[string]int | ~map[string]bool](t T, n N, s S, m M) {
	_ = t + t // ERROR "invalid operation: operator \+ not defined on t \(variable of type T con"
	_ = t == t // ERROR "invalid operation: t == t \(incomparable types in type set\)"
	_ = n % n // ERROR "invalid operation: operator % not defined on n \(variable of type N con"
	_ = n + 1
	_ = n + 1.5 // ERROR "cannot convert 1\.5 \(untyped float constant\) to type N"
	_ = n + "a" // ERROR "invalid operation: n \+ .a. \(mismatched types N and untyped string\)"
	_ = s[0] == s[0] // ERROR "invalid operation: s\[0\] == s\[0\] \(incomparable types in type set\)"
	_ = t.(int) // ERROR "invalid operation: cannot use type assertion on type parameter value t"
	_ = n.x // ERROR "n\.x undefined \(type N has no field or method x\)"
	switch t.(type) { // ERROR "cannot use type switch on type parameter value t \(variable of type T c"
	}
	_ = m["a"] // ERROR "cannot index m \(variable of type M constrained by ~map\[string\]int \| ~m"
	for range t { // ERROR "cannot range over t \(variable of type T constrained by any\): no specif"
	}
	t() // ERROR "invalid operation: cannot call t \(variable of type T constrained by an"
	_ = len(t) // ERROR "invalid argument: t \(variable of type T constrained by any\) for built-"
	_ = make(T) // ERROR "invalid argument: cannot make T: no specific type"
	_ = T{} // ERROR "invalid composite literal type T \(no common underlying type\)"
	var _ int = n // ERROR "cannot use n \(variable of type N constrained by Number\) as int value i"
	_ = int(t) // ERROR "cannot convert t \(variable of type T constrained by any\) to type int"
	_ = int(n)
	_ = *t // ERROR "invalid operation: cannot indirect t \(variable of type T constrained b"
	const c = n // ERROR "n \(variable of type N constrained by Number\) is not constant"
	type L[X any] []X
	var _ T = nil // ERROR "cannot use nil as T value in variable declaration"
}
