package main

func main() {
	c := make(chan int, 3)
	println(len(c), cap(c))
	c <- 1
	c <- 2
	println(len(c), <-c, len(c))
	c <- 3
	c <- 4
	println(len(c), <-c, <-c, <-c, len(c))

	wide := make(chan [4]string, 2)
	wide <- [4]string{"a", "b", "c", "d"}
	w := <-wide
	println(w[0], w[3])

	ptrs := make(chan *int, 10)
	for i := range 10 {
		ptrs <- &i
	}
	sum := 0
	for range 10 {
		sum += *<-ptrs
	}
	println(sum)

	bytes := make(chan byte, 300)
	for i := range 300 {
		bytes <- byte(i)
	}
	total := 0
	for range 300 {
		total += int(<-bytes)
	}
	println(total)

	empty := make(chan struct{}, 2)
	empty <- struct{}{}
	println(len(empty))
	<-empty

	full := make(chan int, 2)
	done := make(chan int)
	go func() {
		for i := range 50 {
			full <- i
		}
		close(full)
	}()
	go func() {
		n := 0
		for v := range full {
			n = n*3%1009 + v
		}
		done <- n
	}()
	println(<-done)
	var iface chan any = make(chan any, 2)
	iface <- "x"
	iface <- 5
	println((<-iface).(string), (<-iface).(int))
}
