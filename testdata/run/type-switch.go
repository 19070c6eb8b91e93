package main

type namer interface{ name() string }
type cat struct{ lives int }
type tree struct{ left, right *tree }

func (cat) name() string { return "cat" }

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		if v == any(1) {
			return "one"
		}
		return "integer"
	case uint8:
		return "byte " + string(rune(v))
	case string:
		return "string " + v
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case cat:
		return "cat with " + string(rune('0'+v.lives)) + " lives"
	case namer:
		return "namer " + v.name()
	case []int:
		return "slice " + string(rune('0'+len(v)))
	case *tree:
		if v == nil {
			return "nil tree"
		}
		return "tree"
	case func() string:
		return "func " + v()
	case error:
		return "error " + v.Error()
	case chan int:
		return "chan"
	case [2]int:
		return "array " + string(rune('0'+v[1]))
	case struct{ a int }:
		return "struct " + string(rune('0'+v.a))
	}
	return "unknown"
}

func main() {
	for _, x := range []any{nil, 1, int64(5), byte('x'), "s", true, false, cat{9}, &cat{1}, []int{1, 2},
		(*tree)(nil), &tree{}, func() string { return "called" }, make(chan int), [2]int{3, 4},
		struct{ a int }{5}, 1.5, int32(1), [3]int{}} {
		println(kind(x))
	}
	var n namer = cat{3}
	switch n.(type) {
	case interface{ missing() }:
		println("wrong")
	case cat, *cat:
		println("right")
	default:
		println("wrong")
	}
	switch y := n.(type) {
	default:
		println(y.name())
	}
}
