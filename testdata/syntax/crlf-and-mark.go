package p

var crlf = `a
b`
