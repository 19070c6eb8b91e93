package main

func main() {
	s := "hello"
	i, j := 3, 1
	println(s[i:j])
}
