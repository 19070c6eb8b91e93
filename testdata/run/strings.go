package main

//go:noinline
func cat(a, b, c string) string {
	return a + b + c
}

func main() {
	s := "hello, world"
	println(len(s), s[0], s[11], s[7:], s[:5], s[3:8], s[:], s[5:5] == "")
	t := cat(s[:5], "!", "")
	println(t, len(t), t == "hello!", t != "hello!")
	u := ""
	for i := 0; i < 20; i++ {
		u += string(rune('a' + i))
	}
	println(u)
	println(cat("a", "b", "c")+"d"+t, len(cat("", "", "")))
	const k = "con" + "stant"
	println(k[3:], len(k))
	raw := `back
quote \n`
	println(raw, len(raw))
	println("esc: \t|\"|\\|\x41|\101|\u00e9|\U0001F600|")
	e := "x"
	e += e
	e += e
	println(e)
}
