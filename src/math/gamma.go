package math

// The gamma function, as in the Cephes library (Stephen Moshier, 1989), and its logarithm, as in FreeBSD's msun (Sun
// Microsystems, 1993), in their order of evaluation, since the last bit depends on that.

var (
	lgEven = []float64{
		7.72156649015328655494e-02, 6.73523010531292681824e-02, 7.38555086081402883957e-03, 1.19270763183362067845e-03,
		2.20862790713908385557e-04, 2.52144565451257326939e-05,
	}
	lgOdd = []float64{
		3.22467033424113591611e-01, 2.05808084325167332806e-02, 2.89051383673415629091e-03, 5.10069792153511336608e-04,
		1.08011567247583939954e-04, 4.48640949618915160150e-05,
	}
	lgMin0 = []float64{
		4.83836122723810047042e-01, -3.27885410759859649565e-02, 6.10053870246291332635e-03, -1.40346469989232843813e-03,
		3.15632070903625950361e-04,
	}
	lgMin1 = []float64{
		-1.47587722994593911752e-01, 1.79706750811820387126e-02, -3.68452016781138256760e-03, 8.81081882437654011382e-04,
		-3.12754168375120860518e-04,
	}
	lgMin2 = []float64{
		6.46249402391333854778e-02, -1.03142241298341437450e-02, 2.25964780900612472250e-03, -5.38595305356740546715e-04,
		3.35529192635519073543e-04,
	}
	lgOneNum = []float64{
		-7.72156649015328655494e-02, 6.32827064025093366517e-01, 1.45492250137234768737e+00, 9.77717527963372745603e-01,
		2.28963728064692451092e-01, 1.33810918536787660377e-02,
	}
	lgOneDen = []float64{
		1.0, 2.45597793713041134822e+00, 2.12848976379893395361e+00, 7.69285150456672783825e-01,
		1.04222645593369134254e-01, 3.21709242282423911810e-03,
	}
	lgMidNum = []float64{
		-7.72156649015328655494e-02, 2.14982415960608852501e-01, 3.25778796408930981787e-01, 1.46350472652464452805e-01,
		2.66422703033638609560e-02, 1.84028451407337715652e-03, 3.19475326584100867617e-05,
	}
	lgMidDen = []float64{
		1.0, 1.39200533467621045958e+00, 7.21935547567138069525e-01, 1.71933865632803078993e-01,
		1.86459191715652901344e-02, 7.77942496381893596434e-04, 7.32668430744625636189e-06,
	}
	lgFar = []float64{
		4.18938533204672725052e-01, 8.33333333333329678849e-02, -2.77777777728775536470e-03, 7.93650558643019558500e-04,
		-5.95187557450339963135e-04, 8.36339918996282139126e-04, -1.63092934096575273989e-03,
	}
	gammaNum = []float64{
		9.99999999999999996796e-01, 4.94214826801497100753e-01, 2.07448227648435975150e-01, 4.76367800457137231464e-02,
		1.04213797561761569935e-02, 1.19135147006586384913e-03, 1.60119522476751861407e-04,
	}
	gammaDen = []float64{
		1.00000000000000000320e+00, 7.14304917030273074085e-02, -2.34591795718243348568e-01, 3.58236398605498653373e-02,
		1.18139785222060435552e-02, -4.45641913851797240494e-03, 5.39605580493303397842e-04, -2.31581873324120129819e-05,
	}
	gammaStirling = []float64{
		8.33333333333482257126e-02, 3.47222221605458667310e-03, -2.68132617805781232825e-03, -2.29549961613378126380e-04,
		7.87311395793093628397e-04,
	}
)

// stirling returns the gamma function of large x by Stirling's formula, as two factors whose product may be too large.
func stirling(x float64) (float64, float64) {
	const (
		sqrtTwoPi = 2.506628274631000502417
		powLimit  = 143.01608 // above, x**x is too large
	)
	if x > 200 {
		return Inf(1), 1
	}
	z := 1 / x
	scale := sqrtTwoPi * (1 + z*horner(z, gammaStirling))
	e := Exp(x)
	if x > powLimit {
		root := Pow(x, 0.5*x-0.25)
		return root, scale * (root / e)
	}
	return Pow(x, x-0.5) / e, scale
}

// Gamma returns the gamma function of x: NaN for negative integers and -Inf, infinities for zeros.
func Gamma(x float64) float64 {
	switch {
	case x == 0:
		return 1 / x
	case x != x || x < 0 && Trunc(x) == x: // so -Inf is, too
		return NaN()
	case IsInf(x, 1):
		return x
	case x > 33:
		high, low := stirling(x)
		return high * low
	case x < -33:
		return gammaReflected(-x)
	}

	// Steps of 1 lead to [2, 3].
	product := 1.0
	for ; x >= 3; product *= x {
		x--
	}
	for ; x < 2; x++ {
		if x < 1e-9 && x > -1e-9 || x >= 0 && x < 1e-9 {
			return gammaNear0(product, x)
		}
		product /= x
	}
	if x == 2 {
		return product
	}
	x -= 2
	return product * horner(x, gammaNum) / horner(x, gammaDen)
}

// gammaNear0 returns product * Gamma(x) for tiny x.
func gammaNear0(product, x float64) float64 {
	const euler = 0.57721566490153286060651209008240243104215933593992
	if x == 0 {
		return Inf(1)
	}
	return product / ((1 + euler*x) * x)
}

// gammaReflected returns Gamma(-q) for large q, no integer: Pi over q * sin(Pi*q) * Gamma(q).
func gammaReflected(q float64) float64 {
	whole := Floor(q)
	sign := 1
	if int64(whole)&1 == 0 {
		sign = -1
	}
	fraction := q - whole
	if fraction > 0.5 {
		fraction = q - (whole + 1)
	}
	s := Abs(q * Sin(Pi*fraction))
	if s == 0 {
		return Inf(sign)
	}
	high, low := stirling(q)
	result := Pi / (s * high * low)
	if IsInf(s*high*low, 0) {
		result = Pi / s / high / low
	}
	return float64(sign) * result
}

// Lgamma returns the logarithm of |Gamma(x)| and the sign of Gamma(x).
func Lgamma(x float64) (lgamma float64, sign int) {
	switch {
	case x != x || IsInf(x, 0):
		return x, 1
	case x == 0:
		return Inf(1), 1
	case x > 0:
		return lgammaPositive(x), 1
	case x > -0x1p-70:
		return -Log(-x), -1
	case x <= -0x1p52: // an integer
		return Inf(1), 1
	}
	t := -sinPi(-x)
	if t == 0 {
		return Inf(1), 1
	}
	sign = 1
	if t < 0 {
		sign = -1
	}
	return Log(Pi/Abs(t*-x)) - lgammaPositive(-x), sign
}

// lgammaPositive is Lgamma for x > 0.
func lgammaPositive(x float64) float64 {
	switch {
	case x < 0x1p-70:
		return -Log(x)
	case x == 1 || x == 2:
		return 0
	case x <= 0.9: // by way of x+1
		return -Log(x) + lgammaBelow2(x, 0)
	case x < 2:
		return lgammaBelow2(x, 1)
	case x < 8: // by way of a number in [2, 3)
		whole := int(x)
		y := x - float64(whole)
		result := 0.5*y + y*horner(y, lgMidNum)/horner(y, lgMidDen)
		if whole == 2 {
			return result
		}
		product := 1.0
		for i := whole - 1; i >= 2; i-- {
			product *= y + float64(i)
		}
		return result + Log(product)
	case x < 0x1p58:
		z := 1 / x
		w := lgFar[0] + z*horner(z*z, lgFar[1:])
		return (x-0.5)*(Log(x)-1) + w
	}
	return x * (Log(x) - 1)
}

// lgammaBelow2 returns lgammaPositive(x + 1 - base), x being between base and base + 1 or little less: by polynomials around 2,
// around the minimum and around 1.
func lgammaBelow2(x, base float64) float64 {
	const (
		around = 1.461632144968362245       // where the parts are centred
		least  = 1.46163214496836224576e+00 // where the minimum is
		value  = -1.21486290535849611461e-01
		tail   = -3.63867699703950536541e-18 // of value
	)
	switch {
	case x >= around-1+base+0.27:
		y := 1 + base - x
		z := y * y
		return y*horner(z, lgEven) + z*horner(z, lgOdd) - 0.5*y
	case x >= around-1+base-0.27:
		y := x - (least - 1)
		if base == 1 {
			y = x - least
		}
		z := y * y
		w := z * y
		return value + (z*horner(w, lgMin0) - (tail - w*(horner(w, lgMin1)+y*horner(w, lgMin2))))
	}
	y := x - base
	return -0.5*y + y*horner(y, lgOneNum)/horner(y, lgOneDen)
}

// sinPi returns sin(Pi*x), x not negative and below 1<<52.
func sinPi(x float64) float64 {
	if x < 0.25 {
		return Sin(Pi * x)
	}
	if Floor(x) == x {
		return 0
	}
	x = Mod(x, 2)
	switch int(x * 4) {
	case 0:
		return Sin(Pi * x)
	case 1, 2:
		return Cos(Pi * (0.5 - x))
	case 3, 4:
		return Sin(Pi * (1 - x))
	case 5, 6:
		return -Cos(Pi * (x - 1.5))
	}
	return Sin(Pi * (x - 2))
}
