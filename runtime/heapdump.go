// debug.WriteHeapDump: what is on the heap, in the form that tools for Go's heap dumps read ("go1.7 heap dump"). A dump is a
// sequence of records, each a kind and its fields; numbers are varints, memory is a length and bytes, and where
// pointers are in it is a list of offsets. Goroutines are listed without their frames.

package runtime

import (
	"internal/goarch"
	"unsafe"
)

// The kinds of records that are written.
const (
	dumpEnd       = 0
	dumpObject    = 1
	dumpGoroutine = 4
	dumpParams    = 6
	dumpMemStats  = 10
	dumpData      = 12
	dumpBSS       = 13
)

// A dumper writes to a file through a buffer. There is one at a time.
type dumper struct {
	fd  uintptr
	n   int
	buf [4096]byte
}

var heapDumper dumper // the world is stopped while it is in use

//go:linkname debug_WriteHeapDump runtime/debug.WriteHeapDump
func debug_WriteHeapDump(fd uintptr) {
	var stats MemStats
	stopTheWorld()
	readMemStats(&stats)
	me := getg()
	systemstack(func() {
		heapDumper.fd = fd
		heapDumper.dump(me, &stats)
	})
	startTheWorld()
}

func (d *dumper) flush() {
	writeAll(d.fd, d.buf[:d.n])
	d.n = 0
}

func (d *dumper) byte(b byte) {
	if d.n == len(d.buf) {
		d.flush()
	}
	d.buf[d.n] = b
	d.n++
}

// number writes a varint.
func (d *dumper) number(x uint64) {
	for ; x >= 0x80; x >>= 7 {
		d.byte(byte(x) | 0x80)
	}
	d.byte(byte(x))
}

func (d *dumper) numbers(xs ...uint64) {
	for i := 0; i < len(xs); i++ {
		d.number(xs[i])
	}
}

func (d *dumper) bool(b bool) {
	if b {
		d.number(1)
	} else {
		d.number(0)
	}
}

// memory writes a length and bytes.
func (d *dumper) memory(p, n uintptr) {
	d.number(uint64(n))
	for i := uintptr(0); i < n; i++ {
		d.byte(*(*byte)(pointerTo(p + i)))
	}
}

func (d *dumper) string(s string) {
	d.memory(uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(len(s)))
}

// pointer says that there is one at an offset; endPointers that there are no more.
func (d *dumper) pointer(off uintptr) { d.numbers(1, uint64(off)) }
func (d *dumper) endPointers()        { d.number(0) }

func (d *dumper) dump(me *g, stats *MemStats) {
	const header = "go1.7 heap dump\n"
	for i := 0; i < len(header); i++ {
		d.byte(header[i])
	}
	h := &mheap_
	low, high := ^uintptr(0), uintptr(0)
	for i := uintptr(0); i < h.nspans; i++ {
		s := *h.spanAt(i)
		low = min(low, s.startAddr)
		high = max(high, s.startAddr+s.npages<<pageShift)
	}
	d.number(dumpParams)
	d.bool(goarch.BigEndian)
	d.numbers(goarch.PtrSize, uint64(low), uint64(high))
	d.string(GOARCH)
	d.string("") // experiments
	d.number(uint64(ncpu))

	for i := uintptr(0); i < h.nspans; i++ {
		d.span(*h.spanAt(i))
	}
	for i := uintptr(0); i < allglen; i++ {
		if gp := allgs[i]; readgstatus(gp) != _Gdead {
			d.goroutine(gp, me)
		}
	}
	md := &firstmoduledata
	d.segment(dumpData, md.data, md.edata, md.gcdatamask)
	d.segment(dumpBSS, md.bss, md.ebss, md.gcbssmask)
	d.stats(stats)
	d.number(dumpEnd)
	d.flush()
}

// span writes the objects of a span.
func (d *dumper) span(s *mspan) {
	if s.state != mSpanInUse {
		return
	}
	for i := uintptr(0); i < s.nelems; i++ {
		if s.isFree(i) {
			continue
		}
		obj := s.startAddr + i*s.elemsize
		d.numbers(dumpObject, uint64(obj))
		d.memory(obj, s.elemsize)
		switch {
		case s.spanclass.noscan():
		case s.largeType != nil:
			mask := bitvector{int32(s.largeType.PtrBytes / 8), typeMask(s.largeType)}
			for off := uintptr(0); off+s.largeType.Size_ <= s.largeData; off += s.largeType.Size_ {
				d.mask(off, mask)
			}
		default:
			first := (obj - s.startAddr) / 8
			for w := uintptr(0); w < s.elemsize/8; w++ {
				if bit := first + w; *(*uint64)(add(unsafe.Pointer(s.ptrBits), bit/64*8))>>(bit%64)&1 != 0 {
					d.pointer(w * 8)
				}
			}
		}
		d.endPointers()
	}
}

// mask writes the pointers of a mask that begins at an offset.
func (d *dumper) mask(off uintptr, bv bitvector) {
	for i := uintptr(0); i < uintptr(bv.n); i++ {
		if bv.bit(i) != 0 {
			d.pointer(off + i*8)
		}
	}
}

func (d *dumper) segment(kind uint64, p, end uintptr, bv bitvector) {
	d.numbers(kind, uint64(p))
	d.memory(p, end-p)
	d.mask(0, bv)
	d.endPointers()
}

func (d *dumper) goroutine(gp, me *g) {
	d.numbers(dumpGoroutine, uint64(uintptr(unsafe.Pointer(gp))), uint64(gp.sched.sp), gp.goid, uint64(gp.gopc), uint64(readgstatus(gp)))
	d.bool(isSystemGoroutine(gp))
	d.bool(false)
	d.number(uint64(gp.waitsince))
	d.string(gp.waitreason.String())
	d.numbers(uint64(uintptr(gp.sched.ctxt)), uint64(uintptr(unsafe.Pointer(gp.m))), uint64(uintptr(unsafe.Pointer(gp._defer))), uint64(uintptr(unsafe.Pointer(gp._panic))))
}

func (d *dumper) stats(m *MemStats) {
	d.numbers(dumpMemStats, m.Alloc, m.TotalAlloc, m.Sys, m.Lookups, m.Mallocs, m.Frees, m.HeapAlloc, m.HeapSys, m.HeapIdle, m.HeapInuse,
		m.HeapReleased, m.HeapObjects, m.StackInuse, m.StackSys, m.MSpanInuse, m.MSpanSys, m.MCacheInuse, m.MCacheSys,
		m.BuckHashSys, m.GCSys, m.OtherSys, m.NextGC, m.LastGC, m.PauseTotalNs)
	for i := 0; i < len(m.PauseNs); i++ {
		d.number(m.PauseNs[i])
	}
	d.number(uint64(m.NumGC))
}
