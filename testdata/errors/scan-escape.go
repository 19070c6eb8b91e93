package p

var a = "\q"
var b = '\z'
var c = "\x4"
var d = "\400"
var e = "\u12"
var f = "\U00110000"
var g = '\ud800'
var h = "\'" + "ok"
var i = '\"'
