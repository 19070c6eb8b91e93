package main

func each(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func f(n int) (r int) {
	defer func() {
		if e := recover(); e != nil {
			println("recovered", e.(string))
			r = -1
		}
	}()
	for i := range each(n) {
		defer println("deferred", i)
		for j := range each(2) {
			defer func() { println("inner", i, j) }()
			if i == 2 {
				panic("two")
			}
		}
	}
	println("loop over")
	return n
}

func main() {
	println(f(2))
	println(f(4))
}
