package main

type stack [4]int

func main() {
	a := [4]int{1, 2, 3, 4}
	for i, x := range a {
		a[3] = 100
		print(i, x, " ")
	}
	for i, x := range &a {
		a[3] = 200
		print(i, x, " ")
	}
	println()
	s := []int{1, 2, 3}
	for i, x := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 50
		}
		print(x, " ")
	}
	println(len(s))
	for i := range 3 {
		print(i, " ")
	}
	for range 2 {
		print("x ")
	}
	var n int8 = 5
	for i := range n {
		i *= 2
		print(i, " ")
	}
	for range -3 {
		println("never")
	}
	println()
	c := make(chan int, 3)
	c <- 7
	c <- 8
	close(c)
	for v := range c {
		print(v, " ")
	}
	for range c {
		println("never")
	}
	println()
	var p *[3]int
	for i := range p {
		print(i, " ")
	}
	println(len(p))
	var i, v int
	for i, v = range []int{5, 6, 7} {
	}
	println(i, v)
	var st stack
	for st[2] = range 3 {
	}
	println(st[2])
	for range []int(nil) {
		println("never")
	}
	for i, row := range [][]string{{"a"}, {"b", "c"}} {
		for j, t := range row {
			print(i, j, t, " ")
		}
	}
	println()
}
