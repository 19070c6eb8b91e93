package p

x := 1 // ERROR "syntax error: non-declaration statement outside function body"

func f() {}

y = 2 // ERROR "syntax error: non-declaration statement outside function body"

f()
