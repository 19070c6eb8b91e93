package main

var table [100000]int32
var filled = [1000]string{999: "last", 500: "middle"}
var sieve [20000]bool

func primes() (n int) {
	for i := 2; i < len(sieve); i++ {
		if sieve[i] {
			continue
		}
		n++
		for j := i * 2; j < len(sieve); j += i {
			sieve[j] = true
		}
	}
	return
}

func main() {
	for i := range table {
		table[i] = int32(i) * 3
	}
	println(table[99999], len(table))
	println(filled[999], filled[500], filled[0] == "")
	println(primes())
	heap := new([1 << 18]int)
	heap[1<<18-1] = 5
	total := 0
	for _, x := range heap {
		total += x
	}
	println(total)
	grid := make([][]int, 300)
	for i := range grid {
		grid[i] = make([]int, 300)
		for j := range grid[i] {
			grid[i][j] = i ^ j
		}
	}
	sum := 0
	for i := range grid {
		sum += grid[i][299-i]
	}
	println(sum)
	copied := table
	copied[0] = 1
	println(table[0], copied[99999])
}
