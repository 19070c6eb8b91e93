package main

var (
	i8  int8   = 127
	u8  uint8  = 255
	i16 int16  = 32767
	u16 uint16 = 65535
	i32 int32  = 2147483647
	u32 uint32 = 4294967295
	i64 int64  = 9223372036854775807
	u64 uint64 = 18446744073709551615
)

func main() {
	println(i8+1, u8+1, i16+1, u16+1)
	println(i32+1, u32+1, i64+1, u64+1)
	i8++
	u8++
	i16 += 2
	u16 += 2
	println(i8, u8, i16, u16)
	println(-i8, -u8, ^i8, ^u8)
	i32 *= 3
	u32 *= 3
	i64 *= 3
	u64 *= 3
	println(i32, u32, i64, u64)
	println(i8*i8, u8-1, i16*i16, u16*u16)
	min := int64(-9223372036854775808)
	minusOne := int64(-1)
	println(min/minusOne, min%minusOne, -min)
}
