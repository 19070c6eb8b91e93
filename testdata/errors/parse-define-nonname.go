package p

type t struct{ a int }

func f(v t, s []int) {
	v.a := 1 // ERROR "non-name v\.a on left side of :="
	s[0], x := 1, 2 // ERROR "non-name s\[0\] on left side of :=" "declared and not used: x"
	1 := 2 // ERROR "non-name 1 on left side of :="
	f() := 3 // ERROR "not enough arguments in call to f" "non-name f\(\) on left side of :="
}
