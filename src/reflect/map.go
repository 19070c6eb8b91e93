package reflect

import (
	"internal/abi"
	"internal/runtime/maps"
	"unsafe"
)

// theMap returns the map that v is.
func (v Value) theMap() *maps.Map { return (*maps.Map)(v.pointer()) }

func (v Value) mapLen() int { return int(v.theMap().Used()) }

func (v Value) mapClear() { v.theMap().Clear(mapType(v.typ())) }

// MakeMap makes a map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize makes a map with room for about n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	m := maps.NewMap(mapType(t), uintptr(max(n, 0)), nil)
	return Value{t, unsafe.Pointer(m), flag(Map)}
}

// copied returns the value at p in a new place.
func copied(t *abi.Type, f flag, p unsafe.Pointer) Value {
	if t.IsDirectIface() {
		return Value{t, *(*unsafe.Pointer)(p), f | flag(t.Kind_)}
	}
	c := unsafe_New(t)
	typedmemmove(t, c, p)
	return Value{t, c, f | flagIndir | flag(t.Kind_)}
}

// MapIndex returns the element of a key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.need(Map, "MapIndex")
	t := mapType(v.typ())
	key = key.fit("reflect.Value.MapIndex", t.Key)
	_, p := v.theMap().Get(t, key.address())
	if p == nil {
		return Value{}
	}
	return copied(t.Elem, (v.flag | key.flag).ro(), p)
}

// MapKeys returns the keys of a map, in no order.
func (v Value) MapKeys() []Value {
	v.need(Map, "MapKeys")
	keys := make([]Value, 0, v.mapLen())
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

// SetMapIndex sets the element of a key, or with the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.needExported("SetMapIndex")
	v.need(Map, "SetMapIndex")
	key.needExported("SetMapIndex")
	t := mapType(v.typ())
	key = key.fit("reflect.Value.SetMapIndex", t.Key)
	m := v.theMap()
	if elem.typ() == nil {
		m.Delete(t, key.address())
		return
	}
	elem.needExported("SetMapIndex")
	elem = elem.fit("reflect.Value.SetMapIndex", t.Elem)
	if m == nil {
		panic(nilMap("assignment to entry in nil map"))
	}
	typedmemmove(t.Elem, m.Put(t, key.address()), elem.address())
}

// A nilMap is the run-time error of an assignment to a nil map.
type nilMap string

func (e nilMap) Error() string { return string(e) }
func (e nilMap) RuntimeError() {}

// A MapIter goes over the entries of a map.
type MapIter struct {
	m    Value
	iter maps.Iter
	on   bool // it has been started
}

// MapRange returns an iterator over a map, before the first entry.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.kind()})
	}
	return &MapIter{m: v}
}

// Next goes to the next entry and reports whether there is one.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !iter.on {
		iter.iter.Init(mapType(iter.m.typ()), iter.m.theMap())
		iter.on = true
	} else if iter.iter.Key() == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	iter.iter.Next()
	return iter.iter.Key() != nil
}

// current returns where the key and the element are.
func (iter *MapIter) current(method string) (key, elem unsafe.Pointer) {
	if !iter.on {
		panic(method + " called before Next")
	}
	key, elem = iter.iter.Key(), iter.iter.Elem()
	if key == nil {
		panic(method + " called on exhausted iterator")
	}
	return key, elem
}

// Key returns the key of the current entry.
func (iter *MapIter) Key() Value {
	key, _ := iter.current("MapIter.Key")
	return copied(mapType(iter.m.typ()).Key, iter.m.flag.ro(), key)
}

// Value returns the element of the current entry.
func (iter *MapIter) Value() Value {
	_, elem := iter.current("MapIter.Value")
	return copied(mapType(iter.m.typ()).Elem, iter.m.flag.ro(), elem)
}

// Reset makes the iterator go over v, from the beginning.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.need(Map, "MapRange")
	}
	*iter = MapIter{m: v}
}

// SetIterKey sets v to the key of iter's current entry.
func (v Value) SetIterKey(iter *MapIter) {
	key, _ := iter.current("reflect: Value.SetIterKey")
	v.setFrom("SetIterKey", mapType(iter.m.typ()).Key, key, iter.m.flag)
}

// SetIterValue sets v to the element of iter's current entry.
func (v Value) SetIterValue(iter *MapIter) {
	_, elem := iter.current("reflect: Value.SetIterValue")
	v.setFrom("SetIterValue", mapType(iter.m.typ()).Elem, elem, iter.m.flag)
}

// setFrom sets v to the value of a type at p, which is part of a map.
func (v Value) setFrom(method string, t *abi.Type, p unsafe.Pointer, f flag) {
	v.needSettable(method)
	Value{flag: f}.needExported(method)
	x := Value{t, p, f.ro() | flag(t.Kind_) | flagIndir}
	if v.typ() != t {
		x = x.fit("reflect.MapIter."+method[:3]+method[len("SetIter"):], v.typ())
	}
	if x.flag&flagIndir == 0 {
		*(*unsafe.Pointer)(v.ptr) = x.ptr
		return
	}
	typedmemmove(v.typ(), v.ptr, x.ptr)
}
