// Slices that grow by append: of ints, bytes, strings and slices.
package main

func main() {
	sum := 0
	for round := range 30 {
		var ints []int
		for i := range 400000 {
			ints = append(ints, i^round)
		}
		var bytes []byte
		for i := range 200000 {
			bytes = append(bytes, byte(i), 'x')
			bytes = append(bytes, "tail"...)
		}
		var table [][]string
		for i := range 10000 {
			row := []string{"a"}
			for range i % 5 {
				row = append(row, "b")
			}
			table = append(table, row)
		}
		sum += ints[len(ints)-1] + len(bytes) + len(table[len(table)-1])
	}
	println(sum)
}
