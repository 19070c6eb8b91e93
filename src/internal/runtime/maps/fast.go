// Maps whose keys have four or eight bytes, or are strings. Compiled code passes such keys by
// value; they are compared in place, without the type's Equal, and elements are never indirect.
// The functions stand under the names that compiled code calls in the runtime.

package maps

import (
	"internal/abi"
	"unsafe"
)

type fastKey interface {
	uint32 | uint64 | unsafe.Pointer | string
}

//go:linkname zeroVal runtime.zeroVal
var zeroVal [abi.ZeroValSize]byte

// noescape hides that the result leads to what p points to.
func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x)
}

// scan finds an integer key in the only group of a small map: no hash is needed.
func scan[K fastKey](typ *abi.MapType, g groupReference, key K) unsafe.Pointer {
	for full := matchFull(*g.ctrls()); full != 0; full = full.rest() {
		slot := g.slot(typ, full.first())
		if *(*K)(slot) == key {
			return slot
		}
	}
	return nil
}

// probe finds a key by its hash.
func probe[K fastKey](typ *abi.MapType, m *Map, hash uintptr, key K) unsafe.Pointer {
	data, mask := m.dirPtr, uint64(0)
	if m.dirLen != 0 {
		gs := &m.tableOf(hash).groups
		data, mask = gs.data, gs.lengthMask
	}
	offset := uint64(h1(hash)) & mask
	for step := uint64(1); ; step++ {
		g := groupReference{add(data, uintptr(offset)*typ.GroupSize)}
		ctrl := *g.ctrls()
		for like := matchH2(ctrl, h2(hash)); like != 0; like = like.rest() {
			slot := g.slot(typ, like.first())
			if *(*K)(slot) == key {
				return slot
			}
		}
		if step > mask || matchEmpty(ctrl) != 0 {
			return nil
		}
		offset = (offset + step) & mask
	}
}

// getFast returns where the key's element is; nil if the key is not there.
func getFast[K fastKey](typ *abi.MapType, m *Map, key K) unsafe.Pointer {
	if m == nil || m.used == 0 {
		return nil
	}
	if m.writing != 0 {
		fatal("concurrent map read and map write")
	}
	var slot unsafe.Pointer
	if m.dirLen == 0 && unsafe.Sizeof(key) <= 8 {
		slot = scan(typ, m.small(), key)
	} else {
		slot = probe(typ, m, typ.Hasher(noescape(unsafe.Pointer(&key)), m.seed), key)
	}
	if slot == nil {
		return nil
	}
	return add(slot, typ.ElemOff)
}

// putFast returns the place of the key's element, making an entry if there is none.
func putFast[K fastKey](typ *abi.MapType, m *Map, key K) unsafe.Pointer {
	if m == nil {
		nilAssign()
	}
	if m.writing != 0 {
		fatal("concurrent map writes")
	}
	hash := typ.Hasher(noescape(unsafe.Pointer(&key)), m.seed)
	m.writing ^= 1
	if m.dirPtr == nil {
		m.dirPtr = newGroups(typ, 1).data
	}
	slot := probe(typ, m, hash, key)
	if slot == nil {
		slot = m.claim(typ, hash)
		*(*K)(slot) = key
	} else if unsafe.Sizeof(key) > 8 {
		*(*K)(slot) = key // an equal string may be part of a larger one: the newer is kept
	}
	if m.writing == 0 {
		fatal("concurrent map writes")
	}
	m.writing ^= 1
	return add(slot, typ.ElemOff)
}

func orZero(elem unsafe.Pointer) unsafe.Pointer {
	if elem == nil {
		return unsafe.Pointer(&zeroVal[0])
	}
	return elem
}

//go:linkname runtime_mapaccess1_fast32 runtime.mapaccess1_fast32
func runtime_mapaccess1_fast32(typ *abi.MapType, m *Map, key uint32) unsafe.Pointer {
	return orZero(getFast(typ, m, key))
}

//go:linkname runtime_mapaccess1_fast64 runtime.mapaccess1_fast64
func runtime_mapaccess1_fast64(typ *abi.MapType, m *Map, key uint64) unsafe.Pointer {
	return orZero(getFast(typ, m, key))
}

//go:linkname runtime_mapaccess1_faststr runtime.mapaccess1_faststr
func runtime_mapaccess1_faststr(typ *abi.MapType, m *Map, key string) unsafe.Pointer {
	return orZero(getFast(typ, m, key))
}

//go:linkname runtime_mapaccess2_fast32 runtime.mapaccess2_fast32
func runtime_mapaccess2_fast32(typ *abi.MapType, m *Map, key uint32) (unsafe.Pointer, bool) {
	elem := getFast(typ, m, key)
	return orZero(elem), elem != nil
}

//go:linkname runtime_mapaccess2_fast64 runtime.mapaccess2_fast64
func runtime_mapaccess2_fast64(typ *abi.MapType, m *Map, key uint64) (unsafe.Pointer, bool) {
	elem := getFast(typ, m, key)
	return orZero(elem), elem != nil
}

//go:linkname runtime_mapaccess2_faststr runtime.mapaccess2_faststr
func runtime_mapaccess2_faststr(typ *abi.MapType, m *Map, key string) (unsafe.Pointer, bool) {
	elem := getFast(typ, m, key)
	return orZero(elem), elem != nil
}

//go:linkname runtime_mapassign_fast32 runtime.mapassign_fast32
func runtime_mapassign_fast32(typ *abi.MapType, m *Map, key uint32) unsafe.Pointer {
	return putFast(typ, m, key)
}

//go:linkname runtime_mapassign_fast64 runtime.mapassign_fast64
func runtime_mapassign_fast64(typ *abi.MapType, m *Map, key uint64) unsafe.Pointer {
	return putFast(typ, m, key)
}

//go:linkname runtime_mapassign_fast64ptr runtime.mapassign_fast64ptr
func runtime_mapassign_fast64ptr(typ *abi.MapType, m *Map, key unsafe.Pointer) unsafe.Pointer {
	return putFast(typ, m, key)
}

//go:linkname runtime_mapassign_faststr runtime.mapassign_faststr
func runtime_mapassign_faststr(typ *abi.MapType, m *Map, key string) unsafe.Pointer {
	return putFast(typ, m, key)
}
