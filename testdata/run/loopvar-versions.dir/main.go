package main

func run(fs []func() int) {
	for _, f := range fs {
		print(f(), " ")
	}
	println()
}

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
		i += 0
	}
	run(fs)
	run(fs)
	fs = nil
	for i, s := range []string{"a", "bb"} {
		fs = append(fs, func() int { return i*10 + len(s) })
	}
	run(fs)
	run(old())
	run(oldRange())
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
		i++
	}
	for _, p := range ps {
		print(*p, " ")
	}
	println()
	var inc func()
	n := 0
	for i := 0; i < 10; i++ {
		if inc == nil {
			inc = func() { i += 3 }
		}
		inc()
		n++
		if n > 20 {
			break
		}
	}
	println(n)
}
