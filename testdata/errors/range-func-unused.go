package p

func f(pairs func(func(int, string) bool), none func(func() bool)) {
	for i, s := range pairs { // ERROR "declared and not used: i" "declared and not used: s"
	}
	for i := range pairs {
		x := i // ERROR "declared and not used: x"
	}
	for range none {
		var y int // ERROR "declared and not used: y"
	}
	for i := range none { // ERROR "range over none \(variable of type func\(func\(\) bool\)\) permits no iterat"
	}
	for i, _ := range pairs {
		for s := range pairs { // ERROR "declared and not used: s"
			_ = i
		}
	}
}
