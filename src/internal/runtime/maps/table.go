package maps

import (
	"internal/abi"
	"unsafe"
)

// maxTableCapacity is the number of slots at which a full table is split, not doubled.
const maxTableCapacity = 1024

// A table is an open-addressed hash table. A search ends at a group with an empty slot; so a
// deleted entry leaves a tombstone, unless its group has one.
type table struct {
	// Entries; slots, a power of two; empty slots that may still be filled.
	used, capacity, growthLeft uint16

	localDepth uint8 // how many top bits of the hash lead here
	index      int   // first place in the directory; -1 when replaced
	groups     groupsReference
}

func newTable(typ *abi.MapType, capacity uint64, index int, localDepth uint8) *table {
	if capacity < abi.MapGroupSlots {
		capacity = abi.MapGroupSlots
	}
	t := new(table)
	t.index = index
	t.localDepth = localDepth
	t.reset(typ, capacity)
	return t
}

// reset gives the table new, empty groups.
func (t *table) reset(typ *abi.MapType, capacity uint64) {
	t.groups = newGroups(typ, capacity/abi.MapGroupSlots)
	t.capacity = uint16(capacity)
	t.used = 0
	t.growthLeft = uint16(maxUsed(capacity))
}

// maxUsed returns how many slots may be in use: one of a single group, and an eighth of more,
// stay empty.
func maxUsed(capacity uint64) uint64 {
	if capacity <= abi.MapGroupSlots {
		return capacity - 1
	}
	return capacity / 8 * 7
}

// find returns the slot that holds the key, with its group and number, or nil.
func (t *table) find(typ *abi.MapType, hash uintptr, key unsafe.Pointer) (slot unsafe.Pointer, g groupReference, i uintptr) {
	for seq := startProbe(hash, t.groups.lengthMask); ; seq.next() {
		g = t.groups.group(typ, seq.offset)
		if slot, i = g.find(typ, hash, key); slot != nil {
			return slot, g, i
		}
		if matchEmpty(*g.ctrls()) != 0 {
			return nil, g, 0
		}
	}
}

// claim returns the slot for a new entry with a hash, or nil if the table is full.
func (t *table) claim(typ *abi.MapType, hash uintptr) unsafe.Pointer {
	for seq := startProbe(hash, t.groups.lengthMask); ; seq.next() {
		g := t.groups.group(typ, seq.offset)
		free := matchFree(*g.ctrls())
		if free == 0 {
			continue
		}
		i := free.first()
		if g.ctrl(i) == ctrlEmpty {
			if t.growthLeft == 0 {
				return nil
			}
			t.growthLeft--
		}
		t.used++
		return g.claim(typ, i, hash)
	}
}

// take puts an entry of another table in; there is room, and the key is not there.
func (t *table) take(typ *abi.MapType, hash uintptr, from unsafe.Pointer) {
	for seq := startProbe(hash, t.groups.lengthMask); ; seq.next() {
		g := t.groups.group(typ, seq.offset)
		if free := matchEmpty(*g.ctrls()); free != 0 {
			g.moveIn(typ, free.first(), hash, from)
			t.used++
			t.growthLeft--
			return
		}
	}
}

// remove deletes the entry in slot i of g and reports whether a tombstone was left.
func (t *table) remove(typ *abi.MapType, g groupReference, i uintptr) bool {
	g.wipe(typ, i)
	t.used--
	if matchEmpty(*g.ctrls()) != 0 {
		g.setCtrl(i, ctrlEmpty)
		t.growthLeft++
		return false
	}
	g.setCtrl(i, ctrlDeleted)
	return true
}

// clear deletes all entries.
func (t *table) clear(typ *abi.MapType) {
	for n := uint64(0); n <= t.groups.lengthMask; n++ {
		g := t.groups.group(typ, n)
		if *g.ctrls() == allEmpty {
			continue
		}
		typedmemclr(typ.Group, g.data)
		*g.ctrls() = allEmpty
	}
	t.used = 0
	t.growthLeft = uint16(maxUsed(uint64(t.capacity)))
}

// makeRoom replaces a full table: by one of its size if much of it is tombstones, by one of twice
// the size, or by two.
func (t *table) makeRoom(typ *abi.MapType, m *Map) {
	capacity := uint64(t.capacity)
	if uint64(t.used) > capacity/2 {
		capacity *= 2
	}
	if capacity > maxTableCapacity {
		t.split(typ, m)
		return
	}
	nt := newTable(typ, capacity, t.index, t.localDepth)
	t.moveAll(typ, m, nt, nt, 0)
	m.replaceTable(nt)
	t.index = -1
}

// split replaces the table by two, for hashes in which the next bit is 0 and 1.
func (t *table) split(typ *abi.MapType, m *Map) {
	depth := t.localDepth + 1
	left := newTable(typ, maxTableCapacity, -1, depth)
	right := newTable(typ, maxTableCapacity, -1, depth)
	t.moveAll(typ, m, left, right, uintptr(1)<<(64-depth))
	m.installSplit(t, left, right)
	t.index = -1
}

// moveAll copies the entries to left, or to right if their hash has the bit.
func (t *table) moveAll(typ *abi.MapType, m *Map, left, right *table, bit uintptr) {
	for n := uint64(0); n <= t.groups.lengthMask; n++ {
		g := t.groups.group(typ, n)
		for full := matchFull(*g.ctrls()); full != 0; full = full.rest() {
			slot := g.slot(typ, full.first())
			hash := typ.Hasher(slotKey(typ, slot), m.seed)
			if hash&bit == 0 {
				left.take(typ, hash, slot)
			} else {
				right.take(typ, hash, slot)
			}
		}
	}
}
