// flags -e

package p

import _ "unsafe"

type _ int
type T struct{ _ int }

func _() int { return _ } // ERROR "cannot use _ as value or type"
func (_ T) _() { _() } // ERROR "cannot use _ as value or type"

var _ = _ // ERROR "cannot use _ as value or type"
var _, _ = 1, _ // ERROR "cannot use _ as value or type"

const _ = _ // ERROR "cannot use _ as value or type"

func f(_ int, _ string) (_ int) {
	_ := 1 // ERROR "no new variables on left side of :="
	_, _ := 1, 2 // ERROR "no new variables on left side of :="
	_ = _ // ERROR "cannot use _ as value or type"
	_++ // ERROR "cannot use _ as value or type"
	_.x = 1 // ERROR "cannot use _ as value or type"
	_[0] = 1 // ERROR "cannot use _ as value or type"
	*_ = 1 // ERROR "cannot use _ as value or type"
	x := T{_: 1} // ERROR "unknown field _ in struct literal of type T"
	y := T{1} // ERROR "declared and not used: y"
	x._ = 1 // ERROR "x\._ undefined \(type T has no field or method _\)"
	_ = x._ // ERROR "x\._ undefined \(type T has no field or method _\)"
	T._(x) // ERROR "T\._ undefined \(type T has no field or method _\)"
	for _ := range 3 { // ERROR "no new variables on left side of :="
	}
	for _ = range 3 {
	}
	goto _ // ERROR "label _ not defined"
_:
	switch _ := any(1).(type) { // ERROR "no new variable on left side of :="
	}
	_() // ERROR "cannot use _ as value or type"
	var _ _ // ERROR "cannot use _ as value or type"
	return 1
}
