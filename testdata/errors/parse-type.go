package p

type
type t // ERROR "syntax error: unexpected keyword type, expected name"
type u struct { a int b int } // ERROR "syntax error: unexpected name b in struct type; possibly missing semicolon or newline or \}"
type v interface { f() g() } // ERROR "syntax error: unexpected \( in interface type; possibly missing semicolon or newline or \}"
type w [
type x map[string // ERROR "syntax error: unexpected keyword type, expected expression"
