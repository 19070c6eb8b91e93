package main

type thing struct{ n int }

func (t thing) value() int    { return t.n }
func (t *thing) pointer() int { return 7 }

func main() {
	var t *thing
	println(t.pointer())
	println(t.value())
}
