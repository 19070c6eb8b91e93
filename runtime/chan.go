// Channels.
//
// A channel is a lock, a ring buffer, and two queues of waiting goroutines. Invariants, when
// the lock is free: at least one of the queues is empty (but for a goroutine that waits
// on both sides in one select); values in the buffer mean nobody waits to receive, and room in
// it means nobody waits to send. So a sender hands its value to a waiting receiver directly,
// stack to stack, and a receiver takes from a waiting sender.

package runtime

import (
	"internal/runtime/atomic"
	"internal/runtime/math"
	"unsafe"
)

// An hchan is what a channel value points to. The buffer follows it, or stands apart when
// it holds pointers.
type hchan struct {
	qcount   uint           // values in the buffer
	dataqsiz uint           // slots of the buffer
	buf      unsafe.Pointer // [dataqsiz]elem
	elemsize uint16
	closed   uint32
	timer    unsafe.Pointer // of a timer's channel
	elemtype *_type
	sendx    uint // next slot to fill
	recvx    uint // next slot to empty
	recvq    waitq
	sendq    waitq
	bubble   unsafe.Pointer
	lock     mutex
}

// hchanSize is the size of hchan, rounded up so that the buffer behind it is aligned.
const hchanSize = (unsafe.Sizeof(hchan{}) + 7) &^ 7

// A waitq is a queue of waiting goroutines.
type waitq struct {
	first *sudog
	last  *sudog
}

// slot returns the address of buffer slot i.
func (c *hchan) slot(i uint) unsafe.Pointer {
	return add(c.buf, uintptr(i)*uintptr(c.elemsize))
}

// next returns the slot index behind i.
func (c *hchan) next(i uint) uint {
	if i+1 == c.dataqsiz {
		return 0
	}
	return i + 1
}

// full reports whether a send would have had to wait at one moment, empty a receive. The lock need not be held: each
// looks at one word that changes.
func (c *hchan) full() bool {
	if c.dataqsiz == 0 {
		return atomic.Loadp(unsafe.Pointer(&c.recvq.first)) == nil
	}
	return uint(atomic.Load64((*uint64)(unsafe.Pointer(&c.qcount)))) == c.dataqsiz
}

func (c *hchan) empty() bool {
	if c.dataqsiz == 0 {
		return atomic.Loadp(unsafe.Pointer(&c.sendq.first)) == nil
	}
	return atomic.Load64((*uint64)(unsafe.Pointer(&c.qcount))) == 0
}

// makechan is make(chan T, size).
func makechan(t *chantype, size int) *hchan {
	et := t.Elem
	if et.Size_ >= 1<<16 {
		throw("makechan: invalid channel element type")
	}
	mem, overflow := math.MulUintptr(et.Size_, uintptr(size))
	if overflow || mem > maxAlloc-hchanSize || size < 0 {
		panic(plainError("makechan: size out of range"))
	}
	var c *hchan
	switch {
	case mem == 0:
		// The structure has pointers of its own, which are to goroutines that are known
		// elsewhere (sudogs are in g.waiting): plain memory will do.
		c = (*hchan)(mallocgc(hchanSize, nil, true))
		c.buf = unsafe.Pointer(&c.buf)
	case et.PtrBytes == 0:
		c = (*hchan)(mallocgc(hchanSize+mem, nil, true))
		c.buf = add(unsafe.Pointer(c), hchanSize)
	default:
		c = new(hchan)
		c.buf = mallocgc(mem, et, true)
	}
	c.elemsize = uint16(et.Size_)
	c.elemtype = et
	c.dataqsiz = uint(size)
	return c
}

func makechan64(t *chantype, size int64) *hchan { return makechan(t, int(size)) }

func chansend1(c *hchan, elem unsafe.Pointer) { chansend(c, elem, true) }
func chanrecv1(c *hchan, elem unsafe.Pointer) { chanrecv(c, elem, true) }
func chanrecv2(c *hchan, elem unsafe.Pointer) (got bool) {
	_, got = chanrecv(c, elem, true)
	return got
}

// chansend sends the value at ep. With block false it returns false where it would wait.
func chansend(c *hchan, ep unsafe.Pointer, block bool) bool {
	gcstressPoint()
	if c == nil {
		if !block {
			return false
		}
		gopark(nil, nil, waitReasonChanSendNilChan)
		throw("unreachable")
	}
	if !block && c.full() && atomic.Load(&c.closed) == 0 {
		return false // it was full, and open then, since it still is
	}
	lock(&c.lock)
	if c.closed != 0 {
		unlock(&c.lock)
		panic(plainError("send on closed channel"))
	}
	if sg := c.recvq.dequeue(); sg != nil {
		send(c, sg, ep)
		return true
	}
	if c.qcount < c.dataqsiz {
		typedmemmove(c.elemtype, c.slot(c.sendx), ep)
		c.sendx = c.next(c.sendx)
		c.qcount++
		unlock(&c.lock)
		return true
	}
	if !block {
		unlock(&c.lock)
		return false
	}
	gp := getg()
	sg := acquireSudog()
	sg.elem = ep
	sg.g = gp
	sg.isSelect = false
	sg.c = c
	sg.waitlink = nil
	gp.waiting = sg
	gp.param = nil
	c.sendq.enqueue(sg)
	gopark(chanparkcommit, unsafe.Pointer(&c.lock), waitReasonChanSend)
	// The receiver reads from our stack; the value must stay until here.
	KeepAlive(ep)
	gp.waiting = nil
	closed := !sg.success
	gp.param = nil
	sg.c = nil
	releaseSudog(sg)
	if closed {
		panic(plainError("send on closed channel"))
	}
	return true
}

// send gives the value at ep to the waiting receiver sg and makes it ready. It unlocks c.
func send(c *hchan, sg *sudog, ep unsafe.Pointer) {
	if sg.elem != nil {
		sendDirect(c.elemtype, sg.elem, ep)
		sg.elem = nil
	}
	wake(c, sg, true)
}

// wake makes sg's goroutine ready, having unlocked c.
func wake(c *hchan, sg *sudog, success bool) {
	gp := sg.g
	unlock(&c.lock)
	gp.param = unsafe.Pointer(sg)
	sg.success = success
	goready(gp)
}

// sendDirect writes a value to another goroutine's stack; the usual barrier assumes that
// stacks are written by their owners only.
func sendDirect(t *_type, dst, src unsafe.Pointer) {
	if t.PtrBytes != 0 && writeBarrier.enabled {
		shadeWords(src, t)
	}
	memmove(dst, src, t.Size_)
}

// chanparkcommit unlocks the channel once the goroutine is parked.
func chanparkcommit(gp *g, l unsafe.Pointer) bool {
	unlock((*mutex)(l))
	return true
}

// chanrecv receives into ep, which may be nil. received is false if the channel is
// closed and empty; selected is false where it would have to wait and block is false.
func chanrecv(c *hchan, ep unsafe.Pointer, block bool) (selected, received bool) {
	gcstressPoint()
	if c == nil {
		if !block {
			return false, false
		}
		gopark(nil, nil, waitReasonChanReceiveNilChan)
		throw("unreachable")
	}
	if !block && c.empty() && atomic.Load(&c.closed) == 0 {
		return false, false // it was empty, and open then, since it still is
	}
	lock(&c.lock)
	if c.closed != 0 && c.qcount == 0 {
		unlock(&c.lock)
		if ep != nil {
			typedmemclr(c.elemtype, ep)
		}
		return true, false
	}
	if sg := c.sendq.dequeue(); sg != nil {
		recv(c, sg, ep)
		return true, true
	}
	if c.qcount > 0 {
		takeSlot(c, ep)
		c.qcount--
		unlock(&c.lock)
		return true, true
	}
	if !block {
		unlock(&c.lock)
		return false, false
	}
	gp := getg()
	sg := acquireSudog()
	sg.elem = ep
	sg.g = gp
	sg.isSelect = false
	sg.c = c
	sg.waitlink = nil
	gp.waiting = sg
	gp.param = nil
	c.recvq.enqueue(sg)
	gopark(chanparkcommit, unsafe.Pointer(&c.lock), waitReasonChanReceive)
	gp.waiting = nil
	success := sg.success
	gp.param = nil
	sg.c = nil
	releaseSudog(sg)
	return true, success
}

// takeSlot moves the oldest value of the buffer to ep, if that is not nil.
func takeSlot(c *hchan, ep unsafe.Pointer) {
	p := c.slot(c.recvx)
	if ep != nil {
		typedmemmove(c.elemtype, ep, p)
	}
	if c.elemtype.PtrBytes != 0 {
		typedmemclr(c.elemtype, p)
	}
	c.recvx = c.next(c.recvx)
}

// recv takes a value while a sender waits: its value, or, when there is a buffer (which is
// full then), the oldest of the buffer, whose slot the sender's value gets. It unlocks c.
func recv(c *hchan, sg *sudog, ep unsafe.Pointer) {
	if c.dataqsiz == 0 {
		if ep != nil {
			typedmemmove(c.elemtype, ep, sg.elem)
		}
	} else {
		takeSlot(c, ep)
		typedmemmove(c.elemtype, c.slot(c.sendx), sg.elem)
		c.sendx = c.next(c.sendx)
	}
	sg.elem = nil
	wake(c, sg, true)
}

// closechan is close(c): all waiters are woken.
func closechan(c *hchan) {
	if c == nil {
		panic(plainError("close of nil channel"))
	}
	lock(&c.lock)
	if c.closed != 0 {
		unlock(&c.lock)
		panic(plainError("close of closed channel"))
	}
	c.closed = 1
	var woken gList
	for {
		sg := c.recvq.dequeue()
		if sg == nil {
			break
		}
		if sg.elem != nil {
			typedmemclr(c.elemtype, sg.elem)
			sg.elem = nil
		}
		woken.pushClosed(sg)
	}
	for {
		sg := c.sendq.dequeue() // they will panic
		if sg == nil {
			break
		}
		sg.elem = nil
		woken.pushClosed(sg)
	}
	unlock(&c.lock)
	for woken.head != 0 {
		gp := woken.head.ptr()
		woken.head = gp.schedlink
		gp.schedlink = 0
		goready(gp)
	}
}

// pushClosed notes that sg was woken by a close.
func (l *gList) pushClosed(sg *sudog) {
	gp := sg.g
	gp.param = unsafe.Pointer(sg)
	sg.success = false
	gp.schedlink = l.head
	l.head.set(gp)
}

// chanlen and chancap are len and cap. A timer's channel seems to have no buffer: a value is made
// when somebody comes to take it.
func chanlen(c *hchan) int {
	if c == nil || c.timer != nil {
		return 0
	}
	return int(c.qcount)
}

func chancap(c *hchan) int {
	if c == nil || c.timer != nil {
		return 0
	}
	return int(c.dataqsiz)
}

// selectnbsend is a select of one send and a default; selectnbrecv of a receive.
func selectnbsend(c *hchan, elem unsafe.Pointer) (selected bool) {
	return chansend(c, elem, false)
}

func selectnbrecv(elem unsafe.Pointer, c *hchan) (selected, received bool) {
	return chanrecv(c, elem, false)
}

// enqueue appends sg.
func (q *waitq) enqueue(sg *sudog) {
	sg.next = nil
	sg.prev = q.last
	if q.last != nil {
		q.last.next = sg
	} else {
		q.first = sg
	}
	q.last = sg
}

// remove takes sg out, wherever it is; it need not be there any more.
func (q *waitq) remove(sg *sudog) {
	if sg.prev == nil && sg.next == nil && q.first != sg {
		return
	}
	if sg.prev != nil {
		sg.prev.next = sg.next
	} else {
		q.first = sg.next
	}
	if sg.next != nil {
		sg.next.prev = sg.prev
	} else {
		q.last = sg.prev
	}
	sg.next, sg.prev = nil, nil
}

// dequeue takes the first waiter that can be served. A goroutine in a select waits at
// several channels; the first to set its selectDone has it.
func (q *waitq) dequeue() *sudog {
	for {
		sg := q.first
		if sg == nil {
			return nil
		}
		q.remove(sg)
		if sg.isSelect && !atomic.Cas(&sg.g.selectDone, 0, 1) {
			continue
		}
		return sg
	}
}

// acquireSudog returns a sudog, from the p's free list if there is one.
func acquireSudog() *sudog {
	mp := acquirem() // the caller may hold a channel lock: no collection now
	pp := mp.p.ptr()
	sg := pp.sudogcache
	if sg != nil {
		pp.sudogcache = sg.next
		sg.next = nil
		pp.sudogcount--
	} else {
		sg = new(sudog)
	}
	releasem(mp)
	return sg
}

// releaseSudog takes a sudog back.
func releaseSudog(sg *sudog) {
	sg.elem, sg.next, sg.prev, sg.waitlink, sg.waittail, sg.c = nil, nil, nil, nil, nil, nil
	sg.g = nil
	sg.isSelect = false
	sg.success = false
	mp := acquirem()
	pp := mp.p.ptr()
	sg.next = pp.sudogcache
	pp.sudogcache = sg
	pp.sudogcount++
	releasem(mp)
}
