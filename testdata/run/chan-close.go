package main

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	v, ok := <-c
	println(v, ok, len(c))
	v, ok = <-c
	println(v, ok)
	v, ok = <-c
	println(v, ok, <-c)

	s := make(chan string)
	got := make(chan bool)
	for range 3 {
		go func() {
			_, ok := <-s
			got <- ok
		}()
	}
	close(s)
	println(<-got, <-got, <-got)

	var send chan<- int = make(chan int, 1)
	var recv <-chan int = c
	send <- 1
	println(len(send), cap(send), len(recv))
	type pair struct {
		a string
		b *int
	}
	p := make(chan pair)
	close(p)
	x := <-p
	println(x.a == "", x.b == nil)
	a, b := make(chan int), make(chan int)
	println(a == b, a == a, a != nil)
	var n chan int
	println(n == nil, len(n), cap(n))
}
