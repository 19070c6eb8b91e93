package time

import "sync"

// A Location is a place on Earth: it knows how far its clocks are from UTC, and when.
type Location struct {
	name  string
	zones []zone
	moves []move // in order of time
	rule  string // how it goes on after the last move, as in TZ; may be empty
}

// A zone is a way to set clocks.
type zone struct {
	name   string
	offset int // seconds east of UTC
	isDST  bool
}

// A move is a change to a zone, at so many seconds after 1970 began.
type move struct {
	when int64
	zone int
}

var (
	utcLoc   = Location{name: "UTC"}
	localLoc = Location{name: "Local"}
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

// Local is where this program runs.
var Local *Location = &localLoc

var localOnce sync.Once // finds out about localLoc

// get returns the place, UTC for nil.
func (l *Location) get() *Location {
	if l == nil {
		return &utcLoc
	}
	if l == &localLoc {
		localOnce.Do(findLocal)
	}
	return l
}

// String returns the place's name.
func (l *Location) String() string { return l.get().name }

// FixedZone returns a place that is always offset seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name: name, offset: offset}}}
}

// lookup returns the zone at a time, and from when to when it holds.
func (l *Location) lookup(unix int64) (z zone, start, end int64) {
	l = l.get()
	start, end = -1<<63, 1<<63-1
	if len(l.zones) == 0 {
		return zone{name: "UTC"}, start, end
	}
	low, high := 0, len(l.moves) // the moves before low are not after unix
	for low < high {
		mid := (low + high) / 2
		if l.moves[mid].when <= unix {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(l.moves) {
		end = l.moves[low].when
	}
	if low == 0 {
		return l.first(), start, end
	}
	z, start = l.zones[l.moves[low-1].zone], l.moves[low-1].when
	if low == len(l.moves) && l.rule != "" {
		if byRule, from, to, ok := lookupRule(l.rule, start, unix); ok {
			return byRule, from, to
		}
	}
	return z, start, end
}

// first returns the zone before the first move: one without daylight saving time.
func (l *Location) first() zone {
	for _, z := range l.zones {
		if !z.isDST {
			return z
		}
	}
	return l.zones[0]
}

func (l *Location) offsetAt(unix int64) int {
	z, _, _ := l.lookup(unix)
	return z.offset
}

// zone returns the name and offset at t.
func (t Time) zone() (name string, offset int) {
	if t.loc == nil || t.loc == &utcLoc {
		return "UTC", 0
	}
	z, _, _ := t.loc.lookup(t.Unix())
	return z.name, z.offset
}

// Zone returns the name of the zone in which t is shown, and its offset in seconds east of UTC.
func (t Time) Zone() (name string, offset int) { return t.zone() }

// IsDST reports whether t is shown in daylight saving time.
func (t Time) IsDST() bool {
	z, _, _ := t.loc.lookup(t.Unix())
	return z.isDST
}

// ZoneBounds returns when the zone in which t is shown began and will end; the zero Time for never.
func (t Time) ZoneBounds() (start, end Time) {
	_, s, e := t.loc.lookup(t.Unix())
	if s != -1<<63 {
		start = at(s+unixToYear1, 0, t.loc)
	}
	if e != 1<<63-1 {
		end = at(e+unixToYear1, 0, t.loc)
	}
	return start, end
}

// In returns t, shown at another place.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t = t.bare()
	return at(t.ext, t.nsec(), loc)
}

// UTC returns t, shown in UTC.
func (t Time) UTC() Time { return t.In(&utcLoc) }

// Local returns t, shown at the local place.
func (t Time) Local() Time { return t.In(Local) }

// Location returns the place at which t is shown.
func (t Time) Location() *Location { return t.loc.get() }

// offsetOf returns the offset of a zone by its name: that in use when clocks show the time if possible, else any.
func (l *Location) offsetOf(name string, shown int64) (offset int, ok bool) {
	l = l.get()
	for _, z := range l.zones {
		if z.name == name {
			if now, _, _ := l.lookup(shown - int64(z.offset)); now.name == name {
				return now.offset, true
			}
		}
	}
	for _, z := range l.zones {
		if z.name == name {
			return z.offset, true
		}
	}
	return 0, false
}
