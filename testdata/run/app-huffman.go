// Huffman codes: a tree built with a heap, texts packed into bits and unpacked again.
package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"
	"strings"
)

type node struct {
	count       int
	first       rune // least symbol below, to break ties
	symbol      rune
	left, right *node
}

type queue []*node

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[i].count, q[j].count), cmp.Compare(q[i].first, q[j].first)) < 0
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*node)) }
func (q *queue) Pop() any {
	old := *q
	n := old[len(old)-1]
	*q = old[:len(old)-1]
	return n
}

func build(text string) *node {
	counts := map[rune]int{}
	for _, r := range text {
		counts[r]++
	}
	q := &queue{}
	for r, n := range counts {
		heap.Push(q, &node{count: n, first: r, symbol: r})
	}
	for q.Len() > 1 {
		a, b := heap.Pop(q).(*node), heap.Pop(q).(*node)
		heap.Push(q, &node{count: a.count + b.count, first: min(a.first, b.first), left: a, right: b})
	}
	return heap.Pop(q).(*node)
}

func (n *node) codes(prefix string, into map[rune]string) map[rune]string {
	if n.left == nil {
		into[n.symbol] = prefix
		return into
	}
	n.left.codes(prefix+"0", into)
	return n.right.codes(prefix+"1", into)
}

type bitWriter struct {
	bytes []byte
	n     uint
}

func (w *bitWriter) write(code string) {
	for _, c := range []byte(code) {
		if w.n%8 == 0 {
			w.bytes = append(w.bytes, 0)
		}
		w.bytes[w.n/8] |= (c - '0') << (7 - w.n%8)
		w.n++
	}
}

func decode(root *node, data []byte, bits uint) string {
	var b strings.Builder
	n := root
	for i := uint(0); i < bits; i++ {
		if data[i/8]>>(7-i%8)&1 == 0 {
			n = n.left
		} else {
			n = n.right
		}
		if n.left == nil {
			b.WriteRune(n.symbol)
			n = root
		}
	}
	return b.String()
}

func main() {
	text := "she sells sea shells by the sea shore; the shells that she sells are sea shells, für sure — señor"
	root := build(text)
	codes := root.codes("", map[rune]string{})
	symbols := make([]rune, 0, len(codes))
	for r := range codes {
		symbols = append(symbols, r)
	}
	slices.SortFunc(symbols, func(a, b rune) int {
		return cmp.Or(len(codes[a])-len(codes[b]), cmp.Compare(codes[a], codes[b]))
	})
	for _, r := range symbols {
		fmt.Printf("%-6q %s\n", r, codes[r])
	}
	w := &bitWriter{}
	for _, r := range text {
		w.write(codes[r])
	}
	fmt.Printf("%d bytes, %d bits, %x\n", len(text), w.n, w.bytes)
	fmt.Println(decode(root, w.bytes, w.n) == text)
}
