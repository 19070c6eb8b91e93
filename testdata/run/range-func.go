package main

type Seq[T any] func(yield func(T) bool)

func count(n int) Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				println("stopped at", i)
				return
			}
		}
	}
}

func pairs(s []string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, x := range s {
			if !yield(i, x) {
				return
			}
		}
	}
}

func find(n int) (int, string) {
	for i := range count(100) {
		if i == n {
			return i * 2, "found"
		}
	}
	return -1, "none"
}

func named(n int) (r int) {
	for i := range count(10) {
		r += i
		if i == n {
			return
		}
	}
	r = -r
	return
}

func nested() int {
outer:
	for i := range count(5) {
		for j := range count(5) {
			if j == 3 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			if i*j == 100 {
				return 1
			}
			print(i, ",", j, " ")
		}
	}
	println()
	for i := range count(4) {
		for j := range count(4) {
			if i+j == 4 {
				return i*10 + j
			}
		}
	}
	return 0
}

func misuse() {
	var saved func(int) bool
	for i := range func(yield func(int) bool) { saved = yield; yield(1) } {
		println("once", i)
	}
	saved(2)
}

func main() {
	for i := range count(3) {
		println(i)
	}
	for i := range count(10) {
		if i == 2 {
			break
		}
		if i == 0 {
			continue
		}
		println("at", i)
	}
	for i, s := range pairs([]string{"a", "b"}) {
		println(i, s)
	}
	println(find(7))
	println(find(700))
	println(named(3), named(50))
	println(nested())
	sum := 0
	for range count(4) {
		sum++
	}
	println(sum)
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { return i * i })
	}
	for _, f := range fs {
		print(f(), " ")
	}
	println()
	misuse()
}
