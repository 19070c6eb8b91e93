// Transfers between accounts from many goroutines: each account has a mutex, locks are taken in order, no money is lost.
package main

import (
	"fmt"
	"math/rand"
	"sync"
	"sync/atomic"
)

type account struct {
	mu      sync.Mutex
	id      int
	balance int
}

type bank struct {
	accounts []*account
	audit    sync.RWMutex
	failed   atomic.Int64
}

func (b *bank) transfer(from, to *account, amount int) bool {
	b.audit.RLock()
	defer b.audit.RUnlock()
	if from == to {
		return true
	}
	first, second := from, to
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.balance < amount {
		b.failed.Add(1)
		return false
	}
	from.balance -= amount
	to.balance += amount
	return true
}

func (b *bank) total() (sum int) {
	b.audit.Lock()
	defer b.audit.Unlock()
	for _, a := range b.accounts {
		sum += a.balance
	}
	return
}

func main() {
	b := &bank{}
	for i := range 10 {
		b.accounts = append(b.accounts, &account{id: i, balance: 100})
	}
	var wg sync.WaitGroup
	var done atomic.Bool
	wrong := 0
	auditor := make(chan struct{})
	go func() {
		defer close(auditor)
		for !done.Load() {
			if b.total() != 1000 {
				wrong++
			}
		}
	}()
	var ok atomic.Int64
	for w := range 8 {
		wg.Go(func() {
			r := rand.New(rand.NewSource(int64(w)))
			for range 1000 {
				from, to := b.accounts[r.Intn(10)], b.accounts[r.Intn(10)]
				if b.transfer(from, to, r.Intn(50)) {
					ok.Add(1)
				}
			}
		})
	}
	wg.Wait()
	done.Store(true)
	<-auditor
	negative := 0
	for _, a := range b.accounts {
		if a.balance < 0 {
			negative++
		}
	}
	fmt.Println(b.total(), wrong, negative, ok.Load()+b.failed.Load())
	var cond = sync.NewCond(new(sync.Mutex))
	vault, got := 0, 0
	for range 5 {
		wg.Go(func() {
			cond.L.Lock()
			defer cond.L.Unlock()
			for vault == 0 {
				cond.Wait()
			}
			vault--
			got++
		})
	}
	for range 5 {
		cond.L.Lock()
		vault++
		cond.L.Unlock()
		cond.Signal()
	}
	cond.Broadcast()
	wg.Wait()
	fmt.Println(vault, got)
}
