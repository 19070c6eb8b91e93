package main

var x = y + 1

func init() { println("init in a.go", x, y) }

func main() { helper() }
