// Where the pointers are.
//
// A span of small objects with pointers has a bitmap with a bit for each word. Allocation
// writes the bits of the whole object, from the mask in the type's descriptor. A large object
// has no bitmap: its span names the type of its elements, whose mask is used over and over.
// Global variables have one mask for .data and one for .bss, which the linker gives as
// programs.

package runtime

import (
	"internal/abi"
	"unsafe"
)

// heapSetType writes the bits of the object at addr, which holds size bytes of values of typ.
func heapSetType(s *mspan, addr, size uintptr, typ *_type) {
	n := s.elemsize / 8
	if n > 64 || typ.PtrBytes > 8*8 || size != typ.Size_ && typ.Size_ != 8 {
		heapSetTypeSlow(s, addr, size, typ)
		return
	}
	// A single value with pointers in its first eight words, or pointers only: all bits are in one word.
	bits := uint64(*typ.GCData)
	if typ.PtrBytes < 8*8 {
		bits &= 1<<(typ.PtrBytes/8) - 1
	}
	if typ.Size_ == 8 {
		bits = ^uint64(0) >> (64 - size/8)
	}
	all := ^uint64(0) >> (64 - n)
	first := (addr - s.startAddr) / 8
	p := (*uint64)(add(unsafe.Pointer(s.ptrBits), first/64*8))
	k := first % 64
	*p = *p&^(all<<k) | bits<<k
	if k+n > 64 {
		p = (*uint64)(add(unsafe.Pointer(p), 8))
		*p = *p&^(all>>(64-k)) | bits>>(64-k)
	}
}

func heapSetTypeSlow(s *mspan, addr, size uintptr, typ *_type) {
	var w bitWriter
	w.init(s.ptrBits, (addr-s.startAddr)/8)
	mask := typeMask(typ)
	words := typ.Size_ / 8
	ptrWords := typ.PtrBytes / 8
	if words == 1 {
		w.fill(size / 8)
	} else {
		for done := uintptr(0); done+typ.Size_ <= size; done += typ.Size_ {
			w.copy(mask, ptrWords)
			w.zero(words - ptrWords)
		}
	}
	w.zero(s.elemsize/8 - w.count)
	w.flush()
}

// A bitWriter writes consecutive bits of a bitmap and leaves the others alone.
type bitWriter struct {
	p     *uint64
	word  uint64  // bits to be written at p
	n     uintptr // how many of its bits are known; the others come from memory
	count uintptr // bits written in all
}

func (w *bitWriter) init(base *uint64, bit uintptr) {
	w.p = (*uint64)(add(unsafe.Pointer(base), bit/64*8))
	w.n = bit % 64
	w.word = *w.p & (1<<w.n - 1)
}

// put writes the n low bits of b, the others being 0; n is at most 64.
func (w *bitWriter) put(b uint64, n uintptr) {
	w.count += n
	w.word |= b << w.n
	if w.n+n < 64 {
		w.n += n
		return
	}
	*w.p = w.word
	w.p = (*uint64)(add(unsafe.Pointer(w.p), 8))
	w.word = 0
	if w.n > 0 {
		w.word = b >> (64 - w.n)
	}
	w.n = w.n + n - 64
}

// copy writes n bits of a mask.
func (w *bitWriter) copy(mask *uint8, n uintptr) {
	p := unsafe.Pointer(mask)
	for ; n > 0; p = add(p, 1) {
		k := n
		if k > 8 {
			k = 8
		}
		w.put(uint64(*(*uint8)(p))&(1<<k-1), k)
		n -= k
	}
}

func (w *bitWriter) zero(n uintptr) {
	for ; n > 64; n -= 64 {
		w.put(0, 64)
	}
	if n > 0 {
		w.put(0, n)
	}
}

func (w *bitWriter) fill(n uintptr) {
	for ; n > 64; n -= 64 {
		w.put(^uint64(0), 64)
	}
	if n > 0 {
		w.put(^uint64(0)>>(64-n), n)
	}
}

// flush writes the last, incomplete word.
func (w *bitWriter) flush() {
	if w.n > 0 {
		keep := ^uint64(0) << w.n
		*w.p = w.word | *w.p&keep
	}
}

// onDemandLock guards the making of masks of huge types.
var onDemandLock mutex

// typeMask returns the pointer mask of a type. Huge types have none until it is asked for.
func typeMask(t *_type) *uint8 {
	if t.TFlag&abi.TFlagGCMaskOnDemand == 0 {
		return t.GCData
	}
	slot := (**uint8)(unsafe.Pointer(t.GCData))
	if *slot == nil {
		lock(&onDemandLock)
		if *slot == nil {
			mask := (*uint8)(persistentalloc((t.PtrBytes/8+7)/8+8, 8))
			buildMask(t, mask, 0)
			*(*uintptr)(unsafe.Pointer(slot)) = uintptr(unsafe.Pointer(mask))
		}
		unlock(&onDemandLock)
	}
	return *slot
}

// buildMask sets the bits of a value of t that begins at word bit.
func buildMask(t *_type, mask *uint8, bit uintptr) {
	if t.PtrBytes == 0 {
		return
	}
	if t.TFlag&abi.TFlagGCMaskOnDemand == 0 {
		bv := bitvector{int32(t.PtrBytes / 8), t.GCData}
		for i := uintptr(0); i < uintptr(bv.n); i++ {
			if bv.bit(i) != 0 {
				b := (*uint8)(add(unsafe.Pointer(mask), (bit+i)/8))
				*b |= 1 << ((bit + i) % 8)
			}
		}
		return
	}
	switch t.Kind_ {
	case abi.Array:
		a := (*arraytype)(unsafe.Pointer(t))
		for i := uintptr(0); i < a.Len; i++ {
			buildMask(a.Elem, mask, bit+i*(a.Elem.Size_/8))
		}
	case abi.Struct:
		st := (*structtype)(unsafe.Pointer(t))
		for i := 0; i < len(st.Fields); i++ {
			f := &st.Fields[i]
			buildMask(f.Typ, mask, bit+f.Offset/8)
		}
	default:
		throw("buildMask: unexpected kind")
	}
}

// expandMask runs the program at prog, which describes size bytes, and returns the mask it
// makes. A program is a sequence of
//
//	0nnnnnnn bits...   n bits literally, in the following (n+7)/8 bytes
//	1nnnnnnn c         repeat the last n bits c times; c is a varint
//	10000000 n c       the same, n a varint
//	00000000           end
func expandMask(prog uintptr, size uintptr) bitvector {
	n := (size + 7) / 8
	mask := persistentalloc((n+7)/8+8, 8)
	p := unsafe.Pointer(prog)
	bit := uintptr(0)
	for {
		op := *(*uint8)(p)
		p = add(p, 1)
		k := uintptr(op & 0x7f)
		if op&0x80 == 0 {
			if k == 0 {
				break
			}
			for i := uintptr(0); i < k; i++ {
				setMaskBit(mask, bit+i, *(*uint8)(add(p, i/8))>>(i%8)&1)
			}
			p = add(p, (k+7)/8)
			bit += k
			continue
		}
		if k == 0 {
			v, w := readvarintAt(p)
			k = uintptr(v)
			p = add(p, w)
		}
		c, w := readvarintAt(p)
		p = add(p, w)
		for i := uintptr(0); i < k*uintptr(c); i++ {
			src := bit - k
			setMaskBit(mask, bit, *(*uint8)(add(mask, src/8))>>(src%8)&1)
			bit++
		}
	}
	if bit > n {
		throw("mask program is longer than its section")
	}
	return bitvector{int32(n), (*uint8)(mask)}
}

// setMaskBit sets bit i to v; it was 0.
func setMaskBit(mask unsafe.Pointer, i uintptr, v uint8) {
	b := (*uint8)(add(mask, i/8))
	*b |= v << (i % 8)
}
