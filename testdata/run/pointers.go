package main

type node struct {
	val         int
	left, right *node
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{val: v}
	}
	if v < n.val {
		n.left = n.left.insert(v)
	} else {
		n.right = n.right.insert(v)
	}
	return n
}

func (n *node) walk(visit func(int)) {
	if n != nil {
		n.left.walk(visit)
		visit(n.val)
		n.right.walk(visit)
	}
}

func reverse(head *node) *node {
	var prev *node
	for head != nil {
		head.right, prev, head = prev, head, head.right
	}
	return prev
}

func escape(x int) *int { return &x }

func main() {
	x := 5
	p := &x
	pp := &p
	**pp = 6
	println(x, *p == **pp, p == *pp, &x == p)
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(v int) { print(v, " ") })
	println()
	var list *node
	for i := range 5 {
		list = &node{val: i, right: list}
	}
	for n := reverse(list); n != nil; n = n.right {
		print(n.val, " ")
	}
	println()
	a, b := escape(1), escape(1)
	println(*a == *b, a == b)
	arr := [3]int{1, 2, 3}
	q := &arr[1]
	*q = 20
	println(arr[1])
	s := &struct{ f, g int }{1, 2}
	g := &s.g
	*g += 5
	println(s.g)
	n := new(int)
	*n++
	println(*n, *new(string) == "")
	var nilp *node
	println(nilp == nil, nilp.insert(3).val)
	type self *self
	var loop self
	loop = &loop
	println(loop == *loop)
}
