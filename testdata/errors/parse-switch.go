package p

func f(x int) {
	switch x {
		x = 1
	case 1:
	default:
	default:
	}
	switch x {
	case 1
		x = 2
	}
}
