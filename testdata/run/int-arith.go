package main

//go:noinline
func all(a, b int) {
	println(a, b, ":", a+b, a-b, a*b, a/b, a%b, a&b, a|b, a^b, a&^b)
}

//go:noinline
func allU(a, b uint32) {
	println(a, b, ":", a+b, a-b, a*b, a/b, a%b, a&b, a|b, a^b, a&^b)
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func power(base, exp, mod uint64) uint64 {
	result := uint64(1)
	for ; exp > 0; exp >>= 1 {
		if exp&1 == 1 {
			result = result * base % mod
		}
		base = base * base % mod
	}
	return result
}

func main() {
	all(7, 3)
	all(-7, 3)
	all(7, -3)
	all(-7, -3)
	allU(7, 4000000000)
	allU(4000000000, 7)
	println(gcd(1071, 462), power(3, 1000, 1000007))
}
