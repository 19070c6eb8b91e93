// Strings: building, concatenation, searching, splitting, conversion, runes.
package main

import (
	"strconv"
	"strings"
)

func main() {
	sum := 0
	for round := range 200 {
		var b strings.Builder
		for i := range 10000 {
			b.WriteString("key-" + strconv.Itoa(i*round))
			b.WriteByte(',')
		}
		text := b.String()
		for _, field := range strings.Split(text, ",") {
			if i := strings.IndexByte(field, '-'); i >= 0 {
				n, _ := strconv.Atoi(field[i+1:])
				sum += n
			}
		}
		for _, r := range strings.ToUpper(text) {
			if r == 'K' {
				sum++
			}
		}
		sum += strings.Count(text, "99") + len([]byte(text)) + strings.Index(text, "-nothing")
	}
	println(sum)
}
