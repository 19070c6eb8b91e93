package p

import _ "unsafe"

func f() {
	x := _ // ERROR "cannot use _ as value or type"
	_ = x
	_() // ERROR "cannot use _ as value or type"
	_.y = 1 // ERROR "cannot use _ as value or type"
	_ := 1 // ERROR "no new variables on left side of :="
	var _ = 2
	_, _ := 3, 4 // ERROR "no new variables on left side of :="
	_++ // ERROR "cannot use _ as value or type"
	g(_) // ERROR "cannot use _ as value or type"
}

func g(int) {}

type _ struct{ _, _ int }

func _() { undefined() } // ERROR "undefined: undefined"
