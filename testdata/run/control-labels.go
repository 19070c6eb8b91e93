package main

func find(grid [][]int, want int) (r, c int) {
	r, c = -1, -1
outer:
	for i, row := range grid {
		for j, v := range row {
			switch {
			case v < 0:
				continue outer
			case v == want:
				r, c = i, j
				break outer
			}
		}
	}
	return
}

func gotos(n int) (s string) {
	i := 0
loop:
	if i >= n {
		goto done
	}
	s += "x"
	i++
	goto loop
done:
	return s + "."
}

func selects() int {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	n := 0
L:
	for {
		select {
		case v := <-ch:
			if v == 2 {
				continue L
			}
			n += v
			if v == 3 {
				break
			}
			n += 100
		default:
			break L
		}
		n += 1000
	}
	return n
}

func blocks() (n int) {
B:
	for {
		n++
		if n > 0 {
			break B
		}
		n = 99
	}
S:
	switch {
	default:
		for {
			n += 10
			if n > 30 {
				break S
			}
		}
	}
I:
	for n > 5 {
		n++
		switch n {
		case 32:
			break I
		}
		n = -1
	}
	return
}

func fallthroughs(n int) (s string) {
	switch n {
	case 0:
		s += "0"
		fallthrough
	case 1:
		s += "1"
		fallthrough
	default:
		s += "d"
	case 2:
		s += "2"
		fallthrough
	case 3:
		s += "3"
	}
	return
}

func main() {
	println(find([][]int{{1, 2}, {-1, 5}, {4, 5}}, 5))
	println(gotos(4), gotos(0), selects(), blocks())
	for i := range 5 {
		print(fallthroughs(i), " ")
	}
	println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		if i == 2 {
			continue
		}
		print(i, ":", j, " ")
	}
	println()
	k := 0
	for k < 3 {
		k++
	}
	for {
		if k++; k > 6 {
			break
		}
	}
	for range 3 {
		k *= 2
	}
	println(k)
	i := 5
	switch i := i * 2; {
	case i > 5:
		println("shadow", i)
	}
	if x := i; x > 10 {
	} else if y := x * 3; y > 10 {
		println(x, y)
	} else {
		println("no")
	}
	switch x := any(i).(type) {
	case string, int:
		println(x.(int))
	}
	switch f := func() int { return 3 }; f() {
	case 1, 2, 3:
		println("three")
	}
	switch {
	}
}
