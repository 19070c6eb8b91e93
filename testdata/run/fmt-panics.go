// Methods that panic while fmt formats: each is shown once, and formatting goes on.
package main

import "fmt"

type text string

func (t text) Error() string { return string(t) }

type stringer struct{ v any }

func (s stringer) String() string { panic(s.v) }

type goStringer struct{ v any }

func (s goStringer) GoString() string { panic(s.v) }

type formatter struct{ v any }

func (f formatter) Format(s fmt.State, verb rune) { panic(f.v) }

type failing struct{ v any }

func (f *failing) Error() string { panic(f.v) }

type recursive struct{}

func (recursive) Error() string { panic(recursive{}) }

func main() {
	for _, v := range []any{3, text("an error"), "text"} {
		fmt.Printf("%v|%s|%d|\n", stringer{v}, []stringer{{v}}, stringer{v})
		fmt.Printf("%#v|%v|%#v|\n", goStringer{v}, goStringer{v}, []any{goStringer{v}})
		fmt.Printf("%v|%d|%#v|\n", formatter{v}, formatter{v}, formatter{v})
		fmt.Printf("%v|%x|\n", &failing{v}, &failing{v})
	}
	fmt.Printf("%v|%s|%#v|\n", (*failing)(nil), (*stringer)(nil), (*goStringer)(nil))
	defer func() { fmt.Println("recovered") }()
	func() {
		defer func() { recover() }()
		fmt.Println(recursive{})
	}()
}
