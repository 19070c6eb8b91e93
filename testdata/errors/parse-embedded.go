package p

type t struct{}

type a struct{ **t } // ERROR "syntax error: unexpected \*, expected name"
type b struct{ []t } // ERROR "syntax error: unexpected \[, expected field name or embedded type"
type c struct{ *struct{} } // ERROR "syntax error: unexpected keyword struct, expected name"
type d struct{ (t) } // ERROR "syntax error: cannot parenthesize embedded type"
type e struct{ *(t) } // ERROR "syntax error: cannot parenthesize embedded type"
