// flags -e

package p

import "unsafe"

type T int
type P *int
type I interface{}
type S = struct{}
type F = func()

func (T) ok()                {}
func (P) m()                 {} // ERROR "invalid receiver type P \(pointer or interface type\)"
func (I) m()                 {} // ERROR "invalid receiver type I \(pointer or interface type\)"
func (*I) m()                {} // ERROR "invalid receiver type I \(pointer or interface type\)" "method I\.m already declared at "
func (**T) m()               {} // ERROR "invalid receiver type \*\*T"
func (S) m()                 {} // ERROR "invalid receiver type S"
func (F) m()                 {} // ERROR "invalid receiver type F"
func (int) m()               {} // ERROR "cannot define new methods on non-local type int"
func (*string) m()           {} // ERROR "cannot define new methods on non-local type string"
func ([]int) m()             {} // ERROR "invalid receiver type \[\]int"
func (undefined) m()         {} // ERROR "undefined: undefined"
func (unsafe.Pointer) m()    {} // ERROR "cannot define new methods on non-local type unsafe\.Pointer"
func (error) m()             {} // ERROR "cannot define new methods on non-local type error"
func (a, b T) m()            {} // ERROR "method has multiple receivers"
func (a ...T) m()            {} // ERROR "invalid use of \.\.\." "method T\.m already declared at "
func () m()                  {} // ERROR "method has no receiver"
func (T) init()              {}
func (t T) _()               {}
func (t T) _()               {}
func (T) ok2() (x int, x int) { return } // ERROR "x redeclared in this block" "result parameter x not in scope at return"
func (t *T) ok()             {} // ERROR "method T\.ok already declared at "
func (v) m()                 {} // ERROR "v \(package-level variable\) is not a type"

var v int

func init() int { return 0 } // ERROR "func init must have no arguments and no return values"
func init(x int) {} // ERROR "func init must have no arguments and no return values"
func main() {}
func _() {}
