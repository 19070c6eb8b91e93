//line other.go:100
package p

//line not one
var a = 1

/*line inner.go:7:3*/ var b = 2 /*line :9:1*/ + 3
