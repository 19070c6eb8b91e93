// A tokenizer, a precedence parser and an evaluator for arithmetic with variables and functions.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"unicode"
)

type kind int

const (
	end kind = iota
	number
	name
	op
)

func (k kind) String() string { return [...]string{"end", "number", "name", "operator"}[k] }

type token struct {
	kind kind
	text string
	pos  int
}

type SyntaxError struct {
	Pos int
	Msg string
}

func (e SyntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.Pos+1, e.Msg) }

func tokenize(s string) (list []token, err error) {
	rs := []rune(s)
	for i := 0; i < len(rs); {
		start := i
		switch r := rs[i]; {
		case unicode.IsSpace(r):
			i++
			continue
		case unicode.IsDigit(r) || r == '.':
			for i < len(rs) && (unicode.IsDigit(rs[i]) || rs[i] == '.' || rs[i] == 'e') {
				i++
			}
			list = append(list, token{number, string(rs[start:i]), start})
		case unicode.IsLetter(r):
			for i < len(rs) && unicode.IsLetter(rs[i]) {
				i++
			}
			list = append(list, token{name, string(rs[start:i]), start})
		default:
			for _, o := range "+-*/%^()=," {
				if o == r {
					list = append(list, token{op, string(r), start})
					i++
				}
			}
			if i == start {
				return nil, SyntaxError{i, fmt.Sprintf("unexpected %q", r)}
			}
		}
	}
	return append(list, token{kind: end, pos: len(rs)}), nil
}

type parser struct {
	toks []token
	vars map[string]float64
}

func (p *parser) peek() token { return p.toks[0] }
func (p *parser) take() (t token) {
	t = p.toks[0]
	if t.kind != end {
		p.toks = p.toks[1:]
	}
	return
}
func (p *parser) accept(s string) bool {
	if p.peek().kind == op && p.peek().text == s {
		p.take()
		return true
	}
	return false
}
func (p *parser) fail(t token, format string, args ...any) {
	panic(SyntaxError{t.pos, fmt.Sprintf(format, args...)})
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 4}

var ErrDivide = errors.New("division by zero")

var funcs = map[string]func(...float64) float64{
	"sqrt": func(a ...float64) float64 { return math.Sqrt(a[0]) },
	"max": func(a ...float64) float64 {
		m := math.Inf(-1)
		for _, x := range a {
			m = max(m, x)
		}
		return m
	},
}

func (p *parser) expr(min int) float64 {
	left := p.unary()
	for {
		t := p.peek()
		n := prec[t.text]
		if t.kind != op || n == 0 || n < min {
			return left
		}
		p.take()
		if t.text == "^" {
			left = math.Pow(left, p.expr(n))
			continue
		}
		right := p.expr(n + 1)
		switch t.text {
		case "+":
			left += right
		case "-":
			left -= right
		case "*":
			left *= right
		case "/":
			if right == 0 {
				panic(fmt.Errorf("column %d: %w", t.pos+1, ErrDivide))
			}
			left /= right
		case "%":
			left = math.Mod(left, right)
		}
	}
}

func (p *parser) unary() float64 {
	if p.accept("-") {
		return -p.expr(3)
	}
	t := p.take()
	switch {
	case t.kind == number:
		v, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.fail(t, "%v", err)
		}
		return v
	case t.kind == name:
		f, ok := funcs[t.text]
		if ok && p.accept("(") {
			var args []float64
			for !p.accept(")") {
				args = append(args, p.expr(1))
				p.accept(",")
			}
			return f(args...)
		}
		v, ok := p.vars[t.text]
		if !ok {
			p.fail(t, "unknown name %s", t.text)
		}
		return v
	case t.text == "(":
		v := p.expr(1)
		if !p.accept(")") {
			p.fail(p.peek(), "missing )")
		}
		return v
	}
	p.fail(t, "unexpected %v %q", t.kind, t.text)
	panic("not reached")
}

func eval(line string, vars map[string]float64) (v float64, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case error:
			err = e
		default:
			panic(e)
		}
	}()
	toks, err := tokenize(line)
	if err != nil {
		return 0, err
	}
	p := &parser{toks, vars}
	if len(toks) > 2 && toks[0].kind == name && toks[1].text == "=" {
		p.toks = toks[2:]
		v = p.expr(1)
		vars[toks[0].text] = v
	} else {
		v = p.expr(1)
	}
	if t := p.peek(); t.kind != end {
		p.fail(t, "unexpected %v %q", t.kind, t.text)
	}
	return v, nil
}

func main() {
	vars := map[string]float64{"pi": math.Pi}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		v, err := eval(in.Text(), vars)
		var se SyntaxError
		switch {
		case errors.As(err, &se):
			fmt.Printf("%-22s syntax error at %d: %s\n", in.Text(), se.Pos, se.Msg)
		case errors.Is(err, ErrDivide):
			fmt.Printf("%-22s %v\n", in.Text(), err)
		case err != nil:
			fmt.Printf("%-22s run-time error: %v\n", in.Text(), err)
		default:
			fmt.Printf("%-22s %.10g\n", in.Text(), v)
		}
	}
}
