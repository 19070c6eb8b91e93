// A small language: scanner, parser to a tree, tree walker with closures, and a compiler to a stack machine; both must agree.
package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

type Node interface{ eval(*env) any }

type (
	Num  float64
	Name string
	List []Node
)

type env struct {
	vars  map[Name]any
	outer *env
}

func (e *env) find(n Name) *env {
	for ; e != nil; e = e.outer {
		if _, ok := e.vars[n]; ok {
			return e
		}
	}
	panic(fmt.Sprintf("undefined: %s", n))
}

type fn func(args []any) any

func parse(src string) (nodes []Node, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("parse: %v", e)
		}
	}()
	toks := strings.FieldsFunc(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(src), unicode.IsSpace)
	var read func() Node
	read = func() Node {
		if len(toks) == 0 {
			panic("unexpected end")
		}
		t := toks[0]
		toks = toks[1:]
		switch t {
		case "(":
			var l List
			for len(toks) == 0 || toks[0] != ")" {
				l = append(l, read())
			}
			toks = toks[1:]
			return l
		case ")":
			panic("unexpected )")
		}
		if f, err := strconv.ParseFloat(t, 64); err == nil {
			return Num(f)
		}
		return Name(t)
	}
	for len(toks) > 0 {
		nodes = append(nodes, read())
	}
	return
}

func (n Num) eval(*env) any    { return float64(n) }
func (n Name) eval(e *env) any { return e.find(n).vars[n] }

func (l List) eval(e *env) any {
	if len(l) == 0 {
		return nil
	}
	if name, ok := l[0].(Name); ok {
		switch name {
		case "define":
			v := l[2].eval(e)
			e.vars[l[1].(Name)] = v
			return v
		case "set!":
			v := l[2].eval(e)
			e.find(l[1].(Name)).vars[l[1].(Name)] = v
			return v
		case "if":
			if l[1].eval(e) != false {
				return l[2].eval(e)
			} else if len(l) > 3 {
				return l[3].eval(e)
			}
			return nil
		case "begin":
			var v any
			for _, n := range l[1:] {
				v = n.eval(e)
			}
			return v
		case "lambda":
			params, body := l[1].(List), l[2]
			return fn(func(args []any) any {
				if len(args) != len(params) {
					panic(fmt.Sprintf("%d arguments for %d", len(args), len(params)))
				}
				inner := &env{map[Name]any{}, e}
				for i, p := range params {
					inner.vars[p.(Name)] = args[i]
				}
				return body.eval(inner)
			})
		}
	}
	f, ok := l[0].eval(e).(fn)
	if !ok {
		panic(fmt.Sprintf("not a function: %v", l[0]))
	}
	args := make([]any, len(l)-1)
	for i, n := range l[1:] {
		args[i] = n.eval(e)
	}
	return f(args)
}

func fold(f func(a, b float64) float64) fn {
	return func(args []any) any {
		acc := args[0].(float64)
		for _, a := range args[1:] {
			acc = f(acc, a.(float64))
		}
		return acc
	}
}

func global() *env {
	return &env{vars: map[Name]any{
		"+": fold(func(a, b float64) float64 { return a + b }), "-": fold(func(a, b float64) float64 { return a - b }),
		"*": fold(func(a, b float64) float64 { return a * b }), "/": fold(func(a, b float64) float64 { return a / b }),
		"<":    fn(func(a []any) any { return a[0].(float64) < a[1].(float64) }),
		"=":    fn(func(a []any) any { return a[0] == a[1] }),
		"list": fn(func(a []any) any { return a }),
	}}
}

// The stack machine knows arithmetic, comparison and if.
type instr struct {
	op  string
	arg float64
}

func compile(n Node) (code []instr) {
	switch n := n.(type) {
	case Num:
		return []instr{{"push", float64(n)}}
	case List:
		op := string(n[0].(Name))
		if op == "if" {
			cond, then, els := compile(n[1]), compile(n[2]), compile(n[3])
			code = append(cond, instr{"jz", float64(len(then) + 1)})
			code = append(append(code, then...), instr{"jmp", float64(len(els))})
			return append(code, els...)
		}
		for i, a := range n[1:] {
			code = append(code, compile(a)...)
			if i > 0 {
				code = append(code, instr{op: op})
			}
		}
		return
	}
	panic("cannot compile")
}

func run(code []instr) float64 {
	var st []float64
	for pc := 0; pc < len(code); pc++ {
		c := code[pc]
		switch c.op {
		case "push":
			st = append(st, c.arg)
		case "jmp":
			pc += int(c.arg)
		case "jz":
			if st[len(st)-1] == 0 {
				pc += int(c.arg)
			}
			st = st[:len(st)-1]
		default:
			a, b := st[len(st)-2], st[len(st)-1]
			st = st[:len(st)-2]
			r := map[string]func() float64{
				"+": func() float64 { return a + b }, "-": func() float64 { return a - b }, "*": func() float64 { return a * b },
				"/": func() float64 { return a / b }, "<": func() float64 { return map[bool]float64{true: 1}[a < b] },
			}[c.op]()
			st = append(st, r)
		}
	}
	return st[0]
}

func try(e *env, n Node) (v any) {
	defer func() {
		if r := recover(); r != nil {
			v = fmt.Sprint("error: ", r)
		}
	}()
	return n.eval(e)
}

func main() {
	e := global()
	nodes, err := parse(`
		(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
		(fact 10)
		(define counter (lambda () (begin (define n 0) (lambda () (set! n (+ n 1))))))
		(define c (counter)) (c) (c)
		(define map (lambda (f a b) (list (f a) (f b))))
		(map fact 5 6)
		(undefined 1)
		(1 2)
		((lambda (x) x))
		(+ 1 (if (= 1 2) 3 4) (/ 1 4))
	`)
	fmt.Println(err)
	for _, n := range nodes {
		v := try(e, n)
		if _, ok := v.(fn); ok {
			v = "function"
		}
		fmt.Println(v)
	}
	for _, s := range []string{"(+ 1 2 (* 3 4))", "(if (< 1 2) (- 10 1 2) 0)", "(/ (if (< 2 1) 5 7) 2)"} {
		n, _ := parse(s)
		code := compile(n[0])
		fmt.Println(s, len(code), run(code), n[0].eval(e) == run(code))
	}
	_, err = parse("(a (b)")
	fmt.Println(err)
	_, err = parse(")")
	fmt.Println(err)
}
