// Goroutines that are made, do little and end.
package main

import "sync"

func main() {
	var group sync.WaitGroup
	results := make([]int, 1000)
	for round := range 500 {
		for i := range results {
			group.Add(1)
			go func() {
				results[i] += i ^ round
				group.Done()
			}()
		}
		group.Wait()
	}
	sum := 0
	for _, r := range results {
		sum += r
	}
	println(sum)
}
