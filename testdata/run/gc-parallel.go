// gcstress 20000
// A heap that several threads mark: a tree, a long list, a map, wide slices; goroutines with deep stacks change it
// meanwhile.
package main

import (
	"runtime"
	"sync"
)

// ballast makes the heap large enough: one of less than 16 MB is marked by one thread.
var ballast = make([]byte, 17<<20)

type tree struct {
	left, right *tree
	key         int
	label       *string
}

type list struct {
	next *list
	data []*int
}

func build(lo, hi int) *tree {
	if lo >= hi {
		return nil
	}
	mid := (lo + hi) / 2
	s := string(rune('a' + mid%26))
	return &tree{build(lo, mid), build(mid+1, hi), mid, &s}
}

func (t *tree) check(lo, hi int) int {
	if t == nil {
		if lo < hi {
			panic("lost")
		}
		return 0
	}
	mid := (lo + hi) / 2
	if t.key != mid || *t.label != string(rune('a'+mid%26)) {
		panic("damaged")
	}
	return t.left.check(lo, mid) + 1 + t.right.check(mid+1, hi)
}

func chain(n int) *list {
	var first *list
	for i := 0; i < n; i++ {
		v := i
		first = &list{first, []*int{&v, nil, &v}}
	}
	return first
}

func (l *list) sum() (n int) {
	for ; l != nil; l = l.next {
		n += *l.data[0] + *l.data[2]
	}
	return n
}

// deep holds pointers in many frames while the collector runs.
func deep(n int, p *int) int {
	v := *p + 1
	if n == 0 {
		runtime.GC()
		return v
	}
	r := deep(n-1, &v)
	return r + v - *p - 1
}

func main() {
	const n = 60000
	t := build(0, n)
	l := chain(30000)
	m := map[int]*tree{}
	for i := 0; i < 5000; i++ {
		m[i] = &tree{key: i}
	}
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mine := chain(2000)
			x := g
			if deep(500, &x) != 501+g {
				panic("stack")
			}
			if mine.sum() != 2000*1999 {
				panic("chain")
			}
		}()
	}
	wg.Wait()
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	total := 0
	for k, v := range m {
		if v.key != k {
			panic("map")
		}
		total += v.key
	}
	println(t.check(0, n), l.sum(), total)
}
