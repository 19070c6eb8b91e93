// Control flow that a debugger steps through.
package main

import (
	"fmt"
	"os"
	"sync"
)

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func shadow(x int) (sum int) {
	for i := 0; i < 2; i++ {
		x := x * (i + 1)
		if x > 5 {
			x := "inner"
			use(x)
		}
		sum += x
	}
	switch y := sum; {
	case y > 10:
		z := y * 2
		use(z)
	default:
		use(y)
	}
	return sum
}

func use(any) {}

type account struct{ balance int }

func (a *account) add(n int) int {
	a.balance += n
	return a.balance
}

func (a account) get() int { return a.balance }

type getter interface{ get() int }

func ask(g getter) int { return g.get() }

func deferred(a *account) (n int) {
	defer func() {
		n++
		use(n)
	}()
	defer a.add(100)
	n = a.add(1)
	return n
}

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func ranging() int {
	total := 0
	for v := range count(3) {
		total += v
		use(total)
	}
	return total
}

func closures() int {
	base, step := 10, 2
	next := func(n int) int {
		base += step
		return base * n
	}
	return next(1) + next(2)
}

func workers() int {
	var wg sync.WaitGroup
	results := make(chan int, 3)
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- i * i
		}()
	}
	wg.Wait()
	close(results)
	sum := 0
	for r := range results {
		sum += r
	}
	return sum
}

func double(x int) int { return 2 * x }

func main() {
	a := &account{}
	fmt.Println(fib(3))
	fmt.Println(shadow(3))
	fmt.Println(deferred(a))
	fmt.Println(ask(*a))
	fmt.Println(ranging())
	fmt.Println(closures())
	fmt.Println(workers())
	fmt.Println(double(21))
	if len(os.Args) > 5 {
		panic("many")
	}
	var m map[string]int
	m["x"] = 1
}
