// Statistics about memory.

package runtime

import _ "unsafe" // for linkname

var memstats struct {
	numGC      uint32
	pauseTotal uint64
	lastGC     int64 // when it ended, in nanoseconds of 1970
}

// A MemStats holds statistics about the allocator and the collector. Fields that this
// runtime has no figure for stay zero.
type MemStats struct {
	Alloc, TotalAlloc, Sys  uint64 // bytes live, ever allocated, from the kernel
	Lookups, Mallocs, Frees uint64 // objects
	HeapAlloc, HeapSys      uint64
	HeapIdle, HeapInuse     uint64
	HeapReleased            uint64
	HeapObjects             uint64
	StackInuse, StackSys    uint64
	MSpanInuse, MSpanSys    uint64
	MCacheInuse, MCacheSys  uint64
	BuckHashSys             uint64
	GCSys, OtherSys         uint64
	NextGC, LastGC          uint64
	PauseTotalNs            uint64
	PauseNs, PauseEnd       [256]uint64
	NumGC, NumForcedGC      uint32
	GCCPUFraction           float64
	EnableGC, DebugGC       bool
	BySize                  [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

// MemProfileRate would set how often allocations are recorded. There is no profile.
var MemProfileRate int = 512 * 1024

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	stopTheWorld()
	readMemStats(m)
	startTheWorld()
}

// readMemStats fills m while the world is stopped.
func readMemStats(m *MemStats) {
	mallocs, totalAlloc := uint64(0), uint64(0)
	for i := 0; i < len(allps) && allps[i] != nil; i++ {
		mallocs += allps[i].mcache.mallocs
		totalAlloc += allps[i].mcache.totalAlloc
	}
	live, objects := heapInUse()
	m.Alloc, m.HeapAlloc = uint64(live), uint64(live)
	m.TotalAlloc = totalAlloc
	m.Mallocs = mallocs
	m.Frees = mallocs - uint64(objects)
	m.HeapObjects = uint64(objects)
	h := &mheap_
	m.Sys = uint64(h.sysBytes)
	m.StackInuse = uint64(h.stackInUse)
	m.StackSys = m.StackInuse
	m.HeapSys = m.Sys - m.StackSys
	m.HeapInuse = uint64(h.pagesInUse<<pageShift) - m.StackInuse
	m.HeapIdle = m.HeapSys - m.HeapInuse
	m.NextGC = uint64(gcController.trigger)
	m.NumGC = memstats.numGC
	m.LastGC = uint64(memstats.lastGC)
	m.PauseTotalNs = memstats.pauseTotal
	m.EnableGC = true
}

// heapInUse adds up the objects in all spans.
func heapInUse() (bytes, objects uintptr) {
	h := &mheap_
	for i := uintptr(0); i < h.nspans; i++ {
		s := *h.spanAt(i)
		bytes += s.allocCount * s.elemsize
		objects += s.allocCount
	}
	return bytes, objects
}

// readGCStats gives debug.ReadGCStats its numbers, of which the last three are not about single
// collections: when the last one ended, how many there were, how long they took.
//
//go:linkname readGCStats runtime/debug.readGCStats
func readGCStats(pauses *[]uint64) {
	p := (*pauses)[:3]
	p[0] = uint64(memstats.lastGC)
	p[1] = uint64(memstats.numGC)
	p[2] = memstats.pauseTotal
	*pauses = p
}
