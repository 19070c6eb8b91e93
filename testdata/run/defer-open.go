package main

type T struct{ a, b int }

func (t *T) close(s string) { println("close", t.a, s) }

//go:noinline
func f(p *int) (r int) {
	defer func() { recover() }()
	r = 1
	_ = *p
	r = 2
	return
}

//go:noinline
func g(c bool, n int) (r int, err error) {
	defer println("a", n)
	if c {
		defer func() { r += 10; println("b") }()
	}
	t := T{1, 2}
	defer t.close("x")
	if n == 3 {
		return 5, nil
	}
	defer func() {
		if v := recover(); v != nil {
			err = v.(error)
			println("rec")
		}
	}()
	var m []int
	r = 7
	m[n] = 1
	return 8, nil
}

//go:noinline
func h(n int) {
	for i := 0; i < n; i++ {
		defer println("loop", i)
	}
	defer println("last")
}

func nine() {
	defer println(1)
	defer println(2)
	defer println(3)
	defer println(4)
	defer println(5)
	defer println(6)
	defer println(7)
	defer println(8)
	defer println(9)
}

func nilfn() {
	defer func() { println("nilfn", recover() != nil) }()
	var x func()
	defer x()
	println("in nilfn")
}

func repanic() {
	defer func() { println("outer", recover().(string)) }()
	defer func() {
		defer func() { println("inner", recover().(string)); panic("third") }()
		panic("second")
	}()
	panic("first")
}

func main() {
	println(f(nil))
	r, err := g(true, 3)
	println(r, err == nil)
	r, err = g(true, 4)
	println(r, err.Error())
	r, err = g(false, 5)
	println(r, err.Error())
	h(3)
	nine()
	nilfn()
	repanic()
	s := 0
	for i := 0; i < 10; i++ {
		func() {
			defer func(k int) { s += k }(i)
			defer func() { s *= 2 }()
		}()
	}
	println(s)
}
