package reflect

import (
	"internal/abi"
	"sync"
	"unsafe"
)

// made holds the types that were made while the program runs, by what they are made of, so that each is made once.
var made sync.Map // of a made-of key to *abi.Type

// Keys of made.
type (
	pointerKey struct{ elem *abi.Type }
	sliceKey   struct{ elem *abi.Type }
	funcKey    struct {
		types    string // the descriptors' addresses
		nin      int
		variadic bool
	}
	arrayKey struct {
		elem *abi.Type
		n    int
	}
	chanKey struct {
		elem *abi.Type
		dir  ChanDir
	}
	mapKey struct{ key, elem *abi.Type }
)

// known returns the types with the given name that the compiler made. The linker sorts them.
func known(name string) []*abi.Type {
	sections, offsets := typelinks()
	var found []*abi.Type
	for i, offs := range offsets {
		at := func(k int) *abi.Type { return (*abi.Type)(add(sections[i], uintptr(offs[k]))) }
		low, high := 0, len(offs)
		for low < high {
			mid := (low + high) / 2
			if stringFor(at(mid)) < name {
				low = mid + 1
			} else {
				high = mid
			}
		}
		for ; low < len(offs) && stringFor(at(low)) == name; low++ {
			found = append(found, at(low))
		}
	}
	return found
}

// once returns the type of a key: from made, among those of the compiler, or by making it.
func once(key any, name string, is func(*abi.Type) bool, make func() *abi.Type) *abi.Type {
	if t, ok := made.Load(key); ok {
		return t.(*abi.Type)
	}
	for _, t := range known(name) {
		if is(t) {
			got, _ := made.LoadOrStore(key, t)
			return got.(*abi.Type)
		}
	}
	t, _ := made.LoadOrStore(key, make())
	return t.(*abi.Type)
}

// prototype copies the descriptor of a type of the same kind, with a new name and hash.
func prototype[T any](like any, name string, parts ...uint32) *T {
	t := new(T)
	*t = *(*T)(unsafe.Pointer(TypeOf(like).common()))
	base := (*abi.Type)(unsafe.Pointer(t))
	base.TFlag &^= abi.TFlagUncommon | abi.TFlagNamed | abi.TFlagExtraStar // whatever the prototype has
	base.Str = abi.NameOff(addReflectOff(unsafe.Pointer(newName(name).Bytes)))
	base.PtrToThis = 0
	base.Hash = hashOf(uint32(base.Kind_), parts...)
	return t
}

// hashOf mixes numbers into a hash (FNV-1).
func hashOf(h uint32, parts ...uint32) uint32 {
	for _, p := range parts {
		for shift := 0; shift < 32; shift += 8 {
			h = h*16777619 ^ p>>shift&0xff
		}
	}
	return h
}

// newName encodes a name that is not exported.
func newName(s string) abi.Name { return abi.NewName(s, "", false, false) }

// PointerTo returns the type of pointers to t.
func PointerTo(t Type) Type { return toType(ptrTo(t.common())) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func ptrTo(t *abi.Type) *abi.Type {
	if t.PtrToThis != 0 {
		return toRType(t).typeAt(t.PtrToThis)
	}
	name := "*" + stringFor(t)
	return once(pointerKey{t}, name, func(p *abi.Type) bool {
		return p.Kind_ == abi.Pointer && elemOf(p) == t
	}, func() *abi.Type {
		p := prototype[abi.PtrType]((*unsafe.Pointer)(nil), name, t.Hash, '*')
		p.Elem = t
		return &p.Type
	})
}

// SliceOf returns the type of slices of t.
func SliceOf(t Type) Type {
	elem := t.common()
	name := "[]" + stringFor(elem)
	return toType(once(sliceKey{elem}, name, func(s *abi.Type) bool {
		return s.Kind_ == abi.Slice && elemOf(s) == elem
	}, func() *abi.Type {
		s := prototype[abi.SliceType]([]unsafe.Pointer(nil), name, elem.Hash, '[')
		s.Elem = elem
		return &s.Type
	}))
}

// ChanOf returns the type of channels of t.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.Size_ >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	s := stringFor(elem)
	switch dir {
	case SendDir:
		s = "chan<- " + s
	case RecvDir:
		s = "<-chan " + s
	case BothDir:
		if s[0] == '<' {
			s = "(" + s + ")"
		}
		s = "chan " + s
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	return toType(once(chanKey{elem, dir}, s, func(c *abi.Type) bool {
		return c.Kind_ == abi.Chan && elemOf(c) == elem && ChanDir(chanDir(c)) == dir
	}, func() *abi.Type {
		c := prototype[abi.ChanType]((chan unsafe.Pointer)(nil), s, elem.Hash, uint32(dir))
		c.Elem = elem
		c.Dir = abi.ChanDir(dir)
		return &c.Type
	}))
}

// FuncOf returns the type of functions with the given parameters and results.
func FuncOf(in, out []Type, isVariadic bool) Type {
	if isVariadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	all := append(append([]Type(nil), in...), out...)
	types := make([]*abi.Type, len(all))
	var parts []uint32
	for i, t := range all {
		types[i] = t.common()
		parts = append(parts, types[i].Hash)
	}
	name := funcString(in, out, isVariadic)
	addresses := unsafe.String((*byte)(unsafe.Pointer(unsafe.SliceData(types))), len(types)*8)
	return toType(once(funcKey{addresses, len(in), isVariadic}, name, func(f *abi.Type) bool {
		if f.Kind_ != abi.Func || funcType(f).OutCount&variadic != 0 != isVariadic {
			return false
		}
		fin, fout := funcParams(f)
		return len(fin) == len(in) && sameTypes(append(append([]*abi.Type(nil), fin...), fout...), types, true)
	}, func() *abi.Type {
		if isVariadic {
			parts = append(parts, 'v')
		}
		return makeFuncType(name, types, len(in), isVariadic, parts)
	}))
}

// makeFuncType makes the descriptor, with the parameters behind it.
func makeFuncType(name string, types []*abi.Type, nin int, isVariadic bool, parts []uint32) *abi.Type {
	const most = 128
	if len(types) > most {
		panic("reflect.FuncOf: too many arguments")
	}
	f := &struct {
		abi.FuncType
		params [most]*abi.Type
	}{FuncType: *prototype[abi.FuncType](func() {}, name, parts...)}
	f.InCount = uint16(nin)
	f.OutCount = uint16(len(types) - nin)
	if isVariadic {
		f.OutCount |= variadic
	}
	copy(f.params[:], types)
	return &f.Type
}

// funcString spells a function type.
func funcString(in, out []Type, isVariadic bool) string {
	s := "func("
	for i, t := range in {
		if i > 0 {
			s += ", "
		}
		if isVariadic && i == len(in)-1 {
			s += "..." + t.Elem().String()
		} else {
			s += t.String()
		}
	}
	s += ")"
	if len(out) == 1 {
		return s + " " + out[0].String()
	}
	for i, t := range out {
		if i == 0 {
			s += " ("
		} else {
			s += ", "
		}
		s += t.String()
	}
	if len(out) > 1 {
		s += ")"
	}
	return s
}
