// flags -e
package p

type t int
type p1 *t
type i interface{ m() }

func (x int) a()      {} // ERROR "cannot define new methods on non-local type int"
func (x *string) b()  {} // ERROR "cannot define new methods on non-local type string"
func (x **t) c()      {} // ERROR "invalid receiver type \*\*t"
func (x p1) d()       {} // ERROR "invalid receiver type p1 \(pointer or interface type\)"
func (x i) e()        {} // ERROR "invalid receiver type i \(pointer or interface type\)"
func (x []t) f()      {} // ERROR "invalid receiver type \[\]t"
func (x missing) g()  {} // ERROR "undefined: missing"
func (x *t) ok()      {}
func (x t) ok()       {} // ERROR "method t\.ok already declared at \./receiver\.go:15:13"
func (x struct{}) h() {} // ERROR "invalid receiver type struct\{\}"
func (f func()) k()   {} // ERROR "invalid receiver type func\(\)"
