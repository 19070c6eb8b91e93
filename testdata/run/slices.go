package main

func show(name string, s []int) {
	print(name, " len ", len(s), " cap ", cap(s), ":")
	for _, x := range s {
		print(" ", x)
	}
	println()
}

func main() {
	var none []int
	show("nil", none)
	println(none == nil, len(none[:]), none[:0] == nil)
	a := [10]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	s := a[2:5]
	show("a[2:5]", s)
	show("s[:8]", s[:8])
	show("s[1:2:3]", s[1:2:3])
	show("a[:4:6]", a[:4:6])
	s[0] = 200
	println(a[2])
	m := make([]int, 3, 7)
	m[1] = 5
	show("make", m)
	lit := []int{3: 30, 1: 10}
	show("lit", lit)
	println(copy(lit, []int{7, 8}), copy(lit[1:], lit), copy(lit, none))
	show("copied", lit)
	empty := []int{}
	println(empty == nil, len(empty))
	rows := [][]int{{1}, {2, 3}, nil}
	println(len(rows), len(rows[1]), rows[1][1], rows[2] == nil)
	clear(m)
	show("cleared", m)
	p := (*[3]int)(lit)
	p[0] = -1
	arr := [2]int(lit)
	println(lit[0], arr[0], arr[1])
}
