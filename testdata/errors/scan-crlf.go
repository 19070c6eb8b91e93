package p

var x int = "carriage returns"
var y = `raw
string` + 1
