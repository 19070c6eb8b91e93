package main

type namer interface{ name() string }
type sizer interface{ size() int }
type dog struct{ n string }
type box int

func (d dog) name() string  { return d.n }
func (b *box) size() int    { return int(*b) }
func (b *box) name() string { return "box" }

func try(x any) {
	if i, ok := x.(int); ok {
		print("int ", i, "; ")
	}
	if s, ok := x.(string); ok {
		print("string ", s, "; ")
	}
	if d, ok := x.(dog); ok {
		print("dog ", d.n, "; ")
	}
	if n, ok := x.(namer); ok {
		print("namer ", n.name(), "; ")
	}
	if s, ok := x.(sizer); ok {
		print("sizer ", s.size(), "; ")
	}
	if _, ok := x.(interface {
		namer
		sizer
	}); ok {
		print("both; ")
	}
	f, ok := x.(float64)
	println(f, ok)
}

func main() {
	b := box(7)
	try(1)
	try("s")
	try(dog{"rex"})
	try(&dog{"max"})
	try(&b)
	try(b)
	try(2.5)
	try(nil)
	var n namer = &b
	println(n.(sizer).size(), *n.(*box), n.(any) == any(&b))
	var x any = []int{1, 2, 3}
	println(len(x.([]int)), x.([]int)[2])
	var ok bool
	_, ok = x.([]string)
	println(ok)
}
