package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	numDays = iota
)

func (d Weekday) String() string { return [...]string{"Su", "Mo", "Tu"}[d] }

const (
	_  = iota
	K1 = 1 << (10 * iota)
	K2
)
const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)
const (
	A = "s"
	B
	C = iota
	D
	E = iota * 1.5
	F
	G = len(B) + iota
)
const (
	c0 = iota
	c1 = 5
	c2
	c3 = iota
)
const one, alsoZero = iota + 1, iota

type Flags uint8

const (
	R Flags = 1 << iota
	W
	X
	RW  = R | W
	All = RW | X
)

const f0, f1 float32 = iota, iota + 0.5

const (
	inFunc = len([iota + 3]int{})
	next
	cond = iota == 2 && next == 4
)

func main() {
	fmt.Println(Sunday, Tuesday, numDays, K1, K2, bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(A, B, C, D, E, F, G, c0, c1, c2, c3, one, alsoZero)
	fmt.Printf("%T %v %v %v %T %v %v\n", RW, RW, All, All&^W, f1, f0, f1)
	fmt.Println(inFunc, next, cond)
	const (
		local = iota * 10
		more
		iota2 = "shadow"
	)
	{
		const iota = 7
		const x = iota
		fmt.Println(x, local, more, iota2)
	}
	fmt.Printf("%T %d %v\n", Monday, Monday, Monday+1)
	type T [2]Weekday
	fmt.Println(T{Monday, Tuesday}, map[Weekday]bool{Monday: true})
}
