// Backtracking with a method and arrays behind a pointer.
package main

type board struct {
	n                int
	column           [16]bool
	rising, falling  [32]bool
	solutions, tries int
}

func (b *board) place(row int) {
	if row == b.n {
		b.solutions++
		return
	}
	for c := range b.n {
		up, down := row+c, row-c+b.n
		if b.column[c] || b.rising[up] || b.falling[down] {
			continue
		}
		b.tries++
		b.column[c], b.rising[up], b.falling[down] = true, true, true
		b.place(row + 1)
		b.column[c], b.rising[up], b.falling[down] = false, false, false
	}
}

func main() {
	b := &board{n: 13}
	b.place(0)
	println(b.solutions, b.tries)
}
