// Select: over several channels, with default, with a channel that is closed.
package main

func produce(n, step int, quit chan bool) chan int {
	c := make(chan int, 8)
	go func() {
		defer close(c)
		for i := range n {
			select {
			case c <- i * step:
			case <-quit:
				return
			}
		}
	}()
	return c
}

func main() {
	quit := make(chan bool)
	a, b := produce(700000, 3, quit), produce(700000, 5, quit)
	never := make(chan int)
	sum := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
			}
			sum += v
		case <-never:
			panic("received from nobody")
		}
	}
	idle := 0
	for range 10000000 {
		select {
		case <-never:
			sum = 0
		default:
			idle++
		}
	}
	close(quit)
	println(sum, idle)
}
