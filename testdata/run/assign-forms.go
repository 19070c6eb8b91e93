package main

type T struct {
	a, b int
	s    []int
	m    map[string]int
	p    *T
	arr  [3]int
	i    any
}

var log []string

func tr(s string) string      { log = append(log, s); return s }
func ptr(s string, t *T) *T   { log = append(log, s); return t }
func idx(s string, i int) int { log = append(log, s); return i }

func flush() {
	for _, s := range log {
		print(s, " ")
	}
	println()
	log = nil
}

func three() (int, string, error) { return 1, "two", nil }

func main() {
	t := &T{s: []int{1, 2, 3}, m: map[string]int{}}
	t.p = t
	ptr("A", t).s[idx("B", 1)] += idx("C", 10)
	flush()
	ptr("A", t).m[tr("k")] |= idx("V", 6)
	ptr("A", t).m[tr("k")] <<= 2
	ptr("A", t).m[tr("k")]++
	ptr("A", t).arr[idx("I", 2)]--
	flush()
	println(t.s[1], t.m["k"], t.arr[2])
	t.a, t.b = 5, 6
	t.a, t.b, t.p.arr[0] = t.b, t.p.a, t.a+t.b
	println(t.a, t.b, t.arr[0])
	var x int
	var s string
	var e error
	x, s, e = three()
	t.p.p.i, t.m["q"] = s, x
	y, s2, _ := three()
	println(x, s, e == nil, t.i.(string), t.m["q"], y, s2)
	x, z := 7, 8
	{
		x, z := x+1, z+1
		x, w := x*2, z
		println(x, z, w)
		_ = w
	}
	println(x, z)
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	a, a = b, c
	println(a, b, c)
	v, ok := t.m["none"]
	t.m["none"], ok = t.m["k"]
	println(v, ok, t.m["none"])
	x += 5
	x -= 2
	x *= 3
	x /= 4
	x %= 5
	x |= 8
	x &= 12
	x ^= 5
	x &^= 1
	x <<= 3
	x >>= 1
	println(x)
	str := "a"
	str += "b" + str
	f := 1.5
	f *= f
	f -= 0.25
	cc := 1 + 2i
	cc *= cc
	println(str, f == 2, real(cc), imag(cc))
	var bs []byte
	bs = append(bs, "xyz"...)
	bs[0], bs[2] = bs[2], bs[0]
	println(string(bs))
	fn := func() (r1, r2 int) { r1, r2 = r2, 4; r1, r2 = r2, r1; return }
	println(fn())
	var arr [2]int
	i := 0
	i, arr[i] = 1, 5
	arr[i], i = 6, 0
	println(i, arr[0], arr[1])
	p := &arr[0]
	*p, p = 9, &arr[1]
	*p++
	println(arr[0], arr[1])
	m := map[int][]int{}
	m[1] = append(m[1], 1, 2)
	m[1][0] = 7
	println(len(m[1]), m[1][0], len(m[2]))
	type st struct{ n int }
	ms := map[string]*st{"x": {1}}
	ms["x"].n++
	println(ms["x"].n)
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = -128
	i8 = -i8
	i8 /= -1
	println(u8, i8)
}
