// Interfaces: tables that say how a type implements an interface, assertions, and the
// boxes that interface values point to.

package runtime

import (
	"internal/abi"
	"internal/runtime/atomic"
	"unsafe"
)

// itabTable is a hash table of all itabs, keyed by interface and type: open addressing, its
// size a power of two, at most three quarters full.
type itabTableType struct {
	size    uintptr
	count   uintptr
	entries **itab
}

var (
	itabLock  mutex
	itabTable *itabTableType // readers hold no lock: it is replaced as a whole
)

func itabHash(inter *interfacetype, typ *_type) uintptr {
	return uintptr(inter.Type.Hash ^ typ.Hash)
}

func (t *itabTableType) at(i uintptr) **itab {
	return (**itab)(add(unsafe.Pointer(t.entries), i*8))
}

// find returns the itab of (inter, typ), or nil.
func (t *itabTableType) find(inter *interfacetype, typ *_type) *itab {
	mask := t.size - 1
	h := itabHash(inter, typ) & mask
	for i := uintptr(1); ; i++ {
		m := *t.at(h)
		if m == nil {
			return nil
		}
		if m.Inter == inter && m.Type == typ {
			return m
		}
		h = (h + i) & mask
	}
}

// add enters m; there is room.
func (t *itabTableType) add(m *itab) {
	mask := t.size - 1
	h := itabHash(m.Inter, m.Type) & mask
	for i := uintptr(1); ; i++ {
		p := t.at(h)
		if *p == m {
			return
		}
		if *p == nil {
			atomic.StorepNoWB(unsafe.Pointer(p), unsafe.Pointer(m))
			t.count++
			return
		}
		h = (h + i) & mask
	}
}

// itabAdd enters m into the table, which grows when it is full. itabLock is held. Readers hold no
// lock: they see the old table or the new one.
func itabAdd(m *itab) {
	if itabTable.count >= itabTable.size/4*3 {
		old, t := itabTable, newItabTable(itabTable.size*2)
		for i := uintptr(0); i < old.size; i++ {
			if e := *old.at(i); e != nil {
				t.add(e)
			}
		}
		atomic.StorepNoWB(unsafe.Pointer(&itabTable), unsafe.Pointer(t))
	}
	itabTable.add(m)
}

func newItabTable(size uintptr) *itabTableType {
	t := (*itabTableType)(persistentalloc(unsafe.Sizeof(itabTableType{}), 8))
	t.size = size
	*(*uintptr)(unsafe.Pointer(&t.entries)) = uintptr(persistentalloc(size*8, 8))
	return t
}

// itabsinit enters the itabs that the linker made.
func itabsinit() {
	bootstep("itabsinit")
	itabTable = newItabTable(512)
	lock(&itabLock)
	links := firstmoduledata.itablinks
	for i := 0; i < len(links); i++ {
		itabAdd(links[i])
	}
	unlock(&itabLock)
}

// getitab returns the table of (inter, typ). If typ does not implement inter it returns nil,
// or panics unless canfail.
func getitab(inter *interfacetype, typ *_type, canfail bool) *itab {
	if len(inter.Methods) == 0 {
		throw("getitab: interface without methods")
	}
	m := itabTable.find(inter, typ)
	if m == nil {
		m = makeItab(inter, typ)
	}
	if m.Fun[0] != 0 {
		return m
	}
	if canfail {
		return nil
	}
	panic(&TypeAssertionError{nil, typ, &inter.Type, itabInit(m, false)})
}

// makeItab makes and enters the table; also of a pair that does not match, as a reminder.
func makeItab(inter *interfacetype, typ *_type) *itab {
	lock(&itabLock)
	m := itabTable.find(inter, typ)
	if m == nil {
		n := uintptr(len(inter.Methods))
		m = (*itab)(persistentalloc(unsafe.Sizeof(itab{})+(n-1)*8, 8))
		m.Inter = inter
		m.Type = typ
		m.Hash = typ.Hash
		itabInit(m, true)
		itabAdd(m)
	}
	unlock(&itabLock)
	return m
}

// itabInit fills in the code of each method (or with fill unset just looks), and returns
// the name of the first method that the type lacks. Both lists of methods are sorted by name.
func itabInit(m *itab, fill bool) string {
	inter, typ := m.Inter, m.Type
	var methods []abi.Method
	u := typ.Uncommon()
	if u != nil {
		methods = u.Methods()
	}
	var fun0 uintptr
	j := 0
	for i := 0; i < len(inter.Methods); i++ {
		want := &inter.Methods[i]
		iname := nameAt(want.Name)
		itype := resolveType(want.Typ)
		ipkg := methodPkg(iname, inter.PkgPath.Name())
		found := false
		for ; j < len(methods) && !found; j++ {
			t := &methods[j]
			tname := nameAt(t.Name)
			if resolveType(t.Mtyp) != itype || tname.Name() != iname.Name() {
				continue
			}
			if !tname.IsExported() && methodPkg(tname, resolveName(u.PkgPath).Name()) != ipkg {
				continue
			}
			found = true
			code := uintptr(textAt(int32(t.Ifn)))
			if i == 0 {
				fun0 = code // last, because it says that the table is complete
			} else if fill {
				*(*uintptr)(add(unsafe.Pointer(&m.Fun[0]), uintptr(i)*8)) = code
			}
		}
		if !found {
			return iname.Name()
		}
	}
	if fill {
		m.Fun[0] = fun0
	}
	return ""
}

// methodPkg returns the package of a method's name, by default that of its type.
func methodPkg(n abi.Name, byDefault string) string {
	if off := n.PkgPathOff(); off != 0 {
		return resolveName(off).Name()
	}
	return byDefault
}

// ---- assertions ----

// assertE2I is x.(I) for a dynamic type; assertE2I2 its v, ok form.
func assertE2I(inter *interfacetype, t *_type) *itab {
	if t != nil {
		return getitab(inter, t, false)
	}
	panic(&TypeAssertionError{nil, nil, &inter.Type, ""})
}

func assertE2I2(inter *interfacetype, t *_type) *itab {
	if t == nil {
		return nil
	}
	return getitab(inter, t, true)
}

// Empty caches, with which every assertion and switch begins: no entry matches.
var (
	emptyTypeAssertCache      = abi.TypeAssertCache{Mask: 0}
	emptyInterfaceSwitchCache = abi.InterfaceSwitchCache{Mask: 0}
)

// typeAssert is an assertion with a cache; the table of all itabs is cache enough.
func typeAssert(s *abi.TypeAssert, t *_type) *itab {
	if t == nil {
		if s.CanFail {
			return nil
		}
		panic(&TypeAssertionError{nil, nil, &s.Inter.Type, ""})
	}
	return getitab(s.Inter, t, s.CanFail)
}

// interfaceSwitch returns the first of the interface cases that t implements, and its
// table; the number of cases if none.
func interfaceSwitch(s *abi.InterfaceSwitch, t *_type) (int, *itab) {
	cases := unsafe.Slice(&s.Cases[0], s.NCases)
	for i := 0; i < len(cases); i++ {
		if tab := getitab(cases[i], t, true); tab != nil {
			return i, tab
		}
	}
	return len(cases), nil
}

// panicdottypeE is a failed x.(T); have is the dynamic type, iface x's type.
func panicdottypeE(have, want, iface *_type) {
	panic(&TypeAssertionError{iface, have, want, ""})
}

func panicdottypeI(have *itab, want, iface *_type) {
	if have == nil {
		panicdottypeE(nil, want, iface)
	}
	panicdottypeE(have.Type, want, iface)
}

// panicnildottype is x.(T) of a nil interface.
func panicnildottype(want *_type) {
	panic(&TypeAssertionError{nil, nil, want, ""})
}

// ---- boxes ----

// staticuint64s are the boxes of all one-byte values (and small numbers).
var staticuint64s = [256]uint64{
	0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f,
	0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f,
	0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f,
	0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f,
	0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f,
	0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f,
	0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f,
	0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0x7b, 0x7c, 0x7d, 0x7e, 0x7f,
	0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f,
	0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f,
	0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf,
	0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe, 0xbf,
	0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf,
	0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf,
	0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef,
	0xf0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff,
}

// convT copies a value into a new box.
func convT(t *_type, v unsafe.Pointer) unsafe.Pointer {
	x := mallocgc(t.Size_, t, false)
	typedmemmove(t, x, v)
	return x
}

func convTnoptr(t *_type, v unsafe.Pointer) unsafe.Pointer {
	x := mallocgc(t.Size_, t, false)
	memmove(x, v, t.Size_)
	return x
}

func convT16(v uint16) unsafe.Pointer {
	if v < uint16(len(staticuint64s)) {
		return unsafe.Pointer(&staticuint64s[v])
	}
	x := mallocgc(2, nil, false)
	*(*uint16)(x) = v
	return x
}

func convT32(v uint32) unsafe.Pointer {
	if v < uint32(len(staticuint64s)) {
		return unsafe.Pointer(&staticuint64s[v])
	}
	x := mallocgc(4, nil, false)
	*(*uint32)(x) = v
	return x
}

func convT64(v uint64) unsafe.Pointer {
	if v < uint64(len(staticuint64s)) {
		return unsafe.Pointer(&staticuint64s[v])
	}
	x := mallocgc(8, nil, false)
	*(*uint64)(x) = v
	return x
}

// convTstring and convTslice box a string and a slice; empty ones share the zero value.
func convTstring(v string) unsafe.Pointer {
	if v == "" {
		return unsafe.Pointer(&zeroVal[0])
	}
	var t any = (*string)(nil)
	x := newobject((*ptrtype)(unsafe.Pointer(efaceOf(&t)._type)).Elem)
	*(*string)(x) = v
	return x
}

func convTslice(v []uint8) unsafe.Pointer {
	if (*slice)(unsafe.Pointer(&v)).array == nil {
		return unsafe.Pointer(&zeroVal[0])
	}
	var t any = (*[]uint8)(nil)
	x := newobject((*ptrtype)(unsafe.Pointer(efaceOf(&t)._type)).Elem)
	*(*[]uint8)(x) = v
	return x
}

// zeroVal is a zero value of any type up to its size.
var zeroVal [abi.ZeroValSize]byte
