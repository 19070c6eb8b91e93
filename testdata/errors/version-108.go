// flags -lang=go1.8

package p

type A = int // ERROR "type alias requires go1\.9 or later \(-lang was set to go1\.8; check go\.m"

const c = 1_0 // ERROR "underscore in numeric literal requires go1\.13 or later \(-lang was set "

var s uint = 1
var i int = 1
var x = 1 << s
var y = 1 << i // ERROR "invalid operation: signed shift count i \(variable of type int\) require"
