package abi

// BoundsErrorCode says which bounds check failed.
type BoundsErrorCode uint8

// The checks; x is the operand that does not fit, y what it must fit.
const (
	BoundsIndex BoundsErrorCode = 0 // a[x] of length y

	// a[lo:hi]: x is hi and y a length, hi and y a capacity, or lo and y is hi.
	BoundsSliceAlen, BoundsSliceAcap, BoundsSliceB BoundsErrorCode = 1, 2, 3

	// a[lo:hi:max]: x is max and y a length, max and y a capacity, hi and y is max, lo and y is hi.
	BoundsSlice3Alen, BoundsSlice3Acap, BoundsSlice3B, BoundsSlice3C BoundsErrorCode = 4, 5, 6, 7

	BoundsConvert BoundsErrorCode = 8 // a slice of length y to an array of length x

	numBoundsCodes = 9
)

// What x and y can be: a register or a small constant.
const (
	BoundsMaxReg   = 15
	BoundsMaxConst = 31
)

// A PCDATA_PanicBounds value is code + 9 times a word of bits:
//
//	0     x is a register
//	1     y is a register
//	2-6   x: signed in bit 2 and the number behind it, or a constant
//	7-11  y: register or constant

func boundsOperand(isReg bool, v int) int {
	if v < 0 || v > BoundsMaxConst || isReg && v > BoundsMaxReg {
		panic("abi.BoundsEncode: operand out of range")
	}
	return v
}

// BoundsEncode makes the value for a check.
func BoundsEncode(code BoundsErrorCode, signed, xIsReg, yIsReg bool, xVal, yVal int) int {
	bits := boundsOperand(yIsReg, yVal) << 7
	if yIsReg {
		bits |= 1 << 1
	}
	x := boundsOperand(xIsReg, xVal)
	if xIsReg {
		bits |= 1 | x<<3
		if signed {
			bits |= 1 << 2
		}
	} else {
		bits |= x << 2
	}
	return bits*numBoundsCodes + int(code)
}

// BoundsDecode is the inverse.
func BoundsDecode(v int) (code BoundsErrorCode, signed, xIsReg, yIsReg bool, xVal, yVal int) {
	bits := v / numBoundsCodes
	if bits>>12 != 0 {
		panic("abi.BoundsDecode: not a value of BoundsEncode")
	}
	code = BoundsErrorCode(v % numBoundsCodes)
	xIsReg, yIsReg = bits&1 != 0, bits&2 != 0
	xVal, yVal = bits>>2&31, bits>>7
	if xIsReg {
		signed = xVal&1 != 0
		xVal >>= 1
	}
	return
}
