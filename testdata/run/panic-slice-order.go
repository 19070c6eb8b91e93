package main

func cut(s []byte, i, j int) []byte { return s[i:j] }

func main() {
	s := []byte("abcdef")
	println(string(cut(s, 2, 4)))
	println(string(cut(s, 4, 2)))
}
