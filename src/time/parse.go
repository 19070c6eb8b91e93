package time

// A ParseError says why a text is no time of some layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string // the element that did not match
	ValueElem  string // what stood there
	Message    string // or another complaint
}

// Error says so.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// Parse reads a time as the layout shows. What is missing is zero, or one for day and month. Without a zone it is UTC. A zone's
// offset is local time if the local place has it then; a zone's abbreviation alone means little.
func Parse(layout, value string) (Time, error) {
	return parse(layout, value, UTC, Local)
}

// ParseInLocation is Parse at a place: a time without a zone is of that place, and zones are looked for there.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// A parser reads a value.
type parser struct {
	rest string

	year, month, day, yearDay int // month, day, yearDay are -1 until known
	hour, min, sec, nsec      int
	pm, halves                bool // PM; hours are of half days
	zone                      *Location
	offset                    int
	hasOffset                 bool
	zoneName                  string
	outOfRange                string // what number was
}

func parse(layout, value string, byDefault, local *Location) (Time, error) {
	whole := layout
	p := parser{rest: value, month: -1, day: -1, yearDay: -1}
	for {
		prefix, e, text, suffix := nextElement(layout)
		if rest, ok := skip(p.rest, prefix); !ok {
			return Time{}, &ParseError{whole, value, prefix, rest, ""}
		} else {
			p.rest = rest
		}
		if e == none {
			if p.rest != "" {
				return Time{}, &ParseError{whole, value, "", p.rest, ": extra text: " + quote(p.rest)}
			}
			break
		}
		layout = suffix
		held := p.rest
		if !p.element(e, text, suffix) {
			return Time{}, &ParseError{whole, value, text, held, ""}
		}
		if p.outOfRange != "" {
			return Time{}, &ParseError{whole, value, text, held, ": " + p.outOfRange + " out of range"}
		}
	}
	t, complaint := p.time(byDefault, local)
	if complaint != "" {
		return Time{}, &ParseError{whole, value, "", value, complaint}
	}
	return t, nil
}

// skip removes prefix from s; a space in it stands for any number of them.
func skip(s, prefix string) (rest string, ok bool) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if s != "" && s[0] != ' ' {
				return s, false
			}
			for prefix != "" && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for s != "" && s[0] == ' ' {
				s = s[1:]
			}
			continue
		}
		if s == "" || s[0] != prefix[0] {
			return s, false
		}
		s, prefix = s[1:], prefix[1:]
	}
	return s, true
}

// digits reads a number of at least least and at most most digits.
func (p *parser) digits(least, most int) (n int, ok bool) {
	i := 0
	for ; i < most && isDigitAt(p.rest, i); i++ {
		n = n*10 + int(p.rest[i]-'0')
	}
	if i < least {
		return 0, false
	}
	p.rest = p.rest[i:]
	return n, true
}

// ranged is digits, for a number below limit.
func (p *parser) ranged(to *int, least, from, limit int, what string) bool {
	n, ok := p.digits(least, 2)
	if ok && (n < from || n >= limit) {
		p.outOfRange = what
	}
	*to = n
	return ok
}

// name reads one of the names, in any case, or its first three letters.
func (p *parser) name(names []string, short bool) (i int, ok bool) {
	for i, name := range names {
		if short {
			name = name[:3]
		}
		if len(p.rest) >= len(name) && foldEqual(p.rest[:len(name)], name) {
			p.rest = p.rest[len(name):]
			return i, true
		}
	}
	return 0, false
}

func foldEqual(s, t string) bool {
	for i := range len(s) {
		if s[i] != t[i] && (s[i]|0x20 != t[i]|0x20 || s[i]|0x20 < 'a' || s[i]|0x20 > 'z') {
			return false
		}
	}
	return true
}

// element reads one element.
func (p *parser) element(e element, text, suffix string) (ok bool) {
	switch e {
	case shortYear:
		p.year, ok = p.digits(2, 2)
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longYear:
		p.year, ok = p.digits(4, 4)
	case longMonth, shortMonth:
		p.month, ok = p.name(monthNames[:], e == shortMonth)
		p.month++
	case numMonth:
		ok = p.ranged(&p.month, 1, 1, 13, "month")
	case zeroMonth:
		ok = p.ranged(&p.month, 2, 1, 13, "month")
	case longDay, shortDay:
		_, ok = p.name(dayNames[:], e == shortDay) // the date says it already
	case day, spaceDay, zeroDay:
		if e == spaceDay && p.rest != "" && p.rest[0] == ' ' {
			p.rest = p.rest[1:]
		}
		least := 1
		if e == zeroDay {
			least = 2
		}
		p.day, ok = p.digits(least, 2) // the range depends on the month
	case spaceYearDay, zeroYearDay:
		pad := 0
		for e == spaceYearDay && pad < 2 && pad < len(p.rest) && p.rest[pad] == ' ' {
			pad++
		}
		p.rest = p.rest[pad:]
		least := 1
		if e == zeroYearDay {
			least = 3
		}
		p.yearDay, ok = p.digits(least, 3)
	case hour24:
		ok = p.ranged(&p.hour, 1, 0, 24, "hour")
	case hour12:
		ok = p.ranged(&p.hour, 1, 0, 13, "hour")
	case zeroHour12:
		ok = p.ranged(&p.hour, 2, 0, 13, "hour")
	case minute:
		ok = p.ranged(&p.min, 1, 0, 60, "minute")
	case zeroMinute:
		ok = p.ranged(&p.min, 2, 0, 60, "minute")
	case second, zeroSecond:
		least := 1
		if e == zeroSecond {
			least = 2
		}
		ok = p.ranged(&p.sec, least, 0, 60, "second")
		// A fraction may follow even if the layout has none.
		if _, next, _, _ := nextElement(suffix); ok && p.outOfRange == "" && (suffix == "" || next != fraction0 && next != fraction9 || !beginsWithFraction(suffix)) {
			if len(p.rest) >= 2 && (p.rest[0] == '.' || p.rest[0] == ',') && isDigitAt(p.rest, 1) {
				n := 2
				for isDigitAt(p.rest, n) {
					n++
				}
				ok = p.fraction(n)
			}
		}
	case upperPM, lowerPM:
		ok = p.half(e == upperPM)
	case fraction0:
		ok = p.fraction(len(text))
	case fraction9:
		ok = true
		if len(p.rest) >= 2 && (p.rest[0] == '.' || p.rest[0] == ',') && isDigitAt(p.rest, 1) {
			n := 1
			for n < 10 && isDigitAt(p.rest, n) {
				n++
			}
			ok = p.fraction(n)
		}
	case zoneName:
		ok = p.abbreviation()
	default:
		ok = p.numericZone(e)
	}
	return ok
}

func beginsWithFraction(layout string) bool {
	e, _ := elementAt(layout)
	return e == fraction0 || e == fraction9
}

// fraction reads a point or comma and n-1 digits.
func (p *parser) fraction(n int) bool {
	if len(p.rest) < n || p.rest[0] != '.' && p.rest[0] != ',' {
		return false
	}
	nsec, scale := 0, 1000000000
	for i := 1; i < n; i++ {
		if !isDigitAt(p.rest, i) {
			return false
		}
		if i <= 9 {
			nsec = nsec*10 + int(p.rest[i]-'0')
			scale /= 10
		}
	}
	p.nsec = nsec * scale
	p.rest = p.rest[n:]
	return true
}

func (p *parser) half(upper bool) bool {
	am, pm := "AM", "PM"
	if !upper {
		am, pm = "am", "pm"
	}
	switch {
	case hasPrefix(p.rest, pm):
		p.pm = true
	case !hasPrefix(p.rest, am):
		return false
	}
	p.halves = true
	p.rest = p.rest[2:]
	return true
}

// numericZone reads an offset such as -07:00; a Z is UTC where the layout has one.
func (p *parser) numericZone(e element) bool {
	if zoneISO <= e && e <= zoneISOColonSecs && hasPrefix(p.rest, "Z") {
		p.rest = p.rest[1:]
		p.zone = UTC
		return true
	}
	parts, colon := 2, false
	switch e {
	case zoneISOHours, zoneNumHours:
		parts = 1
	case zoneISOSeconds, zoneNumSeconds:
		parts = 3
	case zoneISOColon, zoneNumColon:
		colon = true
	case zoneISOColonSecs, zoneNumColonSecs:
		parts, colon = 3, true
	}
	if p.rest == "" || p.rest[0] != '+' && p.rest[0] != '-' {
		return false
	}
	neg := p.rest[0] == '-'
	p.rest = p.rest[1:]
	unit, limit := 3600, 25
	total := 0
	for i := range parts {
		if i > 0 && colon {
			if !hasPrefix(p.rest, ":") {
				return false
			}
			p.rest = p.rest[1:]
		}
		n, ok := p.digits(2, 2)
		if !ok {
			return false
		}
		if n >= limit {
			p.outOfRange = [...]string{"time zone offset hour", "time zone offset minute", "time zone offset second"}[i]
		}
		total += n * unit
		unit /= 60
		limit = 60
	}
	if neg {
		total = -total
	}
	p.offset = total
	p.hasOffset = true
	return true
}

// abbreviation reads a zone's name: UTC, three or four capital letters, GMT with hours, or a sign with hours.
func (p *parser) abbreviation() bool {
	if hasPrefix(p.rest, "UTC") {
		p.zone = UTC
		p.rest = p.rest[3:]
		return true
	}
	n := abbreviationLength(p.rest)
	if n == 0 {
		return false
	}
	p.zoneName, p.rest = p.rest[:n], p.rest[n:]
	return true
}

func abbreviationLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	if hasPrefix(s, "ChST") || hasPrefix(s, "MeST") {
		return 4
	}
	if hasPrefix(s, "GMT") {
		return 3 + signedHours(s[3:])
	}
	if s[0] == '+' || s[0] == '-' {
		return signedHours(s)
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch n {
	case 3:
		return 3
	case 4:
		if s[3] == 'T' || hasPrefix(s, "WITA") {
			return 4
		}
	case 5:
		if s[4] == 'T' {
			return 5
		}
	}
	return 0
}

// signedHours returns the length of a sign and hours up to 23, 0 if there are none.
func signedHours(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, hours := 1, 0
	for isDigitAt(s, n) {
		hours = min(hours*10+int(s[n]-'0'), 1000)
		n++
	}
	if n == 1 || hours >= 24 {
		return 0
	}
	return n
}

// time puts together what was read.
func (p *parser) time(byDefault, local *Location) (Time, string) {
	switch {
	case p.halves && p.pm && p.hour < 12:
		p.hour += 12
	case p.halves && !p.pm && p.hour == 12:
		p.hour = 0
	}
	if complaint := p.fixDate(); complaint != "" {
		return Time{}, complaint
	}
	date := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc)
	}
	switch {
	case p.zone != nil:
		return date(p.zone), ""
	case p.hasOffset:
		t := date(UTC)
		t.ext -= int64(p.offset)
		// If clocks at the local place show this too, it is a local time.
		z, _, _ := local.lookup(t.Unix())
		if z.offset == p.offset && (p.zoneName == "" || z.name == p.zoneName) {
			return at(t.ext, t.nsec(), local), ""
		}
		return at(t.ext, t.nsec(), FixedZone(p.zoneName, p.offset)), ""
	case p.zoneName != "":
		t := date(UTC)
		for _, z := range local.get().zones {
			if z.name == p.zoneName {
				t.ext -= int64(z.offset)
				return at(t.ext, t.nsec(), local), ""
			}
		}
		offset := 0
		if len(p.zoneName) > 3 && hasPrefix(p.zoneName, "GMT") {
			for _, c := range p.zoneName[4:] {
				offset = offset*10 + int(c-'0')
			}
			offset *= 3600
			if p.zoneName[3] == '-' {
				offset = -offset
			}
		}
		return at(t.ext, t.nsec(), FixedZone(p.zoneName, offset)), "" // the reading counts as one of UTC
	}
	return date(byDefault), ""
}

// fixDate checks the date, or works it out from the day of the year.
func (p *parser) fixDate() (complaint string) {
	if p.yearDay >= 0 {
		limit := 365
		if isLeap(int64(p.year)) {
			limit = 366
		}
		if p.yearDay < 1 || p.yearDay > limit {
			return ": day-of-year out of range"
		}
		_, month, d := civil(daysBefore(int64(p.year), January, p.yearDay))
		if p.month >= 0 && p.month != int(month) {
			return ": day-of-year does not match month"
		}
		if p.day >= 0 && p.day != d {
			return ": day-of-year does not match day"
		}
		p.month, p.day = int(month), d
		return ""
	}
	if p.month < 0 {
		p.month = int(January)
	}
	if p.day < 0 {
		p.day = 1
	}
	_, m, _ := civil(daysBefore(int64(p.year), Month(p.month), p.day))
	if p.day < 1 || p.day > 31 || m != Month(p.month) {
		return ": day out of range"
	}
	return ""
}
