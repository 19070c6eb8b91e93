// Locks: without contention, and with goroutines that want the same one.
package main

import "sync"

type account struct {
	mutex   sync.Mutex
	balance int
}

func (a *account) add(n int) {
	a.mutex.Lock()
	a.balance += n
	a.mutex.Unlock()
}

func main() {
	var alone account
	for i := range 20000000 {
		alone.add(i & 1)
	}
	var shared account
	var readers sync.RWMutex
	var group sync.WaitGroup
	for g := range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range 200000 {
				readers.RLock()
				shared.add(i & g)
				readers.RUnlock()
			}
		}()
	}
	group.Wait()
	println(alone.balance, shared.balance)
}
