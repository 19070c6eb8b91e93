package sync

import isync "internal/sync"

// A Mutex is a lock that one goroutine holds at a time; the zero value is unlocked. What happens before an
// Unlock happens before the next Lock returns.
type Mutex struct {
	_ noCopy

	mu isync.Mutex
}

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Lock locks m. If it is locked already, the goroutine waits until it is free.
func (m *Mutex) Lock() { m.mu.Lock() }

// TryLock locks m if that is possible without waiting, and reports whether it did. Programs that need it
// are rare.
func (m *Mutex) TryLock() bool { return m.mu.TryLock() }

// Unlock unlocks m. The program dies if m is not locked. A Mutex belongs to no goroutine: one may lock it
// and another unlock it.
func (m *Mutex) Unlock() { m.mu.Unlock() }
