package main

func main() {
	s := []int{1, 2, 3}
	println(len([3]int(s)), len((*[2]int)(s)))
	p := (*[4]int)(s)
	println(p[0])
}
