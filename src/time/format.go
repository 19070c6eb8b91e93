package time

// Layouts show how the reference time, Mon Jan 2 15:04:05 MST 2006 (01/02 03:04:05PM '06 -0700), is to be written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700" // the reference time in the order of its numbers
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"

	Stamp      = "Jan _2 15:04:05"
	StampMilli = "Jan _2 15:04:05.000"
	StampMicro = "Jan _2 15:04:05.000000"
	StampNano  = "Jan _2 15:04:05.000000000"

	DateTime = "2006-01-02 15:04:05"
	DateOnly = "2006-01-02"
	TimeOnly = "15:04:05"
)

// An element is a part of a layout that stands for a part of a time.
type element int

const (
	none element = iota
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longDay
	shortDay
	day
	spaceDay
	zeroDay
	spaceYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	minute
	zeroMinute
	second
	zeroSecond
	longYear
	shortYear
	upperPM
	lowerPM
	zoneName
	zoneISO          // Z0700
	zoneISOSeconds   // Z070000
	zoneISOHours     // Z07
	zoneISOColon     // Z07:00
	zoneISOColonSecs // Z07:00:00
	zoneNum          // -0700
	zoneNumSeconds
	zoneNumHours
	zoneNumColon
	zoneNumColonSecs
	fraction0 // .000: so many digits
	fraction9 // .999: without zeros at the end
)

// elements are the texts of elements. Of two that begin alike the longer stands first.
var elements = [...]struct {
	text string
	e    element
}{
	{"January", longMonth}, {"Jan", shortMonth}, {"Monday", longDay}, {"Mon", shortDay}, {"MST", zoneName},
	{"002", zeroYearDay}, {"01", zeroMonth}, {"02", zeroDay}, {"03", zeroHour12}, {"04", zeroMinute}, {"05", zeroSecond},
	{"06", shortYear}, {"15", hour24}, {"1", numMonth}, {"2006", longYear}, {"2", day}, {"_2006", none}, {"__2", spaceYearDay}, {"_2", spaceDay},
	{"3", hour12}, {"4", minute}, {"5", second}, {"PM", upperPM}, {"pm", lowerPM},
	{"-070000", zoneNumSeconds}, {"-07:00:00", zoneNumColonSecs}, {"-0700", zoneNum}, {"-07:00", zoneNumColon}, {"-07", zoneNumHours},
	{"Z070000", zoneISOSeconds}, {"Z07:00:00", zoneISOColonSecs}, {"Z0700", zoneISO}, {"Z07:00", zoneISOColon}, {"Z07", zoneISOHours},
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

func isLowerAt(s string, i int) bool { return i < len(s) && 'a' <= s[i] && s[i] <= 'z' }

// elementAt returns the element at the start of s, and its length.
func elementAt(s string) (element, int) {
	switch s[0] {
	case 'J', 'M', '0', '1', '2', '_', '3', '4', '5', 'P', 'p', '-', 'Z':
		for i := range elements {
			x := &elements[i]
			if !hasPrefix(s, x.text) {
				continue
			}
			if (x.e == shortMonth || x.e == shortDay) && isLowerAt(s, 3) {
				continue // the beginning of some other word
			}
			if x.e == none { // _2006 is a _ and a year
				return none, 0
			}
			return x.e, len(x.text)
		}
	case '.', ',':
		if len(s) < 2 || s[1] != '0' && s[1] != '9' {
			break
		}
		n := 1
		for n < len(s) && s[n] == s[1] {
			n++
		}
		if isDigitAt(s, n) {
			break
		}
		if s[1] == '0' {
			return fraction0, n
		}
		return fraction9, n
	}
	return none, 0
}

// nextElement cuts a layout at its first element: the text before, the element as it is written, and what follows.
func nextElement(layout string) (prefix string, e element, text, suffix string) {
	for i := range len(layout) {
		if e, n := elementAt(layout[i:]); e != none {
			return layout[:i], e, layout[i : i+n], layout[i+n:]
		}
	}
	return layout, none, "", ""
}

// appendPadded appends n with at least width digits.
func appendPadded(b []byte, n, width int, pad byte) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	limit := 10
	for ; width > 1; width-- {
		limit = 10
		for range width - 2 {
			limit *= 10
		}
		if n < limit {
			b = append(b, pad)
			continue
		}
		break
	}
	return appendUint(b, uint64(n))
}

// Format returns the time as the layout shows.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, len(layout)+10), layout))
}

// AppendFormat is Format to a slice.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	year, month, dayOfMonth := t.Date()
	h, m, s := t.Clock()
	for layout != "" {
		prefix, e, text, suffix := nextElement(layout)
		b = append(b, prefix...)
		layout = suffix
		switch e {
		case longYear:
			b = appendPadded(b, year, 4, '0')
		case shortYear:
			b = appendPadded(b, int(floorMod(int64(max(year, -year)), 100)), 2, '0')
		case longMonth:
			b = append(b, month.String()...)
		case shortMonth:
			b = append(b, month.String()[:3]...)
		case numMonth:
			b = appendPadded(b, int(month), 1, '0')
		case zeroMonth:
			b = appendPadded(b, int(month), 2, '0')
		case longDay:
			b = append(b, t.Weekday().String()...)
		case shortDay:
			b = append(b, t.Weekday().String()[:3]...)
		case day:
			b = appendPadded(b, dayOfMonth, 1, '0')
		case spaceDay:
			b = appendPadded(b, dayOfMonth, 2, ' ')
		case zeroDay:
			b = appendPadded(b, dayOfMonth, 2, '0')
		case spaceYearDay:
			b = appendPadded(b, t.YearDay(), 3, ' ')
		case zeroYearDay:
			b = appendPadded(b, t.YearDay(), 3, '0')
		case hour24:
			b = appendPadded(b, h, 2, '0')
		case hour12:
			b = appendPadded(b, (h+11)%12+1, 1, '0')
		case zeroHour12:
			b = appendPadded(b, (h+11)%12+1, 2, '0')
		case minute:
			b = appendPadded(b, m, 1, '0')
		case zeroMinute:
			b = appendPadded(b, m, 2, '0')
		case second:
			b = appendPadded(b, s, 1, '0')
		case zeroSecond:
			b = appendPadded(b, s, 2, '0')
		case upperPM:
			b = append(b, halfOfDay(h, "AM", "PM")...)
		case lowerPM:
			b = append(b, halfOfDay(h, "am", "pm")...)
		case fraction0, fraction9:
			b = appendFraction(b, int(t.nsec()), text, e == fraction9)
		case zoneName:
			b = t.appendZoneName(b)
		case none:
		default:
			_, offset := t.zone()
			b = appendOffset(b, offset, e)
		}
	}
	return b
}

func halfOfDay(hour int, am, pm string) string {
	if hour < 12 {
		return am
	}
	return pm
}

// appendFraction appends nanoseconds as text shows: a point or comma, then so many digits; with trim without zeros at the end.
func appendFraction(b []byte, nsec int, text string, trim bool) []byte {
	var digits [9]byte
	for i := 8; i >= 0; i-- {
		digits[i] = byte('0' + nsec%10)
		nsec /= 10
	}
	n := min(len(text)-1, 9)
	for trim && n > 0 && digits[n-1] == '0' {
		n--
	}
	if n == 0 {
		return b
	}
	b = append(b, text[0])
	return append(b, digits[:n]...)
}

// appendZoneName appends the zone's name, or its offset if it has none.
func (t Time) appendZoneName(b []byte) []byte {
	name, offset := t.zone()
	if name != "" {
		return append(b, name...)
	}
	minutes := offset / 60
	sign := byte('+')
	if minutes < 0 {
		sign = '-'
		minutes = -minutes
	}
	b = appendPadded(append(b, sign), minutes/60, 2, '0')
	return appendPadded(b, minutes%60, 2, '0')
}

// appendOffset appends a zone's offset.
func appendOffset(b []byte, offset int, e element) []byte {
	if offset == 0 && zoneISO <= e && e <= zoneISOColonSecs {
		return append(b, 'Z')
	}
	// An offset of less than a minute counts as positive, with seconds that have a sign.
	sign := byte('+')
	if offset <= -60 {
		sign = '-'
		offset = -offset
	}
	b = appendPadded(append(b, sign), offset/3600, 2, '0')
	if e == zoneISOHours || e == zoneNumHours {
		return b
	}
	colon := e == zoneISOColon || e == zoneNumColon || e == zoneISOColonSecs || e == zoneNumColonSecs
	if colon {
		b = append(b, ':')
	}
	b = appendPadded(b, offset/60%60, 2, '0')
	switch e {
	case zoneISOColonSecs, zoneNumColonSecs:
		b = append(b, ':')
		fallthrough
	case zoneISOSeconds, zoneNumSeconds:
		b = appendPadded(b, offset%60, 2, '0')
	}
	return b
}

// String returns the time for people, as "2006-01-02 15:04:05.999999999 -0700 MST" shows; the reading of the monotonic clock follows as m=±seconds.
func (t Time) String() string {
	b := t.AppendFormat(nil, "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMono != 0 {
		u := uint64(t.ext)
		sign := byte('+')
		if t.ext < 0 {
			sign = '-'
			u = -u
		}
		b = append(b, " m="...)
		b = append(b, sign)
		b = appendUint(b, u/1e9)
		b = append(b, '.')
		b = appendPadded(b, int(u%1e9), 9, '0')
	}
	return string(b)
}

// GoString returns the time as a call of Date.
func (t Time) GoString() string {
	year, month, d := t.Date()
	h, m, s := t.Clock()
	b := appendPadded([]byte("time.Date("), year, 1, '0')
	if January <= month && month <= December {
		b = append(b, ", time."...)
		b = append(b, month.String()...)
	}
	for _, n := range [...]int{d, h, m, s, t.Nanosecond()} {
		b = appendPadded(append(b, ", "...), n, 1, '0')
	}
	switch loc := t.loc; loc {
	case nil, UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, "))"...)
	}
	return string(b)
}
