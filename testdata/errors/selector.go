// flags -e
package p

type inner struct{ deep int }
type t struct {
	inner
	Name string
}
type i interface{ Method() }

func (t) Method() {}

func f(x t, p **t, v i, q *i, n int) {
	_ = x.name // ERROR "x\.name undefined \(type t has no field or method name, but does have field Name\)"
	_ = x.Missing // ERROR "x\.Missing undefined \(type t has no field or method Missing\)"
	_ = x.method() // ERROR "x\.method undefined \(type t has no field or method method, but does have method Method\)"
	_ = p.Name // ERROR "p\.Name undefined \(type \*\*t has no field or method Name\)"
	_ = v.Name // ERROR "v\.Name undefined \(type i has no field or method Name\)"
	_ = q.Method // ERROR "q\.Method undefined \(type \*i is pointer to interface, not interface\)"
	_ = n.foo // ERROR "n\.foo undefined \(type int has no field or method foo\)"
	x.Method.foo() // ERROR "x\.Method\.foo undefined \(type func\(\) has no field or method foo\)"
	_ = t.Name // ERROR "t\.Name undefined \(type t has no method Name\)"
	_ = t.Method.x // ERROR "t\.Method\.x undefined \(type func\(t\) has no field or method x\)"
	_ = x.Deep // ERROR "x\.Deep undefined \(type t has no field or method Deep, but does have field deep\)"
}
