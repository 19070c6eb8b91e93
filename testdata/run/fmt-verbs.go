package main

import (
	"errors"
	"fmt"
	"os"
)

type E struct{}

func (E) Error() string { return "E!" }

type T struct {
	a int
	B string
}
type W struct{ error }

func main() {
	p := func(f string, a ...any) { fmt.Printf("%q: ", f); fmt.Printf(f, a...); fmt.Println("|") }
	p("%!")
	p("%")
	p("%d")
	p("%d %d", 1)
	p("%d", 1, 2)
	p("%d", 1, "x", nil, 2.5)
	p("%[2]d %[1]d", 1, 2)
	p("%[2]*[1]d", 2, 6)
	p("%[3]*.[2]*[1]f", 12.0, 2, 6)
	p("%6.2f", 12.0)
	p("%[5]d", 1)
	p("%[x]d", 1)
	p("%[]d", 1)
	p("%[1", 1)
	p("%[1]", 1)
	p("%[0]d", 1)
	p("%[-1]d", 1)
	p("%[3]2d", 1, 2, 3)
	p("%[1].2d", 1, 2, 3)
	p("%[1]d %d %d", 1, 2)
	p("%d %d %#[1]x %#x", 16, 17)
	p("%*d", 5, 42)
	p("%-*d|", 5, 42)
	p("%*d", -5, 42)
	p("%*d", "x", 42)
	p("%.*d", -1, 42)
	p("%.*d", 4, 42)
	p("%.*d", "a", 42)
	p("%*d", 10000000, 42)
	p("%.*d", 10000000, 42)
	p("%100000000d", 42)
	p("%.100000000d", 42)
	p("%0*d", 8, -42)
	p("%0*d", -8, -42)
	p("%*", 4)
	p("%.[2]*d", 1, 2)
	p("%.[2]d", 1, 2)
	p("%[2]v %v", 1, 2, 3)
	p("%%%d%%", 7)
	p("%-%")
	p("%5%")
	p("%世", 3)
	p("%\xff", 3)
	p("%w", errors.New("x"))
	p("%.", 3)
	p("%.3", 3)
	p("%5", 3)
	p("%+", 3)
	p("%s %v", E{}, &E{})
	p("%v %+v %#v", T{1, "b"}, T{1, "b"}, T{1, "b"})
	p("%v %+v %#v", &T{1, "b"}, &T{1, "b"}, &T{1, "b"})
	p("%d %s", T{1, "b"}, T{1, "b"})
	p("%x %X", "hello", []byte("hello"))
	p("% x % X %#x %# x", "hello", []byte("hello"), "hi", "hi")
	p("%x", []string{"a", "bc"})
	p("%q", []string{"a", "b\n"})
	p("%x", 3.5)
	p("%08b", 5)
	p("%o %O %#o", 8, 8, 8)
	p("%c %q %U %#U", 'x', 'x', 'x', '⌘')
	p("%c", -1)
	p("%q", 0x110000)
	p("%U", -1)
	p("%e %E", 1e100, 1e-100)
	p("%6.3f|%-8.2f|%+.1e", 3.14159, 2.5, 12345.678)
	p("%t", "no")
	p("%s", nil)
	p("%d", nil)
	p("%s", []any{1, nil, "a"})
	p("%p", 3)
	p("%p", nil)
	p("%T %T %T", nil, 3, []any{})
	p("%v", W{errors.New("we")})
	p("%v", W{})
	p("%5t|%-7t|", true, false)
	p("%20v|%-20v|", []int{1, 2}, []string{"a"})
	p("%05d %05s %05v", 3, "a", []int{1})
	p("%+d % d %+d", 3, 3, -3)
	p("%+q %#q %+#q", "é", "é", "`")
	p("%x", E{})
	p("%X", E{})
	p("%d", E{})
	p("%6d", []int{1, 22})
	p("%06.2f", []float64{1, -2.5})
	p("%#v", []any{1, "a", nil, int8(3), uint8(4), 2.0, 1e6, 1e21, 'x', true, []byte{1}, map[string]any{"a": 1}, struct{}{}, (*int)(nil), [2]string{}, complex(1, 2), float32(1)})
	p("%#v", map[string][]int{"a": {1}, "b": nil})
	e1, e2 := errors.New("e1"), errors.New("e2")
	for _, err := range []error{
		fmt.Errorf("a %w b", e1), fmt.Errorf("%w %w", e1, e2), fmt.Errorf("none"), fmt.Errorf("%w", "notanerror"), fmt.Errorf("%w", nil), fmt.Errorf("%[2]w %[1]w", e1, e2), fmt.Errorf("%w %d", e1), fmt.Errorf("%v %w", e1, e2), fmt.Errorf("%w %[1]w", e1), fmt.Errorf("%10w|%+w", e1, e2)} {
		fmt.Printf("%v %T %v %v %v\n", err, err, errors.Is(err, e1), errors.Is(err, e2), errors.Unwrap(err))
		if m, ok := err.(interface{ Unwrap() []error }); ok {
			fmt.Println(m.Unwrap())
		}
	}
	fmt.Println(fmt.Sprint(), fmt.Sprint("a", "b"), fmt.Sprint(1, 2), fmt.Sprint("a", 1, 2, "b"), fmt.Sprint(1, "a", "b", 2, nil, nil))
	fmt.Print(fmt.Sprintln("a", 1, nil))
	fmt.Print("x", 1, 2, "\n")
	b := fmt.Append([]byte("p:"), 1, 2)
	b = fmt.Appendf(b, "%d", 3)
	b = fmt.Appendln(b, 4)
	fmt.Fprint(os.Stdout, string(b))
	n, err := fmt.Println("é")
	fmt.Println(n, err)
	var np *T
	fmt.Printf("%v %+v %#v %s\n", np, np, np, np)
	type inner struct{ T }
	fmt.Printf("%v %+v %#v\n", inner{}, inner{}, inner{})
	fmt.Printf("%v %d %s\n", struct{ e error }{E{}}, struct{ e error }{nil}, struct{ E error }{E{}})
	var ip any = &np
	_ = ip
	fmt.Printf("%v %v\n", [3]*int{}, struct{ p *int }{})
	fmt.Printf("%s|%v|%x\n", []error{E{}}, []error{E{}}, []error{E{}})
	fmt.Printf("%v\n", map[T]int{{2, "a"}: 1, {1, "z"}: 2, {1, "b"}: 3})
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		fmt.Printf("%v\n", func() any { panic("in arg") }())
	}()
}
