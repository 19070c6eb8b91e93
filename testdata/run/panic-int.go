package main

type code int

func main() {
	x := code(42)
	if x > 100 {
		panic(1)
	}
	panic(x)
}
