package main

func sort(a []int, done chan<- struct{}, depth int) {
	if len(a) > 1 {
		p, i := a[len(a)/2], 0
		j := len(a) - 1
		for i <= j {
			for a[i] < p {
				i++
			}
			for a[j] > p {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		if depth > 0 {
			c := make(chan struct{}, 2)
			go sort(a[:j+1], c, depth-1)
			go sort(a[i:], c, depth-1)
			<-c
			<-c
		} else {
			sort(a[:j+1], nil, 0)
			sort(a[i:], nil, 0)
		}
	}
	if done != nil {
		done <- struct{}{}
	}
}
func main() {
	a := make([]int, 100000)
	x := uint32(1)
	for i := range a {
		x = x*1664525 + 1013904223
		a[i] = int(x >> 8)
	}
	d := make(chan struct{})
	go sort(a, d, 8)
	<-d
	for i := 1; i < len(a); i++ {
		if a[i-1] > a[i] {
			panic("unsorted")
		}
	}
	println("ok")
}
