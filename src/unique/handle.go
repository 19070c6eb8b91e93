// Package unique keeps one copy of equal values, so that comparing them is comparing pointers.
package unique

import (
	"internal/abi"
	"runtime"
	"strings"
	"sync"
	"unsafe"
	"weak"
)

// A Handle stands for a value: two are equal if and only if their values are.
type Handle[T comparable] struct {
	value *T
}

// Value returns the value.
func (h Handle[T]) Value() T { return *h.value }

// Make returns the handle of a value.
func Make[T comparable](value T) Handle[T] {
	t := abi.TypeFor[T]()
	if t.Size() == 0 {
		return Handle[T]{(*T)(unsafe.Pointer(&empty))}
	}
	m, ok := tables.Load(t)
	if !ok {
		m, _ = tables.LoadOrStore(t, &table[T]{known: map[T]weak.Pointer[T]{}})
	}
	return Handle[T]{m.(*table[T]).lookup(t, value)}
}

// empty is the value of types of size 0.
var empty byte

// tables has the table of each type.
var tables sync.Map // of *abi.Type to *table[T]

// A table has the copies of the values of a type. An entry goes when its copy has.
type table[T comparable] struct {
	lock  sync.Mutex
	known map[T]weak.Pointer[T]
}

// lookup returns the copy of a value.
func (m *table[T]) lookup(t *abi.Type, value T) *T {
	m.lock.Lock()
	defer m.lock.Unlock()
	if p := m.known[value].Value(); p != nil {
		return p
	}
	p := new(T)
	*p = value
	cloneStrings(t, unsafe.Pointer(p))
	w := weak.Make(p)
	key := *p
	m.known[key] = w
	runtime.AddCleanup(p, func(w weak.Pointer[T]) { m.forget(key, w) }, w)
	return p
}

// forget removes an entry, unless a new copy stands there.
func (m *table[T]) forget(key T, w weak.Pointer[T]) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.known[key] == w {
		delete(m.known, key)
	}
}

// cloneStrings copies the strings in a value, which may be small parts of large ones. What is behind pointers and interfaces
// stays as it is.
func cloneStrings(t *abi.Type, p unsafe.Pointer) {
	switch t.Kind() {
	case abi.String:
		s := (*string)(p)
		*s = strings.Clone(*s)
	case abi.Array:
		for i := range t.Len() {
			cloneStrings(t.Elem(), unsafe.Add(p, uintptr(i)*t.Elem().Size()))
		}
	case abi.Struct:
		for _, f := range t.StructType().Fields {
			cloneStrings(f.Typ, unsafe.Add(p, f.Offset))
		}
	}
}

// runtime_blockUntilEmptyCleanupQueue waits until all cleanups have been called; tests use it.
func runtime_blockUntilEmptyCleanupQueue(timeout int64) bool
