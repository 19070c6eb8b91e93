package main

func main() {
	for i, r := range "aé日\U0001F600z" {
		print(i, ":", r, " ")
	}
	println()
	for i, r := range "a\xffb\xc0\xafc\xed\xa0\x80d\xe6\x97" {
		print(i, ":", r, " ")
	}
	println()
	for i := range "日本" {
		print(i, " ")
	}
	println()
	n := 0
	for range "añb" {
		n++
	}
	println(n)
	for i, r := range "" {
		println("never", i, r)
	}
}
