package main

import (
	"fmt"
	"iter"
)

func seq(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(end)")
		for i := range n {
			if !yield(i) {
				fmt.Print("(stop)")
				return
			}
		}
	}
}

func pairs(n int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := 0; i < n && yield(i, fmt.Sprint("s", i)); i++ {
		}
	}
}

func find(n int) (r int, s string) {
	for i := range seq(10) {
		for j, t := range pairs(10) {
			if i*j == n {
				return i*100 + j, t
			}
		}
	}
	return -1, "none"
}

func labels() {
outer:
	for i := range seq(4) {
		for j := range seq(4) {
			switch {
			case j == 1:
				continue
			case i == 1:
				continue outer
			case i == 2 && j == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
}

func defers() (s string) {
	defer func() { s += "!" }()
	for i := range seq(3) {
		defer func() { s += fmt.Sprint("d", i) }()
		s += fmt.Sprint("b", i)
	}
	return s + "|"
}

func jump() (n int) {
	for i := range seq(5) {
		n += i
		if n > 2 {
			goto out
		}
	}
	n = -1
out:
	return n
}

func panics() (err any) {
	defer func() { err = recover() }()
	for i := range seq(3) {
		if i == 1 {
			panic("in body")
		}
	}
	return
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func late() {
	var saved func(int) bool
	f := func(yield func(int) bool) { saved = yield; yield(0) }
	for i := range f {
		fmt.Print("late", i, " ")
	}
	defer func() { fmt.Println(recover()) }()
	saved(1)
}

func swallow(yield func() bool) {
	defer func() { recover() }()
	yield()
}

func nested(yield func(iter.Seq[int]) bool) {
	for n := range 3 {
		if !yield(seq(n)) {
			return
		}
	}
}

type list struct {
	v    int
	next *list
}

func (l *list) each(yield func(*list) bool) {
	for ; l != nil && yield(l); l = l.next {
	}
}

func main() {
	fmt.Println(find(12))
	fmt.Println(find(1000))
	labels()
	fmt.Println(defers())
	fmt.Println(jump(), panics())
	func() {
		defer func() { fmt.Println(recover()) }()
		for range bad {
			break
		}
	}()
	late()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range swallow {
			panic("lost")
		}
	}()
	for s := range nested {
		for i := range s {
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	l := &list{1, &list{2, &list{3, nil}}}
	sum := 0
	for n := range l.each {
		sum += n.v
		n.v *= 2
	}
	for n := range l.each {
		sum += n.v
		if n.v == 4 {
			break
		}
	}
	fmt.Println(sum)
	var fs []func() int
	for i, s := range pairs(3) {
		fs = append(fs, func() int { return i + len(s) })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	var k int
	var t string
	for k, t = range pairs(2) {
	}
	fmt.Println(k, t)
}
