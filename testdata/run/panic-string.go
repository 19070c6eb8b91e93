package main

func deepest(s string) {
	println("about to panic")
	panic("oh " + s)
}

func middle() { deepest("no") }

func main() {
	middle()
	println("not reached")
}
