// timeout 120s

// A list of a million nodes is rewired again and again; what is cut off is garbage.
package main

type node struct {
	next, other *node
	value       int
}

func build(n int) *node {
	var head *node
	for i := range n {
		head = &node{next: head, value: i}
	}
	return head
}

func reverse(head *node) *node {
	var out *node
	for head != nil {
		next := head.next
		head.next, head.other = out, head
		out, head = head, next
	}
	return out
}

func replaceEvery(head *node, k int) {
	for n, i := head, 0; n != nil; n, i = n.next, i+1 {
		if i%k == 0 {
			n.other = &node{value: -n.value, next: n}
		}
	}
}

func sum(head *node) (count, values, others int) {
	for n := head; n != nil; n = n.next {
		count++
		values += n.value
		if n.other != nil {
			others += n.other.value
		}
	}
	return
}

func unlink(head *node, k int) {
	for n, i := head, 0; n.next != nil && n.next.next != nil; i++ {
		if i%k == 0 {
			n.next = n.next.next
		} else {
			n = n.next
		}
	}
}

func main() {
	head := build(1000000)
	println(sum(head))
	for round := 1; round <= 4; round++ {
		head = reverse(head)
		replaceEvery(head, round+1)
		unlink(head, round+3)
		println(sum(head))
	}
}
