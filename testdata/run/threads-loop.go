package main

import "runtime"

type T struct {
	next *T
	v    int
}

func loop(p *T, n int) int {
	s := 0
	for i := 0; i < n; i++ {
		for q := p; q != nil; q = q.next {
			s += q.v
		}
	}
	return s
}

func mul(a, b, c []float64, n int) {
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			x := 0.0
			for k := 0; k < n; k++ {
				x += a[i*n+k] * b[k*n+j]
			}
			c[i*n+j] = x
		}
	}
}

func list(n int) *T {
	var p *T
	for i := 0; i < n; i++ {
		p = &T{p, i}
	}
	return p
}

func main() {
	go func() {
		for {
		}
	}()
	c := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { c <- loop(list(1000), 20000) }()
		go func() {
			n := 120
			a, b, r := make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
			for i := range a {
				a[i] = float64(i % 7)
				b[i] = float64(i % 5)
			}
			for k := 0; k < 10; k++ {
				mul(a, b, r, n)
			}
			s := 0.0
			for _, x := range r {
				s += x
			}
			c <- int(s)
		}()
	}
	for i := 0; i < 10; i++ {
		runtime.GC()
		for j := 0; j < 1000; j++ {
			_ = list(10)
		}
	}
	t := 0
	for i := 0; i < 6; i++ {
		t += <-c
	}
	println(t)
}
