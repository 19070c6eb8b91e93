package main

type celsius float64

func main() {
	var x any = celsius(20)
	println(x.(float64))
}
