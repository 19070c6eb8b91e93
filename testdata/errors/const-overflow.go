// flags -e
package p

const big = 1 << 100

var a int8 = 128 // ERROR "cannot use 128 \(untyped int constant\) as int8 value in variable declaration \(overflows\)"
var b uint = -1 // ERROR "cannot use -1 \(untyped int constant\) as uint value in variable declaration \(overflows\)"
var c int32 = 1 << 31 // ERROR "cannot use 1 << 31 \(untyped int constant 2147483648\) as int32 value in variable declaration \(overflows\)"
var d int = big // ERROR "cannot use big \(untyped int constant 1267650600228229401496703205376\) as int value in variable declaration \(overflows\)"
var e uint8 = 'ā' // ERROR "cannot use 'ā' \(untyped rune constant 257\) as uint8 value in variable declaration \(overflows\)"
var f = 1 << 64 // ERROR "cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in variable declaration \(overflows\)"
var g int = big >> 90
var h = uint8(300) // ERROR "constant 300 overflows uint8"
var i = int8(-129) // ERROR "constant -129 overflows int8"
var j float32 = 1e39 // ERROR "cannot use 1e39 \(untyped float constant 1e\+39\) as float32 value in variable declaration \(overflows\)"
var k = 0xFFFFFFFFFFFFFFFFF // ERROR "cannot use 0xFFFFFFFFFFFFFFFFF \(untyped int constant 295147905179352825855\) as int value in variable declaration \(overflows\)"
var l = []int8{200} // ERROR "cannot use 200 \(untyped int constant\) as int8 value in array or slice literal \(overflows\)"
const m int8 = 100 * 2 // ERROR "cannot use 100 \* 2 \(untyped int constant 200\) as int8 value in constant declaration \(overflows\)"
const n = int8(100) * 2 // ERROR "int8\(100\) \* 2 \(constant 200 of type int8\) overflows int8"
var o uint16 = 65535 + 1 // ERROR "cannot use 65535 \+ 1 \(untyped int constant 65536\) as uint16 value in variable declaration \(overflows\)"
