package main

func main() {
	c := make(chan int)
	go func() {
		for range 100 {
		}
		close(c)
	}()
	c <- 1
}
