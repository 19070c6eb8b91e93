package p

func f() int {
	return 1
	x := 2 // ERROR "declared and not used: x"
} // ERROR "missing return"

func g() {
	for {
	}
	undefined() // ERROR "undefined: undefined"
}
