package main

//go:noinline
func id(x int) int { return x }

//go:noinline
func lots(a, b, c, d int) int {
	e, f, g, h := a+b, b+c, c+d, d+a
	i, j, k, l := e*f, f*g, g*h, h*e
	m, n, o, p := i-j, j-k, k-l, l-i
	q, r, s, t := id(m)+n, n^o, o|p, p&m
	u, v, w, x := q+e, r+f, s+g, t+h
	y, z := u*v-w, x+i
	return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v + w + x + y + z
}

//go:noinline
func lotsOfFloats(a, b float64) float64 {
	c, d, e, f := a+b, a-b, a*b, a/b
	g, h, i, j := c+d, d+e, e+f, f+c
	k, l, m, n := g*h, h*i, i*j, j*g
	o, p, q, r := k-l, l-m, m-n, n-k
	s := float64(id(int(o)))
	return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o*p + q*r + s
}

//go:noinline
func loop(n int) (a, b, c, d, e, f int) {
	a, b, c, d, e, f = 1, 2, 3, 4, 5, 6
	for i := 0; i < n; i++ {
		a, b, c, d, e, f = b, c, d, e, f, a+id(i)%7
		if i%3 == 0 {
			a, f = f, a
		}
	}
	return
}

//go:noinline
func divides(a, b, c, d int) int {
	return a/b + c/d + a%d + c%b + a<<uint(b%8) + c>>uint(d%8)
}

func main() {
	println(lots(1, 2, 3, 4), lots(-5, 17, 1000, -9))
	println(lotsOfFloats(3, 4), lotsOfFloats(1.5, -0.25))
	println(loop(100))
	println(divides(100, 7, -50, 3))
}
