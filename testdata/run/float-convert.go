package main

//go:noinline
func toInts(f float64) {
	println(int(f), int8(f), int16(f), int32(f), int64(f), uint8(f), uint32(f), uint64(f))
}

//go:noinline
func fromInts(i int64, u uint64, j int32, k uint32, b uint8) {
	println(float64(i), float32(i), float64(u), float32(u), float64(j), float64(k), float32(b))
}

//go:noinline
func between(f float32, d float64) {
	println(float64(f), float32(d))
}

func main() {
	toInts(0)
	toInts(1.99)
	toInts(100.5)
	println(int(-1.99*one), int64(-1e18*one), uint64(1e19*one))
	fromInts(-1, 1<<64-1, -7, 1<<32-1, 255)
	fromInts(1<<53+1, 1<<63, 1<<31-1, 1<<31, 0)
	between(0.1, 0.1)
	between(16777217, 1e-50)
}

var one = 1.0
