package p

func a() int {
} // ERROR "missing return"

func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR "missing return"

func c(x int) int {
	for x > 0 {
		return 1
	}
} // ERROR "missing return"

func d(x int) int {
	for {
		if x > 1 {
			break
		}
	}
} // ERROR "missing return"

func e(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR "missing return"

func f(x int) int {
	switch {
	case x > 1:
		return 1
	default:
		panic("no")
	}
}

func g() int {
	for {
	}
}

func h(x int) int {
	if x > 1 {
		return 1
	} else if x > 0 {
		return 2
	} else {
		goto end
	}
end:
	println()
} // ERROR "missing return"
