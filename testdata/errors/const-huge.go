package p

const a = 1 << 1000000000 // ERROR "invalid operation: invalid shift count 1000000000 \(untyped int constant\)"
const b = 1e1000000000 // ERROR "malformed constant: 1e1000000000"
const c = 1 << 511 * 2 // ERROR "constant multiplication overflow"
const d = 1 << 512 // ERROR "constant shift overflow"
const e = 0x1p-1000000000
const f = 1e100000 * 1e100000

var g = 1e400 // ERROR "cannot use 1e400 \(untyped float constant 1e\+400\) as float64 value in variable declaration \(overflows\)"
var h float64 = 1e309 // ERROR "cannot use 1e309 \(untyped float constant 1e\+309\) as float64 value in variable declaration \(overflows\)"
var i = -(1 << 511) * 4 // ERROR "constant multiplication overflow"
