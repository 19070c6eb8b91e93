package math

// The error function and its inverse. Erf and Erfc are done as in FreeBSD's msun (Sun Microsystems, 1993), the inverse by
// Michael Wichura's "Algorithm AS241: the percentage points of the normal distribution" (Applied Statistics, 1988), both
// in their order of evaluation, since the last bit depends on that.

const (
	erfAt1 = 8.45062911510467529297e-01 // erf(1), few bits of it
	erfEnd = 1 / 0.35
	slope  = 1.28379167095512586316e-01 // 2/sqrt(Pi) - 1
	slope8 = 1.02703333676410069053e+00 // 8 times that
)

var (
	// Below 0.84375, in x**2.
	erfNum = []float64{
		1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03,
		-2.37630166566501626084e-05,
	}
	erfDen = []float64{
		1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03,
		1.32494738004321644526e-04, -3.96022827877536812320e-06,
	}
	// From there to 1.25, in |x|-1.
	erfMidNum = []float64{
		-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01,
		-1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03,
	}
	erfMidDen = []float64{
		1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02,
		1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02,
	}
	// From there to 1/0.35, in 1/x**2.
	erfcNum = []float64{
		-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01,
		-1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00,
	}
	erfcDen = []float64{
		1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02,
		6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00,
		-6.04244152148580987438e-02,
	}
	// From there to 28.
	erfcFarNum = []float64{
		-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02,
		-6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02,
	}
	erfcFarDen = []float64{
		1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
		3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01,
	}
)

var (
	// |x| up to 0.85, in 0.180625 - x**2/4.
	invNearNum = []float64{
		1.1975323115670912564578e0, 4.7072688112383978012285e1, 6.9706266534389598238465e2, 4.8548868893843886794648e3,
		1.6235862515167575384252e4, 2.3782041382114385731252e4, 1.1819493347062294404278e4, 8.8709406962545514830200e2,
	}
	invNearDen = []float64{
		1.0000000000000000000e0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
		2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
	}
	// Beyond, in the root of -ln((1-|x|)/2) up to 5, less 1.6.
	invMidNum = []float64{
		1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
		1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
	}
	invMidDen = []float64{
		1.4142135623730950488016887e0, 2.9036514445419946173133295e0, 2.3707661626024532365971225e0, 9.7547832001787427186894837e-1,
		2.0945065210512749128288442e-1, 2.1494160384252876777097297e-2, 7.7441459065157709165577218e-4, 1.4859850019840355905497876e-9,
	}
	// And above, less 5.
	invFarNum = []float64{
		6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
		2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
	}
	invFarDen = []float64{
		1.414213562373095048801689e0, 8.482908416595164588112026e-1, 1.936480946950659106176712e-1, 2.103693768272068968719679e-2,
		1.112800997078859844711555e-3, 2.611088405080593625138020e-5, 2.010321207683943062279931e-7, 2.891024605872965461538222e-15,
	}
)

// erfTail returns x times the complement of the error function, for x from 1.25 on: e**-x**2 in two factors of which the
// first is exact up to Exp.
func erfTail(x float64) float64 {
	s := 1 / (x * x)
	r := 0.0
	if x < erfEnd {
		r = quotient(s, erfcNum, erfcDen)
	} else {
		r = quotient(s, erfcFarNum, erfcFarDen)
	}
	z := Float64frombits(Float64bits(x) &^ (1<<32 - 1))
	return Exp(-z*z-0.5625) * Exp((z-x)*(z+x)+r)
}

// Erf returns the error function of x.
func Erf(x float64) float64 {
	if x < 0 {
		return -Erf(-x)
	}
	switch {
	case x != x:
		return x
	case x < 2.848094538889218e-306:
		return 0.125 * (8.0*x + slope8*x) // no underflow on the way
	case x < 0x1p-28:
		return x + slope*x
	case x < 0.84375:
		return x + x*quotient(x*x, erfNum, erfDen)
	case x < 1.25:
		return erfAt1 + quotient(x-1, erfMidNum, erfMidDen)
	case x < 6:
		return 1 - erfTail(x)/x
	}
	return 1
}

// Erfc returns 1 - Erf(x), more precisely where that is small.
func Erfc(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x:
		return x
	case a < 0.84375:
		part := a
		if a >= 0x1p-56 {
			y := quotient(a*a, erfNum, erfDen)
			if a < 0.25 {
				part = a + a*y
			} else {
				part = 0.5 + (a*y + (a - 0.5))
			}
		}
		return 1 - Copysign(part, x)
	case a < 1.25 && x < 0:
		return 1 + erfAt1 + quotient(a-1, erfMidNum, erfMidDen)
	case a < 1.25:
		return 1 - erfAt1 - quotient(a-1, erfMidNum, erfMidDen)
	case x < -6:
		return 2
	case x < 0:
		return 2 - erfTail(a)/a
	case x < 28:
		return erfTail(x) / x
	}
	return 0
}

// Erfinv returns the number whose error function is x; NaN outside [-1, 1].
func Erfinv(x float64) float64 {
	if x < 0 {
		return -Erfinv(-x)
	}
	switch {
	case x == 1:
		return Inf(1)
	case !(x < 1):
		return NaN()
	case x <= 0.85:
		r := 0.180625 - 0.25*x*x
		return x * horner(r, invNearNum) / horner(r, invNearDen)
	}
	r := Sqrt(Ln2 - Log(1.0-x))
	if r <= 5 {
		return quotient(r-1.6, invMidNum, invMidDen)
	}
	return quotient(r-5, invFarNum, invFarDen)
}

// Erfcinv returns the number whose Erfc is x.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }
