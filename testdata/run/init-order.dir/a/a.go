package a

import "example.com/init/c"

func init() { println("a init", c.Level) }

var V = func() int { println("a var"); return 1 }()
