package main

type namer interface{ name() string }

func show(n namer) string {
	return n.name()
}

func main() {
	println(show(nil))
}
