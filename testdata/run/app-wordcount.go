// Counts lines, words and bytes of standard input, and the most frequent words.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"
)

type entry struct {
	word  string
	count int
}

func count(r io.Reader) (lines, words, bytes int, freq map[string]int, err error) {
	freq = make(map[string]int)
	br := bufio.NewReader(r)
	for {
		line, e := br.ReadString('\n')
		bytes += len(line)
		if strings.HasSuffix(line, "\n") {
			lines++
		}
		for _, w := range strings.FieldsFunc(line, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '\''
		}) {
			words++
			freq[strings.ToLower(w)]++
		}
		if e == io.EOF {
			return
		}
		if e != nil {
			err = e
			return
		}
	}
}

func main() {
	lines, words, bytes, freq, err := count(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "wordcount:", err)
		os.Exit(1)
	}
	fmt.Printf("%7d %7d %7d\n", lines, words, bytes)
	var list []entry
	for w, n := range freq {
		list = append(list, entry{w, n})
	}
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.word, b.word))
	})
	for _, e := range list[:min(8, len(list))] {
		fmt.Printf("%-10s %3d %s\n", e.word, e.count, strings.Repeat("*", e.count))
	}
}
