// Types with unexported fields or methods belong to the package that writes them, embedded predeclared types too.
package main

import (
	"fmt"

	"example.com/structs/a"
)

func field() any    { return struct{ x int }{1} }
func embedded() any { return struct{ int }{1} }
func exported() any { return struct{ X int }{1} }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	_, ok := field().(struct{ x int })
	_, other := a.Field().(struct{ x int })
	fmt.Println("field", ok, other)
	_, ok = embedded().(struct{ int })
	_, other = a.Embedded().(struct{ int })
	fmt.Println("embedded", ok, other)
	_, ok = exported().(struct{ X int })
	_, other = a.Exported().(struct{ X int })
	fmt.Println("exported", ok, other)
	try("assertion:", func() { _ = a.Field().(struct{ x int }) })
	try("interface:", func() { _ = a.Value().(interface{ m() }) })
	fmt.Println(field() == a.Field(), embedded() == a.Embedded(), exported() == a.Exported())
}
