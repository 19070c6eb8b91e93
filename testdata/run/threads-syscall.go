package main

import (
	"runtime"
	"syscall"
)

func work(n int) int {
	s := make([]*int, 0)
	for i := 0; i < n; i++ {
		v := i
		s = append(s, &v)
	}
	t := 0
	for _, p := range s {
		t += *p
	}
	return t
}

func reader(fd int, c chan<- int) {
	n := 0
	var b [64]byte
	for {
		k, err := syscall.Read(fd, b[:])
		if k == 0 {
			break
		}
		if err != nil {
			panic(err)
		}
		n += k
		work(100)
	}
	c <- n
}

func main() {
	c := make(chan int)
	var ws []int
	for i := 0; i < 6; i++ {
		var fds [2]int
		if err := syscall.Pipe2(fds[:], 0); err != nil {
			panic(err)
		}
		ws = append(ws, fds[1])
		go reader(fds[0], c)
	}
	for k := 0; k < 300; k++ {
		for _, w := range ws {
			syscall.Write(w, []byte("hello"))
		}
		work(500)
		if k%30 == 0 {
			runtime.GC()
		}
	}
	for _, w := range ws {
		syscall.Close(w)
	}
	t := 0
	for range ws {
		t += <-c
	}
	println(t)
}
