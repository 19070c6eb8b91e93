package p

var ab = 1
var c = 2  3
var € = 5
var x́y = 6
var ٣z = 7
