// Slices of slices: a product of matrices, row by column.
package main

func matrix(n int, seed float64) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = seed * float64(i-j) * float64(i+j)
		}
	}
	return m
}

func multiply(a, b [][]float64) [][]float64 {
	n := len(a)
	c := matrix(n, 0)
	for i := range n {
		for j := range n {
			sum := 0.0
			for k := range n {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
	return c
}

func main() {
	const n = 400
	c := multiply(matrix(n, 1.0/n), matrix(n, 2.0/n))
	for range 3 {
		c = multiply(matrix(n, 0.5/n), c)
	}
	println(int64(c[n/2][n/2]/1e6), int64(c[1][n-1]/1e6))
}
