package reflect

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	t := elemOf(v.typ())
	h := *v.header()
	room := unsafe_New(t)
	return func(i, j int) {
		if uint(i) >= uint(h.Len) || uint(j) >= uint(h.Len) {
			panic("reflect: slice index out of range")
		}
		p, q := add(h.Data, uintptr(i)*t.Size_), add(h.Data, uintptr(j)*t.Size_)
		typedmemmove(t, room, p)
		typedmemmove(t, p, q)
		typedmemmove(t, q, room)
	}
}
