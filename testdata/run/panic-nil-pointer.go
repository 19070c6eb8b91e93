package main

type node struct {
	pad  [10]int
	next *node
	val  int
}

func third(n *node) int {
	return n.next.next.val
}

func main() {
	n := &node{next: &node{}}
	println(third(n))
}
