// The library's sorts: of ints by their order, of structs through an interface.
package main

import (
	"slices"
	"sort"
)

type record struct {
	key  uint32
	name string
}

type byKey []record

func (r byKey) Len() int           { return len(r) }
func (r byKey) Less(i, j int) bool { return r[i].key < r[j].key }
func (r byKey) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }

func main() {
	random := uint32(1)
	next := func() uint32 {
		random = random*1664525 + 1013904223
		return random >> 4
	}
	sum := 0
	for range 4 {
		ints := make([]int, 500000)
		for i := range ints {
			ints[i] = int(next())
		}
		slices.Sort(ints)
		sum += ints[len(ints)/2]

		records := make([]record, 100000)
		for i := range records {
			records[i] = record{next(), "name"}
		}
		sort.Sort(byKey(records))
		sum += int(records[len(records)/3].key)
	}
	println(sum)
}
