package p

func f() {
	x := 1 // ERROR "declared and not used: x"
	var y int // ERROR "declared and not used: y"
	y = 2
	a, b := 1, 2 // ERROR "declared and not used: b"
	_ = a
	for i, v := range []int{1} { // ERROR "declared and not used: i" "declared and not used: v"
	}
	func() { z := 3 }() // ERROR "declared and not used: z"
	if c := 1; true { // ERROR "declared and not used: c"
	}
	switch t := any(1).(type) { // ERROR "t declared and not used"
	case int:
	}
}
