package p

type a interface {
	m()
	m(int) // ERROR "duplicate method m"
}

type b interface {
	int
}

type c interface {
	~string
	m()
}

type d struct {
	a
	*b // ERROR "embedded field type cannot be a pointer to an interface" "cannot use type b outside a type constraint: interface contains type constraints"
}

var x b // ERROR "cannot use type b outside a type constraint: interface contains type constraints"
var y c // ERROR "cannot use type c outside a type constraint: interface contains type constraints"
var z interface{ int | string } // ERROR "cannot use type interface\{int \| string\} outside a type constraint: interface contains type constraints"

type e interface{ struct{} }

func f(v e) {} // ERROR "cannot use type e outside a type constraint: interface contains type constraints"

type h struct{ *a } // ERROR "embedded field type cannot be a pointer to an interface"
