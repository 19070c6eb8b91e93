// Keys that are passed by value: four and eight bytes, pointers, strings, structs of one field.
package main

import "fmt"

type id struct{ n uint32 }
type name string

func grow[K comparable](key func(int) K) (sum int) {
	m := map[K]int{}
	for i := range 3000 {
		m[key(i)] += i
		m[key(i/2)]++
		if i%7 == 0 {
			delete(m, key(i/3))
		}
	}
	for i := range 4000 {
		if v, ok := m[key(i)]; ok {
			sum += v ^ i
		}
		sum += m[key(-i)]
	}
	return sum + len(m)
}

func main() {
	objects := make([]int, 10000)
	fmt.Println(grow(func(i int) int32 { return int32(i) }))
	fmt.Println(grow(func(i int) int { return i * 1000003 }))
	fmt.Println(grow(func(i int) id { return id{uint32(i)} }))
	fmt.Println(grow(func(i int) [1]int64 { return [1]int64{int64(i)} }))
	fmt.Println(grow(func(i int) string { return fmt.Sprint("key", i) }))
	fmt.Println(grow(func(i int) name { return name(fmt.Sprint(i, "/", i*i)) }))
	fmt.Println(grow(func(i int) *int { return &objects[(i+10000)%10000] }))
	fmt.Println(grow(func(i int) float64 { return float64(i) / 3 }))
	fmt.Println(grow(func(i int) any { return i }))

	// The operand is evaluated before the element is looked up; an operation that panics makes no entry.
	m := map[string]int{"a": 1}
	change := func() int { m["a"] = 10; return 5 }
	m["a"] += change()
	func() {
		defer func() { fmt.Println(recover()) }()
		zero := 0
		m["b"] /= zero
	}()
	fmt.Println(m)
	var none map[int]string
	fmt.Println(none[1] == "", len(none))
	defer func() { fmt.Println(recover()) }()
	none[1] += "x"
}
