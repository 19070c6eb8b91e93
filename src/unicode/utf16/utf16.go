// Package utf16 turns runes into UTF-16 and back, as RFC 2781 has it. Surrogates without a partner
// read as U+FFFD.
package utf16

const (
	replacement = '\uFFFD'
	highStart   = 0xD800  // first of the surrogates that begin a pair
	lowStart    = 0xDC00  // first of those that end one
	lowEnd      = 0xE000  // after the last
	pairStart   = 0x10000 // first rune that takes a pair
	maxRune     = '\U0010FFFF'
)

// IsSurrogate reports whether r is half of a pair.
func IsSurrogate(r rune) bool { return highStart <= r && r < lowEnd }

func isHigh(r rune) bool { return highStart <= r && r < lowStart }
func isLow(r rune) bool  { return lowStart <= r && r < lowEnd }

// DecodeRune returns the rune of a pair of surrogates, or U+FFFD when they are none.
func DecodeRune(r1, r2 rune) rune {
	if isHigh(r1) && isLow(r2) {
		return pairStart + (r1-highStart)<<10 + (r2 - lowStart)
	}
	return replacement
}

// EncodeRune returns the pair of surrogates for r, or U+FFFD twice when r takes no pair.
func EncodeRune(r rune) (r1, r2 rune) {
	if RuneLen(r) != 2 {
		return replacement, replacement
	}
	r -= pairStart
	return highStart + r>>10, lowStart + r&0x3FF
}

// RuneLen returns how many 16-bit words r takes, or -1 when it is not a rune.
func RuneLen(r rune) int {
	if r < 0 || r > maxRune || IsSurrogate(r) {
		return -1
	}
	if r < pairStart {
		return 1
	}
	return 2
}

// AppendRune appends the encoding of r to a; that of U+FFFD when r is not a rune.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		high, low := EncodeRune(r)
		return append(a, uint16(high), uint16(low))
	}
	return append(a, replacement)
}

// Encode returns the encoding of s.
func Encode(s []rune) []uint16 {
	words := make([]uint16, 0, len(s))
	for _, r := range s {
		words = AppendRune(words, r)
	}
	return words
}

// Decode returns the runes of s.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			low := rune(0)
			if i+1 < len(s) {
				low = rune(s[i+1])
			}
			if isHigh(r) && isLow(low) {
				i++
			}
			r = DecodeRune(r, low)
		}
		runes = append(runes, r)
	}
	return runes
}
