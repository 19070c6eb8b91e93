package main

func classify(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	case n < 10:
		return "small"
	}
	return "large"
}

func month(m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		return 28
	default:
		return 31
	}
}

func word(s string) int {
	switch s {
	case "zero", "nought":
		return 0
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "a much longer string":
		return 20
	case "":
		return -1
	}
	return 100
}

func say(s string) string {
	print("(", s, ")")
	return s
}

func fall(n int) {
	switch n {
	case 1:
		print("one ")
		fallthrough
	case 2:
		print("two ")
		fallthrough
	default:
		print("default ")
	case 3:
		print("three ")
	}
	println()
}

func main() {
	println(classify(-5), classify(0), classify(5), classify(50))
	for m := 1; m <= 12; m++ {
		print(month(m), " ")
	}
	println()
	for _, s := range []string{"zero", "nought", "one", "two", "three", "a much longer string", "", "x"} {
		print(word(s), " ")
	}
	println()
	for i := 0; i < 5; i++ {
		fall(i)
	}
	switch say("b") {
	case say("a"), say("b"), say("c"):
		println(" found")
	case say("d"):
	}
	switch x := 5; x * 2 {
	case 10:
		println("ten", x)
	}
	switch x := any(3); x {
	case "3":
		println("string")
	case 3:
		println("int")
	}
	switch f := 1.5; f {
	case 1.5:
		println("float")
	}
	switch true {
	}
	switch p := (*int)(nil); p {
	case nil:
		println("nil")
	}
	dense := 0
	for i := -2; i < 22; i++ {
		switch i {
		case 0, 1, 2, 3:
			dense += 1
		case 4, 5, 6:
			dense += 10
		case 7, 8, 9, 10, 11:
			dense += 100
		case 12:
			dense += 1000
		case 20:
			dense += 10000
		}
	}
	println(dense)
}
