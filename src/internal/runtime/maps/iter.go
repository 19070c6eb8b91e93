package maps

import (
	"internal/abi"
	"unsafe"
)

// An Iter is the state of a range loop over a map. It begins at a random place in the directory and,
// in each group's table, at a random slot.
//
// The map may change under way. Entries are read from the tables as they are, but a table that
// has been replaced since the iterator came to it goes on being walked, so that no entry
// comes twice: it says which keys there were, and the map which are still there.
type Iter struct {
	key, elem unsafe.Pointer // key is nil at the end

	typ *abi.MapType
	m   *Map

	entryOffset, dirOffset uint64 // random starts
	clearSeq               uint64 // of the map at the start
	globalDepth            uint8  // of the map when dirIdx and dirOffset were right

	dirIdx   int    // places of the directory gone over; -1 for a small map
	tab      *table // being walked
	group    groupReference
	entryIdx uint64 // slots of it gone over
}

// Key and Elem return the current entry; Key is nil at the end.
func (it *Iter) Key() unsafe.Pointer  { return it.key }
func (it *Iter) Elem() unsafe.Pointer { return it.elem }

// Initialized reports whether the iteration has begun, Map what it goes over.
func (it *Iter) Initialized() bool { return it.typ != nil }
func (it *Iter) Map() *Map         { return it.m }

// Init begins an iteration. The Iter is zero.
func (it *Iter) Init(typ *abi.MapType, m *Map) {
	it.typ = typ
	if m == nil || m.used == 0 {
		return
	}
	it.m = m
	it.entryOffset = rand()
	it.dirOffset = rand()
	it.clearSeq = m.clearSeq
	it.globalDepth = m.globalDepth
	if m.dirLen == 0 {
		it.dirIdx = -1
		it.group = m.small()
	}
}

// Next goes to the next entry.
func (it *Iter) Next() {
	it.key, it.elem = nil, nil
	if it.m == nil {
		return
	}
	if it.m.writing != 0 {
		fatal("concurrent map iteration and map write")
	}
	if it.dirIdx < 0 {
		it.nextSmall()
		return
	}
	for it.tab != nil || it.nextTable() {
		if it.nextInTable() {
			return
		}
		it.tab = nil
	}
}

// nextSmall is Next for a map that was small at the start.
func (it *Iter) nextSmall() {
	for it.entryIdx < abi.MapGroupSlots {
		i := uintptr(it.entryIdx+it.entryOffset) % abi.MapGroupSlots
		it.entryIdx++
		if it.group.ctrl(i)&ctrlEmpty != 0 {
			continue
		}
		stale := it.m.dirLen != 0 // it has grown: its entries are elsewhere now
		if it.accept(it.group.slot(it.typ, i), stale) {
			return
		}
	}
}

// nextTable goes to the next table of the directory and reports whether there is one.
func (it *Iter) nextTable() bool {
	m := it.m
	if d := m.globalDepth - it.globalDepth; d > 0 {
		// The directory has doubled: each place has become 1<<d of them.
		it.dirIdx <<= d
		it.dirOffset <<= d
		it.globalDepth = m.globalDepth
	}
	if it.dirIdx >= m.dirLen {
		return false
	}
	mask := m.dirLen - 1
	i := int(it.dirOffset+uint64(it.dirIdx)) & mask
	t := *m.at(i)
	if t.index != i {
		// In the middle of a table's places, which happens at the start: begin at its
		// first.
		it.dirOffset -= uint64(i - t.index)
	}
	it.dirIdx += 1 << (m.globalDepth - t.localDepth)
	it.tab = t
	it.entryIdx = 0
	return true
}

// nextInTable goes to the next entry of the table at hand and reports whether there is one.
func (it *Iter) nextInTable() bool {
	t := it.tab
	mask := uint64(t.capacity) - 1
	for it.entryIdx <= mask {
		n := (it.entryIdx + it.entryOffset) & mask
		it.entryIdx++
		g := t.groups.group(it.typ, n/abi.MapGroupSlots)
		i := uintptr(n % abi.MapGroupSlots)
		if g.ctrl(i)&ctrlEmpty != 0 {
			continue
		}
		if it.accept(g.slot(it.typ, i), t.index < 0) {
			return true
		}
	}
	return false
}

// accept makes the entry in a slot the current one. If its table has been replaced, the map is
// asked whether it is still there. A key that is not equal to itself cannot be asked for, but
// not be deleted either, except by a clear.
func (it *Iter) accept(slot unsafe.Pointer, stale bool) bool {
	typ := it.typ
	key := slotKey(typ, slot)
	if !stale {
		it.key, it.elem = key, slotElem(typ, slot)
		return true
	}
	if k, elem := it.m.Get(typ, key); k != nil {
		it.key, it.elem = k, elem
		return true
	}
	if it.clearSeq == it.m.clearSeq && !typ.Key.Equal(key, key) {
		it.key, it.elem = key, slotElem(typ, slot)
		return true
	}
	return false
}
