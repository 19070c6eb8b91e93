package p

type t int

func (a t, b t) f() {} // ERROR "method has multiple receivers"
func () g() {} // ERROR "method has no receiver"
func (t) (h)() {} // ERROR "syntax error: unexpected \(, expected name"
func (t).k() {} // ERROR "syntax error: unexpected \., expected name"
func (t ...int) m() {} // ERROR "invalid use of \.\.\."
