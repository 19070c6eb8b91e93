// The spectral norm of an endless matrix: divisions in nested loops.
package main

import "math"

func cell(i, j int) float64 {
	return 1 / float64((i+j)*(i+j+1)/2+i+1)
}

func times(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j := range v {
			sum += cell(i, j) * v[j]
		}
		out[i] = sum
	}
}

func timesTransposed(v, out []float64) {
	for i := range out {
		sum := 0.0
		for j := range v {
			sum += cell(j, i) * v[j]
		}
		out[i] = sum
	}
}

func main() {
	const n = 1000
	u, v, t := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range u {
		u[i] = 1
	}
	for range 40 {
		times(u, t)
		timesTransposed(t, v)
		times(v, t)
		timesTransposed(t, u)
	}
	var uv, vv float64
	for i := range u {
		uv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	println(int64(math.Sqrt(uv/vv) * 1e9))
}
