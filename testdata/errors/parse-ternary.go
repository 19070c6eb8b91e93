package p

func f(x bool) int {
	return x ? 1 : 2 // ERROR "invalid character U\+003F '\?'" "syntax error: unexpected literal 1 at end of statement"
}
