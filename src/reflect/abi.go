package reflect

import (
	"internal/abi"
	"sync"
	"unsafe"
)

// How functions get their arguments, as the compiler's calls have it: each argument travels wholly in registers or wholly on the
// stack. Integers and pointers take the next integer register, floats the next float register, strings, slices and
// structs one for each of their words. What does not fit into the registers that are left, or is an array of more than
// one element, goes to the stack. Results do the same, with all registers free again.

// A place is where a part travels.
type place uint8

const (
	onStack place = iota
	inInt
	inPointer // an integer register too; the collector must see it
	inFloat
)

// A part is a piece of a value that travels as one.
type part struct {
	place  place
	offset uintptr // in the value
	size   uintptr
	at     uintptr // offset in the arguments on the stack, or number of the register
}

// A layout says where the arguments and results of a function type are.
type layout struct {
	in, out [][]part // a receiver is the first of in

	argBytes  uintptr // arguments on the stack; the results follow
	bytes     uintptr // with the results
	spill     uintptr // what the callee may use above them, to save argument registers
	frame     *abi.Type
	stack     *bitVector          // pointers in the arguments and results on the stack
	inPtrs    abi.IntArgRegBitmap // registers with pointers, at the call
	outPtrs   abi.IntArgRegBitmap // and when it returns
	stackOnly bool                // nothing travels in registers
}

// A bitVector has a bit for each word of memory.
type bitVector struct {
	n    int32
	data *byte
}

// newBitVector returns one for so many bytes.
func newBitVector(bytes uintptr) *bitVector {
	words := bytes / 8
	return &bitVector{int32(words), &make([]byte, words/8+8)[0]}
}

// mark sets the bits of the pointers in a value of t at an offset.
func (b *bitVector) mark(t *abi.Type, offset uintptr) {
	if t.PtrBytes == 0 {
		return
	}
	switch t.Kind_ {
	case abi.Interface:
		b.set(offset)
		b.set(offset + 8)
	case abi.Array:
		for i := range (*abi.ArrayType)(unsafe.Pointer(t)).Len {
			b.mark(elemOf(t), offset+i*elemOf(t).Size_)
		}
	case abi.Struct:
		fields := structType(t).Fields
		for i := range fields {
			b.mark(fields[i].Typ, offset+fields[i].Offset)
		}
	default: // a pointer, or begins with one
		b.set(offset)
	}
}

func (b *bitVector) set(offset uintptr) {
	word := offset / 8
	*(*byte)(add(unsafe.Pointer(b.data), word/8)) |= 1 << (word % 8)
}

// A sequence is what is left to give out.
type sequence struct {
	ints, floats int     // registers taken
	stack        uintptr // bytes taken
}

// align rounds x up.
func align(x, n uintptr) uintptr { return (x + n - 1) &^ (n - 1) }

// toStack gives a value its place on the stack.
func (s *sequence) toStack(t *abi.Type) []part {
	s.stack = align(s.stack, uintptr(t.Align_))
	at := s.stack
	s.stack += t.Size_
	if t.Size_ == 0 {
		return nil
	}
	return []part{{onStack, 0, t.Size_, at}}
}

// give returns where a value travels.
func (s *sequence) give(t *abi.Type) []part {
	before := *s
	if t.Size_ != 0 {
		parts, ok := s.split(nil, t, 0)
		if ok && s.ints <= intRegs && s.floats <= floatRegs {
			return parts
		}
	}
	*s = before
	return s.toStack(t)
}

// intRegs and floatRegs are the numbers of registers. They are variables for experiments.
var intRegs, floatRegs = abi.IntArgRegs, abi.FloatArgRegs

// split gives each piece of the value at an offset a register, as if there were any number; ok is false for what cannot
// travel in registers.
func (s *sequence) split(parts []part, t *abi.Type, offset uintptr) (_ []part, ok bool) {
	integer := func(p place, offset, size uintptr) {
		parts = append(parts, part{p, offset, size, uintptr(s.ints)})
		s.ints++
	}
	float := func(offset, size uintptr) {
		parts = append(parts, part{inFloat, offset, size, uintptr(s.floats)})
		s.floats++
	}
	switch t.Kind_ {
	case abi.Pointer, abi.UnsafePointer, abi.Map, abi.Chan, abi.Func:
		integer(inPointer, offset, 8)
	case abi.String:
		integer(inPointer, offset, 8)
		integer(inInt, offset+8, 8)
	case abi.Interface:
		integer(inPointer, offset, 8)
		integer(inPointer, offset+8, 8)
	case abi.Slice:
		integer(inPointer, offset, 8)
		integer(inInt, offset+8, 8)
		integer(inInt, offset+16, 8)
	case abi.Float32, abi.Float64:
		float(offset, t.Size_)
	case abi.Complex64, abi.Complex128:
		float(offset, t.Size_/2)
		float(offset+t.Size_/2, t.Size_/2)
	case abi.Array:
		switch (*abi.ArrayType)(unsafe.Pointer(t)).Len {
		case 0:
		case 1:
			return s.split(parts, elemOf(t), offset)
		default:
			return nil, false
		}
	case abi.Struct:
		fields := structType(t).Fields
		for i := range fields {
			if parts, ok = s.split(parts, fields[i].Typ, offset+fields[i].Offset); !ok {
				return nil, false
			}
		}
	default:
		integer(inInt, offset, t.Size_)
	}
	return parts, true
}

// The layouts that have been wanted, by function type; apart those with a receiver, of one word, before the parameters.
var layouts, methodLayouts sync.Map // of *abi.Type to *layout

// layoutOf returns how functions of a type are called.
func layoutOf(t *abi.Type, receiver bool) *layout {
	known := &layouts
	if receiver {
		known = &methodLayouts
	}
	if l, ok := known.Load(t); ok {
		return l.(*layout)
	}
	l, _ := known.LoadOrStore(t, makeLayout(t, receiver))
	return l.(*layout)
}

func makeLayout(t *abi.Type, receiver bool) *layout {
	params, results := funcParams(t)
	if receiver {
		params = append([]*abi.Type{unsafePointerType}, params...)
	}
	l := &layout{}
	var s sequence
	for _, p := range params {
		parts := s.give(p)
		l.in = append(l.in, parts)
		if len(parts) > 0 && parts[0].place != onStack {
			l.spill = align(l.spill, uintptr(p.Align_)) + p.Size_
		}
	}
	l.spill = align(l.spill, 8)
	l.argBytes = align(s.stack, 8)
	back := sequence{stack: l.argBytes}
	for _, r := range results {
		l.out = append(l.out, back.give(r))
	}
	l.bytes = align(back.stack, 8)
	notePointers(l.in, &l.inPtrs)
	notePointers(l.out, &l.outPtrs)
	l.stackOnly = s.ints+s.floats+back.ints+back.floats == 0

	l.stack = newBitVector(l.bytes)
	l.markStack(params, l.in)
	l.markStack(results, l.out)
	if l.bytes != 0 {
		l.frame = &abi.Type{Size_: l.bytes, PtrBytes: l.bytes, Align_: 8, FieldAlign_: 8, Kind_: abi.Struct, GCData: l.stack.data}
		for l.frame.PtrBytes > 0 && !l.stack.has(l.frame.PtrBytes-8) {
			l.frame.PtrBytes -= 8
		}
	}
	return l
}

func (b *bitVector) has(offset uintptr) bool {
	word := offset / 8
	return *(*byte)(add(unsafe.Pointer(b.data), word/8))>>(word%8)&1 != 0
}

// unsafePointerType stands for receivers.
var unsafePointerType = TypeOf(unsafe.Pointer(nil)).common()

func notePointers(values [][]part, regs *abi.IntArgRegBitmap) {
	for _, parts := range values {
		for _, p := range parts {
			if p.place == inPointer {
				regs.Set(int(p.at))
			}
		}
	}
}

func (l *layout) markStack(types []*abi.Type, values [][]part) {
	for i, parts := range values {
		if len(parts) > 0 && parts[0].place == onStack {
			l.stack.mark(types[i], parts[0].at)
		}
	}
}

// store puts the value at p into registers and into the stack's part at frame. That part lies in the heap, or, if it is fresh, in
// memory that holds nothing yet.
func store(parts []part, t *abi.Type, p, frame unsafe.Pointer, regs *abi.RegArgs, fresh bool) {
	for i := range parts {
		part := &parts[i]
		from := add(p, part.offset)
		switch part.place {
		case onStack:
			if fresh {
				memmove(add(frame, part.at), from, t.Size_)
			} else {
				typedmemmove(t, add(frame, part.at), from)
			}
		case inPointer:
			regs.Ptrs[part.at] = *(*unsafe.Pointer)(from)
			regs.Ints[part.at] = uintptr(regs.Ptrs[part.at])
		case inInt:
			regs.Ints[part.at] = loadInt(from, part.size)
		case inFloat:
			regs.Floats[part.at] = uint64(loadInt(from, part.size))
		}
	}
}

// load makes a Value of a type from where its parts are.
func load(parts []part, t *abi.Type, frame unsafe.Pointer, regs *abi.RegArgs) Value {
	if len(parts) == 1 && parts[0].place == inPointer && t.IsDirectIface() {
		return Value{t, regs.Ptrs[parts[0].at], flag(t.Kind_)}
	}
	if t.Size_ == 0 {
		return Zero(toType(t))
	}
	p := unsafe_New(t)
	for i := range parts {
		part := &parts[i]
		to := add(p, part.offset)
		switch part.place {
		case onStack:
			typedmemmove(t, p, add(frame, part.at))
		case inPointer:
			*(*unsafe.Pointer)(to) = regs.Ptrs[part.at]
		case inInt:
			storeInt(to, part.size, regs.Ints[part.at])
		case inFloat:
			storeInt(to, part.size, uintptr(regs.Floats[part.at]))
		}
	}
	if t.IsDirectIface() {
		return Value{t, *(*unsafe.Pointer)(p), flag(t.Kind_)}
	}
	return Value{t, p, flagIndir | flag(t.Kind_)}
}

// loadInt returns an integer of 1, 2, 4 or 8 bytes.
func loadInt(p unsafe.Pointer, size uintptr) uintptr {
	switch size {
	case 1:
		return uintptr(*(*uint8)(p))
	case 2:
		return uintptr(*(*uint16)(p))
	case 4:
		return uintptr(*(*uint32)(p))
	}
	return *(*uintptr)(p)
}

func storeInt(p unsafe.Pointer, size, x uintptr) {
	switch size {
	case 1:
		*(*uint8)(p) = uint8(x)
	case 2:
		*(*uint16)(p) = uint16(x)
	case 4:
		*(*uint32)(p) = uint32(x)
	default:
		*(*uintptr)(p) = x
	}
}
