// A pool of workers: jobs in, results out in any order, errors collected, nothing lost.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

type job struct{ id, n int }
type result struct {
	id  int
	val uint64
	err error
}

var errOdd = errors.New("unlucky")

func work(j job) (r result) {
	defer func() {
		if e := recover(); e != nil {
			r = result{id: j.id, err: fmt.Errorf("job %d: %v", j.id, e)}
		}
	}()
	if j.n%97 == 0 {
		return result{id: j.id, err: fmt.Errorf("job %d: %w", j.id, errOdd)}
	}
	if j.n%101 == 0 {
		var m map[int]int
		m[j.n]++
	}
	h := uint64(14695981039346656037)
	for i := range j.n % 50 {
		h = (h ^ uint64(i)) * 1099511628211
	}
	return result{id: j.id, val: h % 1000}
}

func main() {
	const workers, jobs = 8, 2000
	in, out := make(chan job), make(chan result, 16)
	var wg sync.WaitGroup
	var busy, peak atomic.Int32
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range in {
				n := busy.Add(1)
				for {
					p := peak.Load()
					if n <= p || peak.CompareAndSwap(p, n) {
						break
					}
				}
				r := work(j)
				busy.Add(-1)
				out <- r
			}
		}()
	}
	go func() {
		for i := range jobs {
			in <- job{i, i*7 + 1}
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	seen := make([]bool, jobs)
	var sum uint64
	odd, other, twice := 0, 0, 0
	for r := range out {
		if seen[r.id] {
			twice++
		}
		seen[r.id] = true
		switch {
		case errors.Is(r.err, errOdd):
			odd++
		case r.err != nil:
			other++
		default:
			sum += r.val
		}
	}
	missing := 0
	for _, s := range seen {
		if !s {
			missing++
		}
	}
	fmt.Println(sum, odd, other, twice, missing, busy.Load(), peak.Load() <= workers)
}
