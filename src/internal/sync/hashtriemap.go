package sync

import (
	"internal/abi"
	"sync/atomic"
	"unsafe"
)

// A HashTrieMap is a map that many goroutines may use at once; the zero value is empty. Reading takes no lock,
// and writers of different keys only a short one. It must not be copied after first use.
//
// A table has chains of cells that never change once they can be seen; what changes are
// the places of first cells, and the values. Growing makes new cells for the same entries,
// so a reader that is still in an old table finds current values there.
type HashTrieMap[K comparable, V any] struct {
	table atomic.Pointer[hashTable[K, V]] // nil while empty
	write Mutex                           // held by who adds or removes entries or changes values
	count int                             // entries, under the lock
}

// A hashTable is an array of chains, its length a power of two.
type hashTable[K comparable, V any] struct {
	seed   uintptr
	hash   func(key unsafe.Pointer, seed uintptr) uintptr
	chains []atomic.Pointer[cell[K, V]]
}

// A cell is a link of a chain.
type cell[K comparable, V any] struct {
	entry *entry[K, V]
	next  *cell[K, V]
}

// An entry is a key with the place of its value; nil there means deleted.
type entry[K comparable, V any] struct {
	hash  uintptr
	key   K
	value atomic.Pointer[V]
}

const firstChains = 8

// runtime_rand returns a random number.
//
//go:linkname runtime_rand runtime.rand
func runtime_rand() uint64

// newTable makes an empty table. The hash function is the one of Go's maps with such keys.
func newTable[K comparable, V any](chains int, seed uintptr) *hashTable[K, V] {
	var m any = map[K]V(nil)
	typ := (*abi.MapType)(unsafe.Pointer((*abi.EmptyInterface)(unsafe.Pointer(&m)).Type))
	return &hashTable[K, V]{
		seed:   seed,
		hash:   typ.Hasher,
		chains: make([]atomic.Pointer[cell[K, V]], chains),
	}
}

func (t *hashTable[K, V]) hashOf(key K) uintptr {
	return t.hash(unsafe.Pointer(&key), t.seed)
}

// chain returns where the chain for a hash begins.
func (t *hashTable[K, V]) chain(hash uintptr) *atomic.Pointer[cell[K, V]] {
	return &t.chains[hash&uintptr(len(t.chains)-1)]
}

// find returns the key's entry, or nil.
func (t *hashTable[K, V]) find(hash uintptr, key K) *entry[K, V] {
	for c := t.chain(hash).Load(); c != nil; c = c.next {
		if c.entry.hash == hash && c.entry.key == key {
			return c.entry
		}
	}
	return nil
}

// add puts an entry in front of its chain.
func (t *hashTable[K, V]) add(e *entry[K, V]) {
	first := t.chain(e.hash)
	first.Store(&cell[K, V]{e, first.Load()})
}

// remove takes an entry out of its chain: the cells before it are made anew.
func (t *hashTable[K, V]) remove(e *entry[K, V]) {
	first := t.chain(e.hash)
	var before []*entry[K, V]
	c := first.Load()
	for c.entry != e {
		before = append(before, c.entry)
		c = c.next
	}
	rest := c.next
	for i := len(before) - 1; i >= 0; i-- {
		rest = &cell[K, V]{before[i], rest}
	}
	first.Store(rest)
}

// Load returns the value for the key, and whether there is one.
func (ht *HashTrieMap[K, V]) Load(key K) (value V, ok bool) {
	t := ht.table.Load()
	if t == nil {
		return value, false
	}
	if e := t.find(t.hashOf(key), key); e != nil {
		if p := e.value.Load(); p != nil {
			return *p, true
		}
	}
	return value, false
}

// lookup returns the key's entry, or nil, and its hash in the current table, which it makes if need be.
// The lock is held.
func (ht *HashTrieMap[K, V]) lookup(key K) (t *hashTable[K, V], hash uintptr, e *entry[K, V]) {
	t = ht.table.Load()
	if t == nil {
		t = newTable[K, V](firstChains, uintptr(runtime_rand()))
		hash = t.hashOf(key) // may panic: then nothing has changed
		ht.table.Store(t)
		return t, hash, nil
	}
	hash = t.hashOf(key)
	return t, hash, t.find(hash, key)
}

// insert adds an entry; the table doubles when it has more entries than chains. The lock is held.
func (ht *HashTrieMap[K, V]) insert(t *hashTable[K, V], hash uintptr, key K, value *V) {
	e := &entry[K, V]{hash: hash, key: key}
	e.value.Store(value)
	ht.count++
	if ht.count > len(t.chains) {
		bigger := newTable[K, V](2*len(t.chains), t.seed)
		for i := range t.chains {
			for c := t.chains[i].Load(); c != nil; c = c.next {
				bigger.add(c.entry)
			}
		}
		bigger.add(e)
		ht.table.Store(bigger)
		return
	}
	t.add(e)
}

// LoadOrStore returns the value for the key if there is one, and stores the given one otherwise. loaded
// tells which.
func (ht *HashTrieMap[K, V]) LoadOrStore(key K, value V) (result V, loaded bool) {
	if v, ok := ht.Load(key); ok {
		return v, true
	}
	ht.write.Lock()
	defer ht.write.Unlock()
	t, hash, e := ht.lookup(key)
	if e != nil {
		return *e.value.Load(), true
	}
	ht.insert(t, hash, key, &value)
	return value, false
}

// Store sets the value for the key.
func (ht *HashTrieMap[K, V]) Store(key K, new V) { ht.Swap(key, new) }

// Swap sets the value for the key and returns the one before, if there was one.
func (ht *HashTrieMap[K, V]) Swap(key K, new V) (previous V, loaded bool) {
	ht.write.Lock()
	defer ht.write.Unlock()
	t, hash, e := ht.lookup(key)
	if e != nil {
		return *e.value.Swap(&new), true
	}
	ht.insert(t, hash, key, &new)
	return previous, false
}

// incomparable reports that values of type V cannot be compared.
func incomparable[V any]() bool {
	var p any = (*V)(nil)
	ptr := (*abi.PtrType)(unsafe.Pointer((*abi.EmptyInterface)(unsafe.Pointer(&p)).Type))
	return ptr.Elem.Equal == nil
}

// CompareAndSwap sets the value for the key to new if it is old, and reports whether it did. The type of
// values must be comparable.
func (ht *HashTrieMap[K, V]) CompareAndSwap(key K, old, new V) (swapped bool) {
	if incomparable[V]() {
		panic("called CompareAndSwap when value is not of comparable type")
	}
	if ht.table.Load() == nil {
		return false
	}
	ht.write.Lock()
	defer ht.write.Unlock()
	_, _, e := ht.lookup(key)
	if e == nil || any(*e.value.Load()) != any(old) {
		return false
	}
	e.value.Store(&new)
	return true
}

// LoadAndDelete removes the entry of the key and returns its value, if there is one.
func (ht *HashTrieMap[K, V]) LoadAndDelete(key K) (value V, loaded bool) {
	if ht.table.Load() == nil {
		return value, false
	}
	ht.write.Lock()
	defer ht.write.Unlock()
	t, _, e := ht.lookup(key)
	if e == nil {
		return value, false
	}
	return ht.drop(t, e), true
}

// drop removes an entry and returns the value it had. The lock is held.
func (ht *HashTrieMap[K, V]) drop(t *hashTable[K, V], e *entry[K, V]) V {
	t.remove(e)
	ht.count--
	return *e.value.Swap(nil)
}

// Delete removes the entry of the key, if there is one.
func (ht *HashTrieMap[K, V]) Delete(key K) { ht.LoadAndDelete(key) }

// CompareAndDelete removes the entry of the key if its value is old, and reports whether it did. The type
// of values must be comparable.
func (ht *HashTrieMap[K, V]) CompareAndDelete(key K, old V) (deleted bool) {
	if incomparable[V]() {
		panic("called CompareAndDelete when value is not of comparable type")
	}
	if ht.table.Load() == nil {
		return false
	}
	ht.write.Lock()
	defer ht.write.Unlock()
	t, _, e := ht.lookup(key)
	if e == nil || any(*e.value.Load()) != any(old) {
		return false
	}
	ht.drop(t, e)
	return true
}

// All returns an iterator over the entries, in no order. It sees each key at most once; what
// is stored or deleted meanwhile, it may see or not.
func (ht *HashTrieMap[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		t := ht.table.Load()
		if t == nil {
			return
		}
		for i := range t.chains {
			for c := t.chains[i].Load(); c != nil; c = c.next {
				if p := c.entry.value.Load(); p != nil && !yield(c.entry.key, *p) {
					return
				}
			}
		}
	}
}

// Range calls yield for the entries until it returns false; see All.
func (ht *HashTrieMap[K, V]) Range(yield func(K, V) bool) { ht.All()(yield) }

// Clear removes all entries.
func (ht *HashTrieMap[K, V]) Clear() {
	ht.write.Lock()
	defer ht.write.Unlock()
	ht.table.Store(nil)
	ht.count = 0
}
