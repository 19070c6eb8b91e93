// Package time has instants, durations and the calendar, and timers.
//
// time.go has instants; calendar.go days, months and years (Gregorian, also before there was such a calendar); duration.go
// durations; zone.go places on Earth, zoneinfo.go their files, zonerule.go their future; layout.go, format.go and parse.go texts, marshal.go those of
// other programs; sleep.go and tick.go timers.
package time

// A Time is an instant, to the nanosecond. The zero Time is the beginning of year 1 in UTC. A Time has a place too, which says how it is
// shown; Equal ignores the place, == does not. Times from Now also have a reading of a clock that never jumps, which
// Sub and comparisons use.
//
// The lowest 30 bits of wall are the nanoseconds within the second. If the highest is set, the 33 between are seconds since 1885, and
// ext is the reading of the monotonic clock. If not, ext is the seconds since year 1.
type Time struct {
	wall uint64
	ext  int64

	loc *Location // nil: UTC
}

const (
	hasMono   = 1 << 63
	nsecMask  = 1<<30 - 1
	nsecShift = 30

	daysTo1885 = 1884*365 + 1884/4 - 1884/100 + 1884/400
	daysTo1970 = 1969*365 + 1969/4 - 1969/100 + 1969/400

	secondsPerDay = 24 * 60 * 60
	wallToYear1   = daysTo1885 * secondsPerDay // added to seconds since 1885
	unixToYear1   = daysTo1970 * secondsPerDay // added to seconds since 1970
)

// What the runtime provides.

func now() (sec int64, nsec int32, mono int64)
func runtimeNano() int64
func runtimeNow() (sec int64, nsec int32, mono int64)
func runtimeIsBubbled() bool

// startNano is a moment before all readings of the monotonic clock, so that these are above zero.
var startNano = runtimeNano() - 1

// Now returns the current time.
func Now() Time {
	sec, nsec, mono := now()
	mono -= startNano
	since1885 := sec + unixToYear1 - wallToYear1
	if uint64(since1885)>>33 != 0 {
		return Time{uint64(nsec), sec + unixToYear1, Local}
	}
	return Time{hasMono | uint64(since1885)<<nsecShift | uint64(nsec), mono, Local}
}

// sec returns the seconds since year 1.
func (t Time) sec() int64 {
	if t.wall&hasMono != 0 {
		return wallToYear1 + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t Time) nsec() int64 { return int64(t.wall & nsecMask) }

// bare returns t without the reading of the monotonic clock.
func (t Time) bare() Time {
	return Time{t.wall & nsecMask, t.sec(), t.loc}
}

// at returns the instant sec seconds and nsec nanoseconds after year 1 began.
func at(sec, nsec int64, loc *Location) Time {
	if loc == &utcLoc {
		loc = nil
	}
	return Time{uint64(nsec), sec, loc}
}

// Unix returns the instant so long after 1970 began in UTC, at the local place. nsec may be out of range.
func Unix(sec int64, nsec int64) Time {
	sec += floorDiv(nsec, 1e9)
	return at(sec+unixToYear1, floorMod(nsec, 1e9), Local)
}

// UnixMilli is Unix with milliseconds.
func UnixMilli(msec int64) Time { return Unix(floorDiv(msec, 1e3), floorMod(msec, 1e3)*1e6) }

// UnixMicro is Unix with microseconds.
func UnixMicro(usec int64) Time { return Unix(floorDiv(usec, 1e6), floorMod(usec, 1e6)*1e3) }

// floorDiv divides, rounding down.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// floorMod is what floorDiv leaves: 0 or more.
func floorMod(a, b int64) int64 {
	if r := a % b; r >= 0 {
		return r
	} else {
		return r + b
	}
}

// The time since 1970 began in UTC, in units; nanoseconds fit until 2262.

func (t Time) Unix() int64      { return t.sec() - unixToYear1 }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec()/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec()/1e3 }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.nsec() }

// Compare returns -1 if t is before u, 1 if it is after, 0 if they are the same instant.
func (t Time) Compare(u Time) int {
	a, b := t.sec(), u.sec()
	c, d := t.nsec(), u.nsec()
	if t.wall&u.wall&hasMono != 0 {
		a, b, c, d = t.ext, u.ext, 0, 0
	}
	switch {
	case a < b || a == b && c < d:
		return -1
	case a == b && c == d:
		return 0
	}
	return 1
}

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, wherever.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// IsZero reports whether t is the zero instant.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// Add returns t + d.
func (t Time) Add(d Duration) Time {
	nsec := t.nsec() + int64(d%1e9)
	sec := t.sec() + int64(d/1e9) + floorDiv(nsec, 1e9)
	nsec = floorMod(nsec, 1e9)
	if t.wall&hasMono != 0 {
		mono := t.ext + int64(d)
		since1885 := sec - wallToYear1
		if (mono < t.ext) == (d < 0) && uint64(since1885)>>33 == 0 {
			return Time{hasMono | uint64(since1885)<<nsecShift | uint64(nsec), mono, t.loc}
		}
	}
	return Time{uint64(nsec), sec, t.loc}
}

// Sub returns t - u, or the nearest Duration that there is.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMono != 0 {
		d := Duration(t.ext - u.ext)
		if (d < 0) != (t.ext < u.ext) {
			return extreme(t.ext < u.ext)
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	if u.Add(d).Equal(t) {
		return d
	}
	return extreme(t.Before(u))
}

func extreme(negative bool) Duration {
	if negative {
		return minDuration
	}
	return maxDuration
}

// Since returns the time since t.
func Since(t Time) Duration {
	if t.wall&hasMono != 0 {
		return Duration(runtimeNano() - startNano - t.ext)
	}
	return Now().Sub(t)
}

// Until returns the time until t.
func Until(t Time) Duration {
	if t.wall&hasMono != 0 {
		return Duration(t.ext - (runtimeNano() - startNano))
	}
	return t.Sub(Now())
}

// Truncate rounds t down to a multiple of d since the zero Time.
func (t Time) Truncate(d Duration) Time {
	t = t.bare()
	if d <= 0 {
		return t
	}
	return t.Add(-t.past(d))
}

// Round rounds t to the nearest multiple of d since the zero Time, halves up.
func (t Time) Round(d Duration) Time {
	t = t.bare()
	if d <= 0 {
		return t
	}
	r := t.past(d)
	if lessThanHalf(r, d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// past returns how long t is past a multiple of d: ((sec mod d) * 1e9 + nsec) mod d with 128 bits, bit by bit.
func (t Time) past(d Duration) Duration {
	m := uint64(d)
	sec := t.sec()
	neg := sec < 0
	u, n := uint64(sec), uint64(t.nsec())
	if neg { // -(u*1e9 + n)
		u = uint64(-sec)
		if n > 0 {
			u--
			n = 1e9 - n
		}
	}
	r := uint64(0)
	for bit := 63; bit >= 0; bit-- { // u * 1e9 by doubling: r stays below m
		r = addMod(r, r, m)
		if u>>bit&1 != 0 {
			r = addMod(r, 1e9%m, m)
		}
	}
	r = addMod(r, n%m, m)
	if neg && r != 0 {
		r = m - r
	}
	return Duration(r)
}

// addMod returns (a + b) mod m, for a and b below m < 1<<63.
func addMod(a, b, m uint64) uint64 {
	if s := a + b; s < m {
		return s
	} else {
		return s - m
	}
}
