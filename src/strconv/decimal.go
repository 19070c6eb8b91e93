package strconv

import "math/bits"

// digits is a positive decimal number 0.d1d2d3... * 10**point, or zero when there are no digits. The
// digits are characters; the first and the last are not '0'.
type digits struct {
	d     []byte
	point int
}

// maxDigits is more than the 767 digits that the longest float64 has.
const maxDigits = 800

// trim drops zeros from the end.
func (x *digits) trim() {
	for len(x.d) > 0 && x.d[len(x.d)-1] == '0' {
		x.d = x.d[:len(x.d)-1]
	}
	if len(x.d) == 0 {
		x.point = 0
	}
}

// round keeps the first n digits, rounded half to even. n may be negative: all goes.
func (x *digits) round(n int) {
	if n >= len(x.d) {
		return
	}
	up := false
	if n >= 0 {
		next, exact := x.d[n], n+1 == len(x.d)
		odd := n > 0 && x.d[n-1]&1 != 0
		up = next > '5' || next == '5' && (!exact || odd)
	}
	x.d = x.d[:max(n, 0)]
	if up {
		i := len(x.d) - 1
		for i >= 0 && x.d[i] == '9' {
			i--
		}
		if i < 0 {
			x.d = append(x.d[:0], '1')
			x.point++
			return
		}
		x.d = x.d[:i+1]
		x.d[i]++
	}
	x.trim()
}

// setInt makes x the number n * 10**exp.
func (x *digits) setInt(buf []byte, n uint64, exp int) {
	at := decimal(buf[:20], n)
	x.d, x.point = buf[at:20], 20-at+exp
	x.trim()
}

// billions is a natural number in base 1e9, lowest digit first.
type billions struct {
	limb [96]uint32
	n    int
}

// mul multiplies by m, at most 1<<32 - 1.
func (b *billions) mul(m uint64) {
	carry := uint64(0)
	for i := range b.n {
		carry += uint64(b.limb[i]) * m
		q := carry / 1e9
		b.limb[i] = uint32(carry - q*1e9)
		carry = q
	}
	for ; carry > 0; carry /= 1e9 {
		b.limb[b.n] = uint32(carry % 1e9)
		b.n++
	}
}

const fivePower, fivePowerOf = 244140625, 12 // 5**12, the largest power of five below 1e9

// setExact makes x exactly mant * 2**exp. Below the binary point, 2**-k is 5**k / 10**k: the digits are
// those of mant * 5**k.
func (x *digits) setExact(buf []byte, mant uint64, exp int) {
	zeros := bits.TrailingZeros64(mant)
	mant >>= uint(zeros)
	exp += zeros
	if 0 <= exp && exp <= bits.LeadingZeros64(mant) {
		x.setInt(buf, mant<<uint(exp), 0)
		return
	}
	var b billions
	for ; mant > 0; mant /= 1e9 {
		b.limb[b.n] = uint32(mant % 1e9)
		b.n++
	}
	scale := 0
	if exp < 0 {
		scale = exp
		for ; exp <= -fivePowerOf; exp += fivePowerOf {
			b.mul(fivePower)
		}
		for ; exp < 0; exp++ {
			b.mul(5)
		}
	}
	for ; exp >= 32; exp -= 31 {
		b.mul(1 << 31)
	}
	if exp > 0 {
		b.mul(1 << uint(exp))
	}

	at := decimal(buf[:20], uint64(b.limb[b.n-1]))
	end := copy(buf, buf[at:20])
	for i := b.n - 2; i >= 0; i-- {
		v := b.limb[i]
		for j := 8; j >= 0; j-- {
			buf[end+j] = '0' + byte(v%10)
			v /= 10
		}
		end += 9
	}
	x.d, x.point = buf[:end], end+scale
	x.trim()
}
