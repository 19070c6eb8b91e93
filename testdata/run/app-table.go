// Every verb of fmt over values of every kind, as a table.
package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type point struct {
	X, Y int
	name string
}

type goStringer struct{}

func (goStringer) GoString() string { return "goStringer!" }

type loud struct{ v any }

func (l loud) Error() string { return "loud" }

type panics struct{}

func (panics) String() string { panic("oops") }

func main() {
	values := []any{
		nil, true, 42, -7, uint8(200), 'x', '本', 3.14159, float32(0.1), 1e21, math.Inf(-1), math.NaN(), 2 - 3i,
		"héllo\n", []byte("hi\x00"), []int{1, -2}, []string{"a", "b c"}, [2]bool{true}, map[string]int{"b": 2, "a": 1},
		point{1, 2, "p"}, &point{3, 4, "q"}, celsius(21.55), &[]int{5}, struct{}{}, errors.New("err"), loud{nil}, goStringer{},
		(*int)(nil), []any{1, "x", nil}, [][]int{{1}, nil, {}}, map[point]any{{1, 2, "k"}: 3.5}, panics{},
		(error)(nil), uintptr(255), struct {
			A any
			B *int
			C []string
		}{A: int8(-1)},
	}
	verbs := strings.Fields("%v %+v %#v %T %d %b %o %O %x %X %c %q %U %e %f %g %G %s %t %6.2f %-8v| %08.3f %+d %+q %#x %#o %#q %x %#U %5t %10.3v| %x")
	for _, v := range values {
		for _, verb := range verbs {
			fmt.Printf(verb+" ", v)
		}
		fmt.Println()
	}
	fmt.Printf("%[2]d %[1]s %d %[3]*.[4]*[5]f %%\n", "a", 2, 8, 3, math.Pi)
	fmt.Printf("%!|%d|%z|%d %s|%[9]d|%*d|%-*d|\n", 1, 2, "three", 4, 6, 7, 5, 8)
	fmt.Printf("%v %v\n", unsafe.Sizeof(values), len(values))
	fmt.Printf("%6d|%-6d|%06d|% d|%x|%X|%#b\n", 42, 42, -42, 42, "hex me", []byte{1, 171}, 5)
	fmt.Printf("% x|%# x|%.2s|%.0q|%10.4q|%t\n", "abc", "abc", "日本語", "abc", "abcdefgh", "no")
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, nil), fmt.Sprintln("x", 1), fmt.Sprintf("%d %s", 1))
	fmt.Printf("%s %v %d\n", []error{errors.New("e1"), nil}, [3]byte{1, 2, 3}, [3]byte{1, 2, 3})
	fmt.Printf("%s %x %X %q\n", [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, []string{"ab", "cd"}, []rune("hé"))
	fmt.Println(fmt.Errorf("no wrap: %v %d", errors.New("x"), 3), fmt.Append(nil, "a", 1), fmt.Appendf([]byte("p"), "%03d", 7))
}
