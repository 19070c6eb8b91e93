// A token bucket and a sliding window, driven by a fake clock; retries with growing pauses.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Clock interface {
	Now() time.Time
	Sleep(time.Duration)
}

type fake struct {
	mu sync.Mutex
	t  time.Time
}

func (f *fake) Now() time.Time { f.mu.Lock(); defer f.mu.Unlock(); return f.t }
func (f *fake) Sleep(d time.Duration) {
	f.mu.Lock()
	f.t = f.t.Add(d)
	f.mu.Unlock()
}

type Bucket struct {
	Clock
	size   float64
	every  time.Duration
	tokens float64
	last   time.Time
}

func (b *Bucket) Allow() bool {
	now := b.Now()
	if b.last.IsZero() {
		b.tokens = b.size
	} else {
		b.tokens = min(b.size, b.tokens+float64(now.Sub(b.last))/float64(b.every))
	}
	b.last = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

type Window struct {
	Clock
	n    int
	span time.Duration
	hits []time.Time
}

func (w *Window) Allow() bool {
	now := w.Now()
	for len(w.hits) > 0 && now.Sub(w.hits[0]) >= w.span {
		w.hits = w.hits[1:]
	}
	if len(w.hits) >= w.n {
		return false
	}
	w.hits = append(w.hits, now)
	return true
}

type Limiter interface{ Allow() bool }

var ErrLimit = errors.New("limited")

func retry(c Clock, l Limiter, tries int) (err error) {
	wait := 50 * time.Millisecond
	for i := range tries {
		if l.Allow() {
			return nil
		}
		err = fmt.Errorf("try %d after %v: %w", i+1, wait, ErrLimit)
		c.Sleep(wait)
		wait *= 2
	}
	return err
}

func main() {
	c := &fake{t: time.Unix(1_700_000_000, 0).UTC()}
	start := c.Now()
	for _, l := range []Limiter{
		&Bucket{Clock: c, size: 3, every: 200 * time.Millisecond},
		&Window{Clock: c, n: 3, span: time.Second},
	} {
		fmt.Printf("%T ", l)
		for range 20 {
			if l.Allow() {
				fmt.Print("+")
			} else {
				fmt.Print("-")
			}
			c.Sleep(75 * time.Millisecond)
		}
		fmt.Println()
		for range 4 {
			fmt.Println(retry(c, l, 3))
		}
	}
	fmt.Println(c.Now().Sub(start), c.Now().Format(time.StampMilli))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() { c.Sleep(time.Second) })
	}
	wg.Wait()
	fmt.Println(c.Now().Sub(start).Truncate(time.Second))
}
