package p

func f(s []int) {
	_ = s[] // ERROR "syntax error: unexpected \], expected operand"
	_ = s[1:2:] // ERROR "final index required in 3-index slice"
	_ = s[::] // ERROR "middle index required in 3-index slice" "final index required in 3-index slice"
	_ = s[1,2] // ERROR "syntax error: unexpected literal 2, expected \]"
	_ = s[1:2:3:4] // ERROR "syntax error: unexpected :, expected \]"
}
