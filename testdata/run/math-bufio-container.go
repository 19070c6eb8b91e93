package main

import (
	"bufio"
	"container/heap"
	"container/list"
	"math"
	"strconv"
	"strings"
)

type H []int

func (h H) Len() int           { return len(h) }
func (h H) Less(i, j int) bool { return h[i] < h[j] }
func (h H) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *H) Push(x any)        { *h = append(*h, x.(int)) }
func (h *H) Pop() any          { o := *h; x := o[len(o)-1]; *h = o[:len(o)-1]; return x }
func main() {
	f := func(x float64) { println(strconv.FormatFloat(x, 'g', -1, 64)) }
	f(math.Exp(1))
	f(math.Log(10))
	f(math.Sin(1))
	f(math.Pow(2, 0.5))
	f(math.Floor(-2.5))
	f(math.Sqrt(2))
	f(math.Mod(7, 3))
	f(math.Round(2.5))
	f(math.Cbrt(27))
	f(math.Hypot(3, 4))
	f(math.Atan2(1, -1))
	f(math.Cos(1e22))
	sc := bufio.NewScanner(strings.NewReader("a b\nc d e\n"))
	for sc.Scan() {
		println(len(strings.Fields(sc.Text())))
	}
	h := &H{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 1)
	for h.Len() > 0 {
		print(heap.Pop(h).(int), " ")
	}
	println()
	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	for e := l.Front(); e != nil; e = e.Next() {
		print(e.Value.(int), " ")
	}
	println()
}
