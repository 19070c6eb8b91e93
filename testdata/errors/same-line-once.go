package p

var x = a + a + b + c; var y = a // ERROR "undefined: a" "undefined: b" "undefined: c"
