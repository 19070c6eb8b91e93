package p

var a = 1e
var b = 1e+
var c = 0x1.8
var d = 0x1p
var e = 0x.p1
var f = 1p3
var g = 0b1.0
var h = 0b1e3
