// flags -e
package p

func f() {
	x := nil // ERROR "declared and not used: x" "use of untyped nil in assignment"
	var y = nil // ERROR "declared and not used: y" "use of untyped nil in variable declaration"
	_ = nil // ERROR "use of untyped nil in assignment to _ identifier"
	nil() // ERROR "invalid operation: cannot call nil: untyped nil is not a function"
	for range nil { // ERROR "cannot range over nil"
	}
	switch nil { // ERROR "use of untyped nil in switch expression"
	}
	return nil // ERROR "too many return values"
	var p *int = nil
	_ = p + nil // ERROR "invalid operation: operator \+ not defined on p \(variable of type \*int\)"
	_ = nil.x // ERROR "nil\.x undefined \(type untyped nil has no field or method x\)"
}
