// Parameters that come in registers and on the stack.
package main

import "fmt"

type big struct {
	a [6]int
	s string
}

//go:noinline
func take(b big, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 int, unused string) int {
	fmt.Println(p10)
	n := b.a[2] + p11
	fmt.Println(n, b.s)
	return n + p1
}

func main() {
	fmt.Println(take(big{[6]int{1, 2, 3, 4, 5, 6}, "bigs"}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, "unused"))
}
