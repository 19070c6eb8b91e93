package main

func main() {
	var fs []func() int
	var ps []*int
	for i := 0; i < 4; i++ {
		ps = append(ps, &i)
		fs = append(fs, func() int { return i })
		if i == 2 {
			i++
		}
	}
	for k := range fs {
		print(fs[k](), "/", *ps[k], " ")
	}
	println()

	fs = nil
	for i, s := range []string{"a", "bb", "ccc"} {
		fs = append(fs, func() int { return i*10 + len(s) })
	}
	for _, f := range fs {
		print(f(), " ")
	}
	println()

	fs = nil
	for i := range 3 {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		print(f(), f(), " ")
	}
	println()

	var last func() int
	for i, j := 0, 10; i < j; i, j = i+1, j-1 {
		last = func() int { return i*100 + j }
		if i == 3 {
			continue
		}
	}
	println(last())

	var i int
	fs = nil
	for i = 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	println(fs[0](), fs[2]())
}
