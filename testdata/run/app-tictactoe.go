// Noughts and crosses played perfectly: negamax with a table of known positions.
package main

import "fmt"

type Board [9]byte

var lines = [...][3]int{{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}}

func (b *Board) winner() byte {
	for _, l := range lines {
		if c := b[l[0]]; c != 0 && c == b[l[1]] && c == b[l[2]] {
			return c
		}
	}
	return 0
}

func (b *Board) moves() (list []int) {
	for i, c := range b {
		if c == 0 {
			list = append(list, i)
		}
	}
	return
}

func other(c byte) byte { return 'X' + 'O' - c }

type player struct {
	memo  map[Board]int
	nodes int
}

func (p *player) value(b Board, turn byte) int {
	if v, ok := p.memo[b]; ok {
		return v
	}
	p.nodes++
	v := 0
	if b.winner() != 0 {
		v = -1
	} else if ms := b.moves(); len(ms) > 0 {
		v = -2
		for _, m := range ms {
			n := b
			n[m] = turn
			v = max(v, -p.value(n, other(turn)))
		}
	}
	p.memo[b] = v
	return v
}

func (p *player) best(b Board, turn byte) (move int) {
	v := -2
	for _, m := range b.moves() {
		n := b
		n[m] = turn
		if w := -p.value(n, other(turn)); w > v {
			move, v = m, w
		}
	}
	return
}

func (b Board) String() (s string) {
	for i, c := range b {
		if c == 0 {
			c = '.'
		}
		s += string(rune(c))
		if i%3 == 2 && i < 8 {
			s += "/"
		}
	}
	return
}

func main() {
	p := &player{memo: map[Board]int{}}
	fmt.Println(p.value(Board{}, 'X'), p.nodes, len(p.memo))
	var b Board
	for turn := byte('X'); b.winner() == 0 && len(b.moves()) > 0; turn = other(turn) {
		b[p.best(b, turn)] = turn
		fmt.Print(b, " ")
	}
	fmt.Printf("%q\n", b.winner())
	wins := map[byte]int{}
	var play func(b Board, turn byte)
	play = func(b Board, turn byte) {
		if w := b.winner(); w != 0 || len(b.moves()) == 0 {
			wins[w]++
			return
		}
		if turn == 'O' {
			b[p.best(b, turn)] = turn
			play(b, 'X')
			return
		}
		for _, m := range b.moves() {
			n := b
			n[m] = turn
			play(n, 'O')
		}
	}
	play(Board{}, 'X')
	fmt.Println(wins['X'], wins['O'], wins[0])
}
