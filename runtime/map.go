// Maps, as compiled code calls them. internal/runtime/maps does the work.

package runtime

import (
	"internal/runtime/maps"
	"unsafe"
)

// makemap_small is make(map[K]V) where a small map will do.
func makemap_small() *maps.Map { return maps.NewEmptyMap() }

// makemap is make(map[K]V, hint). The compiler may have room for the Map on the stack.
func makemap(t *maptype, hint int, m *maps.Map) *maps.Map {
	if hint < 0 {
		hint = 0
	}
	return maps.NewMap(t, uintptr(hint), m)
}

func makemap64(t *maptype, hint int64, m *maps.Map) *maps.Map { return makemap(t, int(hint), m) }

// mapaccess1 returns the place of m[key]'s element, or of a zero value.
func mapaccess1(t *maptype, m *maps.Map, key unsafe.Pointer) unsafe.Pointer {
	if _, elem := m.Get(t, key); elem != nil {
		return elem
	}
	return unsafe.Pointer(&zeroVal[0])
}

// mapaccess2 is v, ok = m[key].
func mapaccess2(t *maptype, m *maps.Map, key unsafe.Pointer) (unsafe.Pointer, bool) {
	if _, elem := m.Get(t, key); elem != nil {
		return elem, true
	}
	return unsafe.Pointer(&zeroVal[0]), false
}

// mapaccess1_fat and mapaccess2_fat are for elements that are larger than zeroVal.
func mapaccess1_fat(t *maptype, m *maps.Map, key, zero unsafe.Pointer) unsafe.Pointer {
	if _, elem := m.Get(t, key); elem != nil {
		return elem
	}
	return zero
}

func mapaccess2_fat(t *maptype, m *maps.Map, key, zero unsafe.Pointer) (unsafe.Pointer, bool) {
	if _, elem := m.Get(t, key); elem != nil {
		return elem, true
	}
	return zero, false
}

// mapassign returns the place where m[key]'s element is to be written.
func mapassign(t *maptype, m *maps.Map, key unsafe.Pointer) unsafe.Pointer {
	if m == nil {
		nilmapassign()
	}
	return m.Put(t, key)
}

func nilmapassign() {
	panic(plainError("assignment to entry in nil map"))
}

func mapdelete(t *maptype, m *maps.Map, key unsafe.Pointer) { m.Delete(t, key) }
func mapclear(t *maptype, m *maps.Map)                      { m.Clear(t) }

func mapIterStart(t *maptype, m *maps.Map, it *maps.Iter) {
	it.Init(t, m)
	it.Next()
}

func mapIterNext(it *maps.Iter) { it.Next() }

// The forms for keys that are passed by value; internal/runtime/maps has what is without a body here.

func mapaccess1_fast32(t *maptype, m *maps.Map, key uint32) unsafe.Pointer
func mapaccess1_fast64(t *maptype, m *maps.Map, key uint64) unsafe.Pointer
func mapaccess1_faststr(t *maptype, m *maps.Map, key string) unsafe.Pointer
func mapaccess2_fast32(t *maptype, m *maps.Map, key uint32) (unsafe.Pointer, bool)
func mapaccess2_fast64(t *maptype, m *maps.Map, key uint64) (unsafe.Pointer, bool)
func mapaccess2_faststr(t *maptype, m *maps.Map, key string) (unsafe.Pointer, bool)
func mapassign_fast32(t *maptype, m *maps.Map, key uint32) unsafe.Pointer
func mapassign_fast64(t *maptype, m *maps.Map, key uint64) unsafe.Pointer
func mapassign_fast64ptr(t *maptype, m *maps.Map, key unsafe.Pointer) unsafe.Pointer
func mapassign_faststr(t *maptype, m *maps.Map, key string) unsafe.Pointer

func mapassign_fast32ptr(t *maptype, m *maps.Map, key unsafe.Pointer) unsafe.Pointer {
	return mapassign(t, m, noescape(unsafe.Pointer(&key)))
}

func mapdelete_fast32(t *maptype, m *maps.Map, key uint32) {
	mapdelete(t, m, noescape(unsafe.Pointer(&key)))
}

func mapdelete_fast64(t *maptype, m *maps.Map, key uint64) {
	mapdelete(t, m, noescape(unsafe.Pointer(&key)))
}

func mapdelete_faststr(t *maptype, m *maps.Map, key string) {
	mapdelete(t, m, noescape(unsafe.Pointer(&key)))
}
