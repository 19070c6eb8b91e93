// A trie over runes: insert, delete, completion, longest prefix, wildcard, as sorted iterators.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type Trie struct {
	next map[rune]*Trie
	word bool
}

func (t *Trie) Add(w string) {
	for _, r := range w {
		if t.next == nil {
			t.next = map[rune]*Trie{}
		}
		n, ok := t.next[r]
		if !ok {
			n = new(Trie)
			t.next[r] = n
		}
		t = n
	}
	t.word = true
}

func (t *Trie) walk(prefix []rune, yield func(string) bool) bool {
	if t.word && !yield(string(prefix)) {
		return false
	}
	for _, r := range slices.Sorted(maps.Keys(t.next)) {
		if !t.next[r].walk(append(prefix, r), yield) {
			return false
		}
	}
	return true
}

func (t *Trie) Complete(prefix string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, r := range prefix {
			if t = t.next[r]; t == nil {
				return
			}
		}
		t.walk([]rune(prefix), yield)
	}
}

func (t *Trie) Longest(s string) string {
	end := 0
	for i, r := range s {
		if t = t.next[r]; t == nil {
			break
		}
		if t.word {
			end = i + len(string(r))
		}
	}
	return s[:end]
}

func (t *Trie) Match(pattern string) (found []string) {
	var m func(t *Trie, p []rune, so string)
	m = func(t *Trie, p []rune, so string) {
		if len(p) == 0 {
			if t.word {
				found = append(found, so)
			}
			return
		}
		for r, n := range t.next {
			if p[0] == '?' || p[0] == r {
				m(n, p[1:], so+string(r))
			}
		}
	}
	m(t, []rune(pattern), "")
	slices.Sort(found)
	return
}

func (t *Trie) Delete(w string) (removed, empty bool) {
	if w == "" {
		removed, t.word = t.word, false
	} else {
		var r rune
		for i, c := range w {
			if i == 0 {
				r = c
				continue
			}
			w = w[i:]
			break
		}
		if w == string(r) {
			w = ""
		}
		if n := t.next[r]; n != nil {
			var gone bool
			if removed, gone = n.Delete(w); gone {
				delete(t.next, r)
			}
		}
	}
	return removed, !t.word && len(t.next) == 0
}

func main() {
	var t Trie
	for _, w := range strings.Fields("car cart care cat dog do door über übel 日本 日本語") {
		t.Add(w)
	}
	fmt.Println(slices.Collect(t.Complete("")))
	fmt.Println(slices.Collect(t.Complete("ca")), slices.Collect(t.Complete("übe")), slices.Collect(t.Complete("x")))
	for w := range t.Complete("c") {
		if w > "car" {
			fmt.Println("first behind car:", w)
			break
		}
	}
	fmt.Printf("%q %q %q\n", t.Longest("doorway"), t.Longest("日本人"), t.Longest("zebra"))
	fmt.Println(t.Match("ca?"), t.Match("do??"), t.Match("?be?"), t.Match("???"))
	fmt.Println(t.Delete("car"))
	fmt.Println(t.Delete("dog"))
	fmt.Println(t.Delete("nothing"))
	fmt.Println(t.Delete("日本語"))
	fmt.Println(slices.Collect(t.Complete("")))
}
