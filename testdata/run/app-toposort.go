// Orders tasks after what they need; names the cycle when there is one.
package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Graph map[string][]string

type CycleError []string

func (c CycleError) Error() string { return "cycle: " + strings.Join(c, " -> ") }

func (g Graph) Sort() (order []string, err error) {
	const (
		unseen = iota
		open
		done
	)
	state := map[string]int{}
	var stack []string
	var visit func(string) error
	visit = func(n string) error {
		switch state[n] {
		case done:
			return nil
		case open:
			i := slices.Index(stack, n)
			return CycleError(append(slices.Clone(stack[i:]), n))
		}
		state[n] = open
		stack = append(stack, n)
		for _, d := range slices.Sorted(slices.Values(g[n])) {
			if err := visit(d); err != nil {
				return err
			}
		}
		stack = stack[:len(stack)-1]
		state[n] = done
		order = append(order, n)
		return nil
	}
	for _, n := range slices.Sorted(maps.Keys(g)) {
		if err := visit(n); err != nil {
			return nil, err
		}
	}
	return order, nil
}

// Levels groups what can be done at once.
func (g Graph) Levels() [][]string {
	need := map[string]int{}
	users := map[string][]string{}
	for n, deps := range g {
		need[n] += 0
		for _, d := range deps {
			need[n]++
			need[d] += 0
			users[d] = append(users[d], n)
		}
	}
	var levels [][]string
	for len(need) > 0 {
		var level []string
		for n, k := range need {
			if k == 0 {
				level = append(level, n)
			}
		}
		if level == nil {
			return levels
		}
		slices.Sort(level)
		for _, n := range level {
			delete(need, n)
			for _, u := range users[n] {
				need[u]--
			}
		}
		levels = append(levels, level)
	}
	return levels
}

func main() {
	g := Graph{
		"shoes": {"socks", "trousers"}, "trousers": {"pants"}, "belt": {"trousers"},
		"jacket": {"shirt", "tie", "belt"}, "tie": {"shirt"}, "socks": nil, "watch": {},
	}
	fmt.Println(g.Sort())
	for i, l := range g.Levels() {
		fmt.Println(i, l)
	}
	g["pants"] = []string{"watch"}
	g["watch"] = append(g["watch"], "belt")
	order, err := g.Sort()
	fmt.Println(order, err)
	if c, ok := err.(CycleError); ok {
		fmt.Println(len(c), c[0] == c[len(c)-1])
	}
	fmt.Println(g.Levels())
}
