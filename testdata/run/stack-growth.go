package main

type holder struct {
	p *int
	s []int
	f func() int
	i any
}

//go:noinline
func use(n int) int {
	var pad [64]int
	pad[n%64] = n
	if n == 0 {
		return pad[0]
	}
	return use(n-1) + pad[n%64] - n
}

func check(depth int) int {
	x := 10
	arr := [4]int{1, 2, 3, 4}
	h := holder{p: &x, s: arr[1:3], f: func() int { return x + arr[0] }, i: &arr}
	use(depth)
	*h.p += 5
	h.s[0] = 20
	h.i.(*[4]int)[0] = 100
	use(depth * 2)
	return x + arr[1] + h.f() + len(h.s)
}

func viaInterface(v any, n int) int {
	if n == 0 {
		p := v.(*int)
		*p++
		return *p
	}
	return viaInterface(v, n-1)
}

func manyArgs(a, b, c, d, e, f, g, h, i, j, k, l int, p *int) int {
	use(5000)
	return a + b + c + d + e + f + g + h + i + j + k + l + *p
}

func main() {
	println(check(10), check(1000), check(20000))
	n := 1
	println(viaInterface(&n, 100000), n)
	println(manyArgs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, &n))
	results := make(chan int)
	for i := range 10 {
		go func() { results <- check(i * 500) }()
	}
	sum := 0
	for range 10 {
		sum += <-results
	}
	println(sum)
}
