package main

func say(s string, b bool) bool {
	print(s, " ")
	return b
}

//go:noinline
func logic(a, b, c bool) bool {
	return a && b || !c && (a != b)
}

func main() {
	println(say("a", true) && say("b", false) && say("c", true))
	println(say("a", false) || say("b", true) || say("c", false))
	println(!say("n", true))
	for i := 0; i < 8; i++ {
		print(logic(i&1 != 0, i&2 != 0, i&4 != 0), " ")
	}
	println()
	t, f := true, false
	println(t == f, t != f, t == !f)
	b := 3 > 2
	if b {
		println("yes")
	}
}
