package p

func f(n int) {
outer: // ERROR "label outer defined and not used"
	for i := 0; i < n; i++ {
	inner:
		for {
			continue inner
		}
	}
unused: // ERROR "label unused defined and not used"
	{
	again: // ERROR "label again defined and not used"
	}
outer: // ERROR "label outer already defined at "
	return
}
