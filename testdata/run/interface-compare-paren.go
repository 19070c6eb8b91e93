package main

// An operand of a comparison that becomes an interface may stand in parentheses.

type empty struct{}

type pair struct{ a, b int }

func main() {
	var x any = empty{}
	var y any = pair{1, 2}
	println(x == (empty{}), (empty{}) == x, y == ((pair{1, 2})), (pair{2, 1}) != y)
}
