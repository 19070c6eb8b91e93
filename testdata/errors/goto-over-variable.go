package p

func over() int {
	goto end // ERROR "goto end jumps over declaration of x at "
	x := 1
	_ = x
end:
	return 0
}

func into(b bool) {
	goto inside // ERROR "goto inside jumps into block starting at "
	if b {
	inside:
		return
	}
	switch {
	case b:
		goto other // ERROR "goto other jumps into block starting at "
	default:
	other:
	}
	for {
		goto loop // ERROR "goto loop jumps into block starting at "
	}
	{
	loop:
	}
}

func fine() {
	i := 0
again:
	i++
	if i < 10 {
		goto again
	}
	goto missing // ERROR "label missing not defined"
}
