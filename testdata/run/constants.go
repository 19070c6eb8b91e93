package main

const (
	a = iota
	b
	_
	d
	e = "str"
	f
	g = iota * 1.5
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
	gb
)

type weekday int

const (
	sunday weekday = iota
	monday
	tuesday
)

const (
	x, y = iota, iota * 10
	z, w
)

const huge = 1 << 200
const third = 1.0 / 3
const mask = ^uint32(0)
const char = 'a' + 1
const long = len("hello" + "world")
const min = -1 << 63

type bits uint8

const (
	read bits = 1 << iota
	write
	exec
	all = read | write | exec
)

func (d weekday) next() weekday { return d + 1 }

func main() {
	println(a, b, d, e, f, g)
	println(kb, mb, gb)
	println(sunday, tuesday, monday.next() == tuesday)
	println(x, y, z, w)
	println(huge>>198, huge/(huge>>3), third*3 == 1, mask, char, long, min)
	println(all, all&^write, uint8(^read))
	const local = 7 / 2 * 2.0
	println(local, 7/2.0, 7%4, -7/2, 1e3, 0x1p-2, 0b101, 0o17, 017, 1_000_000)
	const c = 3 + 4i
	println(real(c*c), imag(c*c), 'x' < 'y', "a" < "b", len([10]int{}))
	var i8 int8 = 100 + 27
	var r rune = 'é'
	var fl float32 = 1 << 24
	println(i8, r, fl, 5.0 == 5, 1<<3.0)
	println(min-1+1 == min, uint64(1<<64-1), 'a'*2.0)
}
