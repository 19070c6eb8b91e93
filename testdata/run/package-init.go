package main

var (
	a = b + 1
	b = f("b", c*2)
	c = f("c", 5)
	d = func() int { return a + e }()
	e = f("e", 7)
)

var x, y = pair()

var _ = f("blank", 0)

var table = [...]string{2: "two", 0: "zero"}

var head = &node{1, &node{2, nil}}

var lazy func() int = get

var total int

type node struct {
	n    int
	next *node
}

func get() int { return total }

func f(name string, v int) int {
	println("init", name, v)
	return v
}

func pair() (int, int) { return f("pair", 1), d }

func init() {
	println("first init", a, b, c, d, e)
	total = 1
}

func init() {
	total += 10
	println("second init", x, y)
}

func main() {
	println(total, lazy(), table[2], len(table), head.next.n)
}

func init() {
	total += 100
}
