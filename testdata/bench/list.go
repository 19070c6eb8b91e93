// A linked list: chasing pointers, stores of pointers into the heap.
package main

type node struct {
	value int
	next  *node
}

func reverse(list *node) *node {
	var done *node
	for list != nil {
		list, list.next, done = list.next, done, list
	}
	return done
}

func main() {
	sum := 0
	for round := range 20 {
		var list *node
		for i := range 200000 {
			list = &node{i ^ round, list}
		}
		for range 5 {
			list = reverse(list)
			for n := list; n != nil; n = n.next {
				sum += n.value
			}
		}
	}
	println(sum)
}
