// What the runtime does for runtime/pprof, runtime/trace, runtime/metrics and internal/coverage. There is no
// profile but that of goroutines, no trace, and a handful of metrics.

package runtime

import "unsafe"

// ---- runtime/pprof ----

// The records of internal/profilerecord, which is not ours to import.

type stackRecord struct {
	stack []uintptr
}

type memRecord struct {
	allocBytes, freeBytes, allocObjects, freeObjects int64
	stack                                            []uintptr
}

type blockRecord struct {
	count, cycles int64
	stack         []uintptr
}

const maxProfStack = 128

// pprof_goroutineProfileWithLabels fills p and labels, if there is room.
func pprof_goroutineProfileWithLabels(p []stackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	room := make([]uintptr, len(p)*maxProfStack) // not to be allocated while the world stands
	n, ok = goroutineProfile(len(p), func(i int, gp *g) []uintptr {
		if i < len(labels) {
			labels[i] = gp.labels
		}
		return room[i*maxProfStack : (i+1)*maxProfStack]
	})
	for i := 0; ok && i < n; i++ {
		p[i].stack = framesOf(room[i*maxProfStack : (i+1)*maxProfStack])
	}
	return n, ok
}

func pprof_goroutineLeakProfileWithLabels(p []stackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	return 0, true
}

func pprof_memProfileInternal(p []memRecord, inuseZero bool) (n int, ok bool) { return 0, true }
func pprof_blockProfileInternal(p []blockRecord) (n int, ok bool)             { return 0, true }
func pprof_mutexProfileInternal(p []blockRecord) (n int, ok bool)             { return 0, true }
func pprof_threadCreateInternal(p []stackRecord) (n int, ok bool)             { return 0, true }
func pprof_makeProfStack() []uintptr                                          { return make([]uintptr, maxProfStack) }

//go:linkname pprof_fpunwindExpand
func pprof_fpunwindExpand(dst, src []uintptr) int { return copy(dst, src) }

//go:linkname pprof_cyclesPerSecond runtime/pprof.runtime_cyclesPerSecond
func pprof_cyclesPerSecond() int64 { return 1000000000 }

//go:linkname pprof_readProfile runtime/pprof.readProfile
func pprof_readProfile() (data []uint64, tags []unsafe.Pointer, eof bool) { return nil, nil, true }

//go:linkname pprof_goroutineLeakGC runtime/pprof.runtime_goroutineLeakGC
func pprof_goroutineLeakGC() {}

//go:linkname pprof_goroutineleakcount runtime/pprof.runtime_goroutineleakcount
func pprof_goroutineleakcount() int { return 0 }

//go:linkname pprof_setProfLabel runtime/pprof.runtime_setProfLabel
func pprof_setProfLabel(labels unsafe.Pointer) { getg().labels = labels }

//go:linkname pprof_getProfLabel runtime/pprof.runtime_getProfLabel
func pprof_getProfLabel() unsafe.Pointer { return getg().labels }

//go:linkname pprof_FrameStartLine runtime/pprof.runtime_FrameStartLine
func pprof_FrameStartLine(f *Frame) int { return f.startLine }

//go:linkname pprof_FrameSymbolName runtime/pprof.runtime_FrameSymbolName
func pprof_FrameSymbolName(f *Frame) string { return f.Function }

// Callers has an address for each inlined call already.
//
//go:linkname pprof_expandFinalInlineFrame runtime/pprof.runtime_expandFinalInlineFrame
func pprof_expandFinalInlineFrame(stk []uintptr) []uintptr { return stk }

// ---- runtime/trace ----

//go:linkname trace_userTaskCreate runtime/trace.userTaskCreate
func trace_userTaskCreate(id, parent uint64, kind string) {}

//go:linkname trace_userTaskEnd runtime/trace.userTaskEnd
func trace_userTaskEnd(id uint64) {}

//go:linkname trace_userRegion runtime/trace.userRegion
func trace_userRegion(id, mode uint64, name string) {}

//go:linkname trace_userLog runtime/trace.userLog
func trace_userLog(id uint64, category, message string) {}

//go:linkname trace_clockUnitsPerSecond runtime/trace.runtime_traceClockUnitsPerSecond
func trace_clockUnitsPerSecond() uint64 { return 1000000000 }

func traceClockNow() uint64         { return uint64(nanotime()) }
func traceAdvance(stopTracing bool) {}

// ---- runtime/metrics ----

// A metricSample is a metrics.Sample: a name, and a value of a kind.
type metricSample struct {
	name    string
	kind    int // 0 unknown, 1 uint64, 2 float64, 3 histogram
	scalar  uint64
	pointer unsafe.Pointer
}

//go:linkname metrics_readMetrics runtime/metrics.runtime_readMetrics
func metrics_readMetrics(samples unsafe.Pointer, n, max int) {
	var ms MemStats
	ReadMemStats(&ms)
	list := unsafe.Slice((*metricSample)(samples), n)
	for i := range list {
		s := &list[i]
		s.kind, s.pointer = 1, nil
		switch s.name {
		case "/gc/cycles/total:gc-cycles":
			s.scalar = uint64(ms.NumGC)
		case "/gc/gogc:percent":
			s.scalar = uint64(gcController.percent)
		case "/gc/heap/goal:bytes":
			s.scalar = ms.NextGC
		case "/gc/heap/objects:objects":
			s.scalar = ms.HeapObjects
		case "/gc/heap/allocs:bytes":
			s.scalar = ms.TotalAlloc
		case "/memory/classes/heap/objects:bytes":
			s.scalar = ms.HeapAlloc
		case "/memory/classes/total:bytes":
			s.scalar = ms.Sys
		case "/sched/gomaxprocs:threads":
			s.scalar = uint64(gomaxprocs)
		case "/sched/goroutines:goroutines":
			s.scalar = uint64(NumGoroutine())
		default:
			s.kind, s.scalar = 0, 0
		}
	}
}

// ---- internal/coverage ----

// A covCounterBlob is rtcov.CovCounterBlob. Nothing is counted.
type covCounterBlob struct {
	counters *uint32
	n        uint64
}

//go:linkname coverage_getCovCounterList internal/coverage/cfile.getCovCounterList
func coverage_getCovCounterList() []covCounterBlob { return nil }
