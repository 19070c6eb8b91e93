package main

import (
	"errors"
	. "fmt"
	_ "os"
	str "strings"
)

// Names that hide predeclared ones, imports and each other.

type error interface{ Error() string }
type string2 = string

var true = "not a bool"
var iota = 5

func len(x ...int) int { return 1000 + cap(x) }

type int32 struct{ x int64 }

const nil2 = "nil"

func print(args ...any) { Println(append([]any{"own print:"}, args...)...) }

func shadow(str int) (errors int) {
	errors = str * 2
	{
		str := "inner"
		_ = str
		type int = string2
		var s int = "int is a string here"
		Println(s)
	}
	return
}

func append2(append []int) []int { return append[:1] }

func main() {
	Println(str.ToUpper("renamed import"), errors.New("e"), shadow(4), true, iota, len(1, 2))
	print(int32{7}.x, nil2)
	var string = "a variable"
	Println(string, append2([]int{1, 2}))
	for string := range 2 {
		Print(string, " ")
	}
	Println()
	func(main int) { Println(main) }(3)
	type main struct{ main int }
	Println(main{5}.main)
	if x := 1; x > 0 {
		x := x + 1
		if x := x * 10; x > 15 {
			Println(x)
		}
		Println(x)
	}
	switch errors := errors.New("switch"); x := errors.(type) {
	default:
		Println(x.Error())
	}
	var e error = errors.New("own error type")
	Println(e)
}
