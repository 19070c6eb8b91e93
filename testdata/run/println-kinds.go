package main

type celsius float64
type name string

func main() {
	println()
	println("a", 'b', 3, -4, true, false)
	println(int8(-128), uint8(255), int16(-32768), uint16(65535))
	println(int32(-2147483648), uint32(4294967295))
	println(int64(-9223372036854775808), uint64(18446744073709551615))
	println(1.5, float32(0.25), celsius(36.6), name("Ada"))
	println(complex(1, -2))
	var p *int
	var m any
	println(p, m)
	print("no", "space", 1, 2, "\n")
	println("nul \x00 and \xff bytes", "日本")
}
