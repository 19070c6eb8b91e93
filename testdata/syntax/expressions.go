package p

import "unsafe"

type T struct {
	x, y int
	next *T
}

func (t *T) m(int) func() *T { return nil }

var (
	precedence = 1 + 2*3<<4&5&^6 | 7 ^ 8 - 9%10/11 // spec: "Operator precedence"
	logic      = !(1 < 2) && 2 <= 3 || 4 == 5 && 6 != 7 || 8 >= 9 && 10 > 11
	unary      = -+^-1
	pointers   = *&*&t.next.next.x
	receive    = <-<-chans
	t          T
	chans      chan chan int
	method     = (*T).m
	value      = t.m
	calls      = t.m(1)()
	converted  = []byte("x")
	more       = (<-chan int)(nil)
	function   = (func(int) int)(nil)
	pointer    = (*T)(unsafe.Pointer(&t))
	assert     = any(t).(interface{ m(int) func() *T }).m
	slices     = [...]int{5: 1, 2, 'a': 3}
	full       = slices[1:2:3]
	part       = slices[:]
	low        = slices[1:]
	high       = slices[:2][0:1]
	nested     = map[[2]T][]*T{{{1, 2, nil}, {y: 3}}: {{}, {next: &T{}}, nil}}
	variadic   = append([]int(nil), slices[:]...)
	closure    = func(a, b int, c ...string) (d, e int) { return a, b }
	called     = func() int { return 1 }()
	paren      = ((1))
)

func composite() bool {
	if (T{}) == t || t == (T{1, 2, nil}) {
		return true
	}
	for _, x := range []T{{}} {
		switch (x) {
		case T{}:
		}
	}
	return struct{ a int }{1}.a == [1]int{1}[0]
}
