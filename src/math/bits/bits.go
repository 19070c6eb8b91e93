// Package bits counts, turns and adds up the bits of unsigned integers.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// Masks that take every second bit, pair, nibble, byte and so on.
const (
	mask1  = 0x5555555555555555
	mask2  = 0x3333333333333333
	mask4  = 0x0F0F0F0F0F0F0F0F
	mask8  = 0x00FF00FF00FF00FF
	mask16 = 0x0000FFFF0000FFFF
)

// LeadingZeros returns the number of zero bits above the highest one of x; UintSize for 0.
func LeadingZeros(x uint) int { return UintSize - Len(x) }

// LeadingZeros8 returns the number of zero bits above the highest one of x; 8 for 0.
func LeadingZeros8(x uint8) int { return 8 - Len8(x) }

// LeadingZeros16 returns the number of zero bits above the highest one of x; 16 for 0.
func LeadingZeros16(x uint16) int { return 16 - Len16(x) }

// LeadingZeros32 returns the number of zero bits above the highest one of x; 32 for 0.
func LeadingZeros32(x uint32) int { return 32 - Len32(x) }

// LeadingZeros64 returns the number of zero bits above the highest one of x; 64 for 0.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

// TrailingZeros returns the number of zero bits below the lowest one of x; UintSize for 0.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// TrailingZeros8 returns the number of zero bits below the lowest one of x; 8 for 0.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// TrailingZeros16 returns the number of zero bits below the lowest one of x; 16 for 0.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// TrailingZeros32 returns the number of zero bits below the lowest one of x; 32 for 0.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// TrailingZeros64 returns the number of zero bits below the lowest one of x; 64 for 0. The bits below
// the lowest one are those of x-1 that x does not have.
func TrailingZeros64(x uint64) int { return OnesCount64(^x & (x - 1)) }

// OnesCount returns the number of ones in x.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount8 returns the number of ones in x.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount16 returns the number of ones in x.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount32 returns the number of ones in x.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// OnesCount64 returns the number of ones in x. It adds neighbours in ever wider fields; the product
// at the end adds all bytes in its highest one.
func OnesCount64(x uint64) int {
	x -= x >> 1 & mask1
	x = x&mask2 + x>>2&mask2
	x = (x + x>>4) & mask4
	return int(x * 0x0101010101010101 >> 56)
}

// RotateLeft returns x turned left by k bits; right when k is negative.
func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }

// RotateLeft8 returns x turned left by k bits; right when k is negative.
func RotateLeft8(x uint8, k int) uint8 {
	n := uint(k) % 8
	return x<<n | x>>(8-n)
}

// RotateLeft16 returns x turned left by k bits; right when k is negative.
func RotateLeft16(x uint16, k int) uint16 {
	n := uint(k) % 16
	return x<<n | x>>(16-n)
}

// RotateLeft32 returns x turned left by k bits; right when k is negative.
func RotateLeft32(x uint32, k int) uint32 {
	n := uint(k) % 32
	return x<<n | x>>(32-n)
}

// RotateLeft64 returns x turned left by k bits; right when k is negative.
func RotateLeft64(x uint64, k int) uint64 {
	n := uint(k) % 64
	return x<<n | x>>(64-n)
}

// Reverse returns x with its bits in the opposite order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 returns x with its bits in the opposite order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 returns x with its bits in the opposite order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 returns x with its bits in the opposite order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse64 returns x with its bits in the opposite order: those of each byte by swapping neighbours,
// pairs and nibbles, then the bytes.
func Reverse64(x uint64) uint64 {
	x = x>>1&mask1 | x&mask1<<1
	x = x>>2&mask2 | x&mask2<<2
	x = x>>4&mask4 | x&mask4<<4
	return ReverseBytes64(x)
}

// ReverseBytes returns x with its bytes in the opposite order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes16 returns x with its bytes in the opposite order.
func ReverseBytes16(x uint16) uint16 { return x<<8 | x>>8 }

// ReverseBytes32 returns x with its bytes in the opposite order.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// ReverseBytes64 returns x with its bytes in the opposite order.
func ReverseBytes64(x uint64) uint64 {
	x = x>>8&mask8 | x&mask8<<8
	x = x>>16&mask16 | x&mask16<<16
	return x<<32 | x>>32
}

// Len returns the number of bits that x needs; 0 for 0.
func Len(x uint) int { return Len64(uint64(x)) }

// Len8 returns the number of bits that x needs; 0 for 0.
func Len8(x uint8) int { return Len64(uint64(x)) }

// Len16 returns the number of bits that x needs; 0 for 0.
func Len16(x uint16) int { return Len64(uint64(x)) }

// Len32 returns the number of bits that x needs; 0 for 0.
func Len32(x uint32) int { return Len64(uint64(x)) }

// Len64 returns the number of bits that x needs; 0 for 0. It copies the highest one into all bits
// below and counts.
func Len64(x uint64) int {
	x |= x >> 1
	x |= x >> 2
	x |= x >> 4
	x |= x >> 8
	x |= x >> 16
	x |= x >> 32
	return OnesCount64(x)
}
