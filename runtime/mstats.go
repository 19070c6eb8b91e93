// Statistics about memory.

package runtime

import _ "unsafe" // for linkname

var memstats gcStats

// gcStats is what is remembered about collections. Times of day are nanoseconds since 1970.
type gcStats struct {
	numGC       uint32
	numForcedGC uint32 // by GC
	pauseTotal  uint64
	lastGC      int64 // when it ended

	// The last pauses and when they ended: collection number n is at (n-1) modulo the length.
	pauseNs, pauseEnd [256]uint64
}

// paused notes that a collection ends for which the world has been stopped so long.
func (s *gcStats) paused(ns uint64) {
	sec, nsec := walltime()
	s.lastGC = sec*1000000000 + int64(nsec)
	s.pauseTotal += ns
	i := s.numGC % uint32(len(s.pauseNs))
	s.pauseNs[i] = ns
	s.pauseEnd[i] = uint64(s.lastGC)
	s.numGC++
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
	m.HeapReleased = uint64(h.released)
	m.NextGC = uint64(gcController.trigger)
	m.NumGC = memstats.numGC
	m.LastGC = uint64(memstats.lastGC)
	m.NumForcedGC = memstats.numForcedGC
	m.PauseTotalNs = memstats.pauseTotal
	m.PauseNs, m.PauseEnd = memstats.pauseNs, memstats.pauseEnd
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

// readGCStats gives debug.ReadGCStats its numbers: the pauses, the latest first, when they ended, and of all collections when the
// last one ended, how many there were, how long they took. There is room for as many as are remembered.
//
//go:linkname readGCStats runtime/debug.readGCStats
func readGCStats(list *[]uint64) {
	p := (*list)[:0]
	stopTheWorld()
	s := &memstats
	remembered := min(s.numGC, uint32(len(s.pauseNs)))
	from := func(ring *[256]uint64) {
		for i := uint32(1); i <= remembered; i++ {
			p = append(p, ring[(s.numGC-i)%uint32(len(ring))])
		}
	}
	from(&s.pauseNs)
	from(&s.pauseEnd)
	p = append(p, uint64(s.lastGC), uint64(s.numGC), s.pauseTotal)
	startTheWorld()
	*list = p
}
