// Equality and hashing of values.
//
// The hash is of the kind of wyhash: the input is mixed into the state 16 bytes at a time by
// a 64x64 -> 128 multiplication whose halves are folded. Seeds are random for each process,
// so that nobody can prepare colliding keys.

package runtime

import (
	"internal/abi"
	"internal/runtime/sys"
	"unsafe"
)

// hashkey holds the secrets of the hash.
var hashkey [4]uint64

func alginit() {
	bootstep("alginit")
	for i := 0; i < len(hashkey); i++ {
		hashkey[i] = rand() | 1
	}
}

// memhash hashes n bytes.
func memhash(p unsafe.Pointer, seed, n uintptr) uintptr {
	h := uint64(seed) ^ hashkey[0]
	left := n
	for ; left > 16; left -= 16 {
		h = mix(readUnaligned64(p)^hashkey[1], readUnaligned64(add(p, 8))^h)
		p = add(p, 16)
	}
	var a, b uint64
	switch {
	case left >= 8:
		a = readUnaligned64(p)
		b = readUnaligned64(add(p, left-8))
	case left >= 4:
		a = uint64(readUnaligned32(p))
		b = uint64(readUnaligned32(add(p, left-4)))
	case left > 0:
		// First, middle and last byte: all of up to three.
		a = uint64(*(*byte)(p))<<16 | uint64(*(*byte)(add(p, left>>1)))<<8 | uint64(*(*byte)(add(p, left-1)))
	}
	return uintptr(mix(hashkey[2]^uint64(n), mix(a^hashkey[1], b^h)))
}

func memhash0(p unsafe.Pointer, h uintptr) uintptr   { return h }
func memhash8(p unsafe.Pointer, h uintptr) uintptr   { return memhash(p, h, 1) }
func memhash16(p unsafe.Pointer, h uintptr) uintptr  { return memhash(p, h, 2) }
func memhash128(p unsafe.Pointer, h uintptr) uintptr { return memhash(p, h, 16) }

// memhash32 and memhash64 are what memhash comes to for 4 and 8 bytes. Maps with integer keys live on them: the fewer
// instructions, the more look-ups wait for memory at the same time.
func memhash32(p unsafe.Pointer, h uintptr) uintptr {
	x := uint64(*(*uint32)(p))
	return uintptr(mix(hashkey[2]^4, mix(x^hashkey[1], x^uint64(h)^hashkey[0])))
}

func memhash64(p unsafe.Pointer, h uintptr) uintptr {
	x := *(*uint64)(p)
	return uintptr(mix(hashkey[2]^8, mix(x^hashkey[1], x^uint64(h)^hashkey[0])))
}

// memhash_varlen hashes as many bytes as its closure says.
func memhash_varlen(p unsafe.Pointer, h uintptr) uintptr {
	ctx := sys.GetClosurePtr()
	return memhash(p, h, *(*uintptr)(unsafe.Pointer(ctx + 8)))
}

func strhash(p unsafe.Pointer, h uintptr) uintptr {
	s := (*stringStruct)(p)
	return memhash(s.str, h, uintptr(s.len))
}

// f64hash hashes a float: +0 and -0 are equal, and NaN is not even equal to itself, so
// every NaN gets another hash.
func f64hash(p unsafe.Pointer, h uintptr) uintptr {
	f := *(*float64)(p)
	switch {
	case f == 0:
		return uintptr(mix(hashkey[3], uint64(h)))
	case f != f:
		return uintptr(mix(hashkey[3]^rand(), uint64(h)))
	}
	return memhash(p, h, 8)
}

func f32hash(p unsafe.Pointer, h uintptr) uintptr {
	f := *(*float32)(p)
	switch {
	case f == 0:
		return uintptr(mix(hashkey[3], uint64(h)))
	case f != f:
		return uintptr(mix(hashkey[3]^rand(), uint64(h)))
	}
	return memhash(p, h, 4)
}

func c64hash(p unsafe.Pointer, h uintptr) uintptr  { return f32hash(add(p, 4), f32hash(p, h)) }
func c128hash(p unsafe.Pointer, h uintptr) uintptr { return f64hash(add(p, 8), f64hash(p, h)) }

// nilinterhash and interhash hash interface values, by their dynamic types.
func nilinterhash(p unsafe.Pointer, h uintptr) uintptr {
	e := (*eface)(p)
	return boxhash(e._type, e.data, h)
}

func interhash(p unsafe.Pointer, h uintptr) uintptr {
	i := (*iface)(p)
	if i.tab == nil {
		return h
	}
	return boxhash(i.tab.Type, i.data, h)
}

func boxhash(t *_type, data unsafe.Pointer, h uintptr) uintptr {
	if t == nil {
		return h
	}
	if t.Equal == nil {
		panic(errorString("hash of unhashable type " + typeString(t)))
	}
	if t.IsDirectIface() {
		return typehash(t, unsafe.Pointer(&data), h)
	}
	return typehash(t, data, h)
}

// typehash hashes a value of any comparable type, by its parts.
func typehash(t *_type, p unsafe.Pointer, h uintptr) uintptr {
	if t.TFlag&abi.TFlagRegularMemory != 0 {
		return memhash(p, h, t.Size_)
	}
	switch t.Kind_ {
	case abi.String:
		return strhash(p, h)
	case abi.Interface:
		if len((*interfacetype)(unsafe.Pointer(t)).Methods) != 0 {
			return interhash(p, h)
		}
		return nilinterhash(p, h)
	case abi.Struct:
		fields := (*structtype)(unsafe.Pointer(t)).Fields
		for i := 0; i < len(fields); i++ {
			f := &fields[i]
			if f.Name.Name() != "_" {
				h = typehash(f.Typ, add(p, f.Offset), h)
			}
		}
		return h
	case abi.Array:
		at := (*arraytype)(unsafe.Pointer(t))
		for end := add(p, t.Size_); p != end; p = add(p, at.Elem.Size_) {
			h = typehash(at.Elem, p, h)
		}
		return h
	case abi.Float64:
		return f64hash(p, h)
	case abi.Float32:
		return f32hash(p, h)
	case abi.Complex128:
		return c128hash(p, h)
	case abi.Complex64:
		return c64hash(p, h)
	}
	panic(errorString("hash of unhashable type " + typeString(t)))
}

// ---- equality ----

func memequal0(p, q unsafe.Pointer) bool  { return true }
func memequal8(p, q unsafe.Pointer) bool  { return *(*int8)(p) == *(*int8)(q) }
func memequal16(p, q unsafe.Pointer) bool { return *(*int16)(p) == *(*int16)(q) }
func memequal32(p, q unsafe.Pointer) bool { return *(*int32)(p) == *(*int32)(q) }
func memequal64(p, q unsafe.Pointer) bool { return *(*int64)(p) == *(*int64)(q) }

func memequal128(p, q unsafe.Pointer) bool {
	return memequal64(p, q) && memequal64(add(p, 8), add(q, 8))
}

// memequal_varlen compares as many bytes as its closure says.
func memequal_varlen(p, q unsafe.Pointer) bool {
	ctx := sys.GetClosurePtr()
	return memequal(p, q, *(*uintptr)(unsafe.Pointer(ctx + 8)))
}

func f32equal(p, q unsafe.Pointer) bool  { return *(*float32)(p) == *(*float32)(q) }
func f64equal(p, q unsafe.Pointer) bool  { return *(*float64)(p) == *(*float64)(q) }
func c64equal(p, q unsafe.Pointer) bool  { return f32equal(p, q) && f32equal(add(p, 4), add(q, 4)) }
func c128equal(p, q unsafe.Pointer) bool { return f64equal(p, q) && f64equal(add(p, 8), add(q, 8)) }

func strequal(p, q unsafe.Pointer) bool {
	a, b := (*stringStruct)(p), (*stringStruct)(q)
	return a.len == b.len && memequal(a.str, b.str, uintptr(a.len))
}

func nilinterequal(p, q unsafe.Pointer) bool {
	x, y := (*eface)(p), (*eface)(q)
	return x._type == y._type && efaceeq(x._type, x.data, y.data)
}

func interequal(p, q unsafe.Pointer) bool {
	x, y := (*iface)(p), (*iface)(q)
	return x.tab == y.tab && ifaceeq(x.tab, x.data, y.data)
}

// efaceeq compares what two interfaces of the same dynamic type hold.
func efaceeq(t *_type, x, y unsafe.Pointer) bool {
	if t == nil {
		return true
	}
	if t.Equal == nil {
		panic(errorString("comparing uncomparable type " + typeString(t)))
	}
	if t.IsDirectIface() {
		return x == y
	}
	return t.Equal(x, y)
}

func ifaceeq(tab *itab, x, y unsafe.Pointer) bool {
	if tab == nil {
		return true
	}
	return efaceeq(tab.Type, x, y)
}

// cmpstring compares strings: -1, 0, 1. internal/bytealg has the code.
func cmpstring(a, b string) int
