package main

func main() {
	defer func() {
		recover()
		panic("b")
	}()
	panic("a")
}
