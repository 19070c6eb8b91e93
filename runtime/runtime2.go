// The structures of the scheduler: g (goroutine), m (thread) and p (the right to run
// Go code), and what hangs on them. proc.go moves them about.
//
// Debuggers know g and m by the names and places of their fields; the pads keep those
// places (a test compares them with the table in docs).

package runtime

import (
	"internal/abi"
	"internal/runtime/atomic"
	"unsafe"
)

// The states of a goroutine. Only _Grunning ones are on a thread; _Gscan is added while
// somebody looks at or moves the stack.
const (
	_Gidle      = 0 // new, not yet given a stack
	_Grunnable  = 1 // on a run queue
	_Grunning   = 2 // executing, has an m and a p
	_Gsyscall   = 3 // in a system call, has an m
	_Gwaiting   = 4 // parked: some list will make it runnable
	_Gdead      = 6 // finished, or being set up
	_Gcopystack = 8 // its stack is being moved
	_Gpreempted = 9 // stopped itself for a preemption

	_Gscan = 0x1000
)

// The states of a p.
const (
	_Pidle    = 0
	_Prunning = 1
	_Psyscall = 2
	_Pgcstop  = 3
	_Pdead    = 4
)

// A mutex is a lock for short stretches: it blocks the thread. key is 0 unlocked,
// 1 locked, 2 locked with sleepers. See lock_futex.go.
type mutex struct {
	key uint32
}

// A note is a one-time event: one thread sleeps until another wakes it.
type note struct {
	key uint32
}

// A guintptr holds a *g that the collector need not see (all g's are in allgs), so it
// can be written without a barrier.
type guintptr uintptr

//go:nosplit
func (gp guintptr) ptr() *g { return (*g)(unsafe.Pointer(gp)) }

//go:nosplit
func (gp *guintptr) set(g *g) { *gp = guintptr(unsafe.Pointer(g)) }

// A muintptr is a *m in the same way; all m's are in allm.
type muintptr uintptr

//go:nosplit
func (mp muintptr) ptr() *m { return (*m)(unsafe.Pointer(mp)) }

// A puintptr is a *p in the same way; all p's are in allp.
type puintptr uintptr

//go:nosplit
func (pp puintptr) ptr() *p { return (*p)(unsafe.Pointer(pp)) }

// A gobuf is where a goroutine goes on. gogo and mcall know its layout.
type gobuf struct {
	sp, pc uintptr
	g      guintptr
	ctxt   unsafe.Pointer // closure context, live only when stopped in a prologue
	lr, bp uintptr        // other machines' link register; frame pointer
}

// A stack is the memory [lo, hi).
type stack struct {
	lo uintptr
	hi uintptr
}

// A g is a goroutine.
type g struct {
	// What prologues and unwinding use. SP below stackguard0 calls morestack; stackPreempt
	// there stops the goroutine. stackguard1 is for code that must not be preempted.
	stack                    stack   // offset 0
	stackguard0, stackguard1 uintptr // 16, 24
	_panic                   *_panic // 32: innermost panic
	_defer                   *_defer // 40: innermost deferred call
	m                        *m      // 48: thread it runs on
	sched                    gobuf   // 56: where it goes on

	syscallsp, syscallpc, syscallbp uintptr // 104, 112, 120: in _Gsyscall, the place of entry
	stktopsp                        uintptr // 128: sp at the top of the stack

	param        unsafe.Pointer // 136: what the waker passes
	atomicstatus atomic.Uint32  // 144
	stackLock    uint32         // 148
	goid         uint64         // 152
	schedlink    guintptr       // 160: next in whatever queue it is in
	waitsince    int64          // 168: about when it parked
	waitreason   waitReason     // 176

	preempt          bool   // asked to stop
	throwsplit       bool   // the stack must not grow now
	activeStackChans bool   // parked with sudogs that point into the stack
	sig              uint32 // 180: signal that became a panic
	sigcode0         uintptr
	sigcode1         uintptr
	sigpc            uintptr
	selectDone       uint32 // a case of its select has won
	inPanicPrint     bool
	goonOpen         bool     // a recovery goes on in a frame with open-coded defers
	lockedm          muintptr // the thread it is tied to
	_                [56]byte
	parentGoid       uint64  // 280: who made it
	gopc             uintptr // 288: where the go statement is
	ancestors        *byte   // 296: reserved
	startpc          uintptr // 304: its first function
	_                [8]byte
	waiting          *sudog // 320: the sudogs it is parked on, in lock order
	_                [24]byte
	labels           unsafe.Pointer // 352: profiler labels
	schedwhen        int64
	writebuf         []byte // print goes here when not nil
	timer            *timer // of time.Sleep, kept for the next
	asyncSafePoint   bool   // stopped in asyncPreempt
	paniconfault     bool   // any bad address panics
	fipsIndicator    uint8  // of crypto/internal/fips140
	fipsBypass       bool   // of crypto/fips140
}

// An m is a thread. g0 is its scheduling goroutine, on the system's stack.
type m struct {
	g0      *g    // offset 0
	morebuf gobuf // 8: caller of the function that ran out of stack

	_       [8]byte
	procid  uint64 // 64: the kernel's thread id
	gsignal *g     // 72: goroutine of signal handlers
	_       [48]byte
	tls     [6]uintptr // 128: tls[0] holds g; FS points at tls[1]
	_       [8]byte
	curg    *g // 184: the goroutine it runs

	p           puintptr // its p, 0 when not running Go code
	id          int64
	locks       int32 // locks held: no collection, no preemption
	mallocing   int32
	throwing    throwType
	dying       int32
	printlock   int8
	incgo       bool
	spinning    bool // looking for work
	gcing       bool
	schedtick   uint32
	fastrand    uint64
	park        note
	alllink     *m
	schedlink   muintptr
	waitunlockf func(*g, unsafe.Pointer) bool // of gopark
	waitlock    unsafe.Pointer
	caughtsig   guintptr
	trappc      uintptr  // where a signal stopped the code that is dying
	sigmask     uint64   // signals blocked before a fork
	nextp       puintptr // the p to begin with
	oldp        puintptr // the p it had before the system call
	mstartfn    func()   // what the thread does first
	lockedg     guintptr // the goroutine that is tied to this thread
	lockedExt   uint32   // calls of LockOSThread
	lockedInt   uint32   // the same, by the runtime itself
	running     uint32   // of a thread that ends: it still uses its stack
	vdsoPC      uintptr  // the call of the vDSO under way, 0 none
	vdsoSP      uintptr
}

// A throwType says how a program is dying; the larger, the more a traceback shows.
type throwType uint32

const (
	throwTypeNone    throwType = 0
	throwTypeUser    throwType = 1 // the user's fault
	throwTypeRuntime throwType = 2 // ours
)

// A p holds what one running thread needs to itself, so that the common paths take no
// locks.
type p struct {
	id        int32
	status    uint32
	link      puintptr
	schedtick uint32 // incremented at every scheduling
	m         muintptr
	mcache    *mcache

	// The run queue: a ring that its owner appends to and anyone may take from.
	runqhead uint32
	runqtail uint32
	runq     [256]guintptr
	runnext  guintptr // runs before the queue: who was just made ready

	gFree      gList // dead g's for reuse
	gFreeCount int32
	sudogcache *sudog // free sudogs, linked by next
	sudogcount int32

	randstate uint64 // all random choices on this p; see rand.go
	wbBuf     wbBuf
	preempt   bool

	syscalltick uint32 // incremented around system calls
	sysmontick  sysmontick
}

// A gList is a stack of g's linked by schedlink.
type gList struct {
	head guintptr
}

// A gQueue is a queue of g's linked by schedlink. A g is in one list or queue at most.
type gQueue struct {
	head guintptr
	tail guintptr
	size int32
}

// schedt is the part of the scheduler that all threads share.
type schedt struct {
	lock         mutex
	goidgen      uint64
	midle        muintptr // idle m's
	nmidle       int32
	mnext        int64 // m's made so far; the next id
	maxmcount    int32
	nmsys        int32
	nmidlelocked int32    // m's that wait for the goroutine they are tied to
	nmfreed      int64    // m's that have ended
	freem        *m       // of these, those whose stacks are not freed yet
	pidle        puintptr // idle p's
	npidle       uint32
	nmspinning   uint32

	runq       gQueue // global run queue
	gFree      gList
	gFreeCount int32
	sudogcache *sudog

	gcwaiting      uint32 // the world is to stop
	stopwait       int32  // p's that have not stopped yet
	stopnote       note   // what the stopper sleeps on
	procresizetime int64
}

// A sudog is a goroutine waiting at a channel: a g can wait at many (select) and a
// channel can have many waiters.
type sudog struct {
	g    *g
	next *sudog
	prev *sudog
	elem unsafe.Pointer // where to send from or receive to; may point into g's stack

	isSelect bool // the winner is decided by g.selectDone
	success  bool // woken by a value, not by a close; or given the semaphore directly

	waitlink *sudog // next in g.waiting, or behind it at a semaphore
	waittail *sudog // last of the queue that this one heads
	c        *hchan
	ticket   uint32 // semaphores: 1 is a handoff; sync.Cond: the place in the queue
}

// An eface is an interface value without methods: any.
type eface struct {
	_type *_type
	data  unsafe.Pointer
}

// An iface is an interface value with methods.
type iface struct {
	tab  *itab
	data unsafe.Pointer
}

// efaceOf looks into an interface variable.
//
//go:nosplit
func efaceOf(ep *any) *eface { return (*eface)(unsafe.Pointer(ep)) }

type (
	_type         = abi.Type
	itab          = abi.ITab
	interfacetype = abi.InterfaceType
	chantype      = abi.ChanType
	ptrtype       = abi.PtrType
	arraytype     = abi.ArrayType
	structtype    = abi.StructType
	maptype       = abi.MapType
)

// A funcval is what a func value points to: code, then the captured variables.
type funcval struct {
	fn uintptr
}

// A _defer is a deferred call that is not open-coded.
type _defer struct {
	heap, rangefunc bool // allocated; head is the list of a range-over-func loop

	sp, pc uintptr // the frame that deferred it, and where
	fn     func()
	link   *_defer
	head   *_defer // for rangefunc: added by loop bodies
}

// A _panic is a panic (or Goexit) under way. It lives on the stack of gopanic and
// walks the frames above for deferred calls.
type _panic struct {
	arg  any
	link *_panic // earlier one

	// Where the walk began: the place to go on after an inner panic was recovered.
	startPC uintptr
	startSP unsafe.Pointer

	// The frame whose deferred calls are running, and its return address.
	sp unsafe.Pointer
	lr uintptr
	fp unsafe.Pointer

	retpc        uintptr        // where that frame goes on when recovered
	deferBitsPtr *uint8         // its open-coded calls that are pending,
	slotsPtr     unsafe.Pointer // and their func values

	recovered, repanicked, goexit, deferreturn bool

	gopanicFP unsafe.Pointer // of the call of gopanic
	startBP   unsafe.Pointer // frame pointer of the function that began the walk
}

// A waitReason says why a goroutine is parked; it shows in tracebacks. Debuggers know the
// reasons by these numbers, some of which are of things that do not happen here.
type waitReason uint8

const (
	waitReasonZero               waitReason = 0
	waitReasonIOWait             waitReason = 2
	waitReasonPanicWait          waitReason = 6
	waitReasonFinalizerWait      waitReason = 10
	waitReasonSemacquire         waitReason = 13
	waitReasonSleep              waitReason = 14
	waitReasonChanReceiveNilChan waitReason = 15
	waitReasonChanSendNilChan    waitReason = 16
	waitReasonSelectNoCases      waitReason = 17
	waitReasonSelect             waitReason = 18
	waitReasonChanReceive        waitReason = 19
	waitReasonChanSend           waitReason = 20
	waitReasonSyncCondWait       waitReason = 21
	waitReasonSyncMutexLock      waitReason = 22
	waitReasonSyncRWMutexRLock   waitReason = 23
	waitReasonSyncRWMutexLock    waitReason = 24
	waitReasonSyncWaitGroupWait  waitReason = 25
	waitReasonCollecting         waitReason = 29
	waitReasonPreempted          waitReason = 30
	waitReasonStoppingTheWorld   waitReason = 33
	waitReasonCoroutine          waitReason = 38
)

var waitReasonStrings = [...]string{
	waitReasonZero:               "",
	waitReasonChanReceiveNilChan: "chan receive (nil chan)",
	waitReasonChanSendNilChan:    "chan send (nil chan)",
	waitReasonSelect:             "select",
	waitReasonSelectNoCases:      "select (no cases)",
	waitReasonChanReceive:        "chan receive",
	waitReasonChanSend:           "chan send",
	waitReasonSemacquire:         "semacquire",
	waitReasonSleep:              "sleep",
	waitReasonStoppingTheWorld:   "stopping the world",
	waitReasonPreempted:          "preempted",
	waitReasonPanicWait:          "panicwait",
	waitReasonCollecting:         "GC worker (active)",
	waitReasonFinalizerWait:      "finalizer wait",
	waitReasonSyncCondWait:       "sync.Cond.Wait",
	waitReasonSyncMutexLock:      "sync.Mutex.Lock",
	waitReasonSyncRWMutexRLock:   "sync.RWMutex.RLock",
	waitReasonSyncRWMutexLock:    "sync.RWMutex.Lock",
	waitReasonSyncWaitGroupWait:  "sync.WaitGroup.Wait",
	waitReasonCoroutine:          "coroutine",
	waitReasonIOWait:             "IO wait",
}

func (w waitReason) String() string {
	if int(w) >= len(waitReasonStrings) {
		return "unknown wait reason"
	}
	return waitReasonStrings[w]
}

var (
	m0    m // first thread
	g0    g // its scheduling goroutine
	allm  *m
	sched schedt

	allp       []*p
	allpLock   mutex // held while allp changes, and by who looks without a p
	gomaxprocs int32
	ncpu       int32

	allglock mutex
	allgs    []*g // every g ever made
	allglen  uintptr
)
