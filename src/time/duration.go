package time

// A Duration is a time between two instants, in nanoseconds: up to about 290 years.
type Duration int64

// Durations to count with, as in 10*time.Second. There is none for days, which are not all equally long.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String returns a text such as 72h3m0.5s; below a second the unit is ms, µs or ns.
func (d Duration) String() string {
	var buf [32]byte // the longest is -2562047h47m16.854775808s
	b := appendDuration(buf[:0], d)
	return string(b)
}

// appendDuration appends the text of d.
func appendDuration(b []byte, d Duration) []byte {
	if d == 0 {
		return append(b, "0s"...)
	}
	u := uint64(d)
	if d < 0 {
		b = append(b, '-')
		u = -u
	}
	switch {
	case u < uint64(Microsecond):
		return append(appendUint(b, u), "ns"...)
	case u < uint64(Millisecond):
		return append(appendDecimal(b, u, 3), "µs"...)
	case u < uint64(Second):
		return append(appendDecimal(b, u, 6), "ms"...)
	}
	h, m := u/uint64(Hour), u/uint64(Minute)%60
	if h > 0 {
		b = append(appendUint(b, h), 'h')
	}
	if h > 0 || m > 0 {
		b = append(appendUint(b, m), 'm')
	}
	return append(appendDecimal(b, u%uint64(Minute), 9), 's')
}

// appendUint appends u in decimal.
func appendUint(b []byte, u uint64) []byte {
	if u >= 10 {
		b = appendUint(b, u/10)
	}
	return append(b, byte('0'+u%10))
}

// appendDecimal appends u / 10**places, without zeros at the end.
func appendDecimal(b []byte, u uint64, places int) []byte {
	unit := uint64(1)
	for range places {
		unit *= 10
	}
	b = appendUint(b, u/unit)
	frac := u % unit
	if frac == 0 {
		return b
	}
	b = append(b, '.')
	for frac > 0 {
		unit /= 10
		b = append(b, byte('0'+frac/unit))
		frac %= unit
	}
	return b
}

// The duration in other units: integers cut off, floating-point ones do not.

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d / Microsecond) }
func (d Duration) Milliseconds() int64 { return int64(d / Millisecond) }
func (d Duration) Seconds() float64    { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64    { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64      { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if r = -r; lessThanHalf(r, m) {
			return d + r
		}
		if x := d - m + r; x < d {
			return x
		}
		return minDuration
	}
	if lessThanHalf(r, m) {
		return d - r
	}
	if x := d + m - r; x > d {
		return x
	}
	return maxDuration
}

// lessThanHalf reports whether x+x < y, without overflow.
func lessThanHalf(x, y Duration) bool { return uint64(x)+uint64(x) < uint64(y) }

// Abs returns the absolute value, as far as there is one.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// units of ParseDuration.
var units = map[string]uint64{
	"ns": 1,
	"us": 1e3,
	"µs": 1e3, // U+00B5
	"μs": 1e3, // U+03BC
	"ms": 1e6,
	"s":  1e9,
	"m":  60e9,
	"h":  3600e9,
}

// ParseDuration reads what String writes: numbers with units, as in "1h15m30.918s" or "-1.5h".
func ParseDuration(s string) (Duration, error) {
	fail := func(what string) (Duration, error) {
		return 0, durationError("time: " + what + " " + quote(s))
	}
	rest := s
	neg := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		neg = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return fail("invalid duration")
	}
	var total uint64
	for rest != "" {
		whole, frac, scale, n := leadingNumber(rest)
		if n == 0 || n < 0 {
			return fail("invalid duration")
		}
		rest = rest[n:]
		i := 0
		for i < len(rest) && rest[i] != '.' && (rest[i] < '0' || rest[i] > '9') {
			i++
		}
		if i == 0 {
			return fail("missing unit in duration")
		}
		unit, ok := units[rest[:i]]
		if !ok {
			return 0, durationError("time: unknown unit " + quote(rest[:i]) + " in duration " + quote(s))
		}
		rest = rest[i:]
		if whole > 1<<63/unit {
			return fail("invalid duration")
		}
		v := whole * unit
		if frac > 0 {
			v += uint64(float64(frac) * (float64(unit) / scale))
			if v > 1<<63 {
				return fail("invalid duration")
			}
		}
		total += v
		if total > 1<<63 {
			return fail("invalid duration")
		}
	}
	if neg {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return fail("invalid duration")
	}
	return Duration(total), nil
}

type durationError string

func (e durationError) Error() string { return string(e) }

// leadingNumber reads digits with a fraction, frac/scale; n is how long they are, 0 if there are none, negative if they are too many.
func leadingNumber(s string) (whole, frac uint64, scale float64, n int) {
	digits := 0
	for ; n < len(s) && '0' <= s[n] && s[n] <= '9'; n++ {
		if whole > 1<<63/10 {
			return 0, 0, 0, -1
		}
		whole = whole*10 + uint64(s[n]-'0')
		if whole > 1<<63 {
			return 0, 0, 0, -1
		}
		digits++
	}
	scale = 1
	if n < len(s) && s[n] == '.' {
		full := false // more digits would not change anything
		for n++; n < len(s) && '0' <= s[n] && s[n] <= '9'; n++ {
			digits++
			if full {
				continue
			}
			x := frac*10 + uint64(s[n]-'0')
			if frac > (1<<63-1)/10 || x > 1<<63 {
				full = true
				continue
			}
			frac = x
			scale *= 10
		}
	}
	if digits == 0 {
		return 0, 0, 0, 0
	}
	return whole, frac, scale, n
}

// quote puts s in quotes for an error; bytes that do not print become \x escapes.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}
