package unicode

// Bits of the table latin: the classes that a rune belongs to.
const (
	isC uint8 = 1 << iota // control
	isP                   // punctuation
	isN                   // number
	isS                   // symbol
	isZ                   // space
	isU                   // upper case letter
	isL                   // lower case letter
	isO                   // other letter
)

// belongs reports whether r is in one of the classes if it is Latin-1, otherwise whether it is in t.
func belongs(r rune, classes uint8, t *RangeTable) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[r]&classes != 0
	}
	return Is(t, r)
}

// GraphicRanges are the runes that Unicode calls graphic: letters, marks, numbers, punctuation, symbols
// and spaces.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are the runes, beside the ASCII space, that Go calls printable.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// IsGraphic reports whether r is in one of GraphicRanges.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[r]&^isC != 0
	}
	return In(r, &tableL, &tableM, &tableN, &tableP, &tableS, &tableZs)
}

// IsPrint reports whether r is in one of PrintRanges, or the ASCII space.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return latin[r]&^(isC|isZ) != 0 || r == ' '
	}
	return In(r, &tableL, &tableM, &tableN, &tableP, &tableS)
}

// IsControl reports whether r is a control character (category Cc); all of these are Latin-1.
func IsControl(r rune) bool { return uint32(r) <= MaxLatin1 && latin[r]&isC != 0 }

// IsLetter reports whether r is a letter (category L).
func IsLetter(r rune) bool { return belongs(r, isU|isL|isO, &tableL) }

// IsMark reports whether r is a mark (category M); none of these is Latin-1.
func IsMark(r rune) bool { return belongs(r, 0, &tableM) }

// IsNumber reports whether r is a number (category N).
func IsNumber(r rune) bool { return belongs(r, isN, &tableN) }

// IsPunct reports whether r is punctuation (category P).
func IsPunct(r rune) bool { return belongs(r, isP, &tableP) }

// IsSymbol reports whether r is a symbol (category S).
func IsSymbol(r rune) bool { return belongs(r, isS, &tableS) }

// IsUpper reports whether r is an upper case letter (category Lu).
func IsUpper(r rune) bool { return belongs(r, isU, &tableLu) }

// IsLower reports whether r is a lower case letter (category Ll).
func IsLower(r rune) bool { return belongs(r, isL, &tableLl) }

// IsTitle reports whether r is a title case letter (category Lt); none of these is Latin-1.
func IsTitle(r rune) bool { return belongs(r, 0, &tableLt) }

// IsDigit reports whether r is a decimal digit (category Nd).
func IsDigit(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return uint32(r)-'0' < 10
	}
	return Is(&tableNd, r)
}

// IsSpace reports whether r is white space (property White_Space). In Latin-1 these are tab to carriage
// return, space, U+0085 and U+00A0.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return uint32(r)-'\t' < 5 || r == ' ' || r == 0x85 || r == 0xA0
	}
	return Is(&tableWhite_Space, r)
}
