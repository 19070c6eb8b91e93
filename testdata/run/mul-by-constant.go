package main

//go:noinline
func times(x int64) {
	println(x*0, x*1, x*2, x*3, x*5, x*7, x*9, x*10, x*15, x*16, x*17, x*100, x*-1, x*-3, x*-8)
}

//go:noinline
func times32(x uint32) {
	println(x*3, x*5, x*31, x*33, x*1000, x*0x80000000)
}

func main() {
	times(1)
	times(-12345)
	times(1 << 61)
	times32(7)
	times32(0xdeadbeef)
}
