package strconv

import "math"

// layout is how a floating-point type is stored.
type layout struct {
	mantBits uint // without the leading one, which is not stored
	expBits  uint
	bias     int // exponent of the value 1 as stored, negative
}

var (
	layout32 = layout{23, 8, -127}
	layout64 = layout{52, 11, -1023}
)

// FormatFloat returns f, rounded to bitSize bits (32 or 64), as text.
//
// The format is 'b' (-ddddp±ddd, a binary exponent), 'e' (-d.dddde±dd), 'E' (-d.ddddE±dd), 'f' (-ddd.dddd),
// 'g' ('e' for large exponents, 'f' otherwise), 'G' ('E' or 'f'), 'x' (-0xd.ddddp±ddd, hexadecimal digits) or
// 'X' (-0Xd.ddddP±ddd). The precision is the number of digits after the point, for 'g' and 'G' the number
// of all significant digits; -1 asks for as few as make the text read back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	return string(AppendFloat(make([]byte, 0, max(prec+4, 24)), f, fmt, prec, bitSize))
}

// AppendFloat appends f, as FormatFloat writes it, to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var stored uint64
	var l *layout
	switch bitSize {
	case 32:
		stored, l = uint64(math.Float32bits(float32(f))), &layout32
	case 64:
		stored, l = math.Float64bits(f), &layout64
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	negative := stored>>(l.mantBits+l.expBits) != 0
	exp := int(stored>>l.mantBits) & (1<<l.expBits - 1)
	mant := stored & (1<<l.mantBits - 1)

	closeBelow := false
	switch exp {
	case 1<<l.expBits - 1:
		switch {
		case mant != 0:
			return append(dst, "NaN"...)
		case negative:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	case 0:
		exp++
	default:
		closeBelow = mant == 0 && exp > 1
		mant |= 1 << l.mantBits
	}
	exp += l.bias - int(l.mantBits) // now the value is mant * 2**exp

	if fmt == '%' || !knownFormat(fmt) {
		return append(dst, '%', fmt)
	}
	if negative {
		dst = append(dst, '-')
	}
	switch fmt {
	case 'b':
		dst = appendDigits(dst, mant, 10, false)
		dst = append(dst, 'p')
		if exp >= 0 {
			dst = append(dst, '+')
		}
		return AppendInt(dst, int64(exp), 10)
	case 'x', 'X':
		return appendHexFloat(dst, mant, exp, fmt, prec, l)
	}
	return appendDecimal(dst, mant, exp, closeBelow, fmt, prec)
}

func knownFormat(fmt byte) bool {
	switch fmt {
	case 'b', 'e', 'E', 'f', 'g', 'G', 'x', 'X':
		return true
	}
	return false
}

// appendDecimal appends mant * 2**exp in format e, f or g.
func appendDecimal(dst []byte, mant uint64, exp int, closeBelow bool, fmt byte, prec int) []byte {
	if prec >= 0 {
		return appendRounded(dst, mant, exp, fmt, prec)
	}
	var buf [20]byte
	var x digits
	if mant != 0 {
		n, k := shortest(mant, exp, closeBelow)
		x.setInt(buf[:], n, k)
	}
	return x.append(dst, fmt, prec)
}

// appendRounded is appendDecimal with a precision.
func appendRounded(dst []byte, mant uint64, exp int, fmt byte, prec int) []byte {
	if fmt|0x20 == 'g' && prec == 0 {
		prec = 1
	}
	var buf [20]byte
	var x digits
	if mant == 0 || x.setRounded(buf[:], mant, exp, fmt, prec) {
		return x.append(dst, fmt, prec)
	}
	return appendExact(dst, mant, exp, fmt, prec)
}

// appendExact is appendRounded by way of all digits.
func appendExact(dst []byte, mant uint64, exp int, fmt byte, prec int) []byte {
	var buf [maxDigits]byte
	var x digits
	x.setExact(buf[:], mant, exp)
	switch fmt {
	case 'e', 'E':
		x.round(prec + 1)
	case 'f':
		x.round(x.point + prec)
	default:
		x.round(prec)
	}
	return x.append(dst, fmt, prec)
}

// append appends x, already rounded, in format e, f or g; a negative precision asks for all of its digits.
func (x *digits) append(dst []byte, fmt byte, prec int) []byte {
	short := prec < 0
	switch fmt {
	case 'e', 'E':
		if short {
			prec = max(len(x.d)-1, 0)
		}
		return appendE(dst, x, prec, fmt)
	case 'f':
		if short {
			prec = max(len(x.d)-x.point, 0)
		}
		return appendF(dst, x, prec)
	}

	// Format g: an exponent where it would be below -4, or so large that zeros would fill up the
	// digits asked for.
	limit := prec
	if prec > len(x.d) && len(x.d) >= x.point {
		limit = len(x.d)
	}
	if short {
		limit = 6
	}
	if e := x.point - 1; len(x.d) > 0 && (e < -4 || e >= limit) || len(x.d) == 0 && -1 >= limit {
		if short || prec > len(x.d) {
			prec = len(x.d)
		}
		return appendE(dst, x, prec-1, fmt-'g'+'e')
	}
	return appendF(dst, x, max(len(x.d)-x.point, 0))
}

// appendZeros appends n zeros.
func appendZeros(dst []byte, n int) []byte {
	for ; n > 0; n-- {
		dst = append(dst, '0')
	}
	return dst
}

// appendE appends x as d.ddde±dd, with prec digits after the point.
func appendE(dst []byte, x *digits, prec int, letter byte) []byte {
	exp := 0
	if len(x.d) == 0 {
		dst = append(dst, '0')
	} else {
		exp = x.point - 1
		dst = append(dst, x.d[0])
	}
	if prec > 0 {
		dst = append(dst, '.')
		have := min(max(len(x.d)-1, 0), prec)
		if have > 0 {
			dst = append(dst, x.d[1:1+have]...)
		}
		dst = appendZeros(dst, prec-have)
	}
	dst = append(dst, letter)
	return appendExponent(dst, exp)
}

// appendExponent appends a sign and at least two digits.
func appendExponent(dst []byte, exp int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return appendDigits(dst, uint64(exp), 10, false)
}

// appendF appends x as ddd.ddd, with prec digits after the point.
func appendF(dst []byte, x *digits, prec int) []byte {
	if x.point <= 0 {
		dst = append(dst, '0')
	} else {
		whole := min(len(x.d), x.point)
		dst = append(dst, x.d[:whole]...)
		dst = appendZeros(dst, x.point-whole)
	}
	if prec <= 0 {
		return dst
	}
	dst = append(dst, '.')
	if x.point < 0 {
		zeros := min(-x.point, prec)
		dst = appendZeros(dst, zeros)
		prec -= zeros
	}
	from := min(max(x.point, 0), len(x.d))
	have := min(len(x.d)-from, prec)
	dst = append(dst, x.d[from:from+have]...)
	return appendZeros(dst, prec-have)
}

// appendHexFloat appends mant * 2**exp as 0xd.dddp±dd.
func appendHexFloat(dst []byte, mant uint64, exp int, fmt byte, prec int, l *layout) []byte {
	exp += int(l.mantBits) // as if the point stood after the first bit
	if mant == 0 {
		exp = 0
	} else {
		for mant>>l.mantBits == 0 {
			mant <<= 1
			exp--
		}
	}
	frac := mant << (64 - l.mantBits) // what follows the point, from the top
	first := byte(mant >> l.mantBits)
	if 0 <= prec && prec < 16 {
		kept, lost := uint64(first), frac
		if prec > 0 {
			kept, lost = kept<<(4*uint(prec))|frac>>(64-4*uint(prec)), frac<<(4*uint(prec))
		}
		if lost > 1<<63 || lost == 1<<63 && kept&1 != 0 {
			kept++
		}
		first = byte(kept >> (4 * uint(prec)))
		frac = 0
		if prec > 0 {
			frac = kept << (64 - 4*uint(prec))
		}
		if first == 2 { // rounded up to the next power of two: all other digits are zeros
			first = 1
			exp++
		}
	}
	letters := "0123456789abcdef"
	if fmt == 'X' {
		letters = "0123456789ABCDEF"
	}
	dst = append(dst, '0', fmt, '0'+first)
	if prec > 0 || prec < 0 && frac != 0 {
		dst = append(dst, '.')
	}
	for i := 0; i < prec || prec < 0 && frac != 0; i++ {
		dst = append(dst, letters[frac>>60])
		frac <<= 4
	}
	dst = append(dst, fmt-'x'+'p')
	return appendExponent(dst, exp)
}
