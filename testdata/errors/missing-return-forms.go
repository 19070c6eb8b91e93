// flags -e

package p

func if_(b bool) int {
	if b {
		return 1
	}
} // ERROR "missing return"

func else_(b bool) int {
	if b {
		return 1
	} else if !b {
		return 2
	}
} // ERROR "missing return"

func for_(b bool) int {
	for b {
		return 1
	}
} // ERROR "missing return"

func break_(b bool) int {
	for {
		if b {
			break
		}
	}
} // ERROR "missing return"

func labeled(b bool) int {
outer:
	for {
		for {
			break outer
		}
	}
} // ERROR "missing return"

func switch_(n int) int {
	switch n {
	case 1:
		return 1
	}
} // ERROR "missing return"

func switchBreak(n int) int {
	switch n {
	case 1:
		break
	default:
		return 1
	}
} // ERROR "missing return"

func select_(c chan int) int {
	select {
	case <-c:
		return 1
	case c <- 1:
	}
} // ERROR "missing return"

func typeSwitch(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		println(x)
	}
} // ERROR "missing return"

func literal() func() int {
	return func() int {
		println("no")
	} // ERROR "missing return"
}

func label() int {
L:
	println()
	goto L
}

func block() int {
	{
		panic("fine")
	}
}

func shadowed() int {
	panic := func(int) {}
	panic(1)
} // ERROR "missing return"
