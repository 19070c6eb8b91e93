package sync

import "sync/atomic"

// An RWMutex is a lock that any number of readers or a single writer hold; the zero value is unlocked. A
// writer that waits keeps new readers out, so readers must not take the lock twice.
//
// readerCount counts the readers that hold or want the lock. A writer subtracts manyReaders from it,
// which makes it negative: readers that come then wait on readerSem. The readers that were there
// before the writer are counted down in readerWait, and the last wakes the writer.
type RWMutex struct {
	w           Mutex        // held by the writer, against other writers
	writerSem   uint32       // where the writer waits for readers to leave
	readerSem   uint32       // where readers wait for the writer to leave
	readerCount atomic.Int32 // readers, less manyReaders while there is a writer
	readerWait  atomic.Int32 // readers that the writer has to wait for
}

const manyReaders = 1 << 30 // more than there can be

// RLock locks rw for reading.
func (rw *RWMutex) RLock() {
	if rw.readerCount.Add(1) < 0 {
		runtime_SemacquireRWMutexR(&rw.readerSem, false, 0)
	}
}

// TryRLock locks rw for reading if that is possible without waiting, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	for n := rw.readerCount.Load(); n >= 0; n = rw.readerCount.Load() {
		if rw.readerCount.CompareAndSwap(n, n+1) {
			return true
		}
	}
	return false
}

// RUnlock undoes one RLock. The program dies if rw is not locked for reading.
func (rw *RWMutex) RUnlock() {
	n := rw.readerCount.Add(-1)
	if n >= 0 {
		return
	}
	if n == -1 || n == -manyReaders-1 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	if rw.readerWait.Add(-1) == 0 {
		runtime_Semrelease(&rw.writerSem, false, 1)
	}
}

// Lock locks rw for writing; it waits until no reader and no other writer holds it.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	readers := rw.readerCount.Add(-manyReaders) + manyReaders
	// Some of them may have left already and counted themselves out of readerWait.
	if readers != 0 && rw.readerWait.Add(readers) != 0 {
		runtime_SemacquireRWMutex(&rw.writerSem, false, 0)
	}
}

// TryLock locks rw for writing if that is possible without waiting, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if rw.readerCount.CompareAndSwap(0, -manyReaders) {
		return true
	}
	rw.w.Unlock()
	return false
}

// Unlock unlocks rw for writing. The program dies if it is not locked for writing. As with a Mutex, another
// goroutine than the one that locked may do it.
func (rw *RWMutex) Unlock() {
	n := rw.readerCount.Add(manyReaders)
	if n >= manyReaders {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	for ; n > 0; n-- {
		runtime_Semrelease(&rw.readerSem, false, 0)
	}
	rw.w.Unlock()
}

// RLocker returns a Locker whose methods are rw's RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*readLocker)(rw) }

type readLocker RWMutex

func (r *readLocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *readLocker) Unlock() { (*RWMutex)(r).RUnlock() }
