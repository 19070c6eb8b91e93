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

// RangeTable is a set of runes: ranges that ascend and do not overlap. R16 has those below 1<<16, R32 the
// others.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many ranges of R16 end at MaxLatin1 or before
}

// Range16 is every Stride-th rune from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is every Stride-th rune from Lo to Hi.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

func (t *RangeTable) has16(r uint16) bool {
	low, high := 0, len(t.R16)
	for low < high {
		middle := int(uint(low+high) / 2)
		switch x := &t.R16[middle]; {
		case r < x.Lo:
			high = middle
		case r > x.Hi:
			low = middle + 1
		default:
			return x.Stride == 1 || (r-x.Lo)%x.Stride == 0
		}
	}
	return false
}

func (t *RangeTable) has32(r uint32) bool {
	low, high := 0, len(t.R32)
	for low < high {
		middle := int(uint(low+high) / 2)
		switch x := &t.R32[middle]; {
		case r < x.Lo:
			high = middle
		case r > x.Hi:
			low = middle + 1
		default:
			return x.Stride == 1 || (r-x.Lo)%x.Stride == 0
		}
	}
	return false
}

// Is reports whether rangeTab has r.
func Is(rangeTab *RangeTable, r rune) bool {
	if uint32(r) <= 0xFFFF && len(rangeTab.R16) > 0 {
		return rangeTab.has16(uint16(r))
	}
	return rangeTab.has32(uint32(r))
}

// In reports whether one of ranges has r.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether one of ranges has r; In is handier.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}
