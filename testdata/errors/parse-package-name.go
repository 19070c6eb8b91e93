package 3 // ERROR "syntax error: unexpected literal 3, expected name"

var x int
