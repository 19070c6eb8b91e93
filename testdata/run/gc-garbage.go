package main

import "runtime"

type tree struct {
	left, right *tree
	label       string
}

func build(depth int) *tree {
	if depth == 0 {
		return &tree{label: "leaf"}
	}
	return &tree{build(depth - 1), build(depth - 1), "n" + string(rune('0'+depth))}
}

func (t *tree) count() (nodes, bytes int) {
	if t == nil {
		return
	}
	ln, lb := t.left.count()
	rn, rb := t.right.count()
	return ln + rn + 1, lb + rb + len(t.label)
}

var keep []*tree

func main() {
	total := 0
	for i := range 60 {
		t := build(8)
		if i%20 == 0 {
			keep = append(keep, t)
		}
		n, b := t.count()
		total += n + b
	}
	println(total, len(keep))
	runtime.GC()
	for _, t := range keep {
		println(t.count())
	}
	s := ""
	var all []string
	for i := range 300 {
		s += string(rune('a' + i%26))
		all = append(all, s[i/2:])
	}
	runtime.GC()
	n := 0
	for _, t := range all {
		n += len(t)
	}
	println(n, all[299][:5])
	blocks := make([][]byte, 16)
	for i := range 2000 {
		b := make([]byte, 1000+i*7%5000)
		b[len(b)-1] = byte(i)
		blocks[i%16] = b
	}
	sum := 0
	for _, b := range blocks {
		sum += int(b[len(b)-1]) + len(b)
	}
	println(sum)
}
