package p

var a chan
var b <-chan<- int // ERROR "syntax error: missing channel element type"
var c chan<- <- int // ERROR "syntax error: unexpected name int, expected keyword chan"
var d <- int // ERROR "syntax error: unexpected name int, expected keyword chan"
