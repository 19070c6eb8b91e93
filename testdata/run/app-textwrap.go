// Fills paragraphs: greedy, justified, and with the least sum of squared gaps.
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

const text = `The toolchain translates a program in stages, and each of them leaves a file that one can look at.
Größere Wörter — naïve ones, too — are counted by their characters, not by their bytes.`

func width(s string) int { return utf8.RuneCountInString(s) }

func greedy(words []string, w int) (lines [][]string) {
	var line []string
	n := 0
	for _, word := range words {
		if n > 0 && n+1+width(word) > w {
			lines = append(lines, line)
			line, n = nil, 0
		}
		if n > 0 {
			n++
		}
		n += width(word)
		line = append(line, word)
	}
	return append(lines, line)
}

func justify(line []string, w int) string {
	gaps := len(line) - 1
	if gaps == 0 {
		return line[0]
	}
	room := w
	for _, s := range line {
		room -= width(s)
	}
	var b strings.Builder
	for i, s := range line {
		b.WriteString(s)
		if i < gaps {
			n := room / (gaps - i)
			b.WriteString(strings.Repeat(" ", n))
			room -= n
		}
	}
	return b.String()
}

func best(words []string, w int) (lines [][]string) {
	n := len(words)
	cost := make([]int, n+1)
	next := make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		cost[i] = 1 << 60
		used := -1
		for j := i; j < n; j++ {
			used += 1 + width(words[j])
			if used > w {
				break
			}
			gap := w - used
			if j == n-1 {
				gap = 0
			}
			if c := gap*gap + cost[j+1]; c < cost[i] {
				cost[i], next[i] = c, j+1
			}
		}
	}
	for i := 0; i < n; i = next[i] {
		lines = append(lines, words[i:next[i]])
	}
	return
}

func main() {
	words := strings.Fields(text)
	for _, w := range []int{24, 40} {
		for _, l := range greedy(words, w) {
			fmt.Printf("|%-*s|\n", w, strings.Join(l, " "))
		}
		fmt.Println()
		for _, l := range greedy(words, w) {
			fmt.Printf("|%s|\n", justify(l, w))
		}
		fmt.Println()
		for _, l := range best(words, w) {
			fmt.Printf("|%*s|\n", w, strings.Join(l, " "))
		}
		fmt.Println()
	}
}
