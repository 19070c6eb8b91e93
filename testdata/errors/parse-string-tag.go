package p

type t struct {
	a int `ok`
	b int "also ok"
	c int x // ERROR "syntax error: unexpected name x in struct type; possibly missing semicolon or newline or \}"
	d, e int, f
}
