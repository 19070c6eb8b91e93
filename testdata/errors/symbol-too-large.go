package p

var a [1 << 49]byte // ERROR "p.a: symbol too large \(562949953421312 bytes > 2000000000 bytes\)"

var b = [1 << 34]int{5: 1} // ERROR "p.b: symbol too large"

var fits [2000000000]byte
