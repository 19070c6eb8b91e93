package main

//go:noinline
func ops(a, b complex128) {
	println(a+b, a-b, a*b, -a)
	println(real(a), imag(b), a == b, a != b)
}

func main() {
	ops(1+2i, 3-4i)
	ops(1i, 1i)
	c := complex(3.0, 4.0)
	c += 1
	c *= 2i
	println(c, real(c), imag(c))
	var s complex64 = 1 + 1i
	println(s*s, complex128(s))
	a := [2]complex128{1, 2i}
	println(a[0]+a[1], a == [2]complex128{1, 2i})
}
