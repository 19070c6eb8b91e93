package time

// A Month is a month of the year.
type Month int

// The months, by quarters.
const (
	January, February, March    Month = 1, 2, 3
	April, May, June            Month = 4, 5, 6
	July, August, September     Month = 7, 8, 9
	October, November, December Month = 10, 11, 12
)

// A Weekday is a day of the week.
type Weekday int

// The days of the week.
const (
	Sunday                               Weekday = 0
	Monday, Tuesday, Wednesday, Thursday Weekday = 1, 2, 3, 4
	Friday, Saturday                     Weekday = 5, 6
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// String returns the month's English name.
func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + string(appendUint(nil, uint64(m))) + ")"
}

// String returns the day's English name.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + string(appendUint(nil, uint64(d))) + ")"
}

// Days are counted from 1 March of year 0, as if the calendar had always been this one: with February last, leap days come at the end
// of a year, of four years, of a century and of four centuries. (After Howard Hinnant, "chrono-Compatible Low-Level
// Date Algorithms".)

const (
	daysIn400   = 400*365 + 97
	marchToYear = 306 // 1 March of year 0 to 1 January of year 1
)

// civil returns the date that is so many days after 1 January of year 1.
func civil(days int64) (year int64, month Month, day int) {
	days += marchToYear
	era := floorDiv(days, daysIn400)
	d := days - era*daysIn400                           // day of the era
	y := (d - d/1460 + d/36524 - d/(daysIn400-1)) / 365 // year of the era
	d -= 365*y + y/4 - y/100                            // day of the year from March
	m := (5*d + 2) / 153                                // month from March
	day = int(d - (153*m+2)/5 + 1)
	month = Month(m + 3)
	year = era*400 + y
	if month > December {
		month -= 12
		year++
	}
	return year, month, day
}

// daysBefore returns the days from 1 January of year 1 to a date; month is from 1 to 12, day anything.
func daysBefore(year int64, month Month, day int) int64 {
	m := int64(month) - 3
	if m < 0 {
		m += 12
		year--
	}
	era := floorDiv(year, 400)
	y := year - era*400
	return era*daysIn400 + y*365 + y/4 - y/100 + (153*m+2)/5 + int64(day-1) - marchToYear
}

func isLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// local returns the seconds since year 1 that a clock at t's place shows.
func (t Time) local() int64 {
	_, offset := t.zone()
	return t.sec() + int64(offset)
}

func (t Time) civil() (year int64, month Month, day int) {
	return civil(floorDiv(t.local(), secondsPerDay))
}

// secondOfDay returns the seconds since midnight.
func (t Time) secondOfDay() int { return int(floorMod(t.local(), secondsPerDay)) }

// Date returns the date at t's place.
func (t Time) Date() (year int, month Month, day int) {
	y, month, day := t.civil()
	return int(y), month, day
}

// Clock returns the time of the day at t's place.
func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s / 60 % 60, s % 60
}

// Parts of the date and the time of the day.

func (t Time) Year() int {
	y, _, _ := t.civil()
	return int(y)
}

func (t Time) Month() Month {
	_, m, _ := t.civil()
	return m
}

func (t Time) Day() int {
	_, _, d := t.civil()
	return d
}

func (t Time) Hour() int       { return t.secondOfDay() / 3600 }
func (t Time) Minute() int     { return t.secondOfDay() / 60 % 60 }
func (t Time) Second() int     { return t.secondOfDay() % 60 }
func (t Time) Nanosecond() int { return int(t.nsec()) }

// Weekday returns the day of the week. Year 1 began on a Monday.
func (t Time) Weekday() Weekday {
	return Weekday(floorMod(floorDiv(t.local(), secondsPerDay)+1, 7))
}

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int {
	days := floorDiv(t.local(), secondsPerDay)
	year, _, _ := civil(days)
	return int(days-daysBefore(year, January, 1)) + 1
}

// ISOWeek returns the week as ISO 8601 counts: weeks begin on Monday and belong to the year of their Thursday.
func (t Time) ISOWeek() (year, week int) {
	days := floorDiv(t.local(), secondsPerDay)
	thursday := days - floorMod(days, 7) + 3
	y, _, _ := civil(thursday)
	return int(y), int(thursday-daysBefore(y, January, 1))/7 + 1
}

// Date returns the instant at which calendar and clock of a place show this. Numbers out of range carry over: 32 October is 1 November.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	y := int64(year) + floorDiv(m, 12)
	days := daysBefore(y, Month(floorMod(m, 12)+1), 1) + int64(day) - 1
	s := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + int64(sec) + floorDiv(int64(nsec), 1e9)
	// What the place is ahead of UTC depends on the instant that is sought: take that of the same reading in UTC. If it does not hold at
	// the instant found in this way, take what does. A reading that clocks skip is so taken for a later one.
	s -= unixToYear1
	if z, start, end := loc.lookup(s); z.offset != 0 {
		utc := s - int64(z.offset)
		if utc < start || utc >= end {
			utc = s - int64(loc.offsetAt(utc))
		}
		s = utc
	}
	s += unixToYear1
	return at(s, floorMod(int64(nsec), 1e9), loc)
}

// AddDate adds years, months and days to the date; what is out of range carries over.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}
