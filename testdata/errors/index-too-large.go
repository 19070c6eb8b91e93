package p

// Both are found when all types are known to be correct.
var a [10][1 << 49]byte // ERROR "type \[10\]\[562949953421312\]byte larger than address space"

var c = [...]int{1<<63 - 1: 1} // ERROR "array index 9223372036854775807 out of bounds \[0:0\]"
