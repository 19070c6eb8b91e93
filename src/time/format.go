package time

// Format returns t in the form that the layout shows.
func (t Time) Format(layout string) string {
	var buf [64]byte
	return string(t.AppendFormat(buf[:0], layout))
}

// AppendFormat appends what Format returns.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	c := clock{t: t}
	c.name, c.offset = t.zone()
	c.seconds = t.sec() + int64(c.offset)
	if layout == RFC3339 || layout == RFC3339Nano {
		return c.appendRFC3339(b, len(layout) == len(RFC3339Nano))
	}
	for {
		before, e, rest := nextElement(layout)
		b = append(b, before...)
		if e.field == fieldNone {
			return b
		}
		b = c.append(b, e)
		layout = rest
	}
}

// A clock is what a clock and a calendar at a place show.
type clock struct {
	t       Time
	name    string // of the zone
	offset  int
	seconds int64 // since year 1
	dated   bool  // whether the date is known
	year    int64
	month   Month
	day     int
}

// date makes sure that the date is known.
func (c *clock) date() *clock {
	if !c.dated {
		c.year, c.month, c.day = civil(floorDiv(c.seconds, 86400))
		c.dated = true
	}
	return c
}

// appendRFC3339 is append of all elements of RFC3339 or RFC3339Nano, the layouts that programs use most.
func (c *clock) appendRFC3339(b []byte, nano bool) []byte {
	c.date()
	if y := c.year; 0 <= y && y < 10000 {
		b = append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
	} else {
		b = appendPadded(b, int(y), 4, '0')
	}
	m, d, s := int(c.month), c.day, c.ofDay(1)
	hour, minute, second := s/3600, s/60%60, s%60
	b = append(b, '-', byte('0'+m/10), byte('0'+m%10), '-', byte('0'+d/10), byte('0'+d%10), 'T',
		byte('0'+hour/10), byte('0'+hour%10), ':', byte('0'+minute/10), byte('0'+minute%10), ':', byte('0'+second/10), byte('0'+second%10))
	if nano {
		b = appendFraction(b, c.t.Nanosecond(), element{".999999999", fieldFraction, trimmed})
	}
	return appendOffset(b, c.offset, element{text: "Z07:00"})
}

// ofDay returns how often unit, in seconds, is in what has passed of the day.
func (c *clock) ofDay(unit int64) int {
	return int((c.seconds - floorDiv(c.seconds, 86400)*86400) / unit)
}

// append appends the text of one element.
func (c *clock) append(b []byte, e element) []byte {
	switch e.field {
	case fieldYear:
		year := int(c.date().year)
		if e.style == long {
			return appendPadded(b, year, 4, '0')
		}
		return appendPadded(b, max(year, -year)%100, 2, '0')
	case fieldMonth:
		switch m := c.date().month; e.style {
		case long:
			return append(b, m.String()...)
		case plain:
			return append(b, m.String()[:3]...)
		default:
			return appendNumber(b, int(m), 2, e.style)
		}
	case fieldWeekday:
		name := c.t.Weekday().String()
		if e.style == plain {
			name = name[:3]
		}
		return append(b, name...)
	case fieldDay:
		return appendNumber(b, c.date().day, 2, e.style)
	case fieldYearDay:
		return appendNumber(b, c.t.YearDay(), 3, e.style)
	case fieldHour:
		return appendNumber(b, c.ofDay(3600), 2, e.style)
	case fieldHour12:
		return appendNumber(b, (c.ofDay(3600)+11)%12+1, 2, e.style)
	case fieldMinute:
		return appendNumber(b, c.ofDay(60)%60, 2, e.style)
	case fieldSecond:
		return appendNumber(b, c.ofDay(1)%60, 2, e.style)
	case fieldFraction:
		return appendFraction(b, c.t.Nanosecond(), e)
	case fieldHalf:
		return append(b, half(c.ofDay(3600) >= 12, e.style)...)
	case fieldZoneName:
		if c.name != "" {
			return append(b, c.name...)
		}
		return appendOffset(b, c.offset, element{text: "-0700"})
	case fieldOffset:
		return appendOffset(b, c.offset, e)
	}
	return b
}

// half returns the name of a half of the day.
func half(afternoon bool, s style) string {
	switch {
	case s == lower && afternoon:
		return "pm"
	case s == lower:
		return "am"
	case afternoon:
		return "PM"
	}
	return "AM"
}

// appendNumber appends n in a style.
func appendNumber(b []byte, n, width int, s style) []byte {
	switch s {
	case zeros:
		return appendPadded(b, n, width, '0')
	case blanks:
		return appendPadded(b, n, width, ' ')
	}
	return appendPadded(b, n, 0, 0)
}

// appendPadded appends n with at least so many digits.
func appendPadded(b []byte, n, width int, pad byte) []byte {
	if width == 2 && pad == '0' && 0 <= n && n < 100 { // the most frequent
		return append(b, byte('0'+n/10), byte('0'+n%10))
	}
	u := uint64(n)
	if n < 0 {
		b = append(b, '-')
		u = -u
	}
	digits := 1
	for v := u; v >= 10; v /= 10 {
		digits++
	}
	for ; digits < width; digits++ {
		b = append(b, pad)
	}
	return appendUint(b, u)
}

// appendFraction appends the point and as many digits of nsec as the element has.
func appendFraction(b []byte, nsec int, e element) []byte {
	places := min(len(e.text)-1, 9)
	for range 9 - places {
		nsec /= 10
	}
	if e.style == trimmed {
		for places > 0 && nsec%10 == 0 {
			nsec /= 10
			places--
		}
		if places == 0 {
			return b
		}
	}
	return appendPadded(append(b, e.text[0]), nsec, places, '0')
}

// appendOffset appends seconds east of UTC.
func appendOffset(b []byte, offset int, e element) []byte {
	z, colon, minutes, seconds := e.parts()
	if z && offset == 0 {
		return append(b, 'Z')
	}
	// The sign is that of the minutes. If there are none, seconds have one of their own.
	sign := byte('+')
	if offset <= -60 {
		sign = '-'
		offset = -offset
	}
	b = append(b, sign)
	b = appendPadded(b, offset/3600, 2, '0')
	if minutes {
		if colon {
			b = append(b, ':')
		}
		b = appendPadded(b, offset/60%60, 2, '0')
	}
	if seconds {
		if colon {
			b = append(b, ':')
		}
		b = appendPadded(b, offset%60, 2, '0')
	}
	return b
}

// String returns date, time, offset and zone, and behind m= the reading of the monotonic clock if there is one. It is for people
// who look for mistakes.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMono == 0 {
		return s
	}
	b := append([]byte(s), " m="...)
	sign, mono := byte('+'), uint64(t.ext)
	if t.ext < 0 {
		sign, mono = '-', -mono
	}
	b = append(b, sign)
	b = appendUint(b, mono/1e9)
	b = append(b, '.')
	return string(appendPadded(b, int(mono%1e9), 9, '0'))
}

// GoString returns t as an expression.
func (t Time) GoString() string {
	year, month, day := t.Date()
	b := appendPadded([]byte("time.Date("), year, 0, 0)
	b = append(b, ", time."...)
	b = append(b, month.String()...)
	hour, min, sec := t.Clock()
	for _, n := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = append(b, ", "...)
		b = appendPadded(b, n, 0, 0)
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		// There is no expression for just any place, but this tells which it is.
		b = append(b, ", time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, "))"...)
	}
	return string(b)
}
