// min and max of strings and floats, where the compiler has no instruction for them (spec:
// "Min and max").

package runtime

func strmin(x, y string) string {
	if x <= y {
		return x
	}
	return y
}

func strmax(x, y string) string {
	if x >= y {
		return x
	}
	return y
}

func fmin64(x, y float64) float64 {
	switch {
	case x != x || x < y:
		return x
	case y != y || y < x:
		return y
	case x == 0 && float64bits(x)>>63 != 0:
		return x // -0 is below 0
	}
	return y
}

func fmax64(x, y float64) float64 {
	switch {
	case x != x || x > y:
		return x
	case y != y || y > x:
		return y
	case x == 0 && float64bits(x)>>63 == 0:
		return x
	}
	return y
}

func fmin32(x, y float32) float32 { return float32(fmin64(float64(x), float64(y))) }
func fmax32(x, y float32) float32 { return float32(fmax64(float64(x), float64(y))) }
