// Functions that become instructions must do what their bodies do, which calls through variables run.
package main

import (
	"math/bits"
	"sync/atomic"
)

var (
	trailing   = bits.TrailingZeros64
	trailing32 = bits.TrailingZeros32
	trailing16 = bits.TrailingZeros16
	trailing8  = bits.TrailingZeros8
	length     = bits.Len64
	length32   = bits.Len32
	length16   = bits.Len16
	length8    = bits.Len8
	swap64     = bits.ReverseBytes64
	swap32     = bits.ReverseBytes32
	swap16     = bits.ReverseBytes16
	rotate64   = bits.RotateLeft64
	rotate32   = bits.RotateLeft32
	rotate16   = bits.RotateLeft16
	rotate8    = bits.RotateLeft8
	product    = bits.Mul64
)

func same(ok bool, what string, x uint64) {
	if !ok {
		println(what, x)
	}
}

func compare(x uint64, k int) {
	a, b, c := uint32(x), uint16(x), uint8(x)
	same(bits.TrailingZeros64(x) == trailing(x), "TrailingZeros64", x)
	same(bits.TrailingZeros32(a) == trailing32(a), "TrailingZeros32", x)
	same(bits.TrailingZeros16(b) == trailing16(b), "TrailingZeros16", x)
	same(bits.TrailingZeros8(c) == trailing8(c), "TrailingZeros8", x)
	same(bits.Len64(x) == length(x), "Len64", x)
	same(bits.Len32(a) == length32(a), "Len32", x)
	same(bits.Len16(b) == length16(b), "Len16", x)
	same(bits.Len8(c) == length8(c), "Len8", x)
	same(bits.ReverseBytes64(x) == swap64(x), "ReverseBytes64", x)
	same(bits.ReverseBytes32(a) == swap32(a), "ReverseBytes32", x)
	same(bits.ReverseBytes16(b) == swap16(b), "ReverseBytes16", x)
	same(bits.RotateLeft64(x, k) == rotate64(x, k), "RotateLeft64", x)
	same(bits.RotateLeft32(a, k) == rotate32(a, k), "RotateLeft32", x)
	same(bits.RotateLeft16(b, k) == rotate16(b, k), "RotateLeft16", x)
	same(bits.RotateLeft8(c, k) == rotate8(c, k), "RotateLeft8", x)
	high, low := bits.Mul64(x, ^x*7)
	high2, low2 := product(x, ^x*7)
	same(high == high2 && low == low2, "Mul64", x)
}

func nilPointer() {
	defer func() { println(recover().(error).Error()) }()
	var p *int64
	atomic.AddInt64(p, 1)
}

func main() {
	compare(0, 0)
	compare(^uint64(0), -1)
	for i := range 64 {
		compare(1<<i, i)
		compare(1<<i|1, -i)
		compare(0x123456789abcdef<<i, 3*i)
	}
	var a int32 = 5
	var b uint64 = 1 << 40
	println(atomic.AddInt32(&a, -7), atomic.AddUint64(&b, ^uint64(0)), atomic.LoadInt32(&a), atomic.LoadUint64(&b))
	println(atomic.SwapInt32(&a, 9), atomic.CompareAndSwapInt32(&a, 8, 1), atomic.CompareAndSwapInt32(&a, 9, -1), a)
	println(atomic.SwapUint64(&b, 3), atomic.CompareAndSwapUint64(&b, 3, 1<<63), b)
	atomic.StoreInt32(&a, -20)
	atomic.StoreUint64(&b, 77)
	println(a, b, bits.TrailingZeros64(48), bits.Len32(255), bits.RotateLeft8(0x81, 1))
	nilPointer()
}
