// flags -lang=go1.12
package p

var a = 0b101 // ERROR "binary literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)"
var b = 0o17 // ERROR "0o/0O-style octal literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)"
var c = 1_000 // ERROR "underscore in numeric literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)"
var d = 0x1p3 // ERROR "hexadecimal floating-point literal requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)"
var e = 1 << 3

func f(x int, s int) int { return x << s } // ERROR "invalid operation: signed shift count s \(variable of type int\) requires go1\.13 or later \(-lang was set to go1\.12; check go\.mod\)"
