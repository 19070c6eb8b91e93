package p

func f(i int, p *int) {
	x := i++ // ERROR "syntax error: unexpected \+\+ at end of statement"
	++i // ERROR "syntax error: unexpected \+\+, expected \}"
	g(i--)
	*p++
	i++++
}

func g(int) {}
