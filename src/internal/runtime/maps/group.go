package maps

import (
	"internal/abi"
	"internal/runtime/sys"
	"unsafe"
)

// A control byte says what is in a slot: 0x80 nothing, 0xfe a deleted entry (a tombstone), else
// the low 7 bits of the entry's hash. The eight bytes of a group are looked at together, as
// one word: a comparison of all at once yields a word with the top bit of each byte that matches.
const (
	ctrlEmpty   = 0x80
	ctrlDeleted = 0xfe

	allEmpty = lowBits * ctrlEmpty
	lowBits  = 0x0101010101010101
	topBits  = 0x8080808080808080
)

// A matches is the result of such a comparison.
type matches uint64

// first returns the lowest slot in the set.
func (m matches) first() uintptr { return uintptr(sys.TrailingZeros64(uint64(m))) / 8 }

// rest returns the set without its lowest slot.
func (m matches) rest() matches { return m & (m - 1) }

// matchH2 returns the slots whose hash may have these low bits. One above a match may be
// wrong; the keys are compared in any case.
func matchH2(ctrl uint64, h2 uintptr) matches {
	v := ctrl ^ lowBits*uint64(h2)
	return matches((v - lowBits) &^ v & topBits)
}

// matchEmpty returns the empty slots: top bit set, bit 1 not.
func matchEmpty(ctrl uint64) matches { return matches(ctrl &^ (ctrl << 6) & topBits) }

// matchFree returns the empty and the deleted slots.
func matchFree(ctrl uint64) matches { return matches(ctrl & topBits) }

// matchFull returns the slots with an entry.
func matchFull(ctrl uint64) matches { return matches(^ctrl & topBits) }

// h1 and h2 are the parts of a hash: where to begin, and what control bytes hold.
func h1(hash uintptr) uintptr { return hash >> 7 }
func h2(hash uintptr) uintptr { return hash & 0x7f }

// A groupReference is a group: eight control bytes, then eight slots of key and element.
type groupReference struct {
	data unsafe.Pointer
}

func (g groupReference) ctrls() *uint64 { return (*uint64)(g.data) }

// ctrl returns the control byte of slot i.
func (g groupReference) ctrl(i uintptr) uint8 { return *(*uint8)(add(g.data, i)) }

func (g groupReference) setCtrl(i uintptr, c uint8) { *(*uint8)(add(g.data, i)) = c }

// slot returns the place of slot i.
func (g groupReference) slot(typ *abi.MapType, i uintptr) unsafe.Pointer {
	return add(g.data, 8+i*typ.SlotSize)
}

// key returns the key in a slot; large keys are elsewhere.
func slotKey(typ *abi.MapType, slot unsafe.Pointer) unsafe.Pointer {
	if typ.Flags&abi.MapIndirectKey != 0 {
		return *(*unsafe.Pointer)(slot)
	}
	return slot
}

// slotElem returns the element in a slot.
func slotElem(typ *abi.MapType, slot unsafe.Pointer) unsafe.Pointer {
	p := add(slot, typ.ElemOff)
	if typ.Flags&abi.MapIndirectElem != 0 {
		return *(*unsafe.Pointer)(p)
	}
	return p
}

// claim makes free slot i one of an entry with a hash and returns it; key and element are still to be set.
func (g groupReference) claim(typ *abi.MapType, i, hash uintptr) unsafe.Pointer {
	g.setCtrl(i, uint8(h2(hash)))
	return g.slot(typ, i)
}

// fill puts a key into a new slot and returns the place of its element.
func fill(typ *abi.MapType, slot, key unsafe.Pointer) unsafe.Pointer {
	if typ.Flags&abi.MapIndirectKey != 0 {
		*(*unsafe.Pointer)(slot) = newobject(typ.Key)
	}
	typedmemmove(typ.Key, slotKey(typ, slot), key)
	if typ.Flags&abi.MapIndirectElem != 0 {
		*(*unsafe.Pointer)(add(slot, typ.ElemOff)) = newobject(typ.Elem)
	}
	return slotElem(typ, slot)
}

// moveIn puts the entry of another slot into free slot i as it is.
func (g groupReference) moveIn(typ *abi.MapType, i, hash uintptr, from unsafe.Pointer) {
	slot := g.slot(typ, i)
	if typ.Flags&abi.MapIndirectKey != 0 {
		*(*unsafe.Pointer)(slot) = *(*unsafe.Pointer)(from)
	} else {
		typedmemmove(typ.Key, slot, from)
	}
	p, q := add(slot, typ.ElemOff), add(from, typ.ElemOff)
	if typ.Flags&abi.MapIndirectElem != 0 {
		*(*unsafe.Pointer)(p) = *(*unsafe.Pointer)(q)
	} else {
		typedmemmove(typ.Elem, p, q)
	}
	g.setCtrl(i, uint8(h2(hash)))
}

// wipe clears the entry in slot i; its control byte is the caller's to set.
func (g groupReference) wipe(typ *abi.MapType, i uintptr) {
	slot := g.slot(typ, i)
	if typ.Flags&abi.MapIndirectKey != 0 {
		*(*unsafe.Pointer)(slot) = nil
	} else if typ.Key.PtrBytes != 0 {
		typedmemclr(typ.Key, slot)
	}
	p := add(slot, typ.ElemOff)
	if typ.Flags&abi.MapIndirectElem != 0 {
		*(*unsafe.Pointer)(p) = nil
	} else {
		typedmemclr(typ.Elem, p) // a new entry begins with a zero element
	}
}

// find returns the slot that holds the key, or nil.
func (g groupReference) find(typ *abi.MapType, hash uintptr, key unsafe.Pointer) (slot unsafe.Pointer, i uintptr) {
	for m := matchH2(*g.ctrls(), h2(hash)); m != 0; m = m.rest() {
		i = m.first()
		slot = g.slot(typ, i)
		if typ.Key.Equal(key, slotKey(typ, slot)) {
			return slot, i
		}
	}
	return nil, 0
}

// A groupsReference is the groups of a table; their number is a power of two.
type groupsReference struct {
	data       unsafe.Pointer
	lengthMask uint64
}

func (gs *groupsReference) group(typ *abi.MapType, i uint64) groupReference {
	return groupReference{add(gs.data, uintptr(i)*typ.GroupSize)}
}

// newGroups allocates n empty groups.
func newGroups(typ *abi.MapType, n uint64) groupsReference {
	gs := groupsReference{newarray(typ.Group, int(n)), n - 1}
	for i := uint64(0); i < n; i++ {
		*gs.group(typ, i).ctrls() = allEmpty
	}
	return gs
}

// A probeSeq goes over all groups of a table, in steps of 1, 2, 3, ... from where the hash
// says. Since the number of groups is a power of two it meets each once.
type probeSeq struct {
	mask, offset, step uint64
}

func startProbe(hash uintptr, mask uint64) probeSeq {
	return probeSeq{mask, uint64(h1(hash)) & mask, 0}
}

func (s *probeSeq) next() {
	s.step++
	s.offset = (s.offset + s.step) & s.mask
}
