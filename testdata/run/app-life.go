// Conway's game of life on a torus: gliders, a blinker, and the length of the cycle they end in.
package main

import (
	"fmt"
	"strings"
)

type Board [12]uint16

func (b *Board) alive(r, c int) int { return int(b[(r+12)%12] >> ((c + 16) % 16) & 1) }

func (b Board) next() (n Board) {
	for r := range b {
		for c := range 16 {
			sum := 0
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					if dr != 0 || dc != 0 {
						sum += b.alive(r+dr, c+dc)
					}
				}
			}
			if sum == 3 || sum == 2 && b.alive(r, c) == 1 {
				n[r] |= 1 << c
			}
		}
	}
	return
}

func (b Board) String() string {
	var s strings.Builder
	for r := range b {
		for c := range 16 {
			s.WriteByte(".#"[b.alive(r, c)])
		}
		s.WriteByte('\n')
	}
	return s.String()
}

func parse(lines ...string) (b Board) {
	for r, l := range lines {
		for c, ch := range l {
			if ch == '#' {
				b[r] |= 1 << c
			}
		}
	}
	return
}

func main() {
	b := parse("", "..#", "...#", ".###", "", "", "........###", "")
	seen := map[Board]int{}
	for g := 0; ; g++ {
		if first, ok := seen[b]; ok {
			fmt.Println("generation", g, "is generation", first)
			break
		}
		seen[b] = g
		if g%16 == 0 && g < 50 {
			fmt.Printf("generation %d\n%v\n", g, b)
		}
		b = b.next()
	}
	r := parse("....#.....", ".....#.", "..##..###")
	for range 60 {
		r = r.next()
	}
	fmt.Print(r, len(seen), "\n")
}
