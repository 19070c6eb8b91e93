package sync

import (
	"runtime"
	"unsafe"
)

// A Pool keeps values that are not in use, so that the next one who needs such a value need not allocate. The
// collector empties it in two steps: what is not taken between two collections is gone.
type Pool struct {
	noCopy noCopy

	local     unsafe.Pointer // *[localSize]shelf, one for each processor
	localSize uintptr

	victim     unsafe.Pointer // what local was before the last collection
	victimSize uintptr

	// New makes a value when there is none to give; Get returns nil if it is not set.
	New func() any
}

// A shelf is what a pool has on one processor.
type shelf struct {
	private any // only goroutines on this processor, pinned, touch it
	lock    Mutex
	shared  []any
	_       [64]byte // shelves share no cache lines
}

// allPools has the pools with a local part, oldPools those with a victim part.
var (
	allPoolsLock       Mutex
	allPools, oldPools []*Pool
)

// Put gives x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	s := p.pin()
	if s.private == nil {
		s.private = x
		runtime_procUnpin()
		return
	}
	runtime_procUnpin()
	s.lock.Lock()
	s.shared = append(s.shared, x)
	s.lock.Unlock()
}

// Get takes any value out of the pool, or makes one with New.
func (p *Pool) Get() any {
	s := p.pin()
	x := s.private
	s.private = nil
	runtime_procUnpin()
	if x == nil {
		x = s.take()
	}
	if x == nil {
		x = p.search(p.local, p.localSize)
	}
	if x == nil && p.victimSize != 0 {
		x = p.search(p.victim, p.victimSize)
	}
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// take returns the value that was shared last, or nil.
func (s *shelf) take() (x any) {
	if len(s.shared) == 0 {
		return nil // a race at worst misses something
	}
	s.lock.Lock()
	if last := len(s.shared) - 1; last >= 0 {
		x = s.shared[last]
		s.shared[last] = nil
		s.shared = s.shared[:last]
	}
	s.lock.Unlock()
	return x
}

// search looks on all shelves. What is private it leaves, except in the victim part: that has no owner now.
func (p *Pool) search(shelves unsafe.Pointer, n uintptr) any {
	for i := uintptr(0); i < n; i++ {
		if x := shelfAt(shelves, i).take(); x != nil {
			return x
		}
	}
	return nil
}

func shelfAt(shelves unsafe.Pointer, i uintptr) *shelf {
	return (*shelf)(unsafe.Add(shelves, i*unsafe.Sizeof(shelf{})))
}

// pin pins the goroutine to its processor and returns that one's shelf.
func (p *Pool) pin() *shelf {
	for {
		i := uintptr(runtime_procPin())
		if i < p.localSize {
			return shelfAt(p.local, i)
		}
		runtime_procUnpin()
		p.grow()
	}
}

// grow makes the local part.
func (p *Pool) grow() {
	allPoolsLock.Lock()
	defer allPoolsLock.Unlock()
	n := runtime.GOMAXPROCS(0)
	if uintptr(n) <= p.localSize {
		return
	}
	shelves := make([]shelf, n)
	if p.local == nil {
		allPools = append(allPools, p)
	}
	p.localSize = 0
	p.local = unsafe.Pointer(&shelves[0])
	p.localSize = uintptr(n)
}

// emptyPools is called before a collection, with all goroutines stopped; it must not allocate.
func emptyPools() {
	for _, p := range oldPools {
		p.victim = nil
		p.victimSize = 0
	}
	for _, p := range allPools {
		for i := uintptr(0); i < p.localSize; i++ {
			shelfAt(p.local, i).makePublic()
		}
		p.victim, p.victimSize = p.local, p.localSize
		p.local, p.localSize = nil, 0
	}
	oldPools, allPools = allPools, nil
}

// makePublic shares the private value if there is room for it.
func (s *shelf) makePublic() {
	if s.private != nil && len(s.shared) < cap(s.shared) {
		s.shared = append(s.shared, s.private)
	}
	s.private = nil
}

func init() {
	runtime_registerPoolCleanup(emptyPools)
}
