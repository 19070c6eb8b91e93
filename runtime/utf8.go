// UTF-8, for range over strings and conversions (RFC 3629; spec: "String types").

package runtime

const (
	runeError = '\uFFFD' // what a bad byte decodes to
	runeSelf  = 0x80     // bytes below are themselves
	maxRune   = 0x10FFFF
)

// decoderune decodes the rune at s[k:], which is not empty and does not begin with
// ASCII, and returns it with the index behind it. A bad encoding is one byte wide.
func decoderune(s string, k int) (r rune, pos int) {
	pos = k
	if k >= len(s) {
		return runeError, k + 1
	}
	c := s[k]
	var need int
	var least rune // the smallest rune that needs this length
	switch {
	case c < runeSelf:
		return rune(c), k + 1
	case c >= 0xC2 && c < 0xE0:
		need, r, least = 1, rune(c&0x1f), 0x80
	case c >= 0xE0 && c < 0xF0:
		need, r, least = 2, rune(c&0x0f), 0x800
	case c >= 0xF0 && c < 0xF5:
		need, r, least = 3, rune(c&0x07), 0x10000
	default:
		return runeError, k + 1
	}
	if k+need >= len(s) {
		return runeError, k + 1
	}
	for i := 1; i <= need; i++ {
		c = s[k+i]
		if c&0xC0 != 0x80 {
			return runeError, k + 1
		}
		r = r<<6 | rune(c&0x3f)
	}
	if r < least || r > maxRune || r >= 0xD800 && r < 0xE000 {
		return runeError, k + 1
	}
	return r, k + need + 1
}

// encoderune writes r to p and returns its length; what is not a rune becomes runeError.
func encoderune(p *[4]byte, r rune) int {
	if uint32(r) > maxRune || r >= 0xD800 && r < 0xE000 {
		r = runeError
	}
	switch {
	case r < 0x80:
		p[0] = byte(r)
		return 1
	case r < 0x800:
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r&0x3f)
		return 2
	case r < 0x10000:
		p[0] = 0xE0 | byte(r>>12)
		p[1] = 0x80 | byte(r>>6&0x3f)
		p[2] = 0x80 | byte(r&0x3f)
		return 3
	}
	p[0] = 0xF0 | byte(r>>18)
	p[1] = 0x80 | byte(r>>12&0x3f)
	p[2] = 0x80 | byte(r>>6&0x3f)
	p[3] = 0x80 | byte(r&0x3f)
	return 4
}

// countrunes counts the runes of s.
func countrunes(s string) int {
	n := 0
	for i := 0; i < len(s); n++ {
		if s[i] < runeSelf {
			i++
		} else {
			_, i = decoderune(s, i)
		}
	}
	return n
}
