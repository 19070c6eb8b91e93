package main

import "runtime"

type mutex chan struct{}

func (m mutex) lock()   { m <- struct{}{} }
func (m mutex) unlock() { <-m }

type group struct {
	n    int
	done chan bool
}

func (g *group) start(f func()) {
	g.n++
	go func() {
		f()
		g.done <- true
	}()
}

func (g *group) wait() {
	for ; g.n > 0; g.n-- {
		<-g.done
	}
}

func main() {
	m := make(mutex, 1)
	g := &group{done: make(chan bool)}
	counter := 0
	for range 50 {
		g.start(func() {
			for range 20 {
				m.lock()
				c := counter
				runtime.Gosched()
				counter = c + 1
				m.unlock()
			}
		})
	}
	g.wait()
	println(counter)

	ping, pong := make(chan int), make(chan int)
	go func() {
		for x := range ping {
			pong <- x + 1
		}
		close(pong)
	}()
	x := 0
	for range 1000 {
		ping <- x
		x = <-pong
	}
	close(ping)
	_, ok := <-pong
	println(x, ok)
}
