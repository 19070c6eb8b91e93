package b

import c2 "example.com/init/c"

var V = c2.Level * 2

func init() {
	println("b init", V)
	V++
}
