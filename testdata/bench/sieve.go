// A sieve over bools: strided stores, scans.
package main

func primes(n int) int {
	composite := make([]bool, n)
	count := 0
	for i := 2; i < n; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j < n; j += i {
			composite[j] = true
		}
	}
	return count
}

func main() {
	sum := 0
	for i := range 100 {
		sum += primes(1000000 + i)
	}
	println(sum)
}
