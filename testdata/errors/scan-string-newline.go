package p

var s = "not closed
var t = 'a
var u = "closed"
