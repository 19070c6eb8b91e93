package p

var x = “smart quotes”
var y = 3 – 2
