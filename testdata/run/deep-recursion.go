
// A million calls deep; the callers' frames are changed through pointers while the stack grows and moves.
package main

type frame struct {
	up    *frame
	depth int
	sum   int
}

func down(up *frame, depth int) int {
	f := frame{up: up, depth: depth}
	if up != nil {
		up.sum += depth
	}
	if depth == 1000000 {
		n := 0
		for p := &f; p != nil; p = p.up {
			n++
			p.sum++
		}
		return n
	}
	n := down(&f, depth+1)
	if f.sum != depth+2 {
		println("frame", depth, "holds", f.sum)
	}
	return n
}

func main() {
	println(down(nil, 1))
	done := make(chan int)
	for range 2 {
		go func() { done <- down(nil, 900000) }()
	}
	println(<-done, <-done)
}
