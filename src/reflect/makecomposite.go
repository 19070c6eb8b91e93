package reflect

import (
	"internal/abi"
	"strconv"
	"sync"
	"unicode"
	"unsafe"
)

// More keys of made.
type structKey struct{ fields string }

// newRecord returns memory for a descriptor with a fixed part, and so many bytes without pointers behind it.
func newRecord(fixed *abi.Type, behind uintptr) unsafe.Pointer {
	t := *fixed
	t.Size_ += align(behind, 8)
	mask := newBitVector(t.Size_)
	mask.mark(fixed, 0)
	t.GCData = mask.data
	return unsafe_New(&t)
}

// setPointers sets what a descriptor says about the pointers in a value, when all else is known.
func setPointers(t *abi.Type, ptrBytes uintptr) {
	t.PtrBytes = ptrBytes
	t.TFlag &^= abi.TFlagGCMaskOnDemand | abi.TFlagDirectIface
	t.GCData = nil
	switch {
	case ptrBytes == 0:
	case ptrBytes <= abi.MaxPtrmaskBytes*8*8:
		mask := newBitVector(align(t.Size_, 8))
		mask.mark(t, 0)
		t.GCData = mask.data
	default: // the runtime makes the mask and puts its address here
		t.TFlag |= abi.TFlagGCMaskOnDemand
		t.GCData = (*byte)(unsafe.Pointer(new(uintptr)))
	}
	if t.Size_ == 8 && ptrBytes == 8 {
		t.TFlag |= abi.TFlagDirectIface
	}
}

// ArrayOf returns the type of arrays of so many elements.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	et := elem.common()
	name := "[" + strconv.Itoa(length) + "]" + stringFor(et)
	return toType(once(arrayKey{et, length}, name, func(a *abi.Type) bool {
		return a.Kind_ == abi.Array && elemOf(a) == et && toRType(a).Len() == length
	}, func() *abi.Type {
		return makeArrayType(name, et, uintptr(length))
	}))
}

func makeArrayType(name string, elem *abi.Type, n uintptr) *abi.Type {
	if elem.Size_ > 0 && n > ^uintptr(0)/elem.Size_ {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	a := prototype[abi.ArrayType]([1]unsafe.Pointer{}, name, elem.Hash, uint32(n), uint32(n>>32), '[')
	a.Elem, a.Len = elem, n
	a.Slice = SliceOf(toType(elem)).common()
	a.Size_ = elem.Size_ * n
	a.Align_, a.FieldAlign_ = elem.Align_, elem.FieldAlign_
	a.TFlag = elem.TFlag & abi.TFlagRegularMemory
	pointers := uintptr(0)
	if n > 0 && elem.PtrBytes > 0 {
		pointers = (n-1)*elem.Size_ + elem.PtrBytes
	}
	setPointers(&a.Type, pointers)
	a.Equal = nil
	if elem.Equal != nil {
		a.Equal = func(p, q unsafe.Pointer) bool {
			for i := range n {
				if off := i * elem.Size_; !elem.Equal(add(p, off), add(q, off)) {
					return false
				}
			}
			return true
		}
	}
	return &a.Type
}

// ---- maps ----

// MapOf returns the type of maps from key to elem.
func MapOf(key, elem Type) Type {
	kt, et := key.common(), elem.common()
	if kt.Equal == nil {
		panic("reflect.MapOf: invalid key type " + stringFor(kt))
	}
	name := "map[" + stringFor(kt) + "]" + stringFor(et)
	return toType(once(mapKey{kt, et}, name, func(m *abi.Type) bool {
		return m.Kind_ == abi.Map && mapType(m).Key == kt && mapType(m).Elem == et
	}, func() *abi.Type {
		m := prototype[abi.MapType](map[unsafe.Pointer]unsafe.Pointer(nil), name, kt.Hash, et.Hash, 'm')
		m.Key, m.Elem = kt, et
		m.Hasher = func(p unsafe.Pointer, seed uintptr) uintptr { return typehash(kt, p, seed) }
		setGroup(m)
		m.Flags |= keyFlags(kt)
		return &m.Type
	}))
}

// setGroup describes the group of slots that maps of the type are made of: a control word, and eight slots of a key and an
// element, either of which is a pointer if it is large.
func setGroup(m *abi.MapType) {
	m.Flags = 0
	key, elem := m.Key, m.Elem
	if key.Size_ > abi.MapMaxKeyBytes {
		m.Flags |= abi.MapIndirectKey
		key = ptrTo(key)
	}
	if elem.Size_ > abi.MapMaxElemBytes {
		m.Flags |= abi.MapIndirectElem
		elem = ptrTo(elem)
	}
	word := TypeFor[uint64]().common()
	slot := plainStruct(key, elem)
	group := plainStruct(word, makeArrayType("[8]slot", &slot.Type, abi.MapGroupSlots))
	m.Group = &group.Type
	m.GroupSize = group.Size_
	m.SlotSize = slot.Size_
	m.ElemOff = slot.Fields[1].Offset
}

// plainStruct makes a struct type with two fields that only the collector looks at.
func plainStruct(a, b *abi.Type) *abi.StructType {
	t := &abi.StructType{Fields: []abi.StructField{{Name: newName("a"), Typ: a}, {Name: newName("b"), Typ: b}}}
	t.Kind_ = abi.Struct
	layOut(t)
	return t
}

// keyFlags returns the flags that come from the key's type.
func keyFlags(t *abi.Type) (flags uint32) {
	switch t.Kind_ {
	case abi.Float32, abi.Float64, abi.Complex64, abi.Complex128, abi.String:
		return abi.MapNeedKeyUpdate // equal keys need not be the same bits
	case abi.Interface:
		return abi.MapNeedKeyUpdate | abi.MapHashMightPanic
	case abi.Array:
		return keyFlags(elemOf(t))
	case abi.Struct:
		fields := structType(t).Fields
		for i := range fields {
			flags |= keyFlags(fields[i].Typ)
		}
	}
	return flags
}

// ---- structs ----

// layOut gives the fields of a struct type their offsets, and the type its size, alignment and pointers.
func layOut(t *abi.StructType) {
	size, pointers := uintptr(0), uintptr(0)
	most := uint8(1)
	grow := func(to uintptr) {
		if to < size {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		size = to
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		most = max(most, f.Typ.Align_)
		grow(align(size, uintptr(f.Typ.Align_)))
		f.Offset = size
		if f.Typ.PtrBytes > 0 {
			pointers = size + f.Typ.PtrBytes
		}
		grow(size + f.Typ.Size_)
	}
	// A pointer to a field without bytes at the end must not point behind the struct.
	if n := len(t.Fields); size > 0 && n > 0 && t.Fields[n-1].Typ.Size_ == 0 {
		grow(size + 1)
	}
	grow(align(size, uintptr(most)))
	t.Size_ = size
	t.Align_, t.FieldAlign_ = most, most
	setPointers(&t.Type, pointers)
}

// isFieldName reports whether a field can have the name.
func isFieldName(s string) bool {
	for i, c := range s {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return s != ""
}

// fieldOf encodes a field for a descriptor.
func fieldOf(f *StructField) abi.StructField {
	if f.Anonymous && f.PkgPath != "" {
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	}
	if c := f.Name[0]; f.IsExported() && (c == '_' || 'a' <= c && c <= 'z') {
		panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
	}
	return abi.StructField{Name: abi.NewName(f.Name, string(f.Tag), f.IsExported(), f.Anonymous), Typ: f.Type.common()}
}

// StructOf returns the type of structs with the fields, of which Offset and Index do not count. Methods of embedded fields are
// promoted only in the simplest cases; other cases panic.
func StructOf(fields []StructField) Type {
	t := &abi.StructType{Type: abi.Type{Kind_: abi.Struct}, Fields: make([]abi.StructField, len(fields))}
	var methods []abi.Method
	names := map[string]bool{}
	pkg, name, key := "", "struct {", ""
	parts := []uint32{}
	regular := true
	for i := range fields {
		f := &fields[i]
		which := "reflect.StructOf: field " + strconv.Itoa(i)
		switch {
		case f.Name == "":
			panic(which + " has no name")
		case !isFieldName(f.Name):
			panic(which + " has invalid name")
		case f.Type == nil:
			panic(which + " has no type")
		}
		t.Fields[i] = fieldOf(f)
		if f.PkgPath != "" {
			if pkg != "" && pkg != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + pkg + " and " + f.PkgPath)
			}
			pkg = f.PkgPath
		}
		typ := t.Fields[i].Typ
		key += f.Name + " " + strconv.Itoa(int(uintptr(unsafe.Pointer(typ)))) + strconv.Quote(string(f.Tag))
		if f.Anonymous {
			key += "!"
			methods = append(methods, embeddedMethods(typ, i == 0, len(fields) == 1)...)
		} else {
			name += " " + f.Name
		}
		if names[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		names[f.Name] = true
		parts = append(append(parts, typ.Hash, uint32(len(f.Tag))), uint32(len(f.Name)), uint32(f.Name[0]))
		name += " " + stringFor(typ)
		if f.Tag != "" {
			name += " " + strconv.Quote(string(f.Tag))
		}
		if i < len(fields)-1 {
			name += ";"
		}
		regular = regular && typ.TFlag&abi.TFlagRegularMemory != 0 && f.Name != "_"
	}
	if len(fields) > 0 {
		name += " "
	}
	name += "}"
	if pkg != "" {
		t.PkgPath = newName(pkg)
	}
	layOut(t)
	return toType(once(structKey{pkg + ";" + key}, name, func(known *abi.Type) bool {
		return known.Kind_ == abi.Struct && !known.HasName() && sameFields(known, &t.Type, true)
	}, func() *abi.Type {
		if regular && !hasGaps(t) {
			t.TFlag |= abi.TFlagRegularMemory
		}
		return finishStruct(t, name, parts, methods)
	}))
}

// hasGaps reports whether a struct has bytes that belong to no field.
func hasGaps(t *abi.StructType) bool {
	end := uintptr(0)
	for i := range t.Fields {
		if t.Fields[i].Offset != end {
			return true
		}
		end += t.Fields[i].Typ.Size_
	}
	return end != t.Size_
}

// finishStruct puts the descriptor in its final place, with name and methods.
func finishStruct(t *abi.StructType, name string, parts []uint32, methods []abi.Method) *abi.Type {
	t.Str = abi.NameOff(addReflectOff(unsafe.Pointer(newName(name).Bytes)))
	t.Hash = hashOf(uint32(abi.Struct), parts...)
	t.Equal = equalFields(t.Fields)
	if len(methods) == 0 {
		return &t.Type
	}
	t.TFlag |= abi.TFlagUncommon
	type record struct {
		abi.StructType
		abi.UncommonType
	}
	r := (*record)(newRecord(TypeFor[record]().common(), unsafe.Sizeof(abi.Method{})*uintptr(len(methods))))
	r.StructType = *t
	r.Mcount, r.Xcount = uint16(len(methods)), uint16(len(methods))
	r.Moff = uint32(unsafe.Sizeof(abi.UncommonType{}))
	copy(r.UncommonType.Methods(), methods)
	return &r.Type
}

// equalFields returns the function that compares structs, nil if there is none.
func equalFields(fields []abi.StructField) func(p, q unsafe.Pointer) bool {
	for i := range fields {
		if fields[i].Typ.Equal == nil {
			return nil
		}
	}
	return func(p, q unsafe.Pointer) bool {
		for i := range fields {
			f := &fields[i]
			if f.Name.Name() != "_" && !f.Typ.Equal(add(p, f.Offset), add(q, f.Offset)) {
				return false
			}
		}
		return true
	}
}

// embeddedMethods returns the methods that an embedded field gives to its struct. The code of the field's own methods serves
// when the field is all there is, or stands first and is reached by its address.
func embeddedMethods(t *abi.Type, first, alone bool) (methods []abi.Method) {
	from := func(t *abi.Type) {
		if u := t.Uncommon(); u != nil {
			for _, m := range u.Methods() {
				methods = append(methods, promoted(toRType(t), m))
			}
		}
	}
	switch t.Kind_ {
	case abi.Interface:
		for _, m := range interfaceType(t).Methods {
			methods = append(methods, promotedStub(toRType(t), m))
		}
		return methods
	case abi.Pointer:
		if k := elemOf(t).Kind_; k == abi.Pointer || k == abi.Interface {
			panic("reflect.StructOf: illegal embedded field type " + stringFor(t))
		}
		if u := t.Uncommon(); u != nil {
			needFirst(u, first)
			if !alone {
				panic("reflect: embedded type with methods not implemented if there is more than one field")
			}
		}
		from(t)
		from(elemOf(t))
		return methods
	}
	if u := t.Uncommon(); u != nil {
		needFirst(u, first)
		if !alone && t.IsDirectIface() {
			panic("reflect: embedded type with methods not implemented for non-pointer type")
		}
	}
	from(t)
	return methods
}

func needFirst(u *abi.UncommonType, first bool) {
	if !first && u.Mcount > 0 {
		panic("reflect: embedded type with methods not implemented if type is not first field")
	}
}

// offsets holds the numbers that promoted methods refer to things by.
var offsets sync.Map // of unsafe.Pointer to int32

func offsetOf(p unsafe.Pointer) int32 {
	if n, ok := offsets.Load(p); ok {
		return n.(int32)
	}
	n, _ := offsets.LoadOrStore(p, addReflectOff(p))
	return n.(int32)
}

// exportedName returns the number of a copy of a method's name.
func exportedName(t *rtype, off abi.NameOff) abi.NameOff {
	name := t.nameAt(off)
	if name.PkgPathOff() != 0 {
		panic("reflect: embedded interface with unexported method(s) not implemented")
	}
	return abi.NameOff(offsetOf(unsafe.Pointer(name.Bytes)))
}

// promoted returns a method of t, with numbers that hold for a type made at run time.
func promoted(t *rtype, m abi.Method) abi.Method {
	code := func(off abi.TextOff) abi.TextOff {
		return abi.TextOff(offsetOf(resolveTextOff(unsafe.Pointer(t), int32(off))))
	}
	return abi.Method{
		Name: exportedName(t, m.Name),
		Mtyp: abi.TypeOff(offsetOf(unsafe.Pointer(t.typeAt(m.Mtyp)))),
		Ifn:  code(m.Ifn),
		Tfn:  code(m.Tfn),
	}
}

// promotedStub returns a method of an embedded interface, which cannot be called.
func promotedStub(t *rtype, m abi.Imethod) abi.Method {
	f := cannotCall
	code := abi.TextOff(offsetOf(**(**unsafe.Pointer)(unsafe.Pointer(&f))))
	return abi.Method{
		Name: exportedName(t, m.Name),
		Mtyp: abi.TypeOff(offsetOf(unsafe.Pointer(t.typeAt(m.Typ)))),
		Ifn:  code,
		Tfn:  code,
	}
}

func cannotCall() { panic("reflect: StructOf does not support methods of embedded interfaces") }
