package main

type level int

func (l level) String() string { return "level" }

type text string

func main() {
	var l level = 3
	println(l.String())
	panic(text("typed text"))
}
