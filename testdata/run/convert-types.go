package main

import "fmt"

type (
	A struct{ X, Y int }
	B struct{ X, Y int }
	C struct {
		X int `tag:"c"`
		Y int
	}
	F  func(int) string
	P  *int
	PA *A
	Ch chan int
	L  []int
	M  map[string]L
	I  interface{ m() int }
	J  interface {
		I
		n()
	}
)

func (A) m() int         { return 1 }
func (*B) m() int        { return 2 }
func (*B) n()            {}
func (f F) call() string { return f(1) }

func main() {
	a := A{1, 2}
	b := B(a)
	c := C(b)
	fmt.Println(a, b, c, A(c) == a, B(struct{ X, Y int }(c)) == b)
	f := F(func(i int) string { return fmt.Sprint(i) })
	var plain func(int) string = f
	fmt.Println(f.call(), plain(2), F(plain)(3))
	x := 5
	var p P = &x
	var q *int = p
	*q = 6
	fmt.Println(*p, *(*int)(p), (*A)(PA(&a)).m(), (*B)(&a).Y, (*C)(&a).X)
	ch := make(Ch, 1)
	var send chan<- int = ch
	recv := (<-chan int)(ch)
	send <- 9
	fmt.Println(<-recv, len(L([]int{1, 2})), M{"a": {1}}["a"], M(map[string]L{"z": nil})["z"] == nil)
	var j J = &b
	var i I = j
	k, ok := i.(J)
	_, no := I(a).(J)
	fmt.Println(i.m(), I(a).m(), k.m(), ok, no, interface{ m() int }(j).m())
	arr := [3]int(L{1, 2, 3})
	ptr := (*[2]int)(L{4, 5, 6})
	empty := (*[0]int)(L(nil))
	zero := (*[0]int)(L{})
	fmt.Println(arr, *ptr, empty == nil, zero == nil, [0]int(L{7}))
	s := []byte("shared")
	t := string(s)
	s[0] = 'S'
	fmt.Println(t, string(s), string(s[:0]) == "", []byte("") == nil, []byte(nil) == nil)
	defer func() { fmt.Println(recover()) }()
	_ = [4]int(L{1, 2})
}
