package p

func f() {
unused: // ERROR "label unused defined and not used"
	for {
	}
}

func g() {
	goto missing // ERROR "label missing not defined"
	for {
		break nowhere // ERROR "break label not defined: nowhere"
	}
same:
	goto same
same: // ERROR "label same already defined at \./labels\.go:14:1"
	return
}

func h() {
	goto later // ERROR "goto later jumps over declaration of x at \./labels\.go:22:4"
	x := 1
	_ = x
later:
	goto inside // ERROR "goto inside jumps into block starting at \./labels\.go:26:2"
	{
	inside:
	}
}

func k(n int) {
	for {
		continue outer // ERROR "continue label not defined: outer"
	}
outer: // ERROR "label outer defined and not used"
	for {
	}
}
