// Package a has an interface with a method that only a can call.
package a

type Hidden interface{ get() string }

type Base struct{}

func (Base) get() string { return "a's get" }

func Get(h Hidden) string { return h.get() }
