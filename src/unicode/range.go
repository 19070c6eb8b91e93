// Package unicode tells what runes are: letters, digits, upper case and so on, and changes their case.
package unicode

// Numbers of Unicode.
const (
	MaxRune         = '\U0010FFFF' // the largest code point
	ReplacementChar = '\uFFFD'     // stands for what is not a code point
	MaxASCII        = '\u007F'     // the largest of ASCII
	MaxLatin1       = '\u00FF'     // the largest of Latin-1
)

// Version is the edition of Unicode that the tables come from.
const Version = "15.0.0"

// A Range16 is every Stride-th rune from Lo to Hi, all below 1<<16.
type Range16 struct{ Lo, Hi, Stride uint16 }

// A Range32 is every Stride-th rune from Lo to Hi, all from 1<<16 on.
type Range32 struct{ Lo, Hi, Stride uint32 }

// RangeTable is a set of runes: ranges that ascend and do not overlap.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many ranges of R16 end at MaxLatin1 or before
}

// has16 reports whether r is in one of ranges. Each step drops the half that cannot have it: of two neighbours the second only
// matters if it begins at r or before, and then the first does not.
func has16(ranges []Range16, r uint32) bool {
	for len(ranges) > 1 {
		if half := len(ranges) / 2; uint32(ranges[half].Lo) <= r {
			ranges = ranges[half:]
		} else {
			ranges = ranges[:half]
		}
	}
	return len(ranges) == 1 && ranges[0].wide().has(r)
}

// has32 is has16 for wide ranges.
func has32(ranges []Range32, r uint32) bool {
	for len(ranges) > 1 {
		if half := len(ranges) / 2; ranges[half].Lo <= r {
			ranges = ranges[half:]
		} else {
			ranges = ranges[:half]
		}
	}
	return len(ranges) == 1 && ranges[0].has(r)
}

// wide returns the same range in 32 bits.
func (x Range16) wide() Range32 { return Range32{uint32(x.Lo), uint32(x.Hi), uint32(x.Stride)} }

func (x Range32) has(r uint32) bool {
	return x.Lo <= r && r <= x.Hi && (x.Stride == 1 || (r-x.Lo)%x.Stride == 0)
}

// Is reports whether rangeTab has r.
func Is(rangeTab *RangeTable, r rune) bool {
	if u := uint32(r); u > 0xFFFF || len(rangeTab.R16) == 0 {
		return has32(rangeTab.R32, u)
	}
	return has16(rangeTab.R16, uint32(r))
}

// In reports whether one of ranges has r.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether one of ranges has r; In is handier.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	found := false
	for i := 0; i < len(ranges) && !found; i++ {
		found = Is(ranges[i], r)
	}
	return found
}
