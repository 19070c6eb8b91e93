// Package math has the constants and functions of mathematics for float64.
//
// Results are those of the reference implementation to the last bit: rounding is part of what a program
// can see.
package math

// Mathematical constants, to more digits than any type holds.
const (
	Pi    = 3.141592653589793238462643383279502884197169399375105820974944592307816406286
	E     = 2.718281828459045235360287471352662497757247093699959574966967627724076630353
	Phi   = 1.618033988749894848204586834365638117720309179805762862135448622705260462818
	Ln2   = 0.693147180559945309417232121458176568075500134360255254120680009493393621969
	Ln10  = 2.302585092994045684017991454684364207601101488628772976033327900967572609677
	Sqrt2 = 1.414213562373095048801688724209698078569671875376948073176679737990732478462

	SqrtPi  = 1.772453850905516027298167483341145182797549456122387128213807789852911284591
	SqrtE   = 1.648721270700128146848650787814163571653776100710148011575079311640661021194
	SqrtPhi = 1.272019649514068964252422461737491491715608041840096248616640382539297575536

	Log2E, Log10E = 1 / Ln2, 1 / Ln10
)

// The largest and the smallest positive floats.
const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

// The limits of integers.
const (
	MinInt, MaxInt     = MinInt64, MaxInt64
	MinInt8, MaxInt8   = -1 << 7, 1<<7 - 1
	MinInt16, MaxInt16 = -1 << 15, 1<<15 - 1
	MinInt32, MaxInt32 = -1 << 31, 1<<31 - 1
	MinInt64, MaxInt64 = -1 << 63, 1<<63 - 1

	MaxUint              = MaxUint64
	MaxUint8, MaxUint16  = 1<<8 - 1, 1<<16 - 1
	MaxUint32, MaxUint64 = 1<<32 - 1, 1<<64 - 1
)

// How a float64 is stored: a sign bit, exponent bits, fraction bits.
const (
	signBit   = 1 << 63
	fracBits  = 52
	fracMask  = 1<<fracBits - 1
	expMask   = 1<<11 - 1
	expBias   = 1023
	nanBits   = 0x7FF8000000000001
	posInf    = expMask << fracBits
	oneStored = expBias << fracBits
)

// Inf returns positive infinity if sign >= 0, negative infinity otherwise.
func Inf(sign int) float64 {
	if sign < 0 {
		return Float64frombits(signBit | posInf)
	}
	return Float64frombits(posInf)
}

// NaN returns a value that is not a number.
func NaN() float64 { return Float64frombits(nanBits) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is an infinity: the positive one if sign > 0, the negative one if sign < 0, either if
// sign is 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}
