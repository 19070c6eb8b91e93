package main

import "runtime"

type job struct {
	id   int
	text string
}

func (j *job) run(out chan<- int) { out <- j.id * len(j.text) }

func square(in <-chan int, out chan<- int) {
	for x := range in {
		out <- x * x
	}
	close(out)
}

func main() {
	done := make(chan bool)
	go func() {
		println("in goroutine")
		done <- true
	}()
	<-done

	in, out := make(chan int), make(chan int)
	go square(in, out)
	go func() {
		for i := range 5 {
			in <- i
		}
		close(in)
	}()
	for x := range out {
		print(x, " ")
	}
	println()

	results := make(chan int)
	sum := 0
	for i := range 20 {
		go func() { results <- i }()
	}
	for range 20 {
		sum += <-results
	}
	println(sum)

	j := &job{3, "four"}
	go j.run(results)
	println(<-results)

	go func(a, b int, s string, f float64, big [5]int) {
		println(a, b, s, f, big[4])
		close(done)
	}(1, 2, "three", 4.5, [5]int{4: 5})
	_, ok := <-done
	println(ok)

	turn := 0
	go func() {
		for turn < 3 {
			turn++
			runtime.Gosched()
		}
		results <- turn
	}()
	println(<-results, runtime.NumGoroutine() >= 1)
}
