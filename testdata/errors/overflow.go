// flags -e

package p

const (
	big     = 1 << 100
	tooBig  = 1 << 600 // ERROR "constant shift overflow"
	maxInt8 = int8(127)
)

var (
	a int8   = 128 // ERROR "cannot use 128 \(untyped int constant\) as int8 value in variable declar"
	b uint8  = -1 // ERROR "cannot use -1 \(untyped int constant\) as uint8 value in variable declar"
	c        = maxInt8 + 1 // ERROR "maxInt8 \+ 1 \(constant 128 of type int8\) overflows int8"
	d        = int32(1) << 40 // ERROR "int32\(1\) << 40 \(constant 1099511627776 of type int32\) overflows int32"
	e int    = big // ERROR "cannot use big \(untyped int constant 1267650600228229401496703205376\) "
	f        = uint(big) // ERROR "constant 1267650600228229401496703205376 overflows uint"
	g uint16 = 'x' << 10 // ERROR "cannot use 'x' << 10 \(untyped rune constant 122880\) as uint16 value in"
	h        = -uint8(1) // ERROR "-uint8\(1\) \(constant -1 of type uint8\) overflows uint8"
	i        = ^uint8(0) + 1 // ERROR "\^uint8\(0\) \+ 1 \(constant 256 of type uint8\) overflows uint8"
	j        = 1e400 // ERROR "cannot use 1e400 \(untyped float constant 1e\+400\) as float64 value in v"
	k float32 = 1e39 // ERROR "cannot use 1e39 \(untyped float constant 1e\+39\) as float32 value in var"
	l complex64 = 1e39i // ERROR "cannot use 1e39i \(untyped complex constant \(0 \+ 1e\+39i\)\) as complex64 "
	m        = "a" + 1 // ERROR "invalid operation: .a. \+ 1 \(mismatched types untyped string and untype"
	n rune   = 1 << 31 // ERROR "cannot use 1 << 31 \(untyped int constant 2147483648\) as rune value in "
	o        = int64(1<<63 - 1) * 2 // ERROR "int64\(1 << 63 - 1\) \* 2 \(constant 18446744073709551614 of type int64\) o"
	p        = 10000000000 * int32(1) // ERROR "10000000000 \(untyped int constant\) overflows int32"
	q = [3]int{}[big] // ERROR "big \(untyped int constant 1267650600228229401496703205376\) overflows i"
	r = make([]int, big) // ERROR "big \(untyped int constant 1267650600228229401496703205376\) overflows i"
	s = 1 << big // ERROR "big \(untyped int constant 1267650600228229401496703205376\) overflows u"
	t = 5.5 << 1 // ERROR "invalid operation: shifted operand 5\.5 \(untyped float constant\) must b"
	u = 5.0 << 1.0
	v int8 = 1.5 // ERROR "cannot use 1\.5 \(untyped float constant\) as int8 value in variable decl"
	w = int(1.5) // ERROR "cannot convert 1\.5 \(untyped float constant\) to type int"
	x = uint(-1.0) // ERROR "cannot convert -1\.0 \(untyped float constant -1\) to type uint"
	y byte = 'é' + 100 // ERROR "cannot use '"
	z = string(big)
)
