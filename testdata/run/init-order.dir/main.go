package main

import (
	_ "example.com/init/a"
	"example.com/init/b"
	. "example.com/init/c"
)

var (
	x      = say("x", y+1)
	y      = say("y", f())
	_      = say("_", 0)
	z      = say("z", later)
	p, q   = pair()
	closed = func() int { return say("closure", w) }()
	w      = say("w", 5)
)

func f() int { return g() }
func g() int { return w + Level }

func pair() (int, int) { say("pair", z); return 1, 2 }

func say(s string, n int) int {
	println("main", s, n)
	return n
}

func init() { println("init 1") }
func init() { println("init 2", x, y, z, p, q, closed) }

func main() {
	println(b.V, Exported(), Level)
	type T struct{ init int }
	println(T{3}.init)
}
