// flags -e

package p

import "unsafe"

type S1 struct{ a int }
type S2 struct{ a int `tag` }
type S3 struct{ b int }
type F func(int)

var (
	i  int
	f  float64
	s  string
	b  []byte
	p  *int
	c  chan int
	ro <-chan int
	a3 [3]int
	sl []int
	fn func(int) int
	e  error
	u  unsafe.Pointer
	m  map[string]int
)

var (
	_ = string(f) // ERROR "cannot convert f \(variable of type float64\) to type string"
	_ = int(s) // ERROR "cannot convert s \(variable of type string\) to type int"
	_ = []byte(i) // ERROR "cannot convert i \(variable of type int\) to type \[\]byte"
	_ = []rune(b) // ERROR "cannot convert b \(variable of type \[\]byte\) to type \[\]rune"
	_ = (*string)(p) // ERROR "cannot convert p \(variable of type \*int\) to type \*string"
	_ = (chan int)(ro) // ERROR "cannot convert ro \(variable of type <-chan int\) to type chan int"
	_ = (<-chan int)(c)
	_ = (<-chan string)(c) // ERROR "cannot convert c \(variable of type chan int\) to type <-chan string"
	_ = [4]int(sl)
	_ = [3]string(sl) // ERROR "cannot convert sl \(variable of type \[\]int\) to type \[3\]string"
	_ = (*[3]int)(sl)
	_ = (*[3]int)(a3) // ERROR "cannot convert a3 \(variable of type \[3\]int\) to type \*\[3\]int"
	_ = S2(S1{})
	_ = S3(S1{}) // ERROR "cannot convert S1\{\} \(value of struct type S1\) to type S3"
	_ = F(fn) // ERROR "cannot convert fn \(variable of type func\(int\) int\) to type F"
	_ = error(i) // ERROR "cannot convert i \(variable of type int\) to type error: int does not im"
	_ = uintptr(p) // ERROR "cannot convert p \(variable of type \*int\) to type uintptr"
	_ = unsafe.Pointer(i) // ERROR "cannot convert i \(variable of type int\) to type unsafe\.Pointer"
	_ = (*int)(u)
	_ = int(u) // ERROR "cannot convert u \(variable of type unsafe\.Pointer\) to type int"
	_ = bool(1) // ERROR "cannot convert 1 \(untyped int constant\) to type bool"
	_ = complex128(f) // ERROR "cannot convert f \(variable of type float64\) to type complex128"
	_ = int(1i) // ERROR "cannot convert 1i \(untyped complex constant \(0 \+ 1i\)\) to type int"
	_ = float32("a") // ERROR "cannot convert .a. \(untyped string constant\) to type float32"
	_ = map[string]int(nil)
	_ = map[int]string(m) // ERROR "cannot convert m \(variable of type map\[string\]int\) to type map\[int\]str"
	_ = int() // ERROR "missing argument in conversion to int"
	_ = int(1, 2) // ERROR "too many arguments in conversion to int"
	_ = int(sl...) // ERROR "invalid use of \.\.\. in conversion to int"
	_ = func()(nil) // ERROR "func\(\) nil \(type\) is not an expression" "nil \(untyped nil\) is not a type"
	_ = struct{}(1) // ERROR "cannot convert 1 \(untyped int constant\) to type struct\{\}"
	_ = string([]int{1}) // ERROR "cannot convert \[\]int\{"
	_ = int(nil) // ERROR "cannot convert nil to type int"
	_ = int(true) // ERROR "cannot convert true \(untyped bool constant\) to type int"
	_ = interface{ m() }(e) // ERROR "cannot convert e \(variable of interface type error\) to type interface\{"
	_ = <-chan int(c)
)
