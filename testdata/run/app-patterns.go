// A matcher for regular expressions (literals, ., *, +, ?, classes, groups, alternatives, anchors) by simulating states in parallel.
package main

import (
	"fmt"
	"slices"
	"strings"
)

type state struct {
	match func(rune) bool // nil: split or end
	out   []*state
	end   bool
}

type frag struct {
	start *state
	outs  []*state // states whose out is to be added
}

func (f frag) patch(s *state) {
	for _, o := range f.outs {
		o.out = append(o.out, s)
	}
}

type parser struct {
	in []rune
}

func (p *parser) peek() rune {
	if len(p.in) == 0 {
		return 0
	}
	return p.in[0]
}
func (p *parser) next() (r rune) { r, p.in = p.in[0], p.in[1:]; return }

func (p *parser) alt() frag {
	f := p.seq()
	for p.peek() == '|' {
		p.next()
		g := p.seq()
		f = frag{&state{out: []*state{f.start, g.start}}, append(f.outs, g.outs...)}
	}
	return f
}

func (p *parser) seq() frag {
	empty := &state{}
	f := frag{empty, []*state{empty}}
	for c := p.peek(); c != 0 && c != '|' && c != ')'; c = p.peek() {
		g := p.repeat()
		f.patch(g.start)
		f.outs = g.outs
	}
	return f
}

func (p *parser) repeat() frag {
	f := p.atom()
	for strings.ContainsRune("*+?", p.peek()) && p.peek() != 0 {
		split := &state{out: []*state{f.start}}
		switch p.next() {
		case '*':
			f.patch(split)
			f = frag{split, []*state{split}}
		case '+':
			f.patch(split)
			f = frag{f.start, []*state{split}}
		case '?':
			f = frag{split, append(f.outs, split)}
		}
	}
	return f
}

func (p *parser) atom() frag {
	one := func(m func(rune) bool) frag {
		s := &state{match: m}
		return frag{s, []*state{s}}
	}
	switch c := p.next(); c {
	case '(':
		f := p.alt()
		if p.peek() != ')' {
			panic("missing )")
		}
		p.next()
		return f
	case '.':
		return one(func(rune) bool { return true })
	case '[':
		not := p.peek() == '^'
		if not {
			p.next()
		}
		var ranges [][2]rune
		for p.peek() != ']' {
			if p.peek() == 0 {
				panic("missing ]")
			}
			lo := p.next()
			hi := lo
			if p.peek() == '-' && len(p.in) > 1 && p.in[1] != ']' {
				p.next()
				hi = p.next()
			}
			ranges = append(ranges, [2]rune{lo, hi})
		}
		p.next()
		return one(func(r rune) bool {
			return slices.ContainsFunc(ranges, func(x [2]rune) bool { return x[0] <= r && r <= x[1] }) != not
		})
	case '\\':
		c = p.next()
		return one(func(r rune) bool { return r == c })
	case '*', '+', '?':
		panic(fmt.Sprintf("nothing to repeat: %c", c))
	default:
		return one(func(r rune) bool { return r == c })
	}
}

func Compile(s string) (start *state, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("pattern %q: %v", s, e)
		}
	}()
	p := &parser{[]rune(s)}
	f := p.alt()
	if len(p.in) > 0 {
		panic("unexpected )")
	}
	f.patch(&state{end: true})
	return f.start, nil
}

func add(set map[*state]bool, s *state) {
	if set[s] {
		return
	}
	set[s] = true
	if s.match == nil {
		for _, o := range s.out {
			add(set, o)
		}
	}
}

func Match(start *state, s string) bool {
	now := map[*state]bool{}
	add(now, start)
	for _, r := range s {
		next := map[*state]bool{}
		for st := range now {
			if st.match != nil && st.match(r) {
				for _, o := range st.out {
					add(next, o)
				}
			}
		}
		now = next
	}
	for st := range now {
		if st.end {
			return true
		}
	}
	return false
}

func main() {
	words := []string{"", "a", "ab", "abb", "abc", "xyz", "2026-11-20", "color", "colour", "aaaaaaaaaaaaaaaaaaaaaaaa", "größe", "a.b", "a+b"}
	for _, p := range []string{"a*", "ab+c?", "(ab|xy).", "[0-9]+-[0-9]+-[0-9]+", "colou?r", "(a?)*aaaaaaaaaaaa", "gr[öo][^a-z]e", `a\.b`, "(a|b|)(b|c)*", "(ab", "*a", "ab)", "[a"} {
		m, err := Compile(p)
		if err != nil {
			fmt.Println(err)
			continue
		}
		var hits []string
		for _, w := range words {
			if Match(m, w) {
				hits = append(hits, w)
			}
		}
		fmt.Printf("%-20s %q\n", p, hits)
	}
}
