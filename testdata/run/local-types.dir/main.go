package main

import (
	"fmt"
	"lt/a"
)

func main() {
	type L int
	fmt.Printf("%T %v\n", a.Mk(), a.Mk() == a.V)
	fmt.Printf("%T %T %T\n", a.Gen[int](), a.X, a.Gen[L]())
	fmt.Printf("%T %T %v\n", a.W[string]{}.New(), a.Y, a.Y == a.W[string]{}.New())
}
