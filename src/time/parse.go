package time

// A ParseError says what part of a text is not as what part of a layout wants it.
type ParseError struct {
	Layout     string // all of the layout
	Value      string // all of the text
	LayoutElem string // the element
	ValueElem  string // the text from where the element was expected
	Message    string // if not empty, what follows the text in the message
}

// Error returns the message.
func (e *ParseError) Error() string {
	s := "parsing time " + quote(e.Value)
	if e.Message != "" {
		return s + e.Message
	}
	return s + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// Parse reads a time as the layout shows it. What the layout does not mention is zero, or one; without
// an offset or a zone the time is in UTC. An offset that Local has then gives a time in Local, others a place with just this offset,
// and so do names of zones that Local does not know: the text is then taken for UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse with the place loc in the place of both UTC and Local.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// A parser collects what a text says. Numbers are -1 until they are known, unless nothing said means zero.
type parser struct {
	rest string // the text still to be read

	year, month, day, yearDay int
	hour, minute, second      int
	nsec                      int
	afternoon, morning        bool
	isUTC                     bool
	hasOffset                 bool
	offset                    int
	zoneName                  string

	outOfRange string // the quantity that is
}

func parse(layout, value string, place, local *Location) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if t, ok := parseUTC(value); ok {
			return t, nil
		}
	}
	p := parser{rest: value, month: -1, day: -1, yearDay: -1}
	fail := func(elem, at, message string) (Time, error) {
		return Time{}, &ParseError{layout, value, elem, at, message}
	}
	for l := layout; ; {
		before, e, after := nextElement(l)
		if !p.skip(before) {
			return fail(before, p.rest, "")
		}
		if e.field == fieldNone {
			break
		}
		start := p.rest
		ok := p.element(e, after)
		if p.outOfRange != "" {
			return fail(e.text, p.rest, ": "+p.outOfRange+" out of range")
		}
		if !ok {
			return fail(e.text, start, "")
		}
		l = after
	}
	if p.rest != "" {
		return fail("", p.rest, ": extra text: "+quote(p.rest))
	}
	if message := p.check(); message != "" {
		return fail("", p.rest, message)
	}
	return p.time(place, local), nil
}

// skip passes over text that stands for itself. A blank matches any number of them, and none at the end.
func (p *parser) skip(text string) bool {
	for text != "" {
		if text[0] == ' ' {
			if p.rest != "" && p.rest[0] != ' ' {
				return false
			}
			text = trimBlanks(text)
			p.rest = trimBlanks(p.rest)
			continue
		}
		if p.rest == "" || p.rest[0] != text[0] {
			return false
		}
		text, p.rest = text[1:], p.rest[1:]
	}
	return true
}

func trimBlanks(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// element reads one element; after is the rest of the layout.
func (p *parser) element(e element, after string) (ok bool) {
	switch e.field {
	case fieldYear:
		return p.parseYear(e.style == long)
	case fieldMonth:
		if e.style == plain || e.style == long {
			p.month, ok = p.name(monthNames[:], e.style)
			p.month++
			return ok
		}
		p.month, ok = p.number(1, e.style, 2)
		p.limit(ok && (p.month < 1 || p.month > 12), "month")
	case fieldWeekday:
		_, ok = p.name(dayNames[:], e.style)
	case fieldDay:
		p.day, ok = p.number(1, e.style, 2)
	case fieldYearDay:
		p.yearDay, ok = p.number(2, e.style, 3)
	case fieldHour:
		p.hour, ok = p.number(0, plain, 2)
		p.limit(p.hour > 23, "hour")
	case fieldHour12:
		p.hour, ok = p.number(0, e.style, 2)
		p.limit(p.hour > 12, "hour")
	case fieldMinute:
		p.minute, ok = p.number(0, e.style, 2)
		p.limit(p.minute > 59, "minute")
	case fieldSecond:
		if p.second, ok = p.number(0, e.style, 2); !ok {
			return false
		}
		if p.second > 59 {
			p.limit(true, "second")
			return true
		}
		// A fraction may follow that the layout does not mention.
		if _, next, _ := nextElement(after); next.field != fieldFraction {
			p.fraction()
		}
	case fieldFraction:
		if e.style == trimmed {
			p.fraction()
			return true
		}
		return p.fixedFraction(len(e.text))
	case fieldHalf:
		return p.parseHalf(e.style)
	case fieldZoneName:
		return p.parseZoneName()
	case fieldOffset:
		return p.parseOffset(e)
	}
	return ok
}

func (p *parser) limit(exceeded bool, what string) {
	if exceeded {
		p.outOfRange = what
	}
}

// number reads a number of up to so many digits; in style zeros it has exactly as many, in style blanks there may be
// some blanks in front.
func (p *parser) number(maxBlanks int, s style, digits int) (n int, ok bool) {
	if s == blanks {
		for i := 0; i < maxBlanks && p.rest != "" && p.rest[0] == ' '; i++ {
			p.rest = p.rest[1:]
		}
	}
	i := 0
	for ; i < digits && isDigit(p.rest, i); i++ {
		n = n*10 + int(p.rest[i]-'0')
	}
	if i == 0 || s == zeros && i != digits {
		return 0, false
	}
	p.rest = p.rest[i:]
	return n, true
}

// name reads one of the names or their first three letters, in capitals or small letters.
func (p *parser) name(names []string, s style) (index int, ok bool) {
	for i, name := range names {
		if s != long {
			name = name[:3]
		}
		if len(p.rest) >= len(name) && sameLetters(p.rest[:len(name)], name) {
			p.rest = p.rest[len(name):]
			return i, true
		}
	}
	return -1, false
}

func sameLetters(a, b string) bool {
	for i := range len(a) {
		if x, y := a[i]|0x20, b[i]|0x20; x != y || x < 'a' || x > 'z' {
			return false
		}
	}
	return true
}

// parseYear reads four digits, or two, which are from 1969 on.
func (p *parser) parseYear(whole bool) (ok bool) {
	if whole {
		p.year, ok = p.number(0, zeros, 4)
		return ok
	}
	p.year, ok = p.number(0, zeros, 2)
	if p.year += 1900; p.year < 1969 {
		p.year += 100
	}
	return ok
}

// fraction reads a point or comma and digits if there are any.
func (p *parser) fraction() {
	if len(p.rest) < 2 || p.rest[0] != '.' && p.rest[0] != ',' || !isDigit(p.rest, 1) {
		return
	}
	n := 1
	for isDigit(p.rest, n) {
		n++
	}
	p.fixedFraction(n)
}

// fixedFraction reads a point or comma and digits, n bytes together. After nine digits the others do not count.
func (p *parser) fixedFraction(n int) bool {
	if n > 2 && len(p.rest) >= n && p.rest[1] == '-' && isDigit(p.rest, 2) {
		p.outOfRange = "fractional second" // rather than no number
		return true
	}
	if len(p.rest) < n || p.rest[0] != '.' && p.rest[0] != ',' {
		return false
	}
	nsec := 0
	for i := 1; i < 10; i++ {
		nsec *= 10
		if i < n {
			if !isDigit(p.rest, i) {
				return false
			}
			nsec += int(p.rest[i] - '0')
		}
	}
	p.nsec = nsec
	p.rest = p.rest[n:]
	return true
}

func (p *parser) parseHalf(s style) bool {
	if p.afternoon = hasPrefix(p.rest, half(true, s)); !p.afternoon {
		if p.morning = hasPrefix(p.rest, half(false, s)); !p.morning {
			return false
		}
	}
	p.rest = p.rest[2:]
	return true
}

// parseOffset reads an offset with all the parts that the layout shows.
func (p *parser) parseOffset(e element) bool {
	z, colon, minutes, seconds := e.parts()
	if z && hasPrefix(p.rest, "Z") {
		p.rest = p.rest[1:]
		p.isUTC = true
		return true
	}
	// There must be enough text before anything is looked at.
	if len(p.rest) < len(e.text) {
		return false
	}
	sign := p.rest[0]
	p.rest = p.rest[1:]
	var hms [3]int
	for i, present := range [...]bool{true, minutes, seconds} {
		if !present {
			break
		}
		if i > 0 && colon {
			if p.rest[0] != ':' {
				return false
			}
			p.rest = p.rest[1:]
		}
		var ok bool
		if hms[i], ok = p.number(0, zeros, 2); !ok {
			return false
		}
	}
	// Whole days, hours and minutes do occur.
	p.limit(hms[0] > 24, "time zone offset hour")
	p.limit(hms[1] > 60, "time zone offset minute")
	p.limit(hms[2] > 60, "time zone offset second")
	p.offset = hms[0]*3600 + hms[1]*60 + hms[2]
	p.hasOffset = true
	if sign == '-' {
		p.offset = -p.offset
	}
	return sign == '-' || sign == '+'
}

// parseZoneName reads the abbreviation of a zone.
func (p *parser) parseZoneName() bool {
	if hasPrefix(p.rest, "UTC") {
		p.rest = p.rest[3:]
		p.isUTC = true
		return true
	}
	n := zoneNameLen(p.rest)
	p.zoneName, p.rest = p.rest[:n], p.rest[n:]
	return n > 0
}

// zoneNameLen returns the length of the abbreviation at the beginning of s: three or four capitals, the last of four a T, or five
// with a T. Or a number of hours, alone or behind GMT. There are a few exceptions.
func zoneNameLen(s string) int {
	switch {
	case len(s) < 3:
		return 0
	case hasPrefix(s, "ChST"), hasPrefix(s, "MeST"), hasPrefix(s, "WITA") && !isCapital(s, 4):
		return 4
	case hasPrefix(s, "GMT"):
		return 3 + signedHoursLen(s[3:])
	case s[0] == '+', s[0] == '-':
		return signedHoursLen(s)
	}
	n := 0
	for n < 6 && isCapital(s, n) {
		n++
	}
	if n == 3 || (n == 4 || n == 5) && s[n-1] == 'T' {
		return n
	}
	return 0
}

func isCapital(s string, i int) bool { return i < len(s) && 'A' <= s[i] && s[i] <= 'Z' }

// signedHoursLen returns the length of a sign and a number of hours up to 23 at the beginning of s, 0 if there is none.
func signedHoursLen(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, hours := 1, 0
	for ; isDigit(s, n); n++ {
		if hours = hours*10 + int(s[n]-'0'); hours > 23 {
			return 0
		}
	}
	if n == 1 {
		return 0
	}
	return n
}

// check completes the date and says what is wrong with it.
func (p *parser) check() (message string) {
	if p.afternoon && p.hour < 12 {
		p.hour += 12
	}
	if p.morning && p.hour == 12 {
		p.hour = 0
	}
	year := int64(p.year)
	if p.yearDay >= 0 {
		first := daysBefore(year, January, 1)
		y, m, d := civil(first + int64(p.yearDay) - 1)
		switch {
		case y != year:
			return ": day-of-year out of range"
		case p.month >= 0 && p.month != int(m):
			return ": day-of-year does not match month"
		case p.day >= 0 && p.day != d:
			return ": day-of-year does not match day"
		}
		p.month, p.day = int(m), d
		return ""
	}
	if p.month < 0 {
		p.month = int(January)
	}
	if p.day < 0 {
		p.day = 1
	}
	if _, _, d := civil(daysBefore(year, Month(p.month), p.day)); d != p.day {
		return ": day out of range"
	}
	return ""
}

// time returns what was read.
func (p *parser) time(place, local *Location) Time {
	date := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.minute, p.second, p.nsec, loc)
	}
	switch {
	case p.isUTC:
		return date(UTC)
	case p.hasOffset && p.offset != -1:
		t := date(UTC).Add(-Duration(p.offset) * Second)
		z, _, _ := local.lookup(t.Unix())
		if z.offset == p.offset && (p.zoneName == "" || z.name == p.zoneName) {
			return t.In(local)
		}
		return t.In(FixedZone(p.zoneName, p.offset))
	case p.zoneName != "":
		t := date(UTC)
		if offset, ok := local.offsetOf(p.zoneName, t.Unix()); ok {
			return t.Add(-Duration(offset) * Second).In(local)
		}
		return t.In(FixedZone(p.zoneName, p.gmtOffset()))
	}
	return date(place)
}

// gmtOffset returns the offset that a name like GMT+3 has, 0 for others.
func (p *parser) gmtOffset() int {
	if len(p.zoneName) <= 3 || !hasPrefix(p.zoneName, "GMT") {
		return 0
	}
	hours := 0
	for i := 4; i < len(p.zoneName); i++ {
		hours = hours*10 + int(p.zoneName[i]-'0')
	}
	if p.zoneName[3] == '-' {
		hours = -hours
	}
	return hours * 3600
}

// parseUTC reads the most frequent text of all, a time of RFC 3339 in UTC without a fraction. If it is not quite that, parse finds out
// what it is.
func parseUTC(s string) (t Time, ok bool) {
	const form = "0000-00-00T00:00:00Z"
	if len(s) != len(form) {
		return t, false
	}
	var n [6]int // year to second
	field := 0
	for i := 0; i < len(form); i++ {
		switch c := s[i]; {
		case form[i] != '0':
			if c != form[i] {
				return t, false
			}
			field++
		case c < '0' || '9' < c:
			return t, false
		default:
			n[field] = n[field]*10 + int(c-'0')
		}
	}
	month, day := Month(n[1]), n[2]
	if month < January || month > December || day < 1 || day > 28 || n[3] > 23 || n[4] > 59 || n[5] > 59 {
		return t, false
	}
	return Date(n[0], month, day, n[3], n[4], n[5], 0, UTC), true
}
