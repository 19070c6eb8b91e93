package p

var a = 1 # 2
var b = 3 ? 4
var c = a $ b
var d = 5 @ 6
