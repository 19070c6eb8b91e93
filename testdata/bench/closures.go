// Closures: called through variables, made in loops, holding what they change.
package main

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func fold(a []int, start int, f func(int, int) int) int {
	for _, v := range a {
		start = f(start, v)
	}
	return start
}

func main() {
	a := make([]int, 1000)
	for i := range a {
		a[i] = i
	}
	sum := 0
	f := compose(
		func(x int) int { return x + 1 },
		func(x int) int { return x * 3 },
		func(x int) int { return x & 0xffff })
	for i := range 200000 {
		next := counter()
		for range 20 {
			sum += f(next() + i)
		}
		sum += fold(a, i, func(x, y int) int { return x ^ y + sum&1 })
	}
	println(sum)
}
