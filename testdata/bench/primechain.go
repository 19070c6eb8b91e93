// A sieve of goroutines: each passes on what its prime does not divide.
package main

func generate(limit int) chan int {
	c := make(chan int)
	go func() {
		for i := 2; i < limit; i++ {
			c <- i
		}
		close(c)
	}()
	return c
}

func filter(in chan int, prime int) chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			if v%prime != 0 {
				out <- v
			}
		}
		close(out)
	}()
	return out
}

func main() {
	count, sum := 0, 0
	c := generate(16000)
	for {
		prime, ok := <-c
		if !ok {
			break
		}
		count++
		sum += prime
		c = filter(c, prime)
	}
	println(count, sum)
}
