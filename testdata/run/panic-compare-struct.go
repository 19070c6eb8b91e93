package main

type holder struct {
	n int
	v any
}

func main() {
	a, b := holder{1, func() {}}, holder{1, func() {}}
	println(a == holder{2, nil})
	println(a == b)
}
