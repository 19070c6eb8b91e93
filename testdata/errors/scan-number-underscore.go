package p

var a = 1_
var b = 1__0
var c = 0_x1
var d = 0x_1
var e = 1_.5
var f = 1._5
var g = _1
