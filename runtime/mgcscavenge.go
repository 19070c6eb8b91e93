// The scavenger: it gives memory back to the kernel that free spans hold.
//
// After a collection the program needs its pages up to the size at which the next one is due, and a tenth more
// for what is lost between objects. What is free beyond that is released little by little: whenever sysmon looks
// around it takes the largest free span, tells the kernel that its content does not matter, and puts it back. The
// addresses stay ours; touched again, the pages come back as zeros. A memory limit (GOMEMLIMIT) lowers the size
// at which it begins, and has heap growth release first.

package runtime

import "internal/runtime/atomic"

// memoryLimit is how much memory the runtime may hold: GOMEMLIMIT, debug.SetMemoryLimit.
var memoryLimit uint64 = 1<<63 - 1

// held returns the bytes that the heap has from the kernel and has not released.
func (h *mheapT) held() uintptr { return h.sysBytes - h.released }

// scavengeGoal is what the heap may hold without having to release.
func scavengeGoal() uintptr {
	trigger := gcController.trigger
	if trigger == ^uintptr(0) {
		trigger = uintptr(gcController.heapLive)
	}
	goal := trigger + trigger/10 + mheap_.stackInUse
	if limit := uintptr(memoryLimit) / 20 * 19; goal > limit {
		goal = limit
	}
	return goal
}

// scavengeStep is sysmon's part.
func scavengeStep() bool {
	h := &mheap_
	if atomic.Loaduintptr(&h.sysBytes) == 0 || h.held() <= scavengeGoal() {
		return false
	}
	return h.scavengeOne()
}

// scavengeOne releases the largest free span that holds memory, or part of a very large one. False: there is none.
func (h *mheapT) scavengeOne() bool {
	const most = 8 << 20 >> pageShift
	lock(&h.scavenging) // who wants all released waits for what is under way
	lock(&h.lock)
	s := h.largestHeld()
	if s == nil {
		unlock(&h.lock)
		unlock(&h.scavenging)
		return false
	}
	s.list.remove(s)
	if s.npages > most && s.released == 0 {
		rest := h.newSpan()
		rest.startAddr = s.startAddr + most<<pageShift
		rest.npages = s.npages - most
		rest.needzero = s.needzero
		s.npages = most
		h.insertFree(rest)
	}
	s.state = mSpanManual // neighbours leave it alone
	unlock(&h.lock)
	size := s.npages << pageShift
	sysUnused(pointerTo(s.startAddr), size)
	lock(&h.lock)
	h.released += size - s.released
	s.released = size
	s.needzero = false
	h.coalesce(s)
	unlock(&h.lock)
	unlock(&h.scavenging)
	return true
}

// largestHeld finds a large span that is not released; h.lock is held.
func (h *mheapT) largestHeld() *mspan {
	var best *mspan
	for s := h.freelarge.first; s != nil; s = s.next {
		if s.npages<<pageShift-s.released >= scavengeLeast && (best == nil || s.npages > best.npages) {
			best = s
		}
	}
	for n := maxFreeList - 1; best == nil && n<<pageShift >= scavengeLeast; n-- {
		for s := h.free[n].first; s != nil && best == nil; s = s.next {
			if s.npages<<pageShift-s.released >= scavengeLeast {
				best = s
			}
		}
	}
	return best
}

// scavengeLeast is the least that is worth a system call.
const scavengeLeast = 64 << 10

// scavengeAll releases everything that is free: debug.FreeOSMemory.
func scavengeAll() {
	for mheap_.scavengeOne() {
	}
}

// use takes npages pages of a free span into use, of which some may be released; h.lock is held. It returns how
// many bytes of the rest are.
func (h *mheapT) use(s *mspan, npages uintptr) uintptr {
	n := npages << pageShift
	if n > s.released {
		n = s.released
	}
	h.released -= n
	rest := s.released - n
	s.released = 0
	return rest
}

// parseMemoryLimit reads GOMEMLIMIT: bytes, with B, KiB, MiB, GiB or TiB behind them, or off.
func parseMemoryLimit(s string) (limit uint64, ok bool) {
	if s == "" || s == "off" {
		return 1<<63 - 1, true
	}
	shift := uint(0)
	if n := len(s); n > 1 && s[n-1] == 'B' {
		s = s[:n-1]
		if n := len(s); n > 2 && s[n-1] == 'i' {
			switch s[n-2] {
			case 'K':
				shift = 10
			case 'M':
				shift = 20
			case 'G':
				shift = 30
			case 'T':
				shift = 40
			default:
				return 0, false
			}
			s = s[:n-2]
		}
	}
	n, ok := atoi(s)
	if !ok || n < 0 || n > (1<<63-1)>>shift {
		return 0, false
	}
	return uint64(n) << shift, true
}
