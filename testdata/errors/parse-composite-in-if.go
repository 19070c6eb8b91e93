package p

type t struct{ a int }

func f(x t) {
	if x == t{1} { // ERROR "syntax error: unexpected \{ at end of statement"
	}
	for v := t{1}; v.a < 3; { // ERROR "syntax error: non-declaration statement outside function body"
	}
}
