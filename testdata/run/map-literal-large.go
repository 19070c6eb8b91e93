// Map literals with many entries, of known and of computed ones, at package level and in functions.
package main

type pair struct{ a, b string }

var table = [...]int{1, 2, 3}

func inFunction(base int) (map[int]string, map[string]struct{}, map[pair]any) {
	m := map[int]string{
		0: "zero", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
		10: "", 11: "x", 12: "x", 13: "x", 14: "x", 15: "x", 16: "x", 17: "x", 18: "x", 19: "x", 20: "x", 21: "x",
		22: "x", 23: "x", 24: "x", 25: "x", 26: "x", 27: "x", 28: "x", 29: "last",
	}
	m[base] = "changed"
	set := map[string]struct{}{
		"a": {}, "b": {}, "c": {}, "d": {}, "e": {}, "f": {}, "g": {}, "h": {}, "i": {}, "j": {}, "k": {}, "l": {}, "m": {},
		"n": {}, "o": {}, "p": {}, "q": {}, "r": {}, "s": {}, "t": {}, "u": {}, "v": {}, "w": {}, "x": {}, "y": {}, "z": {},
		"": {},
	}
	any := map[pair]any{
		{"a", "1"}: 1, {"b", "1"}: "s", {"c", "1"}: nil, {"d", "1"}: 2.5, {"e", "1"}: table[0], {"f", "1"}: 1, {"g", "1"}: 1,
		{"h", "1"}: 1, {"i", "1"}: 1, {"j", "1"}: 1, {"k", "1"}: 1, {"l", "1"}: 1, {"m", "1"}: 1, {"n", "1"}: 1, {"o", "1"}: 1,
		{"p", "1"}: 1, {"q", "1"}: 1, {"r", "1"}: 1, {"s", "1"}: 1, {"t", "1"}: 1, {"u", "1"}: 1, {"v", "1"}: 1, {"w", "1"}: 1,
		{"x", "1"}: 1, {"y", "1"}: 1, {"z", "1"}: base,
	}
	return m, set, any
}

// The values of a map made once may be shared by address, those of a function's may not.
var shared = map[int]*[]int{
	1: {1}, 2: {2}, 3: {3}, 4: {4}, 5: {5}, 6: {6}, 7: {7}, 8: {8}, 9: {9}, 10: {10}, 11: {11}, 12: {12}, 13: {13}, 14: {14},
	15: {15}, 16: {16}, 17: {17}, 18: {18}, 19: {19}, 20: {20}, 21: {21}, 22: {22}, 23: {23}, 24: {24}, 25: {25}, 26: {26}, 27: {27},
}

func fresh() map[int]*int {
	one := func(n int) *int { return &n }
	return map[int]*int{
		1: one(1), 2: one(2), 3: one(3), 4: new(int), 5: new(int), 6: new(int), 7: new(int), 8: new(int), 9: new(int), 10: new(int),
		11: new(int), 12: new(int), 13: new(int), 14: new(int), 15: new(int), 16: new(int), 17: new(int), 18: new(int), 19: new(int),
		20: new(int), 21: new(int), 22: new(int), 23: new(int), 24: new(int), 25: new(int), 26: new(int), 27: new(int),
	}
}

func pointers() map[int]*pair {
	return map[int]*pair{
		1: {}, 2: {}, 3: {}, 4: {}, 5: {}, 6: {}, 7: {}, 8: {}, 9: {}, 10: {}, 11: {}, 12: {}, 13: {}, 14: {}, 15: {}, 16: {}, 17: {},
		18: {}, 19: {}, 20: {}, 21: {}, 22: {}, 23: {}, 24: {}, 25: {}, 26: {}, 27: {"x", "y"},
	}
}

func main() {
	m, set, any := inFunction(3)
	println(len(m), m[0], m[3], m[9], m[29], len(m[10]))
	m2, _, _ := inFunction(100)
	println(len(m2), m2[3], m2[100])
	_, empty := set[""]
	_, none := set["A"]
	println(len(set), empty, none)
	println(len(any), any[pair{"b", "1"}].(string), any[pair{"c", "1"}] == nil, any[pair{"e", "1"}].(int), any[pair{"z", "1"}].(int))
	(*shared[27])[0]++
	println(len(shared), (*shared[27])[0], (*shared[1])[0])
	*fresh()[9] = 1
	println(*fresh()[9], *fresh()[3])
	p, q := pointers(), pointers()
	p[1].a = "p"
	println(q[1].a == "", q[27].b, p[1] == p[2])
}
