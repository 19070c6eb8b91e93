package main

func main() {
	b := []byte("hello")
	b[0] = 'J'
	s := string(b)
	b[1] = 'E'
	println(s, string(b), len(b))
	r := []rune("aé日\U0001F600\xff")
	println(len(r), r[0], r[1], r[2], r[3], r[4])
	r[0] = 'Z'
	println(string(r), len(string(r)))
	for _, c := range []rune{0, 'A', 0x7f, 0x80, 0x7ff, 0x800, 0xd800, 0xffff, 0x10000, 0x10ffff, 0x110000, -1} {
		t := string(c)
		print(len(t), " ")
		for i := 0; i < len(t); i++ {
			print(t[i], " ")
		}
	}
	println()
	println(string([]byte{}) == "", len([]byte("")), len([]rune("")))
	long := make([]byte, 100)
	for i := range long {
		long[i] = byte('0' + i%10)
	}
	println(string(long), string(long[90:]))
	type text []byte
	println(string(text("typed")))
	n := copy(long, "COPIED")
	println(n, string(long[:10]))
	long = append(long[:0], "appended"...)
	println(string(long))
}
