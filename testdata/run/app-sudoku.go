// Sudoku: candidates as bit sets, the cell with the fewest first, depth first.
package main

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

type Grid [9][9]uint8

type solver struct {
	Grid
	rows, cols, boxes [9]uint16
	steps             int
}

func Parse(s string) (g Grid, err error) {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '1' && r <= '9':
			return r
		case r == '.' || r == '0':
			return '.'
		}
		return -1
	}, s)
	if len(s) != 81 {
		return g, fmt.Errorf("%d cells", len(s))
	}
	for i, c := range []byte(s) {
		if c != '.' {
			g[i/9][i%9] = c - '0'
		}
	}
	return
}

var ErrConflict = errors.New("conflict")

func (s *solver) put(r, c int, d uint8) error {
	bit, box := uint16(1)<<d, r/3*3+c/3
	if (s.rows[r]|s.cols[c]|s.boxes[box])&bit != 0 {
		return fmt.Errorf("%w: %d at %d,%d", ErrConflict, d, r, c)
	}
	s.rows[r] |= bit
	s.cols[c] |= bit
	s.boxes[box] |= bit
	s.Grid[r][c] = d
	return nil
}

func (s *solver) take(r, c int) {
	bit, box := ^(uint16(1) << s.Grid[r][c]), r/3*3+c/3
	s.rows[r] &= bit
	s.cols[c] &= bit
	s.boxes[box] &= bit
	s.Grid[r][c] = 0
}

func (s *solver) solve() bool {
	s.steps++
	bestR, bestC, best := -1, 0, uint16(0)
	for r := range 9 {
		for c := range 9 {
			if s.Grid[r][c] != 0 {
				continue
			}
			free := ^(s.rows[r] | s.cols[c] | s.boxes[r/3*3+c/3]) & 0x3fe
			if bestR < 0 || bits.OnesCount16(free) < bits.OnesCount16(best) {
				bestR, bestC, best = r, c, free
			}
		}
	}
	if bestR < 0 {
		return true
	}
	for ; best != 0; best &= best - 1 {
		s.put(bestR, bestC, uint8(bits.TrailingZeros16(best)))
		if s.solve() {
			return true
		}
		s.take(bestR, bestC)
	}
	return false
}

func Solve(g Grid) (Grid, int, error) {
	var s solver
	for r, row := range g {
		for c, d := range row {
			if d != 0 {
				if err := s.put(r, c, d); err != nil {
					return g, 0, err
				}
			}
		}
	}
	if !s.solve() {
		return g, s.steps, errors.New("no solution")
	}
	return s.Grid, s.steps, nil
}

func (g Grid) String() string {
	var b strings.Builder
	for r, row := range g {
		if r%3 == 0 && r > 0 {
			b.WriteString("------+-------+------\n")
		}
		for c, d := range row {
			if c%3 == 0 && c > 0 {
				b.WriteString("| ")
			}
			fmt.Fprintf(&b, "%c ", " 123456789"[d])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	for _, p := range []string{
		"53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79",
		"8........ ..36..... .7..9.2.. .5...7... ....457.. ...1...3. ..1....68 ..85...1. .9....4..",
		"55....... ......... ......... ......... ......... ......... ......... ......... .........",
		"12345678. ........9 ......... ......... ......... ......... ......... ......... .........",
		"short",
	} {
		g, err := Parse(p)
		if err == nil {
			var n int
			g, n, err = Solve(g)
			fmt.Println("steps", n)
		}
		if err != nil {
			fmt.Println(err, errors.Is(err, ErrConflict))
			continue
		}
		fmt.Print(g)
	}
}
