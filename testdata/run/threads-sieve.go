package main

func gen(ch chan<- int) {
	for i := 2; ; i++ {
		ch <- i
	}
}
func filter(in <-chan int, out chan<- int, p int) {
	for {
		i := <-in
		if i%p != 0 {
			out <- i
		}
	}
}
func main() {
	ch := make(chan int)
	go gen(ch)
	s := 0
	for i := 0; i < 200; i++ {
		p := <-ch
		s += p
		c1 := make(chan int)
		go filter(ch, c1, p)
		ch = c1
	}
	println(s)
}
