package main

var names []string

func add(s string) bool { names = append(names, s); return true }

func main() {
	for _, n := range names {
		println(n)
	}
}
