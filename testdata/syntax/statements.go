package p

func statements(c chan int, m map[string]int, xs []int, i any) (err error) {
	{
	}
	;
	var a, b = 1, 2
	const k = iota
	type local = struct{ x int }
	a, b = b, a
	a += 1; a -= 1; a *= 2; a /= 2; a %= 3
	a &= 1; a |= 2; a ^= 3; a &^= 4; a <<= 5; a >>= 6
	a++
	b--
	c <- <-c
	_, ok := <-c
	go func() {}()
	defer func(x ...int) { recover() }(xs...)
	if ok {
	} else if x := a; x > 0 {
	} else {
		panic("no")
	}
loop:
	for {
		for a < b {
			continue loop
		}
		for i := 0; i < 10; i++ {
			break
		}
		for ; ; a++ {
			break loop
		}
	}
	for range 10 {
	}
	for range xs {
	}
	for i := range xs {
		_ = i
	}
	for k, v := range m {
		_, _ = k, v
	}
	for xs[0], m["a"] = range xs {
	}
	for x := range func(yield func(int) bool) { yield(1) } {
		_ = x
	}
	switch {
	}
	switch x := a; x {
	case 1, 2:
		fallthrough
	case 3:
	default:
	}
	switch y := i.(type) {
	case nil:
	case int, func() (int, error), *local:
		_ = y
	case interface{ Error() string }:
		return y
	}
	switch a := 1; i.(type) {
	default:
		_ = a
	}
	select {
	case c <- 1:
	case xs[0] = <-c:
	case x, ok := <-c:
		_, _ = x, ok
	case <-c:
		goto end
	default:
	}
	select {}
end:
}
