package p

var x int = "leading mark is fine"
