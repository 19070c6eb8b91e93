package main

//go:noinline
func frame(n int) int {
	var a [5000]int
	for i := range a {
		a[i] = i * n
	}
	return a[n] + a[4999]
}

//go:noinline
func nested(n int) int {
	var a [1000]int
	a[n] = n
	if n == 0 {
		return 1
	}
	return nested(n-1) + a[n]
}

type block struct{ data [2000]byte }

//go:noinline
func byValue(b block, i int) block {
	b.data[i]++
	return b
}

//go:noinline
func zeroed() (sum int) {
	var a [3000]int
	for _, x := range a {
		sum += x
	}
	a[0] = 1
	return sum + a[0]
}

func main() {
	println(frame(3))
	println(nested(100))
	var b block
	b = byValue(byValue(b, 5), 5)
	c := byValue(b, 1999)
	println(b.data[5], b.data[1999], c.data[1999], b == c)
	println(zeroed(), zeroed())
	big := make([]block, 50)
	big[49] = c
	println(big[49].data[5], len(big))
	c2 := make(chan block, 1)
	c2 <- c
	println((<-c2).data[1999])
}
