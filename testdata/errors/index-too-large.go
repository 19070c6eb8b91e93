package p

// The size of arrays is looked at when all else is well: nothing is said about the first one.
var a [10][1 << 49]byte

var c = [...]int{1<<63 - 1: 1} // ERROR "array index 9223372036854775807 out of bounds"
