package p

var a = [...]byte{1 << 50: 1} // ERROR "type \[1125899906842625\]byte larger than address space"

var b [10][1 << 49]byte // ERROR "larger than address space"
