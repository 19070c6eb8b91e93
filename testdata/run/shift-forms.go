package main

type T uint8

func shl[T ~int8 | ~uint8 | ~int64 | ~uint64](x T, n uint) T { return x << n }
func shr[T ~int8 | ~uint8 | ~int64 | ~uint64](x T, n uint) T { return x >> n }

func main() {
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 65, 200} {
		println(n, int8(-3)<<n, int8(-3)>>n, uint8(200)<<n, uint8(200)>>n, int32(-5)<<n, int32(-5)>>n, uint32(1<<31+1)<<n, uint32(1<<31+1)>>n)
		println(int64(-7)<<n, int64(-7)>>n, uint64(1<<63+1)<<n, uint64(1<<63+1)>>n, int16(-300)<<n, int16(-300)>>n)
		println(shl(int8(-3), n), shr(int8(-3), n), shl(uint8(7), n), shr(T(200), n), shl(int64(1), n), shr(uint64(1<<63), n))
	}
	var s8 int8 = 3
	var s64 int64 = 70
	var u8 uint8 = 255
	x := 1
	println(x<<s8, x<<s64, -x>>s64, x<<u8, uint16(1)<<s8>>s8)
	x <<= s8
	x |= 1 << 2 >> 1
	x >>= uint8(1)
	println(x)
	var i = 5
	var a = 1 << i
	var b int8 = 1 << i
	var c = uint64(1<<i) + 1<<3
	var d float64 = float64(int(1) << i)
	var e = make([]byte, 1<<i)
	var f = a == 1<<i
	var g uint8 = 1 << i << i >> i
	println(a, b, c, d, len(e), f, g, e[1<<2], 1<<i != 1)
	const k = 3
	println(1<<k, 1.0<<k, uint8(1)<<k<<k, -8>>k, ^0<<k)
	defer func() {
		e := recover().(error)
		println(e.Error())
		s8 = -128
		defer func() { println(recover().(error).Error()) }()
		x <<= s8
	}()
	s8 = -1
	println(x >> s8)
}
