package time

// Layouts show what a text looks like by showing the text of one instant:
//
//	01/02 03:04:05PM '06 -0700
//
// that is 2 January 2006, five seconds after 15:04, seven hours west of Greenwich. Everything in a layout that is not one of
// the elements below stands for itself.

// Layout is the reference time in its numerical order.
const Layout = "01/02 03:04:05PM '06 -0700"

// Layouts of the C library, of date and of Ruby.
const (
	ANSIC    = "Mon Jan _2 15:04:05 2006"
	UnixDate = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate = "Mon Jan 02 15:04:05 -0700 2006"
)

// Layouts of mail and the net. Those with a Z at the end of the name have a numeric offset, that with Nano
// has fractions of a second.
const (
	RFC822, RFC822Z      = "02 Jan 06 15:04 MST", "02 Jan 06 15:04 -0700"
	RFC850               = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123, RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 MST", "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339, RFC3339Nano = "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05.999999999Z07:00"
)

// Layouts of marks in logs: without a year, with more and more digits.
const (
	Stamp      = "Jan _2 15:04:05"
	StampMilli = Stamp + ".000"
	StampMicro = StampMilli + "000"
	StampNano  = StampMicro + "000"
)

// Layouts for everyday use.
const (
	Kitchen  = "3:04PM"
	DateOnly = "2006-01-02"
	TimeOnly = "15:04:05"
	DateTime = DateOnly + " " + TimeOnly
)

// A field is what an element of a layout shows.
type field uint8

const (
	fieldNone field = iota // the layout is at its end
	fieldYear
	fieldMonth
	fieldWeekday
	fieldDay
	fieldYearDay
	fieldHour
	fieldHour12
	fieldMinute
	fieldSecond
	fieldFraction
	fieldHalf // AM or PM
	fieldZoneName
	fieldOffset
)

// A style is how an element shows its field.
type style uint8

const (
	plain   style = iota // a number as it is; a name in short
	zeros                // a number of fixed length, with zeros in front, or behind if it is a fraction
	blanks               // with blanks in front
	long                 // the whole name, the whole year
	trimmed              // a fraction without zeros at the end
	lower                // in small letters
)

// An element is a piece of a layout with a meaning.
type element struct {
	text  string
	field field
	style style
}

// elementsOf has all elements but fractions of a second, by their first byte; the longer first if one begins like another. An
// offset's text tells all about it.
var elementsOf = [256][]element{
	'J': {
		{"January", fieldMonth, long},
		{"Jan", fieldMonth, plain},
	},
	'M': {
		{"Monday", fieldWeekday, long},
		{"Mon", fieldWeekday, plain},
		{"MST", fieldZoneName, plain},
	},
	'0': {
		{"002", fieldYearDay, zeros},
		{"01", fieldMonth, zeros},
		{"02", fieldDay, zeros},
		{"03", fieldHour12, zeros},
		{"04", fieldMinute, zeros},
		{"05", fieldSecond, zeros},
		{"06", fieldYear, plain},
	},
	'1': {
		{"15", fieldHour, zeros},
		{"1", fieldMonth, lower}, // a plain number: plain is the name
	},
	'2': {
		{"2006", fieldYear, long},
		{"2", fieldDay, plain},
	},
	'_': {
		{"__2", fieldYearDay, blanks},
		{"_2", fieldDay, blanks},
	},
	'3': {
		{"3", fieldHour12, plain},
	},
	'4': {
		{"4", fieldMinute, plain},
	},
	'5': {
		{"5", fieldSecond, plain},
	},
	'P': {
		{"PM", fieldHalf, plain},
	},
	'p': {
		{"pm", fieldHalf, lower},
	},
	'-': {
		{"-070000", fieldOffset, plain},
		{"-07:00:00", fieldOffset, plain},
		{"-0700", fieldOffset, plain},
		{"-07:00", fieldOffset, plain},
		{"-07", fieldOffset, plain},
	},
	'Z': {
		{"Z070000", fieldOffset, plain},
		{"Z07:00:00", fieldOffset, plain},
		{"Z0700", fieldOffset, plain},
		{"Z07:00", fieldOffset, plain},
		{"Z07", fieldOffset, plain},
	},
}

// nextElement finds the first element of a layout; what stands before it stands for itself.
func nextElement(layout string) (before string, e element, rest string) {
	for i := range len(layout) {
		if c := layout[i]; c != '.' && c != ',' && elementsOf[c] == nil {
			continue
		}
		if e := elementAt(layout[i:]); e.field != fieldNone {
			return layout[:i], e, layout[i+len(e.text):]
		}
	}
	return layout, element{}, ""
}

// elementAt returns the element with which s begins, if there is one.
func elementAt(s string) element {
	c := s[0]
	if c == '.' || c == ',' {
		return fractionAt(s)
	}
	list := elementsOf[c]
	for i := range list {
		if e := &list[i]; hasPrefix(s, e.text) && !isOther(s, e.text) {
			return *e
		}
	}
	return element{}
}

// isOther reports whether s only seems to begin with the element: a longer word does, or a year after a low line.
func isOther(s, text string) bool {
	rest := s[len(text):]
	switch text {
	case "Jan", "Mon":
		return rest != "" && 'a' <= rest[0] && rest[0] <= 'z'
	case "_2":
		return hasPrefix(rest, "006")
	}
	return false
}

// fractionAt returns the fraction of a second with which s begins: a point or a comma, and then only zeros or only nines.
func fractionAt(s string) element {
	n := 1
	for n < len(s) && s[n] == s[1] {
		n++
	}
	if n == 1 || s[1] != '0' && s[1] != '9' || isDigit(s, n) {
		return element{}
	}
	if s[1] == '9' {
		return element{s[:n], fieldFraction, trimmed}
	}
	return element{s[:n], fieldFraction, zeros}
}

// hasPrefix compares byte by byte: most texts are short and differ early.
func hasPrefix(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if s[i] != prefix[i] {
			return false
		}
	}
	return true
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// parts says what the text of an offset has: Z for zero, colons, minutes, seconds.
func (e element) parts() (z, colon, minutes, seconds bool) {
	z = e.text[0] == 'Z'
	colon = len(e.text) > 3 && e.text[3] == ':'
	minutes = len(e.text) > 3
	seconds = len(e.text) > len("-07:00")
	return z, colon, minutes, seconds
}
