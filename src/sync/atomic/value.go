package atomic

import "unsafe"

// A Value holds a value of any type, always of the same one once the first has been stored. The
// zero Value holds nil. It must not be copied after the first use.
type Value struct {
	v any
}

// words is how an interface value lies in memory. A Value's type word goes from nil to
// &storing to the type, and the data word is written before that last step: who sees the
// type sees data that belongs to it.
type words struct {
	typ  unsafe.Pointer
	data unsafe.Pointer
}

// storing stands for the type while the first store is under way.
var storing byte

// The runtime keeps a goroutine on its processor while a first store is half done, so that
// nobody waits long for it.
func runtime_procPin() int
func runtime_procUnpin()

// Load returns the value stored last, nil if there is none.
func (v *Value) Load() (val any) {
	vp := (*words)(unsafe.Pointer(v))
	typ := LoadPointer(&vp.typ)
	if typ == nil || typ == unsafe.Pointer(&storing) {
		return nil
	}
	out := (*words)(unsafe.Pointer(&val))
	out.typ = typ
	out.data = LoadPointer(&vp.data)
	return val
}

// Store sets the value. It panics if val is nil or has another type than the values before.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	vp := (*words)(unsafe.Pointer(v))
	new := (*words)(unsafe.Pointer(&val))
	if vp.first(new) {
		return
	}
	if vp.typ != new.typ {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	StorePointer(&vp.data, new.data)
}

// first makes new the first value if there is none, and reports whether it did; otherwise the
// type is there when it returns.
func (vp *words) first(new *words) bool {
	for {
		typ := LoadPointer(&vp.typ)
		if typ != nil && typ != unsafe.Pointer(&storing) {
			return false
		}
		if typ != nil {
			continue // somebody else is at it
		}
		runtime_procPin()
		if CompareAndSwapPointer(&vp.typ, nil, unsafe.Pointer(&storing)) {
			StorePointer(&vp.data, new.data)
			StorePointer(&vp.typ, new.typ)
			runtime_procUnpin()
			return true
		}
		runtime_procUnpin()
	}
}

// Swap sets the value and returns the one before, nil if there was none. It panics as Store
// does.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	vp := (*words)(unsafe.Pointer(v))
	np := (*words)(unsafe.Pointer(&new))
	if vp.first(np) {
		return nil
	}
	if vp.typ != np.typ {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	op := (*words)(unsafe.Pointer(&old))
	op.typ = np.typ
	op.data = SwapPointer(&vp.data, np.data)
	return old
}

// CompareAndSwap sets the value to new if it is old, and reports whether it did. It panics if
// the types differ, if new is nil, or if old cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	vp := (*words)(unsafe.Pointer(v))
	np := (*words)(unsafe.Pointer(&new))
	op := (*words)(unsafe.Pointer(&old))
	if op.typ != nil && op.typ != np.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if old == nil {
		typ := LoadPointer(&vp.typ)
		if typ == nil || typ == unsafe.Pointer(&storing) {
			if vp.first(np) {
				return true
			}
		}
		if vp.typ != np.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		return false
	}
	for {
		cur := v.Load()
		if cur == nil {
			return false
		}
		cp := (*words)(unsafe.Pointer(&cur))
		if cp.typ != np.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		if cur != old {
			return false
		}
		if CompareAndSwapPointer(&vp.data, cp.data, np.data) {
			return true
		}
	}
}
