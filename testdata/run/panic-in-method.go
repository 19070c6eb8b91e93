package main

type stack struct{ items []int }

type popper interface{ pop() int }

func (s *stack) pop() int {
	if len(s.items) == 0 {
		panic("empty stack")
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x
}

type wrapper struct{ stack }

func drain(p popper) {
	for {
		println(p.pop())
	}
}

func main() {
	drain(&wrapper{stack{[]int{1, 2}}})
}
