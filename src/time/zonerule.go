package time

// A rule tells how clocks are set year after year, in the form that POSIX gives the variable TZ: CET-1CEST,M3.5.0,M10.5.0/3 is one hour
// east of UTC, with daylight saving time from the last Sunday in March, 2:00, to the last in October, 3:00.

// A ruleParser holds what is still to be read.
type ruleParser struct {
	rest string
	bad  bool
}

// lookupRule returns what the rule says about a time, and from when to when it holds. The rule itself holds since a time.
func lookupRule(rule string, since, unix int64) (z zone, start, end int64, ok bool) {
	p := &ruleParser{rest: rule}
	std := zone{name: p.name(), offset: -p.clock(true)}
	if p.rest == "" || p.bad {
		return std, since, 1<<63 - 1, !p.bad
	}
	dst := zone{name: p.name(), offset: std.offset + 3600, isDST: true}
	if p.rest != "" && p.rest[0] != ',' {
		dst.offset = -p.clock(true)
	}
	if p.rest == "" {
		p.rest = ",M3.2.0,M11.1.0"
	}
	from, to := p.day(), p.day()
	if p.bad || p.rest != "" {
		return zone{}, 0, 0, false
	}
	year, _, _ := civil(floorDiv(unix+unixToYear1, secondsPerDay))
	begin := daysBefore(year, January, 1)*secondsPerDay - unixToYear1
	first, second := from.in(year)-int64(std.offset), to.in(year)-int64(dst.offset)
	if second < first {
		first, second = second, first
		std, dst = dst, std
	}
	// What holds over the turn of the year is said to begin or end there.
	switch {
	case unix < first:
		return std, begin, first, true
	case unix < second:
		return dst, first, second, true
	}
	return std, second, begin + 365*secondsPerDay, true
}

// name reads the name of a zone: letters, or anything in angle brackets.
func (p *ruleParser) name() string {
	if hasPrefix(p.rest, "<") {
		for i := 1; i < len(p.rest); i++ {
			if p.rest[i] == '>' {
				name := p.rest[1:i]
				p.rest = p.rest[i+1:]
				return name
			}
		}
		p.bad = true
		return ""
	}
	i := 0
	for i < len(p.rest) && 'A' <= p.rest[i]&^0x20 && p.rest[i]&^0x20 <= 'Z' {
		i++
	}
	name := p.rest[:i]
	p.rest = p.rest[i:]
	p.bad = p.bad || i < 3
	return name
}

func (p *ruleParser) skip(c byte) bool {
	if p.rest == "" || p.rest[0] != c {
		return false
	}
	p.rest = p.rest[1:]
	return true
}

func (p *ruleParser) number() (n int) {
	i := 0
	for ; isDigit(p.rest, i) && i < 4; i++ {
		n = n*10 + int(p.rest[i]-'0')
	}
	p.rest = p.rest[i:]
	p.bad = p.bad || i == 0
	return n
}

// clock reads hours, minutes and seconds, and returns them in seconds.
func (p *ruleParser) clock(signed bool) int {
	neg := signed && p.skip('-')
	if !neg && signed {
		p.skip('+')
	}
	s := p.number() * 3600
	if p.skip(':') {
		s += p.number() * 60
		if p.skip(':') {
			s += p.number()
		}
	}
	if neg {
		return -s
	}
	return s
}

// A ruleDay is a day of every year, and the seconds after midnight then.
type ruleDay struct {
	kind             byte // M: week and weekday of a month; J: day, 29 February does not count; 0: day from 0
	month, week, day int
	clock            int
}

func (p *ruleParser) day() (d ruleDay) {
	if !p.skip(',') {
		p.bad = true
		return d
	}
	switch {
	case p.skip('M'):
		d.kind = 'M'
		d.month = p.number()
		p.bad = !p.skip('.') || p.bad
		d.week = p.number()
		p.bad = !p.skip('.') || p.bad
		d.day = p.number()
		p.bad = p.bad || d.month < 1 || d.month > 12 || d.week < 1 || d.week > 5 || d.day > 6
	case p.skip('J'):
		d.kind = 'J'
		d.day = p.number()
	default:
		d.day = p.number()
	}
	d.clock = 2 * 3600
	if p.skip('/') {
		d.clock = p.clock(true)
	}
	return d
}

// in returns the moment in a year, in seconds since 1970, as if it were in UTC.
func (d ruleDay) in(year int64) int64 {
	days := daysBefore(year, January, 1)
	switch d.kind {
	case 'M':
		first := daysBefore(year, Month(d.month), 1)
		weekday := int(floorMod(first+1, 7))
		days = first + int64((d.day-weekday+7)%7+(d.week-1)*7)
		if _, m, _ := civil(days); m != Month(d.month) { // week 5 is the last
			days -= 7
		}
	case 'J':
		days += int64(d.day - 1)
		if d.day >= 60 && isLeap(year) {
			days++
		}
	default:
		days += int64(d.day)
	}
	return days*secondsPerDay + int64(d.clock) - unixToYear1
}
