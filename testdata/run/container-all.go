// Packages container/heap, container/list and container/ring.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"math/rand"
	"sort"
)

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	r := rand.New(rand.NewSource(1))
	h := &ints{}
	for range 50 {
		heap.Push(h, r.Intn(100))
	}
	(*h)[7] = 1000
	heap.Fix(h, 7)
	fmt.Println(heap.Remove(h, 3))
	var out []int
	for h.Len() > 0 {
		out = append(out, heap.Pop(h).(int))
	}
	fmt.Println(sort.IntsAreSorted(out), out[0], out[len(out)-1], len(out))
	*h = ints{5, 2, 8}
	heap.Init(h)
	fmt.Println((*h)[0])

	var l list.List
	a := l.PushBack("a")
	b := l.PushFront("b")
	c := l.InsertAfter("c", b)
	l.InsertBefore("d", a)
	show(&l)
	l.MoveToFront(a)
	l.MoveToBack(b)
	l.MoveBefore(c, a)
	l.MoveAfter(a, b)
	show(&l)
	fmt.Println(l.Remove(c), c.Next(), c.Prev(), l.Front().Value, l.Back().Value)
	other := list.New()
	other.PushBack(1)
	other.PushBackList(other)
	other.PushFrontList(&l)
	show(other)
	fmt.Println(other.InsertBefore("x", a), list.New().Front())
	l.Init()
	show(&l)

	x := ring.New(4)
	for i := range x.Len() {
		x.Value = i
		x = x.Next()
	}
	x.Do(func(v any) { fmt.Print(v, " ") })
	removed := x.Unlink(2)
	fmt.Println(x.Len(), removed.Len(), x.Move(1).Value, x.Prev().Value)
	x.Link(removed)
	x.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(ring.New(0), (*ring.Ring)(nil).Len())
}
