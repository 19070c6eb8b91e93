// The select statement with more than one case.
//
// selectgo locks all channels (in the order of their addresses, so that two selects cannot
// deadlock), looks for a case that can go on, in random order, and if there is none
// waits at all of them.

package runtime

import "unsafe"

// An scase is a case as the compiler lays it out: sends first, then receives.
type scase struct {
	c    *hchan
	elem unsafe.Pointer
}

// block is select {}.
func block() {
	gopark(nil, nil, waitReasonSelectNoCases)
}

// selectsetpc notes where a case stands, for race detection: nothing here.
func selectsetpc(pc *uintptr) {}

// scaseAt returns case i.
func scaseAt(cas0 *scase, i uint16) *scase {
	return (*scase)(add(unsafe.Pointer(cas0), uintptr(i)*unsafe.Sizeof(scase{})))
}

// selectgo chooses a case and returns its index, and whether a receive got a value.
// order0 is scratch for 2n numbers. With block false it returns -1 rather than wait.
func selectgo(cas0 *scase, order0 *uint16, pc0 *uintptr, nsends, nrecvs int, block bool) (int, bool) {
	gcstressPoint()
	n := nsends + nrecvs
	order := unsafe.Slice(order0, 2*n)
	polls := shuffle(cas0, order[:n])
	locks := order[n : n+len(polls)]
	sortByChannel(cas0, polls, locks)
	sellock(cas0, locks)

	for i := 0; i < len(polls); i++ {
		ci := polls[i]
		if done, received := tryCase(cas0, locks, ci, int(ci) < nsends); done {
			return int(ci), received
		}
	}
	if !block {
		selunlock(cas0, locks)
		return -1, false
	}

	gp := getg()
	enqueueAll(gp, cas0, locks, nsends)
	gp.param = nil
	gp.selectDone = 0
	if len(locks) == 0 {
		gopark(nil, nil, waitReasonSelectNoCases)
	}
	gopark(selparkcommit, nil, waitReasonSelect)

	sellock(cas0, locks)
	gp.selectDone = 0
	sg := (*sudog)(gp.param)
	gp.param = nil
	ci, success := dequeueAll(gp, sg, cas0, locks, nsends)
	selunlock(cas0, locks)
	if ci < 0 {
		throw("selectgo: bad wakeup")
	}
	if ci < nsends && !success {
		panic(plainError("send on closed channel"))
	}
	return ci, success
}

// shuffle fills order with the cases whose channel is not nil, in random order.
func shuffle(cas0 *scase, order []uint16) []uint16 {
	n := 0
	r := rand()
	for i := 0; i < len(order); i++ {
		if scaseAt(cas0, uint16(i)).c == nil {
			continue
		}
		j := int((r >> 32) * uint64(n+1) >> 32)
		r = r*6364136223846793005 + 1442695040888963407 // Knuth's MMIX, from a good start
		order[n] = order[j]
		order[j] = uint16(i)
		n++
	}
	return order[:n]
}

// sortByChannel fills locks with the cases in the order of the addresses of their channels; channels do not move.
// Few are inserted one by one, many are sorted by heap sort.
func sortByChannel(cas0 *scase, polls, locks []uint16) {
	if len(polls) > 16 {
		heapSortByChannel(cas0, polls, locks)
		return
	}
	for i, ci := range polls {
		key := chanKey(cas0, ci)
		for i > 0 && chanKey(cas0, locks[i-1]) > key {
			locks[i] = locks[i-1]
			i--
		}
		locks[i] = ci
	}
}

func heapSortByChannel(cas0 *scase, polls, locks []uint16) {
	for i := 0; i < len(polls); i++ {
		// Insertion into the heap.
		j := i
		key := chanKey(cas0, polls[i])
		for j > 0 && chanKey(cas0, locks[(j-1)/2]) < key {
			locks[j] = locks[(j-1)/2]
			j = (j - 1) / 2
		}
		locks[j] = polls[i]
	}
	for i := len(locks) - 1; i > 0; i-- {
		// The largest goes to the end; the last is sifted down from the top.
		last := locks[i]
		locks[i] = locks[0]
		j := 0
		for {
			k := 2*j + 1
			if k >= i {
				break
			}
			if k+1 < i && chanKey(cas0, locks[k]) < chanKey(cas0, locks[k+1]) {
				k++
			}
			if chanKey(cas0, last) >= chanKey(cas0, locks[k]) {
				break
			}
			locks[j] = locks[k]
			j = k
		}
		locks[j] = last
	}
}

func chanKey(cas0 *scase, i uint16) uintptr {
	return uintptr(unsafe.Pointer(scaseAt(cas0, i).c))
}

// sellock locks the channels, each once.
func sellock(cas0 *scase, locks []uint16) {
	var last *hchan
	for i := 0; i < len(locks); i++ {
		if c := scaseAt(cas0, locks[i]).c; c != last {
			lock(&c.lock)
			last = c
		}
	}
}

func selunlock(cas0 *scase, locks []uint16) {
	for i := len(locks) - 1; i >= 0; i-- {
		c := scaseAt(cas0, locks[i]).c
		if i > 0 && c == scaseAt(cas0, locks[i-1]).c {
			continue // it comes again
		}
		unlock(&c.lock)
	}
}

// tryCase carries the case out if it can go on now, and unlocks all channels then.
func tryCase(cas0 *scase, locks []uint16, ci uint16, sending bool) (done, received bool) {
	cas := scaseAt(cas0, ci)
	c := cas.c
	if sending {
		switch {
		case c.closed != 0:
			selunlock(cas0, locks)
			panic(plainError("send on closed channel"))
		case c.recvq.first != nil:
			sg := c.recvq.dequeue()
			if sg == nil {
				break
			}
			if sg.elem != nil {
				sendDirect(c.elemtype, sg.elem, cas.elem)
				sg.elem = nil
			}
			selwake(cas0, locks, sg)
			return true, false
		}
		if c.closed == 0 && c.qcount < c.dataqsiz {
			typedmemmove(c.elemtype, c.slot(c.sendx), cas.elem)
			c.sendx = c.next(c.sendx)
			c.qcount++
			selunlock(cas0, locks)
			return true, false
		}
		return false, false
	}
	if sg := c.sendq.dequeue(); sg != nil {
		if c.dataqsiz == 0 {
			if cas.elem != nil {
				typedmemmove(c.elemtype, cas.elem, sg.elem)
			}
		} else {
			takeSlot(c, cas.elem)
			typedmemmove(c.elemtype, c.slot(c.sendx), sg.elem)
			c.sendx = c.next(c.sendx)
		}
		sg.elem = nil
		selwake(cas0, locks, sg)
		return true, true
	}
	if c.qcount > 0 {
		takeSlot(c, cas.elem)
		c.qcount--
		selunlock(cas0, locks)
		return true, true
	}
	if c.closed != 0 {
		selunlock(cas0, locks)
		if cas.elem != nil {
			typedmemclr(c.elemtype, cas.elem)
		}
		return true, false
	}
	return false, false
}

// selwake unlocks all channels and makes the goroutine of sg ready.
func selwake(cas0 *scase, locks []uint16, sg *sudog) {
	selunlock(cas0, locks)
	sg.success = true
	sg.g.param = unsafe.Pointer(sg)
	goready(sg.g)
}

// enqueueAll makes gp wait at all its channels; gp.waiting lists the sudogs in the order
// of locks.
func enqueueAll(gp *g, cas0 *scase, locks []uint16, nsends int) {
	var last *sudog
	for i := 0; i < len(locks); i++ {
		cas := scaseAt(cas0, locks[i])
		sg := acquireSudog()
		sg.g = gp
		sg.isSelect = true
		sg.elem = cas.elem
		sg.c = cas.c
		sg.waitlink = nil
		if last == nil {
			gp.waiting = sg
		} else {
			last.waitlink = sg
		}
		last = sg
		if int(locks[i]) < nsends {
			cas.c.sendq.enqueue(sg)
		} else {
			cas.c.recvq.enqueue(sg)
		}
	}
}

// dequeueAll takes gp's sudogs out of all queues and returns the case of the one that
// woke it.
func dequeueAll(gp *g, woken *sudog, cas0 *scase, locks []uint16, nsends int) (ci int, success bool) {
	ci = -1
	sg := gp.waiting
	gp.waiting = nil
	for i := 0; i < len(locks); i++ {
		cas := scaseAt(cas0, locks[i])
		next := sg.waitlink
		if sg == woken {
			ci = int(locks[i])
			success = sg.success
		} else if int(locks[i]) < nsends {
			cas.c.sendq.remove(sg)
		} else {
			cas.c.recvq.remove(sg)
		}
		sg.waitlink = nil
		releaseSudog(sg)
		sg = next
	}
	return ci, success
}

// selparkcommit unlocks the channels once the goroutine is parked. From the first unlock on
// it may be woken and run, so each lock is dropped after the list has been left behind.
func selparkcommit(gp *g, _ unsafe.Pointer) bool {
	var last *hchan
	for sg := gp.waiting; sg != nil; {
		c := sg.c
		next := sg.waitlink
		if last != nil && c != last {
			unlock(&last.lock)
		}
		last = c
		sg = next
	}
	if last != nil {
		unlock(&last.lock)
	}
	return true
}
