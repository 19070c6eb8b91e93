package main

import (
	"two/a"
	"two/b"
)

func main() {
	println(b.Get(b.Thing{}))
	println(b.Bound(b.Thing{})())
	println(b.Expr()(b.Thing{}))
	var x any = b.Thing{}
	println(b.Get(x.(b.Both)))
	_, ok := x.(interface{ get() string })
	println(ok)
	_, ok = x.(a.Hidden)
	println(ok)
	_, ok = any(a.Base{}).(b.Both)
	println(ok)
	defer func() { println(recover().(error).Error()) }()
	_ = any(a.Base{}).(b.Both)
}
