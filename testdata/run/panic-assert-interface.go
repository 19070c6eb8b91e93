package main

type opener interface {
	open()
	shut()
}

type door struct{}

func (door) open() {}

func main() {
	var x any = door{}
	x.(interface{ open() }).open()
	x.(opener).shut()
}
