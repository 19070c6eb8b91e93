// flags -lang=go1.12

package p

const (
	a = 0b101 // ERROR "binary literal requires go1\.13 or later \(-lang was set to go1\.12; chec"
	b = 0o17 // ERROR "0o/0O-style octal literal requires go1\.13 or later \(-lang was set to g"
	c = 1_000 // ERROR "underscore in numeric literal requires go1\.13 or later \(-lang was set "
	d = 0x1p-2 // ERROR "hexadecimal floating-point literal requires go1\.13 or later \(-lang was"
	e = 1 << x // ERROR "invalid operation: signed shift count x \(variable of type int\) require"
)

var x = 3
var _ = 1 << x // ERROR "invalid operation: signed shift count x \(variable of type int\) require"
var _ = 5i + 0b1i // ERROR "binary literal requires go1\.13 or later \(-lang was set to go1\.12; chec"

type I interface{ m() }
type J interface{ m() }
type K interface {
	I
	J // ERROR "duplicate method m"
}
