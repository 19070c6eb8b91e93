// flags -e

package p

type T struct {
	Name  string
	count int
}

func (T) Print()   {}
func (*T) Change() {}

type I interface{ Print(); Missing() }
type P interface{ Change() }
type Q interface{ print() }
type R interface{ Print(int) error }

func f(t T, p *T, pp **T, ip *I) {
	t.name = "" // ERROR "t\.name undefined \(type T has no field or method name, but does have fi"
	t.Count = 1 // ERROR "t\.Count undefined \(type T has no field or method Count, but does have "
	t.print() // ERROR "t\.print undefined \(type T has no field or method print, but does have "
	t.PRINT() // ERROR "t\.PRINT undefined \(type T has no field or method PRINT, but does have "
	t.absent() // ERROR "t\.absent undefined \(type T has no field or method absent\)"
	p.name = "" // ERROR "p\.name undefined \(type \*T has no field or method name, but does have f"
	pp.Name = "" // ERROR "pp\.Name undefined \(type \*\*T has no field or method Name\)"
	ip.Print() // ERROR "ip\.Print undefined \(type \*I is pointer to interface, not interface\)"
	var _ I = t // ERROR "cannot use t \(variable of struct type T\) as I value in variable declar"
	var _ P = t // ERROR "cannot use t \(variable of struct type T\) as P value in variable declar"
	var _ Q = t // ERROR "cannot use t \(variable of struct type T\) as Q value in variable declar"
	var _ R = t // ERROR "cannot use t \(variable of struct type T\) as R value in variable declar"
	var _ I = p // ERROR "cannot use p \(variable of type \*T\) as I value in variable declaration:"
	var _ *I = t // ERROR "cannot use t \(variable of struct type T\) as \*I value in variable decla"
	var _ I = ip // ERROR "cannot use ip \(variable of type \*I\) as I value in variable declaration"
	_ = T{name: "x"} // ERROR "unknown field name in struct literal of type T, but does have Name"
	_ = T{Nmae: "x"} // ERROR "unknown field Nmae in struct literal of type T"
	_ = T.Change // ERROR "invalid method expression T\.Change \(needs pointer receiver \(\*T\)\.Change"
	_ = (*T).Print
	_ = T{}.Change // ERROR "cannot call pointer method Change on T"
	T{}.Change() // ERROR "cannot call pointer method Change on T"
	_ = I(t) // ERROR "cannot convert t \(variable of struct type T\) to type I: T does not imp"
	_ = t.(I) // ERROR "invalid operation: t \(variable of struct type T\) is not an interface"
	undefinedFunction() // ERROR "undefined: undefinedFunction"
	_ = lenn(t.Name) // ERROR "undefined: lenn"
	var _ flaot64 // ERROR "undefined: flaot64"
}
