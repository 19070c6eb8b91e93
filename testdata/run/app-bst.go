// A balanced tree (treap with a fixed sequence of priorities) that is ranged over in order, backwards, and from a key on.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type node[K cmp.Ordered, V any] struct {
	key         K
	value       V
	prio        uint32
	left, right *node[K, V]
}

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	rand uint32
	size int
}

func (t *Tree[K, V]) next() uint32 {
	t.rand = t.rand*1664525 + 1013904223
	return t.rand
}

func (t *Tree[K, V]) Put(k K, v V) { t.root = t.insert(t.root, k, v) }

func (t *Tree[K, V]) insert(n *node[K, V], k K, v V) *node[K, V] {
	if n == nil {
		t.size++
		return &node[K, V]{key: k, value: v, prio: t.next()}
	}
	switch c := cmp.Compare(k, n.key); {
	case c < 0:
		n.left = t.insert(n.left, k, v)
		if n.left.prio > n.prio {
			l := n.left
			n.left, l.right = l.right, n
			return l
		}
	case c > 0:
		n.right = t.insert(n.right, k, v)
		if n.right.prio > n.prio {
			r := n.right
			n.right, r.left = r.left, n
			return r
		}
	default:
		n.value = v
	}
	return n
}

func merge[K cmp.Ordered, V any](a, b *node[K, V]) *node[K, V] {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.prio > b.prio:
		a.right = merge(a.right, b)
		return a
	}
	b.left = merge(a, b.left)
	return b
}

func (t *Tree[K, V]) Delete(k K) bool {
	at := &t.root
	for *at != nil && (*at).key != k {
		if k < (*at).key {
			at = &(*at).left
		} else {
			at = &(*at).right
		}
	}
	if *at == nil {
		return false
	}
	*at = merge((*at).left, (*at).right)
	t.size--
	return true
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.value) && n.right.walk(yield)
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] { return func(y func(K, V) bool) { t.root.walk(y) } }

func (t *Tree[K, V]) Backward() iter.Seq[K] {
	return func(yield func(K) bool) {
		var down func(*node[K, V]) bool
		down = func(n *node[K, V]) bool {
			return n == nil || down(n.right) && yield(n.key) && down(n.left)
		}
		down(t.root)
	}
}

func (t *Tree[K, V]) From(k K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		var stack []*node[K, V]
		for n := t.root; n != nil; {
			if n.key >= k {
				stack = append(stack, n)
				n = n.left
			} else {
				n = n.right
			}
		}
		for len(stack) > 0 {
			n := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if !yield(n.key, n.value) {
				return
			}
			for n = n.right; n != nil; n = n.left {
				stack = append(stack, n)
			}
		}
	}
}

func (n *node[K, V]) height() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.left.height(), n.right.height())
}

func main() {
	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog and runs away from the big bad wolf") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		fmt.Print(k, ":", v, " ")
	}
	fmt.Println(t.size)
	for k := range t.Backward() {
		if k < "g" {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
	fmt.Println(t.Delete("fox"), t.Delete("cat"), t.size)
	for k, v := range t.From("e") {
		if v == 4 {
			continue
		}
		fmt.Print(k, ":", v, " ")
		if k > "p" {
			break
		}
	}
	fmt.Println()
	find := func(v int) string {
		for k, x := range t.All() {
			if x == v {
				return k
			}
		}
		return "none"
	}
	fmt.Println(find(7), find(3))
	var big Tree[int, struct{}]
	for i := range 1000 {
		big.Put(i*7919%1009, struct{}{})
	}
	h := big.root.height()
	fmt.Println(big.size, h >= 10 && h < 40)
	for k := range big.From(500) {
		if k > 505 {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
}
