// A pool of workers behind buffered channels.
package main

import "sync"

func work(n int) int {
	x := n
	for range 50 {
		x = x*1103515245 + 12345
	}
	return x >> 16 & 0xff
}

func main() {
	jobs, results := make(chan int, 64), make(chan int, 64)
	var group sync.WaitGroup
	for range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			for n := range jobs {
				results <- work(n)
			}
		}()
	}
	go func() {
		for n := range 1000000 {
			jobs <- n
		}
		close(jobs)
		group.Wait()
		close(results)
	}()
	sum := 0
	for r := range results {
		sum += r
	}
	println(sum)
}
