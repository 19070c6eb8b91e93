package p

func f() { // ERROR "stack frame too large"
	x := [][]int{1e9: []int{}}
	println(len(x[7]))
}

func many() { // each copy lives in its own statement: they share one slot
	a := result(1)
	b := result(2)
	c := result(3)
	println(a[1], b[1], c[1])
}

func unused() { _ = []byte{1 << 30: 1} }

func result(n int) [1<<28 - 1]byte
