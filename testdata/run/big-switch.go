package main

func word(n int) string {
	switch n {
	case 0:
		return "zero"
	case 1, 11, 21, 31:
		return "one-like"
	case 2:
		return "two"
	case 3:
		return "three"
	case 4:
		return "four"
	case 5, 50, 500, 5000:
		return "five-like"
	case 6:
		return "six"
	case 7:
		return "seven"
	case 8:
		return "eight"
	case -1:
		return "minus"
	case 1 << 40:
		return "huge"
	case 100:
		return "hundred"
	}
	return "?"
}

func op(s string) int {
	switch s {
	case "add", "plus":
		return 1
	case "sub", "minus":
		return 2
	case "mul":
		return 3
	case "div":
		return 4
	case "mod":
		return 5
	case "":
		return 6
	case "a much longer operation name":
		return 7
	case "a much longer operation nbme":
		return 8
	case "and":
		return 9
	case "or":
		return 10
	case "xor":
		return 11
	case "not":
		return 12
	default:
		return -len(s)
	}
}

func class(r rune) (s string) {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '_':
		s = "letter"
		if r == 'x' {
			break
		}
		s += "!"
	case r >= '0' && r <= '9':
		s = "digit"
	case r == ' ', r == '\t':
		fallthrough
	case r == '\n':
		s = "space"
	default:
		s = "other"
	}
	return
}

func dense(b byte) int {
	switch b {
	case 'a', 'e', 'i', 'o', 'u':
		return 1
	case 'b', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n':
		return 2
	case 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z':
		return 3
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		switch {
		case b%2 == 0:
			return 4
		}
		return 5
	case 255:
		return 6
	}
	return 0
}

func nested(a, b int) int {
	switch a {
	case 1:
		switch b {
		case 1:
			return 11
		case 2:
			return 12
		default:
			return 10
		}
	case 2:
		for b > 0 {
			switch b {
			case 5:
				return 25
			}
			b--
		}
		return 20
	}
	return 0
}

func floats(f float64) int {
	switch f {
	case 0:
		return 0
	case 0.5:
		return 1
	case 1e10:
		return 2
	}
	return 3
}

func iface(x any) int {
	switch x {
	case 1:
		return 1
	case "s":
		return 2
	case nil:
		return 3
	case 2.5:
		return 4
	case [2]int{1, 2}:
		return 5
	}
	return 6
}

func bools(b bool) int {
	switch b {
	case true:
		return 1
	case false:
		return 2
	}
	return 3
}

func main() {
	for _, n := range []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 31, 50, 100, 5000, -1, 1 << 40, 1<<40 + 1} {
		print(word(n), " ")
	}
	println()
	for _, s := range []string{"add", "plus", "sub", "minus", "mul", "div", "mod", "", "and", "or", "xor", "not", "nor", "a much longer operation name", "a much longer operation nbme", "a much longer operation ncme"} {
		print(op(s), " ")
	}
	println()
	for _, r := range "aZ_x5 \n-é" {
		print(class(r), " ")
	}
	sum := 0
	for b := 0; b < 256; b++ {
		sum = sum*7%1000003 + dense(byte(b))
	}
	println(sum)
	println(nested(1, 1), nested(1, 2), nested(1, 3), nested(2, 9), nested(2, 3), nested(3, 3))
	println(floats(0), floats(0.5), floats(1e10), floats(-1), iface(1), iface("s"), iface(nil), iface(2.5), iface([2]int{1, 2}), iface(int8(1)), bools(true), bools(false))
}
