package p

type t struct{}

func (t) value()    {}
func (*t) pointer() {}

func f(x t) {
	t.value(x)
	t.pointer(&x) // ERROR "invalid method expression t\.pointer \(needs pointer receiver \(\*t\)\.pointer\)"
	(*t).pointer(x) // ERROR "cannot use x \(variable of struct type t\) as \*t value in argument to \(\*t\)\.pointer"
	t{}.pointer() // ERROR "cannot call pointer method pointer on t"
	t.missing(x) // ERROR "t\.missing undefined \(type t has no field or method missing\)"
	_ = t.value == nil
	t.value() // ERROR "not enough arguments in call to t\.value"
	var g func() = t.value // ERROR "cannot use t\.value \(value of type func\(t\)\) as func\(\) value in variable declaration"
	_ = g
}
