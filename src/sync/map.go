package sync

import isync "internal/sync"

// A Map is like map[any]any, but many goroutines may use it at once. The zero value is empty. It suits caches, where
// entries are written once and read often; otherwise a map with a lock is simpler and has types.
type Map struct {
	_ noCopy

	m isync.HashTrieMap[any, any]
}

// Load returns the value for the key, or nil, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) { return m.m.Load(key) }

// Store sets the value for the key.
func (m *Map) Store(key, value any) { m.m.Store(key, value) }

// Clear removes all entries.
func (m *Map) Clear() { m.m.Clear() }

// LoadOrStore returns the value for the key if there is one; if not, it stores the given one and returns it. loaded tells
// which happened.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	return m.m.LoadOrStore(key, value)
}

// LoadAndDelete removes the entry of the key, and returns its value if there was one.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) { return m.m.LoadAndDelete(key) }

// Delete removes the entry of the key, if there is one.
func (m *Map) Delete(key any) { m.m.Delete(key) }

// Swap sets the value for the key and returns the one before, if there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) { return m.m.Swap(key, value) }

// CompareAndSwap sets the value for the key to new if it is old, which must be comparable, and reports whether it did.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	return m.m.CompareAndSwap(key, old, new)
}

// CompareAndDelete removes the entry of the key if its value is old, which must be comparable, and reports whether it did.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) { return m.m.CompareAndDelete(key, old) }

// Range calls f for the entries, each key at most once and in no order, until f returns false. It shows no
// single moment: f may see or miss what changes meanwhile. f may use m.
func (m *Map) Range(f func(key, value any) bool) { m.m.Range(f) }
