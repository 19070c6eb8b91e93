package main

type counter struct{ n int }

func (c *counter) inc()          { c.n++ }
func (c *counter) add(k int) int { c.n += k; return c.n }
func (c counter) value() int     { return c.n }
func (c counter) lost()          { c.n = -1 }

type num int

func (n num) double() num    { return n * 2 }
func (n *num) bump(by num)   { *n += by }
func (n num) String() string { return "num" }

type list []int

func (l list) sum() (s int) {
	for _, x := range l {
		s += x
	}
	return
}

func (l *list) push(x int) { *l = append(*l, x) }

type op func(int) int

func (f op) twice(x int) int { return f(f(x)) }

func main() {
	var c counter
	c.inc()
	(&c).inc()
	c.lost()
	println(c.value(), (&c).value(), c.add(10))
	v := c.value
	inc := c.inc
	inc()
	inc()
	println(v(), c.n)
	add := (*counter).add
	val := counter.value
	pval := (*counter).value
	println(add(&c, 5), val(c), pval(&c))
	n := num(4)
	n.bump(n.double())
	println(n, n.double().double(), n.String())
	var l list
	l.push(3)
	l.push(4)
	println(l.sum(), list{1, 2}.sum(), len(l))
	println(op(func(x int) int { return x * 3 }).twice(5))
	cs := []counter{{1}, {2}}
	cs[1].inc()
	for i := range cs {
		cs[i].add(i)
	}
	println(cs[0].n, cs[1].n)
}
