package main

var y = 5

func init() { println("init in b.go") }

func helper() { println("helper in b.go", x) }
