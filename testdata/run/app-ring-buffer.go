// A ring buffer as io.ReadWriter, the last lines of a text (tail), moving averages, and container/ring for Josephus.
package main

import (
	"bufio"
	"container/ring"
	"errors"
	"fmt"
	"io"
	"strings"
)

var ErrFull = errors.New("ring is full")

type Ring struct {
	buf  []byte
	r, n int
}

func (b *Ring) Write(p []byte) (n int, err error) {
	for _, c := range p {
		if b.n == len(b.buf) {
			return n, ErrFull
		}
		b.buf[(b.r+b.n)%len(b.buf)] = c
		b.n++
		n++
	}
	return n, nil
}

func (b *Ring) Read(p []byte) (int, error) {
	if b.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), b.n)
	k := copy(p[:n], b.buf[b.r:])
	copy(p[k:n], b.buf)
	b.r = (b.r + n) % len(b.buf)
	b.n -= n
	return n, nil
}

type Last[T any] struct {
	items []T
	next  int
	full  bool
}

func NewLast[T any](n int) *Last[T] { return &Last[T]{items: make([]T, n)} }
func (l *Last[T]) Add(v T) {
	l.items[l.next] = v
	l.next = (l.next + 1) % len(l.items)
	l.full = l.full || l.next == 0
}
func (l *Last[T]) Slice() []T {
	if !l.full {
		return l.items[:l.next:l.next]
	}
	return append(append([]T{}, l.items[l.next:]...), l.items[:l.next]...)
}

func tail(r io.Reader, n int) []string {
	l := NewLast[string](n)
	for s := bufio.NewScanner(r); s.Scan(); {
		l.Add(s.Text())
	}
	return l.Slice()
}

func josephus(n, k int) (order []int) {
	r := ring.New(n)
	for i := range n {
		r.Value = i + 1
		r = r.Next()
	}
	r = r.Prev()
	for range n {
		order = append(order, r.Move(k).Value.(int))
		if r.Len() > 1 {
			r = r.Move(k - 1)
			r.Unlink(1)
		}
	}
	return
}

func main() {
	b := &Ring{buf: make([]byte, 8)}
	fmt.Println(fmt.Fprintf(b, "hello"))
	fmt.Println(b.Write([]byte("world")))
	p := make([]byte, 5)
	n, err := b.Read(p)
	fmt.Printf("%q %v\n", p[:n], err)
	fmt.Println(io.WriteString(b, "!!ABC"))
	rest, err := io.ReadAll(b)
	fmt.Printf("%q %v\n", rest, err)
	fmt.Printf("%q\n", tail(strings.NewReader("1\n2\n\n4\n5"), 3))
	fmt.Printf("%q\n", tail(strings.NewReader("only"), 3))
	avg := NewLast[float64](4)
	for i, x := range []float64{1, 2, 3, 10, 20, 0} {
		avg.Add(x)
		sum := 0.0
		for _, v := range avg.Slice() {
			sum += v
		}
		fmt.Printf("%d:%.2f ", i, sum/float64(len(avg.Slice())))
	}
	fmt.Println()
	fmt.Println(josephus(7, 3), josephus(1, 1))
	r := ring.New(3)
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Link(ring.New(2)).Len(), (*ring.Ring)(nil).Len())
}
