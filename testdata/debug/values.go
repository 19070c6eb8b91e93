// Values of all kinds, as a debugger shows them.
package main

import (
	"errors"
	"fmt"
	"unsafe"
)

type point struct {
	x, y int
	name string
}

type shape interface{ area() float64 }
type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

type list[T any] struct {
	v    T
	next *list[T]
}

type color int

const (
	red color = iota
	green
	blue
)

const limit = 1 << 10

type inner struct{ a, b int }

type outer struct {
	inner
	*point
	tags  []string
	table map[color]string
	when  func(int) bool
}

type celsius float64
type words []string
type callback func(string) error

var (
	global  = map[string]int{"a": 1, "b": 2}
	counter uint16
	origin  = point{1, 2, "origin"}
	nothing *point
	failure = errors.New("failure")
)

func build(n int, s string, p *point, rest ...float32) (r int, err error) {
	numbers := []int{1, 2, 3}
	letters := [3]string{"x", "y", "z"}
	grid := [2][2]int8{{1, 2}, {3, 4}}
	places := map[string]point{"k": {1, 2, "pt"}}
	var sh shape = square{2}
	var anything any = 42
	var empty any
	var nilshape shape
	c := complex(1, 2)
	c64 := complex64(complex(3, 4))
	f := func(k int) int { return k + n }
	var nilfunc func()
	ch := make(chan int, 3)
	ch <- 7
	ch <- 8
	var nilch chan string
	l := &list[int]{1, &list[int]{2, nil}}
	ls := list[string]{v: "generic"}
	u8 := uint8(200)
	i8 := int8(-100)
	u16 := uint16(60000)
	i16 := int16(-30000)
	u32 := uint32(4e9)
	i32 := int32(-2e9)
	u64 := uint64(1 << 63)
	i64 := int64(-1 << 62)
	f32 := float32(1.5)
	f64 := 3.25
	truth := true
	r1 := 'λ'
	ptr := unsafe.Pointer(nil)
	up := uintptr(4096)
	var nilmap map[int]int
	var nilslice []byte
	o := outer{inner{5, 6}, p, []string{"t1", "t2"}, map[color]string{green: "green"}, nil}
	temp := celsius(36.6)
	ww := words{"p", "q"}
	var cb callback
	col := blue
	anon := struct {
		id   int
		text string
	}{9, "anon"}
	iface := []any{1, "two", 3.0, nil, point{4, 5, "six"}, &origin}
	err = errors.New("boom")
	arrp := &letters
	pp := &p
	big := make(map[int]string)
	for i := 0; i < 40; i++ {
		big[i] = fmt.Sprint("v", i)
	}
	r = f(len(numbers)) + p.x
	counter++
	show(numbers, letters, grid, places, sh, anything, empty, nilshape, c, c64, nilfunc, nilch, l.next.v, ls, u8, i8, u16, i16, u32, i32, u64, i64) // stop here
	show(f32, f64, truth, r1, ptr, up, nilmap, nilslice, o, temp, ww, cb, col, anon, iface, arrp, pp, big, s, rest)
	return r, err
}

//go:noinline
func show(args ...any) { _ = args }

func main() {
	p := &point{3, 4, "point"}
	r, err := build(5, "hello", p, 0.5, 0.25)
	fmt.Println(r, err, global, nothing, failure, limit, red)
}
