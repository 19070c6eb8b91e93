// Two goroutines and two channels without buffers: the way from one to the other.
package main

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	sum := 0
	for i := range 1000000 {
		ping <- i
		sum += <-pong
	}
	close(ping)
	println(sum)
}
