package main

// An extension must not rely on an instruction that turns out to do nothing.

//go:noinline
func times(p int16) int { return 5 - int(uint32(p)*uint32(1)) }

//go:noinline
func plus(p int8) uint64 { return uint64(uint32(p) + uint32(0)) }

//go:noinline
func and(p *int16) int64 { return int64(uint32(*p) & 0xffffffff) }

//go:noinline
func shift(p int8, n uint) uint64 {
	x := uint32(p) << (n & 0)
	return uint64(x)
}

func main() {
	x := int16(-32768)
	println(times(x), plus(-1), and(&x), shift(-2, 3))
}
