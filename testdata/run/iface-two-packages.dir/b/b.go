// Package b has a method of the same name.
package b

import "two/a"

type Both interface {
	get() string
	a.Hidden
	Name() string
}

type Thing struct{ a.Base }

func (Thing) get() string  { return "b's get" }
func (Thing) Name() string { return "thing" }

//go:noinline
func Get(x Both) string { return x.get() + ", " + a.Get(x) + ", " + x.Name() }

func Bound(x Both) func() string { return x.get }

func Expr() func(Both) string { return Both.get }
