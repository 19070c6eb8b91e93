package main

import "fmt"

type N uint8

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for i := range N(4) {
		fmt.Printf("%T%d ", i, i)
	}
	n := 3
	for i := range n {
		n = 10
		i += 1
		fmt.Print(i, " ")
	}
	for i := range -1 {
		fmt.Println("never", i)
	}
	for range 2 {
		fmt.Print("- ")
	}
	var k int64
	for k = range int64(5) {
		if k == 3 {
			break
		}
	}
	fmt.Println(k)
	var u8 uint8 = 255
	c := 0
	for range u8 {
		c++
	}
	fmt.Println(c)
	const big = 1 << 3
	for i := range big {
		if i%2 == 0 {
			continue
		}
		fmt.Print(i, " ")
	}
	var f any
	for i := range 'c' - 'a' {
		f = i
	}
	fmt.Printf("%T\n", f)
	var fs []func() int
	for i := range 3 {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	sl := []int{1, 2}
	for i := range sl {
		sl = append(sl, i)
	}
	for i, r := range "aé\xff日" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(sl)
	m := map[int]bool{1: true, 2: true, 3: true}
	for k := range m {
		delete(m, k)
		m[k+10] = false
		if len(m) > 3 {
			break
		}
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	var np *[2]string
	for i := range np {
		fmt.Print(i, " ")
	}
	var nm map[string]int
	for range nm {
	}
	var i, v = 0, ""
	for i, v = range []string{"x", "y"} {
	}
	fmt.Println(i, v)
	x := [2]struct{ a, b int }{}
	for x[0].a, x[1].b = range []int{5, 6} {
	}
	fmt.Println(x)
}
