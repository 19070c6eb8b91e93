// Maps with integer keys: insertion, lookup, deletion, iteration.
package main

func main() {
	sum := 0
	for round := range 4 {
		m := map[int]int{}
		for i := range 300000 {
			m[i*7919+round] += i
		}
		for i := range 1500000 {
			if v, ok := m[i*1583+round]; ok {
				sum += v
			}
		}
		for i := range 100000 {
			delete(m, i*7919+round)
		}
		for k, v := range m {
			sum += k ^ v
		}
		sum += len(m)
	}
	println(sum)
}
