package main

import "os"

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			println(name, r.(error).Error())
		} else {
			println(name, "no panic")
		}
	}()
	f()
}

var sink int

//go:noinline
func sh(n int) int { return 1 << n }

func main() {
	m := len(os.Args) - 2 // -1
	try("1", func() { n := -1; _ = 1 << n })
	try("2", func() { n := -1; sink = 1 << n })
	try("3", func() { n := m; _ = 1 << n })
	try("4", func() { n := m; sink = 1 << n })
	try("5", func() { n := int8(m); sink = 5 >> n })
	try("6", func() { sink = sh(m) })
	try("7", func() { n := -1; x := uint8(3); x <<= n; sink = int(x) })
	try("8", func() { n := -1; x := uint8(3); x <<= n; _ = x })
	try("9", func() { n := 0; x := 4; _ = x / n })
	try("10", func() { n := 0; x := 4; _ = x % n })
	try("11", func() { n := 0; x := 4; x /= n })
	try("12", func() { a := []int{}; n := 3; _ = a[n] })
	try("13", func() { var p *int; _ = *p })
	try("14", func() { var p *struct{ a, b int }; _ = p.b })
	try("15", func() { var p *[4]int; _ = p[1] })
	try("16", func() { var p *[4]int; _ = p[1:2] })
	try("17", func() { var p *[4]int; _ = len(p); _ = p[:] })
	try("18", func() { var p *[4]int; for range p { } })
	try("19", func() { var p *[4]int; for _, x := range p { _ = x } })
	try("20", func() { a := []int{1}; _ = [2]int(a) })
	try("21", func() { a := []int{1}; _ = (*[2]int)(a) })
	try("22", func() { var i any; _ = i.(int) })
	try("23", func() { var e error; _ = e.Error })
	try("24", func() { var p *struct{ f func() }; _ = p.f })
	try("25", func() { var p **int; _ = **p })
	try("26", func() { var m map[string]*int; _ = *m["x"] })
	try("27", func() { var x any = []int{}; _ = x == x })
	try("28", func() { x := make([]int, 0); _ = &x[0] })
	try("29", func() { var p *struct{ a [10]int }; _ = &p.a[2] })
	try("30", func() { var p *struct{ a [10]int }; _ = p.a[:] })
	try("31", func() { s := "x"; n := 5; _ = s[n] })
	try("32", func() { s := "x"; n := 5; _ = s[n:] })
	try("33", func() { n := -1; _ = make([]int, n) })
	try("34", func() { n := -1; _ = make(map[int]int, n) })
	try("35", func() { var m map[any]int; _ = m[func() {}] })
	try("36", func() { m := map[any]int{}; delete(m, func() {}) })
	try("37", func() { m := map[any]int{}; _, _ = m[[]int{}] })
}
