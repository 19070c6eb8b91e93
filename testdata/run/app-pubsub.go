// Topics and subscribers: channels with buffers, unsubscribing, slow readers dropped, orderly shutdown.
package main

import (
	"fmt"
	"slices"
	"sync"
)

type Broker[T any] struct {
	mu     sync.RWMutex
	subs   map[string]map[int]chan T
	nextID int
	closed bool
	lost   int
}

func (b *Broker[T]) Subscribe(topic string, buffer int) (<-chan T, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ch := make(chan T, buffer)
	if b.closed {
		close(ch)
		return ch, func() {}
	}
	id := b.nextID
	b.nextID++
	if b.subs == nil {
		b.subs = map[string]map[int]chan T{}
	}
	if b.subs[topic] == nil {
		b.subs[topic] = map[int]chan T{}
	}
	b.subs[topic][id] = ch
	return ch, sync.OnceFunc(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if c, ok := b.subs[topic][id]; ok {
			delete(b.subs[topic], id)
			close(c)
		}
	})
}

func (b *Broker[T]) Publish(topic string, v T) (sent int) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[topic] {
		select {
		case ch <- v:
			sent++
		default:
			b.lost++
		}
	}
	return
}

func (b *Broker[T]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, subs := range b.subs {
		for _, ch := range subs {
			close(ch)
		}
	}
	b.subs, b.closed = nil, true
}

func main() {
	var b Broker[string]
	var wg sync.WaitGroup
	results := make([][]string, 3)
	for i, topic := range []string{"news", "news", "sport"} {
		ch, _ := b.Subscribe(topic, 10)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for m := range ch {
				results[i] = append(results[i], m)
			}
		}()
	}
	slow, stop := b.Subscribe("news", 1)
	for i := range 4 {
		fmt.Print(b.Publish("news", fmt.Sprint("n", i)) >= 2, " ")
	}
	fmt.Println(b.Publish("sport", "goal"), b.Publish("weather", "rain"))
	fmt.Println(<-slow, b.lost)
	stop()
	stop()
	_, open := <-slow
	fmt.Println(open)
	b.Publish("news", "last")
	b.Close()
	wg.Wait()
	for _, r := range results {
		fmt.Println(len(r), r, slices.IsSorted(r[:len(r)-1]))
	}
	late, _ := b.Subscribe("news", 1)
	_, open = <-late
	fmt.Println(open, b.Publish("news", "x"))
}
