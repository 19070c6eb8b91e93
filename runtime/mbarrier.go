// Copying and clearing memory that holds pointers, and the write barrier.
//
// While a concurrent collector marks, each store of a pointer must tell it about the old and
// the new value (Yuasa's deletion barrier with Dijkstra's insertion barrier). The compiler
// tests writeBarrier before such stores and has gcWriteBarrier make room in the p's buffer; what
// copies many pointers comes through here. Today's collector stops the program while it
// works, so the barrier is never on, but everything that a concurrent one needs is done.

package runtime

import "unsafe"

// writeBarrier is the switch; compiled code loads it as 32 bits.
var writeBarrier struct {
	enabled bool
	pad     [3]byte
	alignme uint64
}

const wbBufEntries = 512

// wbScratch is where threads without a p write what would be their entries. Nobody reads it.
var wbScratch [8]uintptr

// A wbBuf holds pointers that the collector has yet to look at. gcWriteBarrier knows the
// layout.
type wbBuf struct {
	next uintptr // first free slot
	end  uintptr
	buf  [wbBufEntries]uintptr
}

func (b *wbBuf) reset() {
	start := uintptr(unsafe.Pointer(&b.buf[0]))
	b.next = start
	b.end = start + wbBufEntries*8
}

// put adds a pointer.
func (b *wbBuf) put(x uintptr) {
	if b.next == b.end {
		wbBufFlush1(getg().m.p.ptr())
	}
	*(*uintptr)(unsafe.Pointer(b.next)) = x
	b.next += 8
}

// wbBufFlush hands the buffer to the collector. Called by gcWriteBarrier: the caller's frame
// is at no safe point.
//
//go:nosplit
func wbBufFlush() {
	systemstack(func() {
		wbBufFlush1(getg().m.p.ptr())
	})
}

func wbBufFlush1(pp *p) {
	b := &pp.wbBuf
	start := uintptr(unsafe.Pointer(&b.buf[0]))
	for x := start; x < b.next; x += 8 {
		p := *(*uintptr)(unsafe.Pointer(x))
		if debug.gcbarrier != 0 {
			checkBarrier(p)
		} else {
			work.shade(p)
		}
	}
	b.next = start
}

// checkBarrier is GODEBUG=gcbarrier=1: what reaches the barrier is to be a pointer, or nothing.
// Words that are known to be pointers never hold small numbers or addresses that cannot be.
func checkBarrier(p uintptr) {
	bad := p != 0 && p < 4096 || p>>47 != 0
	if !bad {
		s := spanOfHeap(p)
		bad = s != nil && s.isFree(s.objIndex(p))
	}
	if bad {
		writeBarrier.enabled = false
		debug.gcbarrier = 0
		print("runtime: write barrier got ", hex(p), "\n")
		throw("bad pointer in write barrier")
	}
}

// bulkBarrierPreWrite tells the collector about the pointers that size bytes of dst lose and
// that src, if not 0, brings. dst and src hold the same kinds of values.
func bulkBarrierPreWrite(dst, src, size uintptr) {
	if spanOfHeap(dst) == nil && !isGlobal(dst) {
		return // stacks are scanned as a whole
	}
	b := &getg().m.p.ptr().wbBuf
	for off := uintptr(0); off < size && debug.gcbarrier == 0; off += 8 {
		// Words that are no pointers do no harm: the collector checks each.
		b.put(*(*uintptr)(unsafe.Pointer(dst + off)))
		if src != 0 {
			b.put(*(*uintptr)(unsafe.Pointer(src + off)))
		}
	}
}

// shadeWords tells the collector about the pointers of one value.
func shadeWords(p unsafe.Pointer, t *_type) {
	b := &getg().m.p.ptr().wbBuf
	mask := bitvector{int32(t.PtrBytes / 8), typeMask(t)}
	for i := uintptr(0); i < uintptr(mask.n); i++ {
		if mask.bit(i) != 0 {
			b.put(*(*uintptr)(add(p, i*8)))
		}
	}
}

// isGlobal reports whether p is in the data or bss of the program.
func isGlobal(p uintptr) bool {
	md := &firstmoduledata
	return md.data <= p && p < md.edata || md.bss <= p && p < md.ebss
}

// typedmemmove copies a value.
func typedmemmove(t *_type, dst, src unsafe.Pointer) {
	if dst == src {
		return
	}
	if writeBarrier.enabled && t.PtrBytes != 0 {
		bulkBarrierPreWrite(uintptr(dst), uintptr(src), t.PtrBytes)
	}
	memmove(dst, src, t.Size_)
}

// typedmemclr clears a value.
func typedmemclr(t *_type, p unsafe.Pointer) {
	if writeBarrier.enabled && t.PtrBytes != 0 {
		bulkBarrierPreWrite(uintptr(p), 0, t.PtrBytes)
	}
	memclrNoHeapPointers(p, t.Size_)
}

// typedslicecopy is copy for elements with pointers.
func typedslicecopy(t *_type, dst unsafe.Pointer, dstLen int, src unsafe.Pointer, srcLen int) int {
	n := dstLen
	if srcLen < n {
		n = srcLen
	}
	if n == 0 || dst == src {
		return n
	}
	size := uintptr(n) * t.Size_
	if writeBarrier.enabled {
		bulkBarrierPreWrite(uintptr(dst), uintptr(src), size)
	}
	memmove(dst, src, size)
	return n
}

// memclrHasPointers clears n bytes that hold pointers.
func memclrHasPointers(p unsafe.Pointer, n uintptr) {
	if writeBarrier.enabled {
		bulkBarrierPreWrite(uintptr(p), 0, n)
	}
	memclrNoHeapPointers(p, n)
}

// wbZero and wbMove are called by compiled code before it clears or copies a value itself, if
// the barrier is on.
//
//go:nosplit
func wbZero(t *_type, dst unsafe.Pointer) {
	systemstack(func() {
		bulkBarrierPreWrite(uintptr(dst), 0, t.PtrBytes)
	})
}

//go:nosplit
func wbMove(t *_type, dst, src unsafe.Pointer) {
	systemstack(func() {
		bulkBarrierPreWrite(uintptr(dst), uintptr(src), t.PtrBytes)
	})
}
