package main

import (
	"errors"
	"fmt"
	"reflect"
)

type S struct {
	A int
	B string
	c []byte
	D map[string]int
	E any
	F *int
}
type Str string

func (s Str) String() string { return "Str<" + string(s) + ">" }

type Err struct{ x int }

func (e *Err) Error() string { return fmt.Sprint("err", e.x) }

type G int

func (g G) GoString() string { return "G!" }

type Fm struct{}

func (Fm) Format(s fmt.State, v rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "[%c %d %v %d %v %v%v%v%v%v]", v, w, wok, p, pok, s.Flag('-'), s.Flag('+'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
	fmt.Fprint(s, fmt.FormatString(s, v))
}

type P struct{}

func (P) String() string { panic("oops") }

type PE struct{}

func (PE) Error() string { panic(errors.New("inner")) }

type NP struct{ x int }

func (n *NP) String() string { return fmt.Sprint(n.x) }

type Named []byte
type NamedI []int
type B bool
type MyInt int8
type Arr [3]byte
type In struct{ I fmt.Stringer }
type Emb struct {
	S
	*In
	u Str
}
type rec struct{ next *rec }

func main() {
	i := 5
	_ = i
	vals := []any{nil, true, false, 0, 1, -1, 42, -42, 1234567, int8(-128), int16(300), int32('x'), int32(0x10ffff), int64(-1 << 63), uint(7), uint8(255), uint16(65535), uint32(1 << 31), uint64(1<<64 - 1), uintptr(0xdead),
		0.0, 1.0, -1.0, 3.14159, 1e20, 1e21, 1e-7, 123456789.0, -2.5e-300, float32(3.4), float32(1e10), 100000.0, 1e6, 0.1, 2.0 / 3,
		complex(1, -2), complex64(complex(0.5, 3)), complex(1e20, -1e-9),
		"", "hello", "héllo, 世界", "a\nb\t\"q\"`x`", "\xff\xfe bad", "back`tick", []byte("bytes"), []byte{}, []byte(nil), [3]byte{1, 2, 3}, Arr{9, 8, 7}, Named("named"), NamedI{1, 2}, []int{1, 2, 3}, []int(nil), []string{"a", "b c"}, [2]string{"x", "y"}, [0]int{},
		map[string]int{"b": 2, "a": 1}, map[int]string{3: "c", 1: "a"}, map[string]int(nil), map[[2]int]bool{{2, 1}: true, {1, 2}: false}, map[bool]int{true: 1, false: 0},
		S{1, "two", []byte("three"), map[string]int{"k": 4}, 5, nil}, &S{}, &[]int{1}, &map[string]int{"z": 1}, &[2]int{1, 2}, struct{}{}, struct{ X, y any }{1, "s"},
		Str("str"), &Err{3}, (*Err)(nil), G(7), Fm{}, P{}, PE{}, (*NP)(nil), &NP{8}, NP{9}, B(true), MyInt(-5), In{Str("in")}, In{}, []any{1, "a", nil, 2.5, []any{}}, []error{nil}, []Str{"p", "q"}, Emb{u: "u"}, &rec{}, rec{},
		errors.New("plain"), reflect.ValueOf(3), reflect.ValueOf(Str("rv")), reflect.Value{}, reflect.Int, [][]int{{1}, {2, 3}}, []*int{nil}, (*int)(nil), (func())(nil), (chan int)(nil), []bool{true}, []float64{1.5, 2}, []rune("ab"), [][]byte{[]byte("x")}, []Named{Named("n")}, []uint8{1}, []MyInt{1, 2}, 'x', struct{ A, B fmt.Stringer }{Str("a"), nil}, [3]bool{}, [2]any{1, nil}, map[Str]Str{"k": "v"}, []map[string]int{{"a": 1}}}
	verbs := "vTdxqsg"
	flags := []string{"", "+", "#", "-0"}
	widths := []string{"", "8", ".2"}
	for n, v := range vals {
		for _, vb := range verbs {
			for _, f := range flags {
				for _, w := range widths {
					format := "%" + f + w + string(vb)
					s := fmt.Sprintf(format, v)
					fmt.Printf("%d %s |%s|\n", n, format, s)
				}
			}
		}
	}
}
