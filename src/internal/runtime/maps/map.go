package maps

import (
	"internal/abi"
	"unsafe"
)

// Use64BitHash says that hashes have 64 bits.
const Use64BitHash = true

// A Map is what a map value points to.
type Map struct {
	used   uint64 // entries, at offset 0: len reads it
	seed   uintptr
	dirPtr unsafe.Pointer // directory [dirLen]*table; the only group if dirLen is 0
	dirLen int

	globalDepth uint8 // the directory has 1 << globalDepth places
	globalShift uint8 // 64 - globalDepth
	writing     uint8 // set while the map changes, to notice a race

	tombstonePossible bool
	clearSeq          uint64 // counts clears, for iterators
}

// NewEmptyMap returns a map that will begin as a single group.
func NewEmptyMap() *Map {
	m := new(Map)
	m.seed = uintptr(rand())
	return m
}

// NewMap returns a map with room for hint entries; m is used if not nil.
func NewMap(typ *abi.MapType, hint uintptr, m *Map) *Map {
	if m == nil {
		m = new(Map)
	}
	m.seed = uintptr(rand())
	if hint <= abi.MapGroupSlots {
		return m
	}
	want := uint64(hint) + uint64(hint)/7 + 1 // 7 of 8 slots are filled
	if want > 1<<40 || uint64(typ.Group.Size_)*(want/8) > 1<<46 {
		return m // nobody means that
	}
	depth := uint8(0)
	capacity := uint64(abi.MapGroupSlots)
	for capacity<<depth < want {
		if capacity < maxTableCapacity {
			capacity *= 2
		} else {
			depth++
		}
	}
	dir := make([]*table, 1<<depth)
	for i := 0; i < len(dir); i++ {
		dir[i] = newTable(typ, capacity, i, depth)
	}
	m.setDirectory(dir, depth)
	return m
}

func (m *Map) setDirectory(dir []*table, depth uint8) {
	m.dirPtr = unsafe.Pointer(&dir[0])
	m.dirLen = len(dir)
	m.globalDepth = depth
	m.globalShift = 64 - depth
}

// Used returns the number of entries.
func (m *Map) Used() uint64 {
	if m == nil {
		return 0
	}
	return m.used
}

// at returns the place of a table in the directory.
func (m *Map) at(i int) **table {
	return (**table)(add(m.dirPtr, uintptr(i)*8))
}

// tableOf returns the table for a hash.
func (m *Map) tableOf(hash uintptr) *table {
	return *m.at(int(hash >> m.globalShift)) // of a single table: hash >> 64, which is 0
}

// small returns the group of a small map.
func (m *Map) small() groupReference { return groupReference{m.dirPtr} }

// Get returns where the key and its element are; nil if the key is not there.
func (m *Map) Get(typ *abi.MapType, key unsafe.Pointer) (k, elem unsafe.Pointer) {
	if m == nil || m.used == 0 {
		if typ.Flags&abi.MapHashMightPanic != 0 {
			checkKey(typ.Key, key)
		}
		return nil, nil
	}
	if m.writing != 0 {
		fatal("concurrent map read and map write")
	}
	slot, _, _, _ := m.find(typ, typ.Hasher(key, m.seed), key)
	if slot == nil {
		return nil, nil
	}
	return slotKey(typ, slot), slotElem(typ, slot)
}

// find returns the slot of a key, its table (nil for a small map), group and number.
func (m *Map) find(typ *abi.MapType, hash uintptr, key unsafe.Pointer) (slot unsafe.Pointer, t *table, g groupReference, i uintptr) {
	if m.dirLen == 0 {
		g = m.small()
		slot, i = g.find(typ, hash, key)
		return slot, nil, g, i
	}
	t = m.tableOf(hash)
	slot, g, i = t.find(typ, hash, key)
	return slot, t, g, i
}

// Put returns the place of the key's element, making an entry if there is none.
func (m *Map) Put(typ *abi.MapType, key unsafe.Pointer) unsafe.Pointer {
	if m.writing != 0 {
		fatal("concurrent map writes")
	}
	hash := typ.Hasher(key, m.seed)
	m.writing ^= 1
	if m.dirPtr == nil {
		gs := newGroups(typ, 1)
		m.dirPtr = gs.data
	}
	var elem unsafe.Pointer
	if slot, _, _, _ := m.find(typ, hash, key); slot != nil {
		if typ.Flags&abi.MapNeedKeyUpdate != 0 {
			typedmemmove(typ.Key, slotKey(typ, slot), key)
		}
		elem = slotElem(typ, slot)
	} else {
		elem = fill(typ, m.claim(typ, hash), key)
	}
	if m.writing == 0 {
		fatal("concurrent map writes")
	}
	m.writing ^= 1
	return elem
}

// claim returns the slot for a new entry with a hash.
func (m *Map) claim(typ *abi.MapType, hash uintptr) unsafe.Pointer {
	if m.dirLen == 0 {
		if m.used < abi.MapGroupSlots {
			m.used++
			g := m.small()
			return g.claim(typ, matchEmpty(*g.ctrls()).first(), hash)
		}
		m.growToTable(typ)
	}
	for {
		t := m.tableOf(hash)
		if slot := t.claim(typ, hash); slot != nil {
			m.used++
			return slot
		}
		t.makeRoom(typ, m)
	}
}

// growToTable turns a full small map into a table.
func (m *Map) growToTable(typ *abi.MapType) {
	t := newTable(typ, 2*abi.MapGroupSlots, 0, 0)
	g := m.small()
	for i := uintptr(0); i < abi.MapGroupSlots; i++ {
		slot := g.slot(typ, i)
		t.take(typ, typ.Hasher(slotKey(typ, slot), m.seed), slot)
	}
	dir := make([]*table, 1)
	dir[0] = t
	m.setDirectory(dir, 0)
}

// replaceTable puts t at all its places in the directory.
func (m *Map) replaceTable(t *table) {
	n := 1 << (m.globalDepth - t.localDepth)
	for i := 0; i < n; i++ {
		*m.at(t.index + i) = t
	}
}

// installSplit puts two tables where old was; the directory doubles if old had one place only.
func (m *Map) installSplit(old, left, right *table) {
	if old.localDepth == m.globalDepth {
		dir := make([]*table, m.dirLen*2)
		for i := 0; i < m.dirLen; i++ {
			t := *m.at(i)
			dir[2*i], dir[2*i+1] = t, t
			if t.index == i {
				t.index = -2 - 2*i // moved below: other places of the table must not match
			}
		}
		m.setDirectory(dir, m.globalDepth+1)
		for i := 0; i < len(dir); i++ {
			if dir[i].index <= -2 {
				dir[i].index = -2 - dir[i].index
			}
		}
	}
	half := 1 << (m.globalDepth - left.localDepth)
	left.index = old.index
	right.index = old.index + half
	m.replaceTable(left)
	m.replaceTable(right)
}

// Delete removes the key's entry, if there is one.
func (m *Map) Delete(typ *abi.MapType, key unsafe.Pointer) {
	if m == nil || m.used == 0 {
		if typ.Flags&abi.MapHashMightPanic != 0 {
			checkKey(typ.Key, key)
		}
		return
	}
	if m.writing != 0 {
		fatal("concurrent map writes")
	}
	hash := typ.Hasher(key, m.seed)
	m.writing ^= 1
	if slot, t, g, i := m.find(typ, hash, key); slot != nil {
		m.used--
		if t == nil {
			g.wipe(typ, i)
			g.setCtrl(i, ctrlEmpty)
		} else if t.remove(typ, g, i) {
			m.tombstonePossible = true
		}
	}
	if m.writing == 0 {
		fatal("concurrent map writes")
	}
	m.writing ^= 1
}

// Clear removes all entries.
func (m *Map) Clear(typ *abi.MapType) {
	if m == nil || m.used == 0 && !m.tombstonePossible {
		return
	}
	if m.writing != 0 {
		fatal("concurrent map writes")
	}
	m.writing ^= 1
	if m.dirLen == 0 {
		g := m.small()
		typedmemclr(typ.Group, g.data)
		*g.ctrls() = allEmpty
	} else {
		var last *table
		for i := 0; i < m.dirLen; i++ {
			if t := *m.at(i); t != last {
				t.clear(typ)
				last = t
			}
		}
	}
	m.used = 0
	m.tombstonePossible = false
	m.clearSeq++
	if m.writing == 0 {
		fatal("concurrent map writes")
	}
	m.writing ^= 1
}

// Clone returns a copy of the map.
func (m *Map) Clone(typ *abi.MapType) *Map {
	c := NewMap(typ, uintptr(m.Used()), nil)
	var it Iter
	it.Init(typ, m)
	for it.Next(); it.key != nil; it.Next() {
		typedmemmove(typ.Elem, c.Put(typ, it.key), it.elem)
	}
	return c
}
