package p

// spec: "Integer literals", "Floating-point literals", "Imaginary literals", "Rune literals", "String literals"
const (
	decimal   = 1_000_000
	binary    = 0b1010_0101
	octal     = 0o17 + 017
	hex       = 0xBad_Face
	point     = .25 + 1. + 072.40 + 1_5.0e-2
	hexFloat  = 0x1p-2 + 0X.8p1 + 0x_1F.p+3
	imaginary = 0i + 1.e+0i + 0x1p-2i + 0o7i
	runes     = 'a' + '\a' + '\'' + '\000' + '\x07' + '\u12e4' + '\U00101234' + '本'
	text      = "\"quoted\"\t\xff\u65e5" + "日本語" + ``
	raw       = `two
	lines \n "and" a quote`
)

var ñandú, 变量 = "\\", `
`
