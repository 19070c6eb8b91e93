package unicode

// The cases, and how many there are.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower stands in a CaseRange for a Delta: the range is upper, lower, upper, lower, ...
const UpperLower = MaxRune + 1

// CaseRange is a range of runes that change their case alike: by adding Delta.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune // by case

// SpecialCase has the rules of a language that differ from the general ones.
type SpecialCase []CaseRange

// change returns r in the given case as ranges have it; false when they do not have r.
func change(ranges []CaseRange, wanted int, r rune) (rune, bool) {
	low, high := 0, len(ranges)
	for low < high {
		middle := int(uint(low+high) / 2)
		switch c := &ranges[middle]; {
		case r < rune(c.Lo):
			high = middle
		case r > rune(c.Hi):
			low = middle + 1
		default:
			delta := c.Delta[wanted]
			if delta != UpperLower {
				return r + delta, true
			}
			// The first of each pair is upper case, which is title case as well.
			place := r - rune(c.Lo)
			if wanted == LowerCase {
				place |= 1
			} else {
				place &^= 1
			}
			return rune(c.Lo) + place, true
		}
	}
	return r, false
}

// To returns r in the given case: UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar
	}
	r, _ = change(CaseRanges, _case, r)
	return r
}

// ToUpper returns r in upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if uint32(r)-'a' < 26 {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower returns r in lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if uint32(r)-'A' < 26 {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle returns r in title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

// to returns r in the given case by the special rules, or else as general.
func (special SpecialCase) to(wanted int, r, general rune) rune {
	if s, has := change(special, wanted, r); has {
		return s
	}
	return general
}

// ToUpper returns r in upper case, special's rules first.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r, ToUpper(r)) }

// ToTitle returns r in title case, special's rules first.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r, ToTitle(r)) }

// ToLower returns r in lower case, special's rules first.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r, ToLower(r)) }

// SimpleFold returns the next rune, in a circle that ascends and then starts again at the smallest, of those that
// are equal but for case: 'A' gives 'a', 'a' gives 'A'; 'K' gives 'k', 'k' gives the Kelvin sign U+212A, and that
// 'K'. What has no other case, or is no rune, gives itself.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	low, high := 0, len(foldOrbit)
	for low < high {
		middle := int(uint(low+high) / 2)
		if foldOrbit[middle].from < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(foldOrbit) && foldOrbit[low].from == r {
		return foldOrbit[low].to
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}
