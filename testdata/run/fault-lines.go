// The line of a fault or a failed check is that of the operand, in expressions
// of several lines, and names in line directives are taken as they are.
package main

import "runtime"

type T struct {
	x int
	p *T
}

type I interface{ M() }

var (
	sink int
	two  = 2
)

// lineOf returns where f panics.
func lineOf(f func()) {
	defer func() {
		recover()
		var pcs [20]uintptr
		frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs[:])])
		first, _ := frames.Next()
		for {
			frame, more := frames.Next()
			if !more {
				break
			}
			if len(frame.Function) > 10 && frame.Function[:5] == "main." && frame.Function[5] != 'l' {
				println(first.Function, frame.Function, frame.Line)
				return
			}
		}
	}()
	f()
}

func count(n *int) int { *n++; return *n - 1 }

func main() {
	var p *T
	var q *int
	var i I
	lineOf(func() {
		sink = 1 +
			p.x
	})
	lineOf(func() {
		v := *q
		sink = v
	})
	lineOf(func() {
		i.
			M()
	})
	lineOf(func() {
		var a [1]int
		sink = a[two]
	})
	lineOf(func() {
		var a [1]struct{ x, y int }
		a[two].x =
			sink
	})
	lineOf(func() {
		if sink >
			p.p.x {
			sink++
		}
	})

	// An index is evaluated once, however the array is held.
	n := 0
	var a [1]int
	a[count(&n)] += 5
	var b [1]struct{ f [1]int }
	n = 0
	b[0*count(&n)].f[0*count(&n)]++
	println(a[0], b[0].f[0], n)

	func() {
		defer func() { println(recover().(error).Error()) }()
		var s []int
		u := ^uint64(0)
		s[u] = 1
	}()

//line c:/some/where.go:7
	_, file, line, _ := runtime.Caller(0)
	println(file, line)
//line :9
	_, file, line, _ = runtime.Caller(0)
	println(file, line)
//line odd/../name.go:10:20
	_, file, line, _ = runtime.Caller(0)
	println(file, line)
}

type parts struct{ a, b, c, d, e int }

// An array without elements has no parts.
func init() {
	var none [0]parts
	var mixed struct {
		z [0]parts
		x *int
	}
	lineOf(func() { none[two].a++ })
	lineOf(func() { none[two].e = 1 })
	lineOf(func() { mixed.z[two].a += 2 })
	lineOf(func() { mixed.z[two].b = *mixed.x })
}
