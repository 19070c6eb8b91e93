package main

func sum(start int, xs ...int) int {
	for _, x := range xs {
		start += x
	}
	return start
}

func join(sep string, parts ...string) (s string) {
	for i, p := range parts {
		if i > 0 {
			s += sep
		}
		s += p
	}
	return
}

func change(xs ...int) { xs[0] = 99 }

func kinds(xs ...any) {
	print(len(xs), ": ")
	for _, x := range xs {
		switch x.(type) {
		case int:
			print("int ")
		case string:
			print("string ")
		case nil:
			print("nil ")
		default:
			print("other ")
		}
	}
	println()
}

func pair() (int, int) { return 3, 4 }

func isNil(xs ...int) bool { return xs == nil }

func main() {
	println(sum(1), sum(1, 2), sum(1, 2, 3, 4), sum(pair()))
	s := []int{5, 6}
	println(sum(0, s...), sum(0, nil...))
	change(s...)
	println(s[0])
	println(join("-", "a", "b", "c"), join("+"))
	kinds()
	kinds(1, "a", nil, 2.5)
	kinds([]any{1, 2}...)
	kinds([]int{1, 2})
	kinds(nil)
	kinds(nil...)
	println(isNil(), isNil([]int{}...))
}
