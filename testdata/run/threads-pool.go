package main

import "sync"

type node struct {
	l, r *node
	v    int
}

func build(n int) *node {
	if n == 0 {
		return nil
	}
	return &node{build(n - 1), build(n - 1), n}
}
func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.v + n.l.sum() + n.r.sum()
}
func deep(n int, p *int) int {
	var a [10]int
	a[n%10] = n
	if n == 0 {
		return *p
	}
	return deep(n-1, p) + a[n%10] - n
}

func main() {
	jobs := make(chan int)
	res := make(chan int, 10)
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	m := map[int]string{}
	for w := 0; w < 8; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				x := j
				s := build(j%8 + 1).sum() + deep(j%300, &x)
				mu.Lock()
				total += s
				m[j%50] = string(rune('a' + j%26))
				mu.Unlock()
				res <- s
			}
		}()
	}
	go func() {
		for i := 0; i < 2000; i++ {
			jobs <- i
		}
		close(jobs)
		wg.Wait()
		close(res)
	}()
	t2, n := 0, 0
	for s := range res {
		t2 += s
		n++
	}
	println(total == t2, total, n, len(m))
}
