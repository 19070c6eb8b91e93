package strconv

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// pairs holds 00 to 99, so that decimal digits can be made two at a time.
const pairs = "00010203040506070809101112131415161718192021222324" +
	"25262728293031323334353637383940414243444546474849" +
	"50515253545556575859606162636465666768697071727374" +
	"75767778798081828384858687888990919293949596979899"

// decimal writes n at the end of buf and returns where it starts.
func decimal(buf []byte, n uint64) int {
	at := len(buf)
	for n >= 100 {
		rest := n / 100
		two := (n - rest*100) * 2
		at -= 2
		buf[at], buf[at+1] = pairs[two], pairs[two+1]
		n = rest
	}
	at--
	buf[at] = pairs[n*2+1]
	if n >= 10 {
		at--
		buf[at] = pairs[n*2]
	}
	return at
}

// appendDigits appends n in the given base, after a minus when negative.
func appendDigits(dst []byte, n uint64, base int, negative bool) []byte {
	if base < 2 || base > len(digitChars) {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	if negative {
		dst = append(dst, '-')
		n = -n
	}
	var buf [64]byte
	at := len(buf)
	switch {
	case base == 10:
		at = decimal(buf[:], n)
	default:
		b := uint64(base)
		for more := true; more; more = n != 0 {
			at--
			buf[at] = digitChars[n%b]
			n /= b
		}
	}
	return append(dst, buf[at:]...)
}

// small returns n, less than 100, in decimal, without an allocation.
func small(n int) string {
	if n < 10 {
		return pairs[n*2+1 : n*2+2]
	}
	return pairs[n*2 : n*2+2]
}

// FormatUint returns i in the given base, 2 to 36, with the letters a to z for digits from 10 on.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return small(int(i))
	}
	var buf [64]byte
	return string(appendDigits(buf[:0], i, base, false))
}

// FormatInt returns i in the given base, 2 to 36, with the letters a to z for digits from 10 on.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return small(int(i))
	}
	var buf [65]byte
	return string(appendDigits(buf[:0], uint64(i), base, i < 0))
}

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends i, as FormatInt writes it, to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	return appendDigits(dst, uint64(i), base, i < 0)
}

// AppendUint appends i, as FormatUint writes it, to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	return appendDigits(dst, i, base, false)
}
