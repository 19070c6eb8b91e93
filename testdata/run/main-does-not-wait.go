package main

func main() {
	c := make(chan int)
	for range 10 {
		go func() {
			<-c
			println("never printed")
		}()
	}
	go func() {
		for {
		}
	}()
	println("main is done")
}
