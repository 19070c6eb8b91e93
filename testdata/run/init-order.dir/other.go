package main

var later = say("later", early)
var early = say("early", 7)

func init() { println("init other") }
