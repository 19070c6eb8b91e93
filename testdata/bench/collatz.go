// Integer division and multiplication by constants, branches that cannot be foretold.
package main

func main() {
	longest, start := 0, 0
	digits := uint64(0)
	for i := 1; i < 1500000; i++ {
		steps := 0
		for n := i; n != 1; steps++ {
			if n%2 == 0 {
				n /= 2
			} else {
				n = 3*n + 1
			}
		}
		if steps > longest {
			longest, start = steps, i
		}
		for n := uint64(i) * uint64(steps); n > 0; n /= 10 {
			digits += n % 10
		}
	}
	println(longest, start, digits)
}
