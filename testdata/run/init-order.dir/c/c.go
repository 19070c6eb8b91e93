// Package c is imported three ways.
package c

var Level = func() int { println("c var"); return 3 }()

func init() { println("c init") }

func Exported() string { return "dot" }
