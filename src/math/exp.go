package math

import "internal/cpu"

// fmaInstruction returns x*y + z, rounded once.
//
//go:noescape
func fmaInstruction(x, y, z float64) float64

// expReducedFMA returns e**(x - k*ln 2), by the method of Exp with fused products.
//
//go:noescape
func expReducedFMA(x, k float64) float64

// muladd returns x*y + z: rounded once where the processor can do that, twice where it cannot.
func muladd(x, y, z float64) float64 {
	if cpu.X86.HasFMA {
		return fmaInstruction(x, y, z)
	}
	return x*y + z
}

// Exp returns e**x.
//
// The method is Naoki Shibata's ("Efficient evaluation methods of elementary functions suitable for SIMD computation",
// 2010): with x = k*ln 2 + 16*r, the first terms of the series give e**r - 1, and squaring four times e**(16*r). It is
// evaluated as on this machine, with fused products if there are any, since the last bit depends on that.
func Exp(x float64) float64 {
	const (
		ln2Upper = 0.69314718055966295651160180568695068359375
		ln2Lower = 0.28235290563031577122588448175013436025525412068e-12
	)
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 7.09782712893384e+02:
		return Inf(1)
	case x < -1e5:
		return 0
	}
	k := RoundToEven(x * Log2E)
	if cpu.X86.HasFMA && k < 1023 && k > -1022 {
		return Float64frombits(uint64(k+expBias)<<fracBits) * expReducedFMA(x, k)
	}
	r := muladd(-k, ln2Upper, x)
	r = muladd(-k, ln2Lower, r) / 16
	p := 1.0 / 40320
	for _, c := range [...]float64{1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1} {
		p = muladd(p, r, c)
	}
	p *= r // e**r - 1; and (p+1)**2 - 1 is p*(p+2)
	for range 3 {
		p *= p + 2
	}
	p = muladd(p, p+2, 1)
	if k >= 1024 {
		return Inf(1)
	}
	return Ldexp(p, int(k))
}
