package p

var a = 0x
var b = 0b
var c = 0o
var d = 0xg
var e = 0b12
var f = 08
var g = 0o8
var h = 09.5
