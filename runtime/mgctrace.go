// GODEBUG=gctrace=1: a line for each collection, in the form of Go's runtime.
//
//	gc 3 @0.108s 2%: 0.01+1.2+0.05 ms clock, 0.02+0/2.4/0+0.1 ms cpu, 7->7->3 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P
//
// number, when, share of all time so far; how long it took to stop the world, to mark, to sweep and go on; the same
// times the number of p's, marking split into help by allocating goroutines, the collector's own threads, idle p's;
// heap before, after and live; the size at which it was due; stacks and global variables; p's; whether the program
// asked for it.

package runtime

// gcTimes says when the parts of a collection began, and when it ended.
type gcTimes struct {
	begin, stopped, marked, end int64
}

// runtimeInitTime is when the program began.
var runtimeInitTime int64

func gctrace(t *gcTimes, before, goal uintptr, threads uint32) {
	c := &gcController
	procs := int64(gomaxprocs)
	stop, mark, finish := t.stopped-t.begin, t.marked-t.stopped, t.end-t.marked
	share := int64(0)
	if since := t.end - runtimeInitTime; since > 0 {
		share = int64(memstats.pauseTotal) * 100 / since
	}
	md := &firstmoduledata
	globals := md.edata - md.data + md.ebss - md.bss
	printlock()
	print("gc ", memstats.numGC, " @")
	printFixed((t.begin-runtimeInitTime)/1000000, 3)
	print("s ", share, "%: ")
	printMs(stop)
	print("+")
	printMs(mark)
	print("+")
	printMs(finish)
	print(" ms clock, ")
	printMs(stop * procs)
	print("+0/")
	printMs(mark * int64(threads))
	print("/0+")
	printMs(finish * procs)
	print(" ms cpu, ", before>>20, "->", before>>20, "->", c.marked>>20, " MB, ", goal>>20, " MB goal, ",
		mheap_.stackInUse>>20, " MB stacks, ", globals>>20, " MB globals, ", procs, " P")
	if c.forced {
		print(" (forced)")
	}
	print("\n")
	printunlock()
}

// printFixed prints n with its last digits behind the point.
func printFixed(n int64, digits int) {
	unit := int64(1)
	for i := 0; i < digits; i++ {
		unit *= 10
	}
	print(n / unit)
	if digits == 0 {
		return
	}
	print(".")
	for rest := n % unit; digits > 0; digits-- {
		unit /= 10
		print(rest / unit % 10)
	}
}

// printMs prints nanoseconds as milliseconds: whole from 10 on, below that two digits that say something.
func printMs(ns int64) {
	if ns >= 10000000 {
		print(ns / 1000000)
		return
	}
	us := ns / 1000
	if us == 0 {
		print("0")
		return
	}
	digits := 3
	for us >= 100 {
		us /= 10
		digits--
	}
	printFixed(us, digits)
}
