// A lexer as state functions, a turnstile as a table, and a traffic light with timeouts in fake time.
package main

import (
	"fmt"
	"strings"
)

type stateFn func(*lexer) stateFn

type lexer struct {
	in         string
	start, pos int
	items      []string
}

func (l *lexer) emit(kind string) {
	l.items = append(l.items, kind+":"+l.in[l.start:l.pos])
	l.start = l.pos
}
func (l *lexer) peek() byte {
	if l.pos < len(l.in) {
		return l.in[l.pos]
	}
	return 0
}
func (l *lexer) run(set string) {
	for l.pos < len(l.in) && strings.IndexByte(set, l.in[l.pos]) >= 0 {
		l.pos++
	}
}

func outside(l *lexer) stateFn {
	for l.pos < len(l.in) {
		if strings.HasPrefix(l.in[l.pos:], "{{") {
			if l.pos > l.start {
				l.emit("text")
			}
			l.pos += 2
			l.start = l.pos
			return inside
		}
		l.pos++
	}
	if l.pos > l.start {
		l.emit("text")
	}
	return nil
}

func inside(l *lexer) stateFn {
	l.run(" ")
	l.start = l.pos
	switch c := l.peek(); {
	case c == 0:
		l.items = append(l.items, "error:unclosed")
		return nil
	case strings.HasPrefix(l.in[l.pos:], "}}"):
		l.pos += 2
		l.start = l.pos
		return outside
	case c >= '0' && c <= '9':
		l.run("0123456789")
		l.emit("number")
	case c >= 'a' && c <= 'z':
		l.run("abcdefghijklmnopqrstuvwxyz")
		l.emit("word")
	default:
		l.pos++
		l.emit("op")
	}
	return inside
}

func lex(s string) []string {
	l := &lexer{in: s}
	for f := stateFn(outside); f != nil; {
		f = f(l)
	}
	return l.items
}

type state uint8
type event uint8

//go:generate echo
const (
	locked state = iota
	unlocked
	broken
)
const (
	coin event = iota
	push
	kick
)

var table = [...][3]struct {
	next state
	act  func(*strings.Builder)
}{
	locked:   {{unlocked, say("click")}, {locked, say("no")}, {broken, say("crack")}},
	unlocked: {{unlocked, say("thanks")}, {locked, nil}, {broken, say("crack")}},
	broken:   {coin: {next: broken, act: say("clonk")}, push: {broken, nil}, kick: {next: locked, act: say("fixed")}},
}

func say(s string) func(*strings.Builder) {
	return func(b *strings.Builder) { b.WriteString(s + " ") }
}

func main() {
	fmt.Printf("%q\n", lex("hi {{ name + 12 }}, bye{{x}}"))
	fmt.Printf("%q\n", lex("{{ open"))
	fmt.Printf("%q\n", lex(""))
	s := locked
	var out strings.Builder
	for _, e := range []event{push, coin, coin, push, push, kick, coin, push, kick, coin} {
		t := table[s][e]
		if t.act != nil {
			t.act(&out)
		}
		s = t.next
	}
	fmt.Println(out.String(), s)
	const red, green, yellow = "red", "green", "yellow"
	light, until := red, 30
	for now := 0; now <= 120; now += 10 {
		if now >= until {
			switch light {
			case red:
				light, until = green, now+40
			case green:
				light, until = yellow, now+10
			case yellow:
				light, until = red, now+30
			}
		}
		fmt.Print(now, "=", light, " ")
	}
	fmt.Println()
}
