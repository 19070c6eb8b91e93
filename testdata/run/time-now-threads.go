// The clock does not run backwards, whoever asks and from however deep.
package main

import (
	"runtime"
	"sync"
	"time"
)

func deep(n int) time.Time {
	if n == 0 {
		return time.Now()
	}
	var room [64]int
	room[n%64] = n
	t := deep(n - 1)
	if room[n%64] != n {
		panic("stack")
	}
	return t
}

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			last := time.Now()
			for k := 0; k < 300; k++ {
				now := deep(k % 60)
				if now.Before(last) || now.Sub(last) > time.Minute {
					println("clock", now.Sub(last).String())
				}
				last = now
				if k%100 == 0 {
					runtime.GC()
				}
			}
		}()
	}
	wg.Wait()
	println(time.Since(time.Unix(0, 0)) > 50*365*24*time.Hour)
}
