package p

type i interface{ m() }
type p *int
type a struct{ *i } // ERROR "embedded field type cannot be a pointer to an interface"
type b struct{ p } // ERROR "embedded field type cannot be a pointer"
type c struct{ *p } // ERROR "embedded field type cannot be a pointer"
type d struct{ p2 } // ERROR "embedded field type cannot be a pointer to an interface"
type p2 = *i
