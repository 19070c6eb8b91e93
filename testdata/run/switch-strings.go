// Long switches over strings: of different and of equal length, with bytes of every kind.
package main

type word string

func keyword(s string) int {
	switch s {
	case "break":
		return 1
	case "case", "chan":
		return 2
	case "const":
		return 3
	case "continue":
		return 4
	case "default":
		fallthrough
	case "defer":
		return 5
	case "else":
		return 6
	case "fallthrough", "for", "func":
		return 7
	case "go", "goto":
		return 8
	case "if", "import", "interface":
		return 9
	case "":
		return 10
	default:
		return -1
	case "map", "package", "range", "return", "select", "struct", "switch", "type", "var":
		return 11
	}
}

func bytes(s word) int {
	switch s {
	case "aa":
		return 1
	case "ab":
		return 2
	case "a\xff":
		return 3
	case "a\x00":
		return 4
	case "\xffa":
		return 5
	case "\x80\x80":
		return 6
	case "\x7f\x80":
		return 7
	case "é":
		return 8
	}
	return 0
}

var calls int

func next(s string) string { calls++; return s }

func main() {
	for _, s := range []string{"break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go",
		"goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var", "",
		"x", "brea", "breaks", "cas", "caze", "typf", "switcg", "fallthrougi", "interfacf", "iff", "g", "continuf"} {
		print(keyword(s), " ")
	}
	println()
	for i := 0; i < 256; i++ {
		for j := 0; j < 256; j++ {
			if n := bytes(word([]byte{byte(i), byte(j)})); n != 0 {
				print(i, ",", j, "=", n, " ")
			}
		}
	}
	println(bytes(""), bytes("a"), bytes("aaa"))
	switch next("seven") {
	case "one", "two", "three", "four", "five", "six":
		println("no")
	case "seven":
		println("seven", calls)
	case "eight", "nine":
		println("no")
	}
}
