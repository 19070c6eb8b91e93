package main

import "runtime"

func main() {
	c := make(chan []*int)
	for i := 0; i < 6; i++ {
		go func() {
			for k := 0; k < 200; k++ {
				s := make([]*int, 0)
				for j := 0; j < 200; j++ {
					v := j
					s = append(s, &v)
				}
				if k%50 == i {
					runtime.GC()
				}
				if k%10 == 0 {
					runtime.Gosched()
				}
				c <- s
			}
			c <- nil
		}()
	}
	n, t := 6, 0
	for n > 0 {
		s := <-c
		if s == nil {
			n--
		}
		for _, p := range s {
			t += *p
		}
	}
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	old := runtime.GOMAXPROCS(3)
	runtime.GOMAXPROCS(old)
	println(t, ms.NumGC > 0)
}
